import SystemFiles

/// The terms of an index with their posting lists, on disk.
///
///     Dictionary = Block × blocks, offset:u64 × blocks, blocks:u32
///     Block      = Entry × 32                        -- fewer in the last
///     Entry      = shared:varint, rest:Bytes, count:varint, most:u8, length:varint, start:varint?
///
/// Terms ascend by bytes. `shared` is how much of the entry before is kept (0 in a block's first). `count` documents,
/// `most` the highest impact, `length` the bytes of its posting list; the lists stand one after another, and only a
/// block's first entry says where (`start`).
enum TermDictionary {
  static let blockSize = 32

  struct Entry: Hashable {
    let count: Int
    let most: UInt8
    let start: Int
    let length: Int
  }
}

struct TermDictionaryWriter {
  private let file: FileWriter
  private var offsets: [UInt64] = []
  private var previous: [UInt8] = []
  private var inBlock = 0
  private var start: UInt64 = 0
  private(set) var count = 0

  init(_ file: FileWriter) { self.file = file }

  /// Adds a term, which must come after all before it; its postings follow those of the term before.
  mutating func add(_ term: [UInt8], count documents: Int, most: UInt8, length: Int) throws(IndexError) {
    let isFirst = inBlock == 0
    if isFirst { offsets.append(file.length) }
    let shared = isFirst ? 0 : zip(previous, term).prefix { $0 == $1 }.count
    var bytes: [UInt8] = []
    bytes.append(varint: UInt64(shared))
    bytes.append(block: term.dropFirst(shared))
    bytes.append(varint: UInt64(documents))
    bytes.append(most)
    bytes.append(varint: UInt64(length))
    if isFirst { bytes.append(varint: start) }
    try file.write(bytes)
    start += UInt64(length)
    previous = term
    inBlock = (inBlock + 1) % TermDictionary.blockSize
    count += 1
  }

  mutating func finish() throws(IndexError) {
    var bytes: [UInt8] = []
    for offset in offsets { bytes.append(fixed: offset) }
    bytes.append(fixed: UInt32(truncatingIfNeeded: offsets.count))
    try file.write(bytes)
  }
}

/// Finds terms by binary search over the blocks' first terms.
struct TermDictionaryReader: Sendable {
  private let file: MappedFile
  private let blockCount: Int
  private let offsetsStart: Int

  init(_ file: MappedFile) throws(IndexError) {
    self.file = file
    let size = file.bytes.count
    var tail = ByteReader(file.bytes, at: size - 4, path: file.path, part: "the term dictionary")
    blockCount = Int(try tail.fixed(UInt32.self))
    offsetsStart = size - 4 - blockCount * 8
    guard offsetsStart >= 0 else { throw tail.failure }
  }

  func find(_ term: [UInt8]) throws(IndexError) -> TermDictionary.Entry? {
    var low = 0
    var high = blockCount
    while low < high {
      let middle = (low + high) / 2
      if try isAfter(middle, term) { high = middle } else { low = middle + 1 }
    }
    return low == 0 ? nil : try scan(low - 1) { $0 == term }
  }

  private func reader(_ block: Int) throws(IndexError) -> ByteReader {
    var offsets = ByteReader(
      file.bytes, at: offsetsStart + block * 8, path: file.path, part: "the term dictionary")
    guard let offset = Int(exactly: try offsets.fixed(UInt64.self)), offset < offsetsStart else {
      throw offsets.failure
    }
    return ByteReader(
      UnsafeRawBufferPointer(rebasing: file.bytes[..<offsetsStart]), at: offset, path: file.path,
      part: "the term dictionary")
  }

  /// True where the first term of a block comes after `term`.
  private func isAfter(_ block: Int, _ term: [UInt8]) throws(IndexError) -> Bool {
    var reader = try reader(block)
    _ = try reader.varint()
    return term.lexicographicallyPrecedes(try reader.block())
  }

  private func scan(_ block: Int, _ isWanted: ([UInt8]) -> Bool) throws(IndexError) -> TermDictionary.Entry? {
    var reader = try reader(block)
    var term: [UInt8] = []
    var start = 0
    for i in 0..<TermDictionary.blockSize where !reader.isAtEnd {
      let shared = try reader.count()
      guard shared <= term.count else { throw reader.failure }
      term.removeSubrange(shared...)
      term.append(contentsOf: try reader.block())
      let count = try reader.count()
      let most = try reader.fixed(UInt8.self)
      let length = try reader.count()
      if i == 0 { start = try reader.count() }
      if isWanted(term) {
        return TermDictionary.Entry(count: count, most: most, start: start, length: length)
      }
      let (end, overflow) = start.addingReportingOverflow(length)
      if overflow { throw reader.failure }
      start = end
    }
    return nil
  }
}
