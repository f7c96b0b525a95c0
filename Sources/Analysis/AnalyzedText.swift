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
  /// the folding that has more of them.
  package func recallGrams() -> [Gram: Int] {
    let deep = Self.counts(spellings.scalars)
    if characters.scalars == spellings.scalars { return deep }
    return deep.merging(Self.counts(characters.scalars), uniquingKeysWith: max)
  }

  private static func counts(_ text: [Unicode.Scalar]) -> [Gram: Int] {
    var counts: [Gram: Int] = [:]
    counts.reserveCapacity(text.count * 2)
    for i in text.indices {
      counts[Gram(text[i]), default: 0] += 1
      if i + 1 < text.count { counts[Gram(text[i], text[i + 1]), default: 0] += 1 }
    }
    return counts
  }
}
