import JapaneseText

/// Years, amounts and places in a list.
extension QuestionLexer {
  func year(at i: Int) -> QuestionToken? {
    guard let mention = YearMention.read(scalars, at: i, bareYears: true) else { return nil }
    // 2000以上, 2010人: a number that only looks like a year
    if mention.form == .bare, text.scripts[i] == .digit, !mention.isRange {
      let next = skipSpaces(mention.range.upperBound)
      if unit(at: next) != nil || startsComparison(next) { return nil }
    }
    return QuestionToken(kind: .year(mention), range: mention.range)
  }

  func startsComparison(_ i: Int) -> Bool {
    guard i < scalars.count else { return false }
    return vocabulary.words(in: text, at: i).contains { word in
      word.concepts.contains { if case .compare = $0 { true } else { false } }
    }
  }

  /// Words for parts: half is 0.5 times.
  private static let fractions: [(word: String, value: ExactNumber)] = [
    ("半分", ExactNumber(digits: 5, scale: 1)), ("半額", ExactNumber(digits: 5, scale: 1)),
    ("half", ExactNumber(digits: 5, scale: 1)), ("twice", ExactNumber(2)),
  ]

  /// Places of a list in words, from the first on.
  private static let ordinals = ["first one", "second one", "third one", "fourth one", "fifth one"]

  func number(at i: Int) -> QuestionToken? {
    for fraction in QuestionLexer.fractions where scalars[i...].starts(with: fraction.word.unicodeScalars) {
      return QuestionToken(
        kind: .number(fraction.value, unit: "倍"), range: i..<(i + fraction.word.unicodeScalars.count))
    }
    for (n, word) in QuestionLexer.ordinals.enumerated() where scalars[i...].starts(with: word.unicodeScalars)
    {
      return QuestionToken(kind: .place(n + 1), range: i..<(i + word.unicodeScalars.count))
    }
    if let place = placeInOrder(i) { return place }
    if text.dashed[i].isDash, !isSign(i) { return nil }
    if let range = NumeralRange.read(text.dashed, at: i) {
      let unit = unit(behind: range.range.upperBound)
      return QuestionToken(
        kind: .range(range.first, range.second, unit: unit.map(source)),
        range: i..<(unit?.end ?? range.range.upperBound))
    }
    guard let numeral = Numeral.read(text.dashed, at: i) else {
      return Numeral.unreadable(scalars, at: i).map { QuestionToken(kind: .unreadable, range: $0) }
    }
    let end = numeral.range.upperBound
    if isInsideKatakana(i..<end) { return nil }
    if let place = placeEnd(end), let count = numeral.value.wholeNumber, count > 0 {
      return QuestionToken(kind: .place(count), range: i..<place)
    }
    let unit = unit(behind: end)
    // 三港, 一人ひとり: kanji numbers count only with a unit or a comparison behind them
    guard numeral.hasDigits || unit != nil || startsComparison(end) || end - i >= 2 else { return nil }
    if !numeral.hasDigits, let unit, !canEnd(unit.end) { return nil }
    return QuestionToken(kind: .number(numeral.value, unit: unit.map(source)), range: i..<(unit?.end ?? end))
  }

  /// Comes second, is number 5: a place where something is put in an order.
  private func placeInOrder(_ start: Int) -> QuestionToken? {
    guard start == 0 || text.scripts[start - 1] != .latin || text.hasGap(before: start),
      let opening = QuestionLexer.placeWords.first(where: { scalars[start...].starts(with: $0) }),
      text.original.lowercased().split(whereSeparator: { !$0.isLetter }).contains(where: {
        QuestionLexer.orderWords.contains(String($0))
      })
    else { return nil }
    let i = start + opening.count
    for (n, word) in QuestionLexer.places.enumerated() where scalars[i...].starts(with: word) {
      let end = i + word.count
      guard end == scalars.count || text.scripts[end] != .latin || text.hasGap(before: end),
        !QuestionLexer.periods.contains(where: { scalars[skipSpaces(end)...].starts(with: $0.unicodeScalars) }
        )
      else { continue }
      return QuestionToken(kind: .place(n + 2), range: start..<end)
    }
    guard opening == QuestionLexer.number, let numeral = Numeral.read(text.dashed, at: skipSpaces(i)),
      let count = numeral.value.wholeNumber, count > 0
    else { return nil }
    return QuestionToken(kind: .place(count), range: start..<numeral.range.upperBound)
  }

  /// The second term is no place in an order.
  private static let periods = ["term", "-term", "period", "phase", "half", "edition", "plan"]
  private static let number = Array("number".unicodeScalars)
  private static let placeWords = ["comes ", "come ", "is ", "ranks ", "ranked ", "the ", "number", ""]
    .map { Array($0.unicodeScalars) }
  private static let orderWords = [
    "sort", "sorted", "rank", "ranked", "order", "ordered", "by", "largest", "smallest", "highest", "lowest",
    "biggest",
  ]
  private static let places = ["second", "third", "fourth", "fifth", "sixth"].map { Array($0.unicodeScalars) }

  private func source(_ unit: (start: Int, end: Int)) -> String {
    let source = text.source(unit.start..<unit.end)
    return source == "％" ? "%" : source
  }

  private func unit(behind end: Int) -> (start: Int, end: Int)? {
    guard let unit = unit(at: skipSpaces(end)) else { return nil }
    // 達成度5 事業: behind a space the kind of thing is a word of its own
    if unit.start > end || text.hasGap(before: unit.start), vocabulary.namesKind(in: text, at: unit.start) {
      return nil
    }
    return unit
  }

  /// −5%, below -5: a dash before a digit that joins it to no figure and no word of Latin letters.
  private func isSign(_ i: Int) -> Bool {
    guard i + 1 < scalars.count, scalars[i + 1].decimalDigit != nil else { return false }
    guard let before = scalars[..<i].lastIndex(where: { !$0.properties.isWhitespace }) else { return true }
    if scalars[before].isNumeral || scalars[before] == "%" { return false }
    return !(before == i - 1 && text.scripts[before] == .latin) && !endsUnit(before + 1)
  }

  /// 2-3, 1万円-3万円, -5: a dash beside a digit; e-コマース has another.
  func isDashOfNumbers(_ i: Int) -> Bool {
    guard text.dashed[i].isDash else { return false }
    let after = skipSpaces(i + 1)
    return after < scalars.count && (scalars[after].decimalDigit != nil || i > 0 && scalars[i - 1].isNumeral)
  }

  /// 1万円-3万円: what stands before `end` is a number's unit.
  private func endsUnit(_ end: Int) -> Bool {
    (1..<max(1, end)).contains { start in
      scalars[start - 1].isNumeral && vocabulary.unitLengths(in: scalars, at: start).contains(end - start)
    }
  }

  /// ゼロカーボン: folded, the word for zero ends where katakana goes on.
  private func isInsideKatakana(_ range: Range<Int>) -> Bool {
    guard text.scripts[range.lowerBound] == .katakana, range.upperBound < scalars.count else { return false }
    return text.scripts[range.upperBound] == .katakana && !text.hasGap(before: range.upperBound)
      || scalars[range.upperBound] == "・"
  }

  func placeEnd(_ i: Int) -> Int? {
    for word in ["番目の", "番目", "位の", "位", "つ目の", "つ目", "件目の", "件目", "th", "nd", "rd", "st"] {
      let scalars = Array(word.unicodeScalars)
      if self.scalars[i...].starts(with: scalars) { return i + scalars.count }
    }
    return nil
  }

  func unit(at i: Int) -> (start: Int, end: Int)? {
    guard i < scalars.count else { return nil }
    for length in vocabulary.unitLengths(in: scalars, at: i) {
      let end = i + length
      if text.scripts[i] != .latin || end == scalars.count || text.scripts[end] != .latin { return (i, end) }
    }
    return nil
  }

  /// 五万以上|十万以下: a number in kanji with a unit or comparison behind it.
  func startsFigure(_ i: Int) -> Bool {
    guard let numeral = Numeral.read(scalars, at: i) else { return false }
    let end = numeral.range.upperBound
    return startsComparison(end) || unit(at: end) != nil
  }

  func wholeNumber(at i: Int) -> (value: Int, end: Int)? {
    guard i < scalars.count else { return nil }
    var value = 0
    var end = i
    while end < scalars.count, let digit = scalars[end].decimalDigit, end - i < 4 {
      value = value * 10 + digit
      end += 1
    }
    return end > i ? (value, end) : nil
  }

  func skipSpaces(_ i: Int) -> Int {
    var end = i
    while end < scalars.count, scalars[end].properties.isWhitespace { end += 1 }
    return end
  }
}
