import Analysis
import ArgumentParser
import InvertedIndex
import JapaneseText
import Phrases
import PlanLibrary
import Rendering

/// `shirabe tokens TEXT`: how a text is folded and cut, by the code that indexes and searches.
struct Tokens: ShirabeCommand {
  static let configuration = CommandConfiguration(abstract: "Show how a text is folded and cut into words.")

  @OptionGroup var source: IndexOptions
  @OptionGroup var speech: SpeechOptions

  @Argument(help: "The text; words are joined by spaces.")
  var text: [String]

  func execute(_ console: Console) throws -> ExitStatus {
    let library = try source.open(console)
    guard let rows = library.tokenRows(of: text.joined(separator: " ")) else {
      try library.check()
      throw Failure(Phrase.indexCantBeRead.with(), .badIndex)
    }
    try library.check()
    try console.write(
      rows.map { $0.map(TextStyle.printable).joined(separator: "\t") + "\n" }.joined())
    return .answered
  }
}

extension Library {
  /// How a text is folded, cut and found: a row of cells each; nil where the index can't be read.
  func tokenRows(of text: String) -> [[String]]? {
    guard let report = tokens(of: text) else { return nil }
    var rows = [["text", report.raw], ["characters", report.characters], ["spellings", report.spellings]]
    rows += report.words.map { row in
      let place = row.source.map { "\($0.lowerBound)-\($0.upperBound)" } ?? ""
      return [row.isPart ? "part" : "word", row.text, place, "\(row.documents) passages"]
    }
    rows += report.grams.map { ["gram", $0.text, "", "\($0.documents) passages"] }
    return rows + report.synonyms.map { ["synonym", $0] }
  }

  /// `synonyms.txt:12: ごみ = 廃棄物`: lines of the lexicons the index was built with that hold a word.
  func lexiconLines(holding word: String) -> [String] {
    LexiconFile.allCases.flatMap { file in
      zip(1..., TextLines.split(lexicons.text(of: file))).filter { !$1.hasPrefix("#") && $1.contains(word) }
        .map { "\(file.fileName):\($0): \($1)" }
    }
  }
}
