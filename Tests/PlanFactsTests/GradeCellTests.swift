import Testing

@testable import PlanFacts

@Suite("Cells that grade") struct GradeCellTests {
  @Test(arguments: [("4", 4), ("４", 4), ("10", 10), ("3*", 3), ("３＊", 3)])
  func `digits in either width are a level`(_ cell: String, _ level: Int) {
    #expect(GradeCell(cell)?.level == level)
  }

  @Test(arguments: ["+5", "＋5", "-3", "−3", "0", "05", "11", "四", "٤", "5.0", "98%", ""])
  func `a sign, another numeral or a figure is no level`(_ cell: String) {
    #expect(GradeCell(cell)?.level == nil)
  }
}
