import PlanDocuments
import Testing

@testable import PlanFacts

/// Forms of page that plans of other cities print, on pages of an invented city: what is read wrongly is worse than what
/// is not read.
@Suite("Forms of page of other cities") struct UnseenFormsTests {
  static func facts(_ kind: FactKind, in text: String) -> [Fact] {
    Extraction(reading: Reading.document(text)).facts.filter { $0.kind == kind }
  }

  static func points(_ text: String) -> [String] {
    facts(.indicator, in: text).flatMap { fact in [fact.name] + fact.points.map(\.summary) }
  }

  // MARK: Years under figures

  @Test func `a line of years in brackets is dealt out to the line of figures above it`() {
    #expect(
      Self.points(
        """
        成果指標 計画策定時 現状 目標値
        遊覧船の乗船者数
        11万人 12万人 15万人
        （令和２年度） （令和５年度） （令和９年度）
        """) == [
          "遊覧船の乗船者数", "baseline 2020年度 110000 人 [11万人]", "current 2023年度 120000 人 [12万人]",
          "target 2027年度 150000 人 [15万人]",
        ])
  }

  @Test(
    "years that can't be told to figures make the row unread",
    arguments: ["（令和９年度）", "（令和５年度） （令和７年度） （令和９年度）"])
  func undealtYears(_ years: String) {
    let extraction = IndicatorLinesExtractor().extract(
      from: Reading.document("成果指標 現状値 目標値\n乗船者数 12万人 15万人\n\(years)\n"))
    #expect(extraction.facts == [])
    #expect(extraction.unread.map(\.lines) == [LineRange(2, years.count > 10 ? 2 : 3)])
  }

  @Test func `a number for calling ends a table and counts nothing`() {
    #expect(
      Self.points(
        """
        指標名 現状値 目標値
        乗船者数 12万人 15万人
        問い合わせ 0123-45-6789 0123-45-6780
        人口 3,204人 3,000人
        """)
        == ["乗船者数", "current 120000 人 [12万人]", "target 150000 人 [15万人]"])
    #expect(Self.points("指標\t現状値\t目標値\n担当電話\t0123-45-6789\t0123-45-6790\n") == [])
  }

  // MARK: Rows of one name

  @Test("a column of people labels the figures", arguments: ["対象", "区分", "属性"])
  func subjects(_ title: String) {
    #expect(
      Self.points("指標\t\(title)\t現状値（R4）\t目標値（R9）\n歩数\t男性\t6,812歩\t8,000歩\n歩数\t女性\t5,930歩\t8,000歩\n") == [
        "歩数", "current 2022年度 男性 6812 歩 [6,812歩]", "target 2027年度 男性 8000 歩 [8,000歩]",
        "current 2022年度 女性 5930 歩 [5,930歩]", "target 2027年度 女性 8000 歩 [8,000歩]",
      ])
  }

  @Test func `one name with other figures for one time is another indicator`() {
    let facts = Self.facts(
      .indicator, in: "指標\t現状値（R4）\t目標値（R9）\n参加者数\t10人\t20人\n参加者数\t15人\t25人\n参加者数\t10人\t20人\n")
    #expect(facts.map(\.sources.count) == [2, 1])
  }

  // MARK: Partners

  @Test func `what is done is no partner, and what is counted no member`() {
    let facts = Self.facts(
      .organization,
      in: """
        ２ 関係団体との連携
        　○庁内連携会議の開催（年４回、関係課等）
        　○情報共有の推進
        　○目標：協定の締結数 10件（実績：７件）
        　○みどり湖漁業協同組合
        　○警察署（交通課、生活安全課）
        　○各町内会（123団体）
        """)
    #expect(facts.map(\.name) == ["みどり湖漁業協同組合", "警察署", "各町内会（123団体）"])
    #expect(facts.map { $0.list(.members) } == [nil, ["交通課", "生活安全課"], nil])
    let table = Self.facts(.organization, in: "団体名\t構成員\t連絡先\n文化協会\t42人\t0123-45-6789\n")
    #expect(table.map(\.name) == ["文化協会"])
    #expect(table.first?.list(.members) == nil)
  }

  // MARK: Plans and definitions

  @Test(
    "a plan that is still to be made was not adopted",
    arguments: ["策定する予定です。", "策定します。", "策定予定です。", "策定していきます。"])
  func planned(_ end: String) {
    #expect(Self.facts(.plan, in: "令和８年３月に「みどり市空き家対策計画」を\(end)") == [])
  }

  @Test func `a date is told of one plan`() {
    let text = "国は令和４年12月に「田園構想」を策定し、県も「みどり戦略」を策定しました。令和５年３月に「森の計画」を策定するとともに、周知しました。"
    #expect(Self.facts(.plan, in: text).map(\.name) == ["田園構想", "森の計画"])
  }

  @Test("a mark or a bracket before a plan is no part of its name", arguments: ["・", "〔関連計画〕", "【関連】"])
  func planNames(_ mark: String) {
    #expect(
      Self.facts(.plan, in: "みどり市の計画\n\n\(mark)第３次みどり市協働計画（平成31年３月策定）").map(\.name) == ["第３次みどり市協働計画"])
  }

  @Test func `the last of a list is not what a short form stands for`() {
    let text = "市、県、指定公共機関等（以下「防災関係機関」という。）は、みどり市防災会議（以下「会議」という。）に加わる。"
    #expect(Self.facts(.definition, in: text).map(\.name) == ["会議"])
  }

  // MARK: Projects

  @Test func `bureaus are listed once each, and a label ends a text`() {
    let table = Self.facts(
      .project,
      in: """
        | 事業名 | 担当課 | 予算額 |
        |---|---|---|
        | 花壇事業 | 公園課<br>農林課 | 120千円 |
        | 木陰事業 | 環境部<br>緑化課 | 90千円 |
        """)
    #expect(table.map { $0.text(.bureau) } == ["公園課、農林課", "環境部緑化課"])
    let sheet = Self.facts(.project, in: "事業名：花壇事業\n事業概要：花を植える。\n電話番号：0123-45-6789\n")
    #expect(sheet.map { $0.text(.overview) } == ["花を植える。"])
    let rows = Self.facts(
      .project, in: "施策名\t令和6年度\t令和7年度\t担当課\n花のまち\t設計\t工事\t公園課\n\t調査\t調査\t公園課\n")
    #expect(rows.map { $0.text(.bureau) } == ["公園課"])
  }

  @Test func `heads, sums and examples to be filled in are no facts`() {
    #expect(
      Self.points(
        "指標\t現状（R5）\t目標（R9）\n乗船者数\t10人\t20人\n合計\t10人\t20人\n\n"
          + "活動\t現状値（R5）\t目標値（R9）\n更新日\t令和5年4月1日\t令和9年3月31日\n")
        == ["乗船者数", "current 2023年度 10 人 [10人]", "target 2027年度 20 人 [20人]"])
    #expect(Self.facts(.project, in: "（記入例）\n事業名：○○事業\n担当課：○○課\n予算額：△△千円\n") == [])
    #expect(Self.facts(.heading, in: "○○飲料株式会社\n・飲料の提供\n") == [])
  }
}
