import Answers
import ArgumentParser
import Evaluation
import Phrases
import Rendering

/// `shirabe ask QUESTION...`
struct Ask: ShirabeCommand {
  static let configuration = CommandConfiguration(abstract: "Answer one question.")

  @OptionGroup var source: IndexOptions
  @OptionGroup var limits: LimitOptions
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var look: LookOptions

  @Option(name: .long, help: "\(OutputFormat.list).")
  var format: OutputFormat = .text

  @Option(name: .long, help: "Where to write a receipt of the answer, for shirabe verify.")
  var receipt: String?

  @Argument(help: "The question; words are joined by spaces. - for questions on standard input.")
  var question: [String] = []

  func execute(_ console: Console) throws -> ExitStatus {
    let library = try source.open(console)
    var assistant = try scope.assistant(library, console)
    if question == ["-"] {
      var batch = Batch(
        library: library, assistant: assistant, format: format, limit: limits.limit, console: console,
        style: look.style(console), lines: InputLines())
      return try batch.run()
    }
    let asked = assistant.ask(question.joined(separator: " "), limit: limits.limit)
    let checked = CheckedAnswer(asked, from: library)
    let answer = checked.answer
    if let receipt, let reading = answer.readings.first {
      try EvaluationFile.write(Receipt(reading, from: library).text, to: receipt)
    }
    if let error = answer.error, format != .text {
      console.report(Saying(error.saying[look.style(console).answering(answer.question).language]))
    }
    // A person at a terminal sees the best first; what is read by programs is never cut.
    let itemLimit = console.isOutputTerminal ? limits.limit ?? 20 : nil
    try console.write(
      format.renderer(look.style(console, itemLimit: itemLimit)).render(answer), as: format)
    return checked.status
  }
}
