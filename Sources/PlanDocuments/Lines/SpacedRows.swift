/// Rows of tables whose cells stand in columns of spaces:
///
///     配備区分      基準          動員数
///     第１配備      震度４          15名
///
/// One line with wide gaps may be anything; two, one below the other with gaps at the same columns, are rows.
enum SpacedRows {
  /// Positions in the text.
  static func find(_ lines: [LineText], _ text: [Int]) -> Set<Int> {
    var found: Set<Int> = []
    var above: (position: Int, edges: Set<Int>)?
    for position in text.indices {
      guard let edges = edges(lines[text[position]]) else { continue }
      if let above, above.position + 1 == position, above.edges.intersection(edges).count > 1 {
        found.formUnion([above.position, position])
      }
      above = (position, edges)
    }
    return found
  }

  /// The columns of the page at which the cells behind the first start, and minus those at which they end; nil where there
  /// are fewer than three cells, set apart by two spaces or more, or where the line is a sentence.
  private static func edges(_ line: LineText) -> Set<Int>? {
    guard !line.endsSentence, !line.hasTab else { return nil }
    var edges: Set<Int> = []
    var cells = 1
    var blanks = 0
    var column = line.indent
    var end = column
    for scalar in line.scalars {
      if scalar.isBlank {
        blanks += 1
      } else {
        if blanks > 1 {
          if cells > 1 { edges.insert(-end) }
          cells += 1
          edges.insert(column)
        }
        blanks = 0
        end = column + scalar.columns
      }
      column += scalar.columns
    }
    if cells > 1 { edges.insert(-end) }
    return cells > 2 ? edges : nil
  }
}
