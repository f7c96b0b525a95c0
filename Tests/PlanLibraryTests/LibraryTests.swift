import Analysis
import PlanDocuments
import PlanLibrary
import SystemFiles
import TestSupport
import Testing

@Suite("Libraries")
struct LibraryTests {
  private let folder = TemporaryDirectory()
  private var index: String { folder.path + "/index" }

  private func library(_ plans: [Plan] = [SamplePlans.green, SamplePlans.bus]) throws -> Library {
    _ = try Library.build(plans: plans, into: index)
    return try Library.open(index)
  }

  @Test func `documents stand in order of id, with their paths and lines`() throws {
    let library = try library()
    #expect(library.documents.map(\.id) == ["midori-bus-plan", "midori-green-plan"])
    #expect(library.document("midori-green-plan")?.path == "plans/midori-green-plan.txt")
    #expect(library.document("midori-green-plan")?.lineCount == 12)
    #expect(library.document("none") == nil)
  }

  @Test func `lines come back as they stand in the file, and none beyond its end`() throws {
    let library = try library()
    #expect(
      library.lines(of: "midori-green-plan", in: LineRange(5, 6)) == Array(SamplePlans.green.lines[4...5]))
    #expect(library.lines(of: "midori-green-plan", in: LineRange(12, 99)) == [SamplePlans.green[line: 12]])
    #expect(library.lines(of: "midori-green-plan", in: LineRange(-3, 1)) == [SamplePlans.green[line: 1]])
    #expect(library.lines(of: "midori-green-plan", in: LineRange(50, .max)).isEmpty)
    #expect(library.lines(of: "none", in: LineRange(1)).isEmpty)
  }

  static let substrings = [
    ("樹木", 2), ("地下へのしみこみ", 1), ("サーバ", 1), ("ｻｰﾊﾞｰ", 1), ("１人", 1), ("1人", 1), ("木", 2), ("雪", 0), ("", 0),
  ]

  @Test("every passage with a text is found, also across a wrap", arguments: substrings)
  func containing(_ text: String, _ count: Int) throws {
    let library = try library()
    let found = library.passages(containing: text, limit: nil)
    #expect(found.total == count)
    #expect(found.hits.count == count)
    #expect(library.contains(text) == (count > 0))
    #expect(found.hits.allSatisfy { !$0.highlights.isEmpty })
  }

  @Test func `a limit cuts the hits and not their count`() throws {
    let found = try library().passages(containing: "樹木", limit: 1)
    #expect(found.hits.count == 1)
    #expect(found.total == 2)
  }

  @Test func `the best piece of a long line stands for the line`() throws {
    let item = "・樹木を植える場所を広げ、手入れのしかたを住民と決めます。"
    let plan = Plan(
      id: "long", path: "long.txt",
      text: String(repeating: item + " ", count: 20) + "\n\n　樹木の本数を毎年調べます。\n")
    let ranked = try library([plan]).search("樹木", limit: 2)
    #expect(Set(ranked.map(\.lines)) == [LineRange(1), LineRange(3)])
  }

  @Test func `a search marks the words it found in the printed text`() throws {
    let hit = try #require(try library().search("樹木 屋根", limit: 10).first)
    let scalars = Array(hit.text.unicodeScalars)
    #expect(hit.highlights.map { String(scalars[$0]) }.allSatisfy { ["樹木", "屋根"].contains($0) })
    #expect(!hit.highlights.isEmpty)
  }

  @Test func `the same plans in another order give the same bytes`() throws {
    _ = try Library.build(plans: [SamplePlans.green, SamplePlans.bus], into: folder.path + "/a")
    _ = try Library.build(plans: [SamplePlans.bus, SamplePlans.green], into: folder.path + "/b")
    #expect(try folder.contents(of: "a") == folder.contents(of: "b"))
    #expect(try Library.open(folder.path + "/a").fingerprint == Library.open(folder.path + "/b").fingerprint)
  }

  @Test func `a rebuild takes the place of the old index and leaves nothing of it`() throws {
    _ = try library()
    _ = try Library.build(plans: [SamplePlans.bus], into: index)
    #expect(try Library.open(index).documents.map(\.id) == ["midori-bus-plan"])
    _ = try Library.build(plans: [SamplePlans.bus], into: folder.path + "/fresh")
    #expect(try folder.contents(of: "index") == folder.contents(of: "fresh"))
  }

  @Test func `an opened library goes on after a rebuild`() throws {
    let before = try library()
    _ = try Library.build(plans: [SamplePlans.bus], into: index)
    #expect(before.documents.count == 2)
    #expect(before.passages(containing: "公園", limit: nil).total > 0)
  }

  @Test func `a plan without text is a document without passages`() throws {
    let library = try library([Plan(id: "empty", path: "empty.txt", text: "")])
    #expect(library.documents.map(\.id) == ["empty"])
    #expect(library.search("水", limit: 10).isEmpty)
  }

  @Test func `a full disk is no reason to build again`() throws {
    let full = InjectedFault(.write, number: 3, code: 28)
    do {
      _ = try InjectedFault.$active.withValue(full) { try library() }
      Issue.record("built")
    } catch {
      #expect("\(error)".hasSuffix("No space left on device; make room on the disk and run this again"))
    }
  }

  @Test func `files that change under a library are said, with the command that mends it`() throws {
    let library = try library()
    try library.checkFiles()
    let lines = try #require(TemporaryDirectory.names(in: index).first { $0.hasPrefix("x-lines-") })
    folder.cut("index/\(lines)", to: 0)
    _ = library.lines(of: "midori-bus-plan", in: LineRange(1, 9))
    do {
      try library.checkFiles()
      Issue.record("not said")
    } catch {
      #expect("\(error)".hasPrefix("\(index)/\(lines): changed while it was in use; rebuild: shirabe index"))
    }
  }

  @Test func `no index, or a folder of something else, is an error that says how to build one`() throws {
    #expect(throws: LibraryError.self) { try Library.open(folder.path + "/none") }
    try folder.write("index/manifest", "something else")
    do {
      _ = try Library.open(index)
      Issue.record("opened")
    } catch {
      #expect("\(error)".contains("shirabe index --index \(index)"))
    }
  }
}
