import Answers
import ArgumentParser
import Rendering

/// `shirabe ask QUESTION...`
struct Ask: ShirabeCommand {
  static let configuration = CommandConfiguration(abstract: "Answer one question.")

  @OptionGroup var source: IndexOptions
  @OptionGroup var limits: LimitOptions

  @Option(name: .long, help: "\(OutputFormat.list).")
  var format: OutputFormat = .text

  @Argument(help: "The question; words are joined by spaces.")
  var question: [String] = []

  func execute(_ console: Console) throws -> ExitStatus {
    var assistant = try Assistant(library: source.open(console))
    let answer = assistant.ask(question.joined(separator: " "), limit: limits.limit)
    if let error = answer.error, format != .text { console.report(error.message) }
    // A person at a terminal sees the best first; what is read by programs is never cut.
    let itemLimit = console.isOutputTerminal ? limits.limit ?? 20 : nil
    try console.write(
      format.renderer(console.textStyle(itemLimit: itemLimit)).render(answer), as: format)
    return ExitStatus(answer.status)
  }
}
