import JapaneseText
import PlanDocuments
import TestSupport
import Testing

@testable import PlanFacts

@Suite("Coverage") struct CoverageTests {
  static let plan = Plan(id: "midori", path: "m.txt", text: "(1) 花壇\n\n花壇は4か所\n12\n2021年度から\n木は8本\n池は3つ")

  @Test func `each line counts once, facts before all else, blank lines never as anything else`() {
    let fact = Fact(
      kind: .project, name: "花壇", plan: "midori", fields: [Field(.number, .flag(true), lines: LineRange(3))],
      sources: [FactSource(lines: LineRange(1, 3), section: [])])
    let row = UnreadRow(kind: .project, plan: "midori", lines: LineRange(6, 60), section: [], reason: "")
    let document = PlanDocument(
      plan: Self.plan, title: "", logicalLines: [], outline: Outline(sections: []), passages: [],
      furniture: [3, 4, 99])
    let coverage = Coverage(of: document, Extraction(facts: [fact], unread: [row]))
    #expect(coverage.lines == 7)
    #expect(coverage.facts == 2)
    #expect(coverage.blank == 1)
    #expect(coverage.furniture == 1)
    #expect(coverage.unread == 2)
    #expect(coverage.text == 1)
    #expect(coverage.figuresWithoutFact.isEmpty)
  }

  @Test func `a heading is its own line, not all that stands under it`() {
    let fact = Fact(
      kind: .heading, name: "花壇", plan: "midori",
      fields: [Field(.childCount, .flag(true), lines: LineRange(1, 7))],
      sources: [FactSource(lines: LineRange(1), section: [])])
    #expect(Coverage(of: PlanDocument(reading: Self.plan), Extraction(facts: [fact])).facts == 1)
  }

  @Test func `a table that is kept as a whole reads none of its rows`() {
    let fact = Fact(
      kind: .table, name: "花壇", plan: "midori",
      fields: [Field(.rows, .number(ExactNumber(7)), lines: LineRange(1, 7))],
      sources: [FactSource(lines: LineRange(1, 7), section: [])])
    let coverage = Coverage(of: PlanDocument(reading: Self.plan), Extraction(facts: [fact]))
    #expect(coverage.facts == 0)
    #expect(coverage.figuresWithoutFact.contains(3))
  }

  @Test func `a figure that is no year and no label is reported where no fact holds it`() {
    let coverage = Coverage(of: PlanDocument(reading: Self.plan), Extraction())
    #expect(coverage.figuresWithoutFact.contains(3))
    #expect(coverage.figuresWithoutFact.contains(6))
    #expect(!coverage.figuresWithoutFact.contains(1))
    #expect(!coverage.figuresWithoutFact.contains(5))
  }

  @Test func `citations outside the plan are harmless`() {
    let row = UnreadRow(kind: .project, plan: "m", lines: LineRange(-5, 0), section: [], reason: "")
    #expect(Coverage(of: PlanDocument(reading: Self.plan), Extraction(unread: [row])).unread == 0)
  }

  @Test(.enabled(if: Published.isAtHand), arguments: Published.names)
  func `the counts of a published plan add up to its lines`(_ name: String) throws {
    let document = try Published.document(name)
    let coverage = Coverage(of: document, Extraction(reading: document))
    #expect(
      coverage.facts + coverage.unread + coverage.furniture + coverage.text + coverage.blank == coverage.lines
    )
    #expect(coverage.lines == document.plan.lines.count)
  }
}
