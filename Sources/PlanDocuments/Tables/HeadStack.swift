/// The heads of a table set by spaces, line upon line, by the order in which they stand: what stands over what is the cheapest way to set
/// each line upon those below it. Places say what is near, words say what belongs together.
struct HeadStack {
  /// From the left.
  private(set) var columns: [PositionedHead.Column] = []
  /// From the lowest line up.
  private(set) var spans: [PositionedHead.Span] = []
  private let words: HeadWords
  /// What a column of its own costs a piece, besides what its place says.
  private let priceOfColumn: Int

  /// What the uppermost piece of each column is.
  private var kinds: [CellKind] = []

  /// How many ways there are to read places that are not exact: `init` takes one of them, the most likely first.
  static let readingCount = 6

  /// - Parameters:
  ///   - lines: From the top.
  ///   - reading: Each has fewer or more columns than those before it.
  init(_ lines: [PositionedLine], words: HeadWords, reading: Int) {
    self.words = words
    priceOfColumn = [2, 0, 4, -2, 7, -5][reading]
    for line in lines.reversed() { add(line) }
  }

  /// What a piece of a line is to the columns below it.
  private enum Place {
    /// A column of its own, before the column of that index.
    case fresh(Int)
    case over(ClosedRange<Int>)
  }

  private mutating func add(_ line: PositionedLine) {
    let pieces = joined(line.pieces)
    var inserted = 0
    for (piece, place) in zip(pieces, places(of: pieces)) {
      switch place {
      case .over(let range) where range.count == 1:
        let i = range.lowerBound + inserted
        columns[i].put(piece, on: line.number)
        kinds[i] = CellKind(columns[i].pieces[0].text, words: words)
      case .over(let range):
        let own = (range.lowerBound + inserted)...(range.upperBound + inserted)
        spans.append(PositionedHead.Span(line: line.number, text: piece.text, columns: own))
      case .fresh(let i):
        let at = i + inserted
        columns.insert(
          PositionedHead.Column(pieces: [(line.number, piece.text)], extent: piece.columns), at: at)
        kinds.insert(CellKind(piece.text, words: words), at: at)
        spans = spans.map { $0.makingRoom(at: at) }
        inserted += 1
      }
    }
  }

  /// With letters set apart (`年      度`) as the word they are.
  private func joined(_ pieces: [PositionedLine.Piece]) -> [PositionedLine.Piece] {
    pieces.reduce(into: []) { joined, piece in
      if let last = joined.last, last.text == "年", piece.text == "度" {
        joined[joined.count - 1] = PositionedLine.Piece(
          text: last.text + piece.text, columns: last.columns.hull(with: piece.columns),
          words: last.words + piece.words)
      } else {
        joined.append(piece)
      }
    }
  }

  /// The cheapest places of the pieces of a line, in the order of the columns; as many steps as pieces times columns times the widest span.
  private func places(of pieces: [PositionedLine.Piece]) -> [Place] {
    let impossible = Int.max / 2
    let count = columns.count
    let isOfYears = pieces.contains { CellKind($0.text, words: words) == .period }
    // a head that others have, too (目標, 実績, 目標, 実績), wants its year
    let texts = columns.map(\.text)
    let times = Dictionary(texts.map { ($0, 1) }, uniquingKeysWith: +)
    let leaving = texts.map { isOfYears && times[$0, default: 0] > 1 ? 8 : 0 }
    // columns whose lowest heads stand on one line have one number
    var ofLine: [Int] = []
    for (i, column) in columns.enumerated() {
      let isSame = i > 0 && columns[i - 1].pieces.last?.line == column.pieces.last?.line
      ofLine.append((ofLine.last ?? 0) + (isSame ? 0 : 1))
    }
    // the least price of the first pieces over the first columns, and the place of the last of these pieces; nil where the last column is left
    var prices = [[Int]](repeating: [Int](repeating: impossible, count: count + 1), count: pieces.count + 1)
    var chosen = [[Place?]](repeating: [Place?](repeating: nil, count: count + 1), count: pieces.count + 1)
    prices[0] = leaving.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
    for (n, piece) in pieces.enumerated() {
      let singles = pricesOverOne(piece)
      let overlap = columns.map { $0.extent.clamped(to: piece.columns).count }.max() ?? 0
      for end in 0...count {
        func take(_ price: Int, _ place: Place?) {
          guard price < prices[n + 1][end] else { return }
          prices[n + 1][end] = price
          chosen[n + 1][end] = place
        }
        if end > 0 { take(prices[n + 1][end - 1] + leaving[end - 1], nil) }
        take(prices[n][end] + priceOfColumn + 4 * overlap + disorder(of: piece, before: end), .fresh(end))
        if end > 0 { take(prices[n][end - 1] + singles[end - 1], .over((end - 1)...(end - 1))) }
        for start in max(0, end - HeadStack.widestSpan)..<max(0, end - 1) {
          let price = price(of: piece, over: start...(end - 1), isOnOneLine: ofLine[start] == ofLine[end - 1])
          take(prices[n][start] + price, .over(start...(end - 1)))
        }
      }
    }
    var places: [Place] = []
    var (n, end) = (pieces.count, count)
    while n > 0 {
      switch chosen[n][end] {
      case nil: end -= 1
      case .fresh(let place)?:
        places.append(.fresh(place))
        n -= 1
      case .over(let range)?:
        places.append(.over(range))
        end = range.lowerBound
        n -= 1
      }
    }
    return places.reversed()
  }

  /// In columns.
  private static let widestSpan = 16

  // MARK: prices, in halves of a character

  /// How far the middle of a piece is on the wrong side of its neighbours'.
  private func disorder(of piece: PositionedLine.Piece, before column: Int) -> Int {
    let middle = piece.columns.lowerBound + piece.columns.upperBound
    let left = column > 0 ? columns[column - 1].extent : nil
    let right = column < columns.count ? columns[column].extent : nil
    let behind = left.map { max(0, $0.lowerBound + $0.upperBound - middle) } ?? 0
    let before = right.map { max(0, middle - $0.lowerBound - $0.upperBound) } ?? 0
    return 2 * (behind + before)
  }

  private func price(
    of piece: PositionedLine.Piece, over range: ClosedRange<Int>, isOnOneLine: Bool
  ) -> Int {
    let extent = columns[range.lowerBound].extent.hull(with: columns[range.upperBound].extent)
    let apart = abs(
      extent.lowerBound + extent.upperBound - piece.columns.lowerBound - piece.columns.upperBound)
    let isOutside =
      piece.columns.lowerBound < extent.lowerBound - 2 || piece.columns.upperBound > extent.upperBound + 2
    return min(apart, 24) / 2 + (isOnOneLine ? 0 : 8) + (isOutside ? 12 : 0) + 1
  }

  /// Over each column alone.
  private func pricesOverOne(_ piece: PositionedLine.Piece) -> [Int] {
    let kind = CellKind(piece.text, words: words)
    let reach = columns.count { $0.extent.overlaps(piece.columns) }
    return columns.indices.map { i in
      let column = columns[i]
      let overlap = piece.columns.clamped(to: column.extent).count
      let gap = max(
        column.extent.lowerBound - piece.columns.upperBound,
        piece.columns.lowerBound - column.extent.upperBound)
      let shorter = max(1, min(piece.columns.count, column.extent.count))
      // what reaches over others, too, is not meant for one
      let price =
        (overlap > 0 ? 8 * (shorter - min(overlap, shorter)) / shorter : 4 + 2 * min(12, gap))
        + 4 * (reach - (overlap > 0 ? 1 : 0))
      guard gap < 12, let lower = column.pieces.first?.text else { return price }
      if lower.contains(piece.text) { return price - 6 }
      if isInRun(i) { return price + 8 }
      if words.know(words.head(piece.text + lower)) { return price - 6 }
      if HeadStack.isBracketed(lower) { return price - 4 }
      return kind == .word ? price + (kinds[i] == .word ? 6 : kinds[i] == .period ? 4 : 0) : price
    }
  }

  private static func isBracketed(_ text: String) -> Bool { text.first.map { "（(".contains($0) } ?? false }

  /// Whether a column is one of years that stand beside each other: a head over them is over all.
  private func isInRun(_ column: Int) -> Bool {
    [column - 1, column + 1].contains { other in
      columns.indices.contains(other)
        && [column, other].allSatisfy {
          columns[$0].pieces.count == 1 && kinds[$0] == .period && !HeadStack.isBracketed(columns[$0].text)
        } && columns[other].pieces[0].line == columns[column].pieces[0].line
    }
  }
}
