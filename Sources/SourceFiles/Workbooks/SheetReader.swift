import Phrases

/// Reads the cells of one sheet of a workbook.
struct SheetReader {
  let strings: [String]
  let styles: WorkbookStyles
  let from1904: Bool
  /// Cells that may be kept of all sheets together.
  var budget: Int
  private(set) var formulasWithoutValue = 0

  init(strings: [String], styles: WorkbookStyles, from1904: Bool, budget: Int) {
    self.strings = strings
    self.styles = styles
    self.from1904 = from1904
    self.budget = budget
  }

  /// Cells in order of row; merged ones once, with their spans.
  mutating func cells(_ bytes: [UInt8]) throws(ReadingFailure) -> [TableCell] {
    var cells: [TableCell] = []
    var merged: [CellRange] = []
    var (row, column) = (-1, -1)
    var reader = MarkupReader(bytes)
    while let event = reader.next() {
      guard event == .start else { continue }
      switch reader.name {
      case "row":
        row = reader.attribute("r").flatMap { Int($0) }.map { $0 - 1 } ?? row + 1
        column = -1
      case "c":
        let place = reader.attribute("r").flatMap { CellReference($0) }
        (row, column) = place.map { ($0.row, $0.column) } ?? (row, column + 1)
        if let cell = cell(&reader, row: row, column: column) {
          cells.append(cell)
          budget -= 1
          if budget < 0 { throw .tooMuch(.cellsOfFile) }
        }
      case "mergeCell":
        if let range = reader.attribute("ref").flatMap({ CellRange($0) }) { merged.append(range) }
      default: break
      }
    }
    guard reader.isWhole else { throw .damaged(Phrase.aSheet.with()) }
    return Self.merge(cells, merged)
  }

  private mutating func cell(_ reader: inout MarkupReader, row: Int, column: Int) -> TableCell? {
    let style = reader.attribute("s").flatMap { Int($0) } ?? 0
    let kind = reader.attribute("t") ?? "n"
    var stored: String?
    var inline: String?
    var hasFormula = false
    var inValue = false
    loop: while let event = reader.next() {
      switch event {
      case .start:
        switch reader.name {
        case "v": inValue = true
        case "f": hasFormula = true
        case "is": inline = SharedStrings.text(in: &reader, until: "is")
        default: break
        }
      case .text: if inValue { stored = (stored ?? "") + reader.text }
      case .end:
        inValue = false
        if reader.name == "c" { break loop }
      }
    }
    if hasFormula, stored == nil, kind != "str" { formulasWithoutValue += 1 }
    let text = SourceTextBuilder.lines(
      of: inline ?? stored.map { printed($0, kind: kind, style: style) } ?? "")
    let isFilled = styles.isFilled(style)
    guard !text.isEmpty || isFilled, row >= 0, column >= 0 else { return nil }
    return TableCell(row: row, column: column, text: text, emphasis: isFilled ? .filled : .none)
  }

  private func printed(_ stored: String, kind: String, style: Int) -> String {
    switch kind {
    case "s": Int(stored).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
    case "b": stored == "1" ? "TRUE" : "FALSE"
    case "n": styles.format(style).text(stored, from1904: from1904)
    default: stored
    }
  }

  /// Gives the first cell of each merged range its spans and drops those it covers.
  private static func merge(_ cells: [TableCell], _ merged: [CellRange]) -> [TableCell] {
    guard !merged.isEmpty else { return cells }
    let byRow = Dictionary(
      grouping: merged.indices.flatMap { i in merged[i].rows.prefix(4096).map { ($0, i) } }, by: \.0)
    return cells.compactMap { cell in
      for (_, i) in byRow[cell.row] ?? [] where merged[i].columns.contains(cell.column) {
        let range = merged[i]
        guard (cell.row, cell.column) == (range.rows.lowerBound, range.columns.lowerBound) else { return nil }
        var cell = cell
        (cell.rowSpan, cell.columnSpan) = (range.rows.count, range.columns.count)
        return cell
      }
      return cell
    }
  }
}
