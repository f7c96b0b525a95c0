import JapaneseText

/// The words that reading needs: what a folder of lexicon files says.
///
/// Two values are equal where their files hold the same text. A file that is missing is empty.
package struct Lexicons: Hashable, Sendable {
  /// Words kept whole, with their lines.
  package let terms: [LexiconEntry]
  package let synonyms: [SynonymRule]
  /// Words that don't rank.
  package let stopwords: [LexiconEntry]
  /// Groups of equal spellings, the one that stands for all first.
  package let okurigana: [[String]]
  /// `word = concept`, in the order of the file; words may repeat.
  package let vocabulary: [LexiconEntry]
  /// `lemma/class, word = concept`
  package let lemmas: [LexiconEntry]
  /// `class = ending, …` and `class not = ending, …`
  package let inflection: [LexiconEntry]
  package let eras: [LexiconEntry]
  package let units: [LexiconEntry]
  /// What the heads of tables mean; the rooms above parse both sides.
  package let schema: [LexiconEntry]
  /// The files' texts in the order of `LexiconFile.allCases`, kept so that an index can hold them.
  private let texts: [String]

  /// Lexicons without a word.
  package static let empty = Lexicons()

  /// Parses the texts of lexicon files.
  ///
  /// - Parameter folder: what stands before the file's name in messages.
  package init(texts: [LexiconFile: String], folder: String = "Lexicons") throws(LexiconError) {
    func parser(_ file: LexiconFile) -> LexiconParser {
      LexiconParser(path: "\(folder)/\(file.fileName)", text: texts[file] ?? "")
    }
    terms = try parser(.terms).words()
    synonyms = try parser(.synonyms).rules()
    stopwords = try parser(.stopwords).words()
    okurigana = try parser(.okurigana).groups()
    vocabulary = try parser(.vocabulary).pairs()
    lemmas = try parser(.lemmas).pairs()
    inflection = try parser(.inflection).pairs()
    eras = try parser(.eras).pairs()
    units = try parser(.units).pairs()
    schema = try parser(.schema).pairs()
    self.texts = LexiconFile.allCases.map { texts[$0] ?? "" }
  }

  /// The text of one file as it was read.
  package func text(of file: LexiconFile) -> String {
    LexiconFile.allCases.firstIndex(of: file).map { texts[$0] } ?? ""
  }

  /// The folding that knows these spellings.
  package func folder() -> Folder { Folder(spellings: okurigana) }

  /// Empty lexicons where the texts can't be parsed; a test holds the built-in ones to be parsable.
  static func unchecked(_ texts: [LexiconFile: String]) -> Lexicons {
    do throws(LexiconError) {
      return try Lexicons(texts: texts)
    } catch {
      return .empty
    }
  }

  private init() {
    terms = []
    synonyms = []
    stopwords = []
    okurigana = []
    vocabulary = []
    lemmas = []
    inflection = []
    eras = []
    units = []
    schema = []
    texts = LexiconFile.allCases.map { _ in "" }
  }
}
