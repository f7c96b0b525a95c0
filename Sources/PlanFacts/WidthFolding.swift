/// Folds for comparing layouts and labels, never for printing: full-width Latin, digits and signs become half-width.
extension Unicode.Scalar {
  /// The half-width form of a full-width character (`９` is `9`, `％` is `%`, `（` is `(`); itself otherwise.
  var widthFolded: Unicode.Scalar {
    if value == 0x3000 { return " " }
    guard (0xFF01...0xFF5E).contains(value) else { return self }
    return Unicode.Scalar(value - 0xFEE0) ?? self
  }

  /// As Unicode's White_Space has it; most letters are told without a look into its tables.
  var isSpace: Bool {
    switch value {
    case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x3000: true
    case 0x1680...0x205F: properties.isWhitespace
    default: false
    }
  }
  var isHiragana: Bool { (0x3041...0x309F).contains(value) }
  /// Katakana with its long mark and middle dot left out.
  var isKatakana: Bool { (0x30A1...0x30FA).contains(value) || value == 0x30FC }
  /// An ideograph, with the marks that stand for one (々, 〇).
  var isKanji: Bool {
    switch value {
    case 0..<0x3005: false
    case 0x4E00...0x9FFF: true
    default: properties.isIdeographic || self == "々" || self == "〇"
    }
  }
  var isLatinLetter: Bool {
    let folded = widthFolded.value
    return (0x41...0x5A).contains(folded) || (0x61...0x7A).contains(folded)
  }
  var isCapital: Bool { (0x41...0x5A).contains(widthFolded.value) }
  /// Terminal columns, near enough for telling a full line from a short one.
  var columns: Int { value < 0x1100 || (0xFF61...0xFF9F).contains(value) ? 1 : 2 }
}

extension String {
  /// Width-folded, with all whitespace dropped: what two printings of a label have in common.
  package var squeezed: String {
    var folded = String.UnicodeScalarView()
    for scalar in unicodeScalars where !scalar.isSpace { folded.append(scalar.widthFolded) }
    return String(folded)
  }

  /// Width-folded, whitespace kept.
  var widthFolded: String {
    var folded = String.UnicodeScalarView()
    for scalar in unicodeScalars { folded.append(scalar.widthFolded) }
    return String(folded)
  }

  /// Without the spaces that a line's end or the printer put between letters; words of Latin letters stay apart.
  var closedUp: String {
    var scalars: [Unicode.Scalar] = []
    for word in words {
      if let last = scalars.last, let first = word.unicodeScalars.first, last.isLatinLetter,
        first.isLatinLetter
      {
        scalars.append(" ")
      }
      scalars += word.unicodeScalars
    }
    return String(String.UnicodeScalarView(scalars))
  }

  /// Without whitespace at either end.
  var trimmed: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.isSpace }),
      let last = scalars.lastIndex(where: { !$0.isSpace })
    else { return "" }
    return String(scalars[first...last])
  }

  /// The words between whitespace.
  var words: [String] { split { $0.isWhitespace }.map { String($0) } }
}
