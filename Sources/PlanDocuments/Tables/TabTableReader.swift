import JapaneseText
import SourceFiles

/// Reads runs of lines with tabs between their cells, as a sheet is copied into a text.
///
/// One blank line may stand between two rows. A row may have fewer cells than others (its last ones are empty), not more. A head below other
/// rows opens a table of its own.
package struct TabTableReader {
  /// - Parameter isOpen: Whether a line (0-based) may belong to a table.
  package static func grids(in lines: [String], words: HeadWords, where isOpen: (Int) -> Bool) -> [Grid] {
    var grids: [Grid] = []
    var rows: [(line: Int, cells: [String])] = []
    var last = -3
    var hasBody = false
    func close() {
      if let grid = grid(rows) { grids.append(grid) }
      rows = []
      hasBody = false
    }
    for (i, line) in lines.enumerated() {
      let isBlank = line.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 }
      if isBlank, i == last + 1 { continue }
      guard !isBlank, isOpen(i), line.utf8.contains(0x09) else {
        close()
        continue
      }
      let cells = cells(of: line)
      let isHead = isHead(cells, words)
      // two known words may be a label and its value
      if isHead, hasBody, cells != rows.first?.cells, i > last + 1 || cells.count > 2 { close() }
      rows.append((i + 1, cells))
      hasBody = hasBody || !isHead
      last = i
    }
    close()
    return grids
  }

  /// Whether a row holds nothing but words that are known, and years; two or more.
  private static func isHead(_ cells: [String], _ words: HeadWords) -> Bool {
    let filled = cells.filter { !$0.isEmpty }
    return filled.count > 1
      && filled.allSatisfy { text in
        guard text.utf8.count <= 60 else { return false }
        let head = words.head(text)
        return words.know(head) || head.isPeriod
      }
  }

  private static func cells(of line: String) -> [String] {
    line.unicodeScalars.split(separator: "\t", omittingEmptySubsequences: false).map {
      Array($0).trimmed.text
    }
  }

  private static func grid(_ rows: [(line: Int, cells: [String])]) -> Grid? {
    guard rows.count > 1, rows.contains(where: { $0.cells.count > 1 }) else { return nil }
    // years over a head that begins with what the rows are called
    let years =
      rows[0].cells.allSatisfy { HeadText($0).isPeriod } ? rows[1].cells.count - rows[0].cells.count : 0
    return Grid(
      cells: rows.enumerated().flatMap { r, row in
        row.cells.enumerated().compactMap { column, text in
          guard !text.isEmpty else { return nil }
          return GridCell(
            row: r, column: column + (r == 0 ? max(0, years) : 0), text: [text], lines: [row.line])
        }
      })
  }
}
