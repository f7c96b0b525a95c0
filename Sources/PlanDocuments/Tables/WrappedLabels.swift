import JapaneseText
import SourceFiles

/// What is printed in one place on a line or several.
struct PrintedLines {
  private(set) var text: [String]
  /// 1-based; as many as `text` has.
  private(set) var lines: [Int]

  init(_ text: String, _ line: Int) {
    self.text = [text]
    lines = [line]
  }

  var first: Int { lines[0] }
  var last: Int { lines[lines.count - 1] }
  var joined: String { GridCell(row: 0, column: 0, text: text, lines: lines).joined }

  mutating func append(_ text: String, _ line: Int) {
    self.text.append(text)
    lines.append(line)
  }
}

/// Three lines that are one of labels and values, what takes two lines being set around the middle one:
///
///                      湖のまわりの                現状値               目標値
///     目標指標                         件                     12                   30
///                      花壇の数                （令和５年度）          （令和10年度）
///
/// The middle line opens with a label; all that stands above it stands there again below, and nothing is left over.
struct WrappedLabels {
  /// From the left.
  let pieces: [PrintedLines]

  /// - Parameter i: Index of the middle line.
  init?(around i: Int, in lines: [PositionedLine?], _ words: HeadWords) {
    guard i > 0, i + 1 < lines.count, let above = lines[i - 1], let line = lines[i], let below = lines[i + 1],
      let first = line.pieces.first, !above.pieces.isEmpty, above.pieces.count == below.pieces.count,
      words.know(words.head(first.text)),
      [above, below].allSatisfy({ first.columns.upperBound <= $0.pieces[0].columns.lowerBound })
    else { return nil }
    var found: [(columns: Range<Int>, piece: PrintedLines)] = []
    for (upper, lower) in zip(above.pieces, below.pieces) {
      guard upper.columns.overlaps(lower.columns) else { return nil }
      let columns =
        min(
          upper.columns.lowerBound, lower.columns.lowerBound)..<max(
          upper.columns.upperBound, lower.columns.upperBound)
      var piece = PrintedLines(upper.text, above.number)
      let between = line.pieces.filter { $0.columns.overlaps(columns) }
      guard between.count < 2 else { return nil }
      for middle in between { piece.append(middle.text, line.number) }
      piece.append(lower.text, below.number)
      found.append((columns, piece))
    }
    for piece in line.pieces where !found.contains(where: { $0.columns.overlaps(piece.columns) }) {
      found.append((piece.columns, PrintedLines(piece.text, line.number)))
    }
    pieces = found.sorted { $0.columns.lowerBound < $1.columns.lowerBound }.map(\.piece)
  }
}
