/// Spellings with the one that stands for them, found by their first scalar.
struct SpellingTable: Sendable {
  private struct Entry: Sendable {
    let spelling: [Unicode.Scalar]
    let canonical: [Unicode.Scalar]
  }

  /// Longest spelling first.
  private let entries: [Unicode.Scalar: [Entry]]
  /// A bit for each first scalar, by its lowest bits: most scalars of a text begin no spelling, and a bit is told sooner
  /// than a hash. It may say yes wrongly, never no.
  private let firsts: [UInt64]

  /// Equal spellings as a text of the second depth has them, and what stands for them in the third.
  struct Group {
    let spellings: [[Unicode.Scalar]]
    let canonical: [Unicode.Scalar]
  }

  /// Where a spelling stands in two groups the first group counts.
  init(groups: [Group]) {
    var entries: [Unicode.Scalar: [Entry]] = [:]
    var seen: Set<[Unicode.Scalar]> = []
    for group in groups where !group.canonical.isEmpty {
      // The canonical one too: 見込み must not be read as 見込 and み.
      for spelling in group.spellings {
        guard let first = spelling.first, seen.insert(spelling).inserted else { continue }
        entries[first, default: []].append(Entry(spelling: spelling, canonical: group.canonical))
      }
    }
    var firsts = [UInt64](repeating: 0, count: 64)
    for scalar in entries.keys { firsts[Self.place(scalar).word] |= Self.place(scalar).bit }
    self.firsts = firsts
    self.entries = entries.mapValues { list in list.sorted { $0.spelling.count > $1.spelling.count } }
  }

  /// The longest spelling that stands at `index`: what stands for it, and its length.
  func match(_ text: [Unicode.Scalar], at index: Int) -> (canonical: [Unicode.Scalar], length: Int)? {
    let place = Self.place(text[index])
    guard firsts[place.word] & place.bit != 0, let candidates = entries[text[index]] else { return nil }
    for entry in candidates {
      let end = index + entry.spelling.count
      if end <= text.count, text[index..<end].elementsEqual(entry.spelling) {
        return (entry.canonical, entry.spelling.count)
      }
    }
    return nil
  }

  private static func place(_ scalar: Unicode.Scalar) -> (word: Int, bit: UInt64) {
    (Int(scalar.value >> 6 & 63), 1 << UInt64(scalar.value & 63))
  }
}
