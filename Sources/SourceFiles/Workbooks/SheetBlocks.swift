/// A part of a sheet between empty rows: lines of text above, then a table.
struct SheetBlock {
  /// Rows of one text, above the table.
  let titles: [TableCell]
  /// Rows and columns of the sheet, not yet of the table.
  let cells: [TableCell]

  /// Writes the lines and the table, each row with its place in the sheet.
  func write(to builder: inout SourceTextBuilder, sheet: String?) {
    for title in titles {
      builder.text(
        title.text.joined(separator: "\n"),
        at: .cells(sheet: sheet, CellRange(rows: title.row...title.row, columns: title.column...title.column))
      )
    }
    guard let top = cells.map(\.row).min() else { return }
    let columns = Dictionary(grouping: cells.filter { !$0.text.isEmpty }, by: \.row).mapValues { row in
      (row.map(\.column).min() ?? 0)...(row.map { $0.column + $0.columnSpan - 1 }.max() ?? 0)
    }
    builder.table(cells.map { $0.movedUp(by: top) }.withoutEmptyColumns()) { row in
      columns[row + top].map { .cells(sheet: sheet, CellRange(rows: (row + top)...(row + top), columns: $0)) }
    }
  }
}

enum SheetBlocks {
  /// Cuts a sheet at empty rows.
  ///
  /// - Parameter cells: in order of row; those without text count only where they are filled, and only beside text.
  static func split(_ cells: [TableCell]) -> [SheetBlock] {
    let rows = Dictionary(grouping: cells, by: \.row).filter { $0.value.contains { !$0.text.isEmpty } }
    var blocks: [[[TableCell]]] = []
    var end = -1
    for row in rows.keys.sorted() {
      let all = (rows[row] ?? []).sorted { $0.column < $1.column }
      if row >= end || blocks.isEmpty { blocks.append([]) }
      blocks[blocks.count - 1].append(all)
      let reach = all.filter { !$0.text.isEmpty }.map { $0.row + $0.rowSpan }.max() ?? row
      end = max(end, row + 2, reach + 1)
    }
    return blocks.map(block)
  }

  private static func block(_ rows: [[TableCell]]) -> SheetBlock {
    func texts(_ row: [TableCell]) -> [TableCell] { row.filter { !$0.text.isEmpty } }
    let titleRows = rows.prefix { texts($0).count == 1 && texts($0)[0].rowSpan == 1 }
    if titleRows.count == rows.count { return SheetBlock(titles: rows.flatMap(texts), cells: []) }
    return SheetBlock(
      titles: titleRows.flatMap(texts), cells: rows.dropFirst(titleRows.count).flatMap { $0 })
  }
}

extension TableCell {
  fileprivate func movedUp(by rows: Int) -> TableCell {
    var cell = self
    cell.row -= rows
    return cell
  }
}
