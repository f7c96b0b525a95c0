import PlanDocuments
import Testing

@testable import PlanFacts

@Suite("Adopted plans") struct AdoptedPlanExtractorTests {
  struct Printing: CustomTestStringConvertible {
    let text: String
    /// `name 2018-3 策定`, one for each plan.
    let adoptions: [String]
    var testDescription: String { text }
  }

  static let printings = [
    Printing(
      text: "(みどり湖ビジョン)\n\n湖の将来像を「湖の学校」と共有した。（２０１８ 年 ３ 月策定）", adoptions: ["みどり湖ビジョン 2018-3 策定"]),
    Printing(text: "「みどり市森林計画」と統合し、明確にした（2022年3月改定）。", adoptions: ["みどり市森林計画 2022-3 改定"]),
    Printing(text: "みどり農業振興計画（2016(平成 28)年８月改訂）", adoptions: ["みどり農業振興計画 2016-8 改定"]),
    Printing(
      text: "平成27(2015)年10月、「みどり市国際プラン」を策定し、\n翌年に動き出した。", adoptions: ["みどり市国際プラン 2015-10 策定"]),
    Printing(
      text: "2019年2月に、2030年を取組期間とする「みどり市方針（SDGs）」を策定・公表した。",
      adoptions: ["みどり市方針（SDGs） 2019-2 策定"]),
    Printing(
      text: "2021年4月に「みどり市計画」（以下、「計画」という。）を改定した。", adoptions: ["みどり市計画 2021-4 改定"]),
    Printing(text: "令和４年３月に策定した「みどり市総合計画」に基づく。", adoptions: ["みどり市総合計画 2022-3 策定"]),
    Printing(text: "2018（平成30）年３月改定の「みどり市知的財産戦略」", adoptions: ["みどり市知的財産戦略 2018-3 改定"]),
    Printing(text: "2010（平成 22）年に策定した「みどり競技場計画」", adoptions: ["みどり競技場計画 2010 策定"]),
    Printing(text: "みどり市 第2期計画（2022～2025）\n\n令和4年3月 策定", adoptions: ["みどり市 第2期計画（2022～2025） 2022-3 策定"]),
    Printing(
      text: "○みどり商業ビジョン（2009（平成 21）年度策定）の策定から 10 年が経過することから、商\n業ビジョンを更新します。",
      adoptions: ["みどり商業ビジョン 2009 策定"]),
    Printing(text: "令和２年度に策定した「みどり湖計画」", adoptions: ["みどり湖計画 2020 策定"]),
    Printing(text: "みどり湖計画（令和２年度策定予定）", adoptions: []),
    Printing(text: "2018（平成30）年３月に改定予定の「みどり市知的財産戦略」", adoptions: []),
    Printing(text: "橋が開通した（2022年3月供用開始）。「湖の計画」を策定する。", adoptions: []),
    Printing(text: "「みどり市方針」を2019年2月に策定・公表した。", adoptions: ["みどり市方針 2019-2 策定"]),
    Printing(text: "「みどり市方針」は、令和3（2021）年3月に策定しました。", adoptions: ["みどり市方針 2021-3 策定"]),
    Printing(text: "「みどり市方針」は2019年2月に策定予定です。", adoptions: []),
    Printing(
      text: "（出所）平成 29 年の調書\n11\n湖畔整備計画（2016年８月改定）\n12", adoptions: ["湖畔整備計画 2016-8 改定"]),
    Printing(text: "2022年3月に「湖の条例」を制定した。", adoptions: []),
  ]

  @Test("reads a plan with its date", arguments: printings)
  func reads(_ printing: Printing) {
    let facts = Reading.facts(AdoptedPlanExtractor(), in: printing.text)
    let adoptions = facts.map { fact in
      let month = fact.number(.adoptedMonth).map { "-\($0)" } ?? ""
      return "\(fact.name) \(fact.number(.adoptedYear) ?? 0)\(month) \(fact.text(.kind) ?? "")"
    }
    #expect(adoptions == printing.adoptions)
  }

  @Test func `name and date are cited with the lines between them`() throws {
    let fact = try #require(Reading.facts(AdoptedPlanExtractor(), in: Self.printings[0].text).first)
    #expect(fact.sources.map(\.lines) == [LineRange(1, 3)])
    #expect(fact.fields.allSatisfy { $0.lines == LineRange(3) })
    #expect(fact.text(.text) == "２０１８ 年 ３ 月策定")
  }

  @Test(
    "a date without a name is unread",
    arguments: ["計画を進めていく（2022年3月策定）。", "みどり市防災計画は、2022年3月に策定した。"])
  func nameless(_ text: String) {
    let extraction = AdoptedPlanExtractor().extract(from: Reading.document(text))
    #expect(extraction.facts.isEmpty)
    #expect(extraction.unread.map(\.lines) == [LineRange(1)])
  }

  @Test func `what is no plan is not missed among the plans`() {
    let extraction = AdoptedPlanExtractor().extract(from: Reading.document("●先導する取組を令和５年６月に改定、実施"))
    #expect(extraction.unread.isEmpty)
  }

  @Test func `the same adoption told twice is one plan with two sources`() {
    let text = "2019年2月に「みどり市方針」を策定した。\n\n「みどり市方針」（2019年2月策定）"
    let facts = mergingRepeats(Reading.facts(AdoptedPlanExtractor(), in: text))
    #expect(facts.map(\.name) == ["みどり市方針"])
    #expect(facts.first?.sources.map(\.lines) == [LineRange(1), LineRange(3)])
  }

  @Test(.enabled(if: Published.isAtHand)) func `the published SDGs plan tells of ten plans`() throws {
    let document = try Published.document("sdgs-future-city-plan")
    let facts = mergingRepeats(AdoptedPlanExtractor().extract(from: document).facts)
    #expect(facts.count == 10)
    #expect(facts.allSatisfy { $0.number(.adoptedMonth) != nil })
    #expect(facts.allSatisfy { unsupportedFields(of: $0, in: document.plan).isEmpty })
  }
}
