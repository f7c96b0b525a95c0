import JapaneseText
import PlanDocuments
import TestSupport
import Testing

@testable import PlanFacts

@Suite("Indicator tables in lines") struct IndicatorLinesExtractorTests {
  static let head = """
    成果指標
     指 標 計画策定時 現 状 第１期計画期間
    における目標値

    第２期計画期間
    における目標値


    """

  static func read(_ text: String) -> Extraction {
    IndicatorLinesExtractor().extract(
      from: PlanDocument(reading: Plan(id: "midori", path: "m.txt", text: text)))
  }

  /// A point on one line: `target 2021 第2期 60 件 atLeast`.
  static func line(_ point: Point) -> String {
    let years = point.fiscalYears.isEmpty ? [] : ["\(point.fiscalYears)"]
    return
      ([point.role.rawValue] + (point.fiscalYear.map { ["\($0)"] } ?? []) + years
      + (point.calendarYear ? ["年"] : [])
      + [point.period, point.label, point.value?.description, point.unit, point.bound?.rawValue].compactMap(
        \.self))
      .joined(separator: " ")
  }

  static func points(_ fact: Fact) -> [String] {
    guard case .points(let points) = fact[.points] else { return [] }
    return points.map(line)
  }

  @Test func `a wrapped name and four cells with their years make an indicator`() throws {
    let extraction = Self.read(
      Self.head + """
        みどり湖の遊覧船の
        年間乗船者数

        1 万 2,000 人
        （2014(平成 26)年度）

        12,500人
        （2016(平成 28)年度）

        13,000人以上
        （2017(平成29)年度）

        １５,０００ 人以上
        （2021(平成 33)年度）

        【主な取組内容】
        ○乗船場を直します。
        """)
    let fact = try #require(extraction.facts.first)
    #expect(extraction.facts.count == 1)
    #expect(fact.name == "みどり湖の遊覧船の年間乗船者数")
    #expect(
      Self.points(fact) == [
        "baseline 2014 12000 人", "current 2016 12500 人", "target 2017 第1期 13000 人 atLeast",
        "target 2021 第2期 15000 人 atLeast",
      ])
    // the head says which period a target is of
    #expect(fact.sources.map(\.lines) == [LineRange(2, 21)])
    guard case .points(let points) = fact[.points] else { return }
    #expect(points.map(\.text) == ["1 万 2,000 人", "12,500人", "13,000人以上", "１５,０００ 人以上"])
    #expect(
      points.map(\.lines) == [LineRange(11, 12), LineRange(14, 15), LineRange(17, 18), LineRange(20, 21)])
  }

  @Test func `several cells on one line, dashes and a note on the marked row`() {
    let facts = Self.read(
      Self.head + """
        森の案内人の
        登録者数※ ― 97人

        （2016年度）
        ― 120人以上

        （2021年度）
        清掃活動の回数 8回
        （2014年度）
        9回（2016年度）
        10回以上
        （2017年度）
        12回以上
        （2021年度）
        ※第２期計画から新たに
        設定した指標です。
        """
    ).facts
    #expect(facts.map(\.name) == ["森の案内人の登録者数", "清掃活動の回数"])
    #expect(facts.map { Self.points($0).count } == [2, 4])
    #expect(Self.points(facts[0]) == ["current 2016 97 人", "target 2021 第2期 120 人 atLeast"])
    #expect(facts.map { $0[.note] } == [.text("第２期計画から新たに設定した指標です。"), nil])
    #expect(facts.map(\.sources.first?.lines) == [LineRange(2, 23), LineRange(2, 21)])
  }

  @Test func `averages, calendar years and figures set apart by a label keep what the document prints`() {
    let facts = Self.read(
      Self.head + """
        工業出荷額
        2 兆 100 億円
        （2011(平成 23)年
        2013(平成 25)年平均）
        ―
        （2018年３月頃に判明）
        ２兆円以上
        （2017年）
        ２兆円以上
        （2021年）
        年間来訪者数
        50 万人

        市外 20 万人
        （2014年）
        55万人
        市外 22万人
        （2016年）
        56万人以上
        市外 23万人以上
        （2017年）
        60万人以上
        市外 25万人以上
        （2021年）
        """
    ).facts
    #expect(facts.map(\.name) == ["工業出荷額", "年間来訪者数"])
    #expect(
      Self.points(facts[0]) == [
        "baseline [2011, 2012, 2013] 年 2010000000000 円", "target 2017 年 第1期 2000000000000 円 atLeast",
        "target 2021 年 第2期 2000000000000 円 atLeast",
      ])
    #expect(Self.points(facts[1]).count == 8)
    #expect(Self.points(facts[1]).prefix(2) == ["baseline 2014 年 500000 人", "baseline 2014 年 市外 200000 人"])
    #expect(Self.points(facts[1]).last == "target 2021 年 第2期 市外 250000 人 atLeast")
  }

  @Test func `a cell told in words is none and no part of the name`() {
    let facts = Self.read(
      Self.head + """
        湖畔の企業
        立地件数

        第２期実施計画
        から新たに設定

        ９件
        （2017年度）

        ― 35件以上
        （2021年度）
        """
    ).facts
    #expect(facts.map(\.name) == ["湖畔の企業立地件数"])
    #expect(facts.flatMap(Self.points) == ["current 2017 9 件", "target 2021 第2期 35 件 atLeast"])
    #expect(facts.map { $0[.note] } == [.text("第２期実施計画から新たに設定")])
  }

  @Test func `a remark in a bracket behind a dash is a note, a year there is none`() {
    let facts = Self.read(
      Self.head + """
        湖畔の販売額 838億円
        （2014（平成 26）年度）

        ―
        （2018（平成 30）年
        ３月頃に判明）

        １千億円以上
        （2017(平成 29)年度）

        １千億円以上
        （2021(平成 33)年度）

        湖畔の店舗数 ―
        （2014（平成 26）年度）
        12 店
        （2016(平成 28)年度）
        ―
        20 店以上
        （2021(平成 33)年度）
        """
    ).facts
    #expect(facts.map(\.name) == ["湖畔の販売額", "湖畔の店舗数"])
    #expect(facts.map { Self.points($0).count } == [3, 2])
    #expect(facts.map { $0[.note] } == [.text("（2018（平成 30）年 ３月頃に判明）"), nil])
  }

  @Test func `columns are read by the head in whatever order it prints them`() {
    let facts = Self.read(
      """
      指標 現状
      第１期 第２期
      目標値 目標値 計画策定時
      苗木の配布数
      10本（2016年度）
      20本以上（2017年度）
      30本以上（2021年度）
      5本（2014年度）
      """
    ).facts
    #expect(
      facts.flatMap(Self.points) == [
        "current 2016 10 本", "target 2017 第1期 20 本 atLeast", "target 2021 第2期 30 本 atLeast",
        "baseline 2014 5 本",
      ])
  }

  @Test func `years printed in the head hold for cells without their own`() {
    let facts = Self.read("指標 現状（2022年度） 2025年度目標\n花壇の数 40か所 50か所以上\n樹木の数 8,000本 維持\n").facts
    #expect(facts.map(\.name) == ["花壇の数", "樹木の数"])
    #expect(facts.flatMap(Self.points).prefix(2) == ["current 2022 40 か所", "target 2025 50 か所 atLeast"])
    #expect(facts.flatMap(Self.points).last == "target 2025")
  }

  @Test func `a row with a missing cell finds its columns by the years of whole rows, else is unread`() {
    let whole = "花壇の数\n4件\n（2014年度）\n5件\n（2016年度）\n6件\n（2017年度）\n7件\n（2021年度）\n"
    let gap = "樹木の数\n1本\n（2014年度）\n9本\n（2021年度）\n池の数\n3件\n4件\n（2016年度）\n"
    let extraction = Self.read(Self.head + whole + gap)
    #expect(extraction.facts.map(\.name) == ["花壇の数", "樹木の数"])
    #expect(Self.points(extraction.facts[1]) == ["baseline 2014 1 本", "target 2021 第2期 9 本"])
    #expect(extraction.unread.map(\.reason) == ["2 cells for 4 columns"])
    #expect(Self.read(Self.head + gap).facts.isEmpty)
  }

  @Test func `a head with a column of another kind is reported, not passed over`() {
    let extraction = Self.read("指 標 担当 現 状 目標値\n花壇の数 公園課 4 5")
    #expect(extraction.facts.isEmpty)
    #expect(extraction.unread.map(\.reason) == ["unknown columns in the head of a table: 担当"])
    #expect(extraction.unread.map(\.lines) == [LineRange(1)])
  }

  @Test func `words behind the last figure are no part of the next name, and their row is unread`() {
    let extraction = Self.read(
      """
      指標

      現状値

      目標値

      花壇の数

      40 か所

      50 か所 公園課調べ

      樹木の数

      －

      80 本 緑化台帳

      池の数
      3 件
      4 件
      """)
    #expect(extraction.facts.map(\.name) == ["池の数"])
    #expect(extraction.unread.map(\.lines) == [LineRange(7, 11), LineRange(13, 17)])
    #expect(extraction.unread.allSatisfy { $0.reason == "words behind the last figure" })
  }

  @Test(
    "gives no fact for text that only resembles a table",
    arguments: [
      "指標は次のとおりです。\n現状 10件", "| 指標 | 現在 | 目標 |\n| 花壇 | 4 | 5 |", "指標 現状\n花壇の数 4件",
      head, head + "12\n34\n（2014年度）", head + "（2014年度", "",
    ])
  func nothing(_ text: String) {
    #expect(Self.read(text) == Extraction())
  }

  @Test(.enabled(if: Published.isAtHand)) func `the published program has 29 indicators with 104 figures`()
    throws
  {
    let extraction = IndicatorLinesExtractor().extract(
      from: try Published.document("industry-promotion-program"))
    #expect(extraction.facts.count == 29)
    #expect(extraction.facts.flatMap(Self.points).count == 104)
    #expect(extraction.unread.isEmpty)
    #expect(extraction.facts.allSatisfy { !$0.name.contains("※") && !$0.name.contains(" ") })
  }

  @Test(.enabled(if: Published.isAtHand), arguments: Published.names.filter { !$0.hasPrefix("industry") })
  func `no other published plan has such a table`(_ name: String) throws {
    #expect(IndicatorLinesExtractor().extract(from: try Published.document(name)) == Extraction())
  }
}
