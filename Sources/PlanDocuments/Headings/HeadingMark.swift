import JapaneseText

/// The form of a heading's label; headings of one form that stand side by side are siblings.
enum HeadingForm: Hashable {
  /// `第５章`, `第1節`: the unit; 第 where there is none (`第１  現状`).
  case division(Unicode.Scalar)
  /// `政策１`, `基本目標2`, `プラン6`: the word before the number.
  case word(String)
  /// `1 将来ビジョン`.
  case number
  /// `1. 優れた立地`.
  case dottedNumber
  /// `(1)`, `（１）`.
  case bracketedNumber
  /// `（ア）`, `(イ)`.
  case bracketedKana
  /// `①`.
  case circled
  /// `1.1`, `１－２－１`: how many numbers.
  case subnumber(Int)
  /// `Ⅰ`.
  case roman
  /// `○` and other marks before a short name.
  case mark(Unicode.Scalar)
  /// `【主な取組内容】`.
  case lenticular
  /// `(環境)` alone on its line.
  case bracketed
  /// A short line without any label before the items it names.
  case plain
  /// A part without a number: 資料編, はじめに.
  case part
}

extension HeadingForm {
  /// Whether a heading of this form can stand under one of another: a chapter stands under no number, no bracket and no
  /// section, a numbered part of a chapter under no item.
  func mayStand(under other: HeadingForm) -> Bool {
    switch (self, other) {
    case (.division(let unit), .division(let above)): Self.rank(above) <= Self.rank(unit)
    case (.division, .word), (.division, .roman): true
    case (.division, _): false
    case (.subnumber(let levels), .subnumber(let above)): above < levels
    case (.subnumber, .division), (.subnumber, .word), (.subnumber, .number), (.subnumber, .dottedNumber),
      (.subnumber, .roman), (.subnumber, .part):
      true
    case (.subnumber, _): false
    default: true
    }
  }

  /// 編 and 部 stand above 章, either over the other.
  private static func rank(_ unit: Unicode.Scalar) -> Int {
    switch unit {
    case "編", "部": 0
    case "章": 1
    case "節": 2
    case "項": 3
    default: 4
    }
  }
}

/// What the start of a line says about its being a heading.
struct HeadingMark: Hashable {
  let form: HeadingForm
  /// As printed, without white space around it; empty where the form has none.
  let label: String
  let name: String
  /// The number in the label.
  let ordinal: Int?

  /// The heading a text would be by its label alone; nil where it has no label.
  init?(_ text: [Unicode.Scalar]) {
    for form in Self.forms {
      guard let mark = form(text) else { continue }
      self = mark
      return
    }
    return nil
  }

  /// In the order in which they are tried.
  private static let forms: [@Sendable ([Unicode.Scalar]) -> HeadingMark?] = [
    { division($0) }, { opening($0) }, { bracketedNumber($0) }, { bracketedKana($0) }, { part($0) },
    { symbol($0) }, { lenticular($0) }, { subnumbered($0) }, { dottedNumber($0) }, { number($0) },
    { word($0) },
  ]

  init(form: HeadingForm, label: String, name: String, ordinal: Int?) {
    self.form = form
    self.label = label
    self.name = name
    self.ordinal = ordinal
  }

  private init(_ form: HeadingForm, _ text: [Unicode.Scalar], labelLength: Int, ordinal: Int?) {
    self.init(
      form: form, label: text[..<labelLength].text, name: text[labelLength...].trimmed.text, ordinal: ordinal)
  }

  private static func division(_ text: [Unicode.Scalar]) -> HeadingMark? {
    guard text.first == "第" else { return nil }
    // `第 1章`: the digits of a proportional font may come with a space at either side
    let start = skippingBlanks(text, from: 1)
    let rest = text[start...]
    guard let first = rest.first else { return nil }
    guard let (value, length) = Ordinal.digits(rest) ?? Ordinal.kanji(first).map({ ($0, 1) }) else {
      return nil
    }
    let unit = skippingBlanks(text, from: start + length)
    guard text.indices.contains(unit), "編部章節項".unicodeScalars.contains(text[unit]) else {
      return unitless(text, ordinal: value, labelLength: start + length)
    }
    let end = unit + 1
    guard end == text.count || !text[end].isWritten || ScriptClass(text[end]) == .han else { return nil }
    return HeadingMark(.division(text[unit]), text, labelLength: end, ordinal: value)
  }

  /// `第１  現状と課題`: without a unit, below a 節.
  private static func unitless(_ text: [Unicode.Scalar], ordinal: Int, labelLength: Int) -> HeadingMark? {
    guard ordinal > 0, text.indices.contains(labelLength), text[labelLength].isBlank,
      let next = text[labelLength...].first(where: { !$0.isBlank }), ScriptClass(next).isJapanese,
      ScriptClass(next) != .hiragana, !"期次回位号条種者版類弾四".unicodeScalars.contains(next)
    else { return nil }
    return HeadingMark(.division("第"), text, labelLength: labelLength, ordinal: ordinal)
  }

  /// 序章 and 終章, which count as chapters.
  private static func opening(_ text: [Unicode.Scalar]) -> HeadingMark? {
    guard text.count > 1, text[1] == "章", text[0] == "序" || text[0] == "終",
      text.count == 2 || text[2].isBlank
    else { return nil }
    return HeadingMark(.division("章"), text, labelLength: 2, ordinal: text[0] == "序" ? 0 : nil)
  }

  /// `1.1 名`, `１－２－１ 名`: small numbers, a space, and words that are no unit.
  private static func subnumbered(_ text: [Unicode.Scalar]) -> HeadingMark? {
    guard let (first, length) = Ordinal.digits(text[...]), (1...29).contains(first), length < 3,
      text[0].decimalDigit != 0, text.indices.contains(length),
      let sign = [".．", "-－‐–−"].first(where: { $0.unicodeScalars.contains(text[length]) })
    else { return nil }
    var end = length
    var levels = 1
    var last = first
    while end + 1 < text.count, sign.unicodeScalars.contains(text[end]),
      let (number, digits) = Ordinal.digits(text[(end + 1)...]), (1...29).contains(number), digits < 3,
      text[end + 1].decimalDigit != 0
    {
      last = number
      levels += 1
      end += 1 + digits
    }
    guard (2...3).contains(levels), end + 2 < text.count, text[end].isBlank else { return nil }
    let name = text[end...].drop(while: \.isBlank)
    guard name.count > 1, let next = name.first, ScriptClass(next).isJapanese, ScriptClass(next) != .hiragana,
      !isUnit(name),
      !["倍", "割", "点", "ポイント", "パーセント", "度", "位", "℃"].contains(where: {
        name.starts(with: $0.unicodeScalars)
      })
    else { return nil }
    return HeadingMark(.subnumber(levels), text, labelLength: end, ordinal: last)
  }

  /// The first index from `start` on that holds no white space.
  private static func skippingBlanks(_ text: [Unicode.Scalar], from start: Int) -> Int {
    text[min(start, text.count)...].firstIndex { !$0.isBlank } ?? text.count
  }

  private static func bracketedNumber(_ text: [Unicode.Scalar]) -> HeadingMark? {
    guard let first = text.first, first == "(" || first == "（" else { return nil }
    guard let (value, length) = Ordinal.digits(text[1...]), value > 0 else { return nil }
    let close = 1 + length
    guard text.indices.contains(close), text[close] == ")" || text[close] == "）" else { return nil }
    return HeadingMark(.bracketedNumber, text, labelLength: close + 1, ordinal: value)
  }

  private static func bracketedKana(_ text: [Unicode.Scalar]) -> HeadingMark? {
    guard text.count > 3, text[0] == "(" || text[0] == "（", text[2] == ")" || text[2] == "）",
      let at = "アイウエオカキクケコサシスセソ".unicodeScalars.enumerated().first(where: { $0.element == text[1] })
    else { return nil }
    return HeadingMark(.bracketedKana, text, labelLength: 3, ordinal: at.offset + 1)
  }

  /// The words that plans give to parts without a number, alone on their line.
  private static func part(_ text: [Unicode.Scalar]) -> HeadingMark? {
    guard text.count <= 8 else { return nil }
    let word = text.dense.text
    guard ["資料編", "資料", "参考資料", "付属資料", "附属資料", "巻末資料", "用語集", "用語解説", "はじめに", "おわりに"].contains(word) else {
      return nil
    }
    return HeadingMark(form: .part, label: "", name: word, ordinal: nil)
  }

  private static func symbol(_ text: [Unicode.Scalar]) -> HeadingMark? {
    guard let first = text.first else { return nil }
    if let value = Ordinal.circled(first) {
      return HeadingMark(.circled, text, labelLength: 1, ordinal: value)
    }
    if let value = Ordinal.roman(first), text.count > 1, text[1].isBlank || text[1] == "." || text[1] == "．" {
      return HeadingMark(.roman, text, labelLength: 1, ordinal: value)
    }
    return nil
  }

  private static func lenticular(_ text: [Unicode.Scalar]) -> HeadingMark? {
    guard text.first == "【", text.last == "】", text.count > 2 else { return nil }
    let inner = text[1..<(text.count - 1)]
    guard !inner.contains("【"), !inner.contains("】") else { return nil }
    return HeadingMark(form: .lenticular, label: "", name: text.text, ordinal: nil)
  }

  /// `1. 名` and `１．名`, but no decimal number.
  private static func dottedNumber(_ text: [Unicode.Scalar]) -> HeadingMark? {
    guard let (value, length) = Ordinal.digits(text[...]), value > 0 else { return nil }
    guard text.indices.contains(length + 1), ".．、".unicodeScalars.contains(text[length]) else { return nil }
    guard !text[length + 1].isDigit else { return nil }
    return HeadingMark(.dottedNumber, text, labelLength: length + 1, ordinal: value)
  }

  /// `1 名`: a number, one space, and words that are no unit.
  private static func number(_ text: [Unicode.Scalar]) -> HeadingMark? {
    // 08: a code
    guard text.first?.decimalDigit != 0, let (value, length) = Ordinal.digits(text[...]), value > 0 else {
      return nil
    }
    let blanks = text[length...].prefix(while: \.isBlank)
    // one space, or two wide ones
    guard blanks.count == 1 || blanks.count == 2 && blanks.allSatisfy({ $0 == "\u{3000}" }),
      text.indices.contains(blanks.endIndex)
    else { return nil }
    let start = blanks.endIndex
    let next = text[start]
    // 40 の外資系企業: a particle goes on with a sentence.
    guard
      ScriptClass(next) != .hiragana || text.count > start + 1 && ScriptClass(text[start + 1]) == .hiragana
    else {
      return nil
    }
    guard ScriptClass(next).isJapanese || ScriptClass(next) == .latin || next.isOpening else { return nil }
    guard !isUnit(text[start...]) else { return nil }
    return HeadingMark(.number, text, labelLength: length, ordinal: value)
  }

  /// True where the words after a number are what it counts: `億 4,527万円`, `月`, `か所以上`.
  private static func isUnit(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = rest.first else { return true }
    if "億兆万千百円".unicodeScalars.contains(first) { return true }
    let word = rest.prefix { !$0.isBlank }
    guard "年月日件人社者回校区カか箇ヶ施㎡tｔh台棟戸名団機".unicodeScalars.contains(first) else { return false }
    guard let second = word.dropFirst().first, word.count > 2 else { return true }
    return ScriptClass(second) == .hiragana || "度間以所".unicodeScalars.contains(second)
  }

  /// `政策１ 名`, `基本目標２：名`; also `政策１` alone. The word holds no digit and is no era or count.
  private static func word(_ text: [Unicode.Scalar]) -> HeadingMark? {
    guard let at = text.firstIndex(where: \.isDigit), (1...8).contains(at) else { return nil }
    let word = text[..<at]
    guard word.allSatisfy({ ScriptClass($0).isJapanese }), let last = word.last else { return nil }
    // 平成30, 令和5, 第2期, 約8割, 計3件: counts and years are no labels.
    guard !["第", "約", "計", "成", "和", "各", "他", "の"].contains(last) || word.count > 3 else { return nil }
    guard !["図", "表", "写真", "グラフ", "図表"].contains(word.text) else { return nil }
    guard !word.contains("第"), word.contains(where: { ScriptClass($0) != .hiragana }) else { return nil }
    guard let (value, length) = Ordinal.digits(text[at...]), value > 0 else { return nil }
    var end = at + length
    var form = HeadingForm.word(word.text)
    var ordinal = value
    // 施策１－２ is the second under its parent, and of another form than 施策１
    if let (sub, subEnd) = subnumber(text, from: end) {
      form = .word(word.text + "-")
      ordinal = sub
      end = subEnd
    }
    guard end < text.count else {
      return HeadingMark(form, text, labelLength: end, ordinal: ordinal)
    }
    let next = text[end]
    guard next.isBlank || next == "：" || next == ":" else { return nil }
    let start = end + 1 < text.count && next.isBlank && text[end + 1].isBlank ? end + 2 : end + 1
    guard start < text.count, !text[start].isBlank, !text[start].isDigit else { return nil }
    guard !isUnit(text[start...]) else { return nil }
    return HeadingMark(
      form: form, label: text[..<end].text, name: text[start...].trimmed.text, ordinal: ordinal)
  }

  /// The last number of `－１`, `-2-3`, and the end behind it; nil where none follows.
  private static func subnumber(_ text: [Unicode.Scalar], from start: Int) -> (value: Int, end: Int)? {
    var end = start
    var value: Int?
    while end + 1 < text.count, "-－‐–−".unicodeScalars.contains(text[end]),
      let (number, length) = Ordinal.digits(text[(end + 1)...]), number > 0
    {
      value = number
      end += 1 + length
    }
    return value.map { ($0, end) }
  }
}
