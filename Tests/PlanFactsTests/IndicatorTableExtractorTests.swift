import PlanDocuments
import Testing

@testable import PlanFacts

@Suite("Indicator tables in pipes") struct IndicatorTableExtractorTests {
  /// Labels in cells of their own, two indicators in one table, the second with a wrapped name and no current figure.
  static let spread = """
    (環境)

    | ゴール、ターゲット番号 | | KPI | |
    |---|--|--|------|
    |  15.1 15a | | 指標: 湖の透明度の改善割合(2010年度比) | |
    | | | 現在(2018年度): ▲3.5%(暫定値) | 2030年度: ▲２０%以上 |
    |  6 6.3 | | 指標：森の案内人の 延べ活動回数 (再掲) | |
    | | | 現在: 2019年度から新たに 実施 | 2025年度:1,200回以上 |

    湖のまちをめざします。
    """

  @Test func `labels in cells of their own give name, points, targets and notes`() throws {
    let facts = Reading.facts(IndicatorTableExtractor(), in: Self.spread)
    try #require(facts.count == 2)
    #expect(facts[0].name == "湖の透明度の改善割合(2010年度比)")
    #expect(
      facts[0].points.map(\.summary)
        == ["current 2018年度 -3.5 % [▲3.5%]", "target 2030年度 -20 % atLeast [▲２０%以上]"])
    #expect(facts[0].list(.sdgTargets) == ["15.1", "15.a"])
    #expect(facts[0].text(.note) == "暫定値")
    #expect(facts[0].sources.map(\.lines) == [LineRange(5, 6)])
    #expect(facts[0].points.map(\.lines) == [LineRange(6), LineRange(6)])
    #expect(facts[1].name == "森の案内人の延べ活動回数")
    #expect(facts[1].flag(.repeated) == true)
    #expect(facts[1].points.map(\.summary) == ["target 2025年度 1200 回 atLeast [1,200回以上]"])
    #expect(facts[1].text(.note) == "2019年度から新たに実施")
    #expect(facts[1].list(.sdgTargets) == ["6", "6.3"])
  }

  @Test func `numbered marks of notes are no part of a name or a figure`() throws {
    let facts = Reading.facts(
      IndicatorTableExtractor(),
      in: """
        (環境)

        | ゴール | KPI | |
        |--|--|--|
        | 15.1 | 指標: 釣り人の数 *1 | |
        | | 現在(2021年度): 10人 1) | 2025年度: 20人以上※2 |
        | 15.2 | 指標: 木道の数 注3) | |
        | | 現在(2021年度): 4本*4 | 2025年度: 5本（予定） |
        """)
    #expect(facts.map(\.name) == ["釣り人の数", "木道の数"])
    #expect(
      facts.flatMap(\.points).map(\.summary) == [
        "current 2021年度 10 人 [10人]", "target 2025年度 20 人 atLeast [20人以上]", "current 2021年度 4 本 [4本]",
        "target 2025年度 5 本 [5本]",
      ])
  }

  struct Layout: CustomTestStringConvertible {
    let testDescription: String
    let rows: String
  }

  /// One indicator in every shape: always 現在 2020年度 45.5%, 2025年度 50%以上, targets 1.5, 11 and 11.b.
  static let layouts = [
    Layout(
      testDescription: "all in one cell",
      rows: "| 1.5, 11, 11.b | 指標: 木道の修繕率 現在(2020年度): 45.5% 2025年度: 50%以上 |"),
    Layout(
      testDescription: "paragraph tags",
      rows: "| <p>1.5, 11, 11.b</p> | <p>指標: 木道の修繕率</p> <p>現在(2020年度): 45.5%</p> <p>2025年度: 50%以上</p> |"),
    Layout(
      testDescription: "a nested table that prints the target again",
      rows: """
        | 1.5, 11 11.b | 指標: 木道の修繕率 現在(2020年度): 45.5% <table border="1"> <tr> <td>2025年度: 50%以上</td> </tr> </table> | 2025年度: 50%以上 |
        | 2025年度: 50%以上 | | |
        """),
    Layout(
      testDescription: "icons with captions beside the targets",
      rows: """
        | 7 きれいな 水を 9 まちを つくろう | 1.5, 11, 11.b | 指標：木道の修繕率 現在(2020年度)：45.5% 2025年度：50%以上 |
        | 13 空を 守ろう | | |
        """),
    Layout(
      testDescription: "targets spread over the rows, figures at the end",
      rows: """
        | | 1.5 | 指標：木道の 修繕率 |
        | | 11, | |
        | | 11b | |
        | | 現在(2020年度):45.5% | 2025年度:50%以上 |
        """),
    Layout(
      testDescription: "the columns in another order",
      rows: """
        | 2025年度: 50%以上 | 指標: 木道の修繕率 | 1.5, 11, 11.b |
        | | 現在(2020年度): 45.5% | |
        """),
    Layout(
      testDescription: "full-width digits and signs, an era year",
      rows: "| １．５ １１ １１．ｂ | 指標： 木道の修繕率 現在（令和２年度）： ４５．５％ 令和７年度： ５０％以上 |"),
    Layout(
      testDescription: "labels over their figures",
      rows: """
        | 1.5, 11, 11.b | 指標: 木道の修繕率 | |
        | | 現在(2020年度): | 2025年度: |
        | | 45.5% | 50%以上 |
        """),
  ]

  @Test("reads an indicator in each shape", arguments: layouts)
  func shape(_ layout: Layout) throws {
    let page = "| ゴール、ターゲット番号 | | KPI |\n|---|---|---|\n" + layout.rows
    let extraction = IndicatorTableExtractor().extract(from: Reading.document(page))
    let fact = try #require(extraction.facts.first)
    #expect(extraction.facts.count == 1)
    #expect(extraction.unread.isEmpty)
    #expect(fact.name == "木道の修繕率")
    #expect(fact.list(.sdgTargets) == ["1.5", "11", "11.b"])
    let points = fact.points.sorted { $0.fiscalYear ?? 0 < $1.fiscalYear ?? 0 }
    #expect(points.map(\.role) == [.current, .target])
    #expect(points.map(\.fiscalYear) == [2020, 2025])
    #expect(points.map { $0.value?.description } == ["45.5", "50"])
    #expect(points.map(\.bound) == [nil, .atLeast])
  }

  @Test func `two figures in a cell are two points with labels`() {
    let page = "|a|b|\n|-|-|\n| 4.1 | 指標:「森が好き」と答えた割合 現在(2021年度): 88.8%(小3) 77%(中1) |"
    #expect(
      Reading.facts(IndicatorTableExtractor(), in: page).first?.points.map(\.summary)
        == ["current 2021年度 小3 88.8 % [88.8%]", "current 2021年度 中1 77 % [77%]"])
  }

  @Test func `a missing figure leaves the other one`() {
    let page = "|a|b|c|\n|-|-|-|\n| 4.1 | 指標:森の面積 | |\n| | | 2025年度: 300ha 以上 |"
    #expect(
      Reading.facts(IndicatorTableExtractor(), in: page).first?.points.map(\.summary)
        == ["target 2025年度 300 ha atLeast [300ha 以上]"])
  }

  @Test func `a head can name the columns, in any order`() {
    let page = """
      | 目標値（2028年度） | 指標 | 現状値（2022年度） | 関連するゴール |
      |---|---|---|---|
      | 6回以上 | 湖の観察会の開催数 | ４回 | 4.7, 6 |
      | 増加 | 湖の来訪者数 | 12.5万人（2021年） | |
      """
    let facts = Extraction(reading: Reading.document(page)).facts.filter { $0.kind == .indicator }
    #expect(facts.map(\.name) == ["湖の観察会の開催数", "湖の来訪者数"])
    #expect(facts.first?.list(.sdgTargets) == ["4.7", "6"])
    #expect(
      facts.flatMap(\.points).map(\.summary) == [
        "target 2028年度 6 回 atLeast [6回以上]", "current 2022年度 4 回 [４回]", "target 2028年度 [増加]",
        "current 2021年 125000 人 [12.5万人]",
      ])
  }

  @Test func `a name without figures is unread, a table without indicators is nothing`() {
    let page = "|a|b|\n|-|-|\n| 4.1 | 指標:森の面積 |\n\n| 区 | 人口 |\n|-|-|\n| 北区 | 12,345人 |"
    let extraction = IndicatorTableExtractor().extract(from: Reading.document(page))
    #expect(extraction.facts.isEmpty)
    #expect(extraction.unread.map(\.lines) == [LineRange(3)])
  }

  @Test func `a second printing is a second source, in kana or in kanji, another name another indicator`()
    throws
  {
    let page = """
      |a|b|
      |-|-|
      | 4.1 | 指標:森に かかわった人の割合 現在(2021年度):5% 2025年度:9% |
      | 5.1 | 指標:森にかかわった人の割合(再掲) 現在(2021年度):5% 2025年度:9% |
      | 5.2 | 指標:森に関わった人の割合 現在(2021年度):5% 2025年度:9% |
      | 5.3 | 指標:川に関わった人の割合 現在(2021年度):5% 2025年度:9% |
      | 5.4 | 指標:森に関わった人の割合の伸び 現在(2021年度):6% 2025年度:9% |
      """
    let facts = mergingRepeats(Reading.facts(IndicatorTableExtractor(), in: page))
    #expect(facts.map(\.name) == ["森にかかわった人の割合", "川に関わった人の割合", "森に関わった人の割合の伸び"])
    let first = try #require(facts.first)
    #expect(first.points.count == 2)
    #expect(first.list(.sdgTargets) == ["4.1", "5.1", "5.2"])
    #expect(first.sources.map(\.sdgTargets) == [["4.1"], ["5.1"], ["5.2"]])
    #expect(first.sources.map(\.repeated) == [false, true, false])
    #expect(first.sources.map(\.spelling) == [nil, nil, "森に関わった人の割合"])
    #expect(first.flag(.repeated) == true)
  }

  @Test("no row of pipes can crash it", arguments: 0..<200)
  func survives(_ seed: Int) {
    let parts = [
      "|", "|", "指標:", "現在", "(2021年度)", ":", "：", "2025年度", "(", ")", "（", "<table", ">", "</", "\n",
      "99999999999999999999",
      "▲", "%", "12.a", "-", " ", "割合", "再掲", "(再掲)",
    ]
    var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1
    var text = "|"
    for _ in 0..<60 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += parts[Int(state >> 33) % parts.count]
    }
    _ = mergingRepeats(Reading.facts(IndicatorTableExtractor(), in: text))
  }

  @Test(.enabled(if: Published.isAtHand)) func `the published plan prints 34 indicators with 66 points`()
    throws
  {
    let document = try Published.document("sdgs-future-city-plan")
    let extraction = IndicatorTableExtractor().extract(from: document)
    #expect(extraction.facts.count == 34)
    #expect(extraction.facts.map(\.points.count).reduce(0, +) == 66)
    #expect(extraction.unread.isEmpty)
    #expect(mergingRepeats(extraction.facts).count == 25)
    for fact in extraction.facts {
      for point in fact.points {
        let cited = (point.lines.first...point.lines.last).map { document.plan[line: $0] }.joined()
        #expect(cited.squeezed.contains(point.text.squeezed))
      }
    }
  }

  @Test func `a name that a page's end cuts is one name`() throws {
    let page = """
      みどり市 まちづくり計画

      | ゴール、ターゲット番号 | | KPI | |
      |--|--|--|--|
      | 9.4 | 指標: 船小屋のうち空いて | | |

      12

      みどり市 まちづくり計画

      | ゴール、ターゲット番号 | | KPI | |
      |--|--|--|--|
      | | いるものの割合 | | |
      | | 現在(2021年度): 3.5% | 2025年度: 2%以下 | |
      """
    let extraction = IndicatorTableExtractor().extract(from: Reading.document(page))
    #expect(extraction.unread.isEmpty)
    let fact = try #require(extraction.facts.first)
    #expect(extraction.facts.count == 1)
    #expect(fact.name == "船小屋のうち空いているものの割合")
    #expect(
      fact.points.map(\.summary)
        == ["current 2021年度 3.5 % [3.5%]", "target 2025年度 2 % atMost [2%以下]"])
    #expect(fact.sources.map(\.lines) == [LineRange(5, 14)])
  }
}
