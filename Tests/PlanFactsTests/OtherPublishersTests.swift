import PlanDocuments
import TestSupport
import Testing

@testable import PlanFacts

/// Plans of an invented city as other publishers lay them out: pipes, tabs and spaces, sheets, bullets, wraps, page
/// numbers, full-width digits, missing cells.
@Suite("Plans of other publishers") struct OtherPublishersTests {
  static let names = [
    "midori-jimu-jigyo-hyoka", "midori-kankyo-kihon-keikaku", "midori-sogo-keikaku",
    "midori-sogo-senryaku-kensho",
  ]

  static func document(_ name: String) -> PlanDocument {
    PlanDocument(
      reading: Plan(
        id: name, path: "\(name).txt", text: Files.text("\(Paths.top)/Tests/Fixtures/\(name).txt")))
  }

  @Test("every record of the gold is read with every field, and nothing else is", arguments: names)
  func readsAll(_ name: String) {
    let gold = GoldRecord.all(in: Files.text("\(Paths.top)/Tests/Fixtures/\(name).gold"))
    #expect(gold.count > 10)
    let comparison = Comparison(gold: gold, read: GoldRecord.all(read: Self.document(name)))
    #expect(comparison.missing.isEmpty, "recall:\n\(comparison.summary)")
    #expect(comparison.invented.isEmpty, "precision:\n\(comparison.summary)")
    #expect(
      comparison.missingFields.isEmpty && comparison.wrongFields.isEmpty, "fields:\n\(comparison.summary)")
  }

  @Test("every figure stands in the lines its field cites", arguments: names)
  func isSupported(_ name: String) {
    let document = Self.document(name)
    for fact in Extraction(reading: document).facts {
      #expect(unsupportedFields(of: fact, in: document.plan) == [], "\(fact.kind) \(fact.name)")
    }
  }

  @Test("the outline is the one a reader would draw", arguments: names)
  func outline(_ name: String) {
    let sections = Self.document(name).outline.sections
    let text = sections.map { section in
      String(repeating: "  ", count: max(0, section.depth - 1)) + section.title
        + (section.page.map { " …\($0)" } ?? "") + " (\(section.heading.first))\n"
    }.joined()
    #expect(Golden.difference(text, "\(name).outline") == nil)
  }
}
