import JapaneseText
import PlanFacts
import Testing

@testable import Questions

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
    "table of most count by bureau of projects",
    "table of count, least sum of budget by level of projects where level > 2",
    "share of projects where level = 3 among projects",
    "projects where settlement > budget and not (level = 3 or code starts with \"404\")",
    "indicators where target.value is missing",
    "sum of column \"一般財源\" of projects where column \"工法\" contains \"杭\"",
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
    #expect(Question(canonical: question.canonical(in: .japanese)) == question)
  }

  static let japanese = [
    ("projects where level = 4 sort by budget descending", "事業 達成度=4 予算の大きい順"),
    ("projects", "一覧：事業"),
    ("sum of budget of projects where bureau = \"総務企画局\"", "予算の合計：事業 局=「総務企画局」"),
    ("indicators matching \"ごみ排出量\" where target.fiscalYear = 2025", "指標 語「ごみ排出量」 目標.年度=2025"),
    ("table of count, sum of budget by bureau of projects", "局ごとの件数、予算の合計：事業"),
    ("table of most count by bureau of projects", "局ごとの最多の件数：事業"),
    ("table of count, least sum of budget by bureau of projects", "局ごとの件数、最少の予算の合計：事業"),
    ("budget, level of projects named \"x\"", "予算、達成度：事業 名前「x」"),
    (
      "projects where not (level = 3 or code starts with \"404\") limit 3",
      "事業 除く (達成度=3 または コード 前方一致「404」) 3件まで"
    ),
    ("definition of \"KIS\"", "定義：「KIS」"),
  ]
  @Test("the Japanese form stands for the English one, and reads back to the same tree", arguments: japanese)
  func inJapanese(_ english: String, _ japanese: String) throws {
    let question = try #require(Question(canonical: english))
    #expect(question.canonical(in: .japanese) == japanese)
    #expect(Question(canonical: japanese) == question)
  }

  @Test func `each Japanese word stands for one word, and a kind alone is a question of its own`() {
    let words = CanonicalWords.pairs.map(\.japanese)
    #expect(Set(words).count == words.count)
    for kind in SelectionKind.allCases {
      #expect(Question(canonical: CanonicalWords.japanese(kind: kind.rawValue)) == nil)
    }
    for field in FieldName.allCases { #expect(CanonicalWords.japanese(field.rawValue) != field.rawValue) }
  }

  static let others = ["", "projects where", "KPI for x", "projects where level = ", "projects named \"open"]
  @Test("what is not in the language is not read", arguments: others) func refuses(_ line: String) {
    #expect(Question(canonical: line) == nil)
  }
}
