import JapaneseText
import SourceFiles

/// Puts together tables of a text that the end of a page cut: the second prints the head of the first again, or prints none and has
/// rows of as many cells with figures in the same columns.
///
/// The row that the page's end cut is one row: the rest of a name, or the figures of a name that stands alone on the page before.
package enum ContinuedGrids {
  /// - Parameter grids: Of one layout, in order of their lines.
  package static func joined(_ grids: [Grid], at ends: PageEnds) -> [Grid] {
    var joined: [Grid] = []
    for grid in grids {
      if let last = joined.last, let whole = whole(last, grid, ends) {
        joined[joined.count - 1] = whole
      } else {
        joined.append(grid)
      }
    }
    return joined
  }

  private static func whole(_ first: Grid, _ second: Grid, _ ends: PageEnds) -> Grid? {
    guard let above = first.cells.flatMap(\.lines).max(), let below = second.cells.flatMap(\.lines).min(),
      ends.isBetween(above, below), first.columnCount == second.columnCount,
      let start = repeatedHead(of: second, after: first)
    else { return nil }
    let rest = second.cells.filter { $0.row >= start }
    let last = first.rowCount - 1
    let cut = first.cells.filter { $0.row == last && !$0.text.isEmpty }
    let opening = rest.filter { $0.row == start && !$0.text.isEmpty }
    let isOneRow = (cut + opening).allSatisfy { $0.rowSpan == 1 } && isRest(opening, of: cut)
    let shift = first.rowCount - start - (isOneRow ? 1 : 0)
    var cells = first.cells
    for cell in rest {
      if isOneRow, cell.row == start,
        let open = cells.firstIndex(where: { $0.row == last && $0.column == cell.column })
      {
        cells[open] = cells[open].moved(by: 0, with: cell)
      } else {
        cells.append(cell.moved(by: shift, with: nil))
      }
    }
    return Grid(cells: cells)
  }

  /// How many rows of a grid say again what the head of another says; nil where it begins another table.
  private static func repeatedHead(of second: Grid, after first: Grid) -> Int? {
    let texts = { (grid: Grid, row: Int) in
      grid.cells.filter { $0.row == row && !$0.text.isEmpty }.map { [String($0.column)] + $0.text }
    }
    let marked = second.cells.filter { $0.emphasis == .head }.map(\.endRow).max() ?? 0
    var same = 0
    while same < min(first.rowCount, second.rowCount - 1, 4), texts(first, same) == texts(second, same) {
      same += 1
    }
    if same > 0 { return same >= marked ? same : nil }
    guard marked == 0, second.rowCount > 0 else { return nil }
    // no head: figures stand where figures stood
    let body = first.cells.filter { $0.emphasis != .head && !$0.text.isEmpty }
    let figures = Set(body.filter { opensFigure($0.joined) }.map(\.column))
    let opening = second.cells.filter { $0.row == 0 && !$0.text.isEmpty }
    return !figures.isEmpty && opening.allSatisfy { figures.contains($0.column) == opensFigure($0.joined) }
      ? 0 : nil
  }

  private static func opensFigure(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    return first.isDigit || "△▲-－−―".unicodeScalars.contains(first)
  }

  /// Whether cells go on with a row that a page's end cut: one of the two has the figures, and the name is not whole without the other.
  static func isRest(_ opening: [GridCell], of cut: [GridCell]) -> Bool {
    let hasFigure = { (cells: [GridCell]) in cells.contains { opensFigure($0.joined) } }
    guard let name = cut.first, name.emphasis != .head, !opensFigure(name.joined), !opening.isEmpty else {
      return false
    }
    let other = opening.first { $0.column == name.column }
    guard !(hasFigure(cut) && hasFigure(opening)) else { return false }
    guard let other else { return !hasFigure(cut) && hasFigure(opening) || !hasFigure(opening) }
    return (hasFigure(opening) || cut.count > 1) && isCut(name.joined, before: other.joined)
  }

  /// Whether a word or a phrase goes on from one text to the other.
  static func isCut(_ text: String, before next: String) -> Bool {
    guard let last = text.unicodeScalars.last, let first = next.unicodeScalars.first else { return false }
    return ScriptClass(last) == .hiragana || "（(「『・、，".unicodeScalars.contains(last)
      || ScriptClass(first) == .hiragana || "）)」』・、，ー々".unicodeScalars.contains(first)
      || next.unicodeScalars.count < 3
  }
}

extension GridCell {
  /// The cell further down, with the text of another behind its own.
  fileprivate func moved(by rows: Int, with rest: GridCell?) -> GridCell {
    GridCell(
      row: row + rows, column: column, rowSpan: rowSpan, columnSpan: columnSpan,
      text: text + (rest?.text ?? []),
      lines: lines + (rest?.lines ?? []), emphasis: emphasis)
  }
}
