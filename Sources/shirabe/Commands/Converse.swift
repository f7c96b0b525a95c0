import Answers
import ArgumentParser
import Rendering

/// `shirabe` without a subcommand: questions from a terminal, or one a line.
struct Converse: ShirabeCommand {
  static let configuration = CommandConfiguration(
    commandName: "converse", abstract: "Answer questions from the terminal or from standard input (default).")

  @OptionGroup var source: IndexOptions
  @OptionGroup var limits: LimitOptions
  @OptionGroup var look: LookOptions

  @Option(
    name: .long,
    help: "\(OutputFormat.list) (default: text on a terminal, else jsonl).")
  var format: OutputFormat?

  @Flag(name: .long, help: "Keep no history of what is typed, and read none.")
  var noHistory = false

  @Flag(name: .long, help: "Print the versions of program, contract, index format; the index's fingerprint.")
  var version = false

  func execute(_ console: Console) throws -> ExitStatus {
    if version { return try Version.print(source, console) }
    let library = try source.open(console)
    let assistant = try Assistant(library: library)
    guard console.isInputTerminal else {
      let standard = console.isOutputTerminal ? OutputFormat.text : .jsonl
      var batch = Batch(
        library: library, assistant: assistant, format: format ?? standard, limit: limits.limit,
        console: console, style: look.style(console))
      return try batch.run()
    }
    var conversation = REPL(
      library: library, assistant: assistant, format: format ?? .text, limit: limits.limit,
      style: look.style(console), cases: CaseFiles(folder: console.stateFolder))
    var reader = LineReader(
      completer: conversation.completer, history: noHistory ? History() : History(console), console: console)
    try console.write(conversation.greeting)
    while let line = try reader.next() {
      guard case .text(let text) = conversation.respond(to: line) else { break }
      try console.write(text, as: conversation.format, isFirst: false)
    }
    return .answered
  }
}
