import SourceFiles

/// A table of a plan: a grid with what each cell is for, and what stands above it.
package struct Table: Sendable {
  /// What a cell of a table is for.
  package enum Role: Hashable, Sendable {
    case columnHead, rowHead
    /// A text over the whole width: what stands below it belongs to it.
    case section
    /// A name printed over the row of its values.
    case nameRow
    /// 合計, 小計: what stands to the right is made of other rows.
    case total
    case value
    /// A text beside a mark: chosen where the mark says so, else an option that was not.
    case chosen, option, choiceMark
    /// `※…` over the whole width.
    case note
    /// One text repeated over a row.
    case furniture
  }

  package let grid: Grid
  /// As many as the grid has cells.
  package let roles: [Role]
  /// As many as the grid has cells.
  package let kinds: [CellKind]
  package let title: TableTitle?
  package let unit: TableUnit?
  /// Columns that number the rows.
  package let numberings: Set<Int>
  /// Every line of the plan that a cell stands on.
  package let lines: LineRange

  let places: GridPlaces
  /// By column: the column heads that stand over it, from the top.
  private let heads: [[Int]]
  private let sections: [Int]
  /// `合計`, `総計` where they come once: what all sections come to belongs to none.
  private let grandTotals: Set<Int>

  /// nil for a grid without text, or too large to look into.
  package init?(_ grid: Grid, words: HeadWords, title: TableTitle? = nil, unit: TableUnit? = nil) {
    guard let places = GridPlaces(grid) else { return nil }
    let ranges = grid.cells.compactMap(\.range)
    guard let first = ranges.map(\.first).min(), let last = ranges.map(\.last).max() else { return nil }
    self.grid = grid
    self.places = places
    self.title = title
    self.unit = unit
    lines = LineRange(first, last)
    kinds = Table.withAges(grid.cells, grid.cells.map { CellKind($0.joined, words: words) })
    let finder = CellRoles(grid.cells, places, kinds, words)
    roles = finder.roles()
    numberings = finder.numberings
    var heads = [[Int]](repeating: [], count: places.columnCount)
    for (i, cell) in grid.cells.enumerated() where roles[i] == .columnHead {
      for column in cell.columns { heads[column].append(i) }
    }
    self.heads = heads
    let totals = grid.cells.indices.filter { [roles] in
      roles[$0] == .total && ["合計", "総計", "総合計"].contains(HeadText.folded(grid.cells[$0].joined).text)
    }
    grandTotals = Set(
      totals.filter { i in
        totals.count { grid.cells[$0].joined == grid.cells[i].joined } == 1
      })
    sections = grid.cells.indices.filter { [roles] in roles[$0] == .section }
  }

  /// Ages down the left side name rows: 0～2歳, 65歳以上.
  private static func withAges(_ cells: [GridCell], _ kinds: [CellKind]) -> [CellKind] {
    let figures = cells.indices.filter { cells[$0].column == 0 && kinds[$0] == .figure }
    guard figures.count > 1, figures.allSatisfy({ cells[$0].joined.contains("歳") }) else { return kinds }
    var kinds = kinds
    for i in figures { kinds[i] = .text }
    return kinds
  }

  /// `合計`, `小 計`, `計(A)`: the name of a row that is made of others.
  package static func isTotal(_ text: String) -> Bool { CellRoles.isTotal(text) }

  package var rowCount: Int { places.rowCount }
  package var columnCount: Int { places.columnCount }

  /// Index of the cell at a place.
  package func cell(_ row: Int, _ column: Int) -> Int? { places[row, column] }

  /// The text of a cell, its lines joined.
  package func text(_ cell: Int) -> String { grid.cells[cell].joined }

  /// The lines of the cells that begin in each of some rows, ascending.
  package func lines(of rows: Set<Int>) -> [LineRange] {
    var found: [Int: LineRange] = [:]
    for cell in grid.cells where rows.contains(cell.row) {
      guard let range = cell.range else { continue }
      found[cell.row] = found[cell.row].map { $0.union(range) } ?? range
    }
    return found.values.sorted()
  }

  /// The heads a value stands under and beside.
  package func path(of index: Int) -> HeaderPath {
    let cell = grid.cells[index]
    var rows: [Int] = []
    for column in stride(from: cell.column - 1, through: 0, by: -1) {
      guard let left = places[cell.row, column] else { continue }
      let role = roles[left]
      if role == .rowHead || role == .total, grid.cells[left].endRow >= cell.endRow, !grid.cells[left].isEmpty
      {
        if rows.first != left { rows.insert(left, at: 0) }
      } else if !rows.isEmpty, role == .value || role == .columnHead, !numberings.contains(column) {
        break
      }
    }
    if let above = places[cell.row - 1, cell.column], roles[above] == .nameRow { rows.append(above) }
    let section = rows.contains(where: grandTotals.contains) ? nil : lastSection(before: cell.row)
    return HeaderPath(rows: (section.map { [$0] } ?? []) + rows, columns: columnHeads(over: cell))
  }

  /// Heads of the nearest block above that covers all columns of a cell, from the top.
  private func columnHeads(over cell: GridCell) -> [Int] {
    var found: [Int] = []
    var edge: Int?
    for head in heads[cell.column].reversed() where grid.cells[head].row < cell.row {
      let above = grid.cells[head]
      if let edge, above.endRow < edge { break }
      edge = above.row
      if !above.isEmpty, above.column <= cell.column, above.endColumn >= cell.endColumn { found.append(head) }
    }
    return found.reversed()
  }

  /// Column heads of the first block of heads over a column, from the top.
  package func topHeads(over column: Int) -> [Int] {
    var found: [Int] = []
    for head in heads[column] {
      if let last = found.last, grid.cells[head].row > grid.cells[last].endRow { break }
      found.append(head)
    }
    return found
  }

  private func lastSection(before row: Int) -> Int? {
    var low = 0
    var high = sections.count
    while low < high {
      let middle = (low + high) / 2
      if grid.cells[sections[middle]].row < row { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? sections[low - 1] : nil
  }
}

/// Where a value stands: cells of its table, the outermost first.
package struct HeaderPath: Hashable, Sendable {
  /// Section, row heads from the left, the name over the row.
  package let rows: [Int]
  package let columns: [Int]
}

/// What is printed above a table as its name.
package struct TableTitle: Hashable, Sendable {
  package let text: String
  package let lines: LineRange

  package init(text: String, lines: LineRange) {
    self.text = text
    self.lines = lines
  }
}

/// What the figures of a table are counted in, where its head or a line above says so: 千円 is 円 in thousands.
package struct TableUnit: Hashable, Sendable {
  package let unit: String
  /// As printed: 千円.
  package let printed: String
  /// 1 where the unit is printed as it is.
  package let scale: Int
  /// The others, where a table counts in several: `（単位：千円、％）`.
  private let others: [String]
  /// Where it is printed.
  package let lines: LineRange

  private static let scales = [
    ("千", 1000), ("百万", 1_000_000), ("億", 100_000_000), ("万", 10_000), ("百", 100),
  ]

  /// 1,000 and 円 of 千円; 1 and the unit itself where it is printed as it is.
  package static func parts(of printed: String) -> (scale: Int, unit: String) {
    let scaled = scales.first { printed.hasPrefix($0.0) && printed.count > $0.0.count }
    return (scaled?.1 ?? 1, scaled.map { String(printed.dropFirst($0.0.count)) } ?? printed)
  }

  /// How a unit in multiples is printed: 千円; nil for a multiple without a name.
  package static func printed(_ unit: String, times scale: Int) -> String? {
    scale == 1 ? unit : scales.first { $0.1 == scale }.map { $0.0 + unit }
  }

  /// The one that a figure under and beside some heads is counted in: shares in percent, numbers of things in what is no money.
  package func among(_ heads: [String]) -> TableUnit {
    guard !others.isEmpty else { return self }
    let all = [printed] + others
    let isShare = heads.contains(where: TableUnit.isOfShares)
    let isCount = heads.contains { $0.hasSuffix("数") || $0.hasSuffix("人員") }
    let isPercent = { (unit: String) in ["%", "％"].contains(unit) }
    let own =
      isShare
      ? all.first(where: isPercent) : isCount ? all.first { !$0.hasSuffix("円") && !isPercent($0) } : nil
    return TableUnit(printed: own ?? printed, lines: lines)
  }

  /// `執行率`, `構成比`: what is no sum of what stands above it.
  package static func isOfShares(_ head: String) -> Bool {
    ["率", "割合", "構成比", "%", "％"].contains { head.contains($0) }
  }

  package init(printed all: String, lines: LineRange) {
    let units = all.split { "、，,".contains($0) }.map(String.init)
    let printed = units.first ?? all
    others = Array(units.dropFirst())
    self.printed = printed
    (scale, unit) = TableUnit.parts(of: printed)
    self.lines = lines
  }
}
