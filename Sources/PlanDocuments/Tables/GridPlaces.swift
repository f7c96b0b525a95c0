import SourceFiles

/// Which cell of a grid covers a place.
struct GridPlaces: Sendable {
  let rowCount: Int
  let columnCount: Int
  /// By row, then column: one more than the cell's index, 0 for none.
  private let places: [Int32]

  /// Grids of more places than this are not looked into.
  static let most = 8_000_000

  /// nil for a grid that is empty or too large.
  init?(_ grid: Grid) {
    rowCount = grid.rowCount
    columnCount = grid.columnCount
    let (count, overflow) = rowCount.multipliedReportingOverflow(by: columnCount)
    guard count > 0, !overflow, count <= GridPlaces.most else { return nil }
    var places = [Int32](repeating: 0, count: count)
    for (i, cell) in grid.cells.enumerated() {
      for row in cell.row..<(cell.row + cell.rowSpan) {
        for column in cell.column..<(cell.column + cell.columnSpan) {
          places[row * columnCount + column] = Int32(i + 1)
        }
      }
    }
    self.places = places
  }

  /// Index of the cell that covers a place; nil where none does, or outside the grid.
  subscript(row: Int, column: Int) -> Int? {
    guard 0..<rowCount ~= row, 0..<columnCount ~= column else { return nil }
    let place = places[row * columnCount + column]
    return place > 0 ? Int(place) - 1 : nil
  }
}

extension GridCell {
  /// One more than the last row it covers.
  package var endRow: Int { row + rowSpan }
  /// One more than the last column it covers.
  package var endColumn: Int { column + columnSpan }
  package var columns: Range<Int> { column..<endColumn }

  /// Its lines as one text: joined without a space where a word was broken, as Japanese is.
  package var joined: String {
    var joined = ""
    for line in text where !line.isEmpty {
      if let last = joined.unicodeScalars.last, let first = line.unicodeScalars.first, last.value < 0x80,
        first.value < 0x80
      {
        joined += " "
      }
      joined += line
    }
    return joined
  }

  package var isEmpty: Bool { text.allSatisfy { $0.unicodeScalars.allSatisfy(\.isBlank) } }

  /// The lines of the plan it is printed on; nil for a cell without text.
  package var range: LineRange? {
    guard let first = lines.min(), let last = lines.max() else { return nil }
    return LineRange(first, last)
  }
}
