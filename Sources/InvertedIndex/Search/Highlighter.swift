import Analysis
import JapaneseText

/// A part of a text that a query found.
package struct Highlight: Hashable, Sendable {
  /// In scalars of the text.
  package let range: Range<Int>
  /// The word of the query, or the lexicon's word for it, that stands here: folded it is the same as the part, or
  /// the same but for its inflection.
  package let term: String
}

/// A part of a text to be shown for a hit.
package struct Snippet: Hashable, Sendable {
  /// In scalars of the whole text; begins and ends where words do.
  package let range: Range<Int>
  package let text: String
  /// In scalars of the snippet.
  package let highlights: [Highlight]
}

/// Marks what a query found.
package struct Highlighter {
  private struct Term {
    let text: String
    let pattern: FoldedPattern
  }

  private let analyzer: Analyzer
  private let terms: [Term]
  /// What a word of the query looks like without its inflection.
  private let stems: [[Unicode.Scalar]: String]

  package init(_ query: String, analyzer: Analyzer, synonyms: SynonymFinder) {
    self.analyzer = analyzer
    let text = analyzer.analyze(query)
    var terms = query.split(whereSeparator: \.isWhitespace).map(String.init)
    var stems: [[Unicode.Scalar]: String] = [:]
    for word in text.words {
      let surface = String(text.source[word.source])
      terms.append(surface)
      if stems[word.scalars] == nil { stems[word.scalars] = surface }
    }
    for other in synonyms.others(for: text) {
      terms.append(other)
      for word in analyzer.words(other) where stems[word.scalars] == nil { stems[word.scalars] = other }
    }
    self.stems = stems
    let folder = analyzer.folder
    var seen: Set<String> = []
    self.terms = terms.filter { seen.insert($0).inserted }.map { term in
      Term(text: term, pattern: FoldedPattern(term, folder: folder))
    }
  }

  /// The marks in a text, ascending, without overlap; at one place the longest.
  package func highlights(in text: String) -> [Highlight] {
    let analyzed = analyzer.analyze(text)
    var found: [Highlight] = []
    for term in terms { found += places(of: term, in: analyzed) }
    for word in analyzed.words {
      if let term = stems[word.scalars] {
        found.append(Highlight(range: stem(word, in: analyzed), term: term))
      }
    }
    return found.withoutOverlap(\.range)
  }

  /// Words as ICU cuts them, with the lexicon's words and katakana runs whole.
  func wordRanges(in scalars: [Unicode.Scalar]) -> [Range<Int>] { analyzer.cuts(in: scalars) }

  private func places(of term: Term, in text: AnalyzedText) -> [Highlight] {
    term.pattern.foldings.flatMap { depth, pattern in
      // One hiragana or digit is too little to show where a word stands.
      guard pattern.count > 1 || pattern.first.map({ ScriptClass($0) == .han }) ?? false || terms.count == 1
      else {
        return [Highlight]()
      }
      let folded = depth == .spellings ? text.spellings : text.characters
      return term.pattern.places(of: pattern, in: folded).compactMap { range in
        // Half of ㎡ or of a joined spelling is not a place of the text.
        guard analyzer.folder.fold(String(text.source[range]), depth: depth).scalars == pattern else {
          return nil
        }
        return Highlight(range: range, term: term.text)
      }
    }
  }

  /// The part of a word that stays the same in all its forms.
  private func stem(_ word: Token, in text: AnalyzedText) -> Range<Int> {
    var end = word.source.upperBound
    while end - 1 > word.source.lowerBound, ScriptClass(text.source[end - 1]) == .hiragana,
      ScriptClass(text.source[word.source.lowerBound]) == .han,
      analyzer.words(String(text.source[word.source.lowerBound..<(end - 1)])).first?.scalars == word.scalars
    {
      end -= 1
    }
    return word.source.lowerBound..<end
  }
}
