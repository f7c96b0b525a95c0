import PlanLibrary
import SourceFiles
import SystemFiles
import TestSupport
import Testing

@Suite("Names of sources")
struct SourceNamesTests {
  private let folder = TemporaryDirectory()
  private var index: String { folder.path + "/index" }

  private func build(_ paths: String...) throws -> BuildReport {
    try Library.build(paths: paths.map { "\(folder.path)/\($0)" }, into: index, lexicons: .builtIn)
  }

  @Test func `two spellings of one name are two texts`() throws {
    for directory in ["", "x/"] {
      try folder.write("t/\(directory)が.txt", "樹木を植えます。")
      try folder.write("t/\(directory)か\u{3099}.txt", "公園を広げます。")
    }
    #expect(try build("t").documents == 4)
    let library = try Library.open(index)
    let ids = library.documents.map(\.id)
    #expect(Set(ids).count == 4)
    for record in library.documents {
      #expect(
        library.lines(of: record.id, in: .init(1, 1)).map { Array($0.utf8) } == [Files.read(record.path)])
    }
  }

  @Test func `records whose ids are spelled differently are two`() throws {
    try folder.write(
      "t/r.jsonl", "{\"id\": \"が\", \"text\": \"樹木\"}\n{\"id\": \"か\u{3099}\", \"text\": \"公園\"}\n")
    #expect(try build("t").documents == 2)
    let library = try Library.open(index)
    #expect(library.lines(of: "が", in: .init(1, 1)) == ["樹木"])
    #expect(library.lines(of: "か\u{3099}", in: .init(1, 1)) == ["公園"])
  }

  @Test func `a name that is not UTF-8 is indexed under an escaped one, and said`() throws {
    try folder.write("t/b.txt", "倉庫を直す。")
    folder.make(name: Array("t/".utf8) + [0x8D, 0x60] + Array(".txt".utf8), Array("灯台を直す。".utf8))
    let report = try build("t")
    #expect(report.documents == 2)
    #expect(report.problems == [])
    #expect(report.escapedNames == [folder.path + "/t/\\x8D`.txt"])
    #expect(try Library.open(index).documents.map(\.id) == ["\\x8D`", "b"])
  }

  @Test func `capitals in an ending are no other ending`() throws {
    try folder.write("t/a.TXT", "樹木")
    try folder.write("t/r.JsonL", "{\"id\": \"r1\", \"text\": \"公園\"}")
    #expect(try build("t").documents == 2)
    #expect(try Library.open(index).documents.map(\.origin) == [.text, .record])
  }

  @Test func `files of one name get as much of their paths as tells them apart`() throws {
    for name in ["a/x/p.txt", "b/x/p.txt", "b/x/p.TXT", "c/q.txt"] { try folder.write("t/\(name)", name) }
    #expect(try build("t").documents == 4)
    let root = String(folder.path.dropFirst()) + "/t/"
    #expect(
      try Library.open(index).documents.map(\.id)
        == ["q", root + "a/x/p", root + "b/x/p.TXT", root + "b/x/p.txt"])
  }

  @Test func `one file named in two ways is one text`() throws {
    try folder.write("t/a.txt", "樹木")
    #expect(try build("t", "t/a.txt", "./t//a.txt", "t/").documents == 1)
  }

  @Test func `what is left out is named, with the reason, and the index knows`() throws {
    try folder.write("t/good.txt", "樹木")
    try folder.write("t/list.dat", "×")
    try folder.write("t/bad.txt", Array("樹".utf8) + [0xFF])
    try folder.write("t/records.jsonl", "{\"id\": \"r1\", \"text\": \"公園\"}\nno record\n")
    folder.link("t/dead.txt", to: "nowhere")
    folder.link("t/linked", to: "..")
    folder.makePipe("t/pipe.txt")
    folder.makeHole("t/huge.txt", bytes: FileSystem.largestText + 1)
    let report = try build("t")
    #expect(report.documents == 2)
    let leftOut = try Library.open(index).leftOut
    #expect(
      leftOut.map { "\($0.path.dropFirst(folder.path.count + 3)):\($0.line ?? 0)" }.sorted()
        == [
          "bad.txt:0", "dead.txt:0", "huge.txt:0", "linked:0", "list.dat:0", "pipe.txt:0", "records.jsonl:2",
        ])
    #expect(leftOut.allSatisfy { !$0.reason.isEmpty })
    #expect(report.problems.count == leftOut.count)
  }

  @Test
  func `a document longer than is read of one is named, with the way out, and records count one by one`()
    throws
  {
    try folder.write("t/a.txt", "みどり市\n樹木\n")
    try folder.write("t/long.txt", String(repeating: "広場に樹木を植えます。\n", count: 40))
    try folder.write("t/page.html", "<html><p>" + String(repeating: "樹木", count: 200) + "</p></html>")
    let records = (1...30).map {
      "{\"id\": \"r\($0)\", \"text\": \"\(String(repeating: "樹", count: $0 * 12))\"}"
    }
    try folder.write("t/records.jsonl", records.joined(separator: "\n"))
    let report = try Library.build(
      paths: [folder.path + "/t"], into: index, lexicons: .builtIn, reader: SourceReader(limit: 1_000))
    #expect(report.documents == 1 + 27)
    let leftOut = try Library.open(index).leftOut
    #expect(
      leftOut.map { "\($0.path.dropFirst(folder.path.count + 3)):\($0.line ?? 0)" }
        == ["long.txt:0", "page.html:0", "records.jsonl:28", "records.jsonl:29", "records.jsonl:30"])
    #expect(leftOut.allSatisfy { $0.reason.contains("1 MB are read of one document; split it") })
  }

  @Test func `an index in a folder of texts is no text`() throws {
    try folder.write("t/a.txt", "樹木")
    for _ in 1...2 {
      let report = try Library.build(
        paths: [folder.path + "/t"], into: folder.path + "/t/i", lexicons: .builtIn)
      #expect(report.documents == 1)
      #expect(report.problems == [])
    }
  }

  @Test func `a folder that can't be listed leaves out that folder only`() throws {
    try folder.write("t/a/x.txt", "樹木")
    try folder.write("t/b/y.txt", "公園")
    let report = try InjectedFault.$active.withValue(InjectedFault(.list, number: 2, code: 13)) {
      try build("t")
    }
    #expect(report.documents == 1)
    #expect(try Library.open(index).leftOut.map(\.path) == [folder.path + "/t/b"])
  }
}
