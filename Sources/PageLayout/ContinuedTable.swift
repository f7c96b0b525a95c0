/// Tables that go on over the end of a page.
package enum ContinuedTable {
  /// How many rows at its head a table repeats of the one that ends the page before; nil where it is another table.
  ///
  /// It goes on where its columns stand at the same places.
  package static func repeatedHead(of table: PageTable, after last: PageTable) -> Int? {
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
