import JapaneseText
import PlanDocuments

/// A note under (or right above) a table: `※第２期計画から新たに設定した成果指標です。`
struct IndicatorNote: Hashable, Sendable {
  /// `※`, `※1`, `*`.
  let mark: String
  let text: String
  let lines: LineRange
  /// Index of the first line behind it.
  let end: Int

  /// nil where line `start` opens no note.
  ///
  /// A note goes on to the first line that closes a sentence; one that closes none is a single line.
  init?(at start: Int, in lines: [NumberedLine]) {
    guard let (mark, length) = IndicatorNote.mark(lines[start]) else { return nil }
    var end = start + 1
    while end < lines.count, end - start < 12, !lines[end - 1].text.hasSuffix("。"),
      !IndicatorNote.opens(lines[end])
    {
      end += 1
    }
    if !lines[end - 1].text.hasSuffix("。") { end = start + 1 }
    var joined = LinedText(joining: lines[start..<end])
    joined.removeFirst(length)
    guard let range = joined.lines else { return nil }
    self.mark = mark
    text = joined.text
    self.lines = range
    self.end = end
  }

  private static func mark(_ line: NumberedLine) -> (String, Int)? {
    guard let first = line.scalars.first, first == "※" || first.widthFolded == "*" else { return nil }
    var mark = String(first.widthFolded)
    var length = 1
    // ※1 is numbered; ※2016年… is a note that starts with a year
    if line.scalars.count > 2, let digit = line.scalars[1].decimalDigit, line.scalars[2].decimalDigit == nil {
      mark += String(digit)
      length = 2
    }
    return (mark, length)
  }

  private static func opens(_ line: NumberedLine) -> Bool {
    guard let first = line.scalars.first else { return false }
    return "【○●■◆※".unicodeScalars.contains(first) || (0x2460...0x2473).contains(first.value)
  }
}
