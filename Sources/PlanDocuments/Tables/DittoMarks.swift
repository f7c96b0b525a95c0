import SourceFiles

extension Grid {
  /// With what stands above in place of a mark that says it is the same (`〃`, `同上`); such a cell stands on the lines of what it
  /// repeats.
  package var repeatingDittos: Grid {
    guard cells.contains(where: \.isDitto) else { return self }
    var above: [Int: GridCell] = [:]
    return Grid(
      cells: cells.map { cell in
        var said = cell
        if cell.isDitto, let same = above[cell.column] {
          said = GridCell(
            row: cell.row, column: cell.column, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan,
            text: same.text, lines: same.lines, emphasis: cell.emphasis)
        }
        if !said.isEmpty { above[cell.column] = said }
        return said
      })
  }
}

extension GridCell {
  fileprivate var isDitto: Bool { ["〃", "同上", "々", "\""].contains(joined) }
}
