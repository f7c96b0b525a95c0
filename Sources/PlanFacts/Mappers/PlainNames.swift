import PlanDocuments

/// Which of the words beside the figures of a plain table name its rows, and which only say something of them.
///
///     分類      施設名        構造   建築年度   延床面積
///     集会施設  湖の公民館    RC造   S57       2,418      湖の公民館 is told apart by 施設名; 構造 and 建築年度 say something of it
///               森の集会所    木造   H3          864
///
/// The columns up to the first one that tells every row apart are its name; those behind it, where a head says what they are, are not.
struct PlainNames {
  /// The columns that say something of the rows, with their heads.
  let saying: [Int: ColumnHead]
  /// Rows of figures in which no word stands where the names do.
  let nameless: Set<Int>

  init(_ table: Table, _ schema: FieldSchema) {
    let rows = PlainNames.rows(of: table)
    let end = PlainNames.end(rows, table) ?? table.columnCount
    let behind = (end + 1)..<max(table.columnCount, end + 1)
    let heads = behind.map { column in
      (column, table.topHeads(over: column).map { table.text($0).joiningJapanese })
    }
    let saying = Dictionary(
      uniqueKeysWithValues: heads.filter { !$0.1.isEmpty }.map { ($0.0, ColumnHead($0.1, schema)) })
    self.saying = saying
    nameless = Set(
      rows.filter { row in row.words.allSatisfy { saying[table.grid.cells[$0].column] != nil } }.map(\.row))
  }

  private struct Row {
    let row: Int
    /// The cells beside its figures, from the left.
    let words: [Int]
    let section: Int?
  }

  /// The rows that have a figure and are no sums; none where a name stands over its row.
  private static func rows(of table: Table) -> [Row] {
    var rows: [Int: Row] = [:]
    for (i, cell) in table.grid.cells.enumerated()
    where table.roles[i] == .value && table.kinds[i] == .figure && rows[cell.row] == nil
      && !table.numberings.contains(cell.column)
    {
      let path = table.path(of: i).rows
      if path.contains(where: { table.roles[$0] == .nameRow }) { return [] }
      guard !path.contains(where: { table.roles[$0] == .total }) else { continue }
      rows[cell.row] = Row(
        row: cell.row, words: path.filter { table.roles[$0] == .rowHead },
        section: path.first { table.roles[$0] == .section })
    }
    return Array(rows.values)
  }

  /// The first column with which all rows but one in eight have a name that no other has; else the last.
  private static func end(_ rows: [Row], _ table: Table) -> Int? {
    let columns = Set(rows.flatMap(\.words).map { table.grid.cells[$0].column }).sorted()
    guard rows.count > 2 else { return columns.last }
    return columns.first { end in
      var names: Set<[String]> = []
      var words = 0
      for row in rows {
        let cells = row.words.filter { table.grid.cells[$0].column <= end }
        // in a column of its own, not what was merged over several
        guard let last = cells.last, table.grid.cells[last].column == end else { continue }
        if isWord(table.text(last)) { words += 1 }
        names.insert(([row.section].compactMap(\.self) + cells).map(table.text))
      }
      return names.count * 8 >= rows.count * 7 && words * 2 > names.count
        && names.count == rows.count { row in row.words.contains { table.grid.cells[$0].column == end } }
    } ?? columns.last
  }

  /// 公民館, かや野, and not S57 or RC造.
  private static func isWord(_ text: String) -> Bool {
    text.unicodeScalars.count { $0.isKanji || $0.isKatakana || $0.isHiragana } > 1
  }
}
