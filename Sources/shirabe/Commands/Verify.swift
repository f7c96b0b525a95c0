import Answers
import ArgumentParser
import Evaluation
import Phrases
import PlanLibrary
import Rendering
import SourceFiles

/// `shirabe verify RECEIPT`
struct Verify: ShirabeCommand {
  static let configuration = CommandConfiguration(
    abstract: "Ask the question of a receipt again and say what changed since, in which file and line.",
    discussion: """
      A receipt is what ask --receipt FILE wrote. The status is 0 where the answer and the cited lines are as they were, 1 where \
      something changed, 2 where the file is no receipt or was changed itself.
      """)

  @OptionGroup var source: IndexOptions
  @OptionGroup var speech: SpeechOptions

  @Option(name: .long, help: "\(OutputFormat.list).")
  var format: OutputFormat = .text

  @Argument(help: "The file of the receipt.")
  var receipt: String

  func execute(_ console: Console) throws -> ExitStatus {
    let bytes = try EvaluationFile.bytes(receipt)
    let kept: Receipt
    do throws(Receipt.Problem) {
      kept = try Receipt(parsing: bytes)
    } catch {
      throw Failure(Phrase.pathAnd.with(Saying(receipt), error.saying), .unreadable)
    }
    let library = try source.open(console)
    let changes = kept.changes(
      since: library, reader: try SourceReader(console), assistant: try Assistant(library: library))
    try library.check()
    if changes.isEmpty, format == .text {
      let phrase = kept.isOf(library) ? Phrase.receiptHolds : .receiptHoldsElsewhere
      try console.write(
        phrase.with(Saying("\(kept.hash)"), Saying(kept.quoteCount))[console.language] + "\n")
    } else {
      try console.write(Listing(changes).render(format, console.textStyle()), as: format)
    }
    return changes.isEmpty ? .answered : .noMatch
  }
}
