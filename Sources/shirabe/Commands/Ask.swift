import Answers
import ArgumentParser
import Rendering

/// `shirabe ask QUESTION...`
struct Ask: ShirabeCommand {
  static let configuration = CommandConfiguration(abstract: "Answer one question.")

  @OptionGroup var source: IndexOptions
  @OptionGroup var limits: LimitOptions

  @Option(name: .long, help: "text, json, jsonl, csv, tsv or markdown.")
  var format: OutputFormat = .text

  @Argument(help: "The question; words are joined by spaces.")
  var question: [String] = []

  func execute(_ console: Console) throws -> ExitStatus {
    var assistant = try Assistant(library: source.open(console))
    let answer = assistant.ask(question.joined(separator: " "), limit: limits.limit)
    if let error = answer.error, format != .text { console.report(error.message) }
    try console.write(format.renderer(console.textStyle()).render(answer))
    return ExitStatus(answer.status)
  }
}
