/// A table as its file draws it: cells with their places, before anything is known of what they mean.
///
/// Every reader of a format gives its tables in this shape, and so does every reader of a layout of plain text.
/// - Invariant: no two cells cover the same row and column; cells are in order of row, then of column.
package struct Grid: Hashable, Sendable {
  package let cells: [GridCell]

  package init(cells: [GridCell]) {
    self.cells = cells.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
  }

  /// One more than the last row any cell covers.
  package var rowCount: Int { cells.map { $0.row + $0.rowSpan }.max() ?? 0 }
  /// One more than the last column any cell covers.
  package var columnCount: Int { cells.map { $0.column + $0.columnSpan }.max() ?? 0 }
}

/// A cell of a grid.
package struct GridCell: Hashable, Sendable {
  /// How sure the file is that a cell names others: a marked one (`<th>`, a repeated head row of a word processor), a filled one (a colour
  /// behind it), or nothing said.
  package enum Emphasis: Hashable, Sendable { case none, filled, head }

  /// 0-based, from the top.
  package let row: Int
  /// 0-based, from the left.
  package let column: Int
  package let rowSpan: Int
  package let columnSpan: Int
  /// What is printed in it, line by line as the cell breaks them, without white space at their ends.
  package let text: [String]
  /// The line of the extracted text on which each line of `text` stands; 1-based, as many as `text` has.
  package let lines: [Int]
  package let emphasis: Emphasis

  package init(
    row: Int, column: Int, rowSpan: Int = 1, columnSpan: Int = 1, text: [String], lines: [Int],
    emphasis: Emphasis = .none
  ) {
    self.row = row
    self.column = column
    self.rowSpan = rowSpan
    self.columnSpan = columnSpan
    self.text = text
    self.lines = lines
    self.emphasis = emphasis
  }
}
