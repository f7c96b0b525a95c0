import Answers
import ArgumentParser
import Phrases
import Rendering

/// `shirabe` without a subcommand: questions from a terminal, or one a line.
struct Converse: ShirabeCommand {
  static let configuration = CommandConfiguration(
    commandName: "converse", abstract: "Answer questions from the terminal or from standard input (default).")

  @OptionGroup var source: IndexOptions
  @OptionGroup var limits: LimitOptions
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var look: LookOptions

  @Option(
    name: .long,
    help: "\(OutputFormat.list) (default: text on a terminal, or with --plain or --wide, else jsonl).")
  var format: OutputFormat?

  @Flag(name: .long, help: "On standard input, ask each question as the first of a conversation.")
  var apart = false

  @Flag(name: .long, help: "Keep no history of what is typed, and read none.")
  var noHistory = false

  @Flag(name: .long, help: "Questions on standard input end with a zero byte, and may have line feeds.")
  var null = false

  @Flag(name: .long, help: "Print the versions of program, contract, index format; the index's fingerprint.")
  var version = false

  @Argument(help: "- for questions on standard input, also where that is a terminal.")
  var input: String?

  func validate() throws {
    if let input, input != "-" {
      throw ValidationError("no command \"\(input)\"; to ask: shirabe ask QUESTION")
    }
  }

  func execute(_ console: Console) throws -> ExitStatus {
    if version { return try Version.print(source, console) }
    let library = try source.open(console)
    let assistant = try scope.assistant(library, console)
    guard console.isInputTerminal, input == nil, !null else {
      // --plain and --wide are ways of text
      let isText = console.isOutputTerminal || look.plain || look.wide
      let standard = isText ? OutputFormat.text : .jsonl
      var batch = Batch(
        library: library, assistant: assistant, format: format ?? standard, limit: limits.limit,
        isApart: apart, console: console, style: look.style(console),
        lines: InputLines(endedBy: null ? .null : .lineFeed))
      return try batch.run()
    }
    return try converse(
      REPL(
        library: library, assistant: assistant, format: format ?? .text, limit: limits.limit,
        style: look.style(console), cases: CaseFiles(folder: console.stateFolder),
        unknown: UnknownWords(folder: console.stateFolder),
        teaching: { Teaching(source: source, console: console, text: TeachText($0)) }
      ) { try source.open(console) }, console)
  }

  private func converse(_ first: REPL, _ console: Console) throws -> ExitStatus {
    var conversation = first
    var reader = LineReader(
      completer: conversation.completer, history: noHistory ? History() : History(console),
      language: conversation.language, console: console)
    try console.write(conversation.greeting)
    Signals.catchInterrupt()
    Signals.catchResize()
    while let line = try reader.next() {
      if let columns = console.terminalColumns { conversation.take(columns: columns) }
      let start = ContinuousClock.now
      let before = conversation
      guard
        let (response, after) = Interruptible.run({
          var conversation = before
          let response = conversation.respond(to: line)
          return (response, conversation)
        })
      else {
        try conversation.recover()
        try console.write("\n" + Phrase.interrupted(conversation.language) + "\n")
        continue
      }
      let time = ContinuousClock.now - start
      conversation = after
      switch response {
      case .end: return .answered
      case .history: try console.page(reader.history.numbered)
      case .text(let text): try console.page(text, as: conversation.format)
      }
      if conversation.isTiming { console.reportPlain(Converse.milliseconds(time)) }
    }
    return .answered
  }

  private static func milliseconds(_ time: Duration) -> String {
    let tenths = time.components.seconds * 10_000 + time.components.attoseconds / 100_000_000_000_000
    return "\(tenths / 10).\(tenths % 10) ms"
  }
}
