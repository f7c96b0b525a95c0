import JapaneseText

/// A piece of a question that means one thing.
package struct QuestionToken: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case concept([Concept])
    case number(ExactNumber, unit: String?)
    case year(YearMention)
    /// Eight digits.
    case code(String)
    /// `11.7`, `12.a`
    case target(String)
    /// 政策4, ④: label word and number, or a numeral sign alone.
    case label(String, SelectionKind?)
    /// 2番目
    case place(Int)
    /// 第1期計画期間
    case period(Int)
    /// 3月 behind a year
    case month(Int)
    case quoted(String)
    case entity(Entity)
    /// What nothing claims.
    case text
    /// Punctuation and space.
    case separator
  }

  package let kind: Kind
  /// In scalars of the folded question.
  package let range: Range<Int>
}

/// Cuts a question into tokens, left to right, the longest claim first.
///
/// Japanese is written without spaces, so a word of the vocabulary counts only where a word can begin and end: not
/// inside a run of the same script that goes on (事業 in 事業承継), unless what goes on is a word too (事業予算).
struct QuestionLexer {
  let text: QuestionText
  let vocabulary: Vocabulary
  let entities: [Entity]

  private var scalars: [Unicode.Scalar] { text.folded.scalars }

  func tokens() -> [QuestionToken] {
    var tokens: [QuestionToken] = []
    var i = 0
    var textStart: Int?
    func flush(_ end: Int) {
      if let start = textStart { tokens.append(QuestionToken(kind: .text, range: start..<end)) }
      textStart = nil
    }
    while i < scalars.count {
      if let token = token(at: i, after: tokens, insideText: textStart != nil) {
        flush(i)
        tokens.append(token)
        i = token.range.upperBound
      } else {
        if textStart == nil { textStart = i }
        i += 1
      }
    }
    flush(scalars.count)
    return tokens
  }

  private func token(at i: Int, after tokens: [QuestionToken], insideText: Bool) -> QuestionToken? {
    let starts =
      !insideText || text.scripts[i] != text.scripts[i - 1] || text.hasGap(before: i) || endsHiragana(from: i)
    let quotation = quotation(at: i)
    if let quotation, let inside = entity(fillingQuotation: quotation.range) {
      return QuestionToken(kind: .entity(inside), range: quotation.range)
    }
    let entity = entity(at: i)
    // 政策4 is more than the word 政策
    if starts, let label = label(at: i), label.range.count > (entity?.range.count ?? 0) { return label }
    if let entity,
      quotation.map({ entity.range.upperBound > $0.range.upperBound - 2 }) ?? true,
      starts || entity.range.count >= 3
    {
      return QuestionToken(kind: .entity(entity), range: i..<entity.range.upperBound)
    }
    if let quotation { return quotation }
    if scalars[i].properties.isWhitespace || isPunctuation(i) {
      return label(sign: i) ?? bracketed(at: i) ?? QuestionToken(kind: .separator, range: i..<(i + 1))
    }
    if let sign = label(sign: i) { return sign }
    guard starts else { return nil }
    let word = word(at: i, insideText: insideText)
    let figure =
      month(at: i, after: tokens) ?? code(at: i) ?? target(at: i, after: tokens) ?? year(at: i)
      ?? number(at: i)
    if let word, let figure, word.range.count > figure.range.count { return word }
    return label(at: i) ?? period(at: i) ?? figure ?? word
  }

  private func month(at i: Int, after tokens: [QuestionToken]) -> QuestionToken? {
    guard case .year? = tokens.last?.kind, let number = wholeNumber(at: i), (1...12).contains(number.value),
      number.end < scalars.count, scalars[number.end] == "月"
    else { return nil }
    return QuestionToken(kind: .month(number.value), range: i..<(number.end + 1))
  }

  /// 第1期計画期間の, 第2期の: the period of a target; 第2期実行プログラム is a name.
  private func period(at i: Int) -> QuestionToken? {
    guard scalars[i] == "第", let number = wholeNumber(at: i + 1), number.end < scalars.count,
      scalars[number.end] == "期"
    else { return nil }
    var end = number.end + 1
    for word in ["実行計画期間", "計画期間", "期間"] where scalars[end...].starts(with: word.unicodeScalars) {
      end += word.unicodeScalars.count
      break
    }
    guard end == scalars.count || text.scripts[end] == .hiragana || isPunctuation(end) || end > number.end + 1
    else { return nil }
    return QuestionToken(kind: .period(number.value), range: i..<end)
  }

  /// True inside a run of hiragana that from here on, to its end, is made of words of the vocabulary: 予定していた|のはどの.
  private func endsHiragana(from i: Int) -> Bool {
    text.scripts[i] == .hiragana && text.wordStarts.contains(i) && coversRun(from: i, depth: 0)
  }

  private func coversRun(from i: Int, depth: Int) -> Bool {
    guard i < scalars.count, text.scripts[i] == .hiragana, !(depth > 0 && text.hasGap(before: i)) else {
      return true
    }
    guard depth < 8 else { return false }
    return vocabulary.words(in: text, at: i).contains { coversRun(from: i + $0.length, depth: depth + 1) }
  }

  private func entity(at i: Int) -> Entity? {
    entities.filter { $0.range.lowerBound == i }.max { $0.range.count < $1.range.count }
  }

  /// A name that is all there is between the quotes.
  private func entity(fillingQuotation range: Range<Int>) -> Entity? {
    entities.first { $0.range == range.lowerBound + 1..<range.upperBound - 1 }
  }

  private func isPunctuation(_ i: Int) -> Bool {
    if scalars[i] == "~" { return true }
    return switch scalars[i].properties.generalCategory {
    case .otherPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .control, .format:
      scalars[i] != "%" && scalars[i] != "・"
    default: false
    }
  }

  private static let quotes: [Unicode.Scalar: Unicode.Scalar] = [
    "「": "」", "『": "』", "\"": "\"", "“": "”", "'": "'", "‘": "’",
  ]

  private func quotation(at i: Int) -> QuestionToken? {
    guard let close = QuestionLexer.quotes[scalars[i]] else { return nil }
    // an apostrophe inside a word is none
    if scalars[i] == "'" && i > 0 && text.scripts[i - 1] == .latin { return nil }
    guard let end = scalars[(i + 1)...].firstIndex(of: close), end > i + 1 else { return nil }
    return QuestionToken(kind: .quoted(text.source((i + 1)..<end)), range: i..<(end + 1))
  }

  /// ① to ⑳ as printed; folding makes them plain digits, so the question's own scalar is asked.
  private func label(sign i: Int) -> QuestionToken? {
    let source = text.folded.sourceRange(i..<(i + 1))
    guard let scalar = text.scalars[source].first, (0x2460...0x2473).contains(scalar.value) else {
      return nil
    }
    let end = scalars.indices.last { text.folded.sourceRange($0..<($0 + 1)) == source } ?? i
    return QuestionToken(kind: .label(String(scalar), nil), range: i..<(end + 1))
  }

  /// (1)
  private func bracketed(at i: Int) -> QuestionToken? {
    guard scalars[i] == "(", let number = wholeNumber(at: i + 1), number.end < scalars.count,
      scalars[number.end] == ")"
    else { return nil }
    return QuestionToken(kind: .label("(\(number.value))", nil), range: i..<(number.end + 1))
  }

  /// 政策4, 基本目標２, 第5章, action program 3
  private func label(at i: Int) -> QuestionToken? {
    for word in vocabulary.words(in: text, at: i) {
      for case .label(let kind) in word.concepts {
        let start = skipSpaces(i + word.length)
        if let number = wholeNumber(at: start), number.value < 100, !continuesAsQuantity(number.end) {
          let label = text.source(i..<(i + word.length)) + "\(number.value)"
          return QuestionToken(kind: .label(label, kind), range: i..<number.end)
        }
      }
    }
    if scalars[i] == "第", let number = wholeNumber(at: i + 1), number.end < scalars.count,
      ["章", "節", "編"].contains(scalars[number.end])
    {
      return QuestionToken(
        kind: .label("第\(number.value)\(scalars[number.end])", .headings), range: i..<(number.end + 1))
    }
    return nil
  }

  private func continuesAsQuantity(_ i: Int) -> Bool {
    i < scalars.count && (scalars[i] == "." || scalars[i].decimalDigit != nil || unit(at: i) != nil)
  }

  private func code(at i: Int) -> QuestionToken? {
    let end = scalars[i...].firstIndex { $0.decimalDigit == nil } ?? scalars.count
    guard end - i >= 7, end - i <= 10 else { return nil }
    return QuestionToken(kind: .code(String(String.UnicodeScalarView(scalars[i..<end]))), range: i..<end)
  }

  /// A target of a goal, once a goal has been spoken of.
  private func target(at i: Int, after tokens: [QuestionToken]) -> QuestionToken? {
    guard let goal = wholeNumber(at: i), (1...17).contains(goal.value), goal.end + 1 < scalars.count,
      scalars[goal.end] == ".",
      tokens.contains(where: {
        if case .concept(let concepts) = $0.kind {
          return concepts.contains(.goal) || concepts.contains(.field(.sdgTargets))
        }
        return false
      })
    else { return nil }
    let start = goal.end + 1
    if let number = wholeNumber(at: start) {
      return QuestionToken(kind: .target("\(goal.value).\(number.value)"), range: i..<number.end)
    }
    guard ("a"..."d").contains(scalars[start]) else { return nil }
    return QuestionToken(kind: .target("\(goal.value).\(scalars[start])"), range: i..<(start + 1))
  }

  private func year(at i: Int) -> QuestionToken? {
    guard let mention = YearMention.read(scalars, at: i, bareYears: true) else { return nil }
    // 2000以上, 2010人: a number that only looks like a year
    if mention.form == .bare, text.scripts[i] == .digit, !mention.isRange {
      let next = skipSpaces(mention.range.upperBound)
      if unit(at: next) != nil || startsComparison(next) { return nil }
    }
    return QuestionToken(kind: .year(mention), range: mention.range)
  }

  private func startsComparison(_ i: Int) -> Bool {
    guard i < scalars.count else { return false }
    return vocabulary.words(in: text, at: i).contains { word in
      word.concepts.contains { if case .compare = $0 { true } else { false } }
    }
  }

  /// Words for parts: half is 0.5 times.
  private static let fractions: [(word: String, value: ExactNumber)] = [
    ("半分", ExactNumber(digits: 5, scale: 1)), ("半額", ExactNumber(digits: 5, scale: 1)),
    ("half", ExactNumber(digits: 5, scale: 1)), ("2倍", ExactNumber(2)), ("twice", ExactNumber(2)),
  ]

  /// `top three`; one is a word of many uses.
  private static let counts = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]

  private func numberWord(at i: Int) -> QuestionToken? {
    for (value, word) in QuestionLexer.counts.enumerated()
    where scalars[i...].starts(with: word.unicodeScalars) {
      let end = i + word.unicodeScalars.count
      guard end == scalars.count || text.scripts[end] != .latin || text.hasGap(before: end) else { continue }
      return QuestionToken(kind: .number(ExactNumber(value + 2), unit: nil), range: i..<end)
    }
    return nil
  }

  private func number(at i: Int) -> QuestionToken? {
    if let word = numberWord(at: i) { return word }
    for fraction in QuestionLexer.fractions where scalars[i...].starts(with: fraction.word.unicodeScalars) {
      return QuestionToken(
        kind: .number(fraction.value, unit: "倍"), range: i..<(i + fraction.word.unicodeScalars.count))
    }
    guard let numeral = Numeral.read(scalars, at: i) else { return nil }
    let (value, end) = scaled(numeral)
    if let place = placeEnd(end), let count = value.wholeNumber, count > 0 {
      return QuestionToken(kind: .place(count), range: i..<place)
    }
    let unit = unit(at: skipSpaces(end))
    // 三港, 一人ひとり: kanji numbers count only with a unit or a comparison behind them
    guard numeral.hasDigits || unit != nil || startsComparison(end) || end - i >= 2 else { return nil }
    if !numeral.hasDigits, let unit, !canEnd(unit.end) { return nil }
    let stop = unit?.end ?? end
    return QuestionToken(
      kind: .number(value, unit: unit.map { text.source($0.start..<$0.end) }), range: i..<stop)
  }

  private static let scales: [(word: String, value: ExactNumber)] = [
    ("thousand", ExactNumber(1_000)), ("million", ExactNumber(1_000_000)),
    ("billion", ExactNumber(1_000_000_000)),
  ]

  /// The value with an English scale behind it: 100 million.
  private func scaled(_ numeral: Numeral) -> (value: ExactNumber, end: Int) {
    let start = skipSpaces(numeral.range.upperBound)
    for scale in QuestionLexer.scales where scalars[start...].starts(with: scale.word.unicodeScalars) {
      let end = start + scale.word.unicodeScalars.count
      if end == scalars.count || text.scripts[end] != .latin,
        let value = numeral.value.multiplied(by: scale.value)
      {
        return (value, end)
      }
    }
    return (numeral.value, numeral.range.upperBound)
  }

  private func placeEnd(_ i: Int) -> Int? {
    for word in ["番目の", "番目", "位の", "位", "つ目の", "つ目", "件目の", "件目", "th", "nd", "rd", "st"] {
      let scalars = Array(word.unicodeScalars)
      if self.scalars[i...].starts(with: scalars) { return i + scalars.count }
    }
    return nil
  }

  private func unit(at i: Int) -> (start: Int, end: Int)? {
    guard i < scalars.count else { return nil }
    for unit in vocabulary.units where scalars[i...].starts(with: unit) {
      let end = i + unit.count
      if text.scripts[i] != .latin || end == scalars.count || text.scripts[end] != .latin { return (i, end) }
    }
    return nil
  }

  private func word(at i: Int, insideText: Bool) -> QuestionToken? {
    for word in vocabulary.words(in: text, at: i) where canEnd(i + word.length) {
      // プロジェクト件数 is one word: a field does not begin in the middle of a compound
      if insideText, i > 0, text.scripts[i] == .han, [.katakana, .latin].contains(text.scripts[i - 1]),
        !text.hasGap(before: i), word.concepts.allSatisfy(\.isField)
      {
        continue
      }
      if word.concepts.contains(.goal), !mayEndGoal(i + word.length) { continue }
      // SDGsパートナー is a name; パートナー alone is a kind of thing
      if insideText, i > 0, text.scripts[i] == .katakana, [.latin, .han].contains(text.scripts[i - 1]),
        !text.hasGap(before: i), word.concepts.allSatisfy(\.isKind)
      {
        continue
      }
      return QuestionToken(kind: .concept(word.concepts), range: i..<(i + word.length))
    }
    return nil
  }

  /// SDGsパートナー is a name; SDGsの, SDGs目標 and SDG 13 speak of goals.
  private func mayEndGoal(_ end: Int) -> Bool {
    guard end < scalars.count, !text.hasGap(before: end), [.han, .katakana].contains(text.scripts[end]) else {
      return true
    }
    return ["目標", "指標", "たーげっと", "ごーる"].contains { scalars[end...].starts(with: $0.unicodeScalars) }
  }

  /// A word can end where the script changes, or where another word, number or sign begins that can end too.
  private func canEnd(_ i: Int, depth: Int = 0) -> Bool {
    // Ⅱ folds to two letters, and no word ends between them
    if i < scalars.count, text.folded.starts[i] == text.folded.starts[i - 1] { return false }
    guard i < scalars.count, text.scripts[i] == text.scripts[i - 1], !text.hasGap(before: i) else {
      return true
    }
    if scalars[i].properties.isWhitespace || isPunctuation(i) { return true }
    switch text.scripts[i] {
    case .latin, .digit: return false
    case .hiragana, .han, .katakana:
      guard depth < 6 else { return false }
      return vocabulary.words(in: text, at: i).contains { canEnd(i + $0.length, depth: depth + 1) }
        || entity(at: i) != nil || startsFigure(i)
    case .space, .other: return true
    }
  }

  /// 五万以上|十万以下: a number in kanji with a unit or comparison behind it.
  private func startsFigure(_ i: Int) -> Bool {
    guard let numeral = Numeral.read(scalars, at: i) else { return false }
    let end = numeral.range.upperBound
    return startsComparison(end) || unit(at: end) != nil
  }

  private func wholeNumber(at i: Int) -> (value: Int, end: Int)? {
    guard i < scalars.count else { return nil }
    var value = 0
    var end = i
    while end < scalars.count, let digit = scalars[end].decimalDigit, end - i < 4 {
      value = value * 10 + digit
      end += 1
    }
    return end > i ? (value, end) : nil
  }

  private func skipSpaces(_ i: Int) -> Int {
    var end = i
    while end < scalars.count, scalars[end].properties.isWhitespace { end += 1 }
    return end
  }
}
