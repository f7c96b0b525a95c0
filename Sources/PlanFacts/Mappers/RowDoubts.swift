import JapaneseText
import PlanDocuments
import SourceFiles

/// Which rows of a table that is set by white space can't be told apart into cells: what they would say is not so.
///
/// - a cell holds figures of two columns: `486 400`, or one under another
/// - a figure stands before a word of another column: `1,300 工事費`
/// - a figure opens with a zero: `05,620,063` is the end of one and all of the next
/// - the name of a row is a figure, a unit or a letter, has four lines or more, or leaves a bracket open
/// - a figure stands under the head of names, or two figures of a row stand under the same heads
/// - a year's column between others has nothing in any row: the figures of all rows stand under other heads than their own
/// - a figure stands under the head of grades, and the grade beside it before a word of another column: `88.0 | Ｂ 学校課`
struct RowDoubts {
  /// 0-based.
  let rows: Set<Int>
  /// Whether so many rows are doubtful that none can be trusted.
  let isWhole: Bool

  init(_ table: Table, _ schema: FieldSchema) {
    var doubtful: Set<Int> = []
    var all: Set<Int> = []
    var seen: [[Int]: String] = [:]
    for (i, cell) in table.grid.cells.enumerated() where table.roles[i] != .columnHead {
      let isFigure = table.kinds[i] == .figure
      if isFigure { all.insert(cell.row) }
      if table.roles[i] == .value,
        RowDoubts.holdsSeveral(cell, schema) || RowDoubts.isFollowed(i, in: table, schema)
          || isFigure && RowDoubts.isCut(table.text(i))
      {
        doubtful.insert(cell.row)
      }
      guard isFigure, table.roles[i] == .value else { continue }
      let path = table.path(of: i)
      let names = path.rows.filter { table.roles[$0] != .section }
      if names.contains(where: { RowDoubts.isNoName(table.grid.cells[$0], schema) }) {
        doubtful.insert(cell.row)
      }
      if let head = path.columns.last, RowDoubts.isOfGrades(table.text(head), schema),
        RowDoubts.opensWithGrade(table, behind: cell)
      {
        doubtful.insert(cell.row)
      }
      if path.columns.dropLast().contains(where: { RowDoubts.namesThings(table.text($0), schema) }) {
        doubtful.insert(cell.row)
      }
      let place = [cell.row] + path.columns
      if !path.columns.isEmpty, let other = seen.updateValue(table.text(i), forKey: place),
        other != table.text(i)
      {
        doubtful.insert(cell.row)
      }
    }
    rows = RowDoubts.skipsYear(table, schema) ? doubtful.union(all) : doubtful
    isWhole = rows.count * 4 > all.count
  }

  private static func skipsYear(_ table: Table, _ schema: FieldSchema) -> Bool {
    let cells = table.grid.cells.indices.filter {
      table.roles[$0] != .columnHead && table.kinds[$0] != .empty
    }
    let figured = cells.filter { table.kinds[$0] == .figure }.map { table.grid.cells[$0] }
    let filled = Set(cells.flatMap { Array(table.grid.cells[$0].columns) })
    guard Set(figured.map(\.row)).count > 2, let first = figured.map(\.column).min(),
      let last = figured.map(\.column).max()
    else { return false }
    return (first...last).contains { column in
      !filled.contains(column)
        && table.topHeads(over: column).last.map { schema.head(table.text($0)).isPeriod } ?? false
    }
  }

  private static func holdsSeveral(_ cell: GridCell, _ schema: FieldSchema) -> Bool {
    let lines = cell.text.filter { line in
      !line.hasPrefix("(") && !line.hasPrefix("（") && FigureShape(line, units: schema.words.units) != nil
    }
    if lines.count > 1 { return true }
    return cell.text.contains { line in
      let parts = line.split(whereSeparator: \.isWhitespace).map(String.init)
      if parts.count > 2, parts.prefix(2).allSatisfy({ FigureShape($0, units: schema.words.units) != nil }) {
        return true
      }
      return parts.count > 1 && parts.count { FigureShape($0, units: schema.words.units) != nil } > 1
        && parts.allSatisfy {
          $0.unicodeScalars.count < 3 || FigureShape($0, units: schema.words.units) != nil
        }
    }
  }

  private static func isFollowed(_ i: Int, in table: Table, _ schema: FieldSchema) -> Bool {
    guard let head = table.path(of: i).columns.last, schema.holdsFigures(schema.head(table.text(head))) else {
      return false
    }
    return table.grid.cells[i].text.contains { line in
      let parts = line.split(whereSeparator: \.isWhitespace).map(String.init)
      return parts.count == 2 && FigureShape(parts[0], units: schema.words.units) != nil
        && FigureShape(line, units: schema.words.units) == nil
        && CellKind(parts[1], words: schema.words) != .figure
        && parts[1].unicodeScalars.first.map { $0.isKanji || $0.isKatakana || $0.isHiragana } ?? false
    }
  }

  private static func isCut(_ figure: String) -> Bool {
    let digits = figure.unicodeScalars.drop { "△▲-−".unicodeScalars.contains($0) }
    // 0086 is a number of a list
    return digits.first?.decimalDigit == 0 && digits.dropFirst().first?.decimalDigit != nil
      && (digits.contains(",") || digits.allSatisfy { $0.decimalDigit == 0 })
  }

  private static func isNoName(_ cell: GridCell, _ schema: FieldSchema) -> Bool {
    let text = cell.joined
    let brackets = text.unicodeScalars.reduce((open: 0, isWrong: false)) { state, scalar in
      let open =
        state.open
        + ("(（".unicodeScalars.contains(scalar) ? 1 : ")）".unicodeScalars.contains(scalar) ? -1 : 0)
      // `1)` numbers a row
      return (open, state.isWrong || open < 0 && text.unicodeScalars.count > 4)
    }
    let dense = text.squeezed
    if !Table.isTotal(text), dense.unicodeScalars.count == 1 || schema.words.units.contains(dense) {
      return true
    }
    return cell.text.count > 3 || brackets.isWrong || brackets.open > 0
      || text.split(whereSeparator: \.isWhitespace).contains {
        $0.unicodeScalars.count > 4 && FigureShape(String($0), units: schema.words.units) != nil
      }
  }

  private static func isOfGrades(_ head: String, _ schema: FieldSchema) -> Bool {
    schema.fields(of: schema.head(head)).contains { $0.type == .grade }
  }

  /// Whether the cell behind another is a grade and more.
  private static func opensWithGrade(_ table: Table, behind cell: GridCell) -> Bool {
    guard let next = table.cell(cell.row, cell.endColumn) else { return false }
    let parts = table.text(next).split(whereSeparator: \.isWhitespace)
    return parts.count > 1 && parts[0].unicodeScalars.count == 1 && GradeCell(String(parts[0])) != nil
  }

  private static func namesThings(_ head: String, _ schema: FieldSchema) -> Bool {
    schema.fields(of: schema.head(head)).contains { $0.type == .name || $0.type == .unit }
  }
}
