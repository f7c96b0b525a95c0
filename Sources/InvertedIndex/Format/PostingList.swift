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
