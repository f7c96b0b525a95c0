import JapaneseText
import PlanDocuments

/// Reads indicators out of tables drawn with `|`.
///
/// Two forms: labels inside the cells (`指標：…`, `現在(2020年度)：902g`, `2025年度：872g以下`), in one cell or spread over
/// rows and columns in any order, with SDG targets in cells of their own; and a head that names the columns
/// (`指標 | 現状値（2020年度） | 目標値（2025年度）`).
package struct IndicatorTableExtractor: TableExtractor {
  package init() {}

  func extract(from document: PlanDocument, tables: [ColumnTable]) -> Extraction {
    var printings: [IndicatorPrinting] = []
    for table in PipeTable.all(in: document) {
      var reader = LabelledCells()
      for row in table.rows { reader.read(row) }
      if reader.sawName { printings += reader.finish() }
    }
    let labelled = printings.map(\.lines)
    var misfits: [LineRange] = []
    for table in tables
    where !labelled.contains(where: { $0.overlaps(table.lines) }) {
      guard let heads = ColumnHeads(table) else { continue }
      printings += heads.printings(in: table)
      misfits += table.misfits
    }
    var extraction = Extraction()
    for lines in misfits {
      extraction.unread.append(
        UnreadRow(
          kind: .indicator, plan: document.plan.id, lines: lines,
          section: document.outline.path(above: lines.first),
          reason: "the cells of a row can't be told to the columns of its table"))
    }
    for printing in printings.sorted(by: { $0.lines < $1.lines }) {
      switch printing.fact(in: document) {
      case .success(let fact): extraction.facts.append(fact)
      case .failure(let reason):
        extraction.unread.append(
          UnreadRow(
            kind: .indicator, plan: document.plan.id, lines: printing.lines,
            section: document.outline.path(above: printing.lines.first), reason: reason.rawValue))
      }
    }
    return extraction
  }
}

/// The form with labels inside the cells: an indicator goes on to the next `指標：`.
private struct LabelledCells {
  private(set) var sawName = false
  private var finished: [IndicatorPrinting] = []
  private var current: IndicatorPrinting?
  private var nameColumn: Int?
  /// Labels whose figures have not come yet, by column.
  private var pending: [Int: (role: Point.Role, year: YearMention?)] = [:]

  mutating func read(_ row: PipeTable.Row) {
    let cells = row.cells.map { Array($0.unicodeScalars) }
    let marks = cells.map { IndicatorMark.all(in: $0) }
    // targets stand in the first column, so a row with a name belongs to it as a whole
    if marks.contains(where: { $0.contains { $0.kind == .name } }) { begin(at: row.line) }
    for (column, cell) in cells.enumerated() where !cell.isEmpty {
      if marks[column].isEmpty {
        readUnlabelled(row.cells[column], column: column, line: row.line)
      } else {
        readLabelled(cell, marks[column], column: column, line: row.line)
      }
    }
  }

  mutating func finish() -> [IndicatorPrinting] {
    current.map { finished.append($0) }
    current = nil
    return finished
  }

  private mutating func begin(at line: Int) {
    current.map { finished.append($0) }
    current = IndicatorPrinting(line: line)
    pending = [:]
    sawName = true
  }

  private mutating func readLabelled(
    _ cell: [Unicode.Scalar], _ marks: [IndicatorMark], column: Int, line: Int
  ) {
    for (i, mark) in marks.enumerated() {
      let end = i + 1 < marks.count ? marks[i + 1].range.lowerBound : cell.count
      let text = String(String.UnicodeScalarView(cell[mark.range.upperBound..<end])).trimmed
      switch mark.kind {
      case .name:
        if current?.hasName ?? true { begin(at: line) }
        nameColumn = column
        current?.addName(text, line: line)
      case .figure(let role, let year):
        pending[column] = text.isEmpty ? (role, year) : nil
        if current == nil { current = IndicatorPrinting(line: line) }
        current?.addFigures(role, year: year, text: text, line: line)
      }
      current?.reach(line)
    }
  }

  /// Targets, the rest of a name, or a figure that stands under its label.
  private mutating func readUnlabelled(_ cell: String, column: Int, line: Int) {
    guard current != nil else { return }
    if let label = pending.removeValue(forKey: column) {
      current?.addFigures(label.role, year: label.year, text: cell, line: line)
      current?.reach(line)
    } else if column == nameColumn, let open = current, open.points.isEmpty, open.notes.isEmpty {
      current?.addName(cell, line: line)
      current?.reach(line)
    } else if case let targets = SDGTargets.read(cell), !targets.isEmpty {
      current?.addTargets(targets, line: line)
      current?.reach(line)
    }
  }
}

/// The form whose head names the columns.
private struct ColumnHeads {
  private let nameColumn: Int

  /// nil where the head does not name a column of indicators and one of figures.
  init?(_ table: ColumnTable) {
    guard let name = table.column(.indicator), !table.figures.isEmpty else { return nil }
    nameColumn = name
  }

  func printings(in table: ColumnTable) -> [IndicatorPrinting] {
    var found: [IndicatorPrinting] = []
    for row in table.rows where !ColumnTable.isSum(row.cells[nameColumn]) {
      if !row.cells[nameColumn].isEmpty {
        found.append(IndicatorPrinting(line: row.lines.first))
        found[found.count - 1].addName(row.cells[nameColumn], line: row.lines.first)
      }
      guard !found.isEmpty else { continue }
      let last = found.count - 1
      found[last].reach(row.lines)
      for column in table.columns(.sdgTargets) {
        found[last].addTargets(SDGTargets.read(row.cells[column]), line: row.lines.first)
      }
      let unit = table.column(.unit).map { row.cells[$0].squeezed == "-" ? "" : row.cells[$0] } ?? ""
      let label = label(of: row, in: table)
      for (column, role, year) in table.figures where !row.cells[column].isEmpty {
        found[last].addFigures(
          role, year: year, text: row.cells[column], unit: unit, label: label, lines: row.lines)
      }
    }
    return found
  }

  /// What a column beside the names says the row is about (男性, 小学5年生); 計画 and 実績 say it of the figures.
  private func label(of row: ColumnTable.Row, in table: ColumnTable) -> String {
    table.columns(.subject, .category).map { MarkupText.joiningWraps(row.cells[$0]) }
      .filter { text in
        !text.isEmpty && !EvaluationRow.isDash(text) && text != "計画"
          && IndicatorMark.role(Array(text.unicodeScalars), at: 0) == nil
      }.joined(separator: "、")
  }
}
