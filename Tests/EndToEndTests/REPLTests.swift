import Answers
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
    let library = try Library.open(folder.path + "/index")
    return REPL(
      library: library, assistant: try Assistant(library: library), format: .text, limit: nil,
      style: TextStyle())
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
    #expect(answer.hasPrefix("\(index)/\(file): changed"))
    #expect(conversation.respond(to: ":quit") == .end)
  }

  static let commands = [
    (":pick 9", "the last answer has"), (":pick x", ":pick needs a number"),
    (":source 99", "the last answer has"),
    (":format xml", "no format \"xml\""), (":nothing", "no command :nothing"), (":why", ":why needs a name"),
    (":explain", "word by word"), (":help", ":quit"), (":new", "anew"), (":format json", "json"),
  ]

  @Test("commands answer, and say what they need", arguments: commands)
  func carriesOut(_ line: String, _ part: String) throws {
    guard case .text(let text) = try say("樹木", line) else { return #expect(Bool(false)) }
    #expect(text.contains(part))
  }

  @Test func `before any answer there is nothing to speak of`() throws {
    #expect(try say(":all") == .text("there is no answer yet\n"))
    #expect(try say(":source 1") == .text("there is no answer yet\n"))
  }

  @Test func `:format changes what answers look like`() throws {
    guard case .text(let text) = try say(":format jsonl", "樹木") else { return }
    #expect(text.hasPrefix("{\"contract\":2,\"question\":\"樹木\""))
  }

  @Test func `a blank line says nothing, :quit ends`() throws {
    #expect(try say("　") == .text(""))
    #expect(try say(":quit") == .end)
  }
}
