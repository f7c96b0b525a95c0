import Answers
import JapaneseText
import Phrases
import PlanDocuments

/// Answers made by hand, about a city that does not exist.
enum SampleAnswers {
  private static func source(_ first: Int, _ last: Int, sdg: [String] = []) -> ItemSource {
    ItemSource(
      document: "midori-green-plan", path: "plans/midori-green-plan.txt", lines: LineRange(first, last),
      section: ["第２章 取組", "(1) 公園をつくる"], sdgTargets: sdg)
  }

  private static func point(_ role: String, _ year: Int, _ value: ExactNumber, _ text: String) -> ItemValue {
    .object([
      ItemField("role", .text(role)), ItemField("fiscalYear", .number(ExactNumber(year))),
      ItemField("value", .number(value)), ItemField("unit", .text("㎡")), ItemField("text", .text(text)),
    ])
  }

  private static let words = QuestionWords(
    unknown: ["ふわふわ"], ignored: ["の", "は"],
    spans: [.init(0..<4, .keyword), .init(4..<5, .dropped), .init(5..<7, .concept), .init(7..<8, .dropped)])

  static let indicator = Answer(
    question: "公園面積の目標は？", status: .answered,
    readings: [
      Reading(
        canonical: "indicators matching \"公園面積\"", kind: .indicators, total: 1,
        items: [
          Item(
            type: "indicator", name: "市民１人あたりの公園面積",
            fields: [
              ItemField(
                "points",
                .list([
                  point("baseline", 2018, ExactNumber(digits: 48, scale: 1), "4.8㎡"),
                  point("current", 2021, ExactNumber(5), "５㎡"),
                  point("target", 2030, ExactNumber(digits: 65, scale: 1), "6.5㎡以上"),
                ])),
              ItemField("sdgTargets", .list([.text("11.7"), .text("15")])),
            ], sources: [source(20, 24, sdg: ["11.7", "15"]), source(80, 80)],
            sameAs: [ItemLink(name: "1人当たり公園面積", document: "midori-bus-plan")])
        ],
        unread: [
          ItemSource(
            document: "midori-bus-plan", path: "plans/midori-bus-plan.txt", lines: LineRange(7), section: [],
            reason: "no name in a row of figures")
        ], notes: [.part(1, of: 2)], because: [.wordsNotUnderstood(["ふわふわ"])],
        words: words),
      Reading(canonical: "passages matching \"公園面積\"", kind: .passages, total: 0, items: []),
    ], words: words)

  static let projects = Answer(
    question: "事業の一覧", status: .answered,
    readings: [
      Reading(
        canonical: "projects", kind: .projects, total: 3,
        items: [
          project("樹木を植える事業", budget: 1_234_567, level: 3, line: 30),
          project("停留所に屋根を付ける事業", budget: nil, level: 12, line: 40),
        ])
    ])

  private static func project(_ name: String, budget: Int?, level: Int, line: Int) -> Item {
    Item(
      type: "project", name: name,
      fields: [
        ItemField("overview", .text("長い説明の文がここに続くので、表の列には入らない。\"引用\", と\tタブ\nと改行"))
      ] + (budget.map { [ItemField("budget", .number(ExactNumber($0)))] } ?? [])
        + [ItemField("level", .number(ExactNumber(level)))], sources: [source(line, line + 5)])
  }

  static let number = Answer(
    question: "予算の合計", status: .answered,
    readings: [
      Reading(
        canonical: "sum of budget of projects", kind: .number, total: 2,
        value: NumberValue(value: ExactNumber(digits: -12_345_675, scale: 1), unit: "千円"), items: [])
    ])

  static let passages = Answer(
    question: "樹木", status: .answered,
    readings: [
      Reading(
        canonical: "passages matching \"樹木\"", kind: .passages, total: 2,
        items: [
          passage("駅前の広場に樹木を植え、\u{1B}[31m水やりを助けます。", marks: [6..<8], line: 9),
          passage("ー樹木ー", marks: [], line: 12),
        ])
    ])

  private static func passage(_ text: String, marks: [Range<Int>], line: Int) -> Item {
    Item(
      type: "passage", name: "(1) 公園をつくる",
      fields: [
        ItemField("text", .text(text)),
        ItemField(
          "highlights",
          .list(
            marks.map { .list([.number(ExactNumber($0.lowerBound)), .number(ExactNumber($0.upperBound))]) })),
      ], sources: [source(line, line)])
  }

  static let noMatch = Answer(
    question: "雪の計画", status: .noMatch, words: QuestionWords(ignored: ["の"]),

    suggestions: [Suggestion("緑の基本計画", total: 1), Suggestion("バス計画", total: 2)])

  static let invalid = Answer(
    question: "平成３x年度の目標", status: .invalid,
    error: AnswerError(
      .year, Saying(english: "not a fiscal year; for example: 2018年度", japanese: "年度として読めません。例：平成30年度"),
      span: 0..<6))

  static let all: [(name: String, answer: Answer)] = [
    ("indicator", indicator), ("projects", projects), ("number", number), ("passages", passages),
    ("noMatch", noMatch), ("invalid", invalid),
  ]
}
