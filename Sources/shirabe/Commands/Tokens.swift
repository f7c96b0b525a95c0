import ArgumentParser
import InvertedIndex
import PlanLibrary
import Rendering

/// `shirabe tokens TEXT`: how a text is folded and cut, by the code that indexes and searches.
struct Tokens: ShirabeCommand {
  static let configuration = CommandConfiguration(abstract: "Show how a text is folded and cut into words.")

  @OptionGroup var source: IndexOptions

  @Argument(help: "The text; words are joined by spaces.")
  var text: [String]

  func execute(_ console: Console) throws -> ExitStatus {
    let library = try source.open(console)
    guard let report = library.tokens(of: text.joined(separator: " ")) else {
      try library.check()
      throw Failure("the index can't be read", .badIndex)
    }
    try library.check()
    var rows = [["text", report.raw], ["characters", report.characters], ["spellings", report.spellings]]
    rows += report.words.map { row in
      let place = row.source.map { "\($0.lowerBound)-\($0.upperBound)" } ?? ""
      return [row.isPart ? "part" : "word", row.text, place, "\(row.documents) passages"]
    }
    rows += report.grams.map { ["gram", $0.text, "", "\($0.documents) passages"] }
    rows += report.synonyms.map { ["synonym", $0] }
    try console.write(
      rows.map { $0.map(TextStyle.printable).joined(separator: "\t") + "\n" }.joined())
    return .answered
  }
}
