import TestSupport
import Testing

@testable import PlanDocuments

@Suite("Pages of a text") struct PageTests {
  private func plan(_ text: String) -> Plan { Plan(id: "x", path: "x", text: text) }

  @Test func `a form feed begins a page and ends no line`() {
    let plan = plan("一\n\u{C}二\n三\n\u{C}\n\u{C}四")
    #expect(plan.lines == ["一", "二", "三", "", "四"])
    #expect(plan.printedLines == ["一", "\u{C}二", "三", "\u{C}", "\u{C}四"])
    #expect((1...5).map(plan.page) == [1, 2, 2, 3, 4])
    #expect((1...5).map(plan.opensPage) == [false, true, false, true, true])
  }

  @Test func `behind text a form feed is a space, and the next line is on the next page`() {
    let plan = plan("一\u{C}二\u{C}\n三")
    #expect(plan.lines == ["一 二 ", "三"])
    #expect((1...2).map(plan.page) == [1, 3])
  }

  @Test func `pages are the same where a plan is made of its own lines again`() {
    let plan = plan("\u{C}\u{C} 一\r\n二\u{C}\n\n\u{C}三\n")
    #expect(Plan(id: "x", path: "x", lines: plan.printedLines) == plan)
    #expect((1...4).map(plan.page) == [3, 3, 4, 5])
  }

  /// Form feeds as `pdftotext` sets them, before the first line of each page, against a blank line there.
  @Test func `a page's edge reads like a blank line`() {
    let pages = [PlanFixtures.industry, PlanFixtures.evaluation, PlanFixtures.review]
    let fed = PlanDocument(reading: plan(pages.joined(separator: "\n\u{C}")))
    let blank = PlanDocument(reading: plan(pages.joined(separator: "\n\n")))
    #expect(fed.logicalLines.map(\.text) == blank.logicalLines.map(\.text))
    #expect(fed.outline.sections.map(\.title) == blank.outline.sections.map(\.title))
  }
}
