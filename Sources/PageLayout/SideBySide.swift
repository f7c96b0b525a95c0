/// Two tables that share a border, each under a title of its own.
enum SideBySide {
  /// A table with the title that was taken to stand before it; none where it is as it was drawn.
  struct Part {
    let title: [Glyph]
    let table: PageTable
  }

  /// The parts of each table: those with two titles on one line above them are cut between the titles.
  ///
  /// - Parameter free: what stands outside of tables.
  static func split(_ tables: [PageTable], titles free: [Glyph]) -> [[Part]] {
    let rows = GlyphRows.rows(of: free).map { GlyphRows.segments(of: $0, ems: 1.4) }
    return tables.map { table in
      // what stands higher is the title of both
      let titles = rows.map { $0.filter { isTitle($0, of: table) } }.last { !$0.isEmpty } ?? []
      var parts = [Part(title: titles.first ?? [], table: table)]
      for title in titles.dropFirst() {
        guard let last = parts.last, let start = title.first?.x,
          let halves = halves(of: last.table, near: start)
        else { continue }
        parts.removeLast()
        parts += [Part(title: last.title, table: halves.left), Part(title: title, table: halves.right)]
      }
      return parts.count > 1 ? parts : [Part(title: [], table: table)]
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
