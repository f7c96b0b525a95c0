/// Spellings with the one that stands for them, found by their first scalar.
struct SpellingTable: Sendable {
  private struct Entry: Sendable {
    let spelling: [Unicode.Scalar]
    let canonical: [Unicode.Scalar]
  }

  /// Longest spelling first.
  private let entries: [Unicode.Scalar: [Entry]]

  /// - Parameter groups: equal spellings, folded; the first of a group is the canonical one. Where a spelling stands
  ///   in two groups the first group counts.
  init(groups: [[[Unicode.Scalar]]]) {
    var entries: [Unicode.Scalar: [Entry]] = [:]
    var seen: Set<[Unicode.Scalar]> = []
    for group in groups {
      guard let canonical = group.first else { continue }
      for spelling in group {
        guard let first = spelling.first, seen.insert(spelling).inserted, spelling != canonical else {
          continue
        }
        entries[first, default: []].append(Entry(spelling: spelling, canonical: canonical))
      }
    }
    self.entries = entries.mapValues { list in list.sorted { $0.spelling.count > $1.spelling.count } }
  }

  /// The longest spelling that stands at `index`: what stands for it, and its length.
  func match(_ text: [Unicode.Scalar], at index: Int) -> (canonical: [Unicode.Scalar], length: Int)? {
    guard let candidates = entries[text[index]] else { return nil }
    for entry in candidates {
      let end = index + entry.spelling.count
      if end <= text.count, text[index..<end].elementsEqual(entry.spelling) {
        return (entry.canonical, entry.spelling.count)
      }
    }
    return nil
  }
}
