/// The files a folder of lexicons may hold, each `<name>.txt`.
package enum LexiconFile: String, Hashable, Sendable, CaseIterable {
  /// Words kept whole, one a line.
  case terms
  /// `a, b, c` (equal) or `a, b => c` (a question's `a` also finds `c`): Solr's format.
  case synonyms
  /// Words that don't rank, one a line.
  case stopwords
  /// Spellings of one word, the one that stands for all first: `取組, 取り組み`.
  case okurigana
  /// `word = concept`
  case vocabulary
  /// `lemma/class, word = concept`
  case lemmas
  /// `class = ending, …`, `class not = ending, …`
  case inflection
  /// `name = value`
  case eras
  /// `name = value`
  case units
  /// `kind field type = head words`: what the heads of tables mean.
  case schema

  package var fileName: String { rawValue + ".txt" }
}

/// One line of a lexicon that pairs a word with a value; `value` is empty in files of bare words.
package struct LexiconEntry: Hashable, Sendable {
  package let word: String
  package let value: String
  /// 1-based.
  package let line: Int

  package init(word: String, value: String, line: Int) {
    self.word = word
    self.value = value
    self.line = line
  }
}

/// A rule of the synonyms: any of `from` in a question also finds each of `to`.
///
/// Equal words (`a, b, c`) have the same list on both sides.
package struct SynonymRule: Hashable, Sendable {
  package let from: [String]
  package let to: [String]
  /// 1-based.
  package let line: Int
}
