/// Two tables that share a border, each under a title of its own.
enum SideBySide {
  /// The tables, those with two titles above them cut between the titles.
  ///
  /// - Parameter free: what stands outside of tables.
  static func split(_ tables: [PageTable], titles free: [Glyph]) -> [PageTable] {
    let pieces = GlyphRows.rows(of: free).flatMap { GlyphRows.segments(of: $0, ems: 1.4) }
    return tables.flatMap { table in
      let starts = pieces.filter { isTitle($0, of: table) }.compactMap { $0.first?.x }.sorted()
      return starts.dropFirst().reduce(into: [table]) { parts, start in
        guard let last = parts.last, let halves = halves(of: last, near: start) else { return }
        parts.removeLast()
        parts += [halves.left, halves.right]
      }
    }
  }

  private static let titleDistance = 16.0
  /// How far a title may stand from the left edge of its table.
  private static let indent = 14.0

  private static func isTitle(_ piece: [Glyph], of table: PageTable) -> Bool {
    guard let first = piece.first else { return false }
    let text = RowText.text(piece)
    return table.box.top - titleDistance < first.baseline && first.baseline <= table.box.top + 3
      && first.x > table.box.left - 8 && first.x < table.box.right && !text.dropFirst().hasPrefix("単位")
  }

  /// The table cut at a column edge that no cell crosses.
  private static func halves(of table: PageTable, near x: Double) -> (left: PageTable, right: PageTable)? {
    let edges = table.cells.filter { abs($0.box.left - x) < indent }
    guard let cut = edges.map(\.column).min(), cut >= 2, table.columnCount - cut >= 2,
      table.cells.allSatisfy({ $0.column >= cut || $0.column + $0.columnSpan <= cut })
    else {
      return nil
    }
    let left = table.cells.filter { $0.column < cut }
    let right = table.cells.filter { $0.column >= cut }.map { cell in
      var cell = cell
      cell.column -= cut
      return cell
    }
    guard let leftBox = Box.around(left.map(\.box)), let rightBox = Box.around(right.map(\.box)) else {
      return nil
    }
    return (
      PageTable(layout: table.layout, cells: left, box: leftBox),
      PageTable(layout: table.layout, cells: right, box: rightBox)
    )
  }
}
