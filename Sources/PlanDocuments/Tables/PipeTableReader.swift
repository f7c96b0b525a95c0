import JapaneseText
import SourceFiles

/// Reads tables drawn with `|`: a head of one row or several, a rule of dashes, rows of cells.
///
///     | 指標 | 実績     | 実績     | 目標      |      equal heads side by side are one head over several columns
///     |      | 令和4年度 | 令和5年度 | 令和10年度 |      a gap under a head belongs to it
///     |------|----------|----------|-----------|
///     | 利用者数 | 1,111人 | 1,234人 | 1,500人 |
///
/// A row with fewer cells than the head has lost its merged first ones: it is no row, since nobody can say which.
package struct PipeTableReader {
  private struct Row {
    let line: Int
    let cells: [String]
    let isRule: Bool
  }

  /// - Parameters:
  ///   - isOpen: Whether a line (0-based) may belong to a table.
  ///   - keepsShortRows: Whether rows with too few cells are rows, from the left: where labels in the cells tell them apart.
  package static func grids(
    in lines: [String], keepsShortRows: Bool = false, where isOpen: (Int) -> Bool
  ) -> [Grid] {
    var grids: [Grid] = []
    var rows: [Row] = []
    var i = 0
    while i < lines.count {
      let (line, count) = wholeRow(lines, at: i)
      if isOpen(i), let cells = cells(of: line) {
        rows.append(Row(line: i + 1, cells: cells, isRule: cells.allSatisfy(isRule)))
      } else if !rows.isEmpty {
        if let grid = grid(rows, keepsShortRows) { grids.append(grid) }
        rows = []
      }
      i += count
    }
    if let grid = grid(rows, keepsShortRows) { grids.append(grid) }
    return grids
  }

  /// Stands in a cell where its row is broken.
  fileprivate static let lineBreak: Unicode.Scalar = "\u{2028}"

  /// A row and how many lines it takes: one that does not close goes on to the line that does, over two lines at most.
  private static func wholeRow(_ lines: [String], at start: Int) -> (String, Int) {
    let first = lines[start]
    let scalars = first.unicodeScalars.trimmed
    guard scalars.first == "|", scalars.last != "|", scalars.count > 1 else { return (first, 1) }
    var text = first
    for (i, next) in lines.dropFirst(start + 1).prefix(2).enumerated() {
      let piece = next.unicodeScalars.trimmed
      guard !piece.isEmpty, piece.first != "|" else { break }
      text += String(lineBreak) + piece.text
      if piece.last == "|" { return (text, i + 2) }
    }
    return (first, 1)
  }

  /// The cells of a line that opens with `|`; nil for any other.
  private static func cells(of line: String) -> [String]? {
    let scalars = line.unicodeScalars.trimmed
    guard scalars.first == "|", scalars.count > 2 else { return nil }
    var cells: [[Unicode.Scalar]] = [[]]
    var isEscaped = false
    for scalar in scalars.dropFirst() {
      if scalar == "|", !isEscaped {
        cells.append([])
      } else {
        if scalar == "|" { cells[cells.count - 1].removeLast() }
        cells[cells.count - 1].append(scalar)
      }
      isEscaped = scalar == "\\"
    }
    if cells.count > 1, cells.last?.allSatisfy(\.isBlank) ?? false { cells.removeLast() }
    return cells.map { $0.trimmed.text }
  }

  /// `---`, `:--:`
  private static func isRule(_ cell: String) -> Bool {
    !cell.isEmpty && cell.unicodeScalars.allSatisfy { "-:—–".unicodeScalars.contains($0) }
  }

  private static func grid(_ rows: [Row], _ keepsShortRows: Bool) -> Grid? {
    let rule = rows.firstIndex(where: \.isRule)
    let head = rows[..<(rule ?? 0)]
    let body = (rule.map { rows[($0 + 1)...] } ?? rows[...]).filter { !$0.isRule }
    guard let width = (head.last ?? body.first)?.cells.count else { return nil }
    var cells = headCells(head.map { ($0.line, $0.cells) }, width: width)
    var row = head.count
    for each in body {
      let filled = each.cells.enumerated().filter { !$0.element.isEmpty }
      guard keepsShortRows || each.cells.count >= width, filled.allSatisfy({ $0.offset < width }) else {
        continue
      }
      var line = each.line
      cells += each.cells.prefix(width).enumerated().map { column, text in
        let parts = text.unicodeScalars.split(separator: lineBreak, omittingEmptySubsequences: false).map {
          String($0).cellLines
        }
        defer { line += parts.count - 1 }
        return GridCell(
          row: row, column: column, text: parts.flatMap(\.self),
          lines: parts.enumerated().flatMap { n, texts in texts.map { _ in line + n } })
      }
      row += 1
    }
    return row > head.count ? Grid(cells: cells) : nil
  }

  /// The rows above the rule, marked as heads: equal ones side by side are one, a gap belongs to the head over it.
  private static func headCells(_ rows: [(line: Int, cells: [String])], width: Int) -> [GridCell] {
    var cells: [GridCell] = []
    for (r, row) in rows.enumerated() {
      var column = 0
      while column < min(width, row.cells.count) {
        let text = row.cells[column]
        var end = column + 1
        let goesOn = { (next: Int) in
          next < min(width, row.cells.count) && row.cells[next] == text && rows.count > 1
            && r < rows.count - 1
        }
        while !text.isEmpty, goesOn(end) { end += 1 }
        var rowEnd = r + 1
        // what stands below as a gap goes on with it
        while !text.isEmpty, rowEnd < rows.count, end == column + 1,
          column < rows[rowEnd].cells.count, rows[rowEnd].cells[column].isEmpty
        {
          rowEnd += 1
        }
        let isHeld = text.isEmpty && cells.contains { $0.columns.contains(column) && $0.endRow > r }
        if !isHeld {
          cells.append(
            GridCell(
              row: r, column: column, rowSpan: rowEnd - r, columnSpan: end - column, text: text.cellLines,
              lines: text.cellLines.map { _ in row.line }, emphasis: .head))
        }
        column = end
      }
    }
    return cells
  }
}

extension String {
  /// The lines a cell breaks its text into with `<br>`; none for an empty text.
  var cellLines: [String] {
    guard !isEmpty else { return [] }
    guard utf8.contains(UInt8(ascii: "<")) else { return [self] }
    var lines: [String] = [""]
    var rest = self[...]
    while let open = rest.firstIndex(of: "<") {
      lines[lines.count - 1] += rest[..<open]
      let tag = ["<br>", "<br/>", "<br />", "<BR>"].first { rest[open...].hasPrefix($0) }
      if let tag {
        lines.append("")
        rest = rest[open...].dropFirst(tag.count)
      } else {
        lines[lines.count - 1] += "<"
        rest = rest[rest.index(after: open)...]
      }
    }
    lines[lines.count - 1] += rest
    return lines.map { $0.unicodeScalars.trimmed.text }.filter { !$0.isEmpty }
  }
}
