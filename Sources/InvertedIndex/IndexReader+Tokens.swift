import Analysis
import JapaneseText

/// What search makes of a text, step by step.
package struct TokenReport: Hashable, Sendable {
  /// A token and the documents that hold it.
  package struct Row: Hashable, Sendable {
    package let text: String
    package let documents: Int
    /// In scalars of the text; nil for grams.
    package let source: Range<Int>?
    /// True for a part of a compound that is also a token as a whole.
    package let isPart: Bool
  }

  package let raw: String
  /// Folded so that each part of the text stays a part.
  package let characters: String
  /// Folded as deep as it goes.
  package let spellings: String
  /// In order of the text.
  package let words: [Row]
  /// Those that rank, each once, in order of the text.
  package let grams: [Row]
  /// What the lexicon gives for words of the text.
  package let synonyms: [String]
}

extension IndexReader {
  /// Shows what search makes of a text, by the code that search uses.
  package func tokens(of text: String) throws(IndexError) -> TokenReport {
    let (analyzed, synonyms) = try analyzers.use { analyzer in
      let analyzed = analyzer.analyze(text)
      return (analyzed, synonymFinder.others(for: analyzed))
    }
    var words: [TokenReport.Row] = []
    for word in analyzed.words {
      let count = try terms.find(TermKey.word(word.scalars))?.count ?? 0
      words.append(
        TokenReport.Row(text: word.text, documents: count, source: word.source, isPart: word.isPart))
    }
    var grams: [TokenReport.Row] = []
    for (gram, _) in analyzed.contentGrams {
      let count = try terms.find(TermKey.gram(gram))?.count ?? 0
      grams.append(TokenReport.Row(text: gram.text, documents: count, source: nil, isPart: false))
    }
    return TokenReport(
      raw: text, characters: analyzed.characters.string, spellings: analyzed.spellings.string, words: words,
      grams: grams, synonyms: synonyms)
  }

  /// What marks a query's words in texts of this index. It has an analyzer of its own: keep it for all hits of a query.
  package func highlighter(for query: String) throws(IndexError) -> Highlighter {
    Highlighter(query, analyzer: try Self.analyzer(tables), synonyms: synonymFinder)
  }
}
