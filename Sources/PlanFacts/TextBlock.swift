import PlanDocuments

/// Running text put together from its lines, also where a page ended inside it.
struct TextBlock: Sendable {
  private(set) var text: LinedText
  /// 1-based, from its first line to its last.
  private(set) var lines: LineRange

  private let isMarked: Bool
  private let isTableRow: Bool
  private let isNumber: Bool
  /// Only a single line can be a head.
  private var isHeading: Bool
  private var hasStop: Bool
  private var columns: Int

  private init(_ line: NumberedLine) {
    text = LinedText()
    text.append(line, columnWidth: 0)
    lines = LineRange(line.number)
    isMarked = line.scalars.first.map { TextBlock.marks.contains($0) } ?? false
    isTableRow = line.scalars.first == "|" || line.scalars.contains("\t")
    isNumber = TextBlock.isNumber(line.scalars)
    isHeading =
      TextBlock.isWholeBracket(line.scalars) || line.scalars.first == "【" && line.scalars.last == "】"
    hasStop = line.scalars.contains("。")
    columns = line.columns
  }

  private mutating func append(_ line: NumberedLine) {
    text.append(line, columnWidth: 0)
    lines = lines.union(LineRange(line.number))
    isHeading = false
    hasStop = hasStop || line.scalars.contains("。")
    columns += line.columns
  }

  /// All paragraphs of a plan, in order; a bullet, a heading in brackets and a table row are each one of their own.
  static func all(in plan: Plan) -> [TextBlock] { all(of: NumberedLine.all(in: plan)) }

  static func all(of lines: some Sequence<NumberedLine>) -> [TextBlock] {
    var found: [TextBlock] = []
    for line in lines {
      if let last = found.last, last.goesOn(to: line) {
        found[found.count - 1].append(line)
      } else {
        found.append(TextBlock(line))
      }
    }
    return found
  }

  /// Between two lines of one run nothing ends unless the next opens something new; over a blank line a paragraph goes
  /// on only where it stopped inside a sentence.
  private func goesOn(to line: NumberedLine) -> Bool {
    guard !TextBlock.opens(line), !isHeading, !isNumber, !isTableRow else { return false }
    return !line.followsBlank || stopsInsideSentence
  }

  /// A heading has no full stop either, so only a text with sentences or of more than a heading's length counts.
  private var stopsInsideSentence: Bool {
    guard let last = text.scalars.last, !"。．.）)」』】:：".unicodeScalars.contains(last) else { return false }
    return hasStop || !isMarked && columns > 60
  }

  /// The words between the brackets where the block is one bracket: `(主に社会面)`.
  var heading: String? {
    guard lines.first == lines.last, TextBlock.isWholeBracket(text.scalars) else { return nil }
    return text.text(in: 1..<(text.scalars.count - 1))
  }

  private static func isWholeBracket(_ scalars: [Unicode.Scalar]) -> Bool {
    guard let first = scalars.first, first.widthFolded == "(" else { return false }
    return Bracket.outermost(in: scalars).first?.whole == 0..<scalars.count
  }

  static let marks: Set<Unicode.Scalar> = [
    "○", "〇", "◯", "●", "◎", "■", "□", "◆", "◇", "・", "※", "-", "–", "【", "|",
  ]

  /// A page's number between two lines.
  private static func isNumber(_ scalars: [Unicode.Scalar]) -> Bool {
    scalars.allSatisfy { $0.decimalDigit != nil }
  }

  private static func opens(_ line: NumberedLine) -> Bool {
    guard let first = line.scalars.first else { return true }
    return marks.contains(first) || isNumber(line.scalars) || line.scalars.contains("\t")
      || SectionLabel(line.text) != nil
      || isWholeBracket(line.scalars)
  }
}

/// The number a heading opens with: `(3)`, `３．`, `4 `, `②`.
struct SectionLabel: Hashable, Sendable {
  enum Form: Hashable, Sendable { case bracketed, dotted, spaced, circled }

  let form: Form
  let number: Int
  /// What stands behind the label.
  let name: String

  /// nil where the line opens with none, or goes on like a sentence.
  init?(_ line: String) {
    let scalars = Array(line.trimmed.unicodeScalars)
    guard let first = scalars.first, scalars.last != "。", scalars.count <= 60 else { return nil }
    if (0x2460...0x2473).contains(first.value) {
      self.init(.circled, Int(first.value) - 0x245F, scalars[1...])
      return
    }
    let opens = first.widthFolded == "("
    var i = opens ? 1 : 0
    var number = 0
    let start = i
    while i < scalars.count, i - start < 2, let digit = scalars[i].decimalDigit {
      number = number * 10 + digit
      i += 1
    }
    guard i > start, i < scalars.count else { return nil }
    switch scalars[i].widthFolded {
    case ")" where opens: self.init(.bracketed, number, scalars[(i + 1)...])
    case "." where !opens && (i + 1 >= scalars.count || scalars[i + 1].decimalDigit == nil):
      self.init(.dotted, number, scalars[(i + 1)...])
    case " " where !opens: self.init(.spaced, number, scalars[(i + 1)...])
    default: return nil
    }
  }

  private init(_ form: Form, _ number: Int, _ name: ArraySlice<Unicode.Scalar>) {
    self.form = form
    self.number = number
    self.name = String(String.UnicodeScalarView(name)).trimmed
  }
}
