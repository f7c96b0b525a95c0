import Answers
import JapaneseText
import PlanDocuments
import PlanFacts
import PlanLibrary
import Rendering

/// What became of each document's lines, how many facts and unread rows of each kind it gave, its tables and what they were read as, the
/// rows that are unread and why, totals that clash with their parts, and the lines with a figure that became no fact.
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
    let tables = documents.map { ($0, library.tables(of: $0.id)) }
    let ledger = tables.flatMap { record, tables in tables.map { CoverageTable.table($0, of: record) } }
    let totals = tables.flatMap { record, tables in
      tables.flatMap(\.totals).filter { !$0.agrees }.map { CoverageTable.total($0, of: record) }
    }
    let unreadRows = documents.flatMap { record in
      (unread[record.id] ?? []).filter { kinds.contains($0.kind) }.map { CoverageTable.row($0, of: record) }
    }
    readings = [
      ("lines by what became of them", lines), ("facts by kind", rows),
      ("tables by what they were read as", ledger), ("rows that are unread", unreadRows),
      ("totals that are not the sum of their parts", totals),
      ("lines with a figure that became no fact", left),
    ].map { Reading(canonical: $0, kind: .table, total: $1.count, items: $1) }
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

  private static func table(_ table: TableReading, of document: DocumentRecord) -> Item {
    var fields = [ItemField("rows", .number(ExactNumber(table.rowCount)))]
    if let kind = table.readAs { fields.append(ItemField("readAs", .text(kind.rawValue))) }
    fields.append(ItemField("unread", .number(ExactNumber(table.unread.count))))
    if let reason = table.reason { fields.append(ItemField("reason", .text(reason.sentence))) }
    fields.append(ItemField("heads", .text(table.columns.map(\.head).joined(separator: " | "))))
    return item(table.title ?? document.id, fields, table.lines, of: document)
  }

  private static func total(_ total: TotalCheck, of document: DocumentRecord) -> Item {
    let column = total.column.isEmpty ? [] : [ItemField("column", .text(total.column))]
    return item(
      total.name,
      column + [ItemField("amount", .number(total.printed)), ItemField("partsSum", .number(total.sum))],
      total.lines, of: document)
  }

  private static func row(_ row: UnreadRow, of document: DocumentRecord) -> Item {
    item(row.reason, [ItemField("kind", .text(row.kind.rawValue))], row.lines, of: document)
  }

  private static func item(
    _ name: String, _ fields: [ItemField], _ lines: LineRange, of document: DocumentRecord
  ) -> Item {
    Item(
      type: "group", name: name, fields: fields,
      sources: [ItemSource(document: document.id, path: document.path, lines: lines, section: [])])
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

extension TableReading.Reason {
  fileprivate var sentence: String {
    switch self {
    case .unknownHeads: "no head is known"
    case .noNames: "no row names a thing"
    case .doubtfulCells: "cells run together"
    }
  }
}
