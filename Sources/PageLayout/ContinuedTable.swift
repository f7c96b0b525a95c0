/// How a table goes on over the end of a page.
package struct ContinuedTable: Hashable, Sendable {
  /// Rows at its head that only say again what the table's head says.
  package let repeatedHead: Int
  /// True where the first row behind them is the rest of the row that the page's end cut.
  package let joinsLastRow: Bool

  package init(repeatedHead: Int, joinsLastRow: Bool) {
    self.repeatedHead = repeatedHead
    self.joinsLastRow = joinsLastRow
  }

  /// nil where the table is another one than the one that ends the page before: its columns stand at other places.
  package init?(_ table: PageTable, after last: PageTable) {
    guard let head = Self.repeatedHead(of: table, after: last), !Self.isSameForm(table, last, from: head)
    else {
      return nil
    }
    self.init(repeatedHead: head, joinsLastRow: Self.isRest(table, row: head))
  }

  /// A sheet a page: the same labels stand at the left, row by row, of what is another thing's table.
  private static func isSameForm(_ table: PageTable, _ last: PageTable, from head: Int) -> Bool {
    func labels(_ table: PageTable) -> [Int: [String]] {
      let cells = table.cells.filter { $0.column == 0 && $0.row >= head && !$0.text.isEmpty }
      return Dictionary(cells.map { ($0.row, $0.text) }) { first, _ in first }
    }
    let (own, before) = (labels(table), labels(last))
    let same = own.count { before[$0.key] == $0.value }
    return same >= 2 && Double(same) >= 0.6 * Double(own.count)
  }

  /// A row without what names it, without figures, in a table that has not only names: the words of a cell that went on.
  private static func isRest(_ table: PageTable, row: Int) -> Bool {
    let cells = table.cells.filter { $0.row == row }
    let (keys, others) = (cells.filter { $0.column < 2 }, cells.filter { $0.column >= 2 })
    return table.columnCount > 2 && cells.allSatisfy { $0.rowSpan == 1 } && keys.allSatisfy(\.text.isEmpty)
      && others.contains { !$0.text.isEmpty }
      && others.allSatisfy { !FigureText.matches($0.text.joined()) }
  }

  private static func repeatedHead(of table: PageTable, after last: PageTable) -> Int? {
    guard table.layout == .ruled, last.layout == .ruled else { return nil }
    let (edges, before) = (columnEdges(table), columnEdges(last))
    guard edges.count == before.count, edges.count > 2, zip(edges, before).allSatisfy({ abs($0 - $1) < 4 })
    else {
      return nil
    }
    var head = 0
    while head < min(table.rowCount, last.rowCount, 4), hasText(table, head),
      texts(table, head) == texts(last, head)
    {
      head += 1
    }
    return head == table.rowCount ? nil : head
  }

  private static func columnEdges(_ table: PageTable) -> [Double] {
    table.cells.flatMap { [$0.box.left, $0.box.right] }.clustered(within: 3)
  }

  private static func texts(_ table: PageTable, _ row: Int) -> [[String]] {
    table.cells.filter { $0.row == row }.map(\.text)
  }

  private static func hasText(_ table: PageTable, _ row: Int) -> Bool {
    table.cells.contains { $0.row == row && !$0.text.isEmpty }
  }
}
