import JapaneseText

/// Whether a line can be the end of what it says.
extension LineJoiner {
  /// A line that falls short of its column by no more than a quarter and can't be the end of what it says: it ends
  /// with 、, the next line opens with a particle or an ending, the line is an item's and the next stands close under it,
  /// or a sentence ends further down.
  func isMidSentence(_ above: LineText, _ below: LineText, start: Int, next: Int) -> Bool {
    guard !above.endsSentence, isMidText(above) else { return false }
    if above.scalars.last == "、" || isInNarrowColumn(above, start: start, next: next) { return true }
    let isClose = spacing.gap(before: next) == 0
    if isClose, above.width >= 40, above.width * 4 >= below.width * 3, isProse(from: next, gap: 0) {
      return true
    }
    guard above.width * 4 >= columnWidth(below, start: start, next: next) * 3 else { return false }
    if let first = below.scalars.first, ScriptClass(first) == .hiragana, above.width >= 24,
      !(above.scalars.last?.isClosing ?? false)
    {
      return true
    }
    guard isClose, case .bullet? = opens[start] else { return false }
    return true
  }

  /// As wide as the lines before it, where a picture narrowed the column up to here: 離職した女／性の再就職を….
  func isInNarrowColumn(_ above: LineText, start: Int, next: Int) -> Bool {
    guard above.width >= 40, start > 0, isProse(from: next, gap: 1) else { return false }
    let before = (max(0, start - 4)..<start).map { lines[text[$0]].width }.max() ?? 0
    return abs(before - above.width) <= 5
  }

  /// Whether the lines from a position on, no further apart than `gap`, come to a sentence's end.
  func isProse(from next: Int, gap: Int) -> Bool {
    for position in next..<min(text.count, next + 8) {
      if position > next, opens[position] != nil || spacing.gap(before: position) > gap { return false }
      if lines[text[position]].endsSentence { return true }
    }
    return false
  }

  /// An item whose like are sentences and that has not come to its 。.
  func isUnended(_ above: LineText, _ below: LineText, start: Int, next: Int) -> Bool {
    guard case .bullet(let mark)? = opens[start], sentenceMarks.contains(mark) else { return false }
    return above.width >= 24 && !above.endsSentence && isMidText(above) && below.width <= above.width + 12
      && isProse(from: next, gap: 1)
  }

  /// A paragraph that a page's end cut: long, in no column, its sentence not ended, and the next line goes on.
  func isCutLong(_ above: LineText, _ below: LineText, start: Int) -> Bool {
    guard above.width >= 60, !above.endsSentence, isMidText(above), let first = below.scalars.first else {
      return false
    }
    switch opens[start] {
    case nil, .text:
      // behind a bracket only a particle goes on: （2021 年 3 月策定） may be the end of what it says
      if above.scalars.last?.isClosing ?? false, !"のをにはがでとやもへから、".unicodeScalars.contains(first) {
        return false
      }
      return below.endsSentence || ScriptClass(first) == .hiragana || first == "（" || first == "("
    case .bullet, .note:
      return ScriptClass(first) == .hiragana
        || ScriptClass(first) == .katakana && above.scalars.last.map { ScriptClass($0) == .katakana } ?? false
    case .heading, .row, .contents: return false
    }
  }

  /// True where a line ends within a sentence as far as its last character tells.
  func isMidText(_ line: LineText) -> Bool {
    line.scalars.last.map { $0.isWritten || "、，,・「（(『ー～〜／/".unicodeScalars.contains($0) || $0.isClosing }
      ?? false
  }
}
