import Foundation
import PlanDocuments
import TestSupport
import Testing

@testable import PlanFacts

/// Pages of invented cities in layouts that were written down, with what they say, before any of it was read: what a reader of them finds,
/// and that nothing else of the same kinds is found there.
@Suite("Pages in other layouts") struct UnseenPagesFactsTests {
  /// A line of a gold file: `kind<TAB>name<TAB>value<TAB>value…`, values as they are printed.
  struct Record {
    let kind: String
    let name: String
    let values: [String]

    static func all(in text: String) -> [Record] {
      text.split(separator: "\n").map { line in
        let parts = line.split(separator: "\t").map(String.init)
        return Record(kind: parts[0], name: folded(parts[1]), values: parts.dropFirst(2).map(folded))
      }
    }
  }

  static func folded(_ text: String) -> String {
    text.precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace }
  }

  /// All that the fields of a fact say, as printed; years and amounts as numbers.
  static func said(by fact: Fact) -> [String] {
    fact.fields.flatMap { field -> [String] in
      switch field.value {
      case .text(let text): [folded(text)]
      case .number(let number): ["\(number)"]
      case .points(let points): points.map { folded($0.text) }
      case .attributes(let attributes): attributes.map { folded($0.value) }
      case .list(let items): items.map(folded)
      case .flag, .schedule: []
      }
    }
  }

  static let pages = [
    "hoshimi-yogo", "kazehara-dantai", "kazehara-yogo", "kazehara-yosan", "minatoura-ichiran",
    "minatoura-raw",
    "tsukino-kpi", "tsukino-sheet",
  ]

  @Test("what a page says is read, and nothing else of its kinds", arguments: pages)
  func reads(_ name: String) {
    let folder = "\(Paths.top)/Tests/Fixtures/pages"
    let gold = Record.all(in: Files.text("\(folder)/\(name).gold"))
    let facts = Extraction(reading: Reading.document(Files.text("\(folder)/\(name).txt"))).facts
    let kinds = Set(gold.map(\.kind))
    #expect(
      facts.filter { kinds.contains($0.kind.rawValue) }.map { "\($0.kind.rawValue) \(Self.folded($0.name))" }
        .sorted()
        == gold.map { "\($0.kind) \($0.name)" }.sorted())
    var missing: [String] = []
    for record in gold {
      let said = facts.filter { $0.kind.rawValue == record.kind && Self.folded($0.name) == record.name }
        .flatMap(
          Self.said)
      for value in record.values {
        let digits = value.filter { $0 != "," }
        if !said.contains(where: { $0.contains(value) || $0 == digits }) {
          missing.append("\(record.name): \(value)")
        }
      }
    }
    #expect(missing.isEmpty)
  }
}
