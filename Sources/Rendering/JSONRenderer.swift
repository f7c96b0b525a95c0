import Answers
import JapaneseText
import PageLayout
import SourceFiles

/// An answer as the contract's JSON object.
package struct JSONRenderer: AnswerRenderer {
  package let layout: JSONValue.Layout

  package init(layout: JSONValue.Layout) { self.layout = layout }

  package func render(_ answer: Answer) -> String { JSONValue(answer).encoded(layout) + "\n" }
}

extension JSONValue {
  package init(_ answer: Answer) {
    var members: [Member] = [
      Member("contract", .number(Answer.contract)),
      Member("question", .text(answer.question)),
      Member("status", .text(answer.status.rawValue)),
      Member("readings", .list(answer.readings.map(JSONValue.init))),
      Member("words", JSONValue(answer.words)),
      Member("suggestions", JSONValue(answer.suggestions.map(\.text))),
    ]
    if let error = answer.error {
      members.append(
        Member(
          "error",
          .object([
            Member("code", .text(error.code.rawValue)),
            Member("message", .text(error.message)),
            Member("span", .list([.number(error.span.lowerBound), .number(error.span.upperBound)])),
          ])))
    }
    self = .object(members)
  }

  init(_ texts: [String]) { self = .list(texts.map(JSONValue.text)) }

  init(_ words: QuestionWords) {
    var members = [
      Member("unknown", JSONValue(words.unknown)),
      Member("ignored", JSONValue(words.ignored)),
      Member(
        "spans",
        .list(
          words.spans.map { span in
            .object([
              Member("span", .list([.number(span.range.lowerBound), .number(span.range.upperBound)])),
              Member("use", .text(span.use.rawValue)),
            ])
          })),
    ]
    if !words.readAs.isEmpty {
      members.append(
        Member(
          "readAs",
          .list(
            words.readAs.map {
              .object([Member("asked", .text($0.asked)), Member("read", .text($0.read))])
            })))
    }
    self = .object(members)
  }

  package init(_ reading: Reading) {
    let because = reading.because.map(\.sentence)
    self = .object(
      [
        Member("canonical", .text(reading.canonical)),
        Member("kind", .text(reading.kind.rawValue)),
        Member("total", .number(reading.total)),
        Member("value", reading.value.map(JSONValue.init) ?? .null),
        Member("items", .list(reading.items.map(JSONValue.init))),
        Member("unread", .list(reading.unread.map(JSONValue.init))),
        Member("complete", .flag(reading.isComplete)),
      ] + (because.isEmpty ? [] : [Member("because", JSONValue(because))])
        + [Member("words", JSONValue(reading.words))])
  }

  init(_ value: NumberValue) {
    let unit = value.unit.map { [Member("unit", .text($0))] } ?? []
    self = .object([Member("value", .number(value.value))] + unit)
  }

  package init(_ item: Item) {
    var members: [Member] = [
      Member("type", .text(item.type)),
      Member("name", .text(item.name)),
      Member("fields", JSONValue(item.fields)),
    ]
    if !item.sameAs.isEmpty {
      members.append(
        Member(
          "sameAs",
          .list(
            item.sameAs.map {
              .object([Member("name", .text($0.name)), Member("document", .text($0.document))])
            })))
    }
    members.append(Member("sources", .list(item.sources.map(JSONValue.init))))
    self = .object(members)
  }

  package init(_ source: ItemSource) {
    var members: [Member] = [
      Member("document", .text(source.document)),
      Member("path", .text(source.path)),
      Member("lines", .list([.number(source.lines.first), .number(source.lines.last)])),
      Member("section", JSONValue(source.section)),
    ]
    if let place = source.place { members += JSONValue.members(of: place) }
    if !source.sdgTargets.isEmpty { members.append(Member("sdgTargets", JSONValue(source.sdgTargets))) }
    if source.repeated { members.append(Member("repeated", .flag(true))) }
    if source.isChanged { members.append(Member("changed", .flag(true))) }
    if let reason = source.reason { members.append(Member("reason", .text(reason))) }
    self = .object(members)
  }

  /// Where lines stand in a file that is no text.
  package static func members(of place: Place) -> [Member] {
    switch place {
    case .page(let page, let box):
      let edges = box.map { [$0.left, $0.top, $0.right, $0.bottom].map(points) }
      return [Member("page", .number(page))] + (edges.map { [Member("box", .list($0))] } ?? [])
    case .cells(let sheet, let range):
      return (sheet.map { [Member("sheet", .text($0))] } ?? []) + [Member("cells", .text(range.description))]
    case .element(let path): return [Member("element", .text(path))]
    }
  }

  /// A length in points to a tenth.
  private static func points(_ length: Double) -> JSONValue {
    .number(ExactNumber(digits: Int((length * 10).rounded()), scale: 1))
  }

  init(_ fields: [ItemField]) { self = .object(fields.map { Member($0.name, JSONValue($0.value)) }) }

  init(_ value: ItemValue) {
    self =
      switch value {
      case .text(let text): .text(text)
      case .number(let number): .number(number)
      case .flag(let flag): .flag(flag)
      case .list(let values): .list(values.map(JSONValue.init))
      case .object(let fields): JSONValue(fields)
      }
  }
}
