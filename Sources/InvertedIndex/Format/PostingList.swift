/// The documents that hold a term, on disk.
///
///     PostingList = Directory?, Block × ⌈count / 128⌉
///     Directory   = (last:u32, end:u32, most:u8) × blocks     -- only where there is more than one block
///     Block       = gap:varint × n, impact:u8 × n             -- n is 128, less in the last block
///
/// `gap` is the distance to the document before (in the first block to −1), less one. `impact` is how much one term
/// adds to a document's score, 1…255 for 0…1 of its weight; `most` is the highest of the block. `end` counts bytes
/// from the end of the directory. `count` stands in the term dictionary.
///
/// Documents 7 and 11 with impacts 40 and 90: `07 03 28 5A`.
enum PostingList {
  static let blockSize = 128
  static let directoryEntrySize = 9

  struct Posting {
    let document: UInt32
    let impact: UInt8
  }

  /// The list's bytes.
  static func encode(_ postings: [Posting]) -> [UInt8] {
    var directory: [UInt8] = []
    var blocks: [UInt8] = []
    var next: UInt32 = 0
    var start = 0
    while start < postings.count {
      let block = postings[start..<min(start + blockSize, postings.count)]
      for posting in block {
        blocks.append(varint: UInt64(posting.document - next))
        next = posting.document + 1
      }
      blocks.append(contentsOf: block.map(\.impact))
      directory.append(fixed: next - 1)
      directory.append(fixed: UInt32(truncatingIfNeeded: blocks.count))
      directory.append(block.map(\.impact).max() ?? 0)
      start += block.count
    }
    return postings.count > blockSize ? directory + blocks : blocks
  }
}

/// Walks a posting list in order of documents, a decoded block at a time.
struct PostingCursor {
  /// Past the last document.
  static let exhausted = UInt32.max

  private let bytes: UnsafeRawBufferPointer
  private let path: String
  /// Documents in the list.
  let count: Int
  /// The highest impact in the list.
  let most: UInt8
  private let blockCount: Int
  private let blocksStart: Int
  private var block = -1
  private var documents = [UInt32](repeating: PostingCursor.exhausted, count: PostingList.blockSize)
  private var impactsStart = 0
  private var inBlock = 0
  private var index = 0
  /// The block that the bound was last asked of.
  private var shallow = 0
  /// The current document; `exhausted` past the last.
  private(set) var document: UInt32 = 0

  /// - Parameter bytes: the list and nothing else; its owner must outlive the cursor.
  init(_ bytes: UnsafeRawBufferPointer, count: Int, most: UInt8, path: String) throws(IndexError) {
    self.bytes = bytes
    self.count = count
    self.most = most
    self.path = path
    blockCount = (count + PostingList.blockSize - 1) / PostingList.blockSize
    blocksStart = blockCount > 1 ? blockCount * PostingList.directoryEntrySize : 0
    guard blocksStart <= bytes.count else { throw .malformed(path: path, part: "a posting list") }
    try load(0)
  }

  /// The current document's impact.
  var impact: UInt8 {
    let at = impactsStart + index
    return at < bytes.count ? bytes[at] : 0
  }

  mutating func advance() throws(IndexError) {
    index += 1
    if index < inBlock {
      document = documents[index]
    } else {
      try load(block + 1)
    }
  }

  /// Goes to the first document at or after `target`; never back.
  mutating func seek(to target: UInt32) throws(IndexError) {
    if document >= target { return }
    if inBlock == 0 || documents[inBlock - 1] < target {
      var wanted = block + 1
      while wanted < blockCount, last(of: wanted) < target { wanted += 1 }
      try load(wanted)
      if document == Self.exhausted { return }
    }
    while index < inBlock, documents[index] < target { index += 1 }
    if index < inBlock {
      document = documents[index]
    } else {
      try load(block + 1)
    }
  }

  /// The highest impact that a document at or after `target` and up to `until` can have in this list.
  mutating func bound(at target: UInt32) -> (most: UInt8, until: UInt32) {
    if blockCount <= 1 { return (most, Self.exhausted) }
    shallow = max(shallow, block)
    while shallow < blockCount, last(of: shallow) < target { shallow += 1 }
    guard shallow < blockCount else { return (0, Self.exhausted) }
    return (bytes[shallow * PostingList.directoryEntrySize + 8], last(of: shallow))
  }

  private func entry(_ block: Int, _ offset: Int) -> UInt32 {
    UInt32(
      littleEndian: bytes.loadUnaligned(
        fromByteOffset: block * PostingList.directoryEntrySize + offset, as: UInt32.self))
  }

  /// The last document of a block; only where there is a directory.
  private func last(of block: Int) -> UInt32 {
    blockCount > 1 ? entry(block, 0) : Self.exhausted - 1
  }

  private mutating func load(_ wanted: Int) throws(IndexError) {
    block = wanted
    index = 0
    guard wanted < blockCount else {
      inBlock = 0
      document = Self.exhausted
      return
    }
    let start = wanted == 0 || blockCount == 1 ? 0 : Int(entry(wanted - 1, 4))
    var previous = wanted == 0 ? UInt32.max : last(of: wanted - 1)
    inBlock = min(PostingList.blockSize, count - wanted * PostingList.blockSize)
    var at = blocksStart + start
    for i in 0..<inBlock {
      // Nearly all gaps are one byte.
      var gap: UInt32 = 0
      if at < bytes.count, bytes[at] < 0x80 {
        gap = UInt32(bytes[at])
        at += 1
      } else {
        gap = try longGap(&at)
      }
      previous = previous &+ gap &+ 1
      documents[i] = previous
    }
    impactsStart = at
    guard at + inBlock <= bytes.count else { throw .malformed(path: path, part: "a posting list") }
    document = documents[0]
  }

  private func longGap(_ at: inout Int) throws(IndexError) -> UInt32 {
    var gap: UInt32 = 0
    var shift: UInt32 = 0
    while shift < 35, at < bytes.count {
      let byte = bytes[at]
      at += 1
      gap |= UInt32(byte & 0x7F) << shift
      if byte < 0x80 { return gap }
      shift += 7
    }
    throw .malformed(path: path, part: "a posting list")
  }
}
