import JapaneseText

/// The form of a heading's label; headings of one form that stand side by side are siblings.
enum HeadingForm: Hashable {
  /// `第５章`, `第1節`: the unit.
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
    guard
      let mark = Self.division(text) ?? Self.bracketedNumber(text)
        ?? Self.bracketedKana(text) ?? Self.part(text) ?? Self.symbol(text) ?? Self.lenticular(
          text)
        ?? Self.dottedNumber(text) ?? Self.number(text) ?? Self.word(text)
    else { return nil }
    self = mark
  }

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
    guard text.indices.contains(unit), "編部章節項".unicodeScalars.contains(text[unit]) else { return nil }
    let end = unit + 1
    guard end == text.count || !text[end].isWritten || ScriptClass(text[end]) == .han else { return nil }
    return HeadingMark(.division(text[unit]), text, labelLength: end, ordinal: value)
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
    guard ["資料編", "参考資料", "付属資料", "巻末資料", "用語集", "用語解説", "はじめに", "おわりに"].contains(word) else { return nil }
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
    guard text.indices.contains(length + 1), text[length].isBlank, !text[length + 1].isBlank else {
      return nil
    }
    let next = text[length + 1]
    // 40 の外資系企業: a particle goes on with a sentence.
    guard
      ScriptClass(next) != .hiragana || text.count > length + 2 && ScriptClass(text[length + 2]) == .hiragana
    else {
      return nil
    }
    guard ScriptClass(next).isJapanese || ScriptClass(next) == .latin || next.isOpening else { return nil }
    guard !isUnit(text[(length + 1)...]) else { return nil }
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
    guard end + 1 < text.count, !text[end + 1].isBlank, !text[end + 1].isDigit else { return nil }
    guard !isUnit(text[(end + 1)...]) else { return nil }
    return HeadingMark(
      form: form, label: text[..<end].text, name: text[(end + 1)...].trimmed.text, ordinal: ordinal)
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
