import Evaluation
import Foundation
import JapaneseText
import PlanLibrary
import Rendering
import TestSupport
import Testing

@testable import Answers
@testable import shirabe

@Suite("Teaching an index") struct TeachTests {
  private let folder = TemporaryDirectory()
  private var index: String { folder.path + "/index" }
  private var taught: String {
    (try? String(contentsOfFile: index + "-taught.txt", encoding: .utf8)) ?? ""
  }

  private static let plan = """
    # みどり市の計画

    ## 事業の一覧

    | 計画の事業 | 担い手 | 見積り（千円） |
    |---|---|---|
    | 湖水まつり事業 | 観光課 | 1200 |
    | 橋の修繕事業 | 土木課 | 34000 |
    | 船小屋整備事業 | 観光課 | 560 |

    ## 次の年の一覧

    | 計画の事業 | 担い手 | 見積り（千円） |
    |---|---|---|
    | 朝市の事業 | 産業課 | 80 |
    | 図書の配達事業 | 図書館 | 90 |
    """

  private func build() throws {
    let file = try folder.write("midori.md", Self.plan)
    _ = try Library.build(paths: [file], into: index, lexicons: .builtIn)
  }

  private func conversation(_ language: Language = .japanese) throws -> REPL {
    let source = try Teach.parse(["--index", index]).source
    let library = try Library.open(index)
    let style = TextStyle(columns: 80, language: language, isLanguageChosen: true)
    return REPL(
      library: library, assistant: try Assistant(library: library), format: .text, limit: nil, style: style,
      cases: CaseFiles(folder: folder.path), unknown: UnknownWords(folder: folder.path + "/state"),
      teaching: { Teaching(source: source, console: Console(), text: TeachText($0)) },
      open: { [index] in try Library.open(index) })
  }

  private func say(_ lines: [String], to conversation: inout REPL) -> String {
    var text = ""
    for line in lines {
      if case .text(let said) = conversation.respond(to: line) { text = said }
    }
    return text
  }

  @Test func `:teach asks, keeps what is said, and the next answer knows it`() throws {
    try build()
    var conversation = try conversation()
    #expect(say(["観光課の事業"], to: &conversation).contains("当てはまる事業はありません"))
    let first = say([":teach"], to: &conversation)
    #expect(first.contains("[1] 計画の事業  表2") && first.hasSuffix("番号・いいえ n・後で Enter・終わり q?\n"))
    #expect(first.split(separator: "\n").allSatisfy { DisplayWidth().columns($0) <= 80 })
    #expect(say(["多分"], to: &conversation).hasPrefix("1から1の番号か n で答えてください"))
    let second = say(["1"], to: &conversation)
    #expect(second.contains("担い手 = project bureau") && second.contains("はい y"))
    #expect(say(["はい"], to: &conversation).contains("文書1件"))
    #expect(taught.contains("計画の事業 | 担い手 | 見積り = project name | - | -\n"))
    #expect(taught.contains("担い手 = project bureau\n"))
    let answer = say(["観光課の事業"], to: &conversation)
    #expect(answer.contains("湖水まつり事業") && answer.contains("船小屋整備事業") && !answer.contains("橋の修繕事業"))
  }

  @Test func `a command in the middle of the questions ends them, and what was said is kept`() throws {
    try build()
    var conversation = try conversation(.english)
    _ = say([":teach", "1"], to: &conversation)
    #expect(say([":documents"], to: &conversation).contains("1 document,"))
    #expect(taught.contains("計画の事業 | 担い手 | 見積り = project name | - | -\n"))
    #expect(say([":documents"], to: &conversation).contains("2 tables (2 of projects), 0 rows unread"))
  }

  @Test func `the columns of one table are asked about, and every table with its heads is read so`() throws {
    try build()
    var conversation = try conversation()
    let shown = say([":teach table 1 of midori.md"], to: &conversation)
    #expect(shown.contains("2  担い手  (観光課 / 土木課 / 観光課)") && shown.contains("各行は何ですか"))
    // projects, named in column 1; 担い手 is the third choice, a bureau; 見積り the second, a budget
    let asked = say(["1", "1"], to: &conversation)
    #expect(asked.contains("3 局（担当課）"))
    #expect(say(["3"], to: &conversation).contains("2 予算（本年度予算額）"))
    let confirmation = say(["2"], to: &conversation)
    #expect(confirmation.contains("計画の事業 | 担い手 | 見積り = project name | project bureau | project budget"))
    #expect(confirmation.contains("+5 事業"))
    _ = say(["y"], to: &conversation)
    let library = try Library.open(index)
    #expect(library.facts.count { $0.kind == .project && $0[.budget] != nil && $0[.bureau] != nil } == 5)
  }

  @Test func `what is unread is shown with its place, and an answer that lacks it points there`() throws {
    try build()
    for language in Language.allCases {
      var conversation = try conversation(language)
      let unread = say([":unread"], to: &conversation)
      #expect(unread.contains(language == .japanese ? "表1  :5-9  表のまま" : "table 1  :5-9  kept plain"))
      #expect(unread.contains("計画の事業 | 担い手"))
      #expect(say(["事業は"], to: &conversation).contains(":unread"))
      #expect(say([":unread midori.md"], to: &conversation) == unread)
      #expect(say([":unread nothing"], to: &conversation).contains("nothing"))
    }
  }

  @Test func `unknown words are collected for who asks, and a choice makes a synonym`() throws {
    let file = try folder.write(
      "midori.md", Self.plan.replacingOccurrences(of: "計画の事業", with: "事業名"))
    _ = try Library.build(paths: [file], into: index, lexicons: .builtIn)
    var conversation = try conversation()
    _ = say(["ランドセルフェスの担い手"], to: &conversation)
    #expect(say([":lexicon unknown"], to: &conversation).contains(":lexicon unknown on"))
    let words = folder.path + "/state/unknown-words.txt"
    #expect(say([":lexicon unknown on"], to: &conversation).contains(words))
    #expect(say([":lexicon unknown"], to: &conversation).contains("ありません"))
    _ = say(["湖水フェスの事業"], to: &conversation)
    let collected = try String(contentsOfFile: words, encoding: .utf8)
    #expect(collected.contains("フェス"))
    let first = say([":lexicon unknown"], to: &conversation)
    #expect(first.contains("[1] "))
    _ = say(["＝まつり"], to: &conversation)
    #expect(taught.contains(", まつり\n"))
    #expect(try String(contentsOfFile: words, encoding: .utf8) != collected)
    #expect(say(["湖水フェスの事業"], to: &conversation).contains("湖水まつり事業"))
    #expect(say([":lexicon unknown off"], to: &conversation).contains(words))
    #expect(!FileManager.default.fileExists(atPath: words))
  }

  @Test func `an order by achievement goes by the legend, and grades are turned round by a number`() throws {
    let plan = """
      # みどり市の評価

      ３：目標を上回った
      ２：目標どおり
      １：目標を下回った

      | 事業名 | 担当課 | 達成度 |
      |---|---|---|
      | 朝市の事業 | 産業課 | 1 |
      | 森の案内人事業 | 環境課 | 3 |
      | 図書の配達事業 | 図書館 | 2 |
      """
    let file = try folder.write("midori.md", plan)
    _ = try Library.build(paths: [file], into: index, lexicons: .builtIn)
    var conversation = try conversation()
    let order = { (text: String) in
      ["朝市", "森の", "図書"].sorted { text.range(of: $0)!.lowerBound < text.range(of: $1)!.lowerBound }
    }
    let best = say(["事業を達成度の高い順に"], to: &conversation)
    #expect(order(best) == ["森の", "図書", "朝市"] && best.contains("達成度の良い順"), "\(best)")
    let shown = say([":teach scales"], to: &conversation)
    #expect(shown.contains("[1] midori:3-5  達成度  良い順・凡例による"))
    #expect(shown.contains("3 目標を上回った (1) > 2 目標どおり (1) > 1 目標を下回った (1)"))
    #expect(say(["1"], to: &conversation).contains("1 目標を下回った (1) > 2"))
    _ = say(["q"], to: &conversation)
    #expect(taught.contains("scale of midori = 1 > 2 > 3\n"))
    #expect(order(say(["事業を達成度の高い順に"], to: &conversation)) == ["朝市", "図書", "森の"])
  }

  // MARK: the command

  private func run(
    _ arguments: String..., input: String = "", locale: String = "en_US.UTF-8"
  ) throws -> ShirabeProcess {
    try ShirabeProcess(
      arguments + ["--index", index], input: Array(input.utf8), in: folder.path,
      environment: ["LANG": locale])
  }

  @Test func `teach table takes meanings with --yes, lists and takes them back`() throws {
    try build()
    #expect(try run("teach", "--list").status == 1)
    let taking = try run(
      "teach", "table", "2", "of", "midori.md", "計画の事業=project name", "担い手=bureau", "--yes")
    #expect(taking.status == 0 && taking.output.contains("+5 projects"), "\(taking.errors)")
    #expect(try Library.open(index).facts.count { $0.kind == .project && $0[.bureau] != nil } == 5)
    let list = try run("teach", "--list").output
    #expect(list.hasPrefix("\(index)-taught.txt:"))
    #expect(list.contains(": 計画の事業 | 担い手 | 見積り = project name | project bureau | -  # 20"))
    #expect(try run("teach", "--undo").output.hasPrefix("taken back: 計画の事業"))
    #expect(try Library.open(index).facts.allSatisfy { $0.kind != .project })
    #expect(try run("teach", "--undo").status == 1)
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    let words: [String]
    let message: String
    var testDescription: String { words.joined(separator: " ") }
  }

  static let refusals = [
    Refusal(words: ["table", "9", "of", "midori", "a=b"], message: "midori has 2 tables"),
    Refusal(words: ["table", "1", "of", "other", "a=b"], message: "no document \"other\""),
    Refusal(
      words: ["table", "1", "of", "midori", "a=b"], message: "\"a\" is no head of it; there are: 計画の事業, "),
    Refusal(words: ["table", "1", "of", "midori", "担い手=x"], message: "\"x\" is not one of project name, "),
    Refusal(
      words: ["table", "1", "of", "midori", "担い手"], message: "\"担い手\" gives no meaning; write: HEAD=FIELD"),
    Refusal(words: ["the", "first"], message: "write: teach table N of DOCUMENT"),
  ]

  @Test("what can't be taught is said, and nothing is kept", arguments: refusals)
  func refuses(_ refusal: Refusal) throws {
    try build()
    let process = try ShirabeProcess(["teach", "--index", index] + refusal.words, in: folder.path)
    #expect(process.status != 0 && process.errors.contains(refusal.message), "\(process.errors)")
    #expect(taught.isEmpty)
  }

  @Test func `lines of the text that can't be read are named with file and line, and the rest is read`()
    throws
  {
    try build()
    try folder.write(
      "index-taught.txt",
      """
      version = 2
      計画の事業 | 担い手 | 見積り = project name | project bureau | project budget
      見積り = indicator target
      見積り = indicator actual
      手当 = indicator nothing
      担い手 | 計画の事業 | 見積り = plain
      """ + "\n")
    let process = try run("index", folder.path + "/midori.md")
    #expect(process.status == 2)
    let named = process.errors.split(separator: "\n").filter { $0.contains("index-taught.txt:") }
    #expect(
      named.map { $0.dropFirst("shirabe: ".count + index.count + "-taught.txt:".count).prefix(2) } == [
        "1:", "4:", "5:", "6:",
      ])
    #expect(try Library.open(index).facts.count { $0.kind == .project && $0[.budget] != nil } == 5)
    let japanese = try run("index", folder.path + "/midori.md", locale: "ja_JP.UTF-8")
    let said = "index-taught.txt:4: 「見積り (indicator)」は3行目では別の意味です"
    #expect(japanese.errors.contains(said), "\(japanese.errors)")
  }

  @Test func `coverage tells of each table its number, place, what it was read as and by which head`() throws
  {
    let file = try folder.write(
      "midori.md",
      Self.plan.replacingOccurrences(of: "計画の事業", with: "事業名")
        .replacingOccurrences(of: "担い手", with: "担当課"))
    _ = try Library.build(paths: [file], into: index, lexicons: .builtIn)
    let json = try run("facts", "--coverage", "--format", "json")
    let readings =
      (try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])?["readings"]
      as? [[String: Any]]
    let tables = readings?.first { $0["canonical"] as? String == "tables by what they were read as" }
    let fields = (tables?["items"] as? [[String: Any]])?.compactMap { $0["fields"] as? [String: Any] }
    #expect(fields?.map { $0["number"] as? Int } == [1, 2])
    #expect(fields?.map { $0["readAs"] as? String } == ["project", "project"])
    #expect(fields?.map { $0["because"] as? String } == ["事業名", "事業名"])
  }
}
