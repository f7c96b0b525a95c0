/// Two words to be found near each other.
struct NearPair {
  let first: BytePattern
  let second: BytePattern

  /// The farthest that counts: thirty characters of Japanese.
  static let reach = 90

  /// The fewest bytes between the words, in either order; nil where they don't stand within reach of each other.
  func distance(in text: UnsafeRawBufferPointer) -> Int? {
    var best: Int?
    var a = first.first(in: text)
    var b = second.first(in: text)
    while let i = a, let j = b {
      let gap = i <= j ? j - i - first.bytes.count : i - j - second.bytes.count
      // Overlapping words are one word.
      if gap >= 0, gap <= best ?? Self.reach { best = gap }
      if i <= j { a = first.first(in: text, from: i + 1) } else { b = second.first(in: text, from: j + 1) }
    }
    return best
  }
}

extension QueryPlan.Pair {
  /// How much a document shows of the pair, in parts of the rarer word's weight.
  func evidence(in record: DocumentRecord, _ tuning: Tuning) -> Float {
    if let phrase, phrase.isIn(record.spellings) { return weight * tuning.pair }
    guard tuning.near > 0, let distance = near.distance(in: record.spellings) else { return 0 }
    return weight * tuning.near * (1 - Float(distance) / Float(NearPair.reach + 1))
  }
}
