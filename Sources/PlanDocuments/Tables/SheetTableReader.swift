import JapaneseText
import SourceFiles

/// Reads sheets of labels and values set by spaces or colons, also several pairs on a line:
///
///     担当部署名      業務センター        事務事業名     湖の学校事業
///     所管課: 総務課　評価区分: C
///
/// Gives two columns, a pair a row. A sheet is two pairs or more on lines that follow each other; a label is a word the vocabulary knows.
package struct SheetTableReader {
  private struct Pair {
    let label: String
    let value: String
    let line: Int
  }

  /// - Parameters:
  ///   - isOpen: Whether a line (0-based) may belong to a sheet.
  package static func grids(in lines: [String], words: HeadWords, where isOpen: (Int) -> Bool) -> [Grid] {
    var grids: [Grid] = []
    var pairs: [Pair] = []
    func close() {
      if pairs.count > 1 { grids.append(grid(pairs)) }
      pairs = []
    }
    for (i, line) in lines.enumerated() {
      if let last = pairs.last, i + 1 - last.line > 12 { close() }
      guard isOpen(i), line.utf8.count < 1_000, !line.utf8.contains(0x09),
        line.utf8.first != UInt8(ascii: "|")
      else { continue }
      pairs += self.pairs(PositionedLine(number: i + 1, text: line, measure: .display), words)
    }
    close()
    return grids
  }

  private static func pairs(_ line: PositionedLine, _ words: HeadWords) -> [Pair] {
    let pieces = line.pieces.flatMap { cutAtColon($0.text, words) }
    guard pieces.count > 1, pieces.count <= 12 else { return [] }
    let labels = pieces.map { $0.unicodeScalars.count <= 16 && words.know(words.head($0)) }
    guard labels[0] else { return [] }
    var pairs: [Pair] = []
    for i in pieces.indices.dropLast() where labels[i] {
      guard !labels[i + 1] else { return [] }
      // a value is one piece: more would be columns
      if i + 2 < pieces.count, !labels[i + 2] { return [] }
      pairs.append(Pair(label: pieces[i], value: pieces[i + 1], line: line.number))
    }
    return pairs
  }

  /// `所管課: 総務課` is a label and its value.
  private static func cutAtColon(_ text: String, _ words: HeadWords) -> [String] {
    let scalars = Array(text.unicodeScalars)
    guard let colon = scalars.firstIndex(where: { $0 == ":" || $0 == "：" }), colon > 0 else { return [text] }
    let label = scalars[..<colon].trimmed.text
    guard words.know(words.head(label)) else { return [text] }
    let value = scalars[(colon + 1)...].trimmed.text
    return value.isEmpty ? [label] : [label, value]
  }

  private static func grid(_ pairs: [Pair]) -> Grid {
    Grid(
      cells: pairs.enumerated().flatMap { row, pair in
        [
          GridCell(row: row, column: 0, text: [pair.label], lines: [pair.line]),
          GridCell(row: row, column: 1, text: [pair.value], lines: [pair.line]),
        ]
      })
  }
}
