import JapaneseText

/// Cuts off what a word's form adds to its meaning.
enum Inflection {
  static let particles = Set("のがをはにへと".unicodeScalars)

  static func cut(_ word: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard let first = word.first else { return word }
    switch ScriptClass(first) {
    case .han: return withoutOkurigana(word)
    case .latin: return singular(word)
    case .hiragana, .katakana, .digit, .space, .other: return word
    }
  }

  /// 行わ, 行い, 行っ → 行; 引き下げ → 引下 and 申し込み → 申込, as 引下げ and 申込み are spelt too.
  ///
  /// Particles inside a word (男の子, 縁の下) stay.
  private static func withoutOkurigana(_ word: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard let last = word.lastIndex(where: { ScriptClass($0) == .han }) else { return word }
    let stem = word[...last]
    let isKana: (Unicode.Scalar) -> Bool = { ScriptClass($0) == .hiragana }
    guard !stem.contains(where: particles.contains) else { return Array(stem) }
    return stem.filter { !isKana($0) }
  }

  /// projects → project, companies → company, branches → branch; class, status and analysis stay.
  private static func singular(_ word: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard word.count > 3, word.last == "s", let before = word.dropLast().last,
      !"suia'".unicodeScalars.contains(before)
    else { return word }
    let stem = word.dropLast()
    if stem.last == "e" {
      let root = stem.dropLast()
      let hisses = ["ch", "sh", "ss", "x"].contains { root.suffix($0.count).elementsEqual($0.unicodeScalars) }
      // caches, niches: the e is the word's own
      let keepsE = ["cach", "nich"].contains { root.elementsEqual($0.unicodeScalars) }
      if hisses, !keepsE { return Array(root) }
    }
    let endsInIES = stem.count > 3 && stem.suffix(2).elementsEqual("ie".unicodeScalars)
    return endsInIES ? stem.dropLast(2) + ["y"] : Array(stem)
  }
}
