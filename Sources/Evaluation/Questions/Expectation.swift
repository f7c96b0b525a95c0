import Answers
import JapaneseText
import Phrases
import PlanDocuments
import Rendering

/// What a person read in the texts and a right answer must say.
///
/// Only what is given is looked at; all of it must hold of one reading: of the first, or of any where `anyReading` says so.
package struct Expectation: Hashable, Sendable {
  /// The statuses that are right; `answered` where none is given.
  package let statuses: [Answer.Status]
  package let anyReading: Bool
  /// Exactly these names, each with its alternatives.
  package let names: [[String]]?
  /// True where `names` stand in their order.
  package let isOrdered: Bool
  package let namesInclude: [[String]]
  package let namesExclude: [[String]]
  /// How many items the reading has.
  package let count: Int?
  package let value: ExpectedValue?
  package let points: [ExpectedPoint]
  package let fields: [ExpectedField]
  /// One of these must be among the sources of the first `depth` items.
  package let places: [RelevantSpan]
  package let depth: Int
  /// Each of these must be among the sources of the item of its name, whatever else is right.
  package let namedPlaces: [ExpectedPlace]
  /// Texts that stand somewhere in the reading; in the suggestions where the answer found nothing.
  package let texts: [String]

  /// True where no answer with items is right.
  package var expectsNothing: Bool { !statuses.contains(.answered) }
}

/// A number and its unit; the unit is looked at where it is given.
package struct ExpectedValue: Hashable, Sendable {
  package let number: ExactNumber
  package let unit: String?
}

/// A point of an item of this name; only what is given is looked at.
package struct ExpectedPoint: Hashable, Sendable {
  package let name: [String]?
  package let value: ExpectedValue?
  /// `role`, `fiscalYear`, `bound`, …; `null` says that the member must be absent.
  package let members: [JSONValue.Member]
}

/// A field of an item of this name; `path` goes into lists by `*`: `schedule.*.fiscalYear`.
package struct ExpectedField: Hashable, Sendable {
  package let name: [String]?
  package let path: [String]
  package let value: JSONValue
}

/// Where an item of this name stands.
package struct ExpectedPlace: Hashable, Sendable {
  package let name: [String]
  package let span: RelevantSpan
}

/// What is wrong with an expectation, as a message says it.
struct ExpectationProblem: Error, Hashable {
  let saying: Saying
}

extension Expectation {
  private static let known: Set<String> = [
    "status", "anyReading", "names", "ordered", "namesInclude", "namesExclude", "count", "value", "point",
    "field", "sourceOverlaps", "k", "textIncludes",
  ]

  /// Reads the object `expect` of a set; a member that is not known is a problem, as it would never be looked at.
  init(_ json: JSONValue) throws(ExpectationProblem) {
    guard let members = json.members else { throw ExpectationProblem(saying: Phrase.expectNoObject.with()) }
    if let other = members.first(where: { !Expectation.known.contains($0.name) }) {
      throw ExpectationProblem(saying: Phrase.expectHasNo.with(Saying(other.name)))
    }
    statuses =
      try Expectation.each(json["status"], "status") { $0.string.flatMap(Answer.Status.init) }
      .nonEmpty ?? [.answered]
    anyReading = json["anyReading"]?.isTrue ?? false
    names = try json["names"].map { names throws(ExpectationProblem) in
      try Expectation.each(names, "names", Expectation.alternatives)
    }
    isOrdered = json["ordered"]?.isTrue ?? false
    namesInclude = try Expectation.each(json["namesInclude"], "namesInclude", Expectation.alternatives)
    namesExclude = try Expectation.each(json["namesExclude"], "namesExclude", Expectation.alternatives)
    count = json["count"]?.number?.wholeNumber
    value = try Expectation.each(json["value"], "value") { ExpectedValue($0) }.first
    points = try Expectation.each(json["point"], "point") { ExpectedPoint($0) }
    fields = try Expectation.each(json["field"], "field") { ExpectedField($0) }
    let spans = try Expectation.each(json["sourceOverlaps"], "sourceOverlaps") { place in
      RelevantSpan(place).map { (name: place["name"].flatMap(Expectation.alternatives), span: $0) }
    }
    places = spans.filter { $0.name == nil }.map(\.span)
    namedPlaces = spans.compactMap { place in place.name.map { ExpectedPlace(name: $0, span: place.span) } }
    depth = json["k"]?.number?.wholeNumber ?? 3
    texts = try Expectation.each(json["textIncludes"], "textIncludes", \.string)
  }

  /// Names, or other spellings of one name between `||`.
  fileprivate static func alternatives(_ json: JSONValue) -> [String]? {
    json.string.map { $0.split(separator: "||").map(String.init) }
  }

  private static func each<T>(
    _ json: JSONValue?, _ name: String, _ read: (JSONValue) -> T?
  ) throws(ExpectationProblem) -> [T] {
    var all: [T] = []
    for value in json?.listed ?? [] {
      guard let one = read(value) else {
        throw ExpectationProblem(saying: Phrase.holdsValue.with(Saying(name), Saying(value.encoded(.line))))
      }
      all.append(one)
    }
    return all
  }
}

extension ExpectedValue {
  init?(_ json: JSONValue) {
    guard let number = json["value"]?.number else { return nil }
    self.init(number: number, unit: json["unit"]?.string)
  }
}

extension ExpectedPoint {
  init?(_ json: JSONValue) {
    guard let members = json.members else { return nil }
    self.init(
      name: json["name"].flatMap(Expectation.alternatives), value: ExpectedValue(json),
      members: members.filter { !["name", "value", "unit"].contains($0.name) })
  }
}

extension ExpectedField {
  init?(_ json: JSONValue) {
    guard let key = json["key"]?.string, let value = json["equals"] else { return nil }
    self.init(
      name: json["name"].flatMap(Expectation.alternatives),
      path: key.split(separator: ".").map(String.init), value: value)
  }
}

extension RelevantSpan {
  fileprivate init?(_ json: JSONValue) {
    guard let document = json["document"]?.string, let lines = json["lines"]?.values, lines.count == 2,
      let first = lines[0].number?.wholeNumber, let last = lines[1].number?.wholeNumber, first >= 1,
      last >= first
    else { return nil }
    self.init(document: document, lines: LineRange(first, last), grade: 1)
  }
}

extension Array {
  fileprivate var nonEmpty: [Element]? { isEmpty ? nil : self }
}
