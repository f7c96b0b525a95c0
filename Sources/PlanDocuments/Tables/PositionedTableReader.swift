import JapaneseText
import SourceFiles

/// Reads tables whose columns are set by spaces, as `pdftotext -layout` prints a page: a head that names columns, and below it cells
/// that are wrapped around the middle of their rows.
///
///        重要業績評価指標       現状値          目標値
///          （ＫＰＩ）       （2014年度）    （2019年度）
///     湖のまわりで新しく
///                              －        ５年間で１人
///     働きはじめた人の数
///
/// A line that repeats a part of the head (bold is drawn twice) belongs to it. The table ends before a line that crosses its columns, a
/// line that opens something else, or four blank lines.
package struct PositionedTableReader {
  private let lines: [PositionedLine]
  private let isOpen: (Int) -> Bool
  private let words: HeadWords

  /// - Parameter isOpen: Whether a line (0-based) may belong to a table.
  package static func grids(in lines: [String], words: HeadWords, where isOpen: @escaping (Int) -> Bool)
    -> [Grid]
  {
    let readers = PositionedLine.Measure.allCases.map { measure in
      PositionedTableReader(
        lines: lines.enumerated().map { i, line in
          let isOfColumns =
            line.utf8.count <= 4_000 && line.utf8.first != UInt8(ascii: "|") && !line.utf8.contains(0x09)
          return PositionedLine(number: i + 1, text: isOfColumns ? line : "", measure: measure)
        }, isOpen: isOpen, words: words)
    }
    var grids: [Grid] = []
    var i = 0
    while i < lines.count {
      let read = readers.compactMap { reader in reader.head(at: i).map(reader.table) }
      // the measure by which most lines fit, and fit best
      let best = read.min { ($1.end, $0.price) < ($0.end, $1.price) }
      if let grid = best?.grid { grids.append(grid) }
      i = max(i + 1, best?.end ?? 0)
    }
    return grids
  }

  private struct Reading {
    var grid: Grid?
    /// Index of the line behind it.
    let end: Int
    var price = 0
  }

  /// Lines that name columns; indexes into `lines`, and the pieces of each column from the top.
  private struct Head {
    let start: Int
    let end: Int
    var columns: [Column]
  }

  private struct Column {
    var pieces: [(line: Int, text: String)]
    var extent: Range<Int>
  }

  /// Three lines at most above and below one that knows two columns or more, without a blank line between them.
  private func head(at i: Int) -> Head? {
    guard isOpen(i), isHeadLine(lines[i]) else { return nil }
    var start = i
    while start > 0, i - start < 2, isOpen(start - 1), belongsToHead(lines[start - 1], of: lines[i]) {
      start -= 1
    }
    var end = i + 1
    while end < lines.count, end - i < 4, isOpen(end), belongsToHead(lines[end], of: lines[i]) { end += 1 }
    var columns = lines[i].pieces.map { Column(pieces: [], extent: $0.columns) }
    for line in lines[start..<end] {
      for piece in line.pieces {
        guard let c = columns.firstIndex(where: { $0.extent.overlaps(piece.columns) }) else { continue }
        let (low, high) = (columns[c].extent.lowerBound, columns[c].extent.upperBound)
        columns[c].extent = min(low, piece.columns.lowerBound)..<max(high, piece.columns.upperBound)
        if columns[c].pieces.contains(where: { $0.text.contains(piece.text) }) { continue }
        columns[c].pieces.removeAll { piece.text.contains($0.text) }
        columns[c].pieces.append((line.number, piece.text))
      }
    }
    // names of rows have no head where the first head is of their figures
    if let first = columns.first, first.extent.lowerBound > 0, let text = first.pieces.first?.text,
      CellKind(text, words: words) == .period
    {
      columns.insert(Column(pieces: [], extent: 0..<1), at: 0)
    }
    return Head(start: start, end: end, columns: columns)
  }

  /// Two columns or more, of which two are known and none is a figure or a sentence.
  private func isHeadLine(_ line: PositionedLine) -> Bool {
    guard (2...14).contains(line.pieces.count) else { return false }
    let kinds = line.pieces.map { CellKind($0.text, words: words) }
    let known = kinds.count { $0 == .word || $0 == .period }
    return known > 1 && known * 10 >= kinds.count * 6
      && !kinds.contains { $0 == .figure || $0 == .long || $0 == .mark }
      && line.pieces.allSatisfy { $0.text.count <= 20 }
  }

  /// Brackets, years and words under or over the columns of a head, or some of it again.
  private func belongsToHead(_ line: PositionedLine, of head: PositionedLine) -> Bool {
    guard !line.pieces.isEmpty, line.pieces.count <= head.pieces.count else { return false }
    return line.pieces.allSatisfy { piece in
      let over = head.pieces.filter { $0.columns.overlaps(piece.columns) }
      guard over.count == 1 else { return false }
      let kind = CellKind(piece.text, words: words)
      return over[0].text.contains(piece.text) || kind == .period
        || kind == .word && line.pieces.count > 1
        || (piece.text.hasPrefix("（") || piece.text.hasPrefix("(")) && piece.text.count <= 16
    }
  }

  private func table(_ head: Head) -> Reading {
    var columns = head.columns
    var body: [(line: Int, cells: [Int: [String]])] = []
    var end = head.end
    while end < lines.count, body.count < 2_000 {
      let line = lines[end]
      if line.pieces.isEmpty {
        if end - (body.last.map { $0.line } ?? head.end) >= 4 { break }
        end += 1
        continue
      }
      guard isOpen(end), !opensAnother(line, columns), let cells = cells(line, &columns) else { break }
      body.append((line.number, cells))
      end += 1
    }
    var head = head
    if let names = namesBesideFigures(body.map(\.cells)) {
      body = zip(body, names).map { ($0.line, $1) }
      columns.insert(Column(pieces: [], extent: 0..<0), at: 0)
      head.columns = columns
    }
    // pieces of one line in one cell are seldom meant so
    let merged = body.map { line in line.cells.values.map { $0.count - 1 }.reduce(0, +) }.reduce(0, +)
    let (rows, price) = WrappedRows.rows(
      body.map { WrappedRows.Line(number: $0.line, cells: $0.cells.mapValues { $0.joined(separator: " ") }) },
      columnCount: columns.count)
    guard !rows.isEmpty else { return Reading(end: head.end) }
    return Reading(
      grid: Grid(cells: headCells(head) + bodyCells(rows, columns.count)), end: body.last?.line ?? head.end,
      price: price + 8 * merged + (PositionedTableReader.narrowestGutter(columns) < 2 ? 10 : 0))
  }

  /// The least white space between two columns, all lines taken together; in the right measure columns stand apart.
  private static func narrowestGutter(_ columns: [Column]) -> Int {
    zip(columns, columns.dropFirst()).map { $1.extent.lowerBound - $0.extent.upperBound }.min() ?? Int.max
  }

  /// The cells with a column of names set before the first, where most lines print a name and a figure under the first head; nil
  /// elsewhere.
  private func namesBesideFigures(_ lines: [[Int: [String]]]) -> [[Int: [String]]]? {
    let opening = lines.compactMap { $0[0] }
    let both = opening.count {
      $0.count == 2 && FigureShape($0[1], units: words.units) != nil
        && FigureShape($0[0], units: words.units) == nil
    }
    guard both > 1, both * 10 >= opening.count * 7 else { return nil }
    return lines.map { cells in
      var moved: [Int: [String]] = [:]
      for (column, texts) in cells { moved[column + 1] = texts }
      if let first = cells[0] {
        moved[0] = [first[0]]
        moved[1] = first.count > 1 ? Array(first.dropFirst()) : nil
      }
      return moved
    }
  }

  private func opensAnother(_ line: PositionedLine, _ columns: [Column]) -> Bool {
    guard let first = line.pieces.first, let mark = first.text.unicodeScalars.first else { return true }
    if isHeadLine(line) { return true }
    // what stands beside the names goes on with a cell
    guard line.pieces.count == 1, columns.count < 2 || first.columns.lowerBound < columns[1].extent.lowerBound
    else {
      return false
    }
    return "＜［【◎■◆□※《〈<[●▼▽".unicodeScalars.contains(mark) || first.text.contains("。")
      || first.text.hasPrefix("（出") || first.text.hasPrefix("資料") || first.text.hasPrefix("注")
  }

  /// The pieces of a line by column; nil where one crosses columns. Columns grow by what stands under them.
  private func cells(_ line: PositionedLine, _ columns: inout [Column]) -> [Int: [String]]? {
    var cells: [Int: [String]] = [:]
    for piece in line.pieces {
      guard let column = column(of: piece, columns) else { return nil }
      cells[column, default: []].append(piece.text)
      let before = column > 0 ? columns[column - 1].extent.upperBound : 0
      let behind = column + 1 < columns.count ? columns[column + 1].extent.lowerBound : Int.max
      let low = max(min(columns[column].extent.lowerBound, piece.columns.lowerBound), before)
      let high = min(max(columns[column].extent.upperBound, piece.columns.upperBound), behind)
      columns[column].extent = low..<max(low, high)
    }
    return cells
  }

  private func column(of piece: PositionedLine.Piece, _ columns: [Column]) -> Int? {
    let overlaps = columns.indices.filter { columns[$0].extent.overlaps(piece.columns) }
    if overlaps.count == 1 { return overlaps[0] }
    if overlaps.count > 1 {
      let shares = overlaps.map { columns[$0].extent.clamped(to: piece.columns).count }
      guard let most = shares.max(), most * 10 >= piece.columns.count * 6 else { return nil }
      return overlaps[shares.firstIndex(of: most) ?? 0]
    }
    // beside a column that is still as narrow as its head
    let gaps = columns.map { column in
      column.extent.upperBound <= piece.columns.lowerBound
        ? piece.columns.lowerBound - column.extent.upperBound
        : column.extent.lowerBound - piece.columns.upperBound
    }
    guard let least = gaps.min(), least <= 16 else { return nil }
    return gaps.firstIndex(of: least)
  }

  private func headCells(_ head: Head) -> [GridCell] {
    head.columns.enumerated().map { column, head in
      GridCell(
        row: 0, column: column, text: head.pieces.map(\.text), lines: head.pieces.map(\.line), emphasis: .head
      )
    }
  }

  private func bodyCells(_ rows: [[WrappedRows.Line]], _ count: Int) -> [GridCell] {
    rows.enumerated().flatMap { r, row in
      (0..<count).compactMap { column in
        let lines = row.compactMap { line in line.cells[column].map { (line.number, $0) } }
        return lines.isEmpty
          ? nil : GridCell(row: r + 1, column: column, text: lines.map(\.1), lines: lines.map(\.0))
      }
    }
  }
}
