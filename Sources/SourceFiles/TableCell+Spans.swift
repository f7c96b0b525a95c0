extension [TableCell] {
  /// The cells with spans that reach no farther than the table, and over no other cell: a file may say anything.
  func withoutOverlaps() -> [TableCell] {
    let rows = (map(\.row).max() ?? 0) + 1
    let columns = (map { Swift.min($0.column + $0.columnSpan, TableAssembler.mostColumns) }.max() ?? 0)
    var taken = Set(map { Place(row: $0.row, column: $0.column) })
    return map { cell in
      guard cell.rowSpan > 1 || cell.columnSpan > 1 else { return cell }
      var cell = cell
      cell.columnSpan = Swift.min(cell.columnSpan, columns - cell.column)
      cell.rowSpan = Swift.min(cell.rowSpan, rows - cell.row)
      func isFree(_ row: Int, _ column: Int) -> Bool {
        row == cell.row && column == cell.column || !taken.contains(Place(row: row, column: column))
      }
      let width = (1..<cell.columnSpan).first { !isFree(cell.row, cell.column + $0) } ?? cell.columnSpan
      let height =
        (1..<cell.rowSpan).first { row in
          (0..<width).contains { !isFree(cell.row + row, cell.column + $0) }
        } ?? cell.rowSpan
      (cell.rowSpan, cell.columnSpan) = width * height > Self.largestSpan ? (1, 1) : (height, width)
      for row in cell.row..<(cell.row + cell.rowSpan) {
        for column in cell.column..<(cell.column + cell.columnSpan) {
          taken.insert(Place(row: row, column: column))
        }
      }
      return cell
    }
  }

  /// Places a cell may cover; one that covers more is a background.
  private static let largestSpan = 20_000

  private struct Place: Hashable {
    let row: Int
    let column: Int
  }
}
