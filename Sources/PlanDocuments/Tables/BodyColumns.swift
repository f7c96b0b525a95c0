/// The columns that the rows of a table keep white between them, all rows taken together.
///
///                  財源内訳                         国庫     県      一般財源
///     国庫支出金 県支出金 一般財源        湖の学校事業    1,200            300
///                                    舟着場の改修              450    1,050
///
/// A program that turns a page into text keeps the order of what stands beside each other, and the rows true to each other; heads it may
/// set far from their columns. So the rows tell where the columns are, and the order tells which head is whose.
enum BodyColumns {
  /// From the left; empty where no row has cells for half of the columns. Rows that cross the white space of those above them tell nothing;
  /// three of them are another matter.
  ///
  /// - Parameter rows: The first of them must be of the table; which of them tell is returned, too.
  static func extents(of rows: [PositionedLine], columnCount: Int) -> (
    extents: [Range<Int>], rows: ArraySlice<PositionedLine>
  ) {
    let isFull = { (row: PositionedLine) in row.words.count >= max(3, columnCount / 2) }
    var extents: [Range<Int>] = []
    var crossing = 0
    var end = 0
    for (i, row) in rows.enumerated() where isFull(row) {
      let isCrossing = crosses(row, extents)
      crossing = isCrossing ? crossing + 1 : 0
      if crossing == 3 { break }
      if !isCrossing {
        extents = union(extents, row.words.map(\.columns))
        end = i + 1
      }
    }
    // a name between the lines of its figures
    for row in rows[..<end] where !isFull(row) && !crosses(row, extents) {
      extents = union(extents, row.words.map(\.columns))
    }
    return (extents, rows[..<end])
  }

  private static func crosses(_ row: PositionedLine, _ extents: [Range<Int>]) -> Bool {
    row.words.contains { word in extents.count { $0.overlaps(word.columns) } > 1 }
  }

  /// Ranges joined where they overlap.
  private static func union(_ a: [Range<Int>], _ b: [Range<Int>]) -> [Range<Int>] {
    (a + b).sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { joined, range in
      if let last = joined.last, last.overlaps(range) {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
  }

  /// Which of the columns each head is over, from the left: all of them, each under one head; a head may have none, one that is always
  /// blank. With what speaks against it; nil where there is no such order.
  static func matching(_ heads: [Range<Int>], _ columns: [Range<Int>]) -> (columns: [Range<Int>], price: Int)?
  {
    guard !heads.isEmpty, !columns.isEmpty else { return nil }
    let impossible = Int.max / 2
    // the least price of the first heads over the first columns, and with how many columns the last of these heads has it
    var prices = [[Int]](
      repeating: [Int](repeating: impossible, count: columns.count + 1), count: heads.count + 1)
    var taken = prices
    prices[0][0] = 0
    for head in 1...heads.count {
      for end in 0...columns.count {
        for count in 0...min(3, end) where prices[head - 1][end - count] < impossible {
          let price =
            prices[head - 1][end - count] + price(heads[head - 1], columns[(end - count)..<end])
          if price < prices[head][end] {
            prices[head][end] = price
            taken[head][end] = count
          }
        }
      }
    }
    guard prices[heads.count][columns.count] < impossible else { return nil }
    var matched: [Range<Int>] = []
    var end = columns.count
    for head in (1...heads.count).reversed() {
      matched.append((end - taken[head][end])..<end)
      end -= taken[head][end]
    }
    return (matched.reversed(), prices[heads.count][columns.count])
  }

  /// How far a head stands from its columns; a column without a head of its own, and a head without a column, cost more than any distance.
  private static func price(_ head: Range<Int>, _ columns: ArraySlice<Range<Int>>) -> Int {
    guard let first = columns.first, let last = columns.last else { return 8 }
    let distance = max(0, max(first.lowerBound - head.upperBound, head.lowerBound - last.upperBound))
    let gutters = zip(columns, columns.dropFirst()).map { $1.lowerBound - $0.upperBound }
    return min(distance, 20) / 4 + gutters.map { 6 + min($0, 4) }.reduce(0, +)
  }
}
