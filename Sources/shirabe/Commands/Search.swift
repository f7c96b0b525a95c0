import Answers
import ArgumentParser
import PlanLibrary
import Rendering

/// The forms `search` prints: those of answers, and the run files of retrieval experiments.
enum SearchFormat: Hashable, ExpressibleByArgument {
  case answer(OutputFormat)
  case trec

  init?(argument: String) {
    if argument == "trec" {
      self = .trec
    } else if let format = OutputFormat(rawValue: argument) {
      self = .answer(format)
    } else {
      return nil
    }
  }
}

/// `shirabe search KEYWORDS...`, or a topic a line on standard input.
struct Search: ShirabeCommand {
  static let configuration = CommandConfiguration(
    abstract: "Rank passages by keywords; without keywords, for each topic on standard input.",
    discussion: "A topic is `query` or `id<TAB>query`.")

  @OptionGroup var source: IndexOptions
  @OptionGroup var speech: SpeechOptions
  @OptionGroup var limits: LimitOptions

  @Option(name: .long, help: "\(OutputFormat.list), or trec.")
  var format: SearchFormat?

  @Flag(name: .long, help: "After each topic, `# id microseconds` from query to ranked ids (trec format).")
  var timing = false

  @Argument(help: "Words to look for; - for topics on standard input.")
  var keywords: [String] = []

  mutating func validate() throws {
    if timing && format != .trec { throw ValidationError("--timing goes with --format trec") }
  }

  func execute(_ console: Console) throws -> ExitStatus {
    let isBatch = keywords.isEmpty || keywords == ["-"]
    let standard = SearchFormat.answer(isBatch && !console.isOutputTerminal ? .jsonl : .text)
    let search = TopicSearch(
      library: try source.open(console), format: format ?? standard, limit: limits.limit, timing: timing,
      console: console)
    return isBatch ? try search.runTopics() : try search.run(query: keywords.joined(separator: " "))
  }
}
