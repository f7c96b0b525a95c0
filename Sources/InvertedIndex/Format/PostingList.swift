/// The documents that hold a term, on disk.
///
///     PostingList = Directory?, Block × ⌊count / 128⌋, Tail, padding?
///     Directory   = last:u32 × blocks, end:u32 × blocks, most:u8 × blocks     -- where there are 128 postings or more
///     Block       = shape:u8, others:u8, mask:u64 × 2, gaps, impact:u8 × others       -- no mask where others is 0
///     Tail        = (2 · gap + isOther):varint × n, impact:u8 × others                -- n = count mod 128
///
/// `gap` is the distance to the document before (in the first block to −1), less one. The gaps of a block stand in as many
/// bits as the largest needs, `shape`, the first in the lowest; or, where that is no longer, in a bitmap of the documents
/// from the block's first possible one to its last, and `shape` is 128 and the u64 it takes.
///
/// The impact is how much one term adds to a document's score, 1…255 for 0…1 of its weight. Most terms stand once in a text
/// and nowhere else: what that is worth in each document is kept once for all (`ones`). The `mask` says which documents of a
/// block have other impacts, and these follow. In the directory the tail is a block too; `last` is a block's last document,
/// `most` its highest impact, `end` counts bytes from the end of the directory. Eight bytes of padding follow where there are
/// blocks, so that eight can be read at any place. `count` stands in the term dictionary.
///
/// Documents 7 and 11 with impacts 40 and 90, the first as `ones` has it: `0E 07 5A`.
enum PostingList {
  static let blockSize = 128
  static let directoryEntrySize = 9
  static let blockHeadSize = 2
  static let maskSize = 16
  static let padding = 8
  /// Of a block's shape, beside the length of a bitmap.
  static let bitmap = 0x80

  struct Posting {
    let document: UInt32
    let impact: UInt8
  }

  /// The list's bytes.
  ///
  /// - Parameter ones: by document, the impact that need not be written.
  static func encode(_ postings: [Posting], ones: [UInt8]) -> [UInt8] {
    guard postings.count >= blockSize else { return tail(postings[...], after: 0, ones) }
    var (lasts, ends, mosts, blocks): ([UInt8], [UInt8], [UInt8], [UInt8]) = ([], [], [], [])
    var next: UInt32 = 0
    for start in stride(from: 0, to: postings.count, by: blockSize) {
      let part = postings[start..<min(start + blockSize, postings.count)]
      blocks += part.count == blockSize ? block(part, after: next, ones) : tail(part, after: next, ones)
      next = postings[part.endIndex - 1].document + 1
      lasts.append(fixed: next - 1)
      ends.append(fixed: UInt32(truncatingIfNeeded: blocks.count))
      mosts.append(part.map(\.impact).max() ?? 0)
    }
    return lasts + ends + mosts + blocks + [UInt8](repeating: 0, count: padding)
  }

  /// - Parameter first: the document after the one before.
  private static func gaps(_ postings: ArraySlice<Posting>, after first: UInt32) -> [UInt32] {
    var next = first
    return postings.map { posting in
      defer { next = posting.document + 1 }
      return posting.document - next
    }
  }

  private static func tail(_ postings: ArraySlice<Posting>, after first: UInt32, _ ones: [UInt8]) -> [UInt8] {
    var (bytes, others): ([UInt8], [UInt8]) = ([], [])
    for (gap, posting) in zip(gaps(postings, after: first), postings) {
      let isOther = posting.impact != ones[Int(posting.document)]
      bytes.append(varint: UInt64(gap) << 1 | (isOther ? 1 : 0))
      if isOther { others.append(posting.impact) }
    }
    return bytes + others
  }

  private static func block(_ postings: ArraySlice<Posting>, after first: UInt32, _ ones: [UInt8]) -> [UInt8]
  {
    var mask: [UInt64] = [0, 0]
    var others: [UInt8] = []
    for (i, posting) in postings.enumerated() where posting.impact != ones[Int(posting.document)] {
      mask[i / 64] |= 1 << UInt64(i % 64)
      others.append(posting.impact)
    }
    let (shape, gaps) = shaped(gaps(postings, after: first))
    var bytes = [shape, UInt8(others.count)]
    if !others.isEmpty { for word in mask { bytes.append(fixed: word) } }
    return bytes + gaps + others
  }

  private static func shaped(_ gaps: [UInt32]) -> (shape: UInt8, bytes: [UInt8]) {
    let bits = bits(gaps)
    let words = gaps.reduce(gaps.count + 63) { $0 + Int($1) } / 64
    guard words * 8 <= bits * blockSize / 8 else { return (UInt8(bits), packed(gaps, bits)) }
    var map = [UInt64](repeating: 0, count: words)
    var at = -1
    for gap in gaps {
      at += Int(gap) + 1
      map[at / 64] |= 1 << UInt64(at % 64)
    }
    var bytes: [UInt8] = []
    for word in map { bytes.append(fixed: word) }
    return (UInt8(bitmap + words), bytes)
  }

  private static func bits(_ values: [UInt32]) -> Int {
    UInt32.bitWidth - values.reduce(0, |).leadingZeroBitCount
  }

  /// 128 values in so many bits each.
  private static func packed(_ values: [UInt32], _ bits: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: bits * blockSize / 8)
    for (i, value) in values.enumerated() {
      var rest = UInt64(value) << UInt64(i * bits % 8)
      var at = i * bits / 8
      while rest > 0 {
        bytes[at] |= UInt8(truncatingIfNeeded: rest)
        rest >>= 8
        at += 1
      }
    }
    return bytes
  }
}
