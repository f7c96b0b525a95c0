import JapaneseText
import SourceFiles

/// Reads sheets of labels and values set by spaces or colons, also several pairs on a line:
///
///     担当部署名      業務センター        事務事業名     湖の学校事業
///     所管課: 総務課　評価区分: C
///
/// Gives two columns, a pair a row. A sheet is two pairs or more on lines that follow each other; a label is a word the vocabulary knows,
/// or a year. A full line goes on with the line below it that opens no label; what is wrapped around the line of the labels
/// (`WrappedLabels`) is put together first. Where the first label comes again, the next sheet begins.
package struct SheetTableReader {
  private struct Pair {
    let label: PrintedLines
    var value: PrintedLines
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
    let measured = PositionedLine.Measure.allCases.map { measure in
      lines.enumerated().map { i, line in
        let isOfSheet =
          isOpen(i) && line.utf8.count < 1_000 && !line.utf8.contains(0x09)
          && line.utf8.first != UInt8(ascii: "|")
        return isOfSheet ? PositionedLine(number: i + 1, text: line, measure: measure) : nil
      }
    }
    let positioned = measured[0]
    var i = 0
    while i < positioned.count {
      defer { i += 1 }
      if let last = pairs.last, i + 1 - last.label.first > 12 { close() }
      guard let line = positioned[i] else { continue }
      var found: [Pair] = []
      let wrapped = measured.lazy.compactMap { WrappedLabels(around: i + 1, in: $0, words) }.map {
        self.pairs($0.pieces, end: 0, words)
      }.first { !$0.isEmpty }
      if let wrapped {
        found = wrapped
        i += 2
      } else {
        found = self.pairs(
          line.pieces.map { PrintedLines($0.text, line.number) },
          end: line.pieces.last?.columns.upperBound ?? 0,
          words)
      }
      if found.isEmpty, let last = pairs.last, last.isOpen, last.value.last + 1 == line.number,
        let text = continuation(line)
      {
        pairs[pairs.count - 1].value.append(text, line.number)
      } else {
        if let label = found.first?.label.text, pairs.count > 2, pairs[0].label.text == label { close() }
        pairs += found
      }
    }
    close()
    return grids
  }

  /// - Parameter end: Where a line ends that was printed as it stands; 0 where it was put together.
  private static func pairs(_ printed: [PrintedLines], end: Int, _ words: HeadWords) -> [Pair] {
    var pieces = printed.flatMap { cutAtColon($0, words) }
    if let mark = pieces.first?.joined.unicodeScalars, mark.count == 1,
      mark.allSatisfy({ "◎○●■◆□◇・".unicodeScalars.contains($0) })
    {
      pieces.removeFirst()
    }
    guard pieces.count > 1, pieces.count <= 12 else { return [] }
    var labels: [Bool] = []
    for (i, piece) in pieces.enumerated() {
      let head = words.head(piece.joined)
      // a year behind a word is its value: 開始年度 平成14年度
      labels.append(
        piece.joined.unicodeScalars.count <= 16
          && (words.know(head)
            || head.isPeriod && !(i > 0 && labels[i - 1] && words.know(words.head(pieces[i - 1].joined))))
      )
    }
    // a year alone opens no sheet
    guard labels[0], words.know(words.head(pieces[0].joined)) || pieces.count > 2 else { return [] }
    var pairs: [Pair] = []
    for i in pieces.indices.dropLast() where labels[i] {
      guard !labels[i + 1] else { return [] }
      // a value is one piece: more would be columns
      if i + 2 < pieces.count, !labels[i + 2] { return [] }
      let isOpen = pieces.count == 2 && end >= fullLine && pieces[1].joined.unicodeScalars.last != "。"
      pairs.append(Pair(label: pieces[i], value: pieces[i + 1], isOpen: isOpen))
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
  private static func cutAtColon(_ piece: PrintedLines, _ words: HeadWords) -> [PrintedLines] {
    guard piece.text.count == 1 else { return [piece] }
    let scalars = Array(piece.joined.unicodeScalars)
    guard let colon = scalars.firstIndex(where: { $0 == ":" || $0 == "：" }), colon > 0 else { return [piece] }
    let label = scalars[..<colon].trimmed.text
    // `評価区分 Ａ：計画どおり` explains a letter
    let letter = label.unicodeScalars.split(whereSeparator: \.isBlank).dropFirst().last
    guard words.know(words.head(label)), letter?.count != 1 else { return [piece] }
    let value = scalars[(colon + 1)...].trimmed.text
    return ([label] + (value.isEmpty ? [] : [value])).map { PrintedLines($0, piece.first) }
  }

  private static func grid(_ pairs: [Pair]) -> Grid {
    Grid(
      cells: pairs.enumerated().flatMap { row, pair in
        [
          GridCell(row: row, column: 0, text: pair.label.text, lines: pair.label.lines),
          GridCell(row: row, column: 1, text: pair.value.text, lines: pair.value.lines),
        ]
      })
  }
}
