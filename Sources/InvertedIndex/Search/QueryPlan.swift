import Analysis
import JapaneseText

/// A query as the index is asked for it.
struct QueryPlan {
  struct Term: Hashable {
    let key: [UInt8]
    /// Beside a word of the query, which has weight 1.
    let weight: Float
  }

  /// Two content words of the query, the second after the first or one word farther.
  struct Pair {
    /// From the first word's start to the second's end, folded; nil where something else stands between them.
    let phrase: BytePattern?
    /// The words' folded stems, to be found near each other.
    let stems: (BytePattern, BytePattern)
    let first: [UInt8]
    let second: [UInt8]
    /// Beside a pair of words that follow each other.
    let weight: Float
  }

  let whole: SubstringQuery
  /// The query without the spaces around it, as typed.
  let typed: BytePattern
  /// The query without the spaces between Japanese, folded; nil where there are none.
  let joined: BytePattern?
  let terms: [Term]
  let pairs: [Pair]

  init(_ query: String, analyzer: Analyzer, synonymFinder: SynonymFinder, tuning: Tuning) {
    let text = analyzer.analyze(query)
    whole = SubstringQuery(text)
    typed = BytePattern(Self.trimmed(query))
    joined = Self.joined(text)
    var weights: [[UInt8]: Float] = [:]
    var order: [[UInt8]] = []
    func add(_ key: [UInt8], _ weight: Float) {
      if weights[key] == nil { order.append(key) }
      weights[key] = max(weights[key] ?? 0, weight)
    }
    let isMixed = !text.rankingGrams.isEmpty
    var words: [Word] = []
    for part in query.split(whereSeparator: \.isWhitespace) {
      let text = part.utf8.count == query.utf8.count ? text : analyzer.analyze(String(part))
      for word in text.words {
        let weight = isMixed && word.isWithoutGrams ? tuning.bare : 1
        add(TermKey.word(word.scalars), word.isPart ? tuning.part * weight : weight)
      }
      for (gram, isInside) in text.contentGrams {
        add(TermKey.gram(gram), tuning.weight(of: gram, isInside: isInside))
      }
      words += Self.words(text, analyzer, part: words.last.map { $0.part + 1 } ?? 0)
    }
    if order.isEmpty {
      for (gram, _) in text.recallGrams() { add(TermKey.gram(gram), tuning.gram) }
    }
    for other in synonymFinder.others(for: text) {
      let other = analyzer.analyze(other)
      for word in other.words {
        add(TermKey.word(word.scalars), tuning.synonym * (word.isPart ? tuning.part : 1))
      }
      for (gram, _) in other.contentGrams {
        add(TermKey.gram(gram), tuning.synonym * tuning.weight(of: gram, isInside: true))
      }
    }
    terms = order.map { Term(key: $0, weight: weights[$0] ?? 0) }
    pairs = Self.unrepeated(
      zip(words, words.dropFirst()).map { Self.pair($0, $1, analyzer, weight: 1) }
        + zip(words, words.dropFirst(2)).map { Self.pair($0, $1, analyzer, weight: tuning.skip) })
  }

  private static func joined(_ text: AnalyzedText) -> BytePattern? {
    let scalars = text.spellings.scalars
    let kept = scalars.indices.filter { i in
      guard scalars[i] == " " else { return true }
      guard i > 0, i + 1 < scalars.count else { return false }
      return !ScriptClass(scalars[i - 1]).isJapanese || !ScriptClass(scalars[i + 1]).isJapanese
    }
    return kept.count == scalars.count ? nil : BytePattern(Array(String(kept.map { scalars[$0] }).utf8))
  }

  private static func trimmed(_ query: String) -> [UInt8] {
    let scalars = Array(query.unicodeScalars)
    guard let first = scalars.firstIndex(where: { ScriptClass($0) != .space }),
      let last = scalars.lastIndex(where: { ScriptClass($0) != .space })
    else { return [] }
    return Array(String(scalars[first...last]).utf8)
  }

  /// A content word where it stands in the query.
  private struct Word {
    /// The number of the part of the query between two spaces.
    let part: Int
    let text: AnalyzedText
    let token: Token
    let stem: BytePattern
  }

  private static func words(_ text: AnalyzedText, _ analyzer: Analyzer, part: Int) -> [Word] {
    text.words.filter { !$0.isPart }.map { token in
      var surface = text.source[token.source]
      while surface.count > 1, let first = surface.first, ScriptClass(first) == .han, let last = surface.last,
        ScriptClass(last) == .hiragana
      {
        surface.removeLast()
      }
      let stem = BytePattern(Array(analyzer.folder.fold(string: String(surface)).utf8))
      return Word(part: part, text: text, token: token, stem: stem)
    }
  }

  /// Words that follow each other again say no more than once, and each pair is looked for in every candidate's text.
  private static func unrepeated(_ pairs: [Pair]) -> [Pair] {
    var seen: Set<[[UInt8]]> = []
    return pairs.filter { pair in
      seen.insert([pair.phrase?.bytes ?? [], pair.stems.0.bytes, pair.stems.1.bytes]).inserted
    }
  }

  private static func pair(_ a: Word, _ b: Word, _ analyzer: Analyzer, weight: Float) -> Pair {
    let phrase = span(a, b).map { BytePattern(Array(analyzer.folder.fold(string: String($0)).utf8)) }
    return Pair(
      phrase: phrase, stems: (a.stem, b.stem), first: TermKey.word(a.token.scalars),
      second: TermKey.word(b.token.scalars), weight: weight)
  }
}

extension QueryPlan {
  /// The query from a word to another at most three characters later; a space between Japanese words is nothing.
  private static func span(_ a: Word, _ b: Word) -> [Unicode.Scalar]? {
    let (from, to) = (a.token.source, b.token.source)
    if a.part == b.part {
      return (0...3).contains(to.lowerBound - from.upperBound)
        ? Array(a.text.source[from.lowerBound..<to.upperBound]) : nil
    }
    guard a.part + 1 == b.part, from.upperBound == a.text.source.count, to.lowerBound == 0,
      let last = a.text.source.last, let first = b.text.source.first, ScriptClass(last).isJapanese,
      ScriptClass(first).isJapanese
    else { return nil }
    return Array(a.text.source[from] + b.text.source[to])
  }
}

/// How much each kind of evidence counts beside a word; measured over dev topics (see the commits that changed them).
package struct Tuning: Hashable, Sendable {
  /// A part of a compound.
  package var part: Float = 0.5
  /// A word in Latin letters or digits of a query with Japanese in it: beside it, Japanese words have their grams too.
  package var bare: Float = 2
  /// A gram of two of a word of the query.
  package var gram: Float = 0.4
  /// A Han character of a word of the query: other words of like meaning often share it (引越 and 越す, 犬 and 飼犬).
  package var han: Float = 0.5
  /// A gram of a word's edge and what stands beside it.
  package var joint: Float = 0.1
  /// A word the lexicon gives for a word of the query.
  package var synonym: Float = 0.4
  /// Two words that stand in the text as they stand in the query, beside the rarer of them.
  package var pair: Float = 0.8
  /// The same for two words near each other; less the farther they are apart.
  package var near: Float = 0.6
  /// How much a pair counts that has a word between, beside one that has none.
  package var skip: Float = 0.5
  /// The query as a whole without its spaces, beside all that its terms can add.
  package var spaceless: Float = 0.075
  /// The documents whose text is read for evidence beyond their terms.
  package var pool = 30
  /// Of the documents with the whole query, those that are asked for its very spelling: the best by their terms.
  package var typed = 100

  package init() {}

  /// - Parameter isInside: as `AnalyzedText.contentGrams` has it.
  func weight(of gram: Gram, isInside: Bool) -> Float {
    gram.isSingle ? han : isInside ? self.gram : joint
  }
}
