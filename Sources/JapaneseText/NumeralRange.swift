/// Two numbers that bound an amount, with nothing but a sign between them, and the scale said once or twice: `2〜3万`,
/// `1,000-3,000`, `二、三万` (about two or three).
package struct NumeralRange: Hashable, Sendable {
  /// As printed: `first` may be the larger, which bounds nothing.
  package let first: ExactNumber
  package let second: ExactNumber
  /// Offsets into the scalars it was read from.
  package let range: Range<Int>

  /// Reads the range that starts at `start`; nil where a number stands alone, has a unit of its own (`1万円〜3万円`), or is
  /// one of a list (`2、3`).
  package static func read(_ text: [Unicode.Scalar], at start: Int) -> NumeralRange? {
    guard let first = Numeral.read(text, at: start), first.range.upperBound < text.count else { return nil }
    if let about = neighbours(first, text) { return about }
    let separator = YearMention.skipSpaces(text, first.range.upperBound)
    if separator < text.count, isSign(text[separator]),
      let second = Numeral.read(text, at: YearMention.skipSpaces(text, separator + 1)),
      first.hasDigits || second.hasDigits
    {
      return NumeralRange(
        first: shared(first, second) ?? first.value, second: second.value,
        range: start..<second.range.upperBound)
    }
    // 2から3万: only where the scale is said once; else the words in between say it
    for word in ["から", "ないし", "乃至", "to "] where Quantity.stands(word, at: separator, in: text) {
      if let second = Numeral.read(text, at: separator + word.unicodeScalars.count),
        let value = shared(first, second)
      {
        return NumeralRange(first: value, second: second.value, range: start..<second.range.upperBound)
      }
    }
    return nil
  }

  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isDash || "～〜~ー".unicodeScalars.contains(scalar)
  }

  /// 二、三万: a digit and the one after it, before a scale. 2、3 without a scale is a list.
  private static func neighbours(_ first: Numeral, _ text: [Unicode.Scalar]) -> NumeralRange? {
    let comma = first.range.upperBound
    guard first.range.count == 1, "、，,".unicodeScalars.contains(text[comma]),
      let second = Numeral.read(text, at: comma + 1), let low = first.value.wholeNumber,
      second.coefficient == ExactNumber(low + 1), second.coefficient != second.value,
      let value = shared(first, second)
    else { return nil }
    return NumeralRange(
      first: value, second: second.value, range: first.range.lowerBound..<second.range.upperBound)
  }

  /// The first number with the scale of the second; nil where it has one of its own, or would be the larger.
  private static func shared(_ first: Numeral, _ second: Numeral) -> ExactNumber? {
    guard let a = first.coefficient, a == first.value, let b = second.coefficient, a < b, b < second.value,
      let scale = second.value.divided(by: b, places: 0)
    else { return nil }
    return a.multiplied(by: scale)
  }
}
