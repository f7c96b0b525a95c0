/// A number printed in text, with where it stands: the one reader of numbers, for plans and for questions.
///
/// Reads half- and full-width digits with grouping commas (`12,345`), decimals, kanji digits and scales in any mixture
/// (`1億4,500万`, `４兆2,968億`, `十万`, `１０百`), English scales (`100 million`), the signs `▲`, `△`, `-`, `−`, `+` and
/// `マイナス`, and the words `ゼロ`, `zero`, `two` to `ten`. Numbers are read from text and not from tokens, folded or as
/// printed; what can't be read exactly is no numeral (`三十二十`), and none is cut in two.
package struct Numeral: Hashable, Sendable {
  package let value: ExactNumber
  /// Offsets into the scalars it was read from, with the sign.
  package let range: Range<Int>
  /// False for a number written in kanji or words only (`一`, `千`, `ゼロ`), which may be a part of a word.
  package let hasDigits: Bool
  /// The number before its scale (3 of `3万`, `5千万`: 5), without the sign; nil where there are several (`1億4,500万`).
  package let coefficient: ExactNumber?

  /// Reads the whole numeral that starts at `start`; nil where none does, or where what looks like one is none.
  ///
  /// A comma groups only before exactly three digits, so that `15,7` is 15 and then 7.
  package static func read(_ text: [Unicode.Scalar], at start: Int) -> Numeral? {
    if let word = NumberWord.read(text, at: start) { return word }
    var reader = NumeralReader(text: text, position: start)
    return reader.read()
  }

  /// The digits, kanji digits and scales that start at `start` and look like a number, though they are none
  /// (`三十二十`, a number of thirty digits); nil where they are one, or may be a word (`万一`).
  package static func unreadable(_ text: [Unicode.Scalar], at start: Int) -> Range<Int>? {
    let end = text[start...].firstIndex { !$0.isNumeral } ?? text.count
    guard end > start, read(text, at: start) == nil else { return nil }
    // a part of it must be a number
    let isNumber =
      text[start].decimalDigit != nil || read(Array(text[start..<min(end, start + 2)]), at: 0) != nil
    return end - start >= 3 && isNumber ? start..<end : nil
  }

  /// All numerals of a text, left to right, without overlap; those written in kanji only are left out.
  ///
  /// A dash right behind a figure joins it to the next (`2-3`) and is no sign.
  package static func all(in text: [Unicode.Scalar]) -> [Numeral] {
    var found: [Numeral] = []
    var i = 0
    while i < text.count {
      let isJoint = i > 0 && text[i].isDash && text[i - 1].decimalDigit != nil
      if !isJoint, let numeral = read(text, at: i), numeral.hasDigits {
        found.append(numeral)
        i = numeral.range.upperBound
      } else {
        i = unreadable(text, at: i)?.upperBound ?? i + 1
      }
    }
    return found
  }
}

extension Unicode.Scalar {
  /// The value of a half- or full-width decimal digit.
  package var decimalDigit: Int? {
    switch value {
    case 0x30...0x39: Int(value - 0x30)
    case 0xFF10...0xFF19: Int(value - 0xFF10)
    default: nil
    }
  }

  /// A dash as people type it between two figures or before one.
  package var isDash: Bool {
    switch self {
    case "-", "－", "‐", "‑", "–", "—", "―", "−": true
    default: false
    }
  }

  /// A digit, a kanji digit or a scale.
  package var isNumeral: Bool {
    decimalDigit != nil || kanjiDigit != nil || smallScale != nil || largeScale != nil
  }

  /// The value of a kanji digit: 〇 and 一 to 九.
  var kanjiDigit: Int? {
    switch self {
    case "〇", "零": 0
    case "一": 1
    case "二": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    default: nil
    }
  }

  /// 十, 百, 千: scales inside a group of four digits, as powers of ten.
  var smallScale: Int? {
    switch self {
    case "十": 1
    case "百": 2
    case "千": 3
    default: nil
    }
  }

  /// 万, 億, 兆: scales that close a group of four digits, as powers of ten.
  var largeScale: Int? {
    switch self {
    case "万": 4
    case "億": 8
    case "兆": 12
    default: nil
    }
  }
}

/// One pass over a numeral: digits fill `current`, small scales fill `group`, large scales fill `total`.
private struct NumeralReader {
  let text: [Unicode.Scalar]
  var position: Int
  var total = ExactNumber(0)
  var group = ExactNumber(0)
  var current: ExactNumber?
  var groupOpen = false
  var hasDigits = false
  /// The runs of digits, as they were read.
  var coefficients: [ExactNumber] = []
  var lastSmall = Int.max
  var lastLarge = Int.max

  init(text: [Unicode.Scalar], position: Int) {
    self.text = text
    self.position = position
  }

  mutating func read() -> Numeral? {
    let start = position
    let negative = readSign()
    let first = position
    while position < text.count, step() {}
    // more digits or scales behind what could be read: no number
    guard position > first, position == text.count || !text[position].isNumeral, let read = sum(),
      let value = scaledInEnglish(read)
    else { return nil }
    let signed = negative ? ExactNumber(0).subtracting(value) : value
    return signed.map {
      Numeral(
        value: $0, range: start..<position, hasDigits: hasDigits,
        coefficient: coefficients.count == 1 ? coefficients[0] : nil)
    }
  }

  /// 100 million.
  private mutating func scaledInEnglish(_ value: ExactNumber) -> ExactNumber? {
    guard hasDigits else { return value }
    let start = YearMention.skipSpaces(text, position)
    for (word, scale) in [("thousand", 1_000), ("million", 1_000_000), ("billion", 1_000_000_000)]
    where NumberWord.stands(word, at: start, in: text) {
      position = start + word.unicodeScalars.count
      return value.multiplied(by: ExactNumber(scale))
    }
    return value
  }

  private mutating func readSign() -> Bool {
    guard position < text.count else { return false }
    for word in ["マイナス", "まいなす"] where Quantity.stands(word, at: position, in: text) {
      let figure = position + word.unicodeScalars.count
      guard figure < text.count, text[figure].isNumeral else { return false }
      position = figure
      return true
    }
    switch text[position] {
    case "▲", "△", "-", "−", "－", "‐", "–":
      guard position + 1 < text.count, text[position + 1].decimalDigit != nil else { return false }
      position += 1
      return true
    case "+", "＋":
      if position + 1 < text.count, text[position + 1].decimalDigit != nil { position += 1 }
      return false
    default: return false
    }
  }

  /// Reads one digit run or scale; false where the numeral ends.
  private mutating func step() -> Bool {
    let scalar = text[position]
    if scalar.decimalDigit != nil { return readDigits() }
    if scalar.kanjiDigit != nil { return readKanjiDigits() }
    if let small = scalar.smallScale { return close(small: small) }
    if let large = scalar.largeScale { return close(large: large) }
    return false
  }

  private mutating func readDigits() -> Bool {
    guard current == nil else { return false }
    var digits = 0
    var scale = 0
    var i = position
    var afterPoint = false
    var read = 0
    while i < text.count {
      if let digit = text[i].decimalDigit {
        let (a, overflowA) = digits.multipliedReportingOverflow(by: 10)
        let (b, overflowB) = a.addingReportingOverflow(digit)
        guard !overflowA, !overflowB, scale < 18 else { return false }
        digits = b
        scale += afterPoint ? 1 : 0
        read += 1
        i += 1
      } else if !afterPoint, text[i] == "," || text[i] == "，", read > 0, read <= 3 || grouped,
        isGroup(after: i)
      {
        grouped = true
        i += 1
      } else if !afterPoint, text[i] == "." || text[i] == "．", i + 1 < text.count,
        text[i + 1].decimalDigit != nil
      {
        afterPoint = true
        i += 1
      } else {
        break
      }
    }
    grouped = false
    let number = ExactNumber(digits: digits, scale: scale)
    current = number
    coefficients.append(number)
    hasDigits = true
    position = i
    return true
  }

  private var grouped = false

  /// Exactly three digits follow the comma at `comma`.
  private func isGroup(after comma: Int) -> Bool {
    guard comma + 3 < text.count || comma + 3 == text.count - 1 else { return false }
    guard (1...3).allSatisfy({ text[comma + $0].decimalDigit != nil }) else { return false }
    return comma + 4 >= text.count || text[comma + 4].decimalDigit == nil
  }

  private mutating func readKanjiDigits() -> Bool {
    guard current == nil else { return false }
    var value = 0
    while position < text.count, let digit = text[position].kanjiDigit {
      let (a, overflowA) = value.multipliedReportingOverflow(by: 10)
      let (b, overflowB) = a.addingReportingOverflow(digit)
      guard !overflowA, !overflowB else { return false }
      value = b
      position += 1
    }
    current = ExactNumber(value)
    coefficients.append(ExactNumber(value))
    return true
  }

  private mutating func close(small: Int) -> Bool {
    guard small < lastSmall, let power = ExactNumber.powerOfTen(small),
      let part = (current ?? ExactNumber(1)).multiplied(by: ExactNumber(power)), let sum = group.adding(part)
    else { return false }
    if current == nil { coefficients.append(ExactNumber(1)) }
    group = sum
    groupOpen = true
    current = nil
    lastSmall = small
    position += 1
    return true
  }

  private mutating func close(large: Int) -> Bool {
    guard large < lastLarge, current != nil || groupOpen, let power = ExactNumber.powerOfTen(large),
      let inner = group.adding(current ?? ExactNumber(0)),
      let part = inner.multiplied(by: ExactNumber(power)),
      let sum = total.adding(part)
    else { return false }
    total = sum
    group = ExactNumber(0)
    groupOpen = false
    current = nil
    lastSmall = .max
    lastLarge = large
    position += 1
    return true
  }

  private func sum() -> ExactNumber? {
    total.adding(group)?.adding(current ?? ExactNumber(0))
  }
}
