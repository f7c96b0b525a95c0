import PageLayout

/// A cell as a reader comes upon it, before its line is known.
struct TableCell: Hashable {
  /// 0-based.
  var row: Int
  var column: Int
  var rowSpan = 1
  var columnSpan = 1
  /// Lines without white space at their ends, none blank.
  var text: [String]
  var emphasis = GridCell.Emphasis.none

  /// The text on one line, as a row of pipes holds it.
  var pipeText: String {
    // A bar in a cell would begin another one; the full-width one reads the same.
    String(String.UnicodeScalarView(PrintedLines.joined(text).unicodeScalars.map { $0 == "|" ? "｜" : $0 }))
  }
}

extension [TableCell] {
  /// The table without columns in which nothing is printed or filled, as sheets have them for looks.
  func withoutEmptyColumns() -> [TableCell] {
    let used = Set(filter { !$0.text.isEmpty || $0.emphasis != .none }.map(\.column)).sorted()
    guard let last = used.last else { return [] }
    let places = Dictionary(uniqueKeysWithValues: used.enumerated().map { ($1, $0) })
    var before = [Int](repeating: 0, count: last + 2)
    for column in 0...last { before[column + 1] = before[column] + (places[column] == nil ? 0 : 1) }
    return compactMap { cell in
      guard let column = places[cell.column] else { return nil }
      var cell = cell
      let end = Swift.min(cell.column + cell.columnSpan, last + 1)
      cell.column = column
      cell.columnSpan = Swift.max(1, before[end] - column)
      return cell
    }
  }
}

/// Puts cells that come one after another into rows and columns, around those that reach down from above.
struct TableAssembler {
  private(set) var cells: [TableCell] = []
  private var row = -1
  private var column = 0
  /// The first row that is free again, by column.
  private var freeFrom: [Int] = []
  /// The cell that was put into a column last.
  private var latest: [Int] = []

  /// As many columns as any program writes.
  static let mostColumns = 16_384

  mutating func startRow() {
    row += 1
    column = 0
  }

  mutating func add(
    _ text: [String], rowSpan: Int = 1, columnSpan: Int = 1, emphasis: GridCell.Emphasis = .none
  ) {
    if row < 0 { startRow() }
    while column < freeFrom.count, freeFrom[column] > row { column += 1 }
    guard column < Self.mostColumns else { return }
    var width = 1
    while width < min(columnSpan, Self.mostColumns - column), isFree(column + width) { width += 1 }
    let height = min(max(1, rowSpan), 65_536)
    occupy(column..<(column + width), until: row + height, by: cells.count)
    cells.append(
      TableCell(row: row, column: column, rowSpan: height, columnSpan: width, text: text, emphasis: emphasis))
    column += width
  }

  /// The cell above goes on here.
  mutating func continueAbove(columnSpan: Int = 1) {
    guard column < latest.count, latest[column] >= 0, cells[latest[column]].column == column, row > 0 else {
      return add([], columnSpan: columnSpan)
    }
    let above = latest[column]
    let width = cells[above].columnSpan
    guard cells[above].row + cells[above].rowSpan == row else { return add([], columnSpan: columnSpan) }
    cells[above].rowSpan += 1
    occupy(column..<(column + width), until: row + 1, by: above)
    column += width
  }

  /// The cells, none of which reaches below the last row.
  func finish() -> [TableCell] {
    cells.map { cell in
      var cell = cell
      cell.rowSpan = max(1, min(cell.rowSpan, row + 1 - cell.row))
      return cell
    }
  }

  private func isFree(_ column: Int) -> Bool { column >= freeFrom.count || freeFrom[column] <= row }

  private mutating func occupy(_ columns: Range<Int>, until end: Int, by cell: Int) {
    while freeFrom.count < columns.upperBound {
      freeFrom.append(0)
      latest.append(-1)
    }
    for column in columns {
      freeFrom[column] = end
      latest[column] = cell
    }
  }
}
