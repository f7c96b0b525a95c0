import Foundation
import JapaneseText
import PlanDocuments
import PlanFacts
import TestSupport
import Testing

@Suite("Heading facts") struct HeadingExtractorTests {
  private func headings(_ text: String, id: String = "midori") -> [Fact] {
    let plan = Plan(id: id, path: id + ".txt", text: text)
    return HeadingExtractor().extract(from: PlanDocument(reading: plan)).facts
  }

  static let program = """
    第２章 実行プログラム

    ２つの政策 基本戦略 取組項目 頁
    政策１
    ものづくりの支援
    (1)技の継承 ①若手の育成 12
    ②工房の充実 １５

    政策１ ものづくりの支援
    （１）技の継承
    工房の技を受け継ぐための取組を、市民や企業とともに進めていきます。

    ①若手の育成

    【現状と課題】

    ○工房を訪れる若手が減っているため、担い手を育てることが必要です。

    ②工房の充実

    工房の設備を新しくします。
    """

  @Test func `labels, ranks, pages, parents and children are fields`() throws {
    let facts = headings(Self.program)
    #expect(facts.map(\.name) == ["実行プログラム", "ものづくりの支援", "技の継承", "若手の育成", "工房の充実"])
    let item = try #require(facts.last)
    #expect(item[.label] == .text("②"))
    #expect(item[.depth] == .number(ExactNumber(4)))
    #expect(item[.page] == .number(ExactNumber(15)))
    #expect(item[.rank] == .text("取組項目"))
    #expect(item[.parent] == .text("技の継承"))
    #expect(item.sources.map(\.lines) == [LineRange(7), LineRange(19)])
    #expect(facts.map { $0[.childCount] } == [1, 1, 2, 0, 0].map { .number(ExactNumber($0)) })
  }

  @Test func `a heading without a label is none, though what stands under it is`() {
    let facts = headings("1 めざす姿\n\n(環境)\n\n① 緑を守る\n\n木を植えます。\n\n② 水を守る\n\n川を清掃します。\n")
    #expect(facts.map(\.name) == ["めざす姿", "緑を守る", "水を守る"])
    #expect(facts.map { $0[.parent] } == [nil, .text("めざす姿"), .text("めざす姿")])
    #expect(facts.map { $0[.depth] } == [1, 2, 2].map { .number(ExactNumber($0)) })
  }

  /// A review whose boxes come out of order: goal 2's parts stand before its head.
  static let review = """
    Ⅱ 森の活用
    １ 木材の利用
    ２ 森の学校

    Ⅰ 湖の保全
    １ 水質の改善
    ２ 生きものの保護
    ３ 湖岸の清掃

    基本目標１ 湖と生きるまち

    基本目標２ 森を誰もが歩けることを誇りにす
    るまち



    〇取組の方向性１ 森の道の整備
    道を直した一方で、橋の工事の一部が翌年度に延びたことから、当初の予定よりも進捗は遅れた。
    〇達成状況と今後の方向性
    これらの結果、基本目標２の達成状況は「Ｃ 進捗が遅れた」とした。今後も、安全に歩ける道の整備を着実に進める。

    基本目標１ 湖と生きるまち（取組数:１０件）

    〇各取組の達成度の状況
    令和元年度は「目標を上回った」が約９割だったが、令和３年度は約９割が「ほぼ目標どおり」となった。
    〇取組の方向性１ 湖の水質
    水質が良くなり、湖で泳ぐことのできる日が増えるなど、市民の暮らしの中で一定の進捗があった。
    〇達成状況と今後の方向性
    これらの結果、基本目標１の達成状況は「Ｂ 一定の進捗があった」とした。今後も取組を着実に推進する。

    基本目標２ 森を誰もが歩けることを誇りにするまち
    （取組数:５０件）
    〇各取組の達成度の状況
    令和３年度は「ほぼ目標どおり」が約７割、「目標を下回った」が約２割だった。
    """

  private func reviewed() -> [Fact] {
    let plan = Plan(id: "midori", path: "midori.txt", text: Self.review)
    return Extraction(reading: PlanDocument(reading: plan)).facts.filter { $0.kind == .heading }
  }

  private func shown(_ facts: [Fact], _ field: FieldName) -> [String] {
    facts.map { fact in
      if case .text(let text)? = fact[field] { text } else { "-" }
    }
  }

  @Test func `marked headings beside numbered ones of the same mark are headings, under their goal`() {
    let goals = reviewed().filter { $0.sources.last.map { $0.lines.first > 10 } ?? false }
    #expect(
      zip(shown(Array(goals), .label), goals.map(\.name)).map { "\($0) \($1)" } == [
        "取組の方向性１ 森の道の整備", "〇 達成状況と今後の方向性", "基本目標１ 湖と生きるまち", "〇 各取組の達成度の状況", "取組の方向性１ 湖の水質",
        "〇 達成状況と今後の方向性", "基本目標２ 森を誰もが歩けることを誇りにするまち", "〇 各取組の達成度の状況",
      ])
    let (lake, wood) = ("湖と生きるまち", "森を誰もが歩けることを誇りにするまち")
    #expect(shown(Array(goals), .parent) == [wood, wood, "-", lake, lake, lake, "-", wood])
    #expect(goals.map { $0[.childCount] } == [0, 0, 3, 0, 0, 0, 3, 0].map { .number(ExactNumber($0)) })
    #expect(goals.map { $0[.depth] } == [2, 2, 1, 2, 2, 2, 1, 2].map { .number(ExactNumber($0)) })
  }

  @Test func `a numbered title printed again elsewhere is another source, also wrapped`() {
    let goals = reviewed().filter { shown([$0], .label)[0].hasPrefix("基本目標") }
    #expect(
      goals.map { $0.sources.map(\.lines) } == [
        [LineRange(10), LineRange(22)], [LineRange(12, 13), LineRange(31, 32)],
      ])
  }

  @Test func `a numbered title that heads two places is one heading, where most stands under it`() {
    let text = """
      基本目標１ 湖と生きるまち

      市民が撮った湖の写真を、市役所のロビーに展示しました。

      基本目標２ 森を歩くまち

      市民が描いた森の絵を、市役所のロビーに展示しました。

      基本目標１ 湖と生きるまち

      〇取組の方向性１ 湖の水質
      水質が良くなり、湖で泳ぐことのできる日が増えるなど、市民の暮らしの中で一定の進捗があった。
      湖岸の清掃も続けている。
      """
    let facts = headings(text)
    #expect(facts.map(\.name) == ["森を歩くまち", "湖と生きるまち", "湖の水質"])
    #expect(facts.map { $0.sources.map(\.lines.first) } == [[5], [1, 9], [11]])
    #expect(facts.map { $0[.childCount] } == [0, 1, 0].map { .number(ExactNumber($0)) })
  }

  @Test func `boxes titled with roman numbers are headings with their numbered lines`() {
    let scheme = reviewed().filter { ["Ⅰ", "Ⅱ", "１", "２", "３"].contains(shown([$0], .label)[0]) }
    #expect(
      scheme.map(\.name) == ["森の活用", "木材の利用", "森の学校", "湖の保全", "水質の改善", "生きものの保護", "湖岸の清掃"])
    #expect(shown(scheme, .parent) == ["-", "森の活用", "森の活用", "-", "湖の保全", "湖の保全", "湖の保全"])
    #expect(scheme.map { $0[.childCount] } == [2, 0, 0, 3, 0, 0, 0].map { .number(ExactNumber($0)) })
  }

  @Test(
    "roman numbers that are no boxes of a scheme head nothing",
    arguments: [
      "Ⅰ 湖の保全\n１ 水質\n２ 生きもの\n", "Ⅱ 森\n１ 木材\n２ 学校\n\nⅢ 川\n１ 水\n２ 魚\n",
      "評価はⅠ 高い\nⅡ 低い\n",
    ])
  func noScheme(_ text: String) {
    #expect(!headings("本市の取組です。\n\n" + text + "\n本文です。\n").contains { shown([$0], .label) == ["Ⅱ"] })
  }

  @Test func `a marked line is a heading over items, an entry of a list over a paragraph`() {
    let text = """
      1. 災害に備える取組

      ○防災の推進

      - ・訓練の実施

      (主な主体)

      ○みどり市産業協議会（企業、大学）

      市内の企業と大学が2011年に設立し、情報を交わしている。
      """
    #expect(headings(text).map(\.name) == ["災害に備える取組", "防災の推進"])
  }

  @Test(
    "a level in a bracket is read from the heading and is no part of its name",
    arguments: [
      ("【達成状況区分 3*】", 3, "3*", true), ("【達成状況区分 ２】", 2, "２", false), ("【達成状況区分：4＊】", 4, "4＊", true),
    ])
  func readsLevel(_ bracket: String, level: Int, text: String, revised: Bool) throws {
    let fact = try #require(headings("プログラム\n\n1 緑の産業 \(bracket)\n\n木を植えました。\n").first)
    #expect(fact.name == "緑の産業")
    #expect(fact[.level] == .number(ExactNumber(level)))
    #expect(fact[.levelText] == .text(text))
    #expect(fact[.levelRevised] == .flag(revised))
  }

  @Test func `a program printed again over its table is one fact with two sources`() throws {
    let text = """
      アクションプログラム

      1 緑の産業 【達成状況区分 3】

      木を植えました。

      アクションプログラム

      施策計画名\t現 状\t目 標
      アクションプログラム：緑の産業【達成状況区分：3】\t\t
      ○ 植樹の推進 市民と植樹をすすめます。\t●植樹の実施\t●植樹の拡充
      ○ 木工の振興 工房を開きます。\t\t●工房の開設
      """
    let facts = headings(text)
    #expect(facts.map(\.name) == ["緑の産業", "植樹の推進", "木工の振興"])
    let program = try #require(facts.first)
    #expect(program[.label] == .text("1"))
    #expect(program[.rank] == .text("アクションプログラム"))
    #expect(program[.childCount] == .number(ExactNumber(2)))
    #expect(program.sources.map(\.lines) == [LineRange(3), LineRange(10)])
    #expect(facts.dropFirst().allSatisfy { $0[.parent] == .text("緑の産業") && $0[.rank] == .text("施策計画") })
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: Paths.publishedPlans)),
    arguments: [
      ("industry-promotion-program", 60), ("sdgs-future-city-plan", 146), ("action-plan-6-results", 23),
      ("project-evaluation-2023", 0), ("international-policy-review", 44),
    ])
  func `published plans give as many headings as are printed`(_ id: String, count: Int) throws {
    let text = try String(contentsOfFile: "\(Paths.publishedPlans)/\(id).txt", encoding: .utf8)
    let facts = headings(text, id: id)
    #expect(facts.count == count)
    for fact in facts {
      let plan = Plan(id: id, path: "", text: text)
      for source in fact.sources {
        let printed = (source.lines.first...source.lines.last).map { plan[line: $0] }.joined()
        #expect(key(printed).contains(key(fact.name)), "\(fact.name)")
      }
    }
  }

  /// Without white space, full-width digits and brackets as ASCII.
  private func key(_ text: String) -> String {
    text.unicodeScalars.filter { !$0.properties.isWhitespace }.map { scalar in
      (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
    }.string
  }
}
