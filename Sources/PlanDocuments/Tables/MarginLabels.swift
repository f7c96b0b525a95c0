import JapaneseText

/// Labels that are set downwards at the left of a table, one character a line, as `pdftotext -layout` prints them among its rows:
///
///      収   給水収益          812,430
///      益   他会計補助金       18,300
///          長期前受金戻入     96,720
///      的   支払利息           28,740
///
/// Read along the line they would be part of the names.
package enum MarginLabels {
  /// The lines with blanks in the place of such labels, as wide as they were.
  package static func blanked(_ lines: [String]) -> [String] {
    let rows = lines.map(Row.init)
    /// Scalars that belong to labels, by line.
    var labels: [Int: Set<Int>] = [:]
    var chains: [Chain] = []
    for (i, row) in rows.enumerated() {
      chains.removeAll { chain in
        // what stands in its place ends a label, and so does more than a few lines without a character of it
        let isOpen = i - chain.last <= farthest && row.allows(chain.column)
        if !isOpen { take(chain, rows, &labels) }
        return !isOpen
      }
      for letter in row.letters {
        if let chain = chains.firstIndex(where: { abs($0.column - letter.column) < 2 && $0.last < i }) {
          chains[chain].letters.append((i, letter.place))
        } else {
          chains.append(Chain(column: letter.column, letters: [(i, letter.place)]))
        }
      }
    }
    for chain in chains { take(chain, rows, &labels) }
    return lines.enumerated().map { i, line in
      guard let places = labels[i] else { return line }
      var scalars = Array(line.unicodeScalars)
      for place in places { scalars[place] = "\u{3000}" }
      return String(String.UnicodeScalarView(scalars))
    }
  }

  /// Lines from one character of a label to the next, at most.
  private static let farthest = 8

  /// Characters below each other.
  private struct Chain {
    /// Of the first.
    let column: Int
    var letters: [(row: Int, place: Int)]

    var last: Int { letters[letters.count - 1].row }
  }

  /// Takes what is a label: two characters or more beside rows of figures whose names begin further in, one of them without a
  /// character of it.
  private static func take(_ chain: Chain, _ rows: [Row], _ labels: inout [Int: Set<Int>]) {
    guard chain.letters.count > 1 else { return }
    let own = Set(chain.letters.map(\.row))
    let beside = (max(0, chain.letters[0].row - 2)...min(rows.count - 1, chain.last + 2))
      .filter { rows[$0].hasFigures }
    guard beside.count > 2, beside.contains(where: { !own.contains($0) && rows[$0].allows(chain.column) })
    else { return }
    for letter in chain.letters { labels[letter.row, default: []].insert(letter.place) }
  }

  private struct Row {
    /// Single characters before everything else on the line, and no figure right behind them.
    let letters: [(column: Int, place: Int)]
    /// Where the first word begins that is no such character; nil on a line without one.
    private let start: Int?
    let hasFigures: Bool

    init(_ line: String) {
      var letters: [(column: Int, place: Int)] = []
      var word: (column: Int, scalars: [Unicode.Scalar])?
      var figures = 0
      var column = 0
      let scalars = Array(line.unicodeScalars)
      var i = 0
      while i < scalars.count {
        guard !scalars[i].isBlank else {
          column += max(1, scalars[i].columns)
          i += 1
          continue
        }
        let end = scalars[i...].firstIndex(where: \.isBlank) ?? scalars.count
        if end == i + 1, word == nil, ScriptClass(scalars[i]).isJapanese {
          letters.append((column, i))
        } else if word == nil {
          word = (column, Array(scalars[i..<end]))
        }
        if scalars[i..<end].contains(where: \.isDigit) { figures += 1 }
        column += scalars[i..<end].columns
        i = end
      }
      let isFigure = word.map { $0.scalars.allSatisfy { !$0.isWritten || $0.isDigit } } ?? false
      self.letters = isFigure || letters.count > 3 ? [] : letters
      start = isFigure || letters.count > 3 ? letters.first?.column ?? word?.column : word?.column
      hasFigures = figures > 1
    }

    /// Whether nothing but such a character stands at a column or before it.
    func allows(_ column: Int) -> Bool { start.map { $0 > column + 1 } ?? true }
  }
}
