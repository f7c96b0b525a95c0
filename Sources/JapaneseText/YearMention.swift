/// A year or a range of years printed in text, in any era and form.
///
/// `平成33年度`, `2021（平成33）年度`, `令和３(2021)年度`, `R3`, `FY2021` and `2021年度` all mean 2021: eras go on after their
/// end, as plans made before the change of era print them.
package struct YearMention: Hashable, Sendable {
  /// Western years, `first ≤ last`; equal for a single year.
  package let first: Int
  package let last: Int
  /// What stands behind the number.
  package let form: Form
  /// True where 以降 follows.
  package let orLater: Bool
  /// Offsets into the scalars it was read from, from the first digit or era name to 年度, 年 or 以降.
  package let range: Range<Int>

  package enum Form: Hashable, Sendable {
    /// 年度, FY
    case fiscal
    /// 年
    case calendar
    /// Only a number or an era year.
    case bare
  }

  package init(first: Int, last: Int, form: Form, orLater: Bool, range: Range<Int>) {
    self.first = first
    self.last = last
    self.form = form
    self.orLater = orLater
    self.range = range
  }

  package var isRange: Bool { first != last }

  /// From this year to another (2010年から2019年); nil where the other comes first.
  package func through(_ other: YearMention) -> YearMention? {
    guard first < other.last, range.lowerBound < other.range.upperBound else { return nil }
    return YearMention(
      first: first, last: other.last, form: other.form, orLater: false,
      range: range.lowerBound..<other.range.upperBound)
  }

  /// All mentions in a text, left to right, without overlap.
  ///
  /// A number of four digits without 年 counts only in a range or where `bareYears` is true (questions: `in 2010?`).
  package static func all(in text: [Unicode.Scalar], bareYears: Bool = false) -> [YearMention] {
    var found: [YearMention] = []
    var i = 0
    while i < text.count {
      if let mention = read(text, at: i, bareYears: bareYears) {
        found.append(mention)
        i = mention.range.upperBound
      } else {
        i += 1
      }
    }
    return found
  }

  /// Reads the mention that starts at `start`.
  package static func read(_ text: [Unicode.Scalar], at start: Int, bareYears: Bool = false) -> YearMention? {
    guard let first = YearAtom.read(text, at: start) else { return nil }
    var end = first.end
    var form = first.form
    var last = first
    let separator = skipSpaces(text, end)
    if separator < text.count, "～〜~－-–−ー".unicodeScalars.contains(text[separator]),
      let second = YearAtom.read(text, at: skipSpaces(text, separator + 1)), second.year > first.year
    {
      last = second
      end = second.end
      form = second.form == .bare ? first.form : second.form
    }
    // in the 2010s
    if bareYears, last.year == first.year, first.form == .bare, !first.hasEra, first.year % 10 == 0,
      end < text.count, text[end] == "s", end + 1 == text.count || ScriptClass(text[end + 1]) != .latin
    {
      return YearMention(
        first: first.year, last: first.year + 9, form: .calendar, orLater: false, range: start..<end + 1)
    }
    // 2010年代: ten years
    if last.year == first.year, first.form == .calendar, first.year % 10 == 0,
      Quantity.stands("代", at: end, in: text)
    {
      return YearMention(
        first: first.year, last: first.year + 9, form: .calendar, orLater: false, range: start..<end + 1)
    }
    let isRange = last.year != first.year
    guard form != .bare || first.hasEra || isRange || bareYears else { return nil }
    var orLater = false
    if Quantity.stands("以降", at: end, in: text) {
      orLater = true
      end += 2
    }
    return YearMention(
      first: first.year, last: last.year, form: form, orLater: orLater, range: start..<end)
  }

  static func skipSpaces(_ text: [Unicode.Scalar], _ index: Int) -> Int {
    var i = index
    while i < text.count, text[i].properties.isWhitespace { i += 1 }
    return i
  }
}

/// One year with its echo in brackets: `2014(平成 26)年度`, `平成30(2018)年度`, `H22`.
private struct YearAtom {
  let year: Int
  let form: YearMention.Form
  let hasEra: Bool
  let end: Int

  static func read(_ text: [Unicode.Scalar], at start: Int) -> YearAtom? {
    guard let first = number(text, at: start) else { return nil }
    var end = first.end
    var hasEra = first.hasEra
    let open = YearMention.skipSpaces(text, end)
    if open < text.count, text[open] == "(" || text[open] == "（",
      let echo = number(text, at: YearMention.skipSpaces(text, open + 1)), echo.hasEra != first.hasEra
    {
      let close = YearMention.skipSpaces(text, echo.end)
      if close < text.count, text[close] == ")" || text[close] == "）" {
        end = close + 1
        hasEra = true
      } else if let inside = suffix(text, at: close), inside.end < text.count,
        text[inside.end] == ")" || text[inside.end] == "）"
      {
        // 平成26（2014年度）: the bracket holds the suffix
        return YearAtom(year: first.year, form: inside.form, hasEra: true, end: inside.end + 1)
      }
    }
    if let suffix = suffix(text, at: YearMention.skipSpaces(text, end)) {
      return YearAtom(year: first.year, form: suffix.form, hasEra: hasEra, end: suffix.end)
    }
    return YearAtom(year: first.year, form: first.isFiscal ? .fiscal : .bare, hasEra: hasEra, end: end)
  }

  private static func suffix(_ text: [Unicode.Scalar], at index: Int) -> (form: YearMention.Form, end: Int)? {
    if Quantity.stands("年度", at: index, in: text) { return (.fiscal, index + 2) }
    if Quantity.stands("年間", at: index, in: text) { return nil }
    if Quantity.stands("年", at: index, in: text) { return (.calendar, index + 1) }
    return nil
  }

  /// The years that era year 1 follows, with the names and letters of the eras.
  private static let eras: [(names: [String], before: Int)] = [
    (["令和", "R", "Ｒ", "r"], 2018), (["平成", "H", "Ｈ", "h"], 1988), (["昭和", "S", "Ｓ"], 1925),
    (["大正", "T", "Ｔ"], 1911),
    (["明治", "M", "Ｍ"], 1867),
  ]

  /// What a year can begin with besides a digit: most scalars of a text are none of these.
  private static let openings = Set(
    (eras.flatMap(\.names) + ["FY", "fy"]).compactMap(\.unicodeScalars.first))

  private static func number(
    _ text: [Unicode.Scalar], at start: Int
  ) -> (year: Int, hasEra: Bool, isFiscal: Bool, end: Int)? {
    guard start < text.count, text[start].decimalDigit != nil || openings.contains(text[start]) else {
      return nil
    }
    for era in eras {
      for name in era.names where Quantity.stands(name, at: start, in: text) {
        let letter = name.unicodeScalars.count == 1
        if letter, start > 0, isWordCharacter(text[start - 1]) { return nil }
        let digits = letter ? start + 1 : YearMention.skipSpaces(text, start + 2)
        if Quantity.stands("元", at: digits, in: text) { return (era.before + 1, true, false, digits + 1) }
        guard
          let (value, end) = integer(text, at: digits, upTo: 2) ?? (letter ? nil : kanji(text, at: digits)),
          value > 0,
          !letter || end >= text.count || ScriptClass(text[end]) != .latin && text[end].decimalDigit == nil
        else { return nil }
        return (era.before + value, true, false, end)
      }
    }
    var digits = start
    var fiscal = false
    for word in ["FY", "fy", "fiscal year", "Fiscal year", "fiscal", "Fiscal"]
    where Quantity.stands(word, at: start, in: text) {
      digits = YearMention.skipSpaces(text, start + word.unicodeScalars.count)
      fiscal = true
      break
    }
    if start > 0, text[start - 1].decimalDigit != nil || ",，.．".unicodeScalars.contains(text[start - 1]) {
      return nil
    }
    guard let (value, end) = integer(text, at: digits, upTo: 4), end - digits == 4,
      (1868...2199).contains(value)
    else { return nil }
    if end < text.count, ",，.．".unicodeScalars.contains(text[end]), end + 1 < text.count,
      text[end + 1].decimalDigit != nil
    {
      return nil
    }
    return (value, false, fiscal, end)
  }

  /// 令和七年度: only behind the name of an era.
  private static func kanji(_ text: [Unicode.Scalar], at start: Int) -> (Int, Int)? {
    guard let numeral = Numeral.read(text, at: start), !numeral.hasDigits,
      let value = numeral.value.wholeNumber,
      value < 100
    else { return nil }
    return (value, numeral.range.upperBound)
  }

  /// Particles stand beside era letters (のR7の); other letters make a word of them.
  private static func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
    (scalar.properties.isAlphabetic && ScriptClass(scalar) != .hiragana) || scalar.decimalDigit != nil
  }

  private static func integer(_ text: [Unicode.Scalar], at start: Int, upTo count: Int) -> (Int, Int)? {
    var value = 0
    var i = start
    while i < text.count, let digit = text[i].decimalDigit {
      guard i - start < count else { return nil }
      value = value * 10 + digit
      i += 1
    }
    return i > start ? (value, i) : nil
  }
}
