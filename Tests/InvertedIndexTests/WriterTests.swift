import Analysis
import InvertedIndex
import TestSupport
import Testing

@Suite("Writer") struct WriterTests {
  private func bytes(_ path: String) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in TemporaryDirectory.names(in: path) { files[name] = Files.read("\(path)/\(name)") }
    return files
  }

  @Test func `the same texts give the same bytes, however often postings were put aside`() throws {
    let texts = (0..<60).flatMap { i in SampleIndex.texts.map { "\($0)\(i)" } }
    let once = try SampleIndex(texts)
    let often = try SampleIndex(texts, flushBytes: 20_000)
    #expect(bytes(once.folder.path) == bytes(often.folder.path))
    #expect(TemporaryDirectory.names(in: often.folder.path).count == 10)
  }

  @Test func `a new index takes the old one's place, and an open one goes on`() throws {
    let sample = try SampleIndex()
    let writer = try IndexWriter(
      directory: sample.folder.path, fields: [IndexField("text")], lexicons: .builtIn)
    try writer.add(id: "new", fields: ["新しい計画"])
    #expect(try IndexReader(directory: sample.folder.path).count == SampleIndex.texts.count)
    try writer.commit()
    #expect(try IndexReader(directory: sample.folder.path).count == 1)
    #expect(TemporaryDirectory.names(in: sample.folder.path).count == 9)
    #expect(sample.ids(try sample.reader.matches(substring: "中小企業")) == [5])
    #expect(try sample.reader.fields(DocID(5))[1] == SampleIndex.texts[5])
  }

  @Test func `a build that is given up leaves the old index alone`() throws {
    let sample = try SampleIndex()
    let before = bytes(sample.folder.path)
    do {
      let writer = try IndexWriter(
        directory: sample.folder.path, fields: [IndexField("text")], lexicons: .builtIn)
      try writer.add(id: "new", fields: ["新しい計画"])
    }
    #expect(bytes(sample.folder.path) == before)
  }

  @Test func `an index of nothing is an index`() throws {
    let sample = try SampleIndex([])
    #expect(sample.reader.count == 0)
    #expect(try sample.reader.search("計画", limit: 5).isEmpty)
  }

  @Test func `the number of fields is checked`() throws {
    let folder = TemporaryDirectory()
    #expect(throws: IndexError.fields(expected: 4, found: 0)) {
      try IndexWriter(directory: folder.path, fields: [], lexicons: .empty)
    }
    let writer = try IndexWriter(directory: folder.path, fields: [IndexField("a")], lexicons: .empty)
    #expect(throws: IndexError.fields(expected: 1, found: 2)) { try writer.add(id: "", fields: ["a", "b"]) }
  }
}
