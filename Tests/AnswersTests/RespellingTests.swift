import Answers
import JapaneseText
import PlanDocuments
import PlanLibrary
import Rendering
import TestSupport
import Testing

@Suite("Words typed with a slip")
struct RespellingTests {
  private static let plan = """
    みどり市 湖の計画

    | 事業名 | 予算額 | 決算額 |
    | --- | --- | --- |
    | 湖のプランクトン調査 | 1200 | 900 |
    | オーストラリア交流事業 | 800 | 850 |

    　スワンボートのりばには、ドーナッツの店があります。

    """

  private static let shared = Result { try library() }

  private static func library() throws -> (library: Library, folder: TemporaryDirectory) {
    let folder = TemporaryDirectory()
    _ = try Library.build(
      plans: [Plan(id: "mizu", path: "mizu.txt", text: plan)], into: folder.path + "/index")
    return (try Library.open(folder.path + "/index"), folder)
  }

  private func ask(_ question: String) throws -> Answer {
    var assistant = try Assistant(library: Self.shared.get().library)
    return assistant.ask(question)
  }

  static let slipped: [(question: String, as: [ReadAs], like: String)] = [
    ("湖のプランククトン調査の予算は？", [ReadAs("プランククトン", as: "プランクトン")], "湖のプランクトン調査の予算は？"),
    ("湖のプラクントン調査の予算は？", [ReadAs("プラクントン", as: "プランクトン")], "湖のプランクトン調査の予算は？"),
    ("ドーナツ", [], "ドーナツ"),
    ("ドーナッッツの店", [ReadAs("ドーナッッツ", as: "ドーナッツ")], "ドーナッツの店"),
    ("湖のぷらんくとん調査の決算は？", [ReadAs("ぷらんくとん", as: "プランクトン")], "湖のプランクトン調査の決算は？"),
    ("すわんぼーとはどこ？", [ReadAs("すわんぼーと", as: "スワンボート")], "スワンボートはどこ？"),
    ("budgget of 湖のプランクトン調査", [ReadAs("budgget", as: "budget")], "budget of 湖のプランクトン調査"),
    (
      "projeects with a settlemnet over 880",
      [ReadAs("projeects", as: "projects"), ReadAs("settlemnet", as: "settlement")],
      "projects with a settlement over 880"
    ),
  ]

  @Test("are read as what was meant, and it is said", arguments: slipped)
  func slips(_ question: String, _ readAs: [ReadAs], _ like: String) throws {
    let (answer, meant) = (try ask(question), try ask(like))
    #expect(answer.question == question)
    #expect(answer.words.readAs == readAs)
    #expect(answer.status == meant.status)
    #expect(answer.readings.map(\.canonical) == meant.readings.map(\.canonical))
    #expect(answer.readings.allSatisfy { $0.notes.starts(with: readAs.map(Note.readAs)) })
    let text = TextRenderer(style: TextStyle(layout: .plain)).render(answer)
    #expect(readAs.allSatisfy { text.contains($0.read) && text.contains($0.asked) }, "\(text)")
  }

  /// Other words than those that stand there, words that stand there, and what a canonical question quotes.
  static let rightWords = [
    "オーストリア交流事業の予算は？", "オーストラリア交流事業の予算は？", "three largest projects", "スワンンの数",
    "projects named \"湖のプランククトン調査\"", "の予算についておしえてください",
  ]

  @Test("and no other word is", arguments: rightWords)
  func others(_ question: String) throws { #expect(try ask(question).words.readAs == []) }

  @Test func `spans are of the question as it was asked`() throws {
    let question = "湖のプランククトン調査の予算は？"
    let scalars = Array(question.unicodeScalars)
    let spans = try ask(question).words.spans
    #expect(spans.flatMap { Array($0.range) } == Array(0..<scalars.count - 1))
    let name = spans.first { $0.use == .name }?.range
    #expect(name == 0..<scalars.count - "の予算は？".unicodeScalars.count)
  }

  @Test func `the data formats have the words`() throws {
    let json = JSONRenderer(layout: .line).render(try ask("budgget of 湖のプランクトン調査"))
    #expect(json.contains("\"readAs\":[{\"asked\":\"budgget\",\"read\":\"budget\"}]"))
    #expect(try !JSONRenderer(layout: .line).render(ask("budget of 湖のプランクトン調査")).contains("readAs"))
  }
}
