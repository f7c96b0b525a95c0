import SourceFiles

/// A sheet of labels and values in which small tables stand, each beside a label over its rows:
///
///     整理番号     1          取組名   湖の学校の充実
///     担当課       湖の課
///     年度別計画   R6         R7
///                  検討       実施
///     数値目標     指標名     単位     現状(R5)  目標(R10)
///                  学んだ人   人       10        20
///     効果額       14,500千円
///
/// Read as one table, the labels would be names of rows under the heads of the small ones.
package struct SheetParts {
  /// The labels, each before its value.
  package let labels: Grid
  /// The small tables, without their labels.
  package let tables: [Grid]

  /// nil for a grid of another form: a sheet has two labels or more with a value over the whole width, and a small table.
  package init?(_ grid: Grid, words: HeadWords) {
    let width = grid.columnCount
    guard width > 2 else { return nil }
    let kinds = grid.cells.map { CellKind($0.joined, words: words) }
    let labels = grid.cells.indices.filter { grid.cells[$0].column == 0 }
    var pairs: [[Int]] = []
    var tables: [[Int]] = []
    var wide = 0
    var next = 0
    for label in labels {
      let rows = grid.cells[label].row..<grid.cells[label].endRow
      guard rows.lowerBound == next, [.word, .text].contains(kinds[label]),
        grid.cells[label].columnSpan < width
      else { return nil }
      next = rows.upperBound
      let beside = grid.cells.indices.filter { rows.contains(grid.cells[$0].row) && $0 != label }
      if SheetParts.isTable(beside, kinds, grid, below: rows.lowerBound) {
        tables.append(beside)
      } else if rows.count == 1 {
        let filled = beside.filter { kinds[$0] != .empty }
        if filled.count == 1, kinds[label] == .word { wide += 1 }
        guard filled.count < 2 || filled.count.isMultiple(of: 2) == false else { return nil }
        pairs.append([label] + beside)
      } else {
        return nil
      }
    }
    guard wide > 1, !tables.isEmpty, !pairs.isEmpty, next == grid.rowCount else { return nil }
    self.labels = Grid(
      cells: pairs.enumerated().flatMap { row, cells in
        cells.enumerated().map { i, cell in
          grid.cells[cell].moved(rows: row - grid.cells[cells[0]].row, isHead: i.isMultiple(of: 2))
        }
      })
    self.tables = tables.map { cells in
      let top = cells.map { grid.cells[$0].row }.min() ?? 0
      let left = cells.map { grid.cells[$0].column }.min() ?? 0
      return Grid(cells: cells.map { grid.cells[$0].moved(rows: -top, columns: -left, isHead: false) })
    }
  }

  /// Two heads or more, and below them something else.
  private static func isTable(_ cells: [Int], _ kinds: [CellKind], _ grid: Grid, below first: Int) -> Bool {
    let heads = cells.filter { grid.cells[$0].row == first && kinds[$0] != .empty }
    let body = cells.filter { grid.cells[$0].row > first && kinds[$0] != .empty }
    return heads.count > 1 && !body.isEmpty && heads.allSatisfy { kinds[$0] == .word || kinds[$0] == .period }
      && body.contains { kinds[$0] != .word && kinds[$0] != .period }
  }
}

extension GridCell {
  fileprivate func moved(rows: Int, columns: Int = 0, isHead: Bool) -> GridCell {
    GridCell(
      row: row + rows, column: column + columns, rowSpan: rowSpan, columnSpan: columnSpan, text: text,
      lines: lines, emphasis: isHead ? .head : emphasis)
  }
}
