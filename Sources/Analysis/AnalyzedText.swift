import JapaneseText

/// One text with everything that search knows of it.
package struct AnalyzedText: Sendable {
  /// The text, one scalar an element; what all source ranges count in.
  package let source: [Unicode.Scalar]
  /// The text as ICU cuts it.
  package let width: FoldedText
  /// Folded so that each part of the text is a part of this.
  package let characters: FoldedText
  /// Folded as deep as it goes.
  package let spellings: FoldedText
  /// The words that rank, in order of the text.
  package let words: [Token]

  /// The grams of the deepest folding that rank: two scalars of Japanese that are not both printed in hiragana, and
  /// single Han characters. In order of the text, repeated as often as they stand there.
  package var rankingGrams: [Gram] {
    var grams: [Gram] = []
    let text = spellings.scalars
    for i in text.indices {
      if ScriptClass(text[i]) == .han { grams.append(Gram(text[i])) }
      if i + 1 < text.count, ranks(i, i + 1) { grams.append(Gram(text[i], text[i + 1])) }
    }
    return grams
  }

  /// The ranking grams that touch a word that ranks, each once, in order of the text.
  ///
  /// `isInside` is false for two scalars of which one is of no such word: it says how a word is joined to others.
  package var contentGrams: [(gram: Gram, isInside: Bool)] {
    var isContent = [Bool](repeating: false, count: source.count)
    for word in words {
      for i in word.source where i < isContent.count { isContent[i] = true }
    }
    let inWord = spellings.scalars.indices.map { i in
      Int(spellings.starts[i]) < isContent.count && isContent[Int(spellings.starts[i])]
    }
    let text = spellings.scalars
    var seen: Set<Gram> = []
    var grams: [(gram: Gram, isInside: Bool)] = []
    func add(_ gram: Gram, isInside: Bool) {
      if seen.insert(gram).inserted { grams.append((gram, isInside)) }
    }
    for i in text.indices {
      if inWord[i], ScriptClass(text[i]) == .han { add(Gram(text[i]), isInside: true) }
      if i + 1 < text.count, inWord[i] || inWord[i + 1], ranks(i, i + 1) {
        add(Gram(text[i], text[i + 1]), isInside: inWord[i] && inWord[i + 1])
      }
    }
    return grams
  }

  private func ranks(_ i: Int, _ j: Int) -> Bool {
    let (a, b) = (ScriptClass(spellings.scalars[i]), ScriptClass(spellings.scalars[j]))
    guard a.isJapanese, b.isJapanese else { return false }
    return !(a == .hiragana && isPrintedHiragana(i) && b == .hiragana && isPrintedHiragana(j))
  }

  private func isPrintedHiragana(_ i: Int) -> Bool {
    let at = Int(spellings.starts[i])
    return at < source.count && ScriptClass(source[at]) == .hiragana
  }

  /// All grams of one or two scalars by which the text can be found, of either folding, with how often they stand in
  /// the folding that has more of them; ascending.
  package func recallGrams() -> [(gram: Gram, count: Int)] {
    let deep = Self.counts(spellings.scalars)
    if characters.scalars == spellings.scalars { return deep }
    return Self.merged(deep, Self.counts(characters.scalars))
  }

  /// Sorting a page's grams is several times faster than a dictionary of them.
  private static func counts(_ text: [Unicode.Scalar]) -> [(gram: Gram, count: Int)] {
    var keys: [UInt64] = []
    keys.reserveCapacity(text.count * 2)
    for i in text.indices {
      keys.append(Gram(text[i]).key)
      if i + 1 < text.count { keys.append(Gram(text[i], text[i + 1]).key) }
    }
    keys.sort()
    var counts: [(gram: Gram, count: Int)] = []
    counts.reserveCapacity(keys.count)
    for key in keys {
      if counts.last?.gram.key == key {
        counts[counts.count - 1].count += 1
      } else {
        counts.append((Gram(key: key), 1))
      }
    }
    return counts
  }

  private static func merged(
    _ a: [(gram: Gram, count: Int)], _ b: [(gram: Gram, count: Int)]
  ) -> [(gram: Gram, count: Int)] {
    var merged: [(gram: Gram, count: Int)] = []
    merged.reserveCapacity(max(a.count, b.count))
    var (i, j) = (0, 0)
    while i < a.count || j < b.count {
      if j == b.count || i < a.count && a[i].gram < b[j].gram {
        merged.append(a[i])
        i += 1
      } else if i == a.count || b[j].gram < a[i].gram {
        merged.append(b[j])
        j += 1
      } else {
        merged.append((a[i].gram, max(a[i].count, b[j].count)))
        i += 1
        j += 1
      }
    }
    return merged
  }
}
