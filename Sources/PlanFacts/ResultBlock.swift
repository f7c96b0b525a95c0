import JapaneseText
import PlanDocuments

/// What a programme's report prints under a project: results, level, first level, changed targets, in any layout of
/// lines, cells and tags.
struct ResultBlock: Sendable {
  struct Level: Hashable, Sendable {
    let value: Int
    /// True for `3*`: measured against targets that were changed on the way.
    let isRevised: Bool
    let lines: LineRange
  }

  struct Item: Hashable, Sendable {
    var text: String
    var lines: LineRange
  }

  private(set) var level: Level?
  /// `(参考)当初の目標に対する達成状況`
  private(set) var originalLevel: Level?
  private(set) var results: [Item] = []
  /// Under 【変更後の目標】.
  private(set) var changedTargets: [Item] = []

  init(_ lines: [NumberedLine]) {
    var scalars: [Unicode.Scalar] = []
    var lineOf: [Int] = []
    for line in lines {
      let clean = MarkupText.blankingTags(line.scalars) + ["\n"]
      scalars += clean
      lineOf += Array(repeating: line.number, count: clean.count)
    }
    let marks = ResultMark.all(in: scalars)
    var part = Part.results
    var isOriginal = false
    var start = 0
    for (i, mark) in marks.enumerated() {
      let before = start..<mark.range.lowerBound
      // what stands before the first level is the label of the block: 「第2期実行計画 実施結果」
      let isLabel = level == nil && ResultMark.isLabel(scalars[before])
      if !isLabel { add(before, of: scalars, lineOf, to: part) }
      start = mark.range.upperBound
      switch mark.kind {
      case .level(let value, let isRevised):
        let level = Level(
          value: value, isRevised: isRevised,
          lines: LineRange(lineOf[mark.range.lowerBound], lineOf[mark.range.upperBound - 1]))
        if isOriginal || self.level != nil {
          originalLevel = originalLevel ?? level
        } else {
          self.level = level
        }
        isOriginal = false
      case .original: isOriginal = i + 1 < marks.count
      case .heading(let name): part = Part(heading: name)
      }
    }
    add(start..<scalars.count, of: scalars, lineOf, to: part)
  }

  private enum Part {
    case results, changedTargets, other

    init(heading: String) {
      let heading = heading.squeezed
      self = heading.contains("目標") ? .changedTargets : heading.contains("結果") ? .results : .other
    }
  }

  private mutating func add(_ range: Range<Int>, of scalars: [Unicode.Scalar], _ lineOf: [Int], to part: Part)
  {
    let items = ResultBlock.items(scalars, lineOf, in: range)
    switch part {
    case .results: results += items
    case .changedTargets: changedTargets += items
    case .other: break
    }
  }

  /// An item opens with ・ or - after a space or at the start of a line; a line without either opens one where the
  /// line before it ended a sentence.
  private static func items(_ scalars: [Unicode.Scalar], _ lineOf: [Int], in range: Range<Int>) -> [Item] {
    var items: [Item] = []
    var open = String.UnicodeScalarView()
    var lines: LineRange?
    func close() {
      let text = MarkupText.plain(String(open)).trimmed
      if let lines, text.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) {
        items.append(Item(text: text, lines: lines))
      }
      open = String.UnicodeScalarView()
      lines = nil
    }
    for i in range {
      let atBreak = i == range.lowerBound || scalars[i - 1].isSpace
      let isBullet =
        atBreak
        && (scalars[i] == "・" || scalars[i] == "-" && i + 1 < range.upperBound && scalars[i + 1].isSpace)
      if isBullet {
        close()
      } else if scalars[i] == "\n" {
        // a line that was wrapped goes on without a space, unless it broke between Latin words
        if open.last.map({ "。）)".unicodeScalars.contains($0) }) ?? true { close() }
        if open.last?.isLatinLetter ?? false { open.append(" ") }
      } else {
        open.append(scalars[i])
        if !scalars[i].isSpace {
          lines = lines?.union(LineRange(lineOf[i])) ?? LineRange(lineOf[i])
        }
      }
    }
    close()
    return items
  }
}

/// A label inside a block of results; whitespace and line breaks between its characters don't matter.
struct ResultMark: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case level(Int, isRevised: Bool)
    case original
    case heading(String)
  }

  let kind: Kind
  let range: Range<Int>

  /// All labels of a block, left to right.
  static func all(in scalars: [Unicode.Scalar]) -> [ResultMark] {
    scanning(scalars, by: read, range: \.range)
  }

  /// Only a label: nothing but the name of the report, no sentence and no bullet.
  static func isLabel(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let text = String(String.UnicodeScalarView(scalars)).squeezed
    return text.isEmpty || text.contains("結果") && !text.contains("。") && text.count <= 40
  }

  private static func read(_ scalars: [Unicode.Scalar], at start: Int) -> ResultMark? {
    switch scalars[start].widthFolded {
    case "達":
      guard let end = match("達成状況区分", scalars, at: start) ?? match("達成度", scalars, at: start) else {
        return nil
      }
      return level(scalars, at: start, from: end)
    case "(":
      guard let end = match("(参考)当初の目標に対する達成状況", scalars, at: start) else { return nil }
      return ResultMark(kind: .original, range: start..<end)
    case "当":
      guard let end = match("当初の目標に対する達成状況", scalars, at: start) else { return nil }
      return ResultMark(kind: .original, range: start..<end)
    case "【":
      guard let close = scalars[start...].prefix(40).firstIndex(of: "】") else { return nil }
      let name = String(String.UnicodeScalarView(scalars[(start + 1)..<close]))
      return ResultMark(kind: .heading(name), range: start..<(close + 1))
    default: return nil
    }
  }

  /// A digit of 1–5 that stands alone, with its star, behind the label.
  private static func level(_ scalars: [Unicode.Scalar], at start: Int, from labelEnd: Int) -> ResultMark? {
    var i = YearMention.skipped(scalars, labelEnd)
    if i < scalars.count, scalars[i].widthFolded == ":" { i = YearMention.skipped(scalars, i + 1) }
    guard i < scalars.count, let value = scalars[i].decimalDigit, (1...5).contains(value) else { return nil }
    let end = i + 1
    let star = YearMention.skipped(scalars, end)
    if star < scalars.count, ["*", "＊", "※"].contains(scalars[star]) {
      return ResultMark(kind: .level(value, isRevised: true), range: start..<(star + 1))
    }
    guard end >= scalars.count || scalars[end].isSpace || scalars[end] == "】" else { return nil }
    return ResultMark(kind: .level(value, isRevised: false), range: start..<end)
  }

  private static func match(_ word: String, _ scalars: [Unicode.Scalar], at start: Int) -> Int? {
    var i = start
    for (n, scalar) in word.unicodeScalars.enumerated() {
      if n > 0 { i = YearMention.skipped(scalars, i) }
      guard i < scalars.count, scalars[i].widthFolded == scalar else { return nil }
      i += 1
    }
    return i
  }
}
