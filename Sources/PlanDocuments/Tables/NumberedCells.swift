import JapaneseText
import SourceFiles

/// Finds the rows of a list whose cells come one after another, where each row opens with its number:
///
///     令和６年度          ← over some of the heads, of which can't be told
///     番号
///
///     取組項目
///
///     進捗度              ← printed here because it stands beside 目標
///     目標
///
///     実績
///
///     101
///
///     湖の学校の充実
///
///     12回
///
///     13回
///
///     順調
///
/// Heads that the page set beside each other come in another order than their cells. The order is taken in which one head at most is moved
/// and whose every cell is what its head asks for, where there is just one such order. A row that does not fit it is a row of one cell over
/// all columns: it can't be told.
struct NumberedCells {
  typealias Cell = CellPerLineTableReader.Cell
  typealias Form = WordTableReader.Form

  let words: HeadWords
  /// nil for a head that is not known.
  let form: (HeadText) -> Form?

  private struct Head {
    let cell: Cell
    let form: Form
  }

  private struct Row {
    var section: Cell?
    /// The first is the number.
    var cells: [Cell]
  }

  /// The grid that begins at a cell, and the index of the cell behind it; nil where none does.
  func grid(at start: Int, in cells: [Cell]) -> (Grid, Int)? {
    guard let (heads, first) = heads(at: start, in: cells),
      let (rows, end) = rows(from: first, in: cells, heads.count)
    else { return nil }
    let whole = rows.filter { $0.cells.count == heads.count }
    guard whole.count > 1, let order = order(of: heads, whole.prefix(50)) else { return nil }
    var grid = order.enumerated().map { column, head in
      GridCell(
        row: 0, column: column, text: heads[head].cell.text, lines: heads[head].cell.lines, emphasis: .head)
    }
    var r = 1
    for row in rows {
      if let section = row.section {
        grid.append(
          GridCell(row: r, column: 0, columnSpan: heads.count, text: section.text, lines: section.lines))
        r += 1
      }
      if fits(row.cells, heads, order) {
        grid += row.cells.enumerated().map {
          GridCell(row: r, column: $0, text: $1.text, lines: $1.lines)
        }
      } else {
        grid.append(
          GridCell(
            row: r, column: heads.count, text: row.cells.flatMap(\.text), lines: row.cells.flatMap(\.lines)))
      }
      r += 1
    }
    return (Grid(cells: grid), end)
  }

  // MARK: heads

  /// Four heads or more of which one is of numbers, each a line; years beside them say nothing that can be told.
  private func heads(at start: Int, in cells: [Cell]) -> (heads: [Head], end: Int)? {
    var heads: [Head] = []
    var i = start
    while i < cells.count, heads.count <= 12, (1...4).contains(cells[i].text.count) {
      var found: [Head] = []
      var isHeads = true
      for (text, line) in zip(cells[i].text, cells[i].lines) {
        let head = words.head(text)
        if head.isPeriod { continue }
        // a bracket with a unit is of a head, also where nobody knows it
        if let form = head.unit == nil ? form(head) : .figure {
          found.append(Head(cell: Cell(text: [text], lines: [line], end: line), form: form))
        } else if i > start || !found.isEmpty {
          isHeads = false
        }
      }
      // the title may stand in the block of the first head
      guard isHeads, !found.isEmpty || i > start else { break }
      heads += found
      i += 1
    }
    let forms = heads.map(\.form)
    return heads.count > 3 && forms.count { $0 == .number } == 1
      && Set(heads.map(\.cell.text)).count == heads.count
      ? (heads, i) : nil
  }

  // MARK: rows

  private func number(_ text: String) -> Int? {
    let digits = HeadText.folder.fold(string: text, depth: .width)
    return digits.utf8.count <= 4 && digits.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(digits) : nil
  }

  /// Cells from a number to the next greater one; a sum ends a row, and what stands in the block of a number is the head of the rows below.
  private func rows(from start: Int, in cells: [Cell], _ count: Int) -> (rows: [Row], end: Int)? {
    var rows: [Row] = []
    var last = 0
    var isOpen = false
    var end = start
    var i = start
    while i < cells.count, !cells[i].text.isEmpty, rows.count < 5_000 {
      let cell = cells[i]
      if let text = cell.text.last, let number = number(text), number > last,
        number < last + 200 || rows.isEmpty,
        cell.text.count < 3, !isOpen || (rows.last?.cells.count ?? 0) >= count || number == last + 1
      {
        let own = cell.text.count - 1
        let section =
          own > 0
          ? Cell(text: Array(cell.text[..<own]), lines: Array(cell.lines[..<own]), end: cell.lines[own - 1])
          : nil
        rows.append(
          Row(section: section, cells: [Cell(text: [text], lines: [cell.lines[own]], end: cell.end)]))
        last = number
        isOpen = true
      } else if CellRoles.isTotal(cell.joined) {
        isOpen = false
      } else if isOpen, let row = rows.indices.last {
        guard rows[row].cells.count < count + 3 else { break }
        rows[row].cells.append(cell)
      } else if rows.isEmpty || FigureShape(cell.joined, units: words.units) == nil {
        break
      }
      i += 1
      end = i
    }
    return rows.count > 1 ? (rows, end) : nil
  }

  // MARK: columns

  /// Indexes of heads by column.
  private func order(of heads: [Head], _ rows: ArraySlice<Row>) -> [Int]? {
    let printed = Array(heads.indices)
    var orders = [printed]
    for from in printed {
      for to in printed where to != from {
        var order = printed
        order.remove(at: from)
        order.insert(from, at: to)
        if !orders.contains(order) { orders.append(order) }
      }
    }
    // a row or two may have lost a cell
    let counts = orders.map { order in rows.count { fits($0.cells, heads, order) } }
    guard let most = counts.max(), most > 1, most * 10 >= rows.count * 7 else { return nil }
    if counts[0] == most { return printed }
    let best = orders.indices.filter { counts[$0] == most }
    return best.count == 1 ? orders[best[0]] : nil
  }

  private func fits(_ cells: [Cell], _ heads: [Head], _ order: [Int]) -> Bool {
    cells.count == order.count && zip(cells, order).allSatisfy { accepts(heads[$1].form, $0) }
  }

  private func accepts(_ form: Form, _ cell: Cell) -> Bool {
    let text = cell.joined
    let hasDigit = text.unicodeScalars.contains(where: \.isDigit)
    switch form {
    case .number: return number(text) != nil
    case .figure: return CellKind.isNothing(text) || hasDigit && !text.contains("。")
    case .grade: return !hasDigit && text.unicodeScalars.count <= 8 && !isOffice(text)
    case .office: return isOffice(text)
    case .name, .text: return FigureShape(text, units: words.units) == nil && !isOffice(text)
    }
  }

  private func isOffice(_ text: String) -> Bool {
    text.last.map { "課室局部署係館所".contains($0) } ?? false
  }
}
