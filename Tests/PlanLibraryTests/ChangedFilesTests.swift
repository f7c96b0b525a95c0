import TestSupport
import Testing

@testable import PlanLibrary

@Suite("Files that changed since they were indexed") struct ChangedFilesTests {
  private let folder = TemporaryDirectory()

  private func library() throws -> Library {
    try folder.write("t/a.txt", "みどり市 緑の計画\n\n　駅前の広場に樹木を植えます。\n")
    try folder.write("t/b.jsonl", "{\"id\": \"r1\", \"text\": \"樹木\"}\n")
    _ = try Library.build(paths: [folder.path + "/t"], into: folder.path + "/i", lexicons: .empty)
    return try Library.open(folder.path + "/i")
  }

  @Test func `one that is as it was is not changed, whatever its times are`() throws {
    let library = try library()
    #expect(!library.isChanged("a") && !library.isChanged("r1"))
    try folder.write("t/a.txt", "みどり市 緑の計画\n\n　駅前の広場に樹木を植えます。\n")
    #expect(!library.isChanged("a"))
  }

  @Test func `another length or a single byte is a change, and taking it back is none`() throws {
    let library = try library()
    try folder.write("t/a.txt", "みどり市 緑の計画\n")
    #expect(library.isChanged("a") && !library.isChanged("r1"))
    try folder.write("t/a.txt", "みどり市 緑の計画\n\n　駅前の広場に草木を植えます。\n")
    #expect(library.isChanged("a"))
    try folder.write("t/a.txt", "みどり市 緑の計画\n\n　駅前の広場に樹木を植えます。\n")
    #expect(!library.isChanged("a"))
  }

  @Test func `a record's file counts for the record`() throws {
    let library = try library()
    try folder.write("t/b.jsonl", "{\"id\": \"r1\", \"text\": \"草木\"}\n")
    #expect(library.isChanged("r1") && !library.isChanged("a"))
  }

  @Test func `of one that is gone, or of a text in memory, nothing is said`() throws {
    let library = try library()
    folder.delete("t/a.txt")
    #expect(!library.isChanged("a") && !library.isChanged("unknown"))
  }
}
