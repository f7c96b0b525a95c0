import Analysis
import ArgumentParser
import JapaneseText

/// `shirabe tokens TEXT`: how a text is folded and cut, by the code that indexes and searches.
struct Tokens: ShirabeCommand {
  static let configuration = CommandConfiguration(abstract: "Show how a text is folded and cut into words.")

  @OptionGroup var source: IndexOptions

  @Argument(help: "The text; words are joined by spaces.")
  var text: [String]

  func execute(_ console: Console) throws -> ExitStatus {
    let library = try source.open(console)
    let text = text.joined(separator: " ")
    guard let analyzer = try? Analyzer(lexicons: library.lexicons) else {
      throw Failure("ICU's word breaker can't be opened", .unreadable)
    }
    let analyzed = analyzer.analyze(text)
    var out = "characters\t\(analyzed.characters.string)\nspellings\t\(analyzed.spellings.string)\n"
    for token in analyzed.words {
      let passages = library.passages(containing: token.text, limit: 0).total
      out += "\(token.isPart ? "part" : "word")\t\(token.position)\t\(token.source.lowerBound)-"
      out += "\(token.source.upperBound)\t\(token.text)\t\(passages) passages\n"
    }
    try console.write(out)
    return .answered
  }
}
