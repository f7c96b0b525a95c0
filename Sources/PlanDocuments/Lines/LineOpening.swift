/// What a line opens by its form, as against lines that go on from the one above.
enum LineOpening {
  /// What each line of a text opens, and the marks whose items are sentences.
  static func read(
    _ lines: [LineText], _ text: [Int], _ spacing: LineSpacing
  ) -> (opens: [Block.Kind?], sentenceMarks: Set<Unicode.Scalar>) {
    let rows = SpacedRows.find(lines, text)
    let forms = text.indices.map { rows.contains($0) ? .row : opening(lines[text[$0]]) }
    let marks = sentenceMarks(lines, text, forms, spacing)
    return (withoutBrokenDots(forms, lines, text, spacing, marks), marks)
  }

  /// What a line opens by its form; nil where it may go on from the line above.
  static func opening(_ line: LineText) -> Block.Kind? {
    if RowForm.matches(line) { return .row }
    if let bullet = Bullet(line.scalars) { return .bullet(bullet.mark) }
    guard let first = line.scalars.first else { return nil }
    if first == "※" || first == "*" || first == "＊" || line.scalars.starts(with: "（出所）".unicodeScalars)
      || line.scalars.starts(with: "（注）".unicodeScalars) || line.scalars.starts(with: "(注)".unicodeScalars)
    {
      return .note
    }
    if "【［[〈＜<".unicodeScalars.contains(first) || isOneBracket(line.scalars) { return .text }
    return HeadingMark(line.scalars) != nil ? .heading : nil
  }

  /// `(環境)`: a line that is one bracket, without a figure that belongs to the line above (`（取組数:５９件）`).
  static func isOneBracket(_ text: [Unicode.Scalar]) -> Bool {
    guard let first = text.first, let last = text.last, text.count >= 4 else { return false }
    guard first == "(" || first == "（", last == ")" || last == "）" else { return false }
    guard !text.contains(":"), !text.contains("：") else { return false }
    var depth = 0
    for (i, scalar) in text.enumerated() {
      if scalar == "(" || scalar == "（" { depth += 1 }
      if scalar == ")" || scalar == "）" { depth -= 1 }
      if depth == 0, i + 1 < text.count { return false }
    }
    return depth == 0
  }

  /// Marks whose items are sentences: most of them end with 。.
  static func sentenceMarks(
    _ lines: [LineText], _ text: [Int], _ opens: [Block.Kind?], _ spacing: LineSpacing
  ) -> Set<Unicode.Scalar> {
    var ended: [Unicode.Scalar: (sentences: Int, all: Int)] = [:]
    for start in text.indices {
      guard case .bullet(let mark)? = opens[start] else { continue }
      let end = text.indices[(start + 1)...].first { opens[$0] != nil || spacing.gap(before: $0) > 1 }
      let isSentence = (start..<(end ?? text.count)).contains { lines[text[$0]].endsSentence }
      ended[mark, default: (0, 0)].all += 1
      ended[mark, default: (0, 0)].sentences += isSentence ? 1 : 0
    }
    return Set(ended.filter { $0.value.all >= 3 && $0.value.sentences * 3 >= $0.value.all * 2 }.keys)
  }

  /// A ・ between two words may come to stand at a line's start (支援や新産業／・新事業の創出): there it opens no item. It
  /// goes on with a long line of an item that is a sentence and has not ended.
  static func withoutBrokenDots(
    _ forms: [Block.Kind?], _ lines: [LineText], _ text: [Int], _ spacing: LineSpacing,
    _ sentenceMarks: Set<Unicode.Scalar>
  ) -> [Block.Kind?] {
    var opens = forms
    var inSentence = false
    for position in text.indices {
      if position > 0, inSentence, case .bullet("・")? = forms[position], spacing.gap(before: position) == 0 {
        let above = lines[text[position - 1]]
        if above.width >= 70, !above.endsSentence, above.scalars.last?.isWritten ?? false {
          opens[position] = nil
        }
      }
      guard let form = opens[position] else { continue }
      if case .bullet(let mark) = form {
        inSentence = sentenceMarks.contains(mark)
      } else {
        inSentence = false
      }
    }
    return opens
  }
}
