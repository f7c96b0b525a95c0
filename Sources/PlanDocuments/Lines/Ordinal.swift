import JapaneseText

/// The number in a heading's label: digits of either width, kanji digits, circled or Roman numerals.
enum Ordinal {
  /// A number of one or two digits at the start of `text`, and how many scalars it takes.
  static func digits(_ text: ArraySlice<Unicode.Scalar>) -> (value: Int, length: Int)? {
    let digits = text.prefix { $0.isDigit }
    guard (1...2).contains(digits.count) else { return nil }
    return (digits.reduce(0) { $0 * 10 + ($1.decimalDigit ?? 0) }, digits.count)
  }

  /// `①`…`⑳`.
  static func circled(_ scalar: Unicode.Scalar) -> Int? {
    (0x2460...0x2473).contains(scalar.value) ? Int(scalar.value - 0x245F) : nil
  }

  /// `Ⅰ`…`Ⅻ`.
  static func roman(_ scalar: Unicode.Scalar) -> Int? {
    (0x2160...0x216B).contains(scalar.value) ? Int(scalar.value - 0x215F) : nil
  }

  /// `一`…`十`, as far as chapters are counted with one character.
  static func kanji(_ scalar: Unicode.Scalar) -> Int? {
    "一二三四五六七八九十".unicodeScalars.enumerated().first { $0.element == scalar }.map { $0.offset + 1 }
  }
}
