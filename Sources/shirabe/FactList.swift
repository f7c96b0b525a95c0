import Answers
import PlanFacts
import PlanLibrary
import Rendering

/// The facts of some kinds as items, in the order of kinds, documents and lines.
struct FactList {
  private let readings: [Reading]
  /// True where there are neither facts nor unread rows.
  var isEmpty: Bool { readings.isEmpty }

  init(_ library: Library, kinds: [FactKind]) {
    readings = kinds.compactMap { kind in
      let items = library.facts.filter { $0.kind == kind }.map { Item($0, in: library) }
      let unread = library.unread.filter { $0.kind == kind }.map { ItemSource($0, in: library) }
      guard !items.isEmpty || !unread.isEmpty else { return nil }
      return Reading(
        canonical: FactList.canonical(kind), kind: FactList.readingKind(kind), total: items.count,
        items: items,
        unread: unread)
    }
  }

  private static func readingKind(_ kind: FactKind) -> ReadingKind {
    switch kind {
    case .project: .projects
    case .indicator: .indicators
    case .measure: .measures
    case .evaluation: .evaluations
    case .heading: .headings
    case .organization: .organizations
    case .plan: .plans
    case .figure: .figures
    case .table: .tables
    case .definition: .definition
    }
  }

  private static func canonical(_ kind: FactKind) -> String {
    kind == .definition ? "definitions" : readingKind(kind).rawValue
  }

  func render(_ format: OutputFormat, _ style: TextStyle) -> String {
    switch format {
    case .jsonl: readings.flatMap(\.items).map { JSONValue($0).encoded(.line) + "\n" }.joined()
    case .json:
      JSONValue.object([
        .init("items", .list(readings.flatMap(\.items).map { JSONValue($0) })),
        .init("unread", .list(readings.flatMap(\.unread).map { JSONValue($0) })),
      ]).encoded(.pretty) + "\n"
    case .text: readings.map { TextRenderer(style: style).render($0) }.joined(separator: "\n")
    case .csv, .csvExcel, .tsv, .markdown:
      format.renderer(style).render(Answer(question: "facts", status: .answered, readings: readings))
    }
  }
}
