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

  /// The ways to read places that are not exact, the most likely first: with fewer and with more columns.
  ///
  /// - Parameter lines: From the top.
  static func readings(of lines: [PositionedLine], words: HeadWords) -> [HeadStack] {
    [2, 0, 4, -2, 7, -5].map { HeadStack(lines, words: words, priceOfColumn: $0) }
  }

  private init(_ lines: [PositionedLine], words: HeadWords, priceOfColumn: Int) {
    self.words = words
    self.priceOfColumn = priceOfColumn
    for line in lines.reversed() { add(line) }
  }

  /// What a piece of a line is to the columns below it.
  private enum Place: Hashable {
    /// A column of its own, before the column of that index.
    case fresh(Int)
    case over(ClosedRange<Int>)
  }

  private mutating func add(_ line: PositionedLine) {
    let pieces = joined(line.pieces)
    let places = places(of: pieces)
    var inserted = 0
    let line = line.number
    for (piece, place) in zip(pieces, places) {
      switch place {
      case .over(let range) where range.count == 1:
        let i = range.lowerBound + inserted
        // struck again: it stands where it was struck first
        if let same = columns[i].pieces.firstIndex(where: { $0.text.contains(piece.text) }) {
          columns[i].pieces[same].line = line
        } else {
          columns[i].pieces.removeAll { piece.text.contains($0.text) }
          columns[i].pieces.insert((line, piece.text), at: 0)
        }
        columns[i].extent =
          min(
            columns[i].extent.lowerBound, piece.columns.lowerBound)..<max(
            columns[i].extent.upperBound, piece.columns.upperBound)
      case .over(let range):
        let own = (range.lowerBound + inserted)...(range.upperBound + inserted)
        spans.append(PositionedHead.Span(line: line, text: piece.text, columns: own))
      case .fresh(let i):
        let at = i + inserted
        columns.insert(
          PositionedHead.Column(pieces: [(line, piece.text)], extent: piece.columns), at: at)
        spans = spans.map { span in
          let low = span.columns.lowerBound + (span.columns.lowerBound >= at ? 1 : 0)
          let high = span.columns.upperBound + (span.columns.upperBound >= at ? 1 : 0)
          return PositionedHead.Span(line: span.line, text: span.text, columns: low...high)
        }
        inserted += 1
      }
    }
  }

  /// With letters set apart (`年      度`) as the word they are.
  private func joined(_ pieces: [PositionedLine.Piece]) -> [PositionedLine.Piece] {
    pieces.reduce(into: []) { joined, piece in
      if let last = joined.last, last.text.count == 1, piece.text.count == 1, last.text + piece.text == "年度" {
        joined[joined.count - 1] = PositionedLine.Piece(
          text: last.text + piece.text, columns: last.columns.lowerBound..<piece.columns.upperBound,
          words: last.words + piece.words)
      } else {
        joined.append(piece)
      }
    }
  }

  /// The cheapest places of the pieces of a line, in the order of the columns.
  private func places(of pieces: [PositionedLine.Piece]) -> [Place] {
    let impossible = Int.max / 2
    let count = columns.count
    let isOfYears = pieces.contains { CellKind($0.text, words: words) == .period }
    // a head that others have, too (目標, 実績, 目標, 実績), wants its year
    let leaving = columns.map { own in isOfYears && columns.count { $0.text == own.text } > 1 ? 8 : 0 }
    // the least price of the first pieces over the first columns
    var prices = [[Int]](repeating: [Int](repeating: impossible, count: count + 1), count: pieces.count + 1)
    var chosen = [[(place: Place, from: Int)?]](
      repeating: [(place: Place, from: Int)?](repeating: nil, count: count + 1), count: pieces.count + 1)
    for end in 0...count { prices[0][end] = end == 0 ? 0 : prices[0][end - 1] + leaving[end - 1] }
    for (n, piece) in pieces.enumerated() {
      for end in 0...count {
        func take(_ price: Int, _ place: Place, from: Int) {
          if price < prices[n + 1][end] {
            prices[n + 1][end] = price
            chosen[n + 1][end] = (place, from)
          }
        }
        if end > 0 { take(prices[n + 1][end - 1] + leaving[end - 1], .fresh(-1), from: -1) }
        take(prices[n][end] + price(ofFresh: piece, before: end), .fresh(end), from: end)
        for start in 0..<end where prices[n][start] < impossible {
          take(
            prices[n][start] + price(piece, over: start...(end - 1)), .over(start...(end - 1)), from: start)
        }
      }
    }
    var places: [Place] = []
    var end = count
    var n = pieces.count
    while n > 0 {
      guard let (place, from) = chosen[n][end] else { break }
      if from < 0 {
        end -= 1
        continue
      }
      places.append(place)
      end = from
      n -= 1
    }
    return places.reversed()
  }

  /// In halves of a character, as all prices.
  private func price(ofFresh piece: PositionedLine.Piece, before column: Int) -> Int {
    let overlap = columns.map { max(0, $0.extent.clamped(to: piece.columns).count) }.max() ?? 0
    let middle = piece.columns.lowerBound + piece.columns.upperBound
    let left = column > 0 ? columns[column - 1].extent : nil
    let right = column < columns.count ? columns[column].extent : nil
    let behind = left.map { max(0, $0.lowerBound + $0.upperBound - middle) } ?? 0
    let before = right.map { max(0, middle - $0.lowerBound - $0.upperBound) } ?? 0
    return priceOfColumn + 4 * overlap + 2 * (behind + before)
  }

  private func price(_ piece: PositionedLine.Piece, over range: ClosedRange<Int>) -> Int {
    let below = columns[range]
    let extent =
      (below.first?.extent.lowerBound ?? 0)..<(below.last?.extent.upperBound ?? 0)
    let kind = CellKind(piece.text, words: words)
    let kinds = below.map { CellKind($0.pieces.first?.text ?? "", words: words) }
    if range.count > 1 {
      let apart = abs(
        extent.lowerBound + extent.upperBound - piece.columns.lowerBound - piece.columns.upperBound)
      let isOnOneLine = Set(below.compactMap(\.pieces.last?.line)).count == 1
      let isOutside =
        piece.columns.lowerBound < extent.lowerBound - 2 || piece.columns.upperBound > extent.upperBound + 2
      return min(apart, 24) / 2 + (isOnOneLine ? 0 : 8) + (isOutside ? 12 : 0) + 1
    }
    guard let column = below.first, let lower = column.pieces.first?.text, let lowerKind = kinds.first else {
      return 0
    }
    let overlap = piece.columns.clamped(to: column.extent).count
    let shorter = max(1, min(piece.columns.count, column.extent.count))
    var price =
      overlap > 0
      ? 8 * (shorter - min(overlap, shorter)) / shorter
      : 4 + 2
        * min(
          12,
          max(
            column.extent.lowerBound - piece.columns.upperBound,
            piece.columns.lowerBound - column.extent.upperBound))
    // it reaches over others, too
    price += 4 * (columns.count { $0.extent.overlaps(piece.columns) } - (overlap > 0 ? 1 : 0))
    let isBracket = lower.first.map { "（(".contains($0) } ?? false
    if lower.contains(piece.text) {
      price -= 6
    } else if isInRun(range.lowerBound) {
      price += 8
    } else if words.know(words.head(piece.text + lower)) {
      price -= 6
    } else if isBracket {
      price -= 4
    } else if kind == .word {
      price += lowerKind == .word ? 6 : lowerKind == .period ? 4 : 0
    }
    return price
  }

  /// Whether a column is one of years that stand beside each other: a head over them is over all.
  private func isInRun(_ column: Int) -> Bool {
    [column - 1, column + 1].contains { other in
      columns.indices.contains(other)
        && [column, other].allSatisfy {
          columns[$0].pieces.count == 1 && !"（(".contains(columns[$0].text.first ?? " ")
            && CellKind(columns[$0].text, words: words) == .period
        } && columns[other].pieces[0].line == columns[column].pieces[0].line
    }
  }
}
