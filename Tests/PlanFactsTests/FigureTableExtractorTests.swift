import PlanDocuments
import Testing

@testable import PlanFacts

/// Small tables and charts of plain figures, about an invented city.
@Suite("Tables of figures") struct FigureTableExtractorTests {
  /// Each row as `name value unit share% | title`.
  static func rows(_ text: String) -> [String] {
    Extraction(reading: Reading.document(text)).facts.filter { $0.kind == .figure }.map { fact in
      var parts = [fact.name]
      if case .number(let value)? = fact[.amount] { parts.append(value.description) }
      if let unit = fact.text(.unit) { parts.append(unit) }
      if case .number(let share)? = fact[.share] { parts.append("\(share)%") }
      if fact.flag(.isTotal) == true { parts.append("total") }
      return (parts + (fact.text(.table).map { ["|", $0] } ?? [])).joined(separator: " ")
    }
  }

  static let wards = """
    森林組合の数（地区別）

    東地区 12

    西地区 30

    合計 42

    """

  @Test func `a row is a few words and their figure; the title stands above`() {
    let title = "| 森林組合の数（地区別）"
    #expect(Self.rows(Self.wards) == ["東地区 12 \(title)", "西地区 30 \(title)", "合計 42 total \(title)"])
  }

  @Test(
    "width, bullets and blank lines change nothing",
    arguments: [
      "森林組合の数（地区別）\n東地区 12\n西地区 30\n合計 42\n", "森林組合の数（地区別）\n\n・東地区　１２\n\n・西地区　３０\n\n・合計　４２\n",
      "森林組合の数（地区別）\n────────\n東地区 12\n────────\n西地区 30\n────────\n合計 42\n",
    ])
  func shapes(_ text: String) { #expect(Self.rows(text) == Self.rows(Self.wards)) }

  @Test func `of two titles side by side the left one is the table's, and may be wrapped`() {
    let text = Self.wards.replacing(
      "森林組合の数（地区別）", with: "市内にある          組合員の課題\n\n森林組合の数（地区別）          （n=190 複数回答）")
    #expect(
      Self.rows(text).first == "東地区 12 | 市内にある森林組合の数（地区別）" || Self.rows(text).first == "東地区 12 | 森林組合の数（地区別）")
  }

  @Test func `two rows need a total that is their sum`() {
    #expect(Self.rows("東地区 12\n西地区 30\n合計 42\n") == ["東地区 12", "西地区 30", "合計 42 total"])
    #expect(Self.rows("東地区 12\n西地区 30\n合計 43\n") == [])
    #expect(Self.rows("東地区 12\n西地区 30\n") == [])
  }

  @Test func `three figures of one unit need a title; figures without one are no table`() {
    #expect(Self.rows("山林の面積\n東地区 12ha\n西地区 30ha\n北地区 1.5ha\n").count == 3)
    #expect(Self.rows("東地区 12ha\n西地区 30ha\n北地区 1.5ha\n") == [])
    #expect(Self.rows("山林の面積\n東地区 12ha\n西地区 30人\n北地区 1.5ha\n") == [])
  }

  @Test func `labels and figures on lines of their own go together, wrapped or not`() {
    let text = """
      市内山林面積（2021 年４月）

      民有の
      山林

      279.0ha
      50％

      市有の山林
      139.5ha 25％

      国有の山林
      139.5ha

      25％
      """
    let title = "| 市内山林面積（2021年４月）"
    #expect(
      Self.rows(text) == [
        "民有の山林 279 ha 50% \(title)", "市有の山林 139.5 ha 25% \(title)", "国有の山林 139.5 ha 25% \(title)",
      ])
  }

  @Test func `shares that come to a hundred need no title`() {
    #expect(Self.rows("住みたい\n\n62%\n\n住みたく\nない\n\n38%\n") == ["住みたい 62%", "住みたくない 38%"])
    #expect(Self.rows("住みたい\n\n62%\n\n住みたく\nない\n\n28%\n") == [])
  }

  @Test func `under titles of columns, a row may have a rank and a remark, and the title may follow`() {
    let text = """
      順位 木材の種類 出荷件数 備考
      １ すぎ 1,571 柱 1,186 件他
      ２ ひのき 500
      風呂桶
      など
      上位２種類 合計 2,071 全件数の約 86％
      2022（令和４）年度 種類別出荷件数
      """
    let facts = Extraction(reading: Reading.document(text)).facts.filter { $0.kind == .figure }
    let title = "| 2022（令和４）年度種類別出荷件数"
    #expect(Self.rows(text) == ["すぎ 1571 \(title)", "ひのき 500 \(title)", "上位２種類合計 2071 86% total \(title)"])
    #expect(facts.map { $0.number(.number) } == [1, 2, nil])
    #expect(facts.map { $0.text(.note) } == ["柱1,186件他", "風呂桶など", "全件数の約86％"])
    #expect(facts.map { $0.number(.fiscalYear) } == [2022, 2022, 2022])
    #expect(facts[1].sources.map(\.lines) == [LineRange(3, 5)])
  }

  @Test func `a size in brackets under each name is a figure of two rows already`() {
    #expect(Self.rows("東の森\n（約82.0ha）\n\n西の森\n（約80.9ha）\n") == ["東の森 82 ha", "西の森 80.9 ha"])
    #expect(Self.rows("東の森\n（約82.0ha）\n\n西の森\n（約80.9人）\n") == [])
  }

  static let bars = """
    48.5%
    31.3%
    8.8%
    2.0%
    人手が足りない
    設備が足りない
    仕事が足りない
    その他
    【今後の課題】

    """

  @Test func `bars in order and as many labels belong together`() {
    #expect(
      Self.rows(Self.bars) == [
        "人手が足りない 48.5% | 今後の課題", "設備が足りない 31.3% | 今後の課題", "仕事が足りない 8.8% | 今後の課題", "その他 2% | 今後の課題",
      ])
    let facts = Extraction(reading: Reading.document(Self.bars)).facts.filter { $0.kind == .figure }
    #expect(facts[1].sources.map(\.lines) == [LineRange(2), LineRange(6)])
  }

  @Test(
    "bars out of order, or with more or fewer labels, are left alone",
    arguments: [
      bars.replacing("8.8%", with: "38.8%"), bars.replacing("仕事が足りない\n", with: ""),
      bars.replacing("仕事が足りない\n", with: "仕事が\n足りない\n"), bars.replacing("2.0%\n", with: ""),
    ])
  func unsure(_ text: String) { #expect(Self.rows(text) == []) }

  @Test func `a row may be a year`() {
    let facts = Extraction(reading: Reading.document("来場者数\n令和３年度 12人\n令和４年度 13人\n令和５年度 14人\n")).facts
      .filter { $0.kind == .figure }
    #expect(facts.map { $0.number(.fiscalYear) } == [2021, 2022, 2023])
  }

  @Test(
    "pages of other kinds hold no table of figures",
    arguments: [
      "目次\n第１章 はじめに 1\n第２章 森の現状 3\n第３章 取組 12\n",
      "電話番号一覧\n総務課 044-200-1234\n企画課 044-200-2345\n財政課 044-200-3456\n",
      "建物の状況\n会議室 １階\n食堂 ２階\n事務室 ３階\n",
    ])
  func others(_ text: String) { #expect(Self.rows(text) == []) }
}
