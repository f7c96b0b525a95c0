import PageLayout

/// Writes the paragraphs and tables of a file without pages, as they open and close.
///
/// A place is the how-manieth paragraph or table of the file an element is: `p[12]`, `table[2]/tr[3]`.
struct BodyWriter {
  /// What becomes of a table inside a cell of another.
  enum NestedTables: Hashable {
    /// Its rows are lines of the cell: a form with a small table in it.
    case flattened
    /// The outer one only arranges the page, and is no table.
    case kept
  }

  private struct OpenTable {
    var assembler = TableAssembler()
    var cell: [String] = []
    var span = CellSpan()
    var isInCell = false
    var isLayout = false
    let number: Int
  }

  /// What is known of a cell before it ends.
  struct CellSpan {
    var rows = 1
    var columns = 1
    var continuesAbove = false
    var emphasis = GridCell.Emphasis.none
  }

  var builder = SourceTextBuilder()
  private let nested: NestedTables
  private var tables: [OpenTable] = []
  private var paragraphCount = 0
  private var tableCount = 0
  /// Where everything stands, in a file whose pages are known (slides).
  var page: Int?

  init(nested: NestedTables) { self.nested = nested }

  /// Tables deeper than this are read as if they were not there: their text belongs to the cell around them.
  private static let deepest = 16
  private var tooDeep = 0

  var isInTable: Bool { !tables.isEmpty }
  var isInCell: Bool { tables.last?.isInCell ?? false }

  mutating func paragraph(_ text: String, level: Int? = nil) {
    paragraphCount += 1
    if let last = tables.indices.last, !tables[last].isLayout {
      // What stands between cells belongs to no place of the table; it is put into the next cell.
      tables[last].cell += SourceTextBuilder.lines(of: text)
      return
    }
    let place = page.map { Place.page($0, box: nil) } ?? .element("p[\(paragraphCount)]")
    if let level { builder.heading(text, level: level, at: place) } else { builder.text(text, at: place) }
  }

  mutating func startTable() {
    guard tables.count < Self.deepest else {
      tooDeep += 1
      return
    }
    tableCount += 1
    if nested == .kept, let last = tables.indices.last, !tables[last].isLayout { openUp(last) }
    tables.append(OpenTable(number: tableCount))
  }

  mutating func startRow() {
    guard let last = tables.indices.last, tooDeep == 0 else { return }
    endCell()
    tables[last].assembler.startRow()
  }

  mutating func startCell(_ span: CellSpan = CellSpan()) {
    guard let last = tables.indices.last, tooDeep == 0 else { return }
    endCell()
    tables[last].isInCell = true
    tables[last].span = span
  }

  /// Says more of the cell that is open.
  mutating func changeCell(_ change: (inout CellSpan) -> Void) {
    guard let last = tables.indices.last, tooDeep == 0 else { return }
    change(&tables[last].span)
  }

  mutating func endCell() {
    guard let last = tables.indices.last, tables[last].isInCell, tooDeep == 0 else { return }
    let (text, span) = (tables[last].cell, tables[last].span)
    tables[last].isInCell = false
    tables[last].cell = []
    if tables[last].isLayout { return }
    if span.continuesAbove {
      tables[last].assembler.continueAbove(columnSpan: span.columns)
    } else {
      tables[last].assembler.add(text, rowSpan: span.rows, columnSpan: span.columns, emphasis: span.emphasis)
    }
  }

  mutating func endTable() {
    if tooDeep > 0 {
      tooDeep -= 1
      return
    }
    guard !tables.isEmpty else { return }
    endCell()
    let table = tables.removeLast()
    guard !table.isLayout else { return }
    let cells = table.assembler.finish()
    if let last = tables.indices.last, !tables[last].isLayout {
      tables[last].cell += Self.rows(cells)
    } else {
      write(cells, number: table.number)
      builder.text(table.cell.joined(separator: "\n"), at: place(ofTable: table.number, row: 0))
    }
  }

  mutating func finish(_ format: FileFormat) -> SourceText {
    while !tables.isEmpty { endTable() }
    return builder.finish(format)
  }

  private mutating func write(_ cells: [TableCell], number: Int) {
    let printed = cells.filter { !$0.text.isEmpty }
    if printed.count < 2 {
      // A frame around a text, not a table.
      for cell in printed {
        builder.text(cell.text.joined(separator: "\n"), at: place(ofTable: number, row: cell.row))
      }
    } else {
      let page = page
      builder.table(cells.withoutEmptyColumns()) { Self.place(ofTable: number, row: $0, page: page) }
    }
  }

  private func place(ofTable number: Int, row: Int) -> Place {
    Self.place(ofTable: number, row: row, page: page)
  }

  private static func place(ofTable number: Int, row: Int, page: Int?) -> Place {
    page.map { .page($0, box: nil) } ?? .element("table[\(number)]/tr[\(row + 1)]")
  }

  /// Writes what an outer table holds so far as text, and takes it for no table from here on.
  private mutating func openUp(_ index: Int) {
    let table = tables[index]
    tables[index].isLayout = true
    for line in Self.rows(table.assembler.finish()) + table.cell {
      builder.text(line, at: place(ofTable: table.number, row: 0))
    }
    tables[index].cell = []
  }

  private static func rows(_ cells: [TableCell]) -> [String] {
    Dictionary(grouping: cells.filter { !$0.text.isEmpty }, by: \.row).sorted { $0.key < $1.key }
      .map { $0.value.map { PrintedLines.joined($0.text) }.joined(separator: "\u{3000}") }
  }
}
