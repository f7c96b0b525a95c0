import Analysis
import InvertedIndex
import TestSupport
import Testing

@Suite("Damage", .serialized) struct DamageTests {
  static let texts = ["ごみの減量", "取組を進める", "サーバー"]

  /// Opens and asks; any error but an `IndexError` is impossible by type, a trap would end the run.
  private func use(_ path: String) throws(IndexError) {
    let reader = try IndexReader(directory: path)
    _ = try reader.search("ごみの取組", limit: 10)
    _ = try reader.matches(substring: "サーバ")
  }

  @Test func `a file cut short is an error that names it`() throws {
    let sample = try SampleIndex(Self.texts, lexicons: .empty)
    for name in TemporaryDirectory.names(in: sample.folder.path) {
      let path = "\(sample.folder.path)/\(name)"
      let bytes = Files.read(path)
      for length in 0..<bytes.count {
        Files.write(Array(bytes[..<length]), to: path)
        #expect(throws: IndexError.self, "\(name) cut to \(length)") { try use(sample.folder.path) }
      }
      Files.write(bytes, to: path)
    }
    try use(sample.folder.path)
  }

  @Test func `a flipped bit is an error`() throws {
    let sample = try SampleIndex(Self.texts, lexicons: .empty)
    var random = SeededRandom(seed: 5)
    for name in TemporaryDirectory.names(in: sample.folder.path) {
      let path = "\(sample.folder.path)/\(name)"
      let bytes = Files.read(path)
      for at in bytes.indices {
        var flipped = bytes
        flipped[at] ^= UInt8(1) << UInt8.random(in: 0..<8, using: &random)
        Files.write(flipped, to: path)
        #expect(throws: IndexError.self, "\(name) at \(at), seed \(random.seed)") {
          try use(sample.folder.path)
        }
      }
      Files.write(bytes, to: path)
    }
  }

  @Test func `errors are sentences`() throws {
    let folder = TemporaryDirectory()
    #expect(throws: IndexError.missing(directory: folder.path)) { try IndexReader(directory: folder.path) }
    Files.write(Array("shirabe index 7\nend 0\n".utf8), to: folder.path + "/manifest")
    #expect(throws: IndexError.version(path: folder.path + "/manifest", found: 7, expected: 6)) {
      try IndexReader(directory: folder.path)
    }
    Files.write(Array("something".utf8), to: folder.path + "/manifest")
    #expect(throws: IndexError.foreign(path: folder.path + "/manifest")) {
      try IndexReader(directory: folder.path)
    }
    let error = IndexError.length(path: "i/terms-1", expected: 10, found: 4)
    #expect("\(error)" == "i/terms-1: truncated (the index says 10 bytes, the file has 4)")
  }
}
