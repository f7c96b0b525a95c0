import Analysis
import Evaluation
import InvertedIndex
import PlanDocuments
import PlanLibrary
import TestSupport
import Testing

/// A sound library over the plan of an invented city, and the same with a fault put into one stage.
@Suite("Blame")
struct BlameTests {
  /// The fault, and what it breaks.
  struct Seed: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let room: Blame.Room
    let question: String
    let expect: String
    /// Words of a lexicon that stand no more, and what stands there, in these files.
    var words: (String, instead: String) = ("", "")
    var files: [String] = []
    /// A sentence of the plan that stands no more; its line is blank.
    var sentence = ""
    var fields: [IndexField]?
  }

  static let seeds = [
    Seed(
      testDescription: "a mapper that doesn't know a head", room: .reading, question: "湖の清掃事業の決算は？",
      expect: "{\"field\": {\"name\": \"湖の清掃事業\", \"key\": \"settlement\", \"equals\": 900}}",
      words: ("支出済額", "支出未済額"),
      files: ["schema.txt"]),
    Seed(
      testDescription: "a rule that doesn't know a word", room: .understanding, question: "予算が1000以上の事業は？",
      expect: "{\"names\": [\"湖の清掃事業\"]}", words: ("以上", "以乗"), files: ["vocabulary.txt", "lemmas.txt"]),
    Seed(
      testDescription: "a posting that is lost", room: .retrieval, question: "噴水の氷",
      expect: "{\"sourceOverlaps\": [{\"document\": \"mizu\", \"lines\": [26, 26]}], \"k\": 1}",
      sentence: "　真冬の夜に噴水の氷を見ます。"),
    Seed(
      testDescription: "a weight that is wrong", room: .ranking, question: "真冬の夜の噴水",
      expect: "{\"sourceOverlaps\": [{\"document\": \"mizu\", \"lines\": [26, 26]}], \"k\": 1}",
      fields: [
        IndexField("text"), IndexField("section", weight: 0), IndexField("title", weight: 0),
        IndexField("name"),
      ]),
  ]

  @Test("falls on the stage with the fault, once", arguments: seeds)
  func blames(_ seed: Seed) throws {
    let set = try QuestionSet(
      parsing: Array(
        "[{\"id\": \"1\", \"question\": \"\(seed.question)\", \"expect\": \(seed.expect)}]".utf8),
      name: "s")
    let sound = try Self.report(set, Self.plan, .builtIn)
    #expect(sound.questions.map(\.outcome) == [.right], "\(sound.text(.text, verbose: true))")
    let faulty = try Self.report(
      set, seed.sentence.isEmpty ? Self.plan : Self.plan.replacing(seed.sentence, with: ""),
      try Self.lexicons(without: seed.words, in: seed.files), seed.fields)
    #expect(faulty.questions.map(\.blame?.room) == [seed.room], "\(faulty.text(.text, verbose: true))")
  }

  @Test func `a name that no fact has is named`() throws {
    let set = try QuestionSet(
      parsing: Array(
        "[{\"id\": \"1\", \"question\": \"予算が1000以上の事業は？\", \"expect\": {\"names\": [\"影も形もない事業\"]}}]"
          .utf8), name: "s")
    let report = try Self.report(set, Self.plan, .builtIn)
    #expect(report.questions[0].blame?.room == .reading)
    #expect(report.questions[0].blame?.detail == "no fact is named 影も形もない事業")
  }

  @Test func `what lacks a row that could not be read is a miss of reading`() throws {
    let set = try QuestionSet(
      parsing: Array(
        "[{\"id\": \"1\", \"question\": \"総務企画局の予算の合計\", \"expect\": {\"value\": {\"value\": 3508663}}, \"why\": \"mizu:232-250\"}]"
          .utf8), name: "s")
    let text = Files.text("\(Paths.top)/Corpus/project-evaluation-2023.txt")
    #expect(try Self.report(set, text, .builtIn).questions.map(\.outcome) == [.right])
    let report = try Self.report(set, text.replacing("2,862,496", with: ""), .builtIn)
    #expect(report.questions[0].blame?.room == .reading, "\(report.text(.text, verbose: true))")
  }

  private static let plan = """
    みどり市 水の計画

    第1章 事業の一覧

    | 事業名 | 予算額 | 支出済額 |
    | --- | --- | --- |
    | 湖の清掃事業 | 1200 | 900 |
    | 森の学校事業 | 800 | 850 |

    第2章 広場

    　真冬の夜に噴水の石を見ます。

    　真冬の夜に噴水の木を見ます。

    　真冬の夜に噴水の灯を見ます。

    　真冬の夜に噴水の柵を見ます。

    　真冬の夜に噴水の砂を見ます。

    　真冬の夜に噴水の旗を見ます。

    第3章 噴水の見どころ

    　真冬の夜に噴水の氷を見ます。

    """

  private static func lexicons(without words: (String, instead: String), in files: [String]) throws
    -> Lexicons
  {
    guard !words.0.isEmpty else { return .builtIn }
    let folder = TemporaryDirectory()
    for name in TemporaryDirectory.names(in: Paths.lexicons) {
      let text = Files.text("\(Paths.lexicons)/\(name)")
      let kept = files.contains(name) ? text.replacing(words.0, with: words.instead) : text
      Files.write(Array(kept.utf8), to: "\(folder.path)/\(name)")
    }
    return try Lexicons(directory: folder.path)
  }

  private static func report(
    _ set: QuestionSet, _ text: String, _ lexicons: Lexicons, _ fields: [IndexField]? = nil
  ) throws -> QuestionReport {
    let folder = TemporaryDirectory()
    _ = try Library.build(
      plans: [Plan(id: "mizu", path: "mizu.txt", text: text)], into: folder.path + "/index",
      lexicons: lexicons, fields: fields)
    return try QuestionEvaluation(try Library.open(folder.path + "/index")).report(on: set)
  }
}
