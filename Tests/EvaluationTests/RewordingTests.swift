import Analysis
import Evaluation
import Testing

@Suite("Rewordings")
struct RewordingTests {
  static let made: [(rewording: Rewording, question: String, wordings: [String])] = [
    (.kana, "バス路線のKPI", ["ばす路線のKPI"]),
    (.width, "2021年度のKPI", ["２０２１年度のＫＰＩ"]),
    (.era, "2021年度の目標", ["令和3年度の目標", "R3年度の目標", "2021（令和3）年度の目標"]),
    (.era, "令和３年度の目標", ["2021年度の目標", "2021（令和3）年度の目標"]),
    (.era, "平成30年の目標", ["2018年の目標", "2018（平成30）年の目標"]),
    (.era, "予算の大きい事業", []),
    (.okurigana, "水素の取り組みは？", ["水素の取組は？", "水素の取組みは？"]),
    (.particles, "水の予算は？", ["水の予算？", "水の予算って？"]),
    (.particles, "水の予算を教えて", ["水の予算教えて"]),
    (.kana, "水の予算を教えて", ["水の予算をおしえて"]),
    (.kana, "全部おしえて", ["全部教えて"]),
    (.kana, "「いくつものこと」の事は？", ["「いくつものこと」のことは？"]),
    (.kana, "何件の事業", []),
    (.particles, "水の予算", ["水の予算は"]),
    (.politeness, "水の予算は？", ["水の予算を教えてください", "水の予算は何ですか？"]),
    (.politeness, "KPI for water", ["Could you tell me: KPI for water"]),
    (.particles, "水源とは？", []),
    (.politeness, "水源とは？", ["水源とは何ですか？"]),
    (.order, "土木局で、達成度4の事業", ["達成度4の事業で、土木局"]),
    (.order, "水の予算はいくら？", ["いくら、水の予算は？"]),
    (.order, "水の予算は？", []),
    (.order, "水の予算を教えて", ["教えて、水の予算を"]),
    (.order, "水を除く事業", []),
    (.order, "水の2021年度の目標は？", ["2021年度の水の目標は？"]),
    (.order, "2021年度の水の目標は？", ["目標は、2021年度の水の？"]),
    (.order, "ごみの行方の予算はいくら？", ["いくら、ごみの行方の予算は？", "予算はいくら、ごみの行方の？"]),
    (.order, "Is the budget of 水 large? No: the budget of 水", ["Is the budget of 水 large? No: 水's budget"]),
    (.order, "How many projects are there under policy 1?", ["Under policy 1, how many projects are there?"]),
    (.order, "What is the budget of 水?", ["For 水, what is the budget?", "What is 水's budget?"]),
    (.order, "Which projects exceeded the budget?", []),
    (.synonyms, "水の所管局は？", ["水の局は？", "水の所管は？"]),
    (.synonyms, "ごみの量", ["廃棄物の量"]),
    (.synonyms, "ごみ処理の量", ["廃棄物処理の量"]),
    (.synonyms, "生産緑地の面積", []),
    (.synonyms, "「ごみ」の量", []),
    (.synonyms, "the main evaluation", []),
    (.synonyms, "水の上位", []),
    (.synonyms, "the actual spending of 水", ["the settlement of 水", "the settlements of 水"]),
    (
      .functionWords, "KPI for the water",
      [
        "show me KPI for the water", "show me the KPI for the water", "please list KPI for the water",
        "KPI for water",
      ]
    ),
    (.functionWords, "？？", []),
    (.letterCase, "KPI for 水", ["KPI FOR 水", "kpi for 水"]),
    (.spacing, "2021年度のKPIは", ["2021 年度の KPI は"]),
    (.spacing, "予算が300,000以上で11.7の事業", ["予算が 300,000 以上で 11.7 の事業"]),
    (.spacing, "水、土の予算", ["水 土の予算", "水　土の予算"]),
    (.typo, "アクションの数", ["アクシションの数"]),
    (.typo, "水の量", []),
  ]

  @Test("say the same in other words", arguments: made)
  func makes(_ rewording: Rewording, _ question: String, _ wordings: [String]) {
    #expect(rewording.wordings(of: question, .builtIn) == wordings)
  }

  @Test func `a word of a name is not put in other words`() {
    #expect(Rewording.synonyms.wordings(of: "ごみの行方の量", .builtIn, names: ["ごみの行方"]) == [])
    #expect(Rewording.synonyms.wordings(of: "ごみの量", .builtIn, names: ["廃棄物"]) == [])
    #expect(Rewording.kana.wordings(of: "育てることのできる町", .builtIn, names: ["育てることのできる町"]) == [])
  }
}
