import Answers
import Evaluation
import PlanDocuments
import PlanLibrary
import Rendering
import TestSupport
import Testing

@testable import shirabe

@Suite("The conversation")
struct REPLTests {
  private let folder = TemporaryDirectory()

  private func conversation() throws -> REPL {
    let plan = Plan(
      id: "midori", path: "midori.txt", text: "みどり市 計画\n\n　駅前の広場に樹木を植えます。\n\n　樹木を守ります。\n")
    _ = try Library.build(plans: [plan], into: folder.path + "/index")
    return try conversationOverIndex()
  }

  private func conversationOverIndex() throws -> REPL {
    let library = try Library.open(folder.path + "/index")
    return REPL(
      library: library, assistant: try Assistant(library: library), format: .text, limit: nil,
      style: TextStyle(), cases: CaseFiles(folder: folder.path + "/state")
    ) { library }
  }

  private func say(_ lines: String...) throws -> REPL.Response {
    var conversation = try conversation()
    var last = REPL.Response.text("")
    for line in lines { last = conversation.respond(to: line) }
    return last
  }

  @Test func `an answer numbers its items, and :source prints their lines`() throws {
    guard case .text(let answer) = try say("樹木") else { return }
    #expect(answer.contains("1. midori:"))
    #expect(try say("樹木", ":source 2") != say("樹木", ":source 1"))
    guard case .text(let source) = try say("樹木", ":source") else { return }
    #expect(source.contains("樹木を"))
  }

  @Test func `an index that changes under a conversation is said in the place of an answer`() throws {
    var conversation = try conversation()
    let index = folder.path + "/index"
    let file = try #require(TemporaryDirectory.names(in: index).first { $0.hasPrefix("documents-") })
    folder.cut("index/\(file)", to: 0)
    guard case .text(let answer) = conversation.respond(to: "樹木") else { return }
    #expect(answer.hasPrefix("\(index)/\(file): 使っている間に変わりました"))
    #expect(conversation.respond(to: ":quit") == .end)
  }

  @Test func `a cited file that changed since it was indexed is said, with its lines as they were`() throws {
    let file = try folder.write("plans/midori.txt", "みどり市 計画\n\n　駅前の広場に樹木を植えます。\n")
    _ = try Library.build(paths: [file], into: folder.path + "/index", lexicons: .builtIn)
    var conversation = try conversationOverIndex()
    try folder.write("plans/midori.txt", "みどり市 別の計画\n")
    guard case .text(let answer) = conversation.respond(to: "樹木") else { return }
    #expect(answer.contains("索引を作ったあとで変わりました：\(folder.path)/plans/midori.txt"))
    guard case .text(let source) = conversation.respond(to: ":source") else { return }
    #expect(source.contains("（索引を作ったあとで変わりました）\n") && source.contains("樹木を"))
    guard case .text = conversation.respond(to: ":format json"),
      case .text(let json) = conversation.respond(to: "樹木")
    else { return }
    #expect(json.contains("\"changed\": true") && json.contains("\"complete\": false"))
  }

  static let commands = [
    (":pick 9", "前の答えの読み方は"), (":pick x", ":pick には1以上の番号"), (":source 99", "前の答えの項目は"),
    (":format xml", "「xml」という形式はありません"), (":nothing", ":nothing というコマンドはありません"), (":why", ":why には名前"),
    (":souce", ":source ですか"), (":ex", ":explain ですか"), ("：help", ":quit"), (":pick　1", "本文"),
    (":wrong", ":wrong には何が違うか"), (":wrong no year", "未解決の例として"),
    (":expect", "yes or no"), (":explain", "word by word"), (":help", "質問をどの規則で"), (":new", "新しく"),
    (":format json", "json"), (":limit 1", "1件まで"), (":lang en", "in English"),
    (":lang fr", "ja か en か auto"),
    (":lang auto", "質問と同じ"), (":timing on", "時間"), (":documents", "midori"), (":tokens 樹木", "word  樹木"),
    (":lexicon 予算", "vocabulary.txt:"), (":lexicon ぬぬぬ", "辞書に「ぬぬぬ」"), (":item 1", "樹木"), (":open 1", "> "),
    (":wide", "本文"), (":all", "本文"), (":reload", "文書1件"), (":why 雪だるま", "「雪だるま」についての記載は"),
  ]

  @Test("commands answer, and say what they need", arguments: commands)
  func carriesOut(_ line: String, _ part: String) throws {
    guard case .text(let text) = try say("樹木", line) else { return #expect(Bool(false)) }
    #expect(text.contains(part))
  }

  @Test func `messages are in the language of the question, or the one that was chosen`() throws {
    #expect(try say("樹木", ":pick 9") != say("passages matching \"樹木\"", ":pick 9"))
    guard case .text(let text) = try say(":lang en", "樹木") else { return #expect(Bool(false)) }
    #expect(text.contains("found.") && !text.contains("見つかりました"))
  }

  @Test func `every example of the help is answered, in both languages`() throws {
    let table = "| 指標 | 現状（R5） | 目標（R8） |\n|--|--|--|\n| 農業産出額 | 10億円 | 12億円 |"
    let projects = "| 事務事業名 | 担当課 | 予算額 |\n|--|--|--|\n| 樹木を植える事業 | みどり課 | 1,000 |"
    let plan = Plan(id: "midori", path: "midori.txt", text: "みどり市 緑の計画\n\n1 農業\n\n\(table)\n\n\(projects)\n")
    _ = try Library.build(plans: [plan], into: folder.path + "/index")
    var conversation = try conversationOverIndex()
    let examples = conversation.examples()
    #expect(examples.count >= 4 && examples.contains { $0.allSatisfy { $0.isASCII } })
    for example in examples {
      guard case .text(let text) = conversation.respond(to: example) else { continue }
      #expect(text.contains("midori:"), "\(example)")
      _ = conversation.respond(to: ":new")
    }
  }

  @Test func `:save writes a new file in the format its name ends with, and none over another`() throws {
    let path = folder.path + "/answer.json"
    guard case .text(let text) = try say("樹木", ":save \(path)") else { return #expect(Bool(false)) }
    #expect(text.contains(path))
    #expect(Files.text(path).hasPrefix("{\n  \"contract\": 2"))
    let before = Files.text(path)
    guard case .text(let again) = try say("広場", ":save \(path)") else { return #expect(Bool(false)) }
    #expect(again.contains("すでにあります") && Files.text(path) == before)
  }

  @Test func `:more goes on where the answer was cut, with the numbers going on too`() throws {
    guard case .text(let first) = try say(":limit 1", "樹木") else { return }
    guard case .text(let more) = try say("樹木", ":limit 1", ":more") else { return #expect(Bool(false)) }
    #expect(first.contains("1. midori:") && !first.contains("2. midori:"))
    #expect(more.contains("名前と本文で見つかったものをすべて") || more.contains("2. midori:"))
  }

  @Test func `before any answer there is nothing to speak of`() throws {
    #expect(try say(":all") == .text("there is no answer yet\n"))
    #expect(try say(":source 1") == .text("there is no answer yet\n"))
  }

  @Test func `an answer is kept as right after a yes alone, and the set asks it again`() throws {
    let set = folder.path + "/state/questions.json"
    #expect(try say("樹木", ":expect", "no") == .text("何も残しませんでした。\n"))
    #expect(try say("樹木", ":expect", ":quit") == .end)
    #expect(Files.read(set).isEmpty)
    #expect(try say("樹木", ":expect", "はい") == .text("\(set) に残しました。\n"))
    #expect(try say("広場", ":expect \(set)", "ｙｅｓ") == .text("\(set) に残しました。\n"))
    let kept = try QuestionSet(parsing: Files.read(set), name: "s")
    #expect(kept.cases.map(\.question) == ["樹木", "広場"])
    let library = try Library.open(folder.path + "/index")
    #expect(try QuestionEvaluation(library).report(on: kept).count(.right) == 2)
  }

  @Test func `a file that is no set is left as it is`() throws {
    let path = folder.path + "/notes.json"
    Files.write(Array("my notes".utf8), to: path)
    guard case .text(let text) = try say("樹木", ":expect \(path)", "yes") else { return #expect(Bool(false)) }
    #expect(text.hasPrefix("何も残しませんでした：\(path):1: JSON ではありません"))
    #expect(Files.text(path) == "my notes")
  }

  @Test func `an open case holds the question, the reading and the index, and no text of a document`() throws
  {
    _ = try say("樹木を守る", ":wrong 年が出ない")
    let line = Files.text(folder.path + "/state/open-cases.jsonl")
    #expect(line.hasPrefix("{\"question\":\"樹木を守る\",\"reading\":"))
    #expect(line.hasSuffix(",\"note\":\"年が出ない\"}\n"))
    #expect(!line.contains("広場") && !line.contains("植え"))
  }

  @Test func `:format changes what answers look like`() throws {
    guard case .text(let text) = try say(":format jsonl", "樹木") else { return }
    #expect(text.hasPrefix("{\"contract\":2,\"question\":\"樹木\""))
  }

  @Test func `a blank line says nothing, :quit ends`() throws {
    #expect(try say("　") == .text(""))
    #expect(try say(":quit") == .end)
  }

  @Test func `:more widens what was found by name, :pick goes on from another reading`() throws {
    let table = "| 指標 | 現状（R5） | 目標（R8） |\n|--|--|--|\n| 農業産出額 | 10億円 | 12億円 |\n| 緑地面積 | 5ha | 7ha |"
    let plan = Plan(id: "midori", path: "midori.txt", text: "みどり市 緑の計画\n\n1 農業\n\n\(table)\n")
    _ = try Library.build(plans: [plan], into: folder.path + "/more")
    let library = try Library.open(folder.path + "/more")
    var conversation = REPL(
      library: library, assistant: try Assistant(library: library), format: .text, limit: nil,
      style: TextStyle(), cases: CaseFiles(folder: folder.path + "/state")
    ) { library }
    func said(_ line: String) -> String {
      if case .text(let text) = conversation.respond(to: line) { text } else { "" }
    }
    #expect(said(":more").contains("there is no answer yet"))
    let named = said("農業の指標")
    #expect(named.contains("農業産出額") && !named.contains("緑地面積"))
    let more = said(":more")
    #expect(more.contains("農業産出額") && more.contains("緑地面積"))
    #expect(said(":more").contains("すべて示しています"))
    #expect(said("農業産出").contains("本文 語"))
    #expect(said(":pick 2").contains("passages matching"))
    #expect(said(":pick 9").contains("前の答えの読み方は"))
  }
}
