/// The second and third depth of folding, over a text folded to the first.
///
/// Second: one scalar for one, spaces dropped. Third: every rule looks at the text of the second depth and at whether
/// a kana was printed as katakana; the first rule that fits at a place is applied.
struct CharacterFold {
  private let text: FoldedText
  /// For each scalar, whether it was printed as katakana or as a long mark.
  private let katakana: [Bool]
  private let table: SpellingTable
  private var result = FoldedText()

  static func fold(_ width: FoldedText, table: SpellingTable, depth: Folder.Depth) -> FoldedText {
    var text = FoldedText()
    text.reserveCapacity(width.count)
    var katakana: [Bool] = []
    katakana.reserveCapacity(width.count)
    for (i, scalar) in width.scalars.enumerated() where scalar != " " || isSpaceKept(width.scalars, i) {
      text.append(i, of: width, as: KanaFold.fold(scalar))
      katakana.append(ScriptClass(scalar) == .katakana)
    }
    guard depth == .spellings else { return text }
    var fold = CharacterFold(text: text, katakana: katakana, table: table)
    fold.run()
    return fold.result
  }

  private init(text: FoldedText, katakana: [Bool], table: SpellingTable) {
    self.text = text
    self.katakana = katakana
    self.table = table
  }

  /// A space is kept only between two words of other scripts.
  private static func isSpaceKept(_ scalars: [Unicode.Scalar], _ i: Int) -> Bool {
    i > 0 && i + 1 < scalars.count && !isJapanese(scalars[i - 1]) && !isJapanese(scalars[i + 1])
  }

  private static func isJapanese(_ scalar: Unicode.Scalar) -> Bool {
    ScriptClass(scalar).isJapanese || (0x3001...0x30FF).contains(scalar.value)
  }

  private mutating func run() {
    result.reserveCapacity(text.count)
    var i = 0
    while i < text.count {
      i =
        lexiconSpelling(at: i) ?? hanNumber(at: i) ?? counter(at: i) ?? vRow(at: i) ?? iteration(at: i)
        ?? dropped(at: i)
        ?? plain(at: i)
    }
  }

  private mutating func plain(at i: Int) -> Int {
    result.append(i, of: text)
    return i + 1
  }

  /// 取り組み → 取組, the longest spelling first.
  private mutating func lexiconSpelling(at i: Int) -> Int? {
    guard let (spelling, length) = table.match(text.scalars, at: i) else { return nil }
    if text.scalars[i..<(i + length)].elementsEqual(spelling) {
      for at in i..<(i + length) { result.append(at, of: text) }
    } else {
      replace(i..<(i + length), by: spelling)
    }
    return i + length
  }

  private mutating func replace(_ range: Range<Int>, by scalars: [Unicode.Scalar]) {
    let source = text.sourceRange(range)
    for scalar in scalars { result.append(scalar, from: source) }
  }

  /// 第二十五条 → 第25条, 三丁目 → 3丁目: a number in Han before what is as often numbered in figures.
  private mutating func hanNumber(at i: Int) -> Int? {
    guard Self.isHanDigit(text.scalars[i]), i == 0 || !Self.isNumber(text.scalars[i - 1]),
      let numeral = Numeral.read(text.scalars, at: i), !numeral.hasDigits,
      let number = numeral.value.wholeNumber,
      case let end = numeral.range.upperBound,
      Self.numbered.contains(where: { text.scalars[end...].starts(with: $0) })
    else { return nil }
    replace(i..<end, by: Array("\(number)".unicodeScalars))
    return end
  }

  private static func isHanDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百": true
    default: false
    }
  }

  /// Parts of laws and of towns, numbers of things, terms.
  private static let numbered = ["条", "項", "号", "章", "節", "丁目", "回", "期", "次"].map {
    Array($0.unicodeScalars)
  }

  /// 3カ所, 数か所, ヶ所, 個所 → 箇所; 3か月, 三ヶ国 → 3箇月, 三箇国.
  private mutating func counter(at i: Int) -> Int? {
    guard i + 1 < text.count else { return nil }
    let counted = text.scalars[i + 1]
    switch text.scalars[i] {
    case "箇" where Self.counted.contains(counted): return nil
    case "個" where counted == "所": break
    case "か", "け":
      guard Self.counted.contains(counted), i == 0 || Self.isNumber(text.scalars[i - 1]) else { return nil }
    default: return nil
    }
    result.append(i, of: text, as: "箇")
    return i + 1
  }

  private static let counted: Set<Unicode.Scalar> = ["所", "月", "国", "年", "村", "町", "条", "校", "店", "社"]

  private static func isNumber(_ scalar: Unicode.Scalar) -> Bool {
    ScriptClass(scalar) == .digit || "〇一二三四五六七八九十百千万数何幾各".unicodeScalars.contains(scalar)
  }

  /// ヴァ → バ, ヴ → ブ.
  private mutating func vRow(at i: Int) -> Int? {
    guard text.scalars[i] == "ゔ" else { return nil }
    if i + 1 < text.count, let syllable = Self.vRow[text.scalars[i + 1]] {
      replace(i..<(i + 2), by: [syllable])
      return i + 2
    }
    result.append(i, of: text, as: "ぶ")
    return i + 1
  }

  private static let vRow: [Unicode.Scalar: Unicode.Scalar] = ["ぁ": "ば", "ぃ": "び", "ぇ": "べ", "ぉ": "ぼ"]

  /// 時々 → 時時, 部分々々 → 部分部分, 古々々米 → 古古古米; いすゞ → いすず.
  private mutating func iteration(at i: Int) -> Int? {
    switch text.scalars[i] {
    case "々", "〻": return hanIteration(at: i)
    case "ゝ", "ゞ": return kanaIteration(at: i)
    default: return nil
    }
  }

  private mutating func hanIteration(at i: Int) -> Int? {
    var end = i
    while end < text.count, text.scalars[end] == text.scalars[i] { end += 1 }
    let length = end - i
    let before = result.scalars.suffix(length)
    guard let last = before.last, ScriptClass(last) == .han else { return nil }
    let repeated =
      before.count == length && before.allSatisfy { ScriptClass($0) == .han }
      ? Array(before) : Array(repeating: last, count: length)
    for (offset, scalar) in repeated.enumerated() { result.append(i + offset, of: text, as: scalar) }
    return end
  }

  private mutating func kanaIteration(at i: Int) -> Int? {
    guard let last = result.scalars.last, ScriptClass(last) == .hiragana else { return nil }
    result.append(i, of: text, as: text.scalars[i] == "ゞ" ? KanaFold.voiced(last) : last)
    return i + 1
  }

  /// A dot between katakana, and the long mark that ends a word of four katakana or more.
  private mutating func dropped(at i: Int) -> Int? {
    let scalar = text.scalars[i]
    if scalar == "・" || scalar == "=" {
      let joins = i > 0 && i + 1 < text.count && katakana[i - 1] && katakana[i + 1]
      return joins ? i + 1 : nil
    }
    guard scalar == "ー", i > 0, i + 1 == text.count || !isInKatakana(i + 1), katakanaLength(before: i) >= 3
    else {
      return nil
    }
    // A highlight of the word should take the mark in.
    result.extendLast(to: text.ends[i])
    return i + 1
  }

  private func isInKatakana(_ i: Int) -> Bool { katakana[i] || text.scalars[i] == "ー" }

  /// Counts no further than needed.
  private func katakanaLength(before i: Int) -> Int {
    var length = 0
    while length < 3, i - length - 1 >= 0, isInKatakana(i - length - 1) { length += 1 }
    return length
  }
}
