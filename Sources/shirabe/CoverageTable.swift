import Answers
import JapaneseText
import PlanDocuments
import PlanFacts
import PlanLibrary
import Rendering

/// What became of each document's lines, how many facts and unread rows of each kind it gave, and the lines with a figure
/// that became no fact.
struct CoverageTable {
  private let readings: [Reading]

  init(_ library: Library, kinds: [FactKind]) {
    let documents = library.documents.filter { $0.origin == .text }
    let facts = Dictionary(grouping: library.facts, by: \.plan)
    let unread = Dictionary(grouping: library.unread, by: \.plan)
    var left: [Item] = []
    let lines = documents.map { record in
      let plan = Plan(
        id: record.id, path: record.path,
        lines: library.lines(of: record.id, in: LineRange(1, record.lineCount)))
      let extraction = Extraction(facts: facts[record.id] ?? [], unread: unread[record.id] ?? [])
      let document = PlanDocument(reading: plan)
      let coverage = Coverage(of: document, extraction)
      left += coverage.figuresWithoutFact.map { CoverageTable.line($0, of: document) }
      return CoverageTable.lines(coverage, of: record.id)
    }
    let rows = documents.flatMap { record in
      kinds.compactMap { kind in
        CoverageTable.kind(
          kind, of: record.id, facts: facts[record.id]?.count { $0.kind == kind } ?? 0,
          unread: unread[record.id]?.count { $0.kind == kind } ?? 0)
      }
    }
    readings = [
      Reading(canonical: "lines by what became of them", kind: .table, total: lines.count, items: lines),
      Reading(canonical: "facts by kind", kind: .table, total: rows.count, items: rows),
      Reading(
        canonical: "lines with a figure that became no fact", kind: .table, total: left.count, items: left),
    ]
  }

  private static func lines(_ coverage: Coverage, of document: String) -> Item {
    let counts = [
      ("lines", coverage.lines), ("facts", coverage.facts), ("unread", coverage.unread),
      ("furniture", coverage.furniture), ("text", coverage.text), ("blank", coverage.blank),
      ("figuresWithoutFact", coverage.figuresWithoutFact.count),
    ]
    return Item(
      type: "group", name: document,
      fields: counts.map { ItemField($0.0, .number(ExactNumber($0.1))) }, sources: [])
  }

  private static func line(_ number: Int, of document: PlanDocument) -> Item {
    let plan = document.plan
    return Item(
      type: "group", name: plan.id, fields: [ItemField("text", .text(plan[line: number]))],
      sources: [
        ItemSource(
          document: plan.id, path: plan.path, lines: LineRange(number),
          section: document.outline.path(at: number))
      ])
  }

  private static func kind(_ kind: FactKind, of document: String, facts: Int, unread: Int) -> Item? {
    guard facts + unread > 0 else { return nil }
    return Item(
      type: "group", name: document,
      fields: [
        ItemField("kind", .text(kind.rawValue)), ItemField("count", .number(ExactNumber(facts))),
        ItemField("unread", .number(ExactNumber(unread))),
      ], sources: [])
  }

  func render(_ format: OutputFormat, _ style: TextStyle) -> String {
    switch format {
    case .text: readings.map { TextRenderer(style: style).render($0) }.joined(separator: "\n")
    case .json, .jsonl, .csv, .csvExcel, .tsv, .markdown:
      format.renderer(style).render(Answer(question: "coverage", status: .answered, readings: readings))
    }
  }
}
