import Answers
import TestSupport
import Testing

/// Questions of strangers that were answered with what is not so; each with what is right.
@Suite("Nothing false") struct NothingFalseTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let question: String
    let said: String
    var testDescription: String { question }

    init(_ question: String, _ said: String) {
      self.question = question
      self.said = said
    }
  }

  private func expect(_ example: Example, of text: String) throws {
    let library = try MidoriLibrary(text: text)
    let said = try Transcript.replay("> " + example.question, with: library.assistant)
    #expect(said == "> \(example.question)\n" + example.said)
  }

  private static let figures = """
    みどり市 統計

    1 観光

    地区別の宿泊者数（単位：千人）

    | 地区 | 令和3年 | 令和4年 |
    |--|--|--|
    | 湯元 | 120 | 135 |
    | 川上 | X | 12 |
    | 平野 | 30 | － |
    | 合計 | 150 | 147 |

    地区別の公園数（単位：か所）

    湯元 7
    川上 －
    平野 11
    合計 18

    図書館別の貸出冊数（単位：冊）

    中央図書館 82,400
    東分館 12,300
    西分館 …
    合計 94,700

    2 収入

    | 路線 | 令和5年度 | 令和6年度 |
    |--|--|--|
    | 川沿線 | 1,200 | 0 |
    | 山手線 | 900 |
    | 循環線 | 2,000 | 2,100 |
    """

  /// Rows and columns that are not there, rows without a figure, conditions that no figure tells.
  static let askedOfFigures: [Example] = [
    // a row of another table, and one that states no figure, are no answer
    Example(
      "川上の公園数",
      """
        passages matching "川上の公園数" (1)
          1 観光
          incomplete: no passage holds all of 川上, 公園
      """),
    Example(
      "西分館の貸出冊数",
      """
        passages matching "西分館の貸出冊数" (1)
          1 観光
          incomplete: no passage holds all of 分館, 貸出冊数
      """),
    Example(
      "湯元の公園数",
      """
        amount of figures named "湯元" where table = "地区別の公園数" (1, 7か所)
          湯元
        passages matching "湯元の公園数" (1)
          1 観光
          incomplete: no passage holds all of 湯元, 公園
      """),
    // what says that rows are left out, and a figure that rows are told by, are not left out themselves
    Example(
      "公園のない地区",
      """
        passages matching "公園のない地区" (1)
          1 観光
      """),
    Example(
      "貸出冊数が0の図書館",
      """
        passages matching "貸出冊数が0の図書館" (2)
          1 観光; 1 観光
      """),
    // as texts are spelt: 貸出し
    Example(
      "貸出冊数の合計",
      """
        amount of figures named "合計" where table = "図書館別の貸出冊数" (1, 94700冊)
          合計
      """),
    // of columns of years the newest, or the year asked for; of totals all that are printed
    Example(
      "宿泊者数が一番少ない地区",
      """
        figures where table = "地区別の宿泊者数" and column = "令和4年" and isTotal is missing sort by amount ascending limit 1 (2)
          川上
      """),
    Example(
      "令和3年の宿泊者数が一番少ない地区",
      """
        figures where table = "地区別の宿泊者数" and fiscalYear = 2021 and isTotal is missing sort by amount ascending limit 1 (2)
          平野
      """),
    Example(
      "宿泊者数の合計",
      """
        amount of figures named "合計" where table = "地区別の宿泊者数" (2)
          合計; 合計
      """),
    // the words of a question that no passage holds are said
    Example(
      "令和5年の湯元の宿泊者数",
      """
        passages matching "令和5年の湯元の宿泊者数" (1)
          2 収入
          incomplete: no passage holds all of 令和, 湯元, 宿泊者数
      """),
  ]

  @Test("of figures", arguments: askedOfFigures) func ofFigures(_ example: Example) throws {
    try expect(example, of: Self.figures)
  }

  private static let targets = """
    みどり市の計画

    | 指標名 | 計画策定時（2019年度） | 現状（2023年度） | 目標（2027年度） |
    |--|--|--|--|
    | 空き家率 | 14.2% | 15.6% | 12.0%以下 |
    | 見学者数 | 41,000人 | 52,000人 | 50,000人以上 |
    | 人口増減率 | ▲1.8% | ▲2.4% | ▲1.0%以上 |
    | 排出量の増減率 | ▲8.0% | ▲21.0% | ▲46.0%以下 |
    | 排出量の削減率 | ▲8.0% | ▲51.0% | ▲46.0%以上 |
    """

  /// By the bound and the sign, and from where the plan began: ▲1.0%以上 from ▲1.8% may be either.
  static let askedOfTargets: [Example] = [
    Example(
      "目標を達成した指標",
      """
        indicators where met = true (2)
          見学者数; 排出量の削減率
          note: 1 more have no met stated
      """),
    Example(
      "目標を達成していない指標",
      """
        indicators where met = false (2)
          空き家率; 排出量の増減率
          note: 1 more have no met stated
      """),
    Example(
      "悪化した指標",
      """
        indicators where improvement < 0 (1)
          空き家率
          note: 1 more have no improvement stated
      """),
  ]

  @Test("of targets", arguments: askedOfTargets) func ofTargets(_ example: Example) throws {
    try expect(example, of: Self.targets)
  }

  /// Of what an order left, and of figures of a year.
  static let askedOfMidori: [Example] = [
    Example(
      "予算上位2事業のうち環境政策局のもの",
      """
        projects where bureau = "環境政策局" and among (projects sort by budget descending limit 2) (2)
          みどり湖水質浄化推進事業; 湖畔の遊歩道整備事業
      """),
    Example(
      "予算上位4事業のうち情報局の事業の数",
      """
        count of projects where among (projects sort by budget descending limit 4) and bureau = "情報局" (1, 1件)
          地域情報化推進事業
      """),
    Example(
      "2030年度の目標がない指標",
      """
        indicators where (not target.fiscalYear = 2030 or target.value is missing) (6)
          担い手の年間人数; 特許の保有件数; 森の案内人の延べ活動回数; 家庭の生ごみの量; 住宅の耐震化率; 特許の保有件数
      """),
  ]

  @Test("of orders and years", arguments: askedOfMidori) func ofMidori(_ example: Example) throws {
    let said = try Transcript.replay("> " + example.question, with: MidoriLibrary().assistant)
    #expect(said == "> \(example.question)\n" + example.said)
  }

  private static let projects = """
    みどり市 事務事業評価 一覧

    | 事業名 | 予算額（千円） | 決算額（千円） | 区分 |
    |--|--|--|--|
    | 灯籠流し事業 | 300 | 280 | 運営 |
    | 花火大会事業 | 4,000 |
    | 山車保存事業 | 900 | 900 | |
    """

  static let askedOfProjects: [Example] = [
    // a row that has not the cells of its head
    Example(
      "予算の合計",
      """
        noMatch
        sum of budget of projects (2)
          灯籠流し事業; 山車保存事業
          incomplete: 1 row unread
          incomplete: no figure for all of them; of the 2 that were read it is 1200千円
      """),
    // a field that none states may stand in a column that no field claims
    Example(
      "区分のない事業",
      """
        projects where category is missing (2)
          灯籠流し事業; 山車保存事業
          incomplete: 1 row unread
          incomplete: category of 灯籠流し事業, 山車保存事業: not stated
      """),
  ]

  @Test("of projects", arguments: askedOfProjects) func ofProjects(_ example: Example) throws {
    try expect(example, of: Self.projects)
  }

  @Test func `of two words a thing that has one is not found by both`() throws {
    let text = """
      みどり市の計画

      | 指標 | 現状（R4） | 目標（R8） |
      |--|--|--|
      | グリーンイノベーションの件数 | 3件 | 5件 |
      | ウェルフェアイノベーションの件数 | 4件 | 6件 |
      """
    var assistant = try MidoriLibrary(text: text).assistant()
    let answer = assistant.ask("グリーンイノベーションとウェルフェアイノベーションの件数を比較")
    let reading = try #require(answer.readings.first)
    #expect(
      Set(reading.items.map(\.name)).count == 2 || !reading.isComplete,
      "\(reading.canonical): \(reading.items.map(\.name))")
  }
}
