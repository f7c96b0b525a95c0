import JapaneseText
import PlanDocuments
import SourceFiles

/// Reads indicators out of tables drawn with `|` whose cells hold labels (`指標：…`, `現在(2020年度)：902g`, `2025年度：872g以下`), in one
/// cell or spread over rows and columns in any order, with SDG targets in cells of their own.
package struct IndicatorTableExtractor: FactExtractor {
  package init() {}

  package func extract(from document: PlanDocument) -> Extraction {
    var printings: [IndicatorPrinting] = []
    let grids = ContinuedGrids.joined(
      PipeTableReader.grids(in: document.plan.lines, keepsShortRows: true, where: { _ in true }),
      at: PageEnds(document))
    for grid in grids {
      var reader = LabelledCells()
      for row in Row.all(in: grid) { reader.read(row) }
      if reader.sawName { printings += reader.finish() }
    }
    var extraction = Extraction()
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

/// A row below the head of a table.
private struct Row {
  /// The first line.
  let line: Int
  /// Without tags, by column.
  let cells: [String]

  static func all(in grid: Grid) -> [Row] {
    let rows = Dictionary(grouping: grid.cells.filter { $0.emphasis != .head }, by: \.row)
    return rows.sorted { $0.key < $1.key }.compactMap { _, cells in
      guard let line = cells.flatMap(\.lines).min(), let width = cells.map(\.endColumn).max() else {
        return nil
      }
      var texts = [String](repeating: "", count: width)
      for cell in cells { texts[cell.column] = MarkupText.plain(cell.joined) }
      return Row(line: line, cells: texts)
    }
  }
}

/// Reads the cells row by row: an indicator goes on to the next `指標：`.
private struct LabelledCells {
  private(set) var sawName = false
  private var finished: [IndicatorPrinting] = []
  private var current: IndicatorPrinting?
  private var nameColumn: Int?
  /// Labels whose figures have not come yet, by column.
  private var pending: [Int: (role: Point.Role, year: YearMention?)] = [:]

  mutating func read(_ row: Row) {
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
