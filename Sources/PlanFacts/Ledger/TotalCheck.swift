import JapaneseText
import PlanDocuments
import SourceFiles

/// A total that a table prints, beside what the rows that it is made of come to.
package struct TotalCheck: Hashable, Sendable {
  /// The name of its row: 合計.
  package let name: String
  /// The heads over it, joined with ` › `; empty where there are none.
  package let column: String
  package let printed: ExactNumber
  package let sum: ExactNumber
  /// Where the total stands.
  package let lines: LineRange

  package init(name: String, column: String, printed: ExactNumber, sum: ExactNumber, lines: LineRange) {
    self.name = name
    self.column = column
    self.printed = printed
    self.sum = sum
    self.lines = lines
  }

  package var agrees: Bool { printed == sum }
}

/// Adds up the parts of the totals of a table.
///
/// A total is made of the rows above it up to the total before, of all rows above it, or of the subtotals above it and the rows behind the
/// last of them. That it clashes with them is only said where it is known which: another figure of its row comes out, or the table is a
/// plain list of one column. What was rounded may differ by one for each part.
struct TotalChecks {
  /// By index of the total's cell.
  private(set) var checks: [Int: TotalCheck] = [:]

  var inOrder: [TotalCheck] { checks.sorted { $0.key < $1.key }.map(\.value) }

  private struct Sums {
    var sinceTotal = ExactNumber(0)
    var all = ExactNumber(0)
    var totals = ExactNumber(0)
    var partsSinceTotal = 0
    var parts = 0
    var hasSubtotals = false
    /// A cell that is no exact figure makes all sums unsure.
    var isBroken = false

    mutating func add(_ value: ExactNumber) {
      guard let since = sinceTotal.adding(value), let whole = all.adding(value) else {
        isBroken = true
        return
      }
      (sinceTotal, all) = (since, whole)
      partsSinceTotal += 1
      parts += 1
    }

    mutating func close(with total: ExactNumber) {
      guard let sum = totals.adding(total) else {
        isBroken = true
        return
      }
      totals = sum
      hasSubtotals = true
      sinceTotal = ExactNumber(0)
      partsSinceTotal = 0
    }

    /// What a total may be the sum of; the likeliest first.
    var candidates: [ExactNumber] {
      let grand = hasSubtotals ? totals.adding(sinceTotal) : nil
      // of two rows one may print no figure
      return [
        partsSinceTotal > 1 ? sinceTotal : nil, grand, parts > 1 ? all : nil,
        partsSinceTotal == 1 ? sinceTotal : nil,
      ].compactMap(\.self)
    }
  }

  init(_ table: Table, _ schema: FieldSchema) {
    var rows: [[Int]] = Array(repeating: [], count: table.rowCount)
    for (i, cell) in table.grid.cells.enumerated() { rows[cell.row].append(i) }
    var sums: [Int: Sums] = [:]
    for row in rows {
      if row.contains(where: { table.roles[$0] == .columnHead }) {
        sums = [:]
        continue
      }
      let figures = row.filter { table.kinds[$0] == .figure && table.roles[$0] != .rowHead }
      let name = row.first { table.kinds[$0] != .figure && !table.text($0).isEmpty }
      let total = row.first { table.kinds[$0] != .figure && Table.isTotal(table.text($0)) }
      if let total {
        check(figures, of: total, sums, table, schema)
      }
      let isPartOfRow = name.map { TotalChecks.isIncluded(table.text($0)) } ?? true
      for i in row where table.roles[i] != .rowHead && table.roles[i] != .total && i != name {
        let column = table.grid.cells[i].column
        let shape = FigureShape(table.text(i), units: schema.words.units)
        if let shape, shape.quantity.bound == nil, table.grid.cells[i].rowSpan == 1 {
          if total != nil {
            sums[column, default: Sums()].close(with: shape.quantity.value)
          } else if !isPartOfRow {
            sums[column, default: Sums()].add(shape.quantity.value)
          }
        } else if !CellKind.isNothing(table.text(i)), !isPartOfRow {
          sums[column, default: Sums()].isBroken = true
        }
      }
    }
  }

  private mutating func check(
    _ figures: [Int], of total: Int, _ sums: [Int: Sums], _ table: Table, _ schema: FieldSchema
  ) {
    var found: [(cell: Int, check: TotalCheck)] = []
    for i in figures {
      let cell = table.grid.cells[i]
      guard let shape = FigureShape(table.text(i), units: schema.words.units), let lines = cell.range,
        !["%", "％", "‰"].contains(shape.quantity.unit), let sums = sums[cell.column], !sums.isBroken,
        let first = sums.candidates.first
      else { continue }
      let printed = shape.quantity.value
      let head = ColumnHead(table.path(of: i).columns.map { table.text($0).joiningJapanese }, schema)
      guard !head.path.contains(where: TableUnit.isOfShares) else { continue }
      let unit = head.unit.map { TableUnit(printed: $0, lines: lines) } ?? table.unit?.among(head.path)
      let slack = TotalChecks.slack(printed, parts: sums.parts, isRounded: (unit?.scale ?? 1) > 1)
      let match = sums.candidates.contains { TotalChecks.isClose($0, printed, within: slack) }
      found.append(
        (
          i,
          TotalCheck(
            name: table.text(total).joiningJapanese, column: head.name, printed: printed,
            sum: match ? printed : first, lines: lines)
        ))
    }
    let isKnown = found.contains { $0.check.agrees } || found.count == 1 && table.columnCount == 2
    for (cell, check) in found where isKnown { checks[cell] = check }
  }

  private static func slack(_ printed: ExactNumber, parts: Int, isRounded: Bool) -> ExactNumber {
    isRounded || printed.scale > 0 ? ExactNumber(digits: parts, scale: printed.scale) : ExactNumber(0)
  }

  private static func isClose(_ a: ExactNumber, _ b: ExactNumber, within slack: ExactNumber) -> Bool {
    guard let difference = a.subtracting(b) else { return false }
    let size = difference < ExactNumber(0) ? ExactNumber(0).subtracting(difference) : difference
    return size.map { $0 <= slack } ?? false
  }

  /// `うち国庫支出金`, `（再掲）…`: a part of the row above it, which is counted already.
  private static func isIncluded(_ name: String) -> Bool {
    let dense = name.squeezed.drop { "(（・※".contains($0) }
    return ["うち", "内", "再掲"].contains { dense.hasPrefix($0) }
  }
}
