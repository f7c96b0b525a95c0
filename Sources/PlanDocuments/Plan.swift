import SourceFiles

/// A plan text as it was read: physical lines, numbered from 1 as an editor shows them.
package struct Plan: Hashable, Sendable {
  /// The file's name without its folder and ending; what the contract calls `document`.
  package let id: String
  /// The path as it was given to `index`.
  package let path: String
  /// Physical lines without their line ends; `lines[0]` is line 1.
  package let lines: [String]
  /// Tables the file itself draws (rulings, cells of a workbook), in order; empty for a plain text. On the lines their cells
  /// name they take the place of what would be found in the text.
  package let grids: [Grid]

  package init(id: String, path: String, lines: [String], grids: [Grid] = []) {
    self.id = id
    self.path = path
    self.lines = lines
    self.grids = grids
  }

  /// Splits a text at LF, CRLF, CR or form feed (each form feed ends a line too).
  package init(id: String, path: String, text: String) {
    self.init(
      id: id, path: path,
      lines: text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init))
  }

  /// Line `number`, 1-based; empty where there is no such line.
  package subscript(line number: Int) -> String {
    lines.indices.contains(number - 1) ? lines[number - 1] : ""
  }
}

/// A run of physical lines: 1-based, inclusive.
package struct LineRange: Hashable, Sendable, Comparable {
  package let first: Int
  package let last: Int

  package init(_ first: Int, _ last: Int) {
    self.first = first
    self.last = max(first, last)
  }

  package init(_ line: Int) { self.init(line, line) }

  package static func < (a: LineRange, b: LineRange) -> Bool { (a.first, a.last) < (b.first, b.last) }
  package func contains(_ line: Int) -> Bool { first <= line && line <= last }
  package func overlaps(_ other: LineRange) -> Bool { first <= other.last && other.first <= last }
  package func union(_ other: LineRange) -> LineRange {
    LineRange(min(first, other.first), max(last, other.last))
  }
}
