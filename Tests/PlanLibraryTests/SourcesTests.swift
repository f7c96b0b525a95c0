import PlanLibrary
import TestSupport
import Testing

@Suite("Sources of an index")
struct SourcesTests {
  private let folder = TemporaryDirectory()
  private var index: String { folder.path + "/index" }

  private func build(_ paths: String...) throws -> BuildReport {
    try Library.build(paths: paths.map { "\(folder.path)/\($0)" }, into: index, lexicons: .builtIn)
  }

  @Test func `folders are read at any depth, hidden and other files are not`() throws {
    try folder.write("t/b.txt", "樹木")
    try folder.write("t/x/a.txt", "公園")
    try folder.write("t/.hidden.txt", "×")
    try folder.write("t/photo.png", "×")
    #expect(try build("t", "t/b.txt").documents == 2)
    #expect(try Library.open(index).documents.map(\.id) == ["a", "b"])
  }

  @Test func `files of one name are told apart by their folders`() throws {
    try folder.write("t/north/plan.txt", "北")
    try folder.write("t/south/plan.txt", "南")
    _ = try build("t")
    #expect(try Library.open(index).documents.map(\.id) == ["north/plan", "south/plan"])
  }

  @Test func `a text in no encoding is named with its byte, the rest is indexed`() throws {
    try folder.write("t/good.txt", "樹木")
    try folder.write("t/bad.txt", Array("樹".utf8) + [0x82, 0xA0])
    let report = try build("t")
    #expect(report.problems == [.notRead(path: folder.path + "/t/bad.txt", .encoding(offset: 3))])
    #expect(try Library.open(index).documents.map(\.id) == ["good"])
  }

  @Test func `a byte order mark is no text and CRLF ends lines`() throws {
    try folder.write("t/a.txt", [0xEF, 0xBB, 0xBF] + Array("一行目\r\n二行目\r\n".utf8))
    _ = try build("t")
    let document = try #require(try Library.open(index).document("a"))
    #expect(document.lineCount == 2)
    #expect(document.title == "一行目" || document.title == "a")
  }

  @Test func `a missing path or a folder without texts builds nothing and keeps the old index`() throws {
    try folder.write("t/a.txt", "樹木")
    try folder.write("empty/readme.md", "")
    _ = try build("t")
    #expect(throws: LibraryError.self) { try build("t", "nowhere") }
    #expect(throws: LibraryError.self) { try build("empty") }
    #expect(try Library.open(index).documents.map(\.id) == ["a"])
  }

  @Test func `records are documents of one passage, and bad ones are named by line`() throws {
    let path = try folder.write(
      "t/r.jsonl",
      """
      {"id": "r1", "title": "公園", "text": "樹木を\\n植える \\ud83c\\udf33", "more": {"x": [1, "}"]}}
      {"id": "r1", "text": "again"}
      {"id": "r 2", "text": "x"}
      not JSON

      {"id": "r3", "text": ""}
      """)
    let report = try build("t")
    #expect(report.documents == 2)
    #expect(report.problems.count == 3)
    #expect(report.problems.first == .repeatedID(path: path, line: 2, id: "r1"))
    let library = try Library.open(index)
    #expect(library.documents.map(\.origin) == [.record, .record])
    #expect(library.lines(of: "r1", in: .init(1, 9)) == ["樹木を", "植える 🌳"])
    #expect(library.rank("樹木", limit: nil).map(library.identifier) == ["r1"])
  }

  @Test func `a record's title says what its text is about`() throws {
    try folder.write(
      "t/r.jsonl",
      """
      {"id": "r1", "title": "かえで橋", "text": "けやき橋とともに昭和に架けられ、けやき橋より三年早い。"}
      {"id": "r2", "title": "けやき橋", "text": "昭和に架けられた鋼の橋で、五年に一度点検を受ける。"}
      {"id": "r3", "title": "けやき橋", "text": "夜は灯りがともり、冬にはここから富士が見える。"}
      {"id": "r4", "title": " ", "text": "題のない記録"}
      """)
    _ = try build("t")
    let library = try Library.open(index)
    let ranked = { (query: String) in library.rank(query, limit: 1).map(library.identifier) }
    #expect(ranked("けやき橋は昭和に架けられた？") == ["r2"])
    #expect(ranked("けやき橋から富士は見える？") == ["r3"])
    #expect(ranked("かえで橋") == ["r1"])
    #expect(library.search("富士", limit: 1).first?.section == ["けやき橋"])
    #expect(library.search("r4", limit: 1).first?.section == [])
  }
}
