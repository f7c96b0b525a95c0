import JapaneseText

/// A physical line prepared for the rules of layout: trimmed, measured, and with its number.
struct LineText {
  /// 1-based.
  let number: Int
  /// The line as it is read.
  let raw: String
  /// The line without white space at its ends.
  let scalars: [Unicode.Scalar]
  /// Columns of white space before the text.
  let indent: Int
  /// Columns of the text itself; a full-width character takes two.
  let width: Int
  /// True for the first line of a page, but not of the text: what stands above it is far away.
  let opensPage: Bool

  init(number: Int, raw: String, opensPage: Bool = false) {
    self.number = number
    self.raw = raw
    self.opensPage = opensPage
    let all = Array(raw.unicodeScalars)
    let start = all.firstIndex { !$0.isBlank } ?? all.endIndex
    let end = all.lastIndex { !$0.isBlank }.map { $0 + 1 } ?? start
    scalars = Array(all[start..<max(start, end)])
    indent = all[..<start].columns
    width = scalars.columns
  }

  var text: String { scalars.text }
  var isBlank: Bool { scalars.isEmpty }
  /// The line's end without the mark that closes a quotation or a bracket.
  var endsSentence: Bool { scalars.endsSentence }
  /// True where tabs set columns apart.
  var hasTab: Bool { raw.unicodeScalars.contains("\t") }
  /// Words between spaces.
  var words: [ArraySlice<Unicode.Scalar>] { scalars.split(whereSeparator: \.isBlank) }
}

extension [Unicode.Scalar] {
  /// A line drawn across the page: `────────`.
  package var isDrawn: Bool { count > 3 && allSatisfy("─━═―".unicodeScalars.contains) }
}

extension Unicode.Scalar {
  /// White space, control characters, and the marks that print nothing.
  var isBlank: Bool {
    ScriptClass(self) == .space || value < 0x20 || (0x7F...0x9F).contains(value) || value == 0xFEFF
      || (0x200C...0x200F).contains(value)
  }

  /// Columns on a page: one for ASCII and half-width katakana, two for all else that is printed.
  var columns: Int {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0xFE00...0xFE0F, 0xFEFF: 0
    case 0x20..<0x7F, 0xA0..<0x100, 0xFF61...0xFF9F: 1
    default: 2
    }
  }

  /// A letter, kana, Han character or digit: what text is made of, as against marks.
  var isWritten: Bool {
    switch ScriptClass(self) {
    case .han, .hiragana, .katakana, .latin, .digit: true
    case .space, .other: false
    }
  }

  var isDigit: Bool { decimalDigit != nil }
}

extension Collection<Unicode.Scalar> {
  /// The scalars as one string.
  var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: self)
    return String(view)
  }

  var columns: Int { reduce(0) { $0 + $1.columns } }

  /// The scalars without any white space.
  var dense: [Unicode.Scalar] { filter { !$0.isBlank } }

  /// The scalars without white space at their ends.
  var trimmed: [Unicode.Scalar] {
    let kept = drop { $0.isBlank }
    var result = Array(kept)
    while let last = result.last, last.isBlank { result.removeLast() }
    return result
  }
}

extension BidirectionalCollection<Unicode.Scalar> {
  /// True where a sentence ends here: 。 or its like, perhaps followed by a closing bracket.
  var endsSentence: Bool {
    let end = reversed().first { !$0.isClosing }
    return end.map { "。．！？!?".unicodeScalars.contains($0) } ?? false
  }
}

extension Unicode.Scalar {
  var isClosing: Bool { "」』）)］】〕》〉\"”’".unicodeScalars.contains(self) }
  var isOpening: Bool { "「『（(［【〔《〈“‘".unicodeScalars.contains(self) }
}
