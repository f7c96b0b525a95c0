import Answers
import ArgumentParser
import PlanFacts
import PlanLibrary
import Rendering

extension FactKind: ExpressibleByArgument {
  /// The contract's `type`, or its `kind`: `project`, `projects`.
  public init?(argument: String) {
    let names = [argument] + (argument.hasSuffix("s") ? [String(argument.dropLast())] : [])
    guard let kind = names.lazy.compactMap(FactKind.init(rawValue:)).first else { return nil }
    self = kind
  }
}

/// `shirabe facts`: everything that was read from the plans.
struct Facts: ShirabeCommand {
  static let configuration = CommandConfiguration(abstract: "List the facts that were read from the plans.")

  @OptionGroup var source: IndexOptions

  @Option(name: .long, help: "One kind only: \(FactKind.allCases.map(\.rawValue).joined(separator: ", ")).")
  var kind: FactKind?

  @Option(name: .long, help: "\(OutputFormat.list); jsonl is an item a line.")
  var format: OutputFormat = .text

  @Flag(
    name: .long,
    help:
      "Print what became of each line, table and row instead: read as what, unread and why, totals that clash."
  )
  var coverage = false

  func execute(_ console: Console) throws -> ExitStatus {
    let library = try source.open(console)
    let kinds = kind.map { [$0] } ?? FactKind.allCases
    if coverage {
      let table = CoverageTable(library, kinds: kinds)
      try library.check()
      try console.write(table.render(format, console.textStyle()), as: format)
      return .answered
    }
    let list = FactList(library, kinds: kinds)
    try library.check()
    try console.write(list.render(format, console.textStyle()), as: format)
    return list.isEmpty ? .noMatch : .answered
  }
}
