import JapaneseText
import SourceFiles

/// A plan text as it was read: physical lines, numbered from 1 as `sed -n` and editors number them.
package struct Plan: Hashable, Sendable {
  /// The file's name without its folder and ending; what the contract calls `document`.
  package let id: String
  /// The path as it was given to `index`.
  package let path: String
  /// Physical lines as they stand in the file, without their line ends; `printedLines[0]` is line 1.
  package let printedLines: [String]
  /// The same lines as they are read: form feeds before a line's text are left out, others are a space.
  package let lines: [String]
  /// Tables the file itself draws (rulings, cells of a workbook), in order; empty for a plain text. On the lines their cells
  /// name they take the place of what would be found in the text.
  package let grids: [Grid]
  /// Lines the file itself marks as headings (styles, tags, names of sheets), ascending; empty for a plain text.
  package let headings: [SourceText.Heading]
  /// The line on which each page but the first begins, ascending; a page without lines begins where the next one does.
  private let pageStarts: [Int]

  /// - Parameter lines: as they stand in the file, without their line ends; a form feed in them begins a page.
  package init(
    id: String, path: String, lines: [String], grids: [Grid] = [], headings: [SourceText.Heading] = []
  ) {
    self.id = id
    self.path = path
    self.grids = grids
    self.headings = headings
    printedLines = lines
    var read = lines
    var pageStarts: [Int] = []
    for (i, line) in lines.enumerated() where line.utf8.contains(FormFeeds.mark) {
      let feeds = FormFeeds(line)
      read[i] = feeds.text
      pageStarts +=
        Array(repeating: i + 1, count: feeds.before) + Array(repeating: i + 2, count: feeds.behind)
    }
    self.lines = read
    self.pageStarts = pageStarts
  }

  package init(id: String, path: String, text: String) {
    self.init(id: id, path: path, lines: TextLines.split(text).map(String.init))
  }

  /// Line `number` as it is read, 1-based; empty where there is no such line.
  package subscript(line number: Int) -> String {
    lines.indices.contains(number - 1) ? lines[number - 1] : ""
  }

  /// The page a line begins on, 1-based. Costs a search in the pages.
  package func page(of line: Int) -> Int {
    var (low, high) = (0, pageStarts.count)
    while low < high {
      let middle = (low + high) / 2
      if pageStarts[middle] <= line { low = middle + 1 } else { high = middle }
    }
    return low + 1
  }

  /// True for the first line of a page, but not of the text.
  package func opensPage(_ line: Int) -> Bool { line > 1 && page(of: line) > page(of: line - 1) }
}

/// The form feeds of a line: those before its text begin the page it stands on, those behind begin the next.
private struct FormFeeds {
  static let mark: UInt8 = 0x0C
  let before: Int
  let behind: Int
  /// The line without them.
  let text: String

  init(_ line: String) {
    var text = String.UnicodeScalarView()
    var (before, behind) = (0, 0)
    var hasText = false
    for scalar in line.unicodeScalars {
      guard scalar.value == UInt32(Self.mark) else {
        hasText = hasText || ScriptClass(scalar) != .space
        text.append(scalar)
        continue
      }
      if hasText {
        behind += 1
        text.append(" ")
      } else {
        before += 1
      }
    }
    (self.before, self.behind, self.text) = (before, behind, String(text))
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
