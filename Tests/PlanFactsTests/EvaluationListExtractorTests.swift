import JapaneseText
import PlanDocuments
import TestSupport
import Testing

@testable import PlanFacts

@Suite("Evaluation lists") struct EvaluationListExtractorTests {
  /// Two tables of an invented city: cells kept apart by blank lines, then blank lines between all lines; the bureau
  /// stands under the second table; legends at the end.
  static let page = """
    予算額 決算額
    （見込）

    1 51203020
    みどり湖水質浄化推
    進事業

    参加・協
    働の場

    湖の水質を守るため、流入する河川の
    調査を進めます。

    ●水質調査の実施（調査地点数：12地点、目標：
    10地点）
    ●清掃活動を実施（実績5回、目標6回）

    12,345 11,000 2 P2

    ２　５１２０４０２０
    森の案内人育成事業

    その他
    森を歩く市民を増やします。

    ●案内人を育成

    １,５００ － ４＊ Ｐ１４

     一覧の見方は次のとおりです。

    決算額
    予算額

    1 60101070 庁舎改修事業 その他

    庁舎の改修を

    進めます。

    ●改修工事（市民１万人が訪れたもの）

    900 800 3 P●●

    2 60205010
    地域情報化推進事

    業
    イベント

    等

    無線通信を広げます。

    ●接続点の増設（接続点数（累計）：実績50か所）

    1,000 2,000 P●●

    令和７年度の主な事業の評価結果一覧（情報局）

    ※分類区分

    ○施設の管理・運営

    ○イベント等

    ○参加・協働の場

    ○その他

    ③事業の概要を記載

    ※達成状況区分

    １．目標を大きく上回って達成

    ２．目標を上回って達成

    ４．目標を下回っ

    た

    ⑦ページを記載
    """

  static func read(_ text: String) -> Extraction {
    var extraction = EvaluationListExtractor().extract(
      from: PlanDocument(reading: Plan(id: "midori", path: "m.txt", text: text)))
    extraction.facts.removeAll { $0.kind == .measure }
    return extraction
  }

  @Test func `all rows of both layouts are read with their wrapped names joined`() {
    let facts = Self.read(Self.page).facts
    #expect(facts.map(\.name) == ["みどり湖水質浄化推進事業", "森の案内人育成事業", "庁舎改修事業", "地域情報化推進事業"])
    #expect(facts.map { $0[.code] } == ["51203020", "51204020", "60101070", "60205010"].map { .text($0) })
    #expect(facts.map { $0[.number] } == [1, 2, 1, 2].map { .number(ExactNumber($0)) })
  }

  @Test func `each level and category of a legend is a definition, wrapped ones joined`() {
    let document = PlanDocument(reading: Plan(id: "midori", path: "m.txt", text: Self.page))
    let facts = LegendExtractor().extract(from: document).facts
    #expect(
      facts.map { "\($0.text(.label) ?? "") \($0.name) = \($0.text(.summary) ?? "")" } == [
        "○ 施設の管理・運営 = 分類区分", "○ イベント等 = 分類区分", "○ 参加・協働の場 = 分類区分", "○ その他 = 分類区分",
        "１ 目標を大きく上回って達成 = 達成状況区分 1", "２ 目標を上回って達成 = 達成状況区分 2", "４ 目標を下回った = 達成状況区分 4",
      ])
    #expect(facts.map { $0.number(.level) } == [nil, nil, nil, nil, 1, 2, 4])
    #expect(facts.allSatisfy { unsupportedFields(of: $0, in: document.plan).isEmpty })
  }

  @Test func `a category wrapped over two lines is found by the legend`() {
    let categories = Self.read(Self.page).facts.map { $0[.category] }
    #expect(categories == ["参加・協働の場", "その他", "その他", "イベント等"].map { .text($0) })
  }

  @Test func `amounts follow the order of the table's own head`() {
    let facts = Self.read(Self.page).facts
    #expect(facts[0][.budget] == .number(ExactNumber(12345)))
    #expect(facts[0][.settlement] == .number(ExactNumber(11000)))
    #expect(facts[2][.budget] == .number(ExactNumber(800)))
    #expect(facts[2][.settlement] == .number(ExactNumber(900)))
  }

  @Test func `full-width figures, a dash and a marked level are read`() {
    let fact = Self.read(Self.page).facts[1]
    #expect(fact[.budget] == .number(ExactNumber(1500)))
    #expect(fact[.settlement] == nil)
    #expect(fact[.level] == .number(ExactNumber(4)))
    #expect(fact[.levelRevised] == .flag(true))
    #expect(fact[.levelText] == .text("目標を下回った"))
    #expect(fact[.page] == .number(ExactNumber(14)))
  }

  @Test func `a missing level leaves the amounts in their columns and P●● is no page`() {
    let fact = Self.read(Self.page).facts[3]
    #expect(fact[.level] == nil)
    #expect(fact[.settlement] == .number(ExactNumber(1000)))
    #expect(fact[.budget] == .number(ExactNumber(2000)))
    #expect(fact[.page] == nil)
  }

  @Test func `a missing amount leaves none rather than one in a wrong column, and says so`() {
    let extraction = Self.read(Self.page.replacing("12,345 11,000 2 P2", with: "12,345 2 P2"))
    #expect(extraction.facts[0][.budget] == nil)
    #expect(extraction.facts[0][.settlement] == nil)
    #expect(extraction.facts[0][.level] == .number(ExactNumber(2)))
    #expect(extraction.unread.map(\.reason) == ["1 amounts for 2 columns of them"])
  }

  @Test func `a bureau printed under its table holds for that table alone`() {
    let bureaus = Self.read(Self.page).facts.map { $0[.bureau] }
    #expect(bureaus == [nil, nil, .text("情報局"), .text("情報局")])
  }

  @Test func `the line that prints the bureau is a source of its rows`() {
    let facts = Self.read(Self.page).facts
    #expect(facts.map { $0.sources.count } == [1, 1, 2, 2])
    #expect(facts.suffix(2).allSatisfy { $0.sources.last?.lines == LineRange(59) })
  }

  @Test func `a bureau printed above its table holds to the next`() {
    let bureaus = Self.read("令和７年度の評価結果一覧（農政部）\n" + Self.page).facts.map { $0[.bureau] }
    #expect(bureaus == Array(repeating: .text("農政部"), count: 4))
  }

  @Test func `results are joined per bullet, and each field knows its lines`() throws {
    let fact = try #require(Self.read(Self.page).facts.first)
    #expect(fact[.results] == .list(["水質調査の実施（調査地点数：12地点、目標：10地点）", "清掃活動を実施（実績5回、目標6回）"]))
    #expect(fact[.measures] == .list(["調査地点数", "清掃活動"]))
    #expect(fact.sources.map(\.lines) == [LineRange(4, 18)])
    let lines = Dictionary(uniqueKeysWithValues: fact.fields.map { ($0.name, $0.lines) })
    #expect(lines[.code] == LineRange(4))
    #expect(lines[.category] == LineRange(8, 9))
    #expect(lines[.overview] == LineRange(11, 12))
    #expect(lines[.results] == LineRange(14, 16))
    #expect(lines[.budget] == LineRange(18))
  }

  @Test func `a text without rows of number and code gives nothing`() {
    #expect(Self.read("予算額 決算額\n1 会議の開催\n304,726 304,726 3 P2\n一覧（情報局）") == Extraction())
  }

  @Test func `without a legend the spaces and blank lines between cells decide`() {
    let page = """
      予算額 決算額
      1 60101070 庁舎改修事業 その他
      庁舎の改修を進めます。
      ●改修
      900 800 3 P1
      2 60205010
      地域情報化推
      進事業

      イベント等

      無線通信を広げます。

      ●増設
      900 800 3 P2
      3 60205011
      見学事業
      イベント等
      見学を受け入れます。
      ●受入れ
      900 800 3 P3
      """
    let extraction = Self.read(page)
    #expect(extraction.facts.map(\.name) == ["庁舎改修事業", "地域情報化推進事業"])
    #expect(extraction.facts.map { $0[.category] } == [.text("その他"), .text("イベント等")])
    #expect(extraction.facts.allSatisfy { $0[.levelText] == nil })
    #expect(extraction.unread.map(\.reason) == ["name, category and overview can't be told apart"])
  }

  @Test func `a row with nothing behind its code is unread`() {
    let extraction = Self.read("1 51203020")
    #expect(extraction.facts.isEmpty)
    #expect(!extraction.unread.isEmpty)
  }

  @Test(.enabled(if: Published.isAtHand)) func `the published list has 15 projects, seven of a named bureau`()
    throws
  {
    let facts = EvaluationListExtractor().extract(from: try Published.document("project-evaluation-2023"))
      .facts.filter { $0.kind == .project }
    #expect(facts.count == 15)
    #expect(facts.count { $0[.bureau] != nil } == 7)
    #expect(facts.count { $0[.page] != nil } == 8)
    #expect(facts.allSatisfy { $0[.budget] != nil && $0[.settlement] != nil && $0[.levelText] != nil })
    #expect(facts.allSatisfy { $0[.category] != nil && $0[.overview] != nil && $0[.results] != nil })
  }
}
