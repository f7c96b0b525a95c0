import JapaneseText
import PlanDocuments
import PlanFacts
import Rendering
import Testing

@Suite("Facts as flat rows") struct FlatFactsTests {
  private func rows(_ fields: [Field], kind: FactKind = .indicator) -> [String] {
    let fact = Fact(
      kind: kind, name: "甲,乙", plan: "plan", fields: fields,
      sources: [FactSource(lines: LineRange(3, 5), section: [])])
    return FlatFacts.lines(of: fact) { .page($0.first, box: nil) }.split(separator: "\n").map(String.init)
  }

  @Test func `the columns are these`() {
    #expect(FlatFacts.header == "document,type,name,field,value,number,unit,fiscalYear,page,lines\n")
  }

  @Test func `each point is a row with its role, its figure as printed and exact`() {
    let points = [
      Point(
        role: .current, fiscalYear: 2022, value: ExactNumber(digits: -102, scale: 1), unit: "%",
        text: "▲10.2%",
        lines: LineRange(4)),
      Point(role: .target, text: "増加", lines: LineRange(5)),
    ]
    #expect(
      rows([Field(.points, .points(points), lines: LineRange(3, 5))]) == [
        "plan,indicator,\"甲,乙\",points.current,▲10.2%,-10.2,%,2022,4,4-4",
        "plan,indicator,\"甲,乙\",points.target,増加,,,,5,5-5",
      ])
  }

  @Test func `lists, flags, schedules and unclaimed columns are a row a value`() {
    let lines = LineRange(3)
    #expect(
      rows([
        Field(.measures, .list(["丙", "丁"]), lines: lines), Field(.repeated, .flag(true), lines: lines),
        Field(
          .schedule,
          .schedule([ScheduleEntry(fiscalYear: 2025, orLater: true, items: ["着工"], lines: LineRange(4))]),
          lines: lines),
        Field(.attributes, .attributes([Attribute(name: "方向性", value: "拡充")]), lines: lines),
      ]).map {
        $0.split(separator: ",", omittingEmptySubsequences: false).dropFirst(4).joined(separator: "|")
      } == [
        "measures|丙||||3|3-3", "measures|丁||||3|3-3", "schedule.orLater|着工|||2025|4|4-4",
        "repeated|true||||3|3-3", "attributes.方向性|拡充||||3|3-3",
      ])
  }

  @Test func `the unit and year of a row of figures are its amount's`() {
    let lines = LineRange(3)
    let fields = [
      Field(.amount, .number(ExactNumber(12)), lines: lines), Field(.unit, .text("人"), lines: lines),
      Field(.fiscalYear, .number(ExactNumber(2023)), lines: lines),
    ]
    #expect(rows(fields, kind: .figure).contains("plan,figure,\"甲,乙\",amount,12,12,人,2023,3,3-3"))
    #expect(
      rows([Field(.budget, .number(ExactNumber(12)), lines: lines)]) == [
        "plan,indicator,\"甲,乙\",budget,12,12,,,3,3-3"
      ])
  }

  @Test func `a fact without fields, a row unread and an error keep a row`() {
    #expect(rows([]) == ["plan,indicator,\"甲,乙\",,,,,,3,3-5"])
    let row = UnreadRow(kind: .project, plan: "plan", lines: LineRange(7), section: [], reason: "no name")
    #expect(FlatFacts.line(of: row) == "plan,project,,unread,no name,,,,,7-7\n")
    #expect(FlatFacts.line(ofError: "empty", in: "plan") == "plan,,,error,empty,,,,,\n")
  }
}
