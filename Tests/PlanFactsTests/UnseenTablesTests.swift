import PlanDocuments
import Testing

@testable import PlanFacts

/// Tables of indicators and projects as other cities print them, about an invented city.
@Suite("Tables of other cities") struct UnseenTablesTests {
  static func points(_ text: String) -> [String] {
    Extraction(reading: Reading.document(text)).facts.filter { $0.kind == .indicator }
      .flatMap { fact in [fact.name] + fact.points.map(\.summary) }
  }

  static func projects(_ text: String) -> [Fact] {
    Extraction(reading: Reading.document(text)).facts.filter { $0.kind == .project }
  }

  static let read = ["乗船者数", "current 2023年度 902 人 [902人]", "target 2026年度 1200 人 [1,200人]"]

  @Test(
    "a role and its year may stand in one title or two, in any order",
    arguments: [
      "指標\t現状値\t目標値\n\t令和５年度\t令和８年度\n", "指標\t現状値\t目標値\n\t（令和５年度）\t（令和８年度）\n",
      "指標\t現状 R5\t目標 R8\n", "指標\t令和5年度（現状）\t令和8年度（目標）\n", "令和５年度\t令和８年度\n指標\t現状\t目標\n",
    ])
  func years(_ head: String) {
    #expect(Self.points(head + "乗船者数\t902人\t1,200人\n") == Self.read)
  }

  @Test(
    "beside what is and what is to be, a column of any title names what is measured",
    arguments: ["目標指標", "項目", "指標項目", "評価項目", "成果目標", "目標(指標)名", "取組"])
  func names(_ title: String) {
    #expect(Self.points("\(title)\t現状（R5）\t目標（R8）\n乗船者数\t902人\t1,200人\n") == Self.read)
    // a schedule prints works, no figures
    #expect(Self.points("\(title)\t現状（R5）\t目標（R8）\n湖の再生\t●調査\t●整備\n") == [])
  }

  @Test(
    "a column of units may stand in lines of text too",
    arguments: [
      "項目 単位 現状（R5） 目標（R8）\n乗船者数 人 902 1,200\n", "指標名\n単位\n現状値\n（R5）\n目標値\n（R8）\n乗船者数\n人\n902\n1,200\n",
    ])
  func units(_ text: String) {
    #expect(
      Self.points(text) == ["乗船者数", "current 2023年度 902 人 [902]", "target 2026年度 1200 人 [1,200]"])
  }

  @Test func `a head with units ends where a row has none`() {
    #expect(
      Self.points("項目 単位 現状（R5） 目標（R8）\n乗船者数 人 902 1,200\n\nH30.10.3 7 回みどり懇談会 資料 4\n1 総合戦略の指標 16 項目\n").count
        == 3)
  }

  @Test(
    "words around a figure are no part of its unit",
    arguments: [
      ("12団体※1", "12 団体 [12団体]"), ("累計500件", "500 件 [累計500件]"), ("延べ1,200人", "1200 人 [延べ1,200人]"),
      ("年間12回", "12 回 [年間12回]"), ("1,200万円以下に抑制", "12000000 円 atMost [1,200万円以下に抑制]"),
      ("1,500人程度", "1500 人 [1,500人程度]"),
      ("年延べ1,200人", "1200 人 [年延べ1,200人]"), ("５年間で15人", "15 人 [５年間で15人]"), ("◇30件以内", "30 件 atMost [◇30件以内]"),
      ("年4回", "4 回 [年4回]"), ("延べ約1,200人", "1200 人 [延べ約1,200人]"),
    ])
  func figures(_ text: String, _ expected: String) {
    #expect(Self.points("指標\t現状\t目標\n登録\t\(text)\t－\n") == ["登録", "current \(expected)"])
  }

  @Test func `a table of projects may have amounts of a year and a column of activities`() {
    let facts = Self.projects(
      """
      （単位：千円）
      整理番号\t事務事業名\t所管課\tR4予算現額\tR4決算額\t活動指標\t評価
      1-01\t花壇事業\t公園課\t12,450\t11,982\t団体数 182団体\tB
      小計\t\t\t12,450\t11,982\t\t
      """)
    #expect(facts.map(\.name) == ["花壇事業"])
    #expect(facts.first?.number(.budget) == 12450)
    #expect(facts.first?.number(.settlement) == 11982)
    // which of two years a budget is of could not be told
    let years = Self.projects("事業名\tR4決算額\tR5予算額\tR6予算額\n花壇事業\t120\t130\t140\n")
    #expect(years.first?.number(.settlement) == 120)
    #expect(years.first?.number(.settlementYear) == 2022)
    #expect(years.first?[.budget] == nil)
  }

  @Test func `projects may be printed with spaces under a cost, or a cell a line`() {
    let spaced = Self.projects("No 事業名 所管課 事業費（千円） 評価\n1 花壇のまち\nづくり事業 公園課 12,300 B\n2 木陰事業 農林課 2,300 A\n")
    #expect(spaced.map(\.name) == ["花壇のまちづくり事業", "木陰事業"])
    #expect(spaced.map { $0.text(.grade) } == ["B", "A"])
    let cells = Self.projects(
      "事業名\n所管課\n決算額\n（千円）\n達成度\n\n花壇事業\n公園課\n154\n98%\n\n湖の橋の修繕\n事業\n公園課\n432\n76%\n\n本文である。\n")
    #expect(cells.map(\.name) == ["花壇事業", "湖の橋の修繕事業"])
    #expect(cells.map { $0.number(.settlement) } == [154, 432])
  }

  /// The years of the head stand closer than the columns below them: the fourth figure of a row is under the fifth year.
  @Test func `figures that stand under other heads than their own are unread`() {
    let extraction = Extraction(
      reading: Reading.document(
        """
        指標の推移

                                                      基準値            実 績 値                目標値
            政策   No.         指 標 名              単位   令和２年度 令和３年度 令和４年度 令和５年度 令和６年度 令和８年度                          判定 担当課
                  5 湖の学校に通う子の割                  ％        38.2      40.5      43.9      45.2      47.0      60.0   Ｂ   みどり湖課
            政策２   6 森の案内人の会に月1回以上出た市民の割合        ％         5.6       4.9       6.3       7.8       8.7      10.0   Ｂ   みどり湖課
                  9 湖の年間来訪者数                   百万円      1,284     1,310     1,422     1,205     1,168     1,400   Ｄ    森の課
            政策３  10 新規登録者数（累計）                  人          ―          2         5         6         9        15   Ｂ    森の課
         湖と森の恵みを 11 道の利用者数                     千人         184       203       251       288       307       320   Ｂ    森の課

        """))
    #expect(!extraction.facts.contains { $0.kind == .indicator || $0.kind == .figure })
    #expect(extraction.tables.contains { $0.reason == .doubtfulCells })
  }

  @Test func `a band over rows of a list is none of its rows`() {
    let facts = Self.projects(
      "区分\t事業名\t予算額（千円）\nⅠ\t湖と森\t\n拡充\t花壇事業\t120\nⅡ\t丘と道\t\n新規\t木陰事業\t130\n新規\t小道事業\t150\n")
    #expect(facts.map(\.name) == ["花壇事業", "木陰事業", "小道事業"])
  }

  @Test func `a grade in a cell is no project, and a page's number no figure`() {
    #expect(ActionProgramExtractor().extract(from: Reading.document("○\t改善\t17\t35.4%\n")) == Extraction())
    let extraction = IndicatorLinesExtractor().extract(
      from: Reading.document("指標 現状 中間目標 目標\n乗船者数 12人 13人 15人\n\nみどり市計画\n60\n"))
    #expect(extraction.facts.count == 1)
    #expect(extraction.unread == [])
  }

  @Test func `an indicator's label may be counted`() {
    #expect(Self.points("指標①　乗船者数\n　現状値（令和５年度）　902人\n　目標値（令和８年度）　1,200人\n") == Self.read)
  }

  @Test func `an indicator on one line is read where both figures have their year`() {
    let line = "①　組織率　　76.8％（令和５年度）　→　90.0％（令和９年度）"
    let extraction = Extraction(reading: Reading.document("第１章 湖\n\n本文である。\n\n\(line)\n"))
    #expect(
      extraction.facts.filter { $0.kind == .indicator }.flatMap { [$0.name] + $0.points.map(\.summary) } == [
        "組織率", "current 2023年度 76.8 % [76.8％]", "target 2027年度 90 % [90.0％]",
      ])
    #expect(extraction.unread == [])
  }

  @Test(
    "what looks like an indicator and says too little is unread",
    arguments: ["活動指標 単位 20 年度(実績) 21 年度(実績) 目標値(H22)"])
  func unread(_ line: String) {
    let extraction = Extraction(reading: Reading.document("第１章 湖\n\n本文である。\n\n\(line)\n"))
    #expect(!extraction.facts.contains { $0.kind == .indicator })
    #expect(extraction.unread.map(\.lines) == [LineRange(5)])
  }

  @Test func `a row with more cells than columns is unread`() {
    let extraction = Extraction(
      reading: Reading.document("指標\t現状\t目標\n乗船者数\t男性\t12人\t15人\n参加者数\t2人\t5人\n"))
    #expect(extraction.facts.filter { $0.kind == .indicator }.map(\.name) == ["参加者数"])
    #expect(extraction.unread.map(\.lines) == [LineRange(2)])
  }
}
