import JapaneseText

/// What an analyzer knows of words, made once from the lexicons and shared by all analyzers of a process.
///
/// An index keeps it as bytes, which are used as they are:
///
///     AnalyzerTables = Sections: spellings:WordTable, units:WordTable, stop words:WordTable, terms:WordTable, SynonymFinder
package struct AnalyzerTables: Sendable {
  package let lexicons: Lexicons
  package let folder: Folder
  package let synonyms: SynonymFinder
  let units: UnitFinder
  let stopwords: WordTable
  /// Terms rank whatever their length.
  let terms: WordTable

  package init(_ lexicons: Lexicons) {
    self.lexicons = lexicons
    let folder = lexicons.folder()
    self.folder = folder
    let terms = lexicons.terms.map { folder.fold($0.word, depth: .characters).scalars }
    self.terms = WordTable(terms + lexicons.terms.map { folder.fold($0.word).scalars })
    // A phrase (ごみの減量, waste disposal) is looked for word by word, and ICU cuts no word of Latin letters.
    let others = (lexicons.okurigana.joined() + lexicons.synonyms.flatMap { $0.from + $0.to }).filter {
      word in
      !word.unicodeScalars.contains { $0 == " " || $0 == "の" }
        && !word.utf8.allSatisfy { (0x61...0x7A).contains($0) }
    }
    let phrases = others.map { folder.fold($0, depth: .characters).scalars }
    units = UnitFinder(WordTable(terms + phrases.filter { $0.count > 1 }))
    stopwords = WordTable(lexicons.stopwords.map { folder.fold($0.word, depth: .characters).scalars })
    synonyms = SynonymFinder(lexicons.synonyms, folder: folder)
  }

  /// - Parameter bytes: what `encoded` gave for the same lexicons.
  package init(_ lexicons: Lexicons, decoding bytes: PreparedBytes) throws(LexiconError) {
    guard let sections = bytes.sections(5), let spellings = WordTable(sections[0]),
      let units = WordTable(sections[1]), let stopwords = WordTable(sections[2]),
      let terms = WordTable(sections[3])
    else { throw .damaged }
    self.lexicons = lexicons
    folder = Folder(spellings: spellings)
    self.units = UnitFinder(units)
    self.stopwords = stopwords
    self.terms = terms
    synonyms = try SynonymFinder(decoding: sections[4], folder: folder)
  }

  package var encoded: [UInt8] {
    PreparedBytes.encode([
      folder.spellingWords.encoded, units.terms.encoded, stopwords.encoded, terms.encoded, synonyms.encoded,
    ])
  }
}

extension WordTable {
  /// Words without numbers.
  init(_ words: [[Unicode.Scalar]]) {
    self.init(Dictionary(words.map { ($0, []) }, uniquingKeysWith: { first, _ in first }))
  }
}
