import JapaneseText
import SourceFiles

/// Reads sheets of labels and values set by spaces or colons, also several pairs on a line:
///
///     担当部署名      業務センター        事務事業名     湖の学校事業
///     所管課: 総務課　評価区分: C
///
/// Gives two columns, a pair a row. A sheet is two pairs or more on lines that follow each other; a label is a word the vocabulary knows,
/// or a year. A full line goes on with the line below it that opens no label.
package struct SheetTableReader {
  private struct Pair {
    let label: String
    var value: [String]
    /// The line of the label, and of the first of the value.
    let line: Int
    /// Whether it stands alone on a line that is full and ends within a sentence.
    let isOpen: Bool
  }

  /// Columns of a line on which a sentence is likely to be broken.
  private static let fullLine = 60

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
      let positioned = PositionedLine(number: i + 1, text: line, measure: .display)
      let found = self.pairs(positioned, words)
      if found.isEmpty, let last = pairs.last, last.isOpen, last.line + last.value.count == i + 1,
        let text = continuation(positioned)
      {
        pairs[pairs.count - 1].value.append(text)
      } else {
        pairs += found
      }
    }
    close()
    return grids
  }

  private static func pairs(_ line: PositionedLine, _ words: HeadWords) -> [Pair] {
    var pieces = line.pieces.flatMap { cutAtColon($0.text, words) }
    if let mark = pieces.first?.unicodeScalars, mark.count == 1,
      mark.allSatisfy({ "◎○●■◆□◇・".unicodeScalars.contains($0) })
    {
      pieces.removeFirst()
    }
    guard pieces.count > 1, pieces.count <= 12 else { return [] }
    var labels: [Bool] = []
    for (i, text) in pieces.enumerated() {
      let head = words.head(text)
      // a year behind a word is its value: 開始年度 平成14年度
      labels.append(
        text.unicodeScalars.count <= 16
          && (words.know(head)
            || head.isPeriod && !(i > 0 && labels[i - 1] && words.know(words.head(pieces[i - 1]))))
      )
    }
    // a year alone opens no sheet
    guard labels[0], words.know(words.head(pieces[0])) || pieces.count > 2 else { return [] }
    var pairs: [Pair] = []
    for i in pieces.indices.dropLast() where labels[i] {
      guard !labels[i + 1] else { return [] }
      // a value is one piece: more would be columns
      if i + 2 < pieces.count, !labels[i + 2] { return [] }
      let isOpen =
        pieces.count == 2 && (line.pieces.last?.columns.upperBound ?? 0) >= fullLine
        && pieces[1].unicodeScalars.last != "。"
      pairs.append(Pair(label: pieces[i], value: [pieces[i + 1]], line: line.number, isOpen: isOpen))
    }
    return pairs
  }

  /// What goes on with the line above: one piece that opens no label and no item.
  private static func continuation(_ line: PositionedLine) -> String? {
    guard line.pieces.count == 1, let text = line.pieces.first?.text, let first = text.unicodeScalars.first,
      ScriptClass(first).isJapanese || first.isDigit,
      !text.unicodeScalars.prefix(12).contains(where: { $0 == ":" || $0 == "：" })
    else { return nil }
    return text
  }

  /// `所管課: 総務課` is a label and its value.
  private static func cutAtColon(_ text: String, _ words: HeadWords) -> [String] {
    let scalars = Array(text.unicodeScalars)
    guard let colon = scalars.firstIndex(where: { $0 == ":" || $0 == "：" }), colon > 0 else { return [text] }
    let label = scalars[..<colon].trimmed.text
    // `評価区分 Ａ：計画どおり` explains a letter
    let letter = label.unicodeScalars.split(whereSeparator: \.isBlank).dropFirst().last
    guard words.know(words.head(label)), letter?.count != 1 else { return [text] }
    let value = scalars[(colon + 1)...].trimmed.text
    return value.isEmpty ? [label] : [label, value]
  }

  private static func grid(_ pairs: [Pair]) -> Grid {
    Grid(
      cells: pairs.enumerated().flatMap { row, pair in
        [
          GridCell(row: row, column: 0, text: [pair.label], lines: [pair.line]),
          GridCell(
            row: row, column: 1, text: pair.value, lines: pair.value.indices.map { pair.line + $0 }),
        ]
      })
  }
}
