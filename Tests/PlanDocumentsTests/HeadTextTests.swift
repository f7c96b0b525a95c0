import Testing

@testable import PlanDocuments

@Suite("Heads of tables") struct HeadTextTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let names: [String]
    let year: Int?
    let unit: String?
    var testDescription: String { text }
    init(_ text: String, _ names: [String], _ year: Int? = nil, _ unit: String? = nil) {
      (self.text, self.names, self.year, self.unit) = (text, names, year, unit)
    }
  }

  static let cases = [
    Case("決　　算　　額（千円）", ["決算額"], nil, "千円"),
    Case("（５）目標値〔令和９年度〕", ["目標値"], 2027),
    Case("Ｒ５実績", ["実績"], 2023),
    Case("H30", [], 2018),
    Case("2022", [], 2022),
    Case("3年度目標", ["目標"], 2021),
    Case("R７年度末の目標", ["目標"], 2025),
    Case("重要業績評価指標（ＫＰＩ）", ["重要業績評価指標(kpi)", "重要業績評価指標"]),
    Case("事業費 Ａ", ["事業費a", "事業費"]),
    Case("①【事業名】", ["事業名"]),
    Case("予算額（単位：人）", ["予算額"], nil, "人"),
    Case("12月補正", ["12月補正"]),
    Case("（実績）", ["実績"]),
    Case("", []),
  ]

  @Test("a head is what names a field, a year and a unit", arguments: cases)
  func parts(_ each: Case) {
    let head = HeadText(each.text, units: ["千円"], era: 2018)
    #expect(head.names == each.names)
    #expect(head.year?.first == each.year)
    #expect(head.unit == each.unit)
  }

  @Test(
    "times are periods, words with a time are not",
    arguments: [
      ("令和5年度", true), ("4月", true), ("12月補正", true), ("上半期", true), ("令和5年度実績", false), ("指標", false),
      ("1月あたりの費用額", false),
    ])
  func periods(_ text: String, _ isPeriod: Bool) { #expect(HeadText(text).isPeriod == isPeriod) }
}
