/// The documents that hold a term, on disk.
///
///     PostingList = Directory?, Block × ⌊count / 128⌋, Tail, padding?
///     Directory   = last:u32 × blocks, end:u32 × blocks, most:u8 × blocks     -- where there are 128 postings or more
///     Block       = gapBits:u8, impactBits:u8, least:u8, gaps, impacts        -- 16 bytes for each bit
///     Tail        = gap:varint × n, impact:u8 × n                             -- n = count mod 128
///
/// `gap` is the distance to the document before (in the first block to −1), less one. `impact` is how much one term adds to a
/// document's score, 1…255 for 0…1 of its weight; in a block, what it has more than `least`. Gaps and impacts of a block stand
/// in as many bits as the largest needs, the first in the lowest bits. In the directory the tail is a block too; `last` is a
/// block's last document, `most` its highest impact, `end` counts bytes from the end of the directory. Eight bytes of padding
/// follow where there are blocks, so that eight can be read at any place. `count` stands in the term dictionary.
///
/// Documents 7 and 11 with impacts 40 and 90: `07 03 28 5A`.
enum PostingList {
  static let blockSize = 128
  static let directoryEntrySize = 9
  static let blockHeadSize = 3
  static let padding = 8

  struct Posting {
    let document: UInt32
    let impact: UInt8
  }

  /// The list's bytes.
  static func encode(_ postings: [Posting]) -> [UInt8] {
    guard postings.count >= blockSize else { return tail(postings[...], after: 0) }
    var (lasts, ends, mosts, blocks): ([UInt8], [UInt8], [UInt8], [UInt8]) = ([], [], [], [])
    var next: UInt32 = 0
    for start in stride(from: 0, to: postings.count, by: blockSize) {
      let part = postings[start..<min(start + blockSize, postings.count)]
      blocks += part.count == blockSize ? block(part, after: next) : tail(part, after: next)
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

  private static func tail(_ postings: ArraySlice<Posting>, after first: UInt32) -> [UInt8] {
    var bytes: [UInt8] = []
    for gap in gaps(postings, after: first) { bytes.append(varint: UInt64(gap)) }
    return bytes + postings.map(\.impact)
  }

  private static func block(_ postings: ArraySlice<Posting>, after first: UInt32) -> [UInt8] {
    let gaps = gaps(postings, after: first)
    let least = postings.map(\.impact).min() ?? 0
    let impacts = postings.map { UInt32($0.impact - least) }
    let gapBits = bits(gaps)
    let impactBits = bits(impacts)
    return [UInt8(gapBits), UInt8(impactBits), least] + packed(gaps, gapBits) + packed(impacts, impactBits)
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
