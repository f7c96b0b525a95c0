import Answers
import JapaneseText
import TestSupport
import Testing

/// A list of projects with the budgets of two years, as it is counted in thousands of yen.
@Suite("Money of several years") struct YearlyMoneyTests {
  private static let plan = """
    みどり市 予算の概要（単位：千円）

    | 番号 | 事業名 | 担当課 | 令和3年度予算額 | 令和4年度予算額 |
    | --- | --- | --- | --- | --- |
    | 1 | 植樹推進事業 | 緑地課 | 12,000 | 15,500 |
    | 2 | 木工教室開催事業 | 産業課 | 900 | 700 |
    | 3 | 湖岸清掃事業 | 緑地課 | 130,400 | 101,000 |

    """

  /// What is answered, as transcripts have it.
  static let goldens: [(question: String, said: String)] = [
    (
      "予算の合計は？",
      """
        sum of budget of projects (3, 117200千円)
          植樹推進事業; 木工教室開催事業; 湖岸清掃事業
          note: budget: of several years, FY2022
      """
    ),
    (
      "予算が1億円を超える事業",
      """
        projects where budget > 100000000 "円" (1)
          湖岸清掃事業
          note: budget: of several years, FY2022
      """
    ),
    (
      "経費が1億円を超える事業",
      """
        projects where budget > 100000000 "円" (1)
          湖岸清掃事業
          note: budget: of several years, FY2022
      """
    ),
    (
      "2021年度の予算が1億3千万円以上の事業",
      """
        projects where (schedule.fiscalYear = 2021 or in "2021年度") and budget >= 130000000 "円" (1)
          湖岸清掃事業
      """
    ),
    (
      "2021年度の課ごとの予算の合計",
      """
        table of count, sum of budget by bureau of projects where (schedule.fiscalYear = 2021 or in "2021年度") (2)
          緑地課 count 2 sum 142400 unit 千円; 産業課 count 1 sum 900 unit 千円
      """
    ),
    (
      "課ごとの予算の合計",
      """
        table of count, sum of budget by bureau of projects (2)
          緑地課 count 2 sum 116500 unit 千円; 産業課 count 1 sum 700 unit 千円
          note: budget: of several years, FY2022
      """
    ),
    (
      "達成度が4の事業",
      """
        noMatch
        projects where level = 4 (0)
          incomplete: level of 植樹推進事業, 木工教室開催事業, 湖岸清掃事業: not stated
      """
    ),
  ]

  @Test("the newest is meant, the year asked for is looked at, and thousands are said", arguments: goldens)
  func golden(_ golden: (question: String, said: String)) throws {
    let library = try MidoriLibrary(text: Self.plan)
    let said = try Transcript.replay("> " + golden.question, with: library.assistant)
    #expect(said == "> \(golden.question)\n" + golden.said)
  }

  @Test func `a settlement is held against the budget of its own year`() throws {
    let text = """
      みどり市 予算と決算（単位：千円）

      | 事業名 | 担当課 | 令和5年度予算額 | 令和5年度決算額 | 令和6年度予算額 |
      | --- | --- | --- | --- | --- |
      | 植樹推進事業 | 緑地課 | 1,000 | 900 | 700 |
      | 木工教室開催事業 | 産業課 | 500 | 520 | 800 |
      | 湖岸清掃事業 | 緑地課 | － | 300 | 200 |
      """
    var assistant = try MidoriLibrary(text: text).assistant()
    let over = try #require(assistant.ask("決算が予算を超えた事業は？").readings.first)
    #expect(over.items.map(\.name) == ["木工教室開催事業"])
    #expect(over.notes.map(\.saying.english).contains("1 more have no budget and settlement of one year"))
    #expect(assistant.ask("植樹推進事業の執行率は？").readings.first?.value?.value == ExactNumber(90))
    // there is none of the year to reckon with
    #expect(assistant.ask("湖岸清掃事業の執行率は？").readings.first?.value == nil)
  }
}
