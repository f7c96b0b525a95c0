import Answers
import Evaluation
import PlanDocuments
import PlanLibrary
import TestSupport
import Testing

@Suite("Answers kept as right or wrong")
struct ConfirmedAnswerTests {
  private static let plan = """
    みどり市 事業の一覧

    | 事業名 | 予算額 | 決算額 | 担当課 |
    | --- | --- | --- | --- |
    | 湖の清掃事業 | 1200 | 900 | 環境課 |
    | 森の学校事業 | 800 | 850 | 教育課 |

    　湖には白鳥が来ます。

    """

  private static func library(_ text: String, in folder: TemporaryDirectory) throws -> Library {
    _ = try Library.build(
      plans: [Plan(id: "mizu", path: "mizu.txt", text: text)], into: folder.path + "/index")
    return try Library.open(folder.path + "/index")
  }

  static let conversations = [
    ["湖の清掃事業の予算は？"], ["湖の清掃事業の予算は？", "決算は？"], ["予算が1000以上の事業は？"], ["事業の予算の合計は？"],
    ["湖の白鳥"], ["達成度9の事業は？"], ["担当課別の事業数"],
  ]

  @Test(
    "what is kept of an answer is judged right, and no longer where a figure of the plan is another",
    arguments: conversations)
  func roundTrip(_ questions: [String]) throws {
    let folder = TemporaryDirectory()
    let library = try Self.library(Self.plan, in: folder)
    var assistant = try Assistant(library: library)
    let answers = questions.map { assistant.ask($0) }
    let last = try #require(answers.last)
    let confirmed = ConfirmedAnswer(questions, last, shown: last.readings.first, by: assistant)
    let bytes = try QuestionSet.text([], name: "s", adding: confirmed)
    let set = try QuestionSet(parsing: bytes, name: "s")
    #expect(set.cases.map(\.question) == questions)
    let report = try QuestionEvaluation(library).report(on: set)
    #expect(report.count(.right) == questions.count, "\(report.text(.text, verbose: true))")
    guard last.status == .answered, last.readings.first?.kind != .passages else { return }
    let other = TemporaryDirectory()
    let changed = Self.plan.replacing("1200", with: "70").replacing("900", with: "60").replacing(
      "教育課", with: "環境課")
    let worse = try QuestionEvaluation(try Self.library(changed, in: other)).report(on: set)
    #expect(worse.count(.right) < questions.count)
  }

  @Test func `a question that leads nowhere else is kept alone`() throws {
    let folder = TemporaryDirectory()
    var assistant = try Assistant(library: try Self.library(Self.plan, in: folder))
    let questions = ["湖の清掃事業の予算は？", "森の学校事業の予算は？"]
    let answers = questions.map { assistant.ask($0) }
    let confirmed = ConfirmedAnswer(questions, answers[1], shown: answers[1].readings.first, by: assistant)
    let set = try QuestionSet(parsing: try QuestionSet.text([], name: "s", adding: confirmed), name: "s")
    #expect(set.cases.map(\.question) == ["森の学校事業の予算は？"])
    #expect(set.cases[0].why == "mizu:6-6")
  }

  @Test func `a set keeps what it has, and the next answer comes behind it`() throws {
    let folder = TemporaryDirectory()
    var assistant = try Assistant(library: try Self.library(Self.plan, in: folder))
    let answer = assistant.ask("湖の清掃事業の予算は？")
    let confirmed = ConfirmedAnswer(["湖の清掃事業の予算は？"], answer, shown: answer.readings.first, by: assistant)
    let old = "[\n {\"id\": \"c1\",  \"question\": \"a]\", \"expect\": {}}\n]\n"
    let new = String(
      decoding: try QuestionSet.text(Array(old.utf8), name: "s", adding: confirmed), as: UTF8.self)
    #expect(new.hasPrefix(String(old.dropLast(3)) + ",\n"))
    #expect(try QuestionSet(parsing: Array(new.utf8), name: "s").cases.map(\.id) == ["c1", "c2"])
    for bad in ["{}", "[", "[{}]"] {
      #expect(throws: Judgements.Problem.self) {
        try QuestionSet.text(Array(bad.utf8), name: "s", adding: confirmed)
      }
    }
    #expect(try QuestionSet.text(Array("[]".utf8), name: "s", adding: confirmed).starts(with: "[\n{".utf8))
  }

  @Test func `a right figure at a wrong line is wrong`() throws {
    let folder = TemporaryDirectory()
    let library = try Self.library(Self.plan, in: folder)
    func outcome(_ line: Int) throws -> Outcome {
      let set = """
        [{"id": "1", "question": "湖の清掃事業の予算は？", "expect": {
          "field": {"name": "湖の清掃事業", "key": "budget", "equals": 1200},
          "sourceOverlaps": [{"name": "湖の清掃事業", "document": "mizu", "lines": [\(line), \(line)]}]}}]
        """
      return try QuestionEvaluation(library).report(on: QuestionSet(parsing: Array(set.utf8), name: "s"))
        .questions[0].outcome
    }
    #expect(try outcome(5) == .right)
    #expect(try outcome(6) != .right)
  }

  @Test func `an open case is a line of JSON without a text of a document`() {
    let open = OpenCase(question: "湖の\"予算\"", reading: "noMatch", fingerprint: 0xAB, note: "年が\n出ない")
    #expect(
      open.line
        == "{\"question\":\"湖の\\\"予算\\\"\",\"reading\":\"noMatch\",\"fingerprint\":\"00000000000000ab\",\"note\":\"年が\\n出ない\"}\n"
    )
  }
}
