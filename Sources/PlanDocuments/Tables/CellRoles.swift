import SourceFiles

/// Finds what each cell of a grid is for. Witnesses, in this order: what the file marks as heads, known words, spans, and where the
/// figures begin.
struct CellRoles {
  private let cells: [GridCell]
  private let places: GridPlaces
  private let kinds: [CellKind]
  private let words: HeadWords
  /// Cells with text by the row they begin in.
  private let rows: [[Int]]
  private let fillMarksHeads: Bool
  /// Columns that number the rows.
  let numberings: Set<Int>
  /// The column behind the numbers in which each row has a name of its own: the other texts say something of the row. nil where no column has.
  private let nameColumn: Int?

  init(_ cells: [GridCell], _ places: GridPlaces, _ kinds: [CellKind], _ words: HeadWords) {
    self.cells = cells
    self.places = places
    self.kinds = kinds
    self.words = words
    var rows = [[Int]](repeating: [], count: places.rowCount)
    for (i, cell) in cells.enumerated() where kinds[i] != .empty { rows[cell.row].append(i) }
    self.rows = rows
    fillMarksHeads = CellRoles.fillMarksHeads(cells, kinds)
    let columns = Dictionary(grouping: cells.indices.filter { kinds[$0] != .empty }) { cells[$0].column }
    numberings = Set(columns.filter { CellRoles.isNumbering($0.value.map { cells[$0] }) }.keys)
    nameColumn = numberings.min().flatMap { numbered in
      columns.keys.sorted().first {
        $0 > numbered && CellRoles.tellsRowsApart(columns[$0] ?? [], cells, kinds)
      }
    }
  }

  /// A label beside numbered rows, or their name.
  private func isOfName(_ column: Int, _ name: Int) -> Bool {
    column == name || column < numberings.min() ?? name
  }

  /// Three rows or more that are counted one by one; a section may begin anew with 1.
  private static func isNumbering(_ column: [GridCell]) -> Bool {
    let numbers = column.compactMap { cell in
      let text = HeadText.folded(cell.joined).text
      return text.utf8.count < 5 ? Int(text) : nil
    }
    guard numbers.count > 2, numbers.count >= column.count - 3 else { return false }
    return zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 || $1 == 1 }
  }

  /// Whether no two cells of a column, which are words, are the same.
  private static func tellsRowsApart(_ column: [Int], _ cells: [GridCell], _ kinds: [CellKind]) -> Bool {
    let texts = column.filter { kinds[$0] == .text || kinds[$0] == .long }.map { cells[$0].joined }
    return texts.count > 2 && texts.count >= column.count - 4 && Set(texts).count == texts.count
  }

  func roles() -> [Table.Role] {
    var roles = [Table.Role?](repeating: nil, count: cells.count)
    for row in rows where CellRoles.isRepetition(row.map { cells[$0].text }) {
      for i in row { roles[i] = .furniture }
    }
    let open = rows.map { row in row.filter { roles[$0] == nil } }
    let heads = HeadRows(cells, places, kinds, rows: open, isMarked: cells.indices.map(isMarked))
    for row in rows.indices where heads.rows.contains(row) { for i in rows[row] { roles[i] = .columnHead } }
    markRowHeads(&roles, heads)
    markChoices(&roles)
    for row in 0..<places.rowCount where !heads.rows.contains(row) { markChoices(&roles, along: row) }
    markNameRows(&roles)
    for i in cells.indices where roles[i] == .rowHead || roles[i] == nil && isBeforeFigures(i) {
      if CellRoles.isTotal(cells[i].joined) { roles[i] = .total }
    }
    return roles.map { $0 ?? .value }
  }

  /// `合計`, `小 計`, `計(A)`, `第２款 計`, `政策Ⅰ 計`, `委員会　小計`: the row of it is made of other rows.
  static func isTotal(_ text: String) -> Bool {
    let name = sumName(text)
    if ["計", "総数", "総額", "中計", "累計"].contains(name.text) { return true }
    guard name.count <= 24, name.last == "計", name.count > 1 else { return false }
    if ["施策計", "基本施策計", "政策計", "事業計", "取組計", "分野計"].contains(name.text) { return true }
    // 会計, 設計, 統計 are no sums
    let before = name[name.count - 2]
    if "小合総款項目節費部課局".unicodeScalars.contains(before) || before.isDigit
      || "ivx".unicodeScalars.contains(before)
    {
      return true
    }
    // a word of its own behind what it sums up, unless it is the last letter of one that was set apart
    let words = text.split(whereSeparator: \.isWhitespace).map { sumName(String($0)) }.filter { !$0.isEmpty }
    return words.count > 1 && words.last?.text == "計" && (words.dropLast().last?.count ?? 0) > 1
  }

  /// Without brackets and without the letter that other sums refer to.
  private static func sumName(_ text: String) -> [Unicode.Scalar] {
    var name = HeadText.folded(text)
    if let open = name.firstIndex(of: "("), name.last == ")" { name.removeSubrange(open...) }
    while let last = name.last, "abcdef".unicodeScalars.contains(last) { name.removeLast() }
    return name
  }

  /// Whether a word stands before the figures of its row, with nothing but other words between them.
  private func isBeforeFigures(_ i: Int) -> Bool {
    guard kinds[i] == .text || kinds[i] == .word else { return false }
    let first = rows[cells[i].row].first {
      cells[$0].column > cells[i].column && kinds[$0] != .text && kinds[$0] != .word
    }
    return first.map { kinds[$0] == .figure || kinds[$0] == .mark } ?? false
  }

  private static func isRepetition(_ texts: [[String]]) -> Bool {
    texts.count > 4 && texts.dropFirst().allSatisfy { $0 == texts[0] }
  }

  /// Whether the file says that a cell is a head: marked as one, or filled where fills mark heads.
  private func isMarked(_ i: Int) -> Bool {
    switch cells[i].emphasis {
    case .head: true
    case .filled: fillMarksHeads
    case .none: false
    }
  }

  /// Fills mark heads where they hold words and periods and few figures or sentences, and not all the table.
  private static func fillMarksHeads(_ cells: [GridCell], _ kinds: [CellKind]) -> Bool {
    let filled = cells.indices.filter { cells[$0].emphasis == .filled && kinds[$0] != .empty }
    guard filled.count < kinds.count(where: { $0 != .empty }), !filled.isEmpty else { return false }
    let known = filled.count { kinds[$0] == .word || kinds[$0] == .period }
    let figures = filled.count { kinds[$0] == .figure }
    let sentences = filled.count { kinds[$0] == .long }
    return known > 0 && figures * 12 <= filled.count && sentences * 8 <= filled.count
      && (known * 3 >= filled.count || filled.count * 5 <= kinds.count * 3)
  }

  private func markRowHeads(_ roles: inout [Table.Role?], _ heads: HeadRows) {
    for (i, cell) in cells.enumerated() where roles[i] == nil && kinds[i] != .empty {
      let right = places[cell.row, cell.endColumn]
      if cell.columnSpan == places.columnCount, CellKind.isNote(cell.joined) {
        roles[i] = .note
      } else if cell.columnSpan == places.columnCount, places.columnCount > 1, kinds[i] != .long,
        kinds[i] != .figure
      {
        roles[i] = .section
      } else if isMarked(i) || kinds[i] == .word && right != nil && !isUnderField(cell, roles, heads) {
        roles[i] = .rowHead
      }
    }
    var columns: [Int: (heads: Int, all: Int)] = [:]
    for (i, cell) in cells.enumerated() where kinds[i] != .empty && (roles[i] == nil || roles[i] == .rowHead)
    {
      let count = columns[cell.column] ?? (0, 0)
      columns[cell.column] = (count.heads + (roles[i] == .rowHead ? 1 : 0), count.all + 1)
    }
    for (i, cell) in cells.enumerated() where roles[i] == nil && (kinds[i] == .text || kinds[i] == .word) {
      guard let count = columns[cell.column], count.heads >= 3, count.heads * 2 >= count.all,
        cell.joined.unicodeScalars.count < 30
      else { continue }
      roles[i] = .rowHead
    }
    for (r, row) in rows.enumerated() where !heads.rows.contains(r) { markBeforeFigures(&roles, row, heads) }
  }

  /// Texts to the left of a row's first figure name the row.
  private func markBeforeFigures(_ roles: inout [Table.Role?], _ row: [Int], _ heads: HeadRows) {
    guard
      let figure = row.first(where: {
        roles[$0] == nil && (kinds[$0] == .figure || kinds[$0] == .mark)
          && !numberings.contains(cells[$0].column)
      })
    else { return }
    // labels, each before its value, with no head over them
    let isOfLabels =
      heads.above[cells[figure].row] == nil && row.count > 2 && row.count.isMultiple(of: 2)
      && row.indices.allSatisfy { $0.isMultiple(of: 2) == (kinds[row[$0]] == .word) }
    guard !isOfLabels else { return }
    for i in row where cells[i].column < cells[figure].column && roles[i] == nil {
      let isName = kinds[i] == .text || kinds[i] == .word || kinds[i] == .period
      let mayName = nameColumn.map { isOfName(cells[i].column, $0) } ?? true
      if isName, mayName, !isUnderField(cells[i], roles, heads) { roles[i] = .rowHead }
    }
    // a name that spans rows stands in the row of its first figure alone
    for column in 0..<cells[figure].column {
      guard let left = places[cells[figure].row, column], cells[left].row < cells[figure].row,
        roles[left] == nil, kinds[left] == .text || kinds[left] == .word || kinds[left] == .period,
        !isUnderField(cells[left], roles, heads)
      else { continue }
      roles[left] = .rowHead
    }
  }

  /// Whether the head over a cell names a field: then it is a value of it, whatever its text.
  private func isUnderField(_ cell: GridCell, _ roles: [Table.Role?], _ heads: HeadRows) -> Bool {
    guard let row = heads.above[cell.row], let head = places[row, cell.column], roles[head] == .columnHead,
      cell.endColumn <= cells[head].endColumn
    else { return false }
    let text = words.head(cells[head].joined)
    return words.know(text) && !words.isGeneric(text) || text.isPeriod
  }

  /// A column of marks and blanks before a column of texts: options, of which the marked ones hold.
  private func markChoices(_ roles: inout [Table.Role?]) {
    var columns: [Int: [Int]] = [:]
    for (i, cell) in cells.enumerated() where CellRoles.isTick(cell.joined) && roles[i] != .columnHead {
      columns[cell.column, default: []].append(i)
    }
    guard !columns.isEmpty else { return }
    for (i, cell) in cells.enumerated() where kinds[i] == .empty && roles[i] != .columnHead {
      columns[cell.column]?.append(i)
    }
    for lead in columns.values {
      let pairs = lead.compactMap { i -> (mark: Int, text: Int)? in
        guard let right = places[cells[i].row, cells[i].endColumn], cells[right].row == cells[i].row,
          [.text, .word, .long].contains(kinds[right]), roles[right] != .columnHead
        else { return nil }
        return (i, right)
      }
      guard pairs.count > 1, pairs.count < 200, pairs.count * 5 >= lead.count * 3 else { continue }
      for pair in pairs {
        roles[pair.text] = CellRoles.isTick(cells[pair.mark].joined) ? .chosen : .option
        roles[pair.mark] = .choiceMark
      }
    }
  }

  /// Options along a row behind its label, each behind a place for a mark: `実施方法 | | 直営 | ○ | 委託`.
  private func markChoices(_ roles: inout [Table.Role?], along row: Int) {
    var line: [Int] = []
    for column in 0..<places.columnCount {
      guard let cell = places[row, column], cells[cell].row == row else { return }
      if line.last != cell { line.append(cell) }
    }
    guard line.count > 4, !line.count.isMultiple(of: 2), kinds[line[0]] == .word else { return }
    let pairs = stride(from: 1, to: line.count, by: 2).map { (mark: line[$0], text: line[$0 + 1]) }
    guard
      pairs.allSatisfy({ pair in
        (kinds[pair.mark] == .empty || CellRoles.isTick(cells[pair.mark].joined))
          && [.text, .word].contains(kinds[pair.text])
      }), pairs.contains(where: { kinds[$0.mark] != .empty })
    else { return }
    roles[line[0]] = .rowHead
    for pair in pairs {
      roles[pair.text] = kinds[pair.mark] == .empty ? .option : .chosen
      roles[pair.mark] = .choiceMark
    }
  }

  private static func isTick(_ text: String) -> Bool {
    ["○", "●", "◯", "✓", "レ", "◎", "■", "☑"].contains(text)
  }

  /// A text over two columns or more, with figures directly below.
  private func markNameRows(_ roles: inout [Table.Role?]) {
    for (i, cell) in cells.enumerated() where roles[i] == nil || roles[i] == .rowHead {
      guard cell.columnSpan > 1, kinds[i] == .text || kinds[i] == .word, !isMarked(i) else { continue }
      let below = cell.columns.map { places[cell.endRow, $0] }
      if below.allSatisfy({ $0.map { cells[$0].columnSpan == 1 } ?? false }),
        below.contains(where: { $0.map { kinds[$0] == .figure } ?? false })
      {
        roles[i] = .nameRow
      }
    }
  }
}
