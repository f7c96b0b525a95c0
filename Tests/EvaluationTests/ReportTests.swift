import Evaluation
import JapaneseText
import PlanDocuments
import PlanLibrary
import Rendering
import TestSupport
import Testing

@Suite("Reports of questions and topics")
struct ReportTests {
  private static let judgements = try! Judgements(
    topics: "a\t水<b>\nb\t空|\n", topicsName: "t", judgements: "a 0 w 1\na 0 v 1\nb 0 s 2\n",
    judgementsName: "q")

  private func topics() throws -> TopicReport {
    let rankings = try #require(TopicRanking.rankings(ofRun: "a Q0 x 1 9 r\na Q0 w 1 5 r\nb Q0 s 1 5 r\n"))
    return TopicReport(
      try ["a", "b"].map { ($0, try #require(rankings[$0])) }, Self.judgements,
      measures: [Measure(.reciprocalRank), Measure(.recall, cutoff: 20)])
  }

  @Test func `topics are printed as their means`() throws {
    #expect(try topics().text(.text, verbose: false, of: Self.judgements) == "RR\t0.7500\nR@20\t0.7500\n")
  }

  @Test func `Markdown has a bar a measure and the worst topics first, with what was not found`() throws {
    #expect(
      try topics().text(.markdown, verbose: false, of: Self.judgements) == """
        2 topics

        | measure | mean |
        | --- | --- |
        | RR | ███████████████░░░░░ 0.7500 |
        | R@20 | ███████████████░░░░░ 0.7500 |

        The worst by RR:

        | topic | query | RR | R@20 | unjudged in ten | relevant, not found |
        | --- | --- | --- | --- | --- | --- |
        | a | 水\\<b> | 0.5000 | 0.5000 | 1 | v |
        | b | 空\\| | 1.0000 | 1.0000 | 0 |  |

        """)
  }

  @Test func `JSON has every figure of every topic`() throws {
    let json = try JSONValue(parsing: Array(topics().text(.json, verbose: false, of: Self.judgements).utf8))
    #expect(json["means"]?.encoded(.line) == "{\"RR\":0.75,\"R@20\":0.75}")
    #expect(
      json["perTopic"]?.values?.first?.encoded(.line)
        == "{\"topic\":\"a\",\"query\":\"水<b>\",\"figures\":{\"RR\":0.5,\"R@20\":0.5},\"unjudgedInTen\":1,"
        + "\"hits\":null,\"unfound\":null,\"found\":[{\"id\":\"w\",\"rank\":2}],\"notFound\":[\"v\"]}")
  }

  private static let plan = """
    みどり市 事業の一覧

    | 事業名 | 予算額 | 決算額 |
    | --- | --- | --- |
    | 湖の清掃事業 | 1200 | 900 |
    | 森の学校事業 | 800 | 850 |

    """

  /// One right, one confidently wrong, one that is honestly empty.
  private static let asked = """
    [{"id": "1", "question": "湖の清掃事業の予算は？", "class": "b", "expect": {"field": {"name": "湖の清掃事業", "key": "budget", "equals": 1200}}},
     {"id": "2", "question": "予算が1000以上の事業は？", "class": "a", "expect": {"names": ["森の学校事業"]}},
     {"id": "3", "question": "予算が9以上3以下の|事業は？", "class": "a", "expect": {"names": ["影も形もない*事業"]}}]
    """

  private static func questions() throws -> QuestionReport {
    let folder = TemporaryDirectory()
    _ = try Library.build(
      plans: [Plan(id: "mizu", path: "mizu.txt", text: plan)], into: folder.path + "/index")
    return try QuestionEvaluation(try Library.open(folder.path + "/index"))
      .report(on: QuestionSet(parsing: Array(asked.utf8), name: "s"))
  }

  private static let summary =
    "right 1 of 3 (33.3 %), partly right 0 (0.0 %), confidently wrong 1 (33.3 %), wrong, and says so 0 (0.0 %), "
    + "honestly empty 1 (33.3 %)"

  @Test func `questions are printed by class, and in full what is not right`() throws {
    let text = try Self.questions().text(.text, verbose: true)
    #expect(
      text == """
        class  right  partly right  confidently wrong  wrong, and says so  honestly empty
        a          0             0                  1                   0               1
        b          1             0                  0                   0               0
        all        1             0                  1                   0               1

        2 予算が1000以上の事業は？
          confidently wrong: no "森の学校事業"; "湖の清掃事業" is too many
          read as: projects where budget >= 1000
          blame: understanding: no "森の学校事業"
        3 予算が9以上3以下の|事業は？
          honestly empty: status invalid, not answered
          blame: reading the plan: no fact is named 影も形もない*事業

        \(Self.summary)
        blamed on reading the plan 1, understanding 1, retrieval 0, ranking 0

        """)
  }

  @Test func `Markdown of questions has a bar a class, and a line for each that is not right`() throws {
    #expect(
      try Self.questions().text(.markdown, verbose: false) == """
        \(Self.summary)

        blamed on reading the plan 1, understanding 1, retrieval 0, ranking 0

        | class | right | partly right | confidently wrong | wrong, and says so | honestly empty | right |
        | --- | --- | --- | --- | --- | --- | --- |
        | a | 0 | 0 | 1 | 0 | 1 | ░░░░░░░░░░░░░░░░░░░░ 0.0 % |
        | b | 1 | 0 | 0 | 0 | 0 | ████████████████████ 100.0 % |

        | id | question | outcome | what is wrong | blame |
        | --- | --- | --- | --- | --- |
        | 2 | 予算が1000以上の事業は？ | confidently wrong | no "森の学校事業"; "湖の清掃事業" is too many | understanding: no "森の学校事業" |
        | 3 | 予算が9以上3以下の\\|事業は？ | honestly empty | status invalid, not answered | reading the plan: no fact is named 影も形もない\\*事業 |

        """)
  }

  @Test func `JSON of questions has the outcomes by class, the rooms, and every miss`() throws {
    let json = try JSONValue(parsing: Array(Self.questions().text(.json, verbose: false).utf8))
    #expect(json["questions"]?.number == ExactNumber(3))
    #expect(
      json["outcomes"]?.encoded(.line)
        == "{\"right\":1,\"partly right\":0,\"confidently wrong\":1,\"wrong, and says so\":0,\"honestly empty\":1}"
    )
    #expect(json["classes"]?.values?.compactMap { $0["class"]?.string } == ["a", "b"])
    #expect(json["classes"]?.values?.first?["outcomes"]?["honestly empty"]?.number == ExactNumber(1))
    #expect(
      json["blame"]?.encoded(.line)
        == "{\"reading the plan\":1,\"understanding\":1,\"retrieval\":0,\"ranking\":0}")
    #expect(
      json["misses"]?.values?.first?.encoded(.line)
        == "{\"id\":\"2\",\"question\":\"予算が1000以上の事業は？\",\"class\":\"a\",\"outcome\":\"confidently wrong\","
        + "\"faults\":[\"no \\\"森の学校事業\\\"\",\"\\\"湖の清掃事業\\\" is too many\"],"
        + "\"readAs\":\"projects where budget >= 1000\","
        + "\"blame\":{\"room\":\"understanding\",\"detail\":\"no \\\"森の学校事業\\\"\"}}")
    #expect(json["misses"]?.values?.last?["readAs"] == .null)
  }

  @Test func `a baseline of questions says what moved, and which allowance is idle`() throws {
    let report = try Self.questions()
    let baseline = try QuestionBaseline(parsing: "1\tright\n2\tright\n3\tconfidently wrong\n4\tright\n")
    let changes = baseline.changes(to: report, allowed: ["1", "2"])
    #expect(
      changes.lines == [
        "2\tright → confidently wrong ↓ allowed\t予算が1000以上の事業は？",
        "3\tconfidently wrong → honestly empty \t予算が9以上3以下の|事業は？",
        "4\tgone", "1\tallowed, and not worse: take it off the list",
      ])
    #expect(changes.isWorse)
    #expect(
      try QuestionBaseline(parsing: QuestionBaseline.text(of: report)).changes(to: report, allowed: []).lines
        == [])
    #expect(try QuestionBaseline(parsing: "2\tright\n").changes(to: report, allowed: []).isWorse)
    #expect(throws: TopicReport.BadLine(number: 2)) { try QuestionBaseline(parsing: "1\tright\n2 right\n") }
  }

  @Test func `the page of questions has a bar for each outcome, and the misses`() throws {
    let page = try Self.questions().page
    for text in [Self.summary, "<span class=\"bar b2\"", "confidently wrong 1", "影も形もない*事業"] {
      #expect(page.contains(text), "\(text)")
    }
  }

  static let pages: [@Sendable () throws -> String] = [
    { try ReportTests().topics().page(of: judgements) }, { QuestionReport([]).page },
  ]

  @Test("a page asks for nothing but itself, and holds texts as texts", arguments: pages.indices)
  func page(_ number: Int) throws {
    let page = try Self.pages[number]()
    for call in ["http", "src=", "href", "<script", "<link", "@import", "url("] {
      #expect(!page.contains(call))
    }
    #expect(!page.contains("水<b>"))
    #expect(page.hasPrefix("<!doctype html>") && page.hasSuffix("</html>\n"))
  }
}
