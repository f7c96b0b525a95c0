import SourceFiles

extension Grid {
  /// A sheet of labels and values, in which heads stand over one row of figures, with each figure put beside its head:
  ///
  ///     担当課      湖の課                                    担当課      湖の課
  ///     事業名      湖の学校事業                              事業名      湖の学校事業
  ///     予算現額    決算額    執行率      becomes             予算現額    26,480
  ///       26,480    25,913    97.9%                           決算額      25,913
  ///     事業の成果  三つの学校で学んだ。                      執行率      97.9%
  ///                                                          事業の成果  三つの学校で学んだ。
  ///
  /// Itself where there is no such row, or where nothing else is a label beside its value: then it is a table of one row.
  package func pairingBands(_ words: HeadWords) -> Grid {
    let kinds = cells.map { CellKind($0.joined, words: words) }
    let filled = cells.indices.filter { kinds[$0] != .empty }
    let rows = (0..<rowCount).map { row in filled.filter { cells[$0].row == row } }
    let isHeads = rows.map { row in
      row.contains { kinds[$0] == .word }
        && row.allSatisfy { kinds[$0] == .word || kinds[$0] == .period || cells[$0].columnSpan > 1 }
        && !row.contains { [.figure, .mark, .long].contains(kinds[$0]) }
    }
    let isValues = rows.map { row in
      row.count > 1 && row.allSatisfy { [.figure, .mark].contains(kinds[$0]) && cells[$0].rowSpan == 1 }
    }
    // the rows of heads over a row of figures, with the head of each figure
    var bands: [(rows: ClosedRange<Int>, pairs: [(head: Int, value: Int)])] = []
    for row in rows.indices.dropFirst() where isValues[row] && !(isValues.dropFirst(row + 1).first ?? false) {
      var top = row
      while top > 0, isHeads[top - 1] || rows[top - 1].isEmpty { top -= 1 }
      let pairs = rows[row].compactMap { value -> (head: Int, value: Int)? in
        let head = filled.last {
          (top..<row).contains(cells[$0].row) && cells[$0].endRow == row
            && (cells[$0].column..<cells[$0].endColumn).contains(cells[value].column)
        }
        return head.map { ($0, value) }
      }
      guard pairs.count == rows[row].count, Set(pairs.map(\.head)).count == pairs.count,
        pairs.count(where: { kinds[$0.head] == .word }) > 1
      else { continue }
      // what stands above all of them is a label with its value
      bands.append(((pairs.map { cells[$0.head].row }.min() ?? top)...row, pairs))
    }
    let own = { (row: Int) in bands.contains { $0.rows.contains(row) } }
    let isSheet = rows.indices.contains { row in
      !own(row) && rows[row].count > 1 && kinds[rows[row][0]] == .word && cells[rows[row][0]].column == 0
        && [.text, .long].contains(kinds[rows[row][1]])
    }
    guard !bands.isEmpty, isSheet else { return self }
    var paired: [GridCell] = []
    var next = 0
    for row in rows.indices {
      if let band = bands.first(where: { $0.rows.contains(row) }) {
        guard row == band.rows.upperBound else { continue }
        for (head, value) in band.pairs {
          paired.append(
            GridCell(
              row: next, column: 0, text: cells[head].text, lines: cells[head].lines, emphasis: .head))
          paired.append(
            GridCell(
              row: next, column: 1, columnSpan: max(1, columnCount - 1), text: cells[value].text,
              lines: cells[value].lines))
          next += 1
        }
      } else {
        paired += cells.filter { $0.row == row }.map {
          GridCell(
            row: next, column: $0.column, rowSpan: $0.rowSpan, columnSpan: $0.columnSpan, text: $0.text,
            lines: $0.lines, emphasis: $0.emphasis)
        }
        next += 1
      }
    }
    return Grid(cells: paired)
  }
}
