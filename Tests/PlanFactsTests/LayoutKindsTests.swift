import PlanDocuments
import TestSupport
import Testing

@testable import PlanFacts

/// Pages of an invented city as `pdftotext` gives them, with and without `-layout`: what must be read, and what must not become a fact.
@Suite("Pages as pdftotext gives them") struct LayoutKindsTests {
  static let names = [
    "blocks-plain", "cards-layout", "labels-layout", "list-layout", "measures-layout", "numbered-layout",
    "numbered-plain",
    "results-layout",
    "results-plain", "reviews-layout",
    "settled-layout", "sheet-layout", "side-layout",
    "strategy-layout", "strategy-plain",
  ]

  @Test("what is read of a page is what it says", arguments: names)
  func reads(_ name: String) {
    let text = Files.text("\(Paths.top)/Tests/Fixtures/minahara-\(name).txt")
    let read = TableMapperTests.read(text, [.project, .indicator, .measure]).map { $0 + "\n" }.joined()
    #expect(Golden.difference(read, "minahara-\(name).facts") == nil)
  }

  @Test("no total, head, note or office is the name of a fact", arguments: names)
  func namesNothingElse(_ name: String) {
    let text = Files.text("\(Paths.top)/Tests/Fixtures/minahara-\(name).txt")
    let names = TableMapperTests.read(text, [.project, .indicator, .measure]).map {
      String($0.prefix { $0 != ":" })
    }
    for word in ["計", "款", "課", "調べ", "アンケート", "実績", "目標", "千円", "（注）", "執行率"] {
      #expect(!names.contains { $0.hasSuffix(word) || $0.hasPrefix(word) }, "\(word) in \(names)")
    }
  }
}
