import ArgumentParser

/// `shirabe index PATH...`
struct BuildIndex: ShirabeCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract:
      "Build an index from files (txt, md, csv, html, xlsx, docx, pptx, odt, ods, pdf, jsonl) and folders of them.",
    discussion: "An index that is there already is replaced when the new one is whole.")

  @OptionGroup var source: IndexOptions

  @Argument(help: "Files and folders.")
  var paths: [String]

  func execute(_ console: Console) throws -> ExitStatus {
    try source.build(paths, into: source.directory(console), console)
  }
}
