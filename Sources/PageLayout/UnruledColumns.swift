/// Columns that only white sets apart.
enum UnruledColumns {
  /// A table of horizontal rulings alone, cut into columns by the white that no row crosses.
  static func split(_ table: PageTable, contents: [[Glyph]]) -> PageTable {
    let filled = table.cells.indices.filter { !contents[$0].isEmpty }
    guard table.columnCount == 1, filled.count >= 3 else { return table }
    let segments = contents.map { GlyphRows.rows(of: $0).map { GlyphRows.segments(of: $0, ems: 1) } }
    let spans = segments.map { rows in rows.flatMap { $0.map(Span.init) } }
    let cuts = gutters(spans.filter { $0.count >= 2 })
    guard !cuts.isEmpty else { return table }
    var split = table
    split.cells = table.cells.indices.flatMap { i in
      (0...cuts.count).map { column -> PageCell in
        let left = column == 0 ? -Double.infinity : cuts[column - 1]
        let right = column == cuts.count ? Double.infinity : cuts[column]
        let rows = segments[i].map { row in
          row.filter { left <= Span($0).middle && Span($0).middle < right }.map(RowText.text).joined(
            separator: " ")
        }
        let cell = table.cells[i]
        let box = Box(
          left: max(left, cell.box.left), top: cell.box.top, right: min(right, cell.box.right),
          bottom: cell.box.bottom)
        return PageCell(
          row: cell.row, column: column, rowSpan: cell.rowSpan, columnSpan: 1,
          text: rows.filter { !$0.isEmpty },
          box: box, isFilled: cell.isFilled)
      }
    }
    return split
  }

  /// From where to where a piece of a row reaches.
  struct Span: Hashable {
    let left: Double
    let right: Double
    var middle: Double { (left + right) / 2 }

    init(_ glyphs: [Glyph]) {
      left = glyphs.map(\.x).min() ?? 0
      right = glyphs.map(\.right).max() ?? 0
    }

    init(left: Double, right: Double) {
      self.left = left
      self.right = right
    }
  }

  private static let narrowest = 5.0

  /// The middles of white stripes that no piece of any row crosses, between the first and the last piece.
  static func gutters(_ rows: [[Span]]) -> [Double] {
    guard rows.count >= 3 else { return [] }
    var cuts: [Double] = []
    var end = Double.infinity
    for span in rows.joined().sorted(by: { $0.left < $1.left }) {
      if span.left - end > narrowest { cuts.append((span.left + end) / 2) }
      end = end.isInfinite ? span.right : max(end, span.right)
    }
    return cuts
  }
}
