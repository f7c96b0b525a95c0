import PlanFacts
import PlanLibrary
import SourceFiles
import TestSupport
import Testing

@Suite("Facts of a document a line") struct DocumentFactsTests {
  private static let plan = Paths.top + "/Tests/Fixtures/midori-sogo-keikaku.txt"

  private func read(_ line: String) throws(DocumentFailure) -> DocumentFacts {
    try DocumentFacts(line: line, schema: .builtIn, reader: SourceReader())
  }

  @Test func `a file's facts are those of a library of it, in the same order`() throws {
    let folder = TemporaryDirectory()
    _ = try Library.build(paths: [Self.plan], into: folder.path + "/i", lexicons: .builtIn)
    let library = try Library.open(folder.path + "/i")
    let document = try read("{\"id\": \"midori-sogo-keikaku\", \"path\": \"\(Self.plan)\"}")
    #expect(document.facts == library.facts && document.facts.count > 20)
    #expect(document.unread == library.unread)
    #expect(document.path(of: document.id) == Self.plan)
  }

  @Test func `a text's facts have the line's id, whatever its title, and its path is the id`() throws {
    let text = "| 指標 | 現状値(令和4年度) | 目標値(令和9年度) |\\n|---|---|---|\\n| 来館者数 | 120人 | 150人 |\\n"
    let plain = try read("{\"id\": \"甲\", \"text\": \"\(text)\"}")
    let titled = try read(
      "{\"text\": \"\(text)\", \"title\": \"乙\", \"path\": \"/nonexistent\", \"id\": \"甲\"}")
    #expect(plain.facts.filter { $0.kind == .indicator }.map(\.name) == ["来館者数"])
    #expect(plain.facts == titled.facts)
    #expect(plain.facts.allSatisfy { $0.plan == "甲" })
    #expect(plain.path(of: "甲") == "甲")
    #expect(try read("{\"id\": \"甲\", \"text\": \"\"}").facts.isEmpty)
  }

  static let bad: [(line: String, id: String?, reason: String)] = [
    ("", nil, "the line is not a JSON object: no { at byte offset 0 of the line"),
    ("[]", nil, "the line is not a JSON object: no { at byte offset 0 of the line"),
    ("{\"text\": \"甲\"}", nil, "the line has no \"id\""),
    ("{\"id\": 7, \"text\": \"甲\"}", nil, "the line has no \"id\""),
    ("{\"id\": \"a b\", \"text\": \"甲\"}", nil, "the line the \"id\" holds white space"),
    ("{\"id\": \"a\"}", "a", "the line has no \"text\" and no \"path\""),
    ("{\"id\": \"a\", \"path\": \"/nonexistent\"}", "a", "/nonexistent: No such file or directory"),
    ("{\"id\": \"a\", \"path\": \"/\"}", "a", "/: Not a regular file"),
  ]

  @Test("a document that can't be read says why, with its id", arguments: bad)
  func failures(_ line: String, _ id: String?, _ reason: String) throws {
    do throws(DocumentFailure) {
      _ = try read(line)
      Issue.record("read")
    } catch {
      #expect(error.id == id)
      #expect(error.reason.english == reason)
    }
  }

  @Test func `what a reader lost is said beside the facts`() throws {
    let folder = TemporaryDirectory()
    let list = try folder.write("records.jsonl", "{\"id\": \"a\", \"text\": \"甲\"}\n")
    #expect(throws: DocumentFailure.self) { try read("{\"id\": \"a\", \"path\": \"\(list)\"}") }
    let table = try folder.write("list.csv", "名称,数\n中央館,3\n")
    let document = try read("{\"id\": \"a\", \"path\": \"\(table)\"}")
    #expect(document.losses.isEmpty)
    #expect(document.place(of: "a", in: .init(2))?.description == "A2:B2")
    #expect(document.place(of: "a", in: .init(3, .max)) == nil)
  }
}
