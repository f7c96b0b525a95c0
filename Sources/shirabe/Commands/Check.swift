import Answers
import ArgumentParser
import Phrases
import PlanFacts
import PlanLibrary
import Rendering

/// `shirabe check`
struct Check: ShirabeCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check that the index is whole and its sources are as they were.",
    discussion: """
      Every byte of the index is checked, then each file it was made of. The status is 0 where all is well, 1 where something was \
      found, 3 where the index is damaged.
      """)

  @OptionGroup var source: IndexOptions
  @OptionGroup var speech: SpeechOptions
  @OptionGroup var limits: LimitOptions

  @Flag(
    name: .long,
    help:
      "List measures with different figures, units or target years, and totals that clash with their rows, instead."
  )
  var contradictions = false

  @Option(name: .long, help: "What is gone stands in this folder now: renew the index from there.")
  var relocate: String?

  @Option(name: .long, help: "\(OutputFormat.list).")
  var format: OutputFormat = .text

  func validate() throws {
    if contradictions && relocate != nil { throw ValidationError("--relocate lists no contradictions") }
  }

  func execute(_ console: Console) throws -> ExitStatus {
    if let relocate {
      return try source.update(IndexUpdate(moved: relocate), source.directory(console), console)
    }
    let library = try source.open(console)
    let listing: Listing
    if contradictions {
      listing = Listing(
        PlanFacts.contradictions(in: library.facts, publisher: library.publisher(of:)), in: library)
      try library.check()
    } else {
      do throws(LibraryError) {
        listing = Listing(try library.sourceFaults())
      } catch {
        throw Failure(opening: error)
      }
    }
    if listing.isEmpty, !contradictions, format == .text {
      try console.write(Phrase.sourcesWhole.with(Saying(source.directory(console)))[console.language] + "\n")
      return .answered
    }
    try console.write(listing.render(format, console.textStyle(itemLimit: limits.limit)), as: format)
    return listing.isEmpty ? .answered : .noMatch
  }
}
