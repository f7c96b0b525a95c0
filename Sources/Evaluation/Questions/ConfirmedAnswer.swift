import Answers
import JapaneseText
import PlanLibrary
import Rendering

/// An answer that a person takes for right, on its way into a set of questions.
package struct ConfirmedAnswer: Sendable {
  /// As they were asked; the last is the one answered, those before it lead to it.
  private let questions: [String]
  private let status: Answer.Status
  private let reading: Reading?
  private let isPreferred: Bool

  /// - Parameters:
  ///   - questions: of the conversation, up to the one answered; as few of them are kept as lead to the same answer.
  ///   - reading: the one on screen; nil where there is none.
  ///   - assistant: of the conversation.
  package init(_ questions: [String], _ answer: Answer, shown reading: Reading?, by assistant: Assistant) {
    status = answer.status
    self.reading = reading
    isPreferred = reading == nil || reading?.canonical == answer.readings.first?.canonical
    let shortest = questions.indices.reversed().lazy.map { Array(questions[$0...]) }.first { asked in
      var other = assistant
      other.forget()
      let replayed = asked.map { other.ask($0) }.last
      guard let reading else { return replayed?.status == answer.status }
      return replayed?.readings.contains { $0.canonical == reading.canonical && $0.total == reading.total }
        ?? false
    }
    // a reading that was picked may lead where no question does
    self.questions = shortest ?? [reading?.canonical ?? answer.question]
  }

  /// What it will be expected to say, a line each.
  package var lines: [String] {
    ["question: \(questions.joined(separator: " / "))"]
      + (expectation.members ?? []).filter { $0.name != "sourceOverlaps" }.map {
        "\($0.name): \($0.value.encoded(.line))"
      } + (citations.isEmpty ? [] : ["sources: \(citations)"])
  }

  /// As questions of a set: the one answered last, those that lead to it before it.
  /// - Parameter known: ids that are taken.
  package func cases(besides known: Set<String>) -> [JSONValue] {
    var taken = known
    var before: String?
    return zip(1..., questions).map { place, question in
      let number = ((taken.count + 1)...).first { !taken.contains("c\($0)") } ?? 0
      let id = "c\(number)"
      taken.insert(id)
      defer { before = id }
      let isLast = place == questions.count
      return .object(
        [
          JSONValue.Member("id", .text(id)), JSONValue.Member("question", .text(question)),
          JSONValue.Member("class", .text("confirmed")),
        ]
          + (before.map { [JSONValue.Member("turn", .object([JSONValue.Member("follows", .text($0))]))] }
            ?? [])
          + [
            JSONValue.Member("expect", isLast ? expectation : ConfirmedAnswer.answered),
            JSONValue.Member("why", .text(isLast ? citations : "leads to the next")),
          ])
    }
  }

  private static let answered = JSONValue.object([JSONValue.Member("status", .text("answered"))])

  /// What is on screen: names, the value, the fields that were asked for, and where they stand.
  private var expectation: JSONValue {
    var members = [JSONValue.Member("status", .text(status.rawValue))]
    guard let reading else { return .object(members) }
    if !isPreferred { members.append(JSONValue.Member("anyReading", .flag(true))) }
    if reading.kind != .passages {
      let names = JSONValue.list(reading.items.map { .text($0.name) })
      let isWhole = reading.items.count == reading.total || reading.kind == .number
      members.append(JSONValue.Member(isWhole ? "names" : "namesInclude", names))
    }
    if let value = reading.value {
      let unit = value.unit.map { [JSONValue.Member("unit", .text($0))] } ?? []
      members.append(
        JSONValue.Member("value", .object([JSONValue.Member("value", .number(value.value))] + unit)))
    }
    for (name, parts) in [("field", fields), ("point", points)] {
      let wanted = reading.items.flatMap { parts($0, reading) }
      if !wanted.isEmpty { members.append(JSONValue.Member(name, .list(wanted))) }
    }
    if !shownItems.isEmpty {
      members.append(
        JSONValue.Member("sourceOverlaps", .list(shownItems.flatMap { sources(of: $0, in: reading) })))
    }
    return .object(members)
  }

  /// The places of a thing, with its name; a passage is the place itself, and stands among the first.
  private func sources(of item: Item, in reading: Reading) -> [JSONValue] {
    let name = reading.kind == .passages ? [] : [JSONValue.Member("name", .text(item.name))]
    return item.sources.map { source in
      .object(
        name + [
          JSONValue.Member("document", .text(source.document)),
          JSONValue.Member("lines", .list([.number(source.lines.first), .number(source.lines.last)])),
        ])
    }
  }

  /// Of passages the best alone: how the others are ranked is for topics to say.
  private var shownItems: [Item] {
    guard let reading else { return [] }
    return reading.kind == .passages ? Array(reading.items.prefix(3)) : reading.items
  }

  private func asked(of item: Item, in reading: Reading) -> [JSONValue.Member] {
    // a thing is told by its name, a group by its figures
    guard item.type == "group" || !reading.asked.isEmpty else { return [] }
    return JSONValue(item.only(reading.asked))["fields"]?.members ?? []
  }

  private func fields(_ item: Item, _ reading: Reading) -> [JSONValue] {
    asked(of: item, in: reading).filter { $0.value.members == nil && $0.value.values == nil }.map {
      .object([
        JSONValue.Member("name", .text(item.name)), JSONValue.Member("key", .text($0.name)),
        JSONValue.Member("equals", $0.value),
      ])
    }
  }

  private func points(_ item: Item, _ reading: Reading) -> [JSONValue] {
    let points = asked(of: item, in: reading).first { $0.name == "points" }?.value.values ?? []
    let kept: Set<String> = ["role", "fiscalYear", "value", "unit", "bound"]
    return points.map { point in
      .object(
        [JSONValue.Member("name", .text(item.name))] + (point.members ?? []).filter { kept.contains($0.name) }
      )
    }
  }

  /// `plan:3-5 other:8-8`
  private var citations: String {
    shownItems.flatMap(\.sources).map { "\($0.document):\($0.lines.first)-\($0.lines.last)" }
      .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.joined(separator: " ")
  }
}

/// An answer that a person takes for wrong: enough to ask again, and no text of a document.
package struct OpenCase: Hashable, Sendable {
  package let question: String
  /// The reading on screen as a question; the status where there is none.
  package let reading: String
  /// Of the library that was asked.
  package let fingerprint: UInt64
  package let note: String

  package init(question: String, reading: String, fingerprint: UInt64, note: String) {
    (self.question, self.reading, self.fingerprint, self.note) = (question, reading, fingerprint, note)
  }

  /// A JSON object on a line.
  package var line: String {
    JSONValue.object([
      JSONValue.Member("question", .text(question)), JSONValue.Member("reading", .text(reading)),
      JSONValue.Member("fingerprint", .text(Library.text(ofFingerprint: fingerprint))),
      JSONValue.Member("note", .text(note)),
    ]).encoded(.line) + "\n"
  }
}

extension QuestionSet {
  /// The text of a set with another answer behind its last question, all else as it was.
  /// - Parameter bytes: of the set; empty for a new one.
  /// - Throws: what reading the set throws.
  package static func text(
    _ bytes: [UInt8], name: String, adding answer: ConfirmedAnswer
  ) throws(Judgements.Problem) -> [UInt8] {
    let isNew = bytes.allSatisfy { $0 <= 0x20 }
    let known = isNew ? [] : try QuestionSet(parsing: bytes, name: name).cases.map(\.id)
    let cases = answer.cases(besides: Set(known)).map { $0.encoded(.line) }.joined(separator: ",\n")
    guard !isNew, let end = bytes.lastIndex(of: UInt8(ascii: "]")) else {
      return Array("[\n\(cases)\n]\n".utf8)
    }
    let before = Array(bytes[..<end].reversed().drop { $0 <= 0x20 }.reversed())
    return before + Array(((known.isEmpty ? "\n" : ",\n") + cases + "\n").utf8) + bytes[end...]
  }
}
