import SystemFiles
import TestSupport
import Testing

@testable import InvertedIndex

/// What the files of an index are made of, one structure at a time.
@Suite("Format") struct FormatTests {
  private static func decompress(
    _ bytes: [UInt8], _ dictionary: [UInt8], _ length: Int
  ) throws(IndexError) -> [UInt8] {
    try bytes.withUnsafeBufferPointer { (bytes: UnsafeBufferPointer<UInt8>) throws(IndexError) in
      try dictionary.withUnsafeBufferPointer { (known: UnsafeBufferPointer<UInt8>) throws(IndexError) in
        var reader = ByteReader(UnsafeRawBufferPointer(bytes), path: "a test", part: "a record")
        return try Compression.decompress(
          &reader, dictionary: UnsafeRawBufferPointer(known), length: length)
      }
    }
  }

  /// Bytes with repetitions of all lengths.
  private static func bytes(_ random: inout SeededRandom, _ count: ClosedRange<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    let wanted = Int.random(in: count, using: &random)
    while bytes.count < wanted {
      if Bool.random(using: &random), let start = bytes.indices.randomElement(using: &random) {
        bytes += bytes[start...].prefix(Int.random(in: 1...40, using: &random))
      } else {
        bytes += (0..<Int.random(in: 1...20, using: &random)).map { _ in
          UInt8.random(in: 0...5, using: &random)
        }
      }
    }
    return bytes
  }

  @Test func `a record comes back from its compressed bytes, and each beginning of it`() throws {
    var random = SeededRandom(seed: 31)
    for turn in 0..<300 {
      let dictionary = Self.bytes(&random, 0...2_000)
      let record = Self.bytes(&random, 0...600)
      let compressed = Compressor(dictionary: dictionary).compress(record)
      let length = Int.random(in: 0...record.count, using: &random)
      #expect(try Self.decompress(compressed, dictionary, record.count) == record, "turn \(turn)")
      #expect(
        try Self.decompress(compressed, dictionary, length) == Array(record.prefix(length)), "turn \(turn)")
    }
  }

  @Test func `the example of the form is what is written`() throws {
    let compressed = Compressor(dictionary: []).compress(Array("abcdeabcdeX12345678".utf8))
    #expect(compressed.prefix(8) == [0x50, 0x61, 0x62, 0x63, 0x64, 0x65, 0x05, 0x00])
    #expect(
      try Self.decompress([0x50] + Array("abcde".utf8) + [5, 0, 0x10, 0x58], [], 11)
        == Array("abcdeabcdeX".utf8))
    let list = PostingList.encode(
      [.init(document: 7, impact: 40), .init(document: 11, impact: 90)],
      ones: [UInt8](repeating: 40, count: 12))
    #expect(list == [0x0E, 0x07, 0x5A])
  }

  @Test func `compressed bytes that were changed are an error or other bytes`() {
    var random = SeededRandom(seed: 32)
    for _ in 0..<1_000 {
      let record = Self.bytes(&random, 1...300)
      var compressed = Compressor(dictionary: Self.bytes(&random, 0...300)).compress(record)
      compressed[Int.random(in: compressed.indices, using: &random)] = .random(in: 0...255, using: &random)
      compressed.removeLast(Int.random(in: 0..<compressed.count, using: &random))
      _ = try? Self.decompress(compressed, Self.bytes(&random, 0...300), record.count)
    }
  }

  @Test func `a posting list that was changed is an error or other postings`() {
    var random = SeededRandom(seed: 33)
    let ones = (0..<3_000).map { _ in UInt8.random(in: 1...255, using: &random) }
    for turn in 0..<600 {
      // bitmaps, and packed gaps
      let documents = (0..<UInt32(3_000)).filter { _ in
        Int.random(in: 0..<(turn % 10 + 1), using: &random) == 0
      }
      var bytes = PostingList.encode(
        documents.map {
          let isOther = Int.random(in: 0..<4, using: &random) == 0
          return .init(document: $0, impact: isOther ? .random(in: 1...255, using: &random) : ones[Int($0)])
        }, ones: ones)
      bytes[Int.random(in: bytes.indices, using: &random)] = .random(in: 0...255, using: &random)
      bytes.withUnsafeBytes { raw in
        let length = Bool.random(using: &random) ? raw.count : Int.random(in: 0...raw.count, using: &random)
        ones.withUnsafeBytes { ones in
          let slice = try? PostingSlice(
            raw, length: length, count: documents.count, most: 255, ones: ones, path: "a test")
          guard let slice else { return }
          _ = try? Disjunction([.init(list: slice, unit: 1), .init(list: slice, unit: 3)]).best(10, of: 3_000)
          _ = try? Intersection.documents([slice, slice])
          _ = try? Disjunction([.init(list: slice, unit: 1)]).scores(of: [5, 700, 2_900])
        }
      }
    }
  }

  @Test func `of a large file each block is checked before it is read`() throws {
    let folder = TemporaryDirectory()
    var random = SeededRandom(seed: 34)
    let content = (0..<(1 << 21)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    let path = FilePath(folder.path + "/large")
    let writer = try FileWriter(path)
    try writer.write(content)
    let root = try writer.seal()
    let whole = try SealedFile(path, length: writer.length, root: root)
    #expect(try Array(whole.bytes()) == content)
    #expect(throws: IndexError.checksum(path: path.shown)) {
      try SealedFile(path, length: writer.length, root: root ^ 1)
    }
    var bytes = Files.read(path.shown)
    bytes[1_500_000] ^= 4
    Files.write(bytes, to: path.shown)
    let damaged = try SealedFile(path, length: writer.length, root: root)
    #expect(try Array(damaged.bytes(1_000..<1_400_000)) == Array(content[1_000..<1_400_000]))
    #expect(throws: Never.self) { try damaged.checkIsAsOpened() }
    #expect(throws: IndexError.checksum(path: path.shown)) { try damaged.bytes(1_499_000..<1_500_500) }
    #expect(throws: IndexError.checksum(path: path.shown)) { try damaged.checkIsAsOpened() }
    #expect(throws: IndexError.malformed(path: path.shown, part: "a place in the file")) {
      try damaged.bytes(0..<content.count + 1)
    }
  }
}
