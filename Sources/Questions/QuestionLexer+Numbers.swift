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
    ("half", ExactNumber(digits: 5, scale: 1)), ("2倍", ExactNumber(2)), ("twice", ExactNumber(2)),
  ]

  /// `top three`; one is a word of many uses.
  private static let counts = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]

  func numberWord(at i: Int) -> QuestionToken? {
    for (value, word) in QuestionLexer.counts.enumerated()
    where scalars[i...].starts(with: word.unicodeScalars) {
      let end = i + word.unicodeScalars.count
      guard end == scalars.count || text.scripts[end] != .latin || text.hasGap(before: end) else { continue }
      return QuestionToken(kind: .number(ExactNumber(value + 2), unit: nil), range: i..<end)
    }
    return nil
  }

  func number(at i: Int) -> QuestionToken? {
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
    var unit = unit(at: skipSpaces(end))
    // 達成度5 事業: behind a space the kind of thing is a word of its own
    if let start = unit?.start, start > end || text.hasGap(before: start),
      vocabulary.namesKind(in: text, at: start)
    {
      unit = nil
    }
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
  func scaled(_ numeral: Numeral) -> (value: ExactNumber, end: Int) {
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

  func placeEnd(_ i: Int) -> Int? {
    for word in ["番目の", "番目", "位の", "位", "つ目の", "つ目", "件目の", "件目", "th", "nd", "rd", "st"] {
      let scalars = Array(word.unicodeScalars)
      if self.scalars[i...].starts(with: scalars) { return i + scalars.count }
    }
    return nil
  }

  func unit(at i: Int) -> (start: Int, end: Int)? {
    guard i < scalars.count else { return nil }
    for unit in vocabulary.units where scalars[i...].starts(with: unit) {
      let end = i + unit.count
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
