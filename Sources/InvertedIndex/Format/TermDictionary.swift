import Glibc

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

/// Finds terms by binary search over the blocks' first terms. Unchecked, since it keeps where its file's bytes lie.
struct TermDictionaryReader: @unchecked Sendable {
  private let file: SealedFile
  private let bytes: UnsafeRawBufferPointer
  private let blockCount: Int
  private let offsetsStart: Int
  /// What each block's first term begins with: mostly enough to tell which comes first, and nearer to each other than blocks.
  private var beginnings: [UInt64] = []

  init(_ file: SealedFile) throws(IndexError) {
    self.file = file
    bytes = try file.bytes()
    let size = bytes.count
    var tail = ByteReader(bytes, at: size - 4, path: file.path, part: "the term dictionary")
    blockCount = Int(try tail.fixed(UInt32.self))
    offsetsStart = size - 4 - blockCount * 8
    guard offsetsStart >= 0 else { throw tail.failure }
    beginnings.reserveCapacity(blockCount)
    for block in 0..<blockCount { beginnings.append(Self.beginning(try first(block))) }
  }

  /// The first eight bytes of a term as a number, which is in the order of the terms.
  private static func beginning(_ term: UnsafeRawBufferPointer) -> UInt64 {
    var number: UInt64 = 0
    for i in 0..<8 { number = number << 8 | UInt64(i < term.count ? term[i] : 0) }
    return number
  }

  func find(_ term: [UInt8]) throws(IndexError) -> TermDictionary.Entry? {
    try term.withUnsafeBufferPointer { (bytes: UnsafeBufferPointer<UInt8>) throws(IndexError) in
      let term = UnsafeRawBufferPointer(bytes)
      let beginning = Self.beginning(term)
      var low = 0
      var high = blockCount
      while low < high {
        let middle = (low + high) / 2
        let isAfter =
          beginnings[middle] == beginning ? try isAfter(middle, term) : beginnings[middle] > beginning
        if isAfter { high = middle } else { low = middle + 1 }
      }
      return low == 0 ? nil : try scan(low - 1, for: term)
    }
  }

  private func reader(_ block: Int) throws(IndexError) -> ByteReader {
    var offsets = ByteReader(
      bytes, at: offsetsStart + block * 8, path: file.path, part: "the term dictionary")
    guard let offset = Int(exactly: try offsets.fixed(UInt64.self)), offset < offsetsStart else {
      throw offsets.failure
    }
    return ByteReader(
      UnsafeRawBufferPointer(rebasing: bytes[..<offsetsStart]), at: offset, path: file.path,
      part: "the term dictionary")
  }

  private func first(_ block: Int) throws(IndexError) -> UnsafeRawBufferPointer {
    var reader = try reader(block)
    _ = try reader.varint()
    return try reader.block()
  }

  /// True where the first term of a block comes after `term`.
  private func isAfter(_ block: Int, _ term: UnsafeRawBufferPointer) throws(IndexError) -> Bool {
    let first = try first(block)
    guard let a = term.baseAddress, let b = first.baseAddress else { return term.isEmpty && !first.isEmpty }
    let order = memcmp(a, b, min(term.count, first.count))
    return order != 0 ? order < 0 : term.count < first.count
  }

  /// Looks through a block whose first term does not come after `term`. No term is put together: it is enough to know how
  /// much of `term` the entry before begins with.
  private func scan(
    _ block: Int, for term: UnsafeRawBufferPointer
  ) throws(IndexError) -> TermDictionary.Entry? {
    var reader = try reader(block)
    var (length, matched, start) = (0, 0, 0)
    for i in 0..<TermDictionary.blockSize where !reader.isAtEnd {
      let shared = try reader.count()
      guard shared <= length else { throw reader.failure }
      let rest = try reader.block()
      length = shared + rest.count
      let count = try reader.count()
      let most = try reader.fixed(UInt8.self)
      let listLength = try reader.count()
      if i == 0 { start = try reader.count() }
      // A term that shares less with the one before than `term` does comes after `term`.
      if shared < matched { return nil }
      if shared == matched {
        matched += zip(rest, term[matched...]).prefix { $0 == $1 }.count
        if matched == term.count, length == matched {
          return TermDictionary.Entry(count: count, most: most, start: start, length: listLength)
        }
      }
      let (end, overflow) = start.addingReportingOverflow(listLength)
      if overflow { throw reader.failure }
      start = end
    }
    return nil
  }
}
