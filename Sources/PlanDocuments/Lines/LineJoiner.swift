import JapaneseText

/// Puts wrapped lines together again.
///
/// A line goes on in the next where it fills its column, or where the column's sentences end with 。 and this one has
/// not ended. The column's width is not printed: it is read from the lines around. What opens with a mark, a label or a
/// bracket 【 of its own goes on from nothing; rows of tables never go on.
struct LineJoiner {
  let lines: [LineText]
  /// Lines of text in order, without furniture, contents and tables.
  let text: [Int]
  /// What each of them opens; nil where it may go on from the line above.
  let opens: [Block.Kind?]
  let spacing: LineSpacing
  /// Marks whose items are sentences.
  let sentenceMarks: Set<Unicode.Scalar>
  private let apart: DeclaredHeadings

  /// - Parameter apart: lines between which nothing goes on.
  init(_ lines: [LineText], text: [Int], apart: DeclaredHeadings) {
    self.lines = lines
    self.text = text
    self.apart = apart
    spacing = LineSpacing(lines, text)
    (opens, sentenceMarks) = LineOpening.read(lines, text, spacing)
  }

  /// Lines of the longest block, so that no text makes reading it slow.
  private static let longest = 200

  /// The blocks of the text, in order.
  func blocks() -> [Block] {
    var blocks: [Block] = []
    var position = 0
    while position < text.count {
      var end = position + 1
      while end < text.count, end - position < Self.longest, goesOn(from: position, to: end) { end += 1 }
      blocks.append(Block(kind: opens[position] ?? .text, lines: Array(text[position..<end])))
      position = end
    }
    return blocks
  }

  /// Whether the block from `start` to the line before `next` goes on there.
  private func goesOn(from start: Int, to next: Int) -> Bool {
    guard opens[next] == nil, !apart.parts(text[next - 1], from: text[next]) else { return false }
    let above = lines[text[next - 1]]
    let below = lines[text[next]]
    switch opens[start] {
    case .row, .contents: return false
    case .text
    where next == start + 1 && (above.scalars.last == "】" || LineOpening.isOneBracket(above.scalars)):
      return false
    case .heading where next == start + 1:
      // a letter of a label that is set downwards
      if below.scalars.count == 1, above.width < 60, ScriptClass(below.scalars[0]) == .han { return false }
      if TitleWords.opens(below) || above.width < 60 && TitleWords.isTitle(below) { return false }
      // a line that was wrapped is as wide as those below it
      if below.endsSentence, above.scalars.last?.isClosing ?? false, below.width > above.width + 2 {
        return false
      }
      if spacing.gap(before: next) == 0, above.width >= 40, below.width < above.width, !above.endsSentence,
        !below.endsSentence
      {
        return true
      }
      guard spacing.gap(before: next) == 0 || isWrappedItem(above, below, next: next) else { return false }
    case .bullet where next == start + 1 && isNamedHeading(above):
      return spacing.gap(before: next) == 0 && above.width >= 40 && below.width < above.width
    default: break
    }
    if opens[start] == nil, isLabelled(lines[text[start]]), isLabelled(below) { return false }
    guard above.width >= 8, !isNewParagraph(below, after: above, start: start, next: next) else {
      return false
    }
    if isBareFigure(below), !hasOpenBracket(start..<next) { return false }
    guard followsSpacing(start: start, next: next) else { return isCutLong(above, below, start: start) }
    guard !mayBeLabels(above, below, start: start, next: next) else { return false }
    return isFull(above, below, start: start, next: next) || isUnended(above, below, start: start, next: next)
      || isMidSentence(above, below, start: start, next: next) || isCutLong(above, below, start: start)
  }

  /// A numbered line that is no heading but wrapped prose: ②市民サービス等の分類を／記載, ⑦参考資料における当該事／務事業の….
  private func isWrappedItem(_ above: LineText, _ below: LineText, next: Int) -> Bool {
    if let last = above.scalars.last, "をにのはがとでなびへも、".unicodeScalars.contains(last) { return true }
    return above.width >= 20 && abs(above.width - below.width) <= 6 && next + 1 < text.count
      && opens[next + 1] == nil
  }

  /// `〇取組の方向性１ …`: an item that is a heading with a number of its own.
  private func isNamedHeading(_ line: LineText) -> Bool {
    guard let bullet = Bullet(line.scalars) else { return false }
    guard let mark = HeadingMark(Array(line.scalars[bullet.length...])), case .word = mark.form else {
      return false
    }
    return !mark.name.isEmpty
  }

  /// An indented line opens a paragraph, unless its block is set in as far.
  private func isNewParagraph(_ below: LineText, after above: LineText, start: Int, next: Int) -> Bool {
    if below.indent >= 2, below.indent > above.indent, above.endsSentence || next == start + 1 { return true }
    // a sentence that begins at a line's start goes on to its end, or ends itself
    if above.endsSentence, !below.endsSentence, below.width * 2 < above.width { return true }
    return above.endsSentence && (below.indent > 0 || !isExactlyFull(above, below, start: start, next: next))
  }

  /// Blank lines between the lines of a paragraph are the same throughout.
  private func followsSpacing(start: Int, next: Int) -> Bool {
    let gap = spacing.gap(before: next)
    if gap > 1 { return false }
    if gap == 0 { return true }
    let inside = (start + 1..<next).map(spacing.gap(before:))
    return inside.isEmpty ? spacing.isSpaced(at: next) : inside.contains(1)
  }

  /// `めざす都市像：…`, `評価：Ａ`, `目標値（令和９年度）　４００人`: a label of its own before what it says, set apart by a colon or
  /// a full-width space.
  private func isLabelled(_ line: LineText) -> Bool {
    let start = line.scalars.prefix(18)
    if let colon = start.firstIndex(where: { $0 == "：" || $0 == ":" }), colon >= 2 {
      return line.scalars[..<colon].allSatisfy {
        $0.isWritten && !$0.isDigit || $0 == "\u{3000}" || $0 == " "
      }
    }
    guard let space = start.firstIndex(of: "\u{3000}"), space >= 2, !line.endsSentence else { return false }
    return line.scalars[..<space].allSatisfy { $0.isWritten || $0.isOpening || $0.isClosing }
  }

  /// A figure and nothing else, perhaps starred: the value of a label above it, or a chart's.
  private func isBareFigure(_ line: LineText) -> Bool {
    ChartLabels.isFigure(line.scalars.filter { $0 != "*" && $0 != "＊" })
  }

  /// Whether a bracket is still open at the end of a block: （協議回数：3回、目標：／4回）.
  private func hasOpenBracket(_ block: Range<Int>) -> Bool {
    var depth = 0
    for scalar in block.lazy.flatMap({ lines[text[$0]].scalars }) {
      if scalar.isOpening { depth += 1 } else if scalar.isClosing { depth = max(0, depth - 1) }
    }
    return depth > 0
  }

  /// Lines apart from each other, in no item, near no row and in no sentence, may be labels of a drawing or captions.
  private func mayBeLabels(_ above: LineText, _ below: LineText, start: Int, next: Int) -> Bool {
    if above.width < 12, !followsRow(start) { return true }
    guard spacing.gap(before: next) > 0 else { return areEntries(above, below, start: start, next: next) }
    switch opens[start] {
    case nil:
      let isColumn = min(above.width, below.width) >= 40 && abs(above.width - below.width) <= 5
      if isColumn || next > start + 1 && above.width >= 40, !(above.scalars.last?.isClosing ?? false) {
        return false
      }
      return !followsRow(start) && !isProse(from: next, gap: 1)
    case .note:
      return above.scalars.last?.isClosing ?? false
        && !(below.scalars.first.map { ScriptClass($0) == .hiragana } ?? false)
    default: return false
    }
  }

  /// Close together and short: the second set out further than the first (a line of another drawing), or both with one
  /// ending, as entries of a list without marks have it (…（野球） under …（サッカー）, 工業地域 under 工業専用地域).
  private func areEntries(_ above: LineText, _ below: LineText, start: Int, next: Int) -> Bool {
    guard opens[start] == nil, max(above.width, below.width) < 40, !followsRow(start),
      !hasOpenBracket(start..<next)
    else { return false }
    if below.indent + 4 <= above.indent { return true }
    guard let last = above.scalars.last, last == below.scalars.last else { return false }
    if last == "）" || last == ")" { return true }
    return above.scalars.count > 3 && below.scalars.count > 3
      && above.scalars.suffix(2) == below.scalars.suffix(2)
      && above.scalars.suffix(2).allSatisfy { ScriptClass($0) == .han }
  }

  /// Whether a block stands in a record: a few lines below a row, or right below an item.
  private func followsRow(_ start: Int) -> Bool {
    for position in max(0, start - 4)..<start {
      if case .row? = opens[position] { return true }
    }
    guard start > 0, case .bullet? = opens[start - 1] else { return false }
    return lines[text[start]].width >= 32
  }

}
