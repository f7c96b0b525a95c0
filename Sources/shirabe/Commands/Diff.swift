import Answers
import ArgumentParser
import Phrases
import PlanFacts
import PlanLibrary
import Rendering
import SourceFiles
import SystemFiles

/// `shirabe diff OLD NEW`
struct Diff: ShirabeCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what changed from one edition of plans to another, with both places.",
    discussion: """
      OLD and NEW are folders of indexes, files, or ids of documents in the index. Projects, indicators, measures and evaluations \
      are added, gone or renamed; targets move; figures and words of tables change. The status is 1 where nothing did.
      """)

  @OptionGroup var source: IndexOptions
  @OptionGroup var speech: SpeechOptions
  @OptionGroup var limits: LimitOptions

  @Option(name: .long, help: "\(OutputFormat.list).")
  var format: OutputFormat = .text

  @Argument(help: "The earlier edition.")
  var old: String

  @Argument(help: "The later edition.")
  var new: String

  func execute(_ console: Console) throws -> ExitStatus {
    let editions = (try edition(old, console), try edition(new, console))
    let changes = Listing(from: editions.0, to: editions.1)
    try console.write(
      changes.render(format, console.textStyle(itemLimit: limits.limit)), as: format)
    return changes.isEmpty ? .noMatch : .answered
  }

  private func edition(_ name: String, _ console: Console) throws -> Edition {
    if Library.exists(in: name) { return Edition(try IndexOptions.open(name)) }
    if FileSystem.kind(of: FilePath(name)) == .file {
      let schema = FieldSchema(valid: try source.readLexicons(console))
      let reader = try SourceReader(console)
      do throws(DocumentFailure) {
        return Edition(try DocumentFacts(file: name, schema: schema, reader: reader))
      } catch {
        throw Failure(Phrase.pathAnd.with(Saying(name), error.reason), .unreadable)
      }
    }
    let library = try source.open(console)
    guard let document = library.document(name) else {
      throw Failure(Phrase.noSuchEdition.with(Saying(name)), .unreadable)
    }
    return Edition(document, of: library)
  }
}
