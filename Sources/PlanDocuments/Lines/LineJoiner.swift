import JapaneseText

/// A logical line in the making.
struct Block {
  enum Kind {
    case text, note, heading, row, contents
    case bullet(Unicode.Scalar)
  }

  var kind: Kind
  /// Indexes of its physical lines, ascending.
  var lines: [Int]
}

/// Puts wrapped lines together again.
///
/// A line goes on in the next where it fills its column, or where the column's sentences end with 。 and this one has
/// not ended. The column's width is not printed: it is read from the lines around. What opens with a mark, a label or a
/// bracket 【 of its own goes on from nothing; rows of tables never go on.
struct LineJoiner {
  let lines: [LineText]
  /// Lines of text in order, without furniture, contents and tables.
  private let text: [Int]
  private let opens: [Block.Kind?]
  private let spacing: LineSpacing
  private let sentenceMarks: Set<Unicode.Scalar>

  init(_ lines: [LineText], text: [Int]) {
    self.lines = lines
    self.text = text
    let forms = text.map { Self.opening(lines[$0]) }
    spacing = LineSpacing(lines, text)
    sentenceMarks = Self.sentenceMarks(lines, text, forms, spacing)
    opens = Self.withoutBrokenDots(forms, lines, text, spacing, sentenceMarks)
  }

  /// The blocks of the text, in order.
  func blocks() -> [Block] {
    var blocks: [Block] = []
    var position = 0
    while position < text.count {
      var end = position + 1
      while end < text.count, goesOn(from: position, to: end) { end += 1 }
      blocks.append(Block(kind: opens[position] ?? .text, lines: Array(text[position..<end])))
      position = end
    }
    return blocks
  }

  /// What a line opens by its form; nil where it may go on from the line above.
  private static func opening(_ line: LineText) -> Block.Kind? {
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
  private static func sentenceMarks(
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
  private static func withoutBrokenDots(
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

  /// Whether the block from `start` to the line before `next` goes on there.
  private func goesOn(from start: Int, to next: Int) -> Bool {
    guard opens[next] == nil else { return false }
    let above = lines[text[next - 1]]
    let below = lines[text[next]]
    switch opens[start] {
    case .row, .contents: return false
    case .text where next == start + 1 && (above.scalars.last == "】" || Self.isOneBracket(above.scalars)):
      return false
    case .heading where next == start + 1:
      if spacing.gap(before: next) == 0, above.width >= 40, below.width < above.width, !above.endsSentence {
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

  /// `めざす都市像：…`: a label of its own before what it says.
  private func isLabelled(_ line: LineText) -> Bool {
    guard let colon = line.scalars.prefix(16).firstIndex(where: { $0 == "：" || $0 == ":" }), colon >= 3 else {
      return false
    }
    return line.scalars[..<colon].allSatisfy { $0.isWritten && !$0.isDigit }
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
    guard spacing.gap(before: next) > 0 else { return false }
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

  /// Whether a block stands in a record: a few lines below a row, or right below an item.
  private func followsRow(_ start: Int) -> Bool {
    for position in max(0, start - 4)..<start {
      if case .row? = opens[position] { return true }
    }
    guard start > 0, case .bullet? = opens[start - 1] else { return false }
    return lines[text[start]].width >= 32
  }

  private func isFull(_ above: LineText, _ below: LineText, start: Int, next: Int) -> Bool {
    let column = columnWidth(below, start: start, next: next)
    return above.width + slack(below) >= column && above.width * 4 >= column * 3
  }

  /// How far a full line may fall short of its column: two characters that may not stand at a line's end, or a Latin
  /// word or figure that was not broken.
  private func slack(_ below: LineText) -> Int {
    let opening = below.scalars.prefix(while: \.isOpening)
    let unbroken = below.scalars.dropFirst(opening.count).prefix { $0.columns == 1 && !$0.isBlank }
    return max(5, opening.columns + unbroken.count + 4)
  }

  /// A line that falls short of its column by no more than a quarter and can't be the end of what it says: it ends
  /// with 、, the next line opens with a particle or an ending, the line is an item's and the next stands close under it,
  /// or a sentence ends further down.
  private func isMidSentence(_ above: LineText, _ below: LineText, start: Int, next: Int) -> Bool {
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
  private func isInNarrowColumn(_ above: LineText, start: Int, next: Int) -> Bool {
    guard above.width >= 40, start > 0, isProse(from: next, gap: 1) else { return false }
    let before = (max(0, start - 4)..<start).map { lines[text[$0]].width }.max() ?? 0
    return abs(before - above.width) <= 5
  }

  /// Whether the lines from a position on, no further apart than `gap`, come to a sentence's end.
  private func isProse(from next: Int, gap: Int) -> Bool {
    for position in next..<min(text.count, next + 8) {
      if position > next, opens[position] != nil || spacing.gap(before: position) > gap { return false }
      if lines[text[position]].endsSentence { return true }
    }
    return false
  }

  private func isExactlyFull(_ above: LineText, _ below: LineText, start: Int, next: Int) -> Bool {
    above.width >= 40 && above.width + 2 >= columnWidth(below, start: start, next: next)
  }

  /// The width of the column a block stands in, as far as its lines and those of the items around tell.
  private func columnWidth(_ below: LineText, start: Int, next: Int) -> Int {
    let own = text[start..<next].map { lines[$0].width }.max() ?? 0
    if next - start > 1 { return own }
    guard case .bullet(let mark)? = opens[start] else { return max(own, below.width, widthBelow(next)) }
    return max(own, below.width, widthOfItems(mark, around: start))
  }

  /// The widest of the lines that follow close together without a mark: items whose marks were lost.
  private func widthBelow(_ next: Int) -> Int {
    var width = 0
    for position in next..<min(text.count, next + 6) {
      if position > next, opens[position] != nil || spacing.gap(before: position) > 0 { break }
      width = max(width, lines[text[position]].width)
    }
    return width
  }

  /// The widest line among the items with the same mark near by.
  private func widthOfItems(_ mark: Unicode.Scalar, around start: Int) -> Int {
    var width = 0
    for position in max(0, start - 6)..<min(text.count, start + 7) where spacing.isNear(position, start) {
      guard case .bullet(mark)? = opens[position] else { continue }
      let line = lines[text[position]]
      width = max(width, line.width)
      if position + 1 < text.count, opens[position + 1] == nil {
        width = max(width, lines[text[position + 1]].width)
      }
    }
    return width
  }

  /// An item whose like are sentences and that has not come to its 。.
  private func isUnended(_ above: LineText, _ below: LineText, start: Int, next: Int) -> Bool {
    guard case .bullet(let mark)? = opens[start], sentenceMarks.contains(mark) else { return false }
    return above.width >= 24 && !above.endsSentence && isMidText(above) && below.width <= above.width + 12
      && isProse(from: next, gap: 1)
  }

  /// A paragraph that a page's end cut: long, in no column, its sentence not ended, and the next line goes on.
  private func isCutLong(_ above: LineText, _ below: LineText, start: Int) -> Bool {
    guard above.width >= 60, !above.endsSentence, isMidText(above), let first = below.scalars.first else {
      return false
    }
    switch opens[start] {
    case nil, .text:
      return below.endsSentence || ScriptClass(first) == .hiragana || first == "（" || first == "("
    case .bullet, .note:
      return ScriptClass(first) == .hiragana
        || ScriptClass(first) == .katakana && above.scalars.last.map { ScriptClass($0) == .katakana } ?? false
    case .heading, .row, .contents: return false
    }
  }

  /// True where a line ends within a sentence as far as its last character tells.
  private func isMidText(_ line: LineText) -> Bool {
    line.scalars.last.map { $0.isWritten || "、，,・「（(『ー～〜／/".unicodeScalars.contains($0) || $0.isClosing }
      ?? false
  }
}
