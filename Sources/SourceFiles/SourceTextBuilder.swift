import PageLayout

/// Gathers a source text line by line, as a reader comes upon it.
struct SourceTextBuilder {
  private(set) var lines: [String] = []
  private var places: [Place?] = []
  private var headings: [SourceText.Heading] = []
  private var grids: [Grid] = []
  var remarks: [Remark] = []

  var isEmpty: Bool { lines.allSatisfy(\.isEmpty) }

  /// The number that the next line will have.
  private var nextLine: Int { lines.count + 1 }

  /// Adds a text, which may hold line breaks; blank ones are left out.
  mutating func text(_ text: String, at place: Place?) {
    for line in Self.lines(of: text) { add(line, at: place) }
  }

  mutating func heading(_ text: String, level: Int, at place: Place?) {
    let all = Self.lines(of: text)
    guard !all.isEmpty else { return }
    blank()
    headings.append(SourceText.Heading(line: nextLine, level: level))
    add(PrintedLines.joined(all), at: place)
  }

  /// One blank line, however often it is asked for.
  mutating func blank() {
    if let last = lines.last, !last.isEmpty, last != Self.pageBreak { add("", at: nil) }
  }

  /// Everything from here on stands on a new page.
  mutating func newPage() {
    if !lines.isEmpty { add(Self.pageBreak, at: nil) }
  }

  private static let pageBreak = "\u{C}"

  /// Adds a table: a line of pipes for each row that prints something, and the table's grid.
  ///
  /// - Parameters:
  ///   - continued: how it goes on from the last table, on the page before; nil for a table of its own.
  ///   - place: where a row (0-based) of the table stands.
  mutating func table(_ cells: [TableCell], continued: ContinuedTable? = nil, place: (Int) -> Place?) {
    guard !cells.isEmpty else { return }
    let cells = cells.withoutOverlaps()
    blank()
    let width = cells.map { $0.column + $0.columnSpan }.max() ?? 0
    var starts: [Int: Int] = [:]
    for (row, all) in Dictionary(grouping: cells, by: \.row).sorted(by: { $0.key < $1.key }) {
      guard all.contains(where: { !$0.text.isEmpty }) else { continue }
      starts[row] = nextLine
      var texts = [String](repeating: "", count: width)
      for cell in all { texts[cell.column] = cell.pipeText }
      add("| " + texts.joined(separator: " | ") + " |", at: place(row))
    }
    blank()
    let printed = cells.map { cell in
      GridCell(
        row: cell.row, column: cell.column, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan,
        text: cell.text,
        lines: cell.text.map { _ in starts[cell.row] ?? 1 }, emphasis: cell.emphasis)
    }
    if let continued, let before = grids.popLast() {
      grids.append(before.followed(by: printed, continued))
    } else {
      grids.append(Grid(cells: printed))
    }
  }

  func finish(_ format: FileFormat) -> SourceText {
    var text = self
    while let last = text.lines.last, last.isEmpty || last == Self.pageBreak {
      text.lines.removeLast()
      text.places.removeLast()
    }
    return SourceText(
      format: format, lines: text.lines, places: text.places, headings: text.headings, grids: text.grids,
      remarks: text.remarks)
  }

  private mutating func add(_ line: String, at place: Place?) {
    lines.append(line)
    places.append(place)
  }

  /// The lines of a text without white space at their ends; blank ones and controls are left out.
  static func lines(of text: String) -> [String] {
    text.unicodeScalars.split { $0 == "\n" || $0 == "\r" || $0 == "\u{B}" || $0 == "\u{C}" }
      .map { PrintedLines.cleaned($0) }.filter { !$0.isEmpty }
  }
}

extension Grid {
  /// This table with the cells that follow on the next page.
  fileprivate func followed(by cells: [GridCell], _ continued: ContinuedTable) -> Grid {
    let last = rowCount - 1
    let first = continued.repeatedHead
    var joined = self.cells
    if continued.joinsLastRow {
      for rest in cells where rest.row == first && !rest.text.isEmpty {
        guard
          let i = joined.firstIndex(where: { $0.column == rest.column && $0.row + $0.rowSpan - 1 == last })
        else { continue }
        joined[i] = joined[i].followed(by: rest)
      }
    }
    let start = continued.joinsLastRow ? first + 1 : first
    return Grid(cells: joined + cells.filter { $0.row >= start }.map { $0.moved(down: last + 1 - start) })
  }
}

extension GridCell {
  fileprivate func followed(by rest: GridCell) -> GridCell {
    GridCell(
      row: row, column: column, rowSpan: rowSpan, columnSpan: columnSpan, text: text + rest.text,
      lines: lines + rest.lines, emphasis: emphasis)
  }

  fileprivate func moved(down rows: Int) -> GridCell {
    GridCell(
      row: row + rows, column: column, rowSpan: rowSpan, columnSpan: columnSpan, text: text, lines: lines,
      emphasis: emphasis)
  }
}
