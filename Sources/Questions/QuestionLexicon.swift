import Analysis
import JapaneseText

/// The words that questions are read by, made of the lexicons. An index keeps them as bytes, which are used as they are:
///
///     QuestionLexicon = Sections: version:u32, Vocabulary, LemmaTable
package struct QuestionLexicon: Sendable {
  /// Goes up with every change of these forms, and of what is made of a line of the lexicons.
  package static let version: UInt32 = 1

  package let vocabulary: Vocabulary
  package let lemmas: LemmaTable

  /// - Throws: `VocabularyError` or `LemmaError` for a line that can't be read.
  package init(_ lexicons: Lexicons) throws {
    vocabulary = try Vocabulary(lexicons)
    lemmas = try LemmaTable(lexicons)
  }

  /// nil for bytes of another version, which are to be made anew.
  package init?(decoding bytes: PreparedBytes) {
    guard let sections = bytes.sections(3), sections[0].array == PreparedBytes.encode([Self.version]),
      let vocabulary = Vocabulary(decoding: sections[1]), let lemmas = LemmaTable(decoding: sections[2])
    else { return nil }
    self.vocabulary = vocabulary
    self.lemmas = lemmas
  }

  package var encoded: [UInt8] {
    PreparedBytes.encode([PreparedBytes.encode([Self.version]), vocabulary.encoded, lemmas.encoded])
  }
}
