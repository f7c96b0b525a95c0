import PlanDocuments

/// The label a review gives to what it judges: `基本目標２`.
struct ReviewLabel: Hashable, Sendable {
  /// `基本目標`
  let word: String
  let number: Int
  /// As printed: `基本目標２`.
  let text: String

  static func == (a: ReviewLabel, b: ReviewLabel) -> Bool { a.word == b.word && a.number == b.number }

  func hash(into hasher: inout Hasher) {
    hasher.combine(word)
    hasher.combine(number)
  }

  /// Reads the label that ends before `end`; nil where no kanji word with a number stands there.
  init?(_ scalars: [Unicode.Scalar], endingAt end: Int) {
    var digits = end
    while digits > 0, scalars[digits - 1].decimalDigit != nil { digits -= 1 }
    var start = digits
    while start > 0, scalars[start - 1].isKanji { start -= 1 }
    self.init(scalars, start..<digits, digits..<end)
  }

  /// Reads the label that a text opens with; `end` is behind its number.
  static func opening(_ scalars: [Unicode.Scalar]) -> (label: ReviewLabel, end: Int)? {
    let word = scalars.prefix { $0.isKanji }.count
    let end = word + scalars[word...].prefix { $0.decimalDigit != nil }.count
    return ReviewLabel(scalars, 0..<word, word..<end).map { ($0, end) }
  }

  private init?(_ scalars: [Unicode.Scalar], _ word: Range<Int>, _ digits: Range<Int>) {
    guard (2...8).contains(word.count), (1...2).contains(digits.count) else { return nil }
    self.word = String(String.UnicodeScalarView(scalars[word]))
    number = scalars[digits].reduce(0) { $0 * 10 + ($1.decimalDigit ?? 0) }
    text = String(String.UnicodeScalarView(scalars[word.lowerBound..<digits.upperBound]))
  }
}

/// The head of what is judged, with how many works it holds: `基本目標２ 湖と森のまち（取組数：３４件）`.
struct ReviewGoal: Hashable, Sendable {
  let label: ReviewLabel
  let name: String
  let count: Int
  let lines: LineRange
  let countLines: LineRange

  /// 基本目標２ 湖と森のまち
  var title: String { "\(label.text) \(name)" }

  /// All heads of a plan, in order; name and bracket may stand on several lines.
  static func all(in lines: [NumberedLine]) -> [ReviewGoal] {
    lines.indices.compactMap { read(lines, bracketAt: $0) }
  }

  private static func read(_ lines: [NumberedLine], bracketAt end: Int) -> ReviewGoal? {
    guard let bracket = Bracket.outermost(in: lines[end].scalars).last,
      bracket.whole.upperBound == lines[end].scalars.count,
      let count = count(lines[end].scalars[bracket.content])
    else { return nil }
    // the label stands at most two lines above the bracket
    var text = LinedText()
    for start in stride(from: end, through: max(0, end - 2), by: -1) {
      guard let (label, nameStart) = ReviewLabel.opening(lines[start].scalars) else { continue }
      for line in lines[start...end] { text.append(line, columnWidth: 0) }
      guard let last = Bracket.outermost(in: text.scalars).last else { return nil }
      let name = MarkupText.joiningWraps(text.text(in: nameStart..<last.whole.lowerBound))
      guard !name.isEmpty, let whole = text.lines else { return nil }
      return ReviewGoal(
        label: label, name: name, count: count, lines: whole, countLines: LineRange(lines[end].number))
    }
    return nil
  }

  /// What a bracket counts: `取組数：３４件`.
  private static func count(_ content: ArraySlice<Unicode.Scalar>) -> Int? {
    let text = String(String.UnicodeScalarView(content)).squeezed
    for word in ["取組数", "施策数", "事業数", "事務事業数", "KPI数", "指標数"] where text.hasPrefix(word) {
      let rest = text.dropFirst(word.count).drop { $0 == ":" }
      return Int(rest.prefix { $0.isNumber }).flatMap { (0...1_000_000).contains($0) ? $0 : nil }
    }
    return nil
  }
}

/// The sentence that judges: `基本目標２の達成状況は「Ｃ 進捗が遅れた」…方向性は、「Ⅱ 概ね効果的な構成である」`.
struct ReviewVerdict: Hashable, Sendable {
  let label: ReviewLabel
  /// Half-width: `C`.
  let grade: String
  let gradeText: String
  let gradeLines: LineRange
  /// As printed: `Ⅱ`.
  private(set) var direction: String?
  private(set) var directionText: String?
  private(set) var directionLines: LineRange?

  /// The first verdict of a paragraph.
  init?(_ text: LinedText) {
    let scalars = text.scalars
    let phrases = ["の達成状況は「", "の総合評価は「", "の評価は「", "の進捗状況は「", "の達成度は「"].map { Array($0.unicodeScalars) }
    let found = phrases.lazy.compactMap { phrase in
      scalars.firstOccurrence(of: phrase).map { ($0, phrase) }
    }.first
    guard let (start, phrase) = found,
      let label = ReviewLabel(scalars, endingAt: start),
      let (grade, gradeEnd) = ReviewVerdict.quote(scalars, from: start + phrase.count - 1),
      let (mark, words) = ReviewVerdict.markAndText(grade), mark.widthFolded.isGrade,
      let lines = text.lines(of: start..<gradeEnd)
    else { return nil }
    self.label = label
    self.grade = String(mark.widthFolded)
    gradeText = words
    gradeLines = lines
    readDirection(text, from: gradeEnd)
  }

  /// The verdict on a line of its own under the head of a goal: `【評価】Ａ　順調に進んでいる`, `総合評価：Ｂ（おおむね順調）`.
  init?(_ line: NumberedLine, under goal: ReviewGoal) {
    guard line.scalars.count <= 60, line.scalars.last != "。", !line.scalars.contains("\t"),
      line.scalars.first != "|"
    else { return nil }
    let text = line.text.trimmed
    let words = ["【評価】", "【総合評価】", "【達成状況】", "評価：", "総合評価：", "達成状況：", "評価:", "総合評価:", "達成状況:"]
    guard let word = words.first(where: text.hasPrefix),
      let (letter, meaning) = GradeLegend.split(String(text.dropFirst(word.count))), !meaning.isEmpty
    else { return nil }
    label = goal.label
    grade = String(letter)
    gradeText = meaning
    gradeLines = LineRange(line.number)
  }

  private mutating func readDirection(_ text: LinedText, from start: Int) {
    let scalars = text.scalars
    var i = start
    while let open = scalars[min(i, scalars.count)...].firstIndex(of: "「"),
      let (quote, end) = ReviewVerdict.quote(scalars, from: open)
    {
      if let (mark, words) = ReviewVerdict.markAndText(quote), (0x2160...0x216B).contains(mark.value) {
        direction = String(mark)
        directionText = words
        directionLines = text.lines(of: open..<end)
        return
      }
      i = end
    }
  }

  /// What stands in the 「」 that opens at `open`, and the end behind it.
  private static func quote(_ scalars: [Unicode.Scalar], from open: Int) -> (ArraySlice<Unicode.Scalar>, Int)?
  {
    guard open < scalars.count, let close = scalars[open...].firstIndex(of: "」") else { return nil }
    return (scalars[(open + 1)..<close], close + 1)
  }

  /// `Ｃ 進捗が遅れた` → Ｃ, 進捗が遅れた
  private static func markAndText(_ quote: ArraySlice<Unicode.Scalar>) -> (Unicode.Scalar, String)? {
    guard let mark = quote.first, let space = quote.dropFirst().first, space.isSpace else { return nil }
    return (mark, String(String.UnicodeScalarView(quote.dropFirst(2))).trimmed)
  }
}

extension Unicode.Scalar {
  /// A to E or S.
  fileprivate var isGrade: Bool { ("A"..."E").contains(self) || self == "S" }
}

extension [Unicode.Scalar] {
  /// Where `pattern` first stands.
  func firstOccurrence(of pattern: [Unicode.Scalar], from start: Int = 0) -> Int? {
    guard !pattern.isEmpty, count >= pattern.count, start <= count - pattern.count else { return nil }
    return (start...(count - pattern.count)).first {
      self[$0] == pattern[0] && self[$0...].starts(with: pattern)
    }
  }
}
