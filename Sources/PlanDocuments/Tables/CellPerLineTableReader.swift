import JapaneseText
import SourceFiles

/// Reads tables whose cells come one after another between blank lines, row by row, as `pdftotext` gives them without `-layout`:
///
///     指標
///
///     現状値
///     （令和４年度）
///
///     目標値
///     （令和９年度）
///
///     乗船者数
///
///     902人
///
///     1,200人
///
/// A cell is what stands between two blank lines. A table is read as far as each row has a cell of the right kind for each head: words under
/// a head of words, a figure or a mark under a head of figures. A name that the page set beside a head, or below its figures, is found by
/// its place among the names, where all other cells are figures.
package struct CellPerLineTableReader {
  struct Cell {
    var text: [String]
    var lines: [Int]
    /// Index of the line behind it.
    var end: Int
    var joined: String { GridCell(row: 0, column: 0, text: text, lines: lines).joined }
  }

  private let cells: [Cell]
  private let words: HeadWords
  private let holdsFigures: (HeadText) -> Bool

  /// - Parameters:
  ///   - isOpen: Whether a line (0-based) may belong to a table.
  ///   - holdsFigures: Whether figures stand under a head.
  ///   - form: What the cells under a head look like; nil for one that is not known.
  package static func grids(
    in lines: [String], words: HeadWords, where isOpen: (Int) -> Bool,
    holdsFigures: @escaping (HeadText) -> Bool,
    form: @escaping (HeadText) -> WordTableReader.Form? = { _ in nil }
  ) -> [Grid] {
    let reader = CellPerLineTableReader(
      cells: cells(of: lines, words, where: isOpen), words: words, holdsFigures: holdsFigures)
    let numbered = NumberedCells(words: words, form: form)
    var grids: [Grid] = []
    var i = 0
    while i < reader.cells.count {
      if let (grid, end) = numbered.grid(at: i, in: reader.cells) ?? reader.table(at: i)
        ?? reader.sheet(at: i)
      {
        grids.append(grid)
        i = end
      } else {
        i += 1
      }
    }
    return grids
  }

  /// What stands between blank lines. A block of many lines is prose, one with gaps a table of another layout: both end a table, as an
  /// empty cell does here. Letters set one under another are one word. Text that runs up to a title over a head is cut off before it.
  private static func cells(of lines: [String], _ words: HeadWords, where isOpen: (Int) -> Bool) -> [Cell] {
    var cells: [Cell] = []
    var open = Cell(text: [], lines: [], end: 0)
    var isCell = true
    func close() {
      defer { (open, isCell) = (Cell(text: [], lines: [], end: 0), true) }
      guard !open.lines.isEmpty else { return }
      if isCell, let title = titleOverHead(open.text, words) {
        if title > 0 {
          cells.append(Cell(text: [], lines: Array(open.lines[..<title]), end: open.lines[title] - 1))
        }
        cells.append(Cell(text: [], lines: [open.lines[title]], end: open.lines[title]))
        open = Cell(
          text: Array(open.text[(title + 1)...]), lines: Array(open.lines[(title + 1)...]), end: open.end)
      }
      guard isCell, open.lines.count <= 8 else {
        return cells.append(Cell(text: [], lines: open.lines, end: open.end))
      }
      // a short line behind the end of a sentence is a cell of its own
      if let last = open.text.last, open.text.count > 1, open.text[open.text.count - 2].hasSuffix("。"),
        last.unicodeScalars.count <= 12, !last.hasSuffix("。")
      {
        cells.append(
          Cell(
            text: open.text.dropLast(), lines: open.lines.dropLast(), end: open.lines[open.lines.count - 2]))
        open = Cell(text: [last], lines: [open.lines[open.lines.count - 1]], end: open.end)
      }
      let isLetter = open.text.count == 1 && open.text[0].unicodeScalars.count == 1
      if isLetter, ScriptClass(open.text[0].unicodeScalars.first ?? " ") == .han, let last = cells.last,
        last.text.count == 1, last.text[0].unicodeScalars.count < 4, open.lines[0] - last.end < 3,
        last.text[0].unicodeScalars.allSatisfy({ ScriptClass($0) == .han })
      {
        cells[cells.count - 1] = Cell(
          text: [last.text[0] + open.text[0]], lines: [last.lines[0]], end: open.end)
      } else {
        cells.append(open)
      }
    }
    for (i, line) in lines.enumerated() {
      let text = line.unicodeScalars.trimmed
      if text.isEmpty {
        close()
        continue
      }
      if !isOpen(i) || text.first == "|" || line.utf8.contains(0x09) || line.utf8.count > 400 {
        isCell = false
      }
      open.lines.append(i + 1)
      open.text.append(text.text)
      open.end = i + 1
    }
    close()
    return cells
  }

  /// Which line of a block is a title (`◎施策の目標`, `※職員の男女比率`) above the first head of a table, or above the first letter of one
  /// that is set downwards.
  private static func titleOverHead(_ text: [String], _ words: HeadWords) -> Int? {
    guard
      let title = text.lastIndex(where: { $0.unicodeScalars.first.map(isOpening) ?? false }),
      case let rest = text[(title + 1)...], (1...5).contains(rest.count), let first = rest.first
    else { return nil }
    let isLetter =
      rest.count == 1 && first.unicodeScalars.count == 1
      && first.unicodeScalars.allSatisfy { ScriptClass($0) == .han }
    let head = words.head(first)
    return isLetter || words.know(head) || head.isPeriod ? title : nil
  }

  // MARK: heads

  /// A head that a block holds, with what stands behind it in the block: a name or a figure that the page set beside it.
  private func head(_ cell: Cell) -> (head: HeadText, cell: Cell, rest: Cell?)? {
    guard (1...5).contains(cell.text.count) else { return nil }
    var found: (head: HeadText, count: Int)?
    for count in 1...cell.text.count {
      let joined = Array(cell.text.prefix(count)).deduplicated.joined()
      guard joined.unicodeScalars.count <= 24, !joined.unicodeScalars.allSatisfy(\.isDigit) else { break }
      let head = words.head(joined)
      if words.know(head) || head.isPeriod { found = (head, count) }
    }
    guard let found else { return nil }
    let own = Cell(
      text: Array(cell.text.prefix(found.count)), lines: Array(cell.lines.prefix(found.count)), end: cell.end)
    guard found.count < cell.text.count else { return (found.head, own, nil) }
    let rest = Cell(
      text: Array(cell.text.dropFirst(found.count)), lines: Array(cell.lines.dropFirst(found.count)),
      end: cell.end)
    // a unit or a year closes a head
    guard found.count > 1, rest.text.count < 3, isName(rest) || isFigure(rest) else { return nil }
    return (found.head, own, rest)
  }

  private func table(at start: Int) -> (Grid, Int)? {
    guard let first = head(cells[start]) else { return nil }
    var heads = [(cell: first.cell, head: first.head)]
    var displaced = first.rest.map { [$0] } ?? []
    var i = start + 1
    while i < cells.count, heads.count < 12 {
      if let next = head(cells[i]), displaced.isEmpty || next.rest.map(isFigure) ?? true {
        heads.append((next.cell, next.head))
        displaced += next.rest.map { [$0] } ?? []
        i += 1
      } else if displaced.isEmpty, heads.count > 1, i + 1 < cells.count, isName(cells[i]),
        head(cells[i + 1]) != nil
      {
        displaced.append(cells[i])
        i += 1
      } else {
        break
      }
    }
    guard heads.count > 1 else { return nil }
    if displaced.isEmpty, let stacked = stacked(heads.map(\.cell), heads.map(\.head), rowsFrom: i) {
      return stacked
    }
    let figures = heads.map { $0.head.isPeriod || holdsFigures($0.head) }
    var kinds = figures
    var headCells: [(column: Int, cell: Cell)] = heads.enumerated().map { ($0.offset, $0.element.cell) }
    if figures[0] {
      // figures under the first head: the names have none
      kinds.insert(false, at: 0)
      headCells = headCells.map { ($0.column + 1, $0.cell) }
    }
    guard kinds.contains(true) || heads.count < 4 else { return nil }
    let isOfFigures = kinds.dropFirst().allSatisfy(\.self)
    var read = displaced.isEmpty ? rows(from: i, kinds) : nil
    if read == nil, displaced.isEmpty, !figures[0] {
      // every head has figures below it, and names stand before them
      let wider = [false] + heads.map { _ in true }
      read = rows(from: i, wider)
      if let read, read.rows.count > 1 {
        headCells = headCells.map { ($0.column + 1, $0.cell) }
      } else {
        read = nil
      }
    }
    guard let (rows, end) = read ?? (isOfFigures ? dealt(displaced, from: i, kinds.count) : nil) else {
      return nil
    }
    var grid = headCells.map { column, cell in
      let text = cell.text.deduplicated
      return GridCell(
        row: 0, column: column, text: text, lines: cell.lines.suffix(text.count), emphasis: .head)
    }
    for (r, row) in rows.enumerated() {
      grid += row.enumerated().map { column, cell in
        GridCell(row: r + 1, column: column, text: cell.text, lines: cell.lines)
      }
    }
    return (Grid(cells: grid), end)
  }

  /// A table under years and, below each, what its figures are: `令和４年度 令和５年度 決算 予算`, perhaps behind the head of the names.
  private func stacked(_ cells: [Cell], _ heads: [HeadText], rowsFrom start: Int) -> (Grid, Int)? {
    let first = heads[0].isPeriod ? 0 : 1
    let count = (heads.count - first) / 2
    guard count > 1, heads.count == first + 2 * count,
      heads[first..<(first + count)].allSatisfy(\.isPeriod),
      heads[(first + count)...].allSatisfy({ !$0.isPeriod && holdsFigures($0) }),
      let (rows, end) = rows(from: start, [false] + Array(repeating: true, count: count))
    else { return nil }
    var grid = cells.prefix(first).map {
      GridCell(row: 0, column: 0, rowSpan: 2, text: $0.text, lines: $0.lines, emphasis: .head)
    }
    for (i, cell) in cells.dropFirst(first).enumerated() {
      grid.append(
        GridCell(
          row: i / count, column: 1 + i % count, text: cell.text, lines: cell.lines, emphasis: .head))
    }
    for (r, row) in rows.enumerated() {
      grid += row.enumerated().map { GridCell(row: r + 2, column: $0, text: $1.text, lines: $1.lines) }
    }
    return (Grid(cells: grid), end)
  }

  /// Labels, each above its value: three pairs or more. One label between two others has its value elsewhere on the page; behind it a
  /// value is told only where the next label follows, for two labels may stand before their two values.
  private func sheet(at start: Int) -> (Grid, Int)? {
    var pairs: [(label: Cell, value: Cell)] = []
    var isBare = false
    var i = start
    while i + 1 < cells.count, let label = label(at: i) {
      if self.label(at: i + 1) != nil {
        guard !isBare, !pairs.isEmpty else { break }
        isBare = true
        i += 1
        continue
      }
      let value = cells[i + 1]
      guard !value.text.isEmpty, head(value) == nil, value.lines[0] - cells[i].end < 3,
        !Self.isOpening(value.text[0].unicodeScalars.first ?? " "),
        !holdsFigures(label.head) || isFigure(value),
        // a figure over a text is two values
        value.text.count == 1 || FigureShape(value.text[0], units: words.units) == nil,
        !isBare || self.label(at: i + 2) != nil
      else { break }
      pairs.append((label.cell, value))
      isBare = false
      i += 2
    }
    guard pairs.count > 2 else { return nil }
    return (
      Grid(
        cells: pairs.enumerated().flatMap { row, pair in
          [
            GridCell(row: row, column: 0, text: pair.label.text, lines: pair.label.lines),
            GridCell(row: row, column: 1, text: pair.value.text, lines: pair.value.lines),
          ]
        }), i
    )
  }

  /// What a cell names as a label; nil for a year, which tells no value of a sheet.
  private func label(at i: Int) -> (cell: Cell, head: HeadText)? {
    guard i < cells.count, let label = head(cells[i]), label.rest == nil, label.cell.text.count < 3,
      !label.head.isPeriod
    else { return nil }
    return (label.cell, label.head)
  }

  // MARK: rows

  private func isFigure(_ cell: Cell) -> Bool {
    guard !cell.text.isEmpty else { return false }
    let text = cell.joined
    return CellKind.isNothing(text)
      || cell.text.count < 4 && text.unicodeScalars.contains(where: \.isDigit)
        && !text.unicodeScalars.contains("。")
  }

  private static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
    "＜［【◎■◆※《〈<[●▼▽≪┃▍◇・-－−".unicodeScalars.contains(scalar)
  }

  private func isText(_ cell: Cell) -> Bool {
    guard let first = cell.text.first?.unicodeScalars.first, !Self.isOpening(first) else { return false }
    let text = cell.joined
    return !CellKind.isNothing(text) && FigureShape(text, units: words.units) == nil
  }

  /// A text that does not end with a count: `各地域で年１回`.
  private func isName(_ cell: Cell) -> Bool {
    guard isText(cell), cell.text.count < 5 else { return false }
    let end = cell.joined.unicodeScalars.suffix(4)
    return !end.contains(where: \.isDigit) && !end.contains("。")
  }

  /// Rows of a cell for each head, as far as their cells are of the right kind.
  private func rows(from start: Int, _ kinds: [Bool]) -> (rows: [[Cell]], end: Int)? {
    if kinds == [false, false] { return pairs(from: start) }
    var rows: [[Cell]] = []
    var i = start
    while i + kinds.count <= cells.count {
      let row = Array(cells[i..<(i + kinds.count)])
      let gaps = zip(row, row.dropFirst()).map { $1.lines[0] - $0.end }
      guard
        zip(row, kinds).allSatisfy({
          $1 ? isFigure($0) : isText($0) && (head($0) == nil || CellRoles.isTotal($0.joined))
        }),
        isName(row[0]),
        gaps.allSatisfy({ $0 < 4 })
      else { break }
      rows.append(row)
      i += kinds.count
    }
    return rows.count > (kinds.contains(true) ? 0 : 1) ? (rows, i) : nil
  }

  /// Rows of two texts. Where the second is a sentence, a block between them that holds both (a wrapped name beside the first line of its
  /// text) is left out.
  private func pairs(from start: Int) -> (rows: [[Cell]], end: Int)? {
    var rows: [[Cell]] = []
    var name: Cell?
    var i = start
    var missed = 0
    // a name behind a block that was left out may have its beginning there
    var isSure = true
    while i < cells.count, missed < 4, rows.count < 5_000 {
      let cell = cells[i]
      i += 1
      guard isText(cell), head(cell) == nil else { break }
      let isSentence = cell.joined.hasSuffix("。")
      if let open = name, isSentence || !(rows.first?[1].joined.hasSuffix("。") ?? false) {
        if isSure { rows.append([open, cell]) }
        name = nil
        missed = 0
        isSure = true
      } else if !isSentence, cell.text.count < 3, isName(cell) {
        name = cell
      } else {
        missed += 1
        name = nil
        isSure = false
      }
    }
    return rows.count > 1
      ? (rows, rows.last.flatMap { row in cells.firstIndex { $0.end > row[1].end } } ?? i) : nil
  }

  /// Names and figures dealt out to each other in their order, where the page does not give them row by row: the figures are as many as
  /// the names need, and do not look as if they came column by column.
  private func dealt(_ displaced: [Cell], from start: Int, _ count: Int) -> (rows: [[Cell]], end: Int)? {
    var names = displaced.filter { !isFigure($0) }
    var figures = displaced.filter(isFigure)
    var i = start
    while i < cells.count, figures.count < 200 {
      let cell = cells[i]
      guard !cell.text.isEmpty, head(cell) == nil else { break }
      if isFigure(cell) {
        figures.append(cell)
      } else if isName(cell) {
        names.append(cell)
      } else {
        break
      }
      i += 1
    }
    guard !figures.isEmpty, figures.count % (count - 1) == 0 else { return nil }
    let rowCount = figures.count / (count - 1)
    if names.count < rowCount { names = names.flatMap(parted) }
    guard names.count == rowCount else { return nil }
    let unit = { (cell: Cell) in FigureShape(cell.joined, units: words.units)?.quantity.unit }
    let rows = (0..<rowCount).map { r in Array(figures[(r * (count - 1))..<((r + 1) * (count - 1))]) }
    for row in rows where Set(row.compactMap(unit)).count > 1 { return nil }
    return (zip(names, rows).map { [$0] + $1 }, i)
  }

  /// Two names in one block: a line that is not as long as the longest ends its name.
  private func parted(_ cell: Cell) -> [Cell] {
    let longest = cell.text.map(\.unicodeScalars.count).max() ?? 0
    guard longest >= 8 else { return [cell] }
    var parts: [Cell] = []
    var isOpen = false
    for (text, line) in zip(cell.text, cell.lines) {
      if isOpen {
        parts[parts.count - 1].text.append(text)
        parts[parts.count - 1].lines.append(line)
      } else {
        parts.append(Cell(text: [text], lines: [line], end: cell.end))
      }
      isOpen = text.unicodeScalars.count + 1 >= longest
    }
    return parts
  }
}

extension [String] {
  /// Without a line that the one above it prints too.
  fileprivate var deduplicated: [String] {
    reduce(into: []) { lines, line in if lines.last != line { lines.append(line) } }
  }
}
