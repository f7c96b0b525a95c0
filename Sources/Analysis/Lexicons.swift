import JapaneseText
import Synchronization

/// The words that reading needs: what a folder of lexicon files says.
///
/// Two values are equal where their files hold the same text. A file that is missing is empty.
package struct Lexicons: Hashable, Sendable {
  private let files: Files

  /// Lexicons without a word.
  package static let empty = Lexicons(Files(texts: [:], folder: ""))

  /// Parses the texts of lexicon files.
  ///
  /// - Parameter folder: what stands before the file's name in messages.
  package init(texts: [LexiconFile: String], folder: String = "Lexicons") throws(LexiconError) {
    self.init(Files(texts: texts, folder: folder))
    try files.parse()
  }

  /// Lexicons that were parsed when they were given to an index; they are parsed again where something asks for a line.
  init(known texts: [LexiconFile: String], folder: String) { self.init(Files(texts: texts, folder: folder)) }

  private init(_ files: Files) { self.files = files }

  package static func == (a: Lexicons, b: Lexicons) -> Bool { a.files.texts == b.files.texts }
  package func hash(into hasher: inout Hasher) { hasher.combine(files.texts) }

  /// Words kept whole, with their lines.
  package var terms: [LexiconEntry] { files.entries(.terms) }
  package var synonyms: [SynonymRule] { files.rules }
  /// Words that don't rank.
  package var stopwords: [LexiconEntry] { files.entries(.stopwords) }
  /// Groups of equal spellings, the one that stands for all first.
  package var okurigana: [[String]] { files.groups }
  /// `word = concept`, in the order of the file; words may repeat.
  package var vocabulary: [LexiconEntry] { files.entries(.vocabulary) }
  /// `lemma/class, word = concept`
  package var lemmas: [LexiconEntry] { files.entries(.lemmas) }
  /// `class = ending, …` and `class not = ending, …`
  package var inflection: [LexiconEntry] { files.entries(.inflection) }
  package var eras: [LexiconEntry] { files.entries(.eras) }
  package var units: [LexiconEntry] { files.entries(.units) }
  /// What the heads of tables mean; the rooms above parse both sides.
  package var schema: [LexiconEntry] { files.entries(.schema) }

  /// The text of one file as it was read.
  package func text(of file: LexiconFile) -> String {
    LexiconFile.allCases.firstIndex(of: file).map { files.texts[$0] } ?? ""
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
}

/// The texts of the files, and the lines of each once something asked for one.
private final class Files: Sendable {
  /// In the order of `LexiconFile.allCases`, kept so that an index can hold them.
  let texts: [String]
  private let folder: String
  private let parsed = Mutex<[LexiconFile: Lines]>([:])

  /// What a file's lines say.
  enum Lines {
    case entries([LexiconEntry])
    case rules([SynonymRule])
    case groups([[String]])
  }

  init(texts: [LexiconFile: String], folder: String) {
    self.texts = LexiconFile.allCases.map { texts[$0] ?? "" }
    self.folder = folder
  }

  func parse() throws(LexiconError) {
    for file in LexiconFile.allCases { _ = try lines(of: file) }
  }

  private func lines(of file: LexiconFile) throws(LexiconError) -> Lines {
    try parsed.withLock { parsed throws(LexiconError) in
      if let lines = parsed[file] { return lines }
      let text = LexiconFile.allCases.firstIndex(of: file).map { texts[$0] } ?? ""
      let parser = LexiconParser(path: "\(folder)/\(file.fileName)", text: text)
      let lines: Lines =
        switch file {
        case .terms, .stopwords: .entries(try parser.words())
        case .synonyms: .rules(try parser.rules())
        case .okurigana: .groups(try parser.groups())
        case .vocabulary, .lemmas, .inflection, .eras, .units, .schema: .entries(try parser.pairs())
        }
      parsed[file] = lines
      return lines
    }
  }

  // No index is built of a text that can't be parsed.

  func entries(_ file: LexiconFile) -> [LexiconEntry] {
    if case .entries(let entries)? = try? lines(of: file) { entries } else { [] }
  }
  var rules: [SynonymRule] { if case .rules(let rules)? = try? lines(of: .synonyms) { rules } else { [] } }
  var groups: [[String]] { if case .groups(let groups)? = try? lines(of: .okurigana) { groups } else { [] } }
}
