import Answers
import Phrases
import PlanLibrary
import Rendering

/// Questions over standard input, a line each, with an answer for each, in step: a conversation, or each on its own.
struct Batch {
  let library: Library
  var assistant: Assistant
  let format: OutputFormat
  let limit: Int?
  /// True where no question goes on from the one before.
  var isApart = false
  let console: Console
  let style: TextStyle
  var lines: InputLines

  mutating func run() throws -> ExitStatus {
    let renderer = format.renderer(style)
    var status = ExitStatus.answered
    Signals.catchInterrupt()
    while let line = lines.next() {
      let checked = CheckedAnswer(answer(line), from: library)
      let answer = checked.answer
      if let error = answer.error {
        console.reportPlain("stdin:\(line.number): \(error.saying[style.answering(line.text).language])")
      }
      let separator = line.number > 1 && format != .jsonl && format != .json ? "\n" : ""
      try console.write(separator + renderer.render(answer), as: format, isFirst: line.number == 1)
      status = max(status, checked.status)
      if Signals.takeInterrupt() { return .interrupted }
    }
    return lines.isInterrupted ? .interrupted : status
  }

  private mutating func answer(_ line: InputLines.Line) -> Answer {
    if isApart { assistant.forget() }
    guard let offset = line.invalidByte else { return assistant.ask(line.text, limit: limit) }
    return Answer(
      question: line.text, status: .invalid,
      error: AnswerError(
        .unreadableLine, Phrase.notUTF8.with(Saying("\(offset)")), span: 0..<0))
  }
}
