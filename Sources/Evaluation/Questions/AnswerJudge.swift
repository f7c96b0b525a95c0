import Answers
import JapaneseText
import PlanDocuments
import Rendering

/// Judges an answer, as programs see it, by what a person expects of it.
package enum AnswerJudge {
  /// What is wrong with an answer, a sentence each; empty where it is right.
  package static func faults(of answer: Answer, by expectation: Expectation) -> [String] {
    guard expectation.statuses.contains(answer.status) else {
      let right = expectation.statuses.map(\.rawValue).joined(separator: " or ")
      return ["status \(answer.status.rawValue), not \(right)"]
    }
    guard answer.status == .answered else {
      let told = PrintedName.folded(answer.suggestions.map(\.text).joined(separator: "\n"))
      // a status that is right by itself needs no suggestion; one of several does
      guard expectation.statuses.count > 1 else { return [] }
      return expectation.texts.filter { !told.contains(PrintedName.folded($0)) }
        .map { "the suggestions lack \"\($0)\"" }
    }
    let faults = answer.readings.map { ReadingJudge($0, expectation).faults }
    guard let first = faults.first else { return ["answered without a reading"] }
    return expectation.anyReading && faults.contains(where: \.isEmpty) ? [] : first
  }

  /// What is expected of fields, points and places and no item of its name has, a sentence each. Names that no item has are passed over:
  /// they may be those of groups.
  static func faults(of items: [Item], by expectation: Expectation) -> [String] {
    let all = Reading(canonical: "", kind: .projects, total: items.count, items: items)
    return ReadingJudge(all, expectation).faultsOfNamed
  }
}

/// Judges one reading.
private struct ReadingJudge {
  let reading: JSONValue
  let expectation: Expectation
  let items: [JudgedItem]

  init(_ reading: Reading, _ expectation: Expectation) {
    let json = JSONValue(reading)
    self.reading = json
    self.expectation = expectation
    items = (json["items"]?.values ?? []).map(JudgedItem.init)
  }

  var faults: [String] {
    names + numbers + points(expectation.points) + fields(expectation.fields) + places + texts
  }

  /// Of points, fields and places alone, where an item has the name.
  var faultsOfNamed: [String] {
    func isKnown(_ name: [String]?) -> Bool { name != nil && items.contains { $0.isNamed(name) } }
    return points(expectation.points.filter { isKnown($0.name) })
      + fields(expectation.fields.filter { isKnown($0.name) })
      + misplaced(expectation.namedPlaces.filter { isKnown($0.name) })
  }

  private var names: [String] {
    var faults: [String] = []
    if let wanted = expectation.names {
      let found = wanted.map { name in items.indices.filter { items[$0].isNamed(name) } }
      faults += zip(wanted, found).filter(\.1.isEmpty).map { "no \"\($0.0.joined(separator: "||"))\"" }
      let expected = Set(found.joined())
      faults += items.indices.filter { !expected.contains($0) }.map { "\"\(items[$0].name)\" is too many" }
      let order = found.compactMap(\.first)
      if expectation.isOrdered, faults.isEmpty, order != order.sorted() { faults.append("another order") }
    }
    faults += expectation.namesInclude.filter { name in !items.contains { $0.isNamed(name) } }
      .map { "no \"\($0.joined(separator: "||"))\"" }
    faults += expectation.namesExclude.filter { name in items.contains { $0.isNamed(name) } }
      .map { "\"\($0.joined(separator: "||"))\" is too many" }
    return faults
  }

  private var numbers: [String] {
    var faults: [String] = []
    if let count = expectation.count, count != items.count {
      faults.append("\(items.count) items, not \(count)")
    }
    if let wanted = expectation.value, !has(wanted) {
      faults.append(
        "value \(reading["value"]?.encoded(.line) ?? "null"), not \(wanted.number) \(wanted.unit ?? "")")
    }
    return faults
  }

  /// The value of the reading, or a figure that its first item gives for it (`count` for 件, `share` for %).
  private func has(_ wanted: ExpectedValue) -> Bool {
    if let value = reading["value"], value != .null {
      return wanted.isSame(value["value"], value["unit"]?.string)
    }
    guard let fields = items.first?.json["fields"] else { return false }
    return wanted.isSame(fields["count"], "件") || wanted.isSame(fields["share"], "%")
      || wanted.isSame(fields["amount"], fields["unit"]?.string)
  }

  private func points(_ expected: [ExpectedPoint]) -> [String] {
    expected.filter { point in
      !items.contains { $0.isNamed(point.name) && $0.points.contains { point.isSame($0) } }
    }.map { point in
      "no point \(point.value.map { "\($0.number)" } ?? "") \(JSONValue.object(point.members).encoded(.line))"
    }
  }

  private func fields(_ expected: [ExpectedField]) -> [String] {
    expected.filter { field in
      !items.contains { item in
        item.isNamed(field.name) && item.values(at: field.path[...]).contains { field.value.isSame($0) }
      }
    }.map { "no \($0.path.joined(separator: ".")) of \($0.value.encoded(.line))" }
  }

  private var places: [String] {
    let found = items.prefix(expectation.depth).flatMap(\.places)
    let isElsewhere =
      !expectation.places.isEmpty
      && !expectation.places.contains { place in found.contains(where: place.overlaps) }
    return (isElsewhere ? ["none of the first \(expectation.depth) items stands at the lines expected"] : [])
      + misplaced(expectation.namedPlaces)
  }

  private func misplaced(_ expected: [ExpectedPlace]) -> [String] {
    expected.filter { place in
      !items.contains { $0.isNamed(place.name) && $0.places.contains(where: place.span.overlaps) }
    }.map { "\"\($0.name.joined(separator: "||"))\" doesn't stand at \($0.span.id)" }
  }

  private var texts: [String] {
    let all = PrintedName.folded(reading.encoded(.line))
    return expectation.texts.filter { !all.contains(PrintedName.folded($0)) }.map { "no text \"\($0)\"" }
  }
}

extension RelevantSpan {
  /// Whether another place has a line of this one.
  package func overlaps(_ other: RelevantSpan) -> Bool {
    document.utf8.elementsEqual(other.document.utf8) && lines.overlaps(other.lines)
  }
}

/// An item of a reading.
private struct JudgedItem {
  let json: JSONValue
  let name: String
  /// The names that it goes by.
  private let forms: Set<String>

  init(_ json: JSONValue) {
    self.json = json
    name = json["name"]?.string ?? ""
    let label = json["fields"]?["label"]?.string
    var forms = PrintedName.forms(name)
    if let label { forms.formUnion(PrintedName.forms("\(label) \(name)")) }
    if json["type"]?.string == "evaluation" {
      forms.formUnion(PrintedName.forms(label ?? ""))
      forms.formUnion(PrintedName.forms(json["fields"]?["subject"]?.string ?? ""))
    }
    self.forms = forms
  }

  /// Any name where none is given.
  func isNamed(_ alternatives: [String]?) -> Bool {
    alternatives?.contains { !PrintedName.forms($0).isDisjoint(with: forms) } ?? true
  }

  var points: [JSONValue] { json["fields"]?["points"]?.values ?? [] }

  var places: [RelevantSpan] {
    (json["sources"]?.values ?? []).compactMap { source in
      guard let document = source["document"]?.string, let lines = source["lines"]?.values, lines.count == 2,
        let first = lines[0].number?.wholeNumber, let last = lines[1].number?.wholeNumber
      else { return nil }
      return RelevantSpan(document: document, lines: LineRange(first, last), grade: 1)
    }
  }

  func values(at path: ArraySlice<String>) -> [JSONValue] {
    path.reduce([json["fields"] ?? .null]) { values, part in
      values.flatMap { part == "*" ? $0.values ?? [] : $0[part].map { [$0] } ?? [] }
    }
  }
}

extension ExpectedPoint {
  fileprivate func isSame(_ point: JSONValue) -> Bool {
    if let value, !value.isSame(point["value"], point["unit"]?.string) { return false }
    return members.allSatisfy { member in
      member.value == .null ? point[member.name] == nil : member.value.isSame(point[member.name] ?? .null)
    }
  }
}

extension ExpectedValue {
  private static let scales: [(String, Int)] = [
    ("兆", 1_000_000_000_000), ("億", 100_000_000), ("万", 10_000), ("千", 1000),
  ]

  /// Both in the unit that carries no factor: 1,276 万人 is 12,760,000 人.
  private static func base(_ number: ExactNumber, _ unit: String) -> (ExactNumber, String) {
    var (number, unit) = (number, PrintedName.folded(unit))
    while let (word, factor) = scales.first(where: { unit.hasPrefix($0.0) }),
      let product = number.multiplied(by: ExactNumber(factor))
    {
      (number, unit) = (product, String(unit.dropFirst(word.count)))
    }
    return (number, unit)
  }

  fileprivate func isSame(_ found: JSONValue?, _ foundUnit: String?) -> Bool {
    guard let found = found?.number else { return false }
    let there = ExpectedValue.base(found, foundUnit ?? "")
    guard let unit else { return found == number || there.0 == number }
    let here = ExpectedValue.base(number, unit)
    return here.0 == there.0 && here.1 == there.1
  }
}

extension JSONValue {
  /// Equal as a person compares: a text without width and space, a figure as a number even where it is printed with a mark.
  fileprivate func isSame(_ other: JSONValue) -> Bool {
    switch (self, other) {
    case (.text(let a), .text(let b)): PrintedName.folded(a) == PrintedName.folded(b)
    case (.number(let a), .text(let b)), (.text(let b), .number(let a)):
      Quantity(parsing: b)?.value == a
    case (.list(let a), .list(let b)): a.count == b.count && zip(a, b).allSatisfy { $0.isSame($1) }
    default: self == other
    }
  }
}
