import JapaneseText

/// Words in all spellings that the lexicon takes for one: 取組項目 is also 取り組み項目.
struct OtherSpellings {
  private struct Spelling {
    let word: [Unicode.Scalar]
    let others: [[Unicode.Scalar]]
  }

  /// By first scalar, longest first.
  private let spellings: [Unicode.Scalar: [Spelling]]

  /// - Parameter groups: of equal spellings.
  init(_ groups: [[String]]) {
    var spellings: [Unicode.Scalar: [Spelling]] = [:]
    for group in groups {
      let words = group.map { Array($0.unicodeScalars) }
      for word in words {
        guard let first = word.first else { continue }
        spellings[first, default: []].append(Spelling(word: word, others: words.filter { $0 != word }))
      }
    }
    self.spellings = spellings.mapValues { list in list.sorted { $0.word.count > $1.word.count } }
  }

  /// The word itself first, then with its first part that has other spellings in each of them.
  func forms(of word: String) -> [String] {
    let scalars = Array(word.unicodeScalars)
    for start in scalars.indices {
      for spelling in spellings[scalars[start]] ?? [] where scalars[start...].starts(with: spelling.word) {
        let behind = scalars[(start + spelling.word.count)...]
        return [word]
          + spelling.others.map { String(String.UnicodeScalarView(scalars[..<start] + $0 + behind)) }
      }
    }
    return [word]
  }
}
