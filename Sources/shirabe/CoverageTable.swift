import Answers
import JapaneseText
import Phrases
import PlanDocuments
import PlanFacts
import PlanLibrary
import Rendering

/// What became of each document's lines, how many facts and unread rows of each kind it gave, its tables and what they were read as, the
/// rows that are unread and why, totals that clash with their parts, and the lines with a figure that became no fact.
struct CoverageTable {
  private let library: Library
  private let schema: FieldSchema
  private let kinds: [FactKind]
  /// Of titles, names of fields and words of the program; data are in English.
  private let language: Language

  init(_ library: Library, kinds: [FactKind], language: Language) {
    self.library = library
    self.kinds = kinds
    self.language = language
    schema = FieldSchema(valid: library.lexicons)
  }

  func render(_ format: OutputFormat, _ style: TextStyle) -> String {
    switch format {
    case .text:
      readings().filter { !$0.items.isEmpty }.map { TextRenderer(style: style).render($0) }
        .joined(separator: "\n")
    case .json, .jsonl, .csv, .csvExcel, .tsv, .markdown:
      format.renderer(style).render(Answer(question: "coverage", status: .answered, readings: readings()))
    }
  }

  private func readings() -> [Reading] {
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
      left += coverage.figuresWithoutFact.map { line($0, of: document) }
      return self.lines(coverage, of: record.id)
    }
    let rows = documents.flatMap { record in
      kinds.compactMap { kind in
        self.kind(
          kind, of: record.id, facts: facts[record.id]?.count { $0.kind == kind } ?? 0,
          unread: unread[record.id]?.count { $0.kind == kind } ?? 0)
      }
    }
    let tables = documents.map { ($0.id, library.tables(of: $0.id)) }
    let ledger = tables.flatMap { id, tables in zip(1..., tables).map { table($1, number: $0, of: id) } }
    let totals = tables.flatMap { id, tables in
      tables.flatMap(\.totals).filter { !$0.agrees }.map { total($0, of: id) }
    }
    let unreadRows = library.unread.filter { kinds.contains($0.kind) }.map(row)
    return [
      (Phrase.linesByFate, lines), (.factsByKind, rows), (.tablesByFate, ledger),
      (.rowsThatAreUnread, unreadRows),
      (.totalsThatClash, totals), (.figuresInNoFact, left),
    ].map { Reading(canonical: $0(language), kind: .table, total: $1.count, items: $1) }
  }

  // MARK: items

  private func field(_ name: String, _ value: ItemValue) -> ItemField {
    ItemField(language == .japanese ? CoverageTable.japanese[name] ?? name : name, value)
  }

  private static let japanese = [
    "lines": "行", "facts": "事実", "unread": "未読", "furniture": "柱など", "text": "文", "blank": "空行",
    "figuresWithoutFact": "事実にない数値", "because": "見分けた根拠", "line": "何行目", "reason": "理由", "heads": "見出し",
  ]

  private func text(_ saying: Saying) -> ItemValue { .text(saying[language]) }

  private func number(_ number: Int) -> ItemValue { .number(ExactNumber(number)) }

  /// What people are told in their language, and programs as the contract has it.
  private func kindName(_ kind: FactKind) -> ItemValue {
    language == .japanese ? text(Saying(kindOf: kind)) : .text(kind.rawValue)
  }

  private func lines(_ coverage: Coverage, of document: String) -> Item {
    let counts = [
      ("lines", coverage.lines), ("facts", coverage.facts), ("unread", coverage.unread),
      ("furniture", coverage.furniture), ("text", coverage.text), ("blank", coverage.blank),
      ("figuresWithoutFact", coverage.figuresWithoutFact.count),
    ]
    return Item(type: "group", name: document, fields: counts.map { field($0.0, number($0.1)) }, sources: [])
  }

  private func line(_ number: Int, of document: PlanDocument) -> Item {
    let plan = document.plan
    return Item(
      type: "group", name: plan.id, fields: [ItemField("text", .text(plan[line: number]))],
      sources: [
        ItemSource(plan.id, LineRange(number), section: document.outline.path(at: number), in: library)
      ])
  }

  /// - Parameter number: its place among the tables of the document, as `teach table` has it.
  private func table(_ table: TableReading, number: Int, of document: String) -> Item {
    var fields = [field("number", self.number(number)), field("rows", self.number(table.rowCount))]
    if let kind = table.readAs { fields.append(field("readAs", kindName(kind))) }
    if let why = why(table) { fields.append(field("because", why)) }
    fields.append(field("unread", self.number(table.unread.count)))
    if let reason = table.reason { fields.append(field("reason", text(Saying(reason)))) }
    fields.append(field("heads", .text(table.columns.map(\.head).joined(separator: " | "))))
    fields.append(field("line", self.number(table.lines.first)))
    return item(table.title ?? document, fields, table.lines, of: document)
  }

  /// By what it was told what a table lists: the head over the names of its rows, else the form it has; nil for one that is unread.
  private func why(_ table: TableReading) -> ItemValue? {
    guard let kind = table.readAs else { return nil }
    if let head = table.nameHead(schema) { return .text(head) }
    let form: Phrase = table.columns.isEmpty ? .byPageForm : kind == .figure ? .byRowAndColumn : .byLabels
    return text(form.with())
  }

  private func total(_ total: TotalCheck, of document: String) -> Item {
    let column = total.column.isEmpty ? [] : [field("column", .text(total.column))]
    return item(
      total.name, column + [field("amount", .number(total.printed)), field("partsSum", .number(total.sum))],
      total.lines, of: document)
  }

  private func row(_ row: UnreadRow) -> Item {
    item(
      Saying(message: row.reason)[language],
      [field("kind", kindName(row.kind)), field("line", number(row.lines.first))], row.lines,
      of: row.plan)
  }

  private func item(_ name: String, _ fields: [ItemField], _ lines: LineRange, of document: String) -> Item {
    Item(
      type: "group", name: name, fields: fields,
      sources: [ItemSource(document, lines, section: [], in: library)])
  }

  private func kind(_ kind: FactKind, of document: String, facts: Int, unread: Int) -> Item? {
    guard facts + unread > 0 else { return nil }
    return Item(
      type: "group", name: document,
      fields: [
        field("kind", kindName(kind)), field("count", number(facts)), field("unread", number(unread)),
      ], sources: [])
  }
}
