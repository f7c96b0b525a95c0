/// Spellings with the one that stands for them.
struct SpellingTable: Sendable {
  /// The values of a spelling are the scalars of what stands for it.
  let words: WordTable

  /// Equal spellings as a text of the second depth has them, and what stands for them in the third.
  struct Group {
    let spellings: [[Unicode.Scalar]]
    let canonical: [Unicode.Scalar]
  }

  init(_ words: WordTable) { self.words = words }

  /// Where a spelling stands in two groups the first group counts.
  init(groups: [Group]) {
    var canonicals: [[Unicode.Scalar]: [UInt32]] = [:]
    for group in groups where !group.canonical.isEmpty {
      // The canonical one too: 見込み must not be read as 見込 and み.
      for spelling in group.spellings where canonicals[spelling] == nil {
        canonicals[spelling] = group.canonical.map(\.value)
      }
    }
    words = WordTable(canonicals)
  }

  /// The longest spelling that stands at `index`: what stands for it, and its length.
  func match(_ text: [Unicode.Scalar], at index: Int) -> (canonical: [Unicode.Scalar], length: Int)? {
    words.longest(in: text, at: index).map { found in
      (words.values(found.word).compactMap(Unicode.Scalar.init), found.length)
    }
  }
}
