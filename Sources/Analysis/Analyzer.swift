import JapaneseText

/// Turns texts and questions into tokens; there is one chain for both.
///
/// Holds one ICU iterator and a memory of words: make one a task. What it returns depends on the text and the
/// lexicons alone.
package final class Analyzer {
  private let tables: AnalyzerTables
  private let breaker: WordBreaker
  private var known: [WordKey: [Unicode.Scalar]] = [:]

  package var lexicons: Lexicons { tables.lexicons }
  package var folder: Folder { tables.folder }

  /// - Throws: `WordBreaker.Failure` where ICU can't be opened.
  package convenience init(lexicons: Lexicons) throws(WordBreaker.Failure) {
    try self.init(AnalyzerTables(lexicons))
  }

  /// - Throws: `WordBreaker.Failure` where ICU can't be opened.
  package init(_ tables: AnalyzerTables) throws(WordBreaker.Failure) {
    self.tables = tables
    breaker = try WordBreaker()
  }

  /// True for a word that the lexicon lists as one that ranks, whatever its script and length.
  package func isTerm(_ word: String) -> Bool { tables.terms.contains(folder.fold(word).scalars) }

  /// Cuts and folds a text.
  package func analyze(_ text: String) -> AnalyzedText {
    let source = Array(text.unicodeScalars)
    let width = folder.fold(text, depth: .width)
    return AnalyzedText(
      source: source, width: width, characters: folder.deepen(width, to: .characters),
      spellings: folder.deepen(width, to: .spellings), words: words(of: unwrapped(width, source)))
  }

  /// The words of a text that rank, in order.
  package func words(_ text: String) -> [Token] {
    words(of: unwrapped(folder.fold(text, depth: .width), Array(text.unicodeScalars)))
  }

  /// Every word of a text, also those that don't rank, in scalars of the text.
  package func cuts(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
    tables.units.arrange(breaker.words(in: scalars), in: scalars).map(\.range)
  }

  /// Without the spaces that are a single line end between Japanese: a page broke the line there, not the author.
  private func unwrapped(_ width: FoldedText, _ source: [Unicode.Scalar]) -> FoldedText {
    guard source.contains("\n") || source.contains("\r") else { return width }
    return width.filtered { i in
      guard width.scalars[i] == " ", i > 0, i + 1 < width.count, ScriptClass(width.scalars[i - 1]).isJapanese,
        ScriptClass(width.scalars[i + 1]).isJapanese
      else { return true }
      return source[width.sourceRange(i..<(i + 1))].filter { $0 == "\n" }.count != 1
    }
  }

  private func words(of text: FoldedText) -> [Token] {
    let cuts = breaker.words(in: text.scalars)
    var tokens: [Token] = []
    var position = 0
    for word in tables.units.arrange(cuts, in: text.scalars) {
      if let token = token(word.range, of: text, at: position, isPart: false) {
        tokens.append(token)
        tokens.append(
          contentsOf: word.parts.compactMap { part in
            self.token(part, of: text, at: position, isPart: true)
          }.filter { $0.scalars != token.scalars })
        position += 1
      }
    }
    return tokens
  }

  private func token(_ range: Range<Int>, of text: FoldedText, at position: Int, isPart: Bool) -> Token? {
    let scalars = normalized(text.scalars[range])
    guard !scalars.isEmpty else { return nil }
    return Token(scalars: scalars, source: text.sourceRange(range), position: position, isPart: isPart)
  }

  /// The word as it ranks; empty where it does not.
  private func normalized(_ word: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
    if let known = known[WordKey(word)] { return known }
    let result = normalize(Array(word))
    // Names and numbers have no end; the memory has.
    if known.count > 200_000 { known.removeAll(keepingCapacity: true) }
    known[WordKey(ArraySlice(Array(word)))] = result
    return result
  }

  private func normalize(_ word: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let width = folder.fold(String(word), depth: .width)
    let characters = folder.deepen(width, to: .characters).scalars
    let spelling = folder.deepen(width, to: .spellings).scalars
    if tables.terms.contains(characters) || tables.terms.contains(spelling) { return spelling }
    if tables.stopwords.contains(characters) { return [] }
    if word.count <= 2, word.allSatisfy({ ScriptClass($0) == .hiragana }) { return [] }
    return Inflection.cut(spelling)
  }
}

extension FoldedText {
  /// The scalars for whose index the condition holds.
  fileprivate func filtered(_ isKept: (Int) -> Bool) -> FoldedText {
    keeping(scalars.indices.filter(isKept))
  }
}
