import JapaneseText

/// What an analyzer knows of words, made once from the lexicons and shared by all analyzers of a process.
package struct AnalyzerTables: Sendable {
  package let lexicons: Lexicons
  package let folder: Folder
  let units: UnitFinder
  let stopwords: Set<[Unicode.Scalar]>
  /// Terms rank whatever their length.
  let terms: Set<[Unicode.Scalar]>

  package init(_ lexicons: Lexicons) {
    self.lexicons = lexicons
    let folder = lexicons.folder()
    self.folder = folder
    let terms = lexicons.terms.map { folder.fold($0.word, depth: .characters).scalars }
    self.terms = Set(terms + lexicons.terms.map { folder.fold($0.word).scalars })
    // A phrase (ごみの減量, waste disposal) is looked for word by word, and ICU cuts no word of Latin letters.
    let others = (lexicons.okurigana.joined() + lexicons.synonyms.flatMap { $0.from + $0.to }).filter {
      word in
      !word.unicodeScalars.contains { $0 == " " || $0 == "の" }
        && !word.utf8.allSatisfy { (0x61...0x7A).contains($0) }
    }
    let phrases = others.map { folder.fold($0, depth: .characters).scalars }
    units = UnitFinder(terms: terms + phrases.filter { $0.count > 1 })
    stopwords = Set(lexicons.stopwords.map { folder.fold($0.word, depth: .characters).scalars })
  }
}
