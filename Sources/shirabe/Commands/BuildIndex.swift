import ArgumentParser
import PlanLibrary

/// `shirabe index PATH...`
struct BuildIndex: ShirabeCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract:
      "Build an index from files (txt, md, csv, html, xlsx, docx, pptx, odt, ods, pdf, jsonl) and folders of them.",
    discussion: """
      What the index was made of before is renewed, and PATH added to it; the new index takes the place of the old one when it is \
      whole. A path that is gone is an error, unless it is pruned.
      """)

  @OptionGroup var source: IndexOptions
  @OptionGroup var speech: SpeechOptions

  @Option(name: .long, help: "Leave out a path it was made of, or a document.")
  var remove: [String] = []

  @Flag(name: .long, help: "Leave out what is no longer there.")
  var prune = false

  @Argument(help: "Files and folders.")
  var paths: [String] = []

  func validate() throws {
    guard !paths.isEmpty || !remove.isEmpty || prune else { throw ValidationError("name files or folders") }
  }

  func execute(_ console: Console) throws -> ExitStatus {
    try source.update(
      IndexUpdate(adding: paths, removing: remove, prunes: prune), source.directory(console), console)
  }
}
