import Answers
import ArgumentParser
import Rendering

/// `shirabe` without a subcommand: questions from a terminal, or one a line.
struct Converse: ShirabeCommand {
  static let configuration = CommandConfiguration(
    commandName: "converse", abstract: "Answer questions from the terminal or from standard input (default).")

  @OptionGroup var source: IndexOptions
  @OptionGroup var limits: LimitOptions

  @Option(
    name: .long,
    help: "text, json, jsonl, csv, tsv or markdown (default: text on a terminal, else jsonl).")
  var format: OutputFormat?

  func execute(_ console: Console) throws -> ExitStatus {
    let assistant = try Assistant(library: source.open(console))
    var batch = Batch(
      assistant: assistant, format: format ?? (console.isOutputTerminal ? .text : .jsonl),
      limit: limits.limit,
      console: console)
    return try batch.run()
  }
}
