import Foundation
import PlanDocuments
import SourceFiles
import SystemFiles
import TestSupport
import Testing

@testable import PlanLibrary

@Suite("A run that is broken off") struct ReadingJournalTests {
  private let folder = TemporaryDirectory()
  private var index: String { folder.path + "/i" }

  /// A document of Word with one sentence.
  private static func document(_ sentence: String) -> [UInt8] {
    var zip = ZipBuilder()
    zip.add(
      "word/document.xml",
      "<w:document><w:body><w:p><w:r><w:t>\(sentence)</w:t></w:r></w:p></w:body></w:document>")
    return zip.finish()
  }

  private static func text(_ sentence: String) -> SourceText {
    SourceText(format: .docx, lines: [sentence], places: [.element("p[1]")])
  }

  private static func key(_ bytes: [UInt8]) throws -> SourceKey {
    let reader = SourceReader()
    return SourceKey(bytes, reader: try #require(reader.name(for: bytes)))
  }

  @Test func `keeps every file that was read, and the next one goes on`() async throws {
    for number in 10..<30 {
      try folder.write("t/\(number).docx", Self.document("湖の\(number)番の岸"))
    }
    let (path, index) = (folder.path, index)
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, index = index as String] in
      // files are read sixteen at a time
      _ = try? Library.build(paths: [path + "/t"], into: index, lexicons: .builtIn) { file in
        if file.hasSuffix("29.docx") { kill(getpid(), SIGKILL) }
      }
    }
    let journal = ReadingJournal(beside: index)
    #expect(journal.count == 16)
    let first = Self.document("湖の10番の岸")
    #expect(try journal[Self.key(first)] == SourceReader().read(first, of: FilePath("10.docx")))
    #expect(!Library.exists(in: index))
    let report = try Library.build(paths: [path + "/t"], into: index, lexicons: .builtIn)
    #expect(report.documents == 20)
    #expect(FileSystem.kind(ofEntry: FilePath(index + "-reading")) == nil)
    // the same as of a run that nothing broke off
    _ = try Library.build(paths: [path + "/t"], into: path + "/other", lexicons: .builtIn)
    #expect(try folder.contents(of: "i") == folder.contents(of: "other"))
  }

  @Test func `what it read is taken from it, and not read again`() throws {
    let bytes = Self.document("岸の木")
    try folder.write("t/a.docx", bytes)
    ReadingJournal(beside: index).keep(Self.text("journal の木"), key: try Self.key(bytes))
    _ = try Library.build(paths: [folder.path + "/t"], into: index, lexicons: .builtIn)
    #expect(try Library.open(index).lines(of: "a", in: LineRange(1)) == ["journal の木"])
  }

  @Test func `an entry that is cut short or damaged is no entry, and more can be kept behind it`() throws {
    let sentences = ["一の岸", "二の岸", "三の岸"]
    let path = FilePath(index + "-reading")
    let journal = ReadingJournal(beside: index)
    var ends: [Int] = []
    for sentence in sentences {
      journal.keep(Self.text(sentence), key: try Self.key(Self.document(sentence)))
      ends.append(try FileSystem.read(path).count)
    }
    let whole = try FileSystem.read(path)
    for end in stride(from: whole.count, to: 17, by: -7) {
      try folder.write("i-reading", Array(whole[..<end]))
      let cut = ReadingJournal(beside: index)
      #expect(cut.count == ends.count { $0 <= end }, "\(end)")
      cut.keep(Self.text("四の岸"), key: try Self.key(Self.document("四の岸")))
      #expect(ReadingJournal(beside: index).count == cut.count + 1, "\(end)")
    }
    for place in stride(from: 17, to: whole.count, by: 3) {
      var changed = whole
      changed[place] ^= 0x40
      try folder.write("i-reading", changed)
      #expect(ReadingJournal(beside: index).count == ends.prefix { $0 <= place }.count, "\(place)")
    }
  }

  @Test func `a file that it did not make is left alone`() throws {
    try folder.write("t/a.docx", Self.document("岸の木"))
    try folder.write("i-reading", "私の読書\n")
    let report = try Library.build(paths: [folder.path + "/t"], into: index, lexicons: .builtIn)
    #expect(report.documents == 1)
    #expect(Files.text(folder.path + "/i-reading") == "私の読書\n")
  }
}
