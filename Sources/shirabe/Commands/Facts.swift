import Answers
import ArgumentParser
import PlanFacts
import PlanLibrary
import Rendering
import SourceFiles

extension FactKind: ExpressibleByArgument {
  /// The contract's `type`, or its `kind`: `project`, `projects`.
  public init?(argument: String) {
    let names = [argument] + (argument.hasSuffix("s") ? [String(argument.dropLast())] : [])
    guard let kind = names.lazy.compactMap(FactKind.init(rawValue:)).first else { return nil }
    self = kind
  }
}

/// The forms `facts` prints: those of answers, and rows for column stores.
enum FactFormat: Hashable, ExpressibleByArgument {
  case answer(OutputFormat)
  case flat

  init?(argument: String) {
    if argument == "flat" {
      self = .flat
    } else if let format = OutputFormat(rawValue: argument) {
      self = .answer(format)
    } else {
      return nil
    }
  }
}

/// `shirabe facts`: everything that was read from the plans.
struct Facts: ShirabeCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the facts that were read from the plans, or read those of documents on standard input.",
    discussion: """
      With --stdin no index is used: a line {"id", "title", "text"} or {"id", "path"} is a document, and its facts follow \
      as lines with its id, in the order of the documents, before the next ones are read. A document that can't be \
      read is a line {"id", "error"}; the status is 0 at the end of the input.
      """)

  @OptionGroup var source: IndexOptions
  @OptionGroup var speech: SpeechOptions

  @Option(name: .long, help: "One kind only: \(FactKind.allCases.map(\.rawValue).joined(separator: ", ")).")
  var kind: FactKind?

  @Option(
    name: .long,
    help:
      "\(OutputFormat.list), or flat (CSV, a value a row); jsonl is an item a line (default: text; jsonl with --stdin)."
  )
  var format: FactFormat?

  @Flag(
    name: .long,
    help:
      "Print what became of each line, table and row instead: read as what, unread and why, totals that clash."
  )
  var coverage = false

  @Flag(name: .long, help: "Read the documents of standard input, a line each (jsonl or flat).")
  var stdin = false

  @Option(name: .long, help: "How many documents are read at the same time (default: a core each).")
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs: \(jobs) is below 1") }
    if jobs != nil && !stdin { throw ValidationError("--jobs goes with --stdin") }
    if coverage && format == .flat { throw ValidationError("--coverage is no list of facts: no flat") }
    guard stdin else { return }
    if coverage || source.index != nil { throw ValidationError("--stdin uses no index and counts nothing") }
    guard [nil, .flat, .answer(.jsonl)].contains(format) else {
      throw ValidationError("--stdin prints jsonl or flat")
    }
  }

  func execute(_ console: Console) throws -> ExitStatus {
    let kinds = kind.map { [$0] } ?? FactKind.allCases
    if stdin {
      let stream = FactStream(
        schema: FieldSchema(valid: try source.readLexicons(console)), reader: try SourceReader(console),
        kinds: Set(kinds), form: format == .flat ? .flat : .jsonLines)
      return try stream.run(jobs: jobs ?? FactStream.allCores, console)
    }
    let library = try source.open(console)
    switch format ?? .answer(.text) {
    case .answer(let format) where coverage:
      let table = CoverageTable(
        library, kinds: kinds, language: format == .text ? console.language : .english)
      try library.check()
      try console.write(table.render(format, console.textStyle()), as: format)
      return .answered
    case .answer(let format):
      let list = FactList(library, kinds: kinds)
      try library.check()
      try console.write(list.render(format, console.textStyle()), as: format)
      return list.isEmpty ? .noMatch : .answered
    case .flat:
      let facts = library.facts.filter { kinds.contains($0.kind) }
      let unread = library.unread.filter { kinds.contains($0.kind) }
      try library.check()
      let rows =
        facts.map { fact in FlatFacts.lines(of: fact) { library.place(of: fact.plan, in: $0) } }
        + unread.map(FlatFacts.line)
      try console.writeData(FlatFacts.header + rows.joined())
      return facts.isEmpty && unread.isEmpty ? .noMatch : .answered
    }
  }
}
