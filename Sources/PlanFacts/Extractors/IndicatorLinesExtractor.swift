import JapaneseText
import PlanDocuments

/// Reads indicator tables that are printed in lines: a head of columns (指標, 計画策定時, 現状, 第N期…目標値), then names and
/// figures, each figure with its year in brackets.
package struct IndicatorLinesExtractor: FactExtractor {
  package init() {}

  package func extract(from document: PlanDocument) -> Extraction {
    let lines = NumberedLine.all(in: document.plan)
    let tables = lines.indices.compactMap { i in
      IndicatorLinesHead(at: i, in: lines).map { IndicatorTable(head: $0, start: i, lines: lines) }
    }
    let years = ColumnYears(tables)
    var extraction = Extraction()
    for table in tables {
      for row in table.rows { add(row, of: table, years: years, document: document, to: &extraction) }
    }
    for line in lines {
      let titles = IndicatorLinesHead.unknownTitles(in: line)
      guard !titles.isEmpty else { continue }
      extraction.unread.append(
        UnreadRow(
          kind: .indicator, plan: document.plan.id, lines: LineRange(line.number),
          section: document.outline.path(at: line.number),
          reason: "unknown columns in the head of a table: \(titles.joined(separator: ", "))"))
    }
    return extraction
  }

  private func add(
    _ row: IndicatorLinesRow, of table: IndicatorTable, years: ColumnYears, document: PlanDocument,
    to extraction: inout Extraction
  ) {
    guard let lines = row.lines else { return }
    let section = IndicatorLinesExtractor.section(document.outline.path(at: lines.first))
    guard row.problem == nil, let columns = years.columns(of: row, in: table) else {
      let reason = row.problem ?? "\(row.cells.count) cells for \(table.head.columns.count) columns"
      extraction.unread.append(
        UnreadRow(kind: .indicator, plan: document.plan.id, lines: lines, section: section, reason: reason))
      return
    }
    var fields: [Field] = []
    let points = zip(columns, row.cells).flatMap { IndicatorLinesExtractor.points($0, $1, unit: row.unit) }
    if let pointLines = union(points.map(\.lines)) {
      fields.append(Field(.points, .points(points), lines: pointLines))
    }
    let remarks = row.remarks
    let notes = table.notes(for: row)
    if let noteLines = union(remarks.map(\.lines) + notes.map(\.lines)) {
      let texts = [remarks.map(\.text).joined(separator: "、"), notes.map(\.text).joined()]
      let note = texts.filter { !$0.isEmpty }.joined(separator: "、")
      fields.append(Field(.note, .text(note), lines: noteLines))
    }
    let cited = ([table.headLines] + notes.map(\.lines)).filter { abs($0.first - lines.first) <= Self.page }
    extraction.facts.append(
      Fact(
        kind: .indicator, name: row.nameAndMark.name, plan: document.plan.id, fields: fields,
        sources: [FactSource(lines: cited.reduce(lines) { $0.union($1) }, section: section)]))
  }

  /// Lines within which the head and the notes of a table are cited with a row: they say which period and what of it.
  private static let page = 60

  /// The table is set into the page between blocks like 【現状と課題】, which end where it starts: the heading above the
  /// block is the table's too.
  private static func section(_ path: [String]) -> [String] {
    Array(path.prefix { !$0.hasPrefix("【") })
  }

  private static func points(
    _ column: IndicatorLinesHead.Column, _ cell: IndicatorLinesRow.Cell, unit: String?
  ) -> [Point] {
    let years = cell.years ?? column.year.map { IndicatorLinesRow.Years($0) }
    return cell.figures.map { figure in
      Point(
        role: column.role,
        fiscalYear: years.flatMap { $0.isAverage ? nil : $0.last },
        fiscalYears: years.map { $0.isAverage ? Array($0.first...$0.last) : [] } ?? [],
        calendarYear: years?.isCalendar ?? false,
        period: column.period, label: figure.label,
        value: figure.quantity?.value, unit: figure.quantity.flatMap { $0.unit ?? unit },
        bound: figure.quantity.flatMap(bound),
        text: figure.text, lines: LineRange(figure.line, cell.lines.last))
    }
  }

  private static func bound(_ quantity: Quantity) -> Point.Bound? {
    switch quantity.bound {
    case .atLeast: .atLeast
    case .atMost: .atMost
    case .moreThan, .lessThan, nil: nil
    }
  }
}

extension IndicatorLinesHead.Column {
  var role: Point.Role {
    switch meaning {
    case .baseline: .baseline
    case .current: .current
    case .actual: .actual
    case .target: .target
    }
  }
}

/// A head with its rows and notes.
struct IndicatorTable {
  let head: IndicatorLinesHead
  let headLines: LineRange
  let rows: [IndicatorLinesRow]
  private let notes: [IndicatorNote]

  init(head: IndicatorLinesHead, start: Int, lines: [NumberedLine]) {
    self.head = head
    headLines = LineRange(lines[start].number, lines[head.end - 1].number)
    let reader = IndicatorLinesReader(head, lines: lines)
    rows = reader.rows
    notes = IndicatorTable.notes(above: start, in: lines) + reader.notes
  }

  /// A table set beside its note has the note's lines above its own.
  private static func notes(above start: Int, in lines: [NumberedLine]) -> [IndicatorNote] {
    for i in lines[max(0, start - 4)..<start].indices {
      if let note = IndicatorNote(at: i, in: lines), note.end == start { return [note] }
    }
    return []
  }

  /// The notes whose mark the row carries; all of them where the table is a single row and marks nothing.
  func notes(for row: IndicatorLinesRow) -> [IndicatorNote] {
    let isMarked = rows.contains { row in notes.contains { row.carries(mark: $0.mark) } }
    if !isMarked { return rows.count == 1 ? notes.filter { $0.mark.hasPrefix("※") } : [] }
    return notes.filter { row.carries(mark: $0.mark) }
  }
}

/// The years that whole rows print in each column, by which the cells of a row with a gap find theirs.
struct ColumnYears {
  private var years: [[IndicatorLinesHead.Column]: [Set<Int>]] = [:]

  init(_ tables: [IndicatorTable]) {
    for table in tables {
      var sets = years[table.head.columns] ?? table.head.columns.map { _ in [] }
      for row in table.rows where row.cells.count == sets.count {
        for (i, cell) in row.cells.enumerated() {
          if let year = cell.years?.last { sets[i].insert(year) }
        }
      }
      years[table.head.columns] = sets
    }
  }

  /// A column for each cell; nil where a cell's column can't be told.
  func columns(of row: IndicatorLinesRow, in table: IndicatorTable) -> [IndicatorLinesHead.Column]? {
    let columns = table.head.columns
    if row.cells.count == columns.count { return columns }
    guard let sets = years[columns] else { return nil }
    var found: [Int] = []
    for cell in row.cells {
      guard let year = cell.years?.last else { return nil }
      let candidates = sets.indices.filter { sets[$0].contains(year) }
      guard candidates.count == 1, let column = candidates.first, column > found.last ?? -1 else {
        return nil
      }
      found.append(column)
    }
    return found.map { columns[$0] }
  }
}
