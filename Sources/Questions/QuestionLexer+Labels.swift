import JapaneseText

/// Labels of headings, codes and numbered parts of a plan.
extension QuestionLexer {
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
  ].map { Array($0.unicodeScalars) }

  /// March 2018: a month only before its year.
  func namedMonth(at i: Int) -> QuestionToken? {
    for (index, name) in QuestionLexer.months.enumerated() where scalars[i...].starts(with: name) {
      var year = skipSpaces(i + name.count)
      if year < scalars.count, scalars[year] == "," { year = skipSpaces(year + 1) }
      guard year > i + name.count, YearMention.read(scalars, at: year, bareYears: true) != nil else {
        return nil
      }
      return QuestionToken(kind: .month(index + 1), range: i..<(i + name.count))
    }
    return nil
  }

  func month(at i: Int, after tokens: [QuestionToken]) -> QuestionToken? {
    guard case .year? = tokens.last?.kind, let number = wholeNumber(at: i), (1...12).contains(number.value),
      number.end < scalars.count, scalars[number.end] == "月"
    else { return nil }
    return QuestionToken(kind: .month(number.value), range: i..<(number.end + 1))
  }

  /// 第1期計画期間の, 第2期の, 第2期目標: the period of a target; 第2期実行プログラム is a name.
  func period(at i: Int) -> QuestionToken? {
    guard scalars[i] == "第", let number = wholeNumber(at: i + 1), number.end < scalars.count,
      scalars[number.end] == "期"
    else { return nil }
    var end = number.end + 1
    for word in ["実行計画期間", "計画期間", "期間"] where scalars[end...].starts(with: word.unicodeScalars) {
      end += word.unicodeScalars.count
      break
    }
    guard
      end == scalars.count || text.scripts[end] == .hiragana || isPunctuation(end) || end > number.end + 1
        || vocabulary.words(in: text, at: end).contains(where: { $0.concepts.contains { $0.isField } })
    else { return nil }
    return QuestionToken(kind: .period(number.value), range: i..<end)
  }

  /// ① to ⑳ as printed; folding makes them plain digits, so the question's own scalar is asked.
  func label(sign i: Int) -> QuestionToken? {
    let source = text.folded.sourceRange(i..<(i + 1))
    guard let scalar = text.scalars[source].first, (0x2460...0x2473).contains(scalar.value) else {
      return nil
    }
    let end = scalars.indices.last { text.folded.sourceRange($0..<($0 + 1)) == source } ?? i
    return QuestionToken(kind: .label(String(scalar), nil), range: i..<(end + 1))
  }

  /// (1)
  func bracketed(at i: Int) -> QuestionToken? {
    guard scalars[i] == "(", let number = wholeNumber(at: i + 1), number.end < scalars.count,
      scalars[number.end] == ")"
    else { return nil }
    return QuestionToken(kind: .label("(\(number.value))", nil), range: i..<(number.end + 1))
  }

  /// 政策4, 基本目標２, 第5章, action program 3
  func label(at i: Int) -> QuestionToken? {
    for word in vocabulary.words(in: text, at: i) {
      for case .label(let kind) in word.concepts {
        let start = skipSpaces(i + word.length)
        if let number = wholeNumber(at: start), number.value < 100, !continuesAsQuantity(number.end) {
          let name = Folder().fold(string: text.source(i..<(i + word.length)), depth: .width)
          let label = "\(name)\(number.value)"
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

  func continuesAsQuantity(_ i: Int) -> Bool {
    guard i < scalars.count else { return false }
    if scalars[i].decimalDigit != nil { return true }
    // 4.1, and not the stop behind policy 4.
    if scalars[i] == "." { return i + 1 < scalars.count && QuestionText.isLetter(scalars[i + 1]) }
    // 政策3 取組項目: what follows is a word of its own, not the counter 取組
    guard !text.hasGap(before: i), let unit = unit(at: i) else { return false }
    return !vocabulary.words(in: text, at: i).contains { i + $0.length > unit.end }
  }

  func code(at i: Int) -> QuestionToken? {
    let end = scalars[i...].firstIndex { $0.decimalDigit == nil } ?? scalars.count
    guard end - i >= 7, end - i <= 10 else { return nil }
    return QuestionToken(kind: .code(String(String.UnicodeScalarView(scalars[i..<end]))), range: i..<end)
  }

  /// A target of a goal: once goals have been spoken of, beside what is related to it, or with a letter (4.a).
  func target(at i: Int, after tokens: [QuestionToken]) -> QuestionToken? {
    guard let goal = wholeNumber(at: i), (1...17).contains(goal.value), goal.end + 1 < scalars.count,
      scalars[goal.end] == "."
    else { return nil }
    let start = goal.end + 1
    if let number = wholeNumber(at: start) {
      guard tokens.contains(where: { $0.speaksOfGoals || $0.speaksOfRelation }) || startsRelated(number.end)
      else {
        return nil
      }
      return QuestionToken(kind: .target("\(goal.value).\(number.value)"), range: i..<number.end)
    }
    guard ("a"..."d").contains(scalars[start]),
      start + 1 == scalars.count || text.scripts[start + 1] != .latin
    else { return nil }
    return QuestionToken(kind: .target("\(goal.value).\(scalars[start])"), range: i..<(start + 1))
  }

  private func startsRelated(_ i: Int) -> Bool {
    i < scalars.count && vocabulary.words(in: text, at: i).contains { $0.concepts.contains(.related) }
  }
}

extension QuestionToken {
  /// Linked to: what is named behind it is a goal.
  fileprivate var speaksOfRelation: Bool {
    if case .concept(let concepts) = kind { concepts.contains(.related) } else { false }
  }

  /// A goal or a target.
  fileprivate var speaksOfGoals: Bool {
    switch kind {
    case .target: true
    case .concept(let concepts): concepts.contains(.goal) || concepts.contains(.field(.sdgTargets))
    default: false
    }
  }
}
