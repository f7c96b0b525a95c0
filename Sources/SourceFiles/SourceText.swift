import PageLayout

/// What was read of a file: its text as lines, where each line stands in the file, and its tables cell by cell.
///
/// A row of a table is one line of pipes (`| 指標 | 現状 | 目標 |`), a page begins with a line that holds a form feed alone.
package struct SourceText: Hashable, Sendable {
  package let format: FileFormat
  /// Without line ends; `lines[0]` is line 1.
  package let lines: [String]
  /// Where each line stands, nil for a blank one; empty where the lines are the file's own.
  package let places: [Place?]
  /// Lines that the file marks as headings, ascending.
  package let headings: [Heading]
  /// In order of first line; `GridCell.lines` point into `lines`.
  package let grids: [Grid]
  package let remarks: [Remark]

  package init(
    format: FileFormat, lines: [String], places: [Place?] = [], headings: [Heading] = [], grids: [Grid] = [],
    remarks: [Remark] = []
  ) {
    self.format = format
    self.lines = lines
    self.places = places
    self.headings = headings
    self.grids = grids
    self.remarks = remarks
  }

  /// A line that is a heading by a style or a tag.
  package struct Heading: Hashable, Sendable {
    /// 1-based.
    package let line: Int
    /// 1 for the highest.
    package let level: Int

    package init(line: Int, level: Int) {
      self.line = line
      self.level = level
    }
  }
}

/// Where a line of an extracted text stands in its file.
package enum Place: Hashable, Sendable {
  /// On a page, counted from 1; the box is absent where the file says nothing of places (slides).
  case page(Int, box: Box?)
  /// In cells of a sheet; a file that is one table (CSV) has no sheet.
  case cells(sheet: String?, CellRange)
  /// In an element of a file without pages, as a path: `body/table[2]/tr[3]`.
  case element(String)
}

/// A rectangle of cells.
package struct CellRange: Hashable, Sendable {
  /// 0-based, inclusive.
  package let rows: ClosedRange<Int>
  package let columns: ClosedRange<Int>

  package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.rows = rows
    self.columns = columns
  }

  func union(_ other: CellRange) -> CellRange {
    CellRange(
      rows: min(rows.lowerBound, other.rows.lowerBound)...max(rows.upperBound, other.rows.upperBound),
      columns: min(
        columns.lowerBound, other.columns.lowerBound)...max(columns.upperBound, other.columns.upperBound))
  }
}

extension CellRange: CustomStringConvertible {
  /// `B14:F14`, `B14` for one cell.
  package var description: String {
    let first = "\(Self.name(column: columns.lowerBound))\(rows.lowerBound + 1)"
    let last = "\(Self.name(column: columns.upperBound))\(rows.upperBound + 1)"
    return first == last ? first : "\(first):\(last)"
  }

  /// 0 is `A`, 27 is `AB`.
  static func name(column: Int) -> String {
    var name = ""
    var rest = column + 1
    while rest > 0 {
      name = String(Character(Unicode.Scalar(UInt8(65 + (rest - 1) % 26)))) + name
      rest = (rest - 1) / 26
    }
    return name
  }
}

extension Place: CustomStringConvertible {
  /// `p.12`, `施設!B14:F14`, `table[2]/tr[3]`.
  package var description: String {
    switch self {
    case .page(let page, _): "p.\(page)"
    case .cells(let sheet, let range): sheet.map { "\($0)!\(range)" } ?? range.description
    case .element(let path): path
    }
  }
}

extension Place {
  /// One place for several lines, as far as they stand together: the first page's part, the first sheet's rectangle.
  package static func around(_ places: some Sequence<Place>) -> Place? {
    var result: Place?
    for place in places { result = result.map { $0.widened(by: place) } ?? place }
    return result
  }

  private func widened(by other: Place) -> Place {
    switch (self, other) {
    case (.page(let page, let box?), .page(let second, let other?)) where page == second:
      .page(page, box: box.union(other))
    case (.cells(let sheet, let range), .cells(let second, let other)) where sheet == second:
      .cells(sheet: sheet, range.union(other))
    case (.page, _), (.cells, _), (.element, _): self
    }
  }
}
