import Answers
import Evaluation
import JapaneseText
import PlanDocuments
import Rendering
import Testing

@Suite("Sets of questions")
struct QuestionSetTests {
  private func read(_ text: String) throws -> QuestionSet {
    try QuestionSet(parsing: Array(text.utf8), name: "s")
  }

  @Test func `a conversation is a question and those that follow`() throws {
    let set = try read(
      """
      [{"id": "1", "question": "達成度4の事業は？", "class": "list", "expect": {"names": ["甲事業"]}, "why": "plan:3"},
       {"id": "2", "question": "予算は？", "class": "list", "turn": {"follows": "1"}, "expect": {}},
       {"id": "3", "question": "乙事業の予算は？", "class": "field", "expect": {"status": ["noMatch", "invalid"]}}]
      """)
    #expect(set.conversations.map { $0.map(\.id) } == [["1", "2"], ["3"]])
    #expect(set.cases[2].expectation.expectsNothing)
  }

  static let bad = [
    ("{}", "s: not a list of questions"),
    ("[\n{]", "s:2: not JSON: no \""),
    ("[{\"id\": \"1\"}]", "s: question 1: no \"question\" or no \"expect\""),
    (
      "[{\"id\": \"1\", \"question\": \"a\", \"expect\": {\"name\": []}}]",
      "s: question 1: \"expect\" has no \"name\""
    ),
    (
      "[{\"id\": \"1\", \"question\": \"a\", \"expect\": {\"names\": [1]}}]",
      "s: question 1: \"names\" holds 1"
    ),
    (
      "[{\"id\": \"1\", \"question\": \"a\", \"expect\": {}}, {\"id\": \"1\", \"question\": \"b\", \"expect\": {}}]",
      "s: question 1: the id is given twice"
    ),
  ]

  @Test("a fault is named with the file and the question", arguments: bad)
  func faults(_ text: String, _ message: String) {
    do {
      _ = try read(text)
      Issue.record("nothing was thrown")
    } catch {
      #expect("\(error)" == message)
    }
  }
}

@Suite("JSON that is read")
struct JSONReadingTests {
  @Test(
    "is written as it was read",
    arguments: [
      "null", "[]", "{}", "[1,-2.5,true,\"あ\"]", "{\"a\":{\"b\":[null,0]},\"c\":\"\"}", "145000000",
    ])
  func roundTrip(_ text: String) throws {
    #expect(try JSONValue(parsing: Array(text.utf8)).encoded(.line) == text)
  }

  @Test(
    "that is none is refused, and nothing crashes",
    arguments: [
      "", "[1,]", "01", "1e5", "1.", "-", "nul", "[1 2]", "{\"a\" 1}", "\"a", "1 1",
      "99999999999999999999", String(repeating: "[", count: 100_000),
    ])
  func bad(_ text: String) { #expect(throws: (any Error).self) { try JSONValue(parsing: Array(text.utf8)) } }
}

@Suite("Answers that are judged")
struct AnswerJudgeTests {
  private static func item(
    _ name: String, _ fields: [ItemField] = [], type: String = "project", lines: LineRange = LineRange(3, 5)
  ) -> Item {
    Item(
      type: type, name: name, fields: fields,
      sources: [ItemSource(document: "midori", path: "midori.txt", lines: lines, section: [])])
  }

  private static let point = ItemField(
    "points",
    .list([
      .object([
        ItemField("role", .text("target")), ItemField("fiscalYear", .number(ExactNumber(2025))),
        ItemField("value", .number(ExactNumber(12))), ItemField("unit", .text("万人")),
      ])
    ]))

  private static let budget = ItemField("budget", .number(ExactNumber(1200)))

  private static func answer(_ readings: Reading...) -> Answer {
    Answer(question: "q", status: .answered, readings: readings)
  }

  private static func list(_ items: Item..., value: NumberValue? = nil) -> Reading {
    Reading(canonical: "c", kind: .projects, total: items.count, value: value, items: items)
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let expect: String
    let answer: Answer
    var fault = ""

    init(_ expect: String, _ answer: Answer, _ fault: String = "") {
      (self.expect, self.answer, self.fault) = (expect, answer, fault)
    }

    var testDescription: String { "\(expect) \(fault)" }
  }

  static let right = [
    Case("{\"names\": [\"Ａ事業\", \"B 事業\"]}", answer(list(item("B事業"), item("A事業")))),
    Case("{\"names\": [\"公園の整備\"]}", answer(list(item("① 公園の整備※")))),
    Case("{\"names\": [\"みどり||公園\"]}", answer(list(item("公園")))),
    Case("{\"names\": [\"公園\"], \"anyReading\": true}", answer(list(item("水")), list(item("公園")))),
    Case(
      "{\"namesInclude\": [\"水\"], \"namesExclude\": [\"空\"], \"count\": 2}",
      answer(list(item("水"), item("土")))),
    Case(
      "{\"value\": {\"value\": 12, \"unit\": \"件\"}}",
      answer(list(value: NumberValue(value: ExactNumber(12), unit: "件")))),
    Case(
      "{\"point\": {\"name\": \"客\", \"role\": \"target\", \"value\": 120000, \"unit\": \"人\", \"bound\": null}}",
      answer(list(item("客", [point])))),
    Case("{\"field\": {\"key\": \"budget\", \"equals\": 1200}}", answer(list(item("水", [budget])))),
    Case(
      "{\"field\": {\"key\": \"points.*.fiscalYear\", \"equals\": 2025}}", answer(list(item("水", [point])))),
    Case(
      "{\"sourceOverlaps\": [{\"document\": \"midori\", \"lines\": [5, 9]}], \"k\": 1}",
      answer(list(item("水")))),
    Case("{\"textIncludes\": \"万 人\"}", answer(list(item("水", [point])))),
    Case("{\"status\": \"noMatch\"}", Answer(question: "q", status: .noMatch)),
    Case(
      "{\"status\": [\"answered\", \"noMatch\"], \"textIncludes\": \"水\"}",
      Answer(question: "q", status: .noMatch, suggestions: [Suggestion("水の量", total: 1)])),
  ]

  @Test("what is expected is right", arguments: right)
  func accepts(_ one: Case) throws {
    #expect(AnswerJudge.faults(of: one.answer, by: try expectation(one.expect)) == [])
  }

  static let wrong = [
    Case("{\"names\": [\"A事業\"]}", answer(list(item("A事業"), item("B事業"))), "\"B事業\" is too many"),
    Case("{\"names\": [\"A事業\", \"B事業\"]}", answer(list(item("A事業"))), "no \"B事業\""),
    Case(
      "{\"names\": [\"A\", \"B\"], \"ordered\": true}", answer(list(item("B"), item("A"))), "another order"),
    Case("{\"names\": [\"公園\"]}", answer(list(item("水")), list(item("公園"))), "no \"公園\""),
    Case("{\"value\": {\"value\": 12}}", answer(list(item("A"))), "value null, not 12 "),
    Case(
      "{\"value\": {\"value\": 12, \"unit\": \"件\"}}",
      answer(list(value: NumberValue(value: ExactNumber(12), unit: "人"))),
      "value {\"value\":12,\"unit\":\"人\"}, not 12 件"),
    Case(
      "{\"point\": {\"role\": \"current\", \"value\": 12}}", answer(list(item("客", [point]))),
      "no point 12 {\"role\":\"current\"}"),
    Case(
      "{\"field\": {\"key\": \"budget\", \"equals\": 1201}}", answer(list(item("水", [budget]))),
      "no budget of 1201"),
    Case(
      "{\"sourceOverlaps\": [{\"document\": \"midori\", \"lines\": [6, 9]}]}", answer(list(item("水"))),
      "none of the first 3 items stands at the lines expected"),
    Case(
      "{\"sourceOverlaps\": [{\"document\": \"other\", \"lines\": [3, 3]}]}", answer(list(item("水"))),
      "none of the first 3 items stands at the lines expected"),
    Case("{\"status\": \"noMatch\"}", answer(list(item("水"))), "status answered, not noMatch"),
    Case("{\"names\": [\"水\"]}", Answer(question: "q", status: .noMatch), "status noMatch, not answered"),
  ]

  @Test("what is not expected is a fault", arguments: wrong)
  func refuses(_ one: Case) throws {
    #expect(
      AnswerJudge.faults(of: one.answer, by: try expectation(one.expect)).first?.hasPrefix(one.fault) == true)
  }

  private func expectation(_ expect: String) throws -> Evaluation.Expectation {
    let set = "[{\"id\": \"1\", \"question\": \"q\", \"expect\": \(expect)}]"
    return try QuestionSet(parsing: Array(set.utf8), name: "s").cases[0].expectation
  }
}
