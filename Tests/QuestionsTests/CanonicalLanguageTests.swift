import JapaneseText
import Questions
import Testing

@Suite("The canonical language") struct CanonicalLanguageTests {
  static let lines = [
    "projects where level = 4 and bureau = \"総務企画局\" sort by budget descending limit 3",
    "sum of budget of projects where bureau = \"総務企画局\"",
    "indicators matching \"ごみ排出量\" where target.fiscalYear = 2025",
    "headings under \"政策4\"",
    "count of evaluations where gradeText = \"目標を下回った\"",
    "definition of \"KIS\"",
    "passages matching \"生産緑地 下限面積\"",
    "budget, level of projects named \"a \\\"b\\\" \\\\ c\"",
    "table of count, sum of budget by level of projects in \"x\"",
    "share of projects where level = 3 among projects",
    "projects where settlement > budget and not (level = 3 or code starts with \"404\")",
    "indicators where target.value is missing",
    "projects where settlement / budget >= 1.5 sort by settlement - budget descending item 2",
    "course of indicators named \"x\"",
    "projects where not among (projects sort by budget descending limit 3)",
    "(sum of budget of projects) - (sum of settlement of projects where level = 3)",
    "|(count of projects) - (count of indicators)|",
    "comparison of (projects named \"x\") with (projects named \"y\") by budget, settlement",
    "projects where settlement % of budget < 50 \"%\" sort by settlement % of budget ascending limit 1",
    "indicators where current.value - baseline.value < 0 and point.2016 < point.2014",
    "projects where budget > (average of budget of projects)",
    "projects where settlement < (settlement of projects named \"x\")",
    "(budget - settlement) % of budget, |budget - settlement| of projects",
    "target in \"第2期\" - target in \"第1期\" of indicators named \"x\"",
    "indicators where achievement < 100 sort by improvement ascending",
  ]
  @Test("what is printed reads back to the same tree", arguments: lines) func roundTrip(_ line: String) throws
  {
    let question = try #require(Question(canonical: line))
    #expect(question.description == line)
    #expect(Question(canonical: question.description) == question)
  }

  static let others = ["", "projects where", "KPI for x", "projects where level = ", "projects named \"open"]
  @Test("what is not in the language is not read", arguments: others) func refuses(_ line: String) {
    #expect(Question(canonical: line) == nil)
  }
}
