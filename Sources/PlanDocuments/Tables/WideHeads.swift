import SourceFiles

extension Grid {
  /// With the heads of the first row as wide as what they stand over, where the file draws no wide cells: a head before blank cells, all of
  /// them over words of the second row.
  ///
  ///     | 事業名 | 事業費     |            | 担当課 |
  ///     |        | 令和７年度 | 令和８年度 |        |
  package func wideningHeads(_ words: HeadWords) -> Grid {
    let top = cells.filter { $0.row == 0 }
    guard top.count > 2 else { return self }
    var below: [Int: GridCell] = [:]
    for cell in cells where cell.row == 1 && !cell.isEmpty { below[cell.column] = cell }
    let areHeads = below.values.allSatisfy { cell in
      let kind = CellKind(cell.joined, words: words)
      return kind == .word || kind == .period
    }
    guard below.count > 1, areHeads else { return self }
    var widths: [Int: Int] = [:]
    for head in top where !head.isEmpty && head.columnSpan == 1 && below[head.column] != nil {
      let blank = top.filter { $0.column > head.column }.prefix { $0.isEmpty && below[$0.column] != nil }
      if !blank.isEmpty { widths[head.column] = blank.count + 1 }
    }
    guard !widths.isEmpty else { return self }
    let covered = Set(widths.flatMap { column, width in (column + 1)..<(column + width) })
    return Grid(
      cells: cells.compactMap { cell in
        guard cell.row == 0 else { return cell }
        guard let width = widths[cell.column] else { return covered.contains(cell.column) ? nil : cell }
        return GridCell(
          row: 0, column: cell.column, columnSpan: width, text: cell.text, lines: cell.lines,
          emphasis: cell.emphasis)
      })
  }
}
