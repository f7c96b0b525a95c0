import Analysis
import JapaneseText

/// What one document adds to an index, ready to be counted in.
struct DocumentTerms: Sendable {
  let record: RawRecord
  /// Each term once, with how often it stands in each field: eight bits a field, the first field lowest.
  let words: [(term: [Unicode.Scalar], counts: UInt32)]
  let grams: [(gram: Gram, counts: UInt32)]
  /// Words, and ranking grams, in each field.
  let wordLengths: [UInt32]
  let gramLengths: [UInt32]

  init(id: String, fields: [String], stored: [UInt8], analyzer: Analyzer) {
    var words: [WordKey: UInt32] = [:]
    var grams: [(gram: Gram, counts: UInt32)] = []
    var wordLengths: [UInt32] = []
    var gramLengths: [UInt32] = []
    var characters: [UInt8] = []
    var spellings: [UInt8] = []
    for (i, field) in fields.enumerated() {
      let text = analyzer.analyze(field)
      for word in text.words { words[WordKey(word.scalars[...]), default: 0].count(1, in: i) }
      for (gram, count) in text.recallGrams() {
        var counts: UInt32 = 0
        counts.count(count, in: i)
        grams.append((gram, counts))
      }
      wordLengths.append(UInt32(truncatingIfNeeded: text.words.count))
      gramLengths.append(UInt32(truncatingIfNeeded: text.rankingGrams.count))
      if i > 0 {
        characters.append(DocumentRecord.separator)
        spellings.append(DocumentRecord.separator)
      }
      characters.append(contentsOf: text.characters.string.utf8)
      spellings.append(contentsOf: text.spellings.string.utf8)
    }
    self.words = words.map { (Array($0.key.scalars), $0.value) }
    self.grams = Self.joined(grams)
    self.wordLengths = wordLengths
    self.gramLengths = gramLengths
    record = RawRecord(
      id: id, stored: stored, fields: fields, characters: characters, spellings: spellings)
  }
}

extension DocumentTerms {
  /// Each gram once, the counts of its fields together.
  private static func joined(_ grams: [(gram: Gram, counts: UInt32)]) -> [(gram: Gram, counts: UInt32)] {
    var joined: [(gram: Gram, counts: UInt32)] = []
    joined.reserveCapacity(grams.count)
    for (gram, counts) in grams.sorted(by: { $0.gram < $1.gram }) {
      if joined.last?.gram == gram {
        joined[joined.count - 1].counts |= counts
      } else {
        joined.append((gram, counts))
      }
    }
    return joined
  }
}

extension UInt32 {
  /// Adds to the count of a field, which stops at 255.
  fileprivate mutating func count(_ more: Int, in field: Int) {
    let shift = UInt32(field * 8)
    let sum = Swift.min(255, Int(self >> shift & 0xFF) + more)
    self = self & ~(0xFF << shift) | UInt32(truncatingIfNeeded: sum) << shift
  }

  /// The count of a field.
  func count(in field: Int) -> UInt32 { self >> UInt32(field * 8) & 0xFF }
}
