import JapaneseText
import PlanDocuments
import Testing

@testable import PlanFacts

@Suite("The same measure in two plans") struct MeasureLinksTests {
  static func indicator(_ name: String, plan: String, unit: String) -> Fact {
    let point = Point(
      role: .current, value: ExactNumber(1), unit: unit, text: "1\(unit)", lines: LineRange(1))
    return Fact(
      kind: .indicator, name: name, plan: plan,
      fields: [Field(.points, .points([point]), lines: LineRange(1))],
      sources: [FactSource(lines: LineRange(1), section: [])])
  }

  static let same = [
    ("湖畔区の従業員1人あたりの出荷額", "湖畔区の従業者一人あたりの出荷額"),
    ("湖に関わる取り組みを行う事業所の割合", "湖に関わる取組を行う事業所の割合"),
    ("ＫＰＩ・森の利用者数", "KPI森の利用者数"),
  ]

  @Test("links what is worded differently", arguments: same)
  func links(_ first: String, _ second: String) {
    let linked = linkSameMeasures([
      Self.indicator(first, plan: "a", unit: "円"), Self.indicator(second, plan: "b", unit: "円"),
    ])
    #expect(linked[0].sameAs == [FactLink(plan: "b", name: second)])
    #expect(linked[1].sameAs == [FactLink(plan: "a", name: first)])
  }

  @Test func `other units, other names and the same plan are not linked`() {
    let facts = [
      Self.indicator("森の利用", plan: "a", unit: "人"), Self.indicator("森の利用", plan: "b", unit: "%"),
      Self.indicator("湖の利用", plan: "b", unit: "人"), Self.indicator("森の、利用", plan: "a", unit: "人"),
    ]
    #expect(linkSameMeasures(facts).allSatisfy { $0.sameAs.isEmpty })
  }
}
