/// Rows of free text whose columns stand under each other.
enum UnruledTables {
  /// The table that begins with the first row, and how many rows it takes; nil where none does.
  ///
  /// It has three rows of three pieces or more with the same white stripes between them, and a figure in each row on
  /// average: prose beside pictures has stripes too.
  static func table(at rows: ArraySlice<[FreeLines.Segment]>) -> (PageTable, Int)? {
    var block: [[FreeLines.Segment]] = []
    for row in rows {
      guard row.count >= 3 else { break }
      if let last = block.last, row[0].baseline - last[0].baseline > 3.2 * last[0].size { break }
      block.append(row)
    }
    guard block.count >= 3 else { return nil }
    let figures = block.joined().count { FigureText.matches($0.text) }
    let spans = block.map { row in row.map { UnruledColumns.Span(left: $0.box.left, right: $0.box.right) } }
    let cuts = UnruledColumns.gutters(spans)
    guard cuts.count >= 2, figures >= block.count, let box = Box.around(block.joined().map(\.box)) else {
      return nil
    }
    let cells = block.indices.flatMap { row in
      (0...cuts.count).compactMap { column in cell(block[row], row: row, column: column, cuts) }
    }
    return (PageTable(layout: .unruled, cells: cells, box: box), block.count)
  }

  private static func cell(
    _ row: [FreeLines.Segment], row number: Int, column: Int, _ cuts: [Double]
  ) -> PageCell? {
    let left = column == 0 ? -Double.infinity : cuts[column - 1]
    let right = column == cuts.count ? Double.infinity : cuts[column]
    let own = row.filter { left <= $0.box.midX && $0.box.midX < right }
    guard let box = Box.around(own.map(\.box)) else { return nil }
    return PageCell(
      row: number, column: column, rowSpan: 1, columnSpan: 1, text: [own.map(\.text).joined(separator: " ")],
      box: box,
      isFilled: false)
  }
}
