import PlanDocuments
import Testing

@testable import PlanFacts

@Suite("Review summaries") struct ReviewSummaryExtractorTests {
  /// Columns interleaved as in print: the works of goal 2 stand before its head, the chart's figures apart from the
  /// legend.
  static func page(chart: String = "3件(5.0%)\n45件(75.0%)\n\n取組数\n60件\n\n12件(20.0%)") -> String {
    """
    〇令和３(2021)年度の各取組の達成度については、「目標を上回った」と「ほぼ目標どおり」を合わ
    せた割合が約８割となった。

    \(chart)

    計画期間終了時点
    （令和３(2021)年度）

    目標を上回って達成 ほぼ目標どおり 目標を下回った

    〇取組の方向性１ 森の道の整備
    道を直した一方で、橋の工事は遅れ、
    当初の予定よりも進捗は遅れた。
    〇取組の方向性２ 森の学校
    学校を開くなど、一定の
    進捗があった。
    〇達成状況と今後の方向性
    これらの結果、基本目標２の達成状況は「Ｃ 進捗が遅れた」とした。今後の方向性（構成の妥当性）は、「Ⅱ 概ね効
    果的な構成である」とした。

    基本目標１ 湖と生きるまち（取組数:１０件）

    〇各取組の達成度の状況
    令和元(2019)年度は「目標を上回った」が約９割だったが、令和３(2021)年度は約９割が「ほぼ目標どおり」となった。
    〇取組の方向性１ 湖の水質
    水質が良くなり、一定の進捗があった。
    〇達成状況と今後の方向性
    これらの結果、基本目標１の達成状況は「Ｂ 一定の進捗があった」とした。方向性は、「Ⅰ 効果的である」とする。

    達成状況 方向性

    基本目標２ 森を誰もが歩けることを誇りにするまち
    （取組数:５０件）

    〇各取組の達成度の状況
    令和３(2021)年度は「ほぼ目標どおり」が約７割、「目標を下回った」が約２割だった。
    """
  }

  static let facts = Reading.facts(ReviewSummaryExtractor(), in: page())

  @Test func `goals have grade, direction and the number of their works`() {
    let goals = Self.facts.filter { $0.text(.grade) != nil }
    #expect(goals.map(\.name) == ["森を誰もが歩けることを誇りにするまち", "湖と生きるまち"])
    #expect(goals.map { $0.text(.subject) } == ["基本目標２ 森を誰もが歩けることを誇りにするまち", "基本目標１ 湖と生きるまち"])
    #expect(goals.map { $0.text(.grade) } == ["C", "B"])
    #expect(goals.map { $0.text(.gradeText) } == ["進捗が遅れた", "一定の進捗があった"])
    #expect(goals.map { $0.text(.direction) } == ["Ⅱ", "Ⅰ"])
    #expect(goals.map { $0.text(.directionText) } == ["概ね効果的な構成である", "効果的である"])
    #expect(goals.map { $0.number(.count) } == [50, 10])
  }

  @Test func `directions belong to the goal whose verdict closes them`() {
    let directions = Self.facts.filter { $0.text(.outcome) != nil }
    #expect(directions.map(\.name) == ["森の道の整備", "森の学校", "湖の水質"])
    #expect(directions.map { $0.text(.outcome) } == ["当初の予定よりも進捗は遅れた", "一定の進捗があった", "一定の進捗があった"])
    #expect(directions.map { $0.text(.subject)?.prefix(5) } == ["基本目標２", "基本目標２", "基本目標１"])
  }

  @Test func `a torn chart is paired by what the text says of its outcomes`() {
    let outcomes = Self.facts.filter { $0[.share] != nil }
    #expect(outcomes.map(\.name) == ["目標を上回って達成", "ほぼ目標どおり", "目標を下回った"])
    #expect(outcomes.map { $0.number(.count) } == [3, 45, 12])
    #expect(outcomes.map { $0.text(.subject) } == Array(repeating: "計画期間終了時点（令和３(2021)年度）", count: 3))
    #expect(outcomes.first?.sources.map(\.lines) == [LineRange(4), LineRange(12, 13), LineRange(15)])
  }

  struct Saying: CustomTestStringConvertible {
    let text: String
    /// `2021 A+B 8`, one for each statement.
    let statements: [String]
    var testDescription: String { text }
  }

  static let sayings = [
    Saying(text: "令和３年度は「良」と「可」を合わせた割合が約８割", statements: ["2021 良+可 8"]),
    Saying(text: "「良」と「可」の合計は、令和元年度が約９割、令和３年度は約８割", statements: ["2019 良+可 9", "2021 良+可 8"]),
    Saying(text: "「良」は、令和元年度の約９割から、令和３年度には約６割となり、「可」が約４割", statements: ["2019 良 9", "2021 良 6", "2021 可 4"]),
    Saying(text: "令和３年度は約１０割が「良」となった", statements: ["2021 良 10"]),
    Saying(text: "「良」の学校は市民の約６割が知る", statements: []),
    Saying(text: "「良」が８割", statements: []),
  ]

  @Test("reads what is said of shares", arguments: sayings)
  func saying(_ saying: Saying) {
    let statements = ShareStatement.all(in: Array(saying.text.unicodeScalars)).map { statement in
      "\(statement.fiscalYear ?? 0) \(statement.outcomes.joined(separator: "+")) \(statement.tenths)"
    }
    #expect(statements == saying.statements)
  }

  static let unsure = [
    "28件(46.7%)\n20件(33.3%)\n\n取組数\n60件\n\n12件(20.0%)",  // the first two could change places
    "3件(5.0%)\n45件(75.0%)\n\n取組数\n61件\n\n12件(20.0%)",  // they don't add up
    "3件(5.0%)\n45件(75.0%)\n\n12件(20.0%)",  // no total
    "3件(5.0%)\n57件(95.0%)\n\n取組数 60件",  // one is missing
  ]

  @Test("a chart that can be paired in no way or in several is unread", arguments: unsure)
  func unread(_ chart: String) {
    // without the goals' own statements the first case has two ways
    let page = Self.page(chart: chart).split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.contains("約７割") && !$0.contains("約９割") }.joined(separator: "\n")
    let extraction = ReviewSummaryExtractor().extract(from: Reading.document(page))
    #expect(!extraction.facts.contains { $0[.share] != nil })
    #expect(!extraction.unread.isEmpty)
  }

  @Test func `a page without verdicts gives nothing`() {
    let text = "取組の方向性１ 湖の水質\n水質が良くなった。\n3件(5.0%)\n57件(95.0%)"
    #expect(ReviewSummaryExtractor().extract(from: Reading.document(text)) == Extraction())
  }

  @Test func `each figure stands in the lines it cites`() {
    let document = Reading.document(Self.page())
    for fact in Self.facts { #expect(unsupportedFields(of: fact, in: document.plan).isEmpty) }
  }

  @Test(.enabled(if: Published.isAtHand))
  func `the published review has 3 goals, 9 directions and 3 outcomes`() throws {
    let document = try Published.document("international-policy-review")
    let facts = ReviewSummaryExtractor().extract(from: document).facts
    #expect(facts.count == 15)
    #expect(facts.compactMap { $0.text(.grade) }.sorted() == ["B", "B", "C"])
    #expect(facts.filter { $0.text(.outcome) != nil }.count == 9)
    #expect(facts.filter { $0[.share] != nil }.map { $0.number(.count) } == [1, 87, 21])
    #expect(
      facts.filter { $0.text(.grade) != nil }.compactMap { $0.number(.count) }.sorted() == [16, 34, 59])
    #expect(facts.allSatisfy { unsupportedFields(of: $0, in: document.plan).isEmpty })
  }
}
