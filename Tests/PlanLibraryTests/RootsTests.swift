import PlanLibrary
import SystemFiles
import TestSupport
import Testing

@Suite("What an index is made of") struct RootsTests {
  private let folder = TemporaryDirectory()
  private var index: String { folder.path + "/index" }

  private func update(_ update: IndexUpdate, _ name: String = "index") throws {
    _ = try Library.update(update, in: "\(folder.path)/\(name)", lexicons: .builtIn)
  }

  private func path(_ name: String) -> String { "\(folder.path)/\(name)" }

  /// Every file of two indexes, byte for byte.
  private func same(_ name: String, _ other: String) throws -> Bool {
    try folder.contents(of: name).filter { $0.key != "lock" }
      == folder.contents(of: other).filter { $0.key != "lock" }
  }

  private func ids() throws -> [String] { try Library.open(index).documents.map(\.id) }

  private func write() throws {
    try folder.write("a/north.txt", "みどり市 北の計画\n\n　樹木を植えます。\n")
    try folder.write("a/list.csv", "指標,現状値(令和4年度)\n来館者数,120人\n")
    try folder.write("b/south.txt", "みどり市 南の計画\n\n　公園を広げます。\n")
    try folder.write("c.jsonl", "{\"id\": \"r1\", \"text\": \"停留所\"}\n")
  }

  @Test func `added to step by step, it has the bytes of one built at once, in any order`() throws {
    try write()
    try update(IndexUpdate(adding: [path("b")]))
    try update(IndexUpdate(adding: [path("c.jsonl"), path("a/")]))
    _ = try Library.build(
      paths: [path("a"), path("b"), path("c.jsonl")], into: path("fresh"), lexicons: .builtIn)
    #expect(try ids() == ["r1", "list", "north", "south"])
    #expect(try same("index", "fresh"))
    #expect(try Library.open(index).fingerprint == Library.open(path("fresh")).fingerprint)
  }

  @Test func `a changed, a new and a deleted file are as if it were built anew`() throws {
    try write()
    try update(IndexUpdate(adding: [path("a"), path("b")]))
    try folder.write("a/north.txt", "みどり市 北の計画 改定版\n\n　樹木を減らします。\n")
    try folder.write("a/east.txt", "みどり市 東の計画\n")
    folder.delete("a/list.csv")
    try update(IndexUpdate(adding: [path("b")]))
    _ = try Library.build(paths: [path("a"), path("b")], into: path("fresh"), lexicons: .builtIn)
    #expect(try ids() == ["east", "north", "south"])
    #expect(try same("index", "fresh"))
  }

  @Test func `what is removed stays away until it is named again`() throws {
    try write()
    try update(IndexUpdate(adding: [path("a"), path("b")]))
    try update(IndexUpdate(removing: ["north"]))
    #expect(try ids() == ["list", "south"])
    try update(IndexUpdate(removing: [path("b")]))
    #expect(try ids() == ["list"])
    try update(IndexUpdate(adding: [path("a")]))
    #expect(try ids() == ["list", "north"])
    #expect(throws: LibraryError.notInIndex("west", directory: index)) {
      try update(IndexUpdate(removing: ["west"]))
    }
    #expect(try ids() == ["list", "north"])
  }

  @Test func `what is gone is an error that changes nothing, unless it is pruned or found elsewhere`() throws
  {
    try write()
    try update(IndexUpdate(adding: [path("a"), path("b")]))
    let before = try folder.contents(of: "index")
    try folder.move("b", to: "elsewhere/b")
    #expect(throws: LibraryError.sourcesGone([path("b")], directory: index)) {
      try update(IndexUpdate(adding: [path("c.jsonl")]))
    }
    #expect(try folder.contents(of: "index") == before)
    #expect(try Library.open(index).sourceFaults().map(\.kind) == [.gone])
    try update(IndexUpdate(moved: path("elsewhere")))
    #expect(try ids() == ["list", "north", "south"])
    #expect(try Library.open(index).document("south")?.path == path("elsewhere/b/south.txt"))
    #expect(try Library.open(index).sourceFaults().isEmpty)
    try folder.move("elsewhere", to: "lost")
    try update(IndexUpdate(prunes: true))
    #expect(try ids() == ["list", "north"])
  }

  @Test func `an index finds its sources where both were taken together`() throws {
    try write()
    try update(IndexUpdate(adding: [path("a")]))
    let fingerprint = try Library.open(index).fingerprint
    try folder.move("a", to: "taken/a")
    try folder.move("index", to: "taken/index")
    let library = try Library.open(path("taken/index"))
    #expect(library.fingerprint == fingerprint)
    #expect(library.document("north")?.path == path("a/north.txt"))
    #expect(!library.isChanged("north"))
    try folder.write("taken/a/north.txt", "別の文\n")
    #expect(library.isChanged("north"))
    let faults = try library.sourceFaults()
    #expect(faults.map(\.kind) == [.changed] && faults.map(\.path) == [path("a/north.txt")])
    try update(IndexUpdate(), "taken/index")
    #expect(try Library.open(path("taken/index")).document("north")?.path == path("a/north.txt"))
  }

  @Test func `the same texts elsewhere give the same fingerprint`() throws {
    try folder.write("x/a.txt", "樹木\n")
    try folder.write("deep/er/x/a.txt", "樹木\n")
    _ = try Library.build(paths: [path("x/a.txt")], into: path("i"), lexicons: .builtIn)
    _ = try Library.build(paths: [path("x/a.txt")], into: path("deep/er/i"), lexicons: .builtIn)
    #expect(try Library.open(path("i")).fingerprint == Library.open(path("deep/er/i")).fingerprint)
  }

  @Test func `a damaged block of a large index is found, and what is left out is a fault`() throws {
    try folder.write("a/good.txt", "樹木\n")
    try folder.write("a/bad.txt", [0x61, 0xFF, 0x61])
    try update(IndexUpdate(adding: [path("a")]))
    let faults = try Library.open(index).sourceFaults()
    #expect(faults.map(\.kind) == [.leftOut] && faults.first?.path == path("a/bad.txt"))
  }

  @Test func `documents know whose they are and of which year, where that is sure`() throws {
    try folder.write("a/one.txt", "令和5年度 みどり市 緑の計画\n\n　樹木を植えます。\n")
    try folder.write("a/two.txt", "緑の計画\n\n　都市計画、地区、市町村、朝市。\n")
    try folder.write("a/three.txt", "横浜市と千葉市の計画\n\n　横浜市。\n")
    try update(IndexUpdate(adding: [path("a")]))
    let library = try Library.open(index)
    #expect(library.publisher(of: "one") == "みどり市" && library.document("one")?.year == 2023)
    #expect(library.publisher(of: "two") == nil && library.document("two")?.year == nil)
    #expect(library.publisher(of: "three") == nil)
  }
}
