import JapaneseText
import SourceFiles

/// Reads tables whose cells are words between single spaces, under a head of nothing but known words:
///
///     No. 事業名 担当課 予算額 決算額 達成度
///     7 市民農園運営事業 農林課 1,130 1,098 3
///     9 湖のまわりの花壇
///     づくり事業 公園課 560 498 3
///
/// Heads, and the cells of a row, may also stand on lines of their own, with blank lines between the rows. A row has a cell for each head;
/// one that was wrapped inside a cell is put together only where just one way of doing so fits the heads. Any other is a row of one cell
/// over all columns: it can't be told.
package struct WordTableReader {
  /// What the cells under a head look like.
  package enum Form: Hashable, Sendable { case number, figure, grade, office, name, text }

  private struct Line {
    /// 1-based.
    let number: Int
    let words: [String]
    let followsBlank: Bool
    var text: String { words.joined(separator: " ") }
    var isSentence: Bool { words.last?.hasSuffix("。") ?? false }
  }

  private let lines: [Line]
  private let form: (HeadText) -> Form?
  private let words: HeadWords

  /// - Parameters:
  ///   - isOpen: Whether a line (0-based) may belong to a table.
  ///   - form: nil for a head that is not known.
  package static func grids(
    in lines: [String], words: HeadWords, where isOpen: (Int) -> Bool, form: @escaping (HeadText) -> Form?
  ) -> [Grid] {
    var open: [Line] = []
    var followsBlank = true
    for (i, line) in lines.enumerated() {
      let isLine = isOpen(i) && line.utf8.count <= 400 && !line.utf8.contains(0x09)
      let words = isLine ? line.split(whereSeparator: \.isWhitespace).map(String.init) : []
      if words.isEmpty || words[0].hasPrefix("|") {
        followsBlank = true
      } else {
        open.append(Line(number: i + 1, words: words, followsBlank: followsBlank))
        followsBlank = false
      }
    }
    let reader = WordTableReader(lines: open, form: form, words: words)
    var grids: [Grid] = []
    var i = 0
    while i < open.count {
      if let (grid, end) = reader.table(at: i) ?? reader.groupedTable(at: i) {
        if let grid { grids.append(grid) }
        i = end
      } else {
        i += 1
      }
    }
    return grids
  }

  /// A word of a row, or a line of one whose cells stand on lines of their own.
  private struct Piece {
    let text: String
    let line: Int
    /// Whether a line of the row breaks before it.
    let opensLine: Bool
  }

  private typealias Cells = [[Piece]]

  private struct Row {
    let first: Int
    /// As many as heads; nil where they can't be told.
    var cells: Cells?
  }

  // MARK: heads

  /// The forms of three heads or more: one of names, and one of figures or grades.
  private func forms(of heads: [String]) -> [Form]? {
    guard (3...16).contains(heads.count), heads.allSatisfy({ $0.utf8.count <= 60 }) else { return nil }
    var forms: [Form] = []
    for head in heads {
      guard let form = form(words.head(head)) else { return nil }
      forms.append(form)
    }
    return forms.contains(.name) && forms.contains { $0 == .figure || $0 == .grade } ? forms : nil
  }

  private func table(at i: Int) -> (Grid?, Int)? {
    guard let forms = forms(of: lines[i].words) else { return nil }
    var rows: [Row] = []
    var next = i + 1
    while next < lines.count, !lines[next].followsBlank, let row = row(at: next, forms) {
      rows.append(row.row)
      next = row.end
    }
    let head = lines[i].words.map { (text: [$0], lines: [lines[i].number]) }
    return (grid(head, rows), max(next, i + 1))
  }

  /// Heads on lines of their own up to a blank line, the unit of one perhaps on the line below it.
  private func groupedTable(at i: Int) -> (Grid?, Int)? {
    var heads: [(text: [String], lines: [Int])] = []
    var next = i
    while next < lines.count, next - i < 20, next == i || !lines[next].followsBlank,
      lines[next].text.unicodeScalars.count <= 12
    {
      let text = lines[next].text
      if form(words.head(text)) != nil {
        heads.append(([text], [lines[next].number]))
      } else if let last = heads.last, "（(".contains(text.first ?? " "),
        form(words.head(last.text.joined() + text)) != nil
      {
        heads[heads.count - 1] = (last.text + [text], last.lines + [lines[next].number])
      } else {
        return nil
      }
      next += 1
    }
    guard heads.count <= 10, let forms = forms(of: heads.map { $0.text.joined() }) else { return nil }
    var groups: [(first: Int, fits: [Cells])] = []
    while next < lines.count, lines[next].followsBlank {
      let most = next + forms.count + 4
      let end =
        lines[(next + 1)...].prefix(forms.count + 4).firstIndex(where: \.followsBlank)
        ?? min(lines.count, most + 1)
      let group = lines[next..<end]
      guard group.count >= forms.count, group.count <= forms.count + 4, !group.contains(where: \.isSentence)
      else { break }
      let pieces = group.map { Piece(text: $0.text, line: $0.number, opensLine: true) }
      groups.append((lines[next].number, fits(pieces, forms)))
      next = end
    }
    return groups.isEmpty ? nil : (grid(heads, settled(groups, forms)), next)
  }

  /// Where a name and an office can be divided in more than one way, an office that other rows have decides.
  private func settled(_ groups: [(first: Int, fits: [Cells])], _ forms: [Form]) -> [Row] {
    let column = forms.firstIndex(of: .office)
    let office = { (cells: Cells) in column.map { cells[$0].map(\.text).joined() } }
    let known = Set(groups.filter { $0.fits.count == 1 }.compactMap { office($0.fits[0]) })
    return groups.map { group in
      let fits =
        group.fits.count == 1 ? group.fits : group.fits.filter { office($0).map(known.contains) ?? false }
      return Row(first: group.first, cells: fits.count == 1 ? fits[0] : nil)
    }
  }

  // MARK: rows

  /// The row at a line, of three lines at most; nil where none begins.
  private func row(at start: Int, _ forms: [Form]) -> (row: Row, end: Int)? {
    var all: [Piece] = []
    for i in start..<min(start + 3, lines.count) {
      let line = lines[i]
      if line.isSentence || i > start && line.followsBlank || self.forms(of: line.words) != nil { break }
      all += line.words.enumerated().map {
        Piece(text: $1, line: line.number, opensLine: $0 == 0 && i > start)
      }
      let fits = fits(all, forms)
      if fits.count == 1 { return (Row(first: lines[start].number, cells: fits[0]), i + 1) }
    }
    guard !all.isEmpty, lines[start].words.count + 1 >= forms.count else { return nil }
    return (Row(first: lines[start].number), start + 1)
  }

  /// All ways in which pieces make a cell for each head, joined only across the ends of lines.
  private func fits(_ pieces: [Piece], _ forms: [Form]) -> [Cells] {
    let joins = pieces.count - forms.count
    let breaks = pieces.indices.filter { pieces[$0].opensLine }
    guard joins >= 0, joins <= breaks.count, breaks.count <= 16 else { return [] }
    var fits: [Cells] = []
    for chosen in 0..<(1 << breaks.count) where chosen.nonzeroBitCount == joins {
      var cells: Cells = []
      for (i, piece) in pieces.enumerated() {
        if let n = breaks.firstIndex(of: i), chosen >> n & 1 == 1, !cells.isEmpty {
          cells[cells.count - 1].append(piece)
        } else {
          cells.append([piece])
        }
      }
      if cells.count == forms.count, zip(forms, cells).allSatisfy({ accepts($0, $1.map(\.text).joined()) }) {
        fits.append(cells)
      }
    }
    return fits
  }

  private func accepts(_ form: Form, _ cell: String) -> Bool {
    let isFigure = FigureShape(cell, units: words.units) != nil
    let isNothing = CellKind.isNothing(cell)
    switch form {
    case .number: return cell.unicodeScalars.count <= 4 && cell.unicodeScalars.allSatisfy(\.isDigit)
    case .figure: return isFigure || isNothing
    case .grade: return isNothing || cell.unicodeScalars.count <= 6
    case .office: return cell.last.map { "課室局部所館署会係校園".contains($0) } ?? false
    case .name, .text: return !isFigure && !isNothing
    }
  }

  private func grid(_ heads: [(text: [String], lines: [Int])], _ rows: [Row]) -> Grid? {
    guard !rows.isEmpty else { return nil }
    var cells = heads.enumerated().map { column, head in
      GridCell(row: 0, column: column, text: head.text, lines: head.lines, emphasis: .head)
    }
    for (r, row) in rows.enumerated() {
      // what can't be told stands behind the last head
      let told = row.cells ?? []
      cells += told.enumerated().map { column, pieces in
        GridCell(row: r + 1, column: column, text: pieces.map(\.text), lines: pieces.map(\.line))
      }
      if told.isEmpty {
        let text = lines.first { $0.number == row.first }?.text ?? ""
        cells.append(GridCell(row: r + 1, column: heads.count, text: [text], lines: [row.first]))
      }
    }
    return Grid(cells: cells)
  }
}
