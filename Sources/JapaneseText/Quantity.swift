/// A figure as plans print it: a number, its unit, and the bound it sets (`872g以下`, `1億8,400万円以上`, `約10割`).
package struct Quantity: Hashable, Sendable {
  /// What a figure says about the values it allows.
  package enum Bound: String, Hashable, Sendable, CaseIterable {
    /// 以上
    case atLeast
    /// 以下, 以内
    case atMost
    /// 超, を超える
    case moreThan
    /// 未満
    case lessThan
  }

  package let value: ExactNumber
  /// As printed, without the number's scale (`万人` in `1,276万人` is `人`), `％` as `%`; nil where none is printed.
  package let unit: String?
  package let bound: Bound?
  /// True after 約, 概ね, およそ.
  package let isApproximate: Bool

  /// Reads a whole cell or bracket; nil where it is more or less than one figure.
  ///
  /// Everything between the number and the bound is the unit, so give it a text without other words.
  /// A note in brackets behind the figure (`▲10.2%(暫定値)`) is allowed and left out.
  package init?(parsing text: String) {
    var scalars = Array(text.unicodeScalars.filter { !$0.properties.isWhitespace })
    if let note = scalars.firstIndex(where: { $0 == "(" || $0 == "（" }), note > 0,
      scalars.last == ")" || scalars.last == "）"
    {
      scalars.removeSubrange(note...)
    }
    var start = 0
    var approximate = false
    for word in ["約", "概ね", "およそ", "おおむね"] where Quantity.stands(word, at: 0, in: scalars) {
      start = word.unicodeScalars.count
      approximate = true
    }
    guard let number = Numeral.read(scalars, at: start), number.hasDigits else { return nil }
    var end = scalars.count
    var bound: Bound?
    for (word, meaning) in Quantity.boundWords {
      let length = word.unicodeScalars.count
      if end - length >= number.range.upperBound, Quantity.stands(word, at: end - length, in: scalars) {
        bound = meaning
        end -= length
        break
      }
    }
    let unit = scalars[number.range.upperBound..<end]
    guard
      unit.indices.allSatisfy({
        Quantity.canStandInUnit(unit[$0], after: $0 > unit.startIndex ? unit[$0 - 1] : nil)
      })
    else { return nil }
    self.value = number.value
    self.unit =
      unit.isEmpty ? nil : String(String.UnicodeScalarView(unit.map { $0 == "％" ? "%" : $0 }))
    self.bound = bound
    self.isApproximate = approximate
  }

  /// The words of a bound, longest first.
  package static let boundWords: [(String, Bound)] = [
    ("を超える", .moreThan), ("を上回る", .moreThan), ("を下回る", .lessThan), ("以上", .atLeast), ("以下", .atMost),
    ("以内", .atMost), ("未満", .lessThan), ("超", .moreThan),
  ]

  static func stands(_ word: String, at index: Int, in text: [Unicode.Scalar]) -> Bool {
    index >= 0 && index <= text.count && text[index...].starts(with: word.unicodeScalars)
  }

  private static func canStandInUnit(_ scalar: Unicode.Scalar, after last: Unicode.Scalar?) -> Bool {
    // t-CO2, m2: a digit that ends a word of Latin letters
    if scalar.decimalDigit != nil {
      return scalar.decimalDigit ?? 0 > 1 && last.map { ScriptClass($0) == .latin } ?? false
    }
    // か所 is a unit; any other hiragana is a sentence going on
    if (0x3041...0x309F).contains(scalar.value) { return scalar == "か" }
    switch scalar.properties.generalCategory {
    case .otherPunctuation:
      return scalar == "%" || scalar == "％" || scalar == "/" || scalar == "・" || scalar == "‰"
    case .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation, .control: return false
    default: return true
    }
  }
}
