import PlanDocuments

/// Text put together again from the lines it was wrapped over; every scalar knows its physical line.
struct LinedText: Hashable, Sendable {
  private(set) var scalars: [Unicode.Scalar] = []
  /// The 1-based line of each scalar; as long as `scalars`.
  private(set) var lineOf: [Int] = []

  init() {}

  /// Joins lines as their author wrote them.
  init(joining lines: some Sequence<NumberedLine>) {
    let lines = Array(lines)
    let width = lines.map(\.columns).max() ?? 0
    for line in lines { append(line, columnWidth: width) }
  }

  var isEmpty: Bool { scalars.isEmpty }
  var text: String { text(in: 0..<scalars.count) }

  /// All lines it stands on; nil where it is empty.
  var lines: LineRange? { lines(of: 0..<scalars.count) }

  func text(in range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range.clamped(to: 0..<scalars.count)])).trimmed
  }

  func lines(of range: Range<Int>) -> LineRange? {
    let range = range.clamped(to: 0..<scalars.count)
    guard let first = range.first, let last = range.last else { return nil }
    return LineRange(lineOf[first], lineOf[last])
  }

  /// Drops the first `count` scalars and the whitespace behind them.
  mutating func removeFirst(_ count: Int) {
    var count = min(count, scalars.count)
    while count < scalars.count, scalars[count].isSpace { count += 1 }
    scalars.removeFirst(count)
    lineOf.removeFirst(count)
  }

  /// Appends a line where a page of `columnWidth` columns wrapped it.
  ///
  /// A wrap stands inside a word more often than not, so nothing is put between; a space only where the author broke
  /// the line (what follows would still have fitted) and between two Latin words.
  mutating func append(_ line: NumberedLine, columnWidth: Int) {
    if let last = scalars.last, let next = line.scalars.first, needsSpace(last, line, next, columnWidth) {
      scalars.append(" ")
      lineOf.append(line.number)
    }
    scalars += line.scalars
    lineOf += Array(repeating: line.number, count: line.scalars.count)
  }

  private func needsSpace(
    _ last: Unicode.Scalar, _ line: NumberedLine, _ next: Unicode.Scalar, _ columnWidth: Int
  ) -> Bool {
    // words that the page itself set apart
    if lineOf.last == line.number { return true }
    if last.isASCII, last.isLatinLetter, next.isASCII, next.isLatinLetter { return true }
    if "、。，．」』）)（(「『".unicodeScalars.contains(last) || "（(、。）)」』".unicodeScalars.contains(next) {
      return false
    }
    var used = 0
    for i in scalars.indices.reversed() {
      guard lineOf[i] == lineOf[scalars.count - 1] else { break }
      used += scalars[i].columns
    }
    return NumberedLine.wouldFit(line.scalars, after: used, in: columnWidth)
  }
}

/// A physical line without the whitespace at its ends.
struct NumberedLine: Hashable, Sendable {
  /// 1-based.
  let number: Int
  let scalars: [Unicode.Scalar]
  /// True where the line above it is blank, or there is none.
  let followsBlank: Bool

  init(number: Int, text: String, followsBlank: Bool = false) {
    self.number = number
    self.scalars = Array(text.trimmed.unicodeScalars)
    self.followsBlank = followsBlank
  }

  var text: String { String(String.UnicodeScalarView(scalars)) }
  var columns: Int { scalars.reduce(0) { $0 + $1.columns } }

  /// Whether the first unbreakable piece of `next` had room behind `used` columns, so that the break is the author's.
  ///
  /// Eight columns are allowed for the printer's own habits: punctuation kept off the start of a line, proportional
  /// letters and brackets.
  static func wouldFit(_ next: [Unicode.Scalar], after used: Int, in columnWidth: Int) -> Bool {
    var piece = 0
    for scalar in next {
      let isBreakable = !(scalar.isASCII && !scalar.isSpace)
      if piece > 0, isBreakable { break }
      piece += scalar.columns
      if isBreakable { break }
    }
    return used + piece + 8 <= columnWidth
  }

  /// The lines of a plan that are not blank, in order.
  ///
  /// A line drawn between the rows of a table or the parts of a page (`────────`) is blank too; so is a page's edge.
  static func all(in plan: Plan) -> [NumberedLine] {
    var found: [NumberedLine] = []
    var followsBlank = true
    for (i, text) in plan.lines.enumerated() {
      let line = NumberedLine(
        number: i + 1, text: text, followsBlank: followsBlank || plan.opensPage(i + 1))
      followsBlank = line.scalars.isEmpty || line.scalars.isDrawn
      if !followsBlank { found.append(line) }
    }
    return found
  }
}
