import Analysis
import Evaluation
import Testing

@Suite("Rewordings")
struct RewordingTests {
  static let made: [(rewording: Rewording, question: String, wordings: [String])] = [
    (.kana, "バス路線のKPI", ["ばす路線のKPI"]),
    (.width, "2021年度のKPI", ["２０２１年度のＫＰＩ"]),
    (.era, "2021年度の目標", ["令和3年度の目標"]),
    (.era, "令和３年度の目標", ["2021年度の目標"]),
    (.era, "平成30年の目標", ["2018年の目標"]),
    (.era, "予算の大きい事業", []),
    (.okurigana, "水素の取り組みは？", ["水素の取組は？", "水素の取組みは？"]),
    (.particles, "水の予算は？", ["水の予算？"]),
    (.particles, "水の予算", ["水の予算は"]),
    (.politeness, "水の予算は？", ["水の予算を教えてください", "水の予算は何ですか？"]),
    (.politeness, "KPI for water", ["Could you tell me: KPI for water"]),
    (.order, "土木局で、達成度4の事業", ["達成度4の事業で、土木局"]),
    (.functionWords, "KPI for water", ["show me KPI for water", "show me the KPI for water"]),
    (.letterCase, "KPI for 水", ["KPI FOR 水", "kpi for 水"]),
    (.spacing, "2021年度のKPIは", ["2021 年度の KPI は"]),
    (.typo, "アクションの数", ["アクシションの数"]),
    (.typo, "水の量", []),
  ]

  @Test("say the same in other words", arguments: made)
  func makes(_ rewording: Rewording, _ question: String, _ wordings: [String]) {
    #expect(rewording.wordings(of: question, .builtIn) == wordings)
  }
}
