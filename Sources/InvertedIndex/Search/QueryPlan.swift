import Analysis
import JapaneseText

/// A query as the index is asked for it.
struct QueryPlan {
  struct Term: Hashable {
    let key: [UInt8]
    /// Beside a word of the query, which has weight 1.
    let weight: Float
  }

  /// Two words of the query that stand side by side in it.
  struct Pair {
    /// From the first word's start to the second's end, folded.
    let bytes: BytePattern
    let first: [UInt8]
    let second: [UInt8]
  }

  /// A word the lexicon gives for a word of the query.
  struct Synonym {
    let word: String
    let pattern: SubstringQuery
  }

  let whole: SubstringQuery
  /// The query without the spaces around it, as typed.
  let typed: BytePattern
  let terms: [Term]
  let pairs: [Pair]
  let synonyms: [Synonym]

  init(_ query: String, analyzer: Analyzer, synonymFinder: SynonymFinder, tuning: Tuning) {
    let text = analyzer.analyze(query)
    whole = SubstringQuery(text)
    typed = BytePattern(Self.trimmed(query))
    var weights: [[UInt8]: Float] = [:]
    var order: [[UInt8]] = []
    func add(_ key: [UInt8], _ weight: Float) {
      if weights[key] == nil { order.append(key) }
      weights[key] = max(weights[key] ?? 0, weight)
    }
    var pairs: [Pair] = []
    for part in query.split(whereSeparator: \.isWhitespace) {
      let text = analyzer.analyze(String(part))
      for word in text.words { add(TermKey.word(word.scalars), word.isPart ? tuning.part : 1) }
      for gram in Set(text.rankingGrams).sorted() { add(TermKey.gram(gram), tuning.gram) }
      pairs += Self.pairs(text, analyzer)
    }
    if order.isEmpty {
      for (gram, _) in text.recallGrams() { add(TermKey.gram(gram), tuning.gram) }
    }
    let others = synonymFinder.others(for: text)
    for other in others {
      let other = analyzer.analyze(other)
      for word in other.words {
        add(TermKey.word(word.scalars), tuning.synonym * (word.isPart ? tuning.part : 1))
      }
      for gram in Set(other.rankingGrams).sorted() { add(TermKey.gram(gram), tuning.synonym * tuning.gram) }
    }
    terms = order.map { Term(key: $0, weight: weights[$0] ?? 0) }
    self.pairs = pairs
    synonyms = others.map { Synonym(word: $0, pattern: SubstringQuery(analyzer.analyze($0))) }
  }

  private static func trimmed(_ query: String) -> [UInt8] {
    let scalars = Array(query.unicodeScalars)
    guard let first = scalars.firstIndex(where: { ScriptClass($0) != .space }),
      let last = scalars.lastIndex(where: { ScriptClass($0) != .space })
    else { return [] }
    return Array(String(scalars[first...last]).utf8)
  }

  private static func pairs(_ text: AnalyzedText, _ analyzer: Analyzer) -> [Pair] {
    let words = text.words.filter { !$0.isPart }
    return zip(words, words.dropFirst()).compactMap { a, b in
      guard a.source.upperBound <= b.source.lowerBound, b.source.lowerBound - a.source.upperBound <= 3 else {
        return nil
      }
      let span = text.source[a.source.lowerBound..<b.source.upperBound]
      let bytes = Array(analyzer.folder.fold(string: String(span)).utf8)
      return Pair(bytes: BytePattern(bytes), first: TermKey.word(a.scalars), second: TermKey.word(b.scalars))
    }
  }
}

/// How much each kind of evidence counts beside a word; measured over dev topics (see the commits that changed them).
package struct Tuning: Hashable, Sendable {
  /// A part of a compound.
  package var part: Float = 0.5
  package var gram: Float = 0.25
  /// A word the lexicon gives for a word of the query.
  package var synonym: Float = 0.4
  /// Two words side by side, beside the rarer of them.
  package var pair: Float = 0.3
  /// The documents whose text is read for evidence beyond their terms.
  package var pool = 100

  package init() {}
}
