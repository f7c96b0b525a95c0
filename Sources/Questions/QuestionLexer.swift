import JapaneseText

/// Cuts a question into tokens, left to right, the longest claim first.
///
/// Japanese is written without spaces, so a word of the vocabulary counts only where a word can begin and end: not
/// inside a run of the same script that goes on (事業 in 事業承継), unless what goes on is a word too (事業予算).
struct QuestionLexer {
  let text: QuestionText
  let vocabulary: Vocabulary
  let entities: [Entity]

  var scalars: [Unicode.Scalar] { text.folded.scalars }

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
      || beginsExclusion(i)
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
      let kind = entity.meanings == [.term] ? QuestionToken.Kind.text : .entity(entity)
      return QuestionToken(kind: kind, range: i..<entity.range.upperBound)
    }
    if let quotation { return quotation }
    if text.dashed[i].isDash, let negative = number(at: i) { return negative }
    if scalars[i].properties.isWhitespace || isPunctuation(i) || isJoint(i, after: tokens, insideText) {
      // != is a sign of comparison
      if let sign = word(at: i, insideText: false) { return sign }
      return label(sign: i) ?? bracketed(at: i) ?? QuestionToken(kind: .separator, range: i..<(i + 1))
    }
    if let sign = label(sign: i) { return sign }
    guard starts else { return nil }
    let word = word(at: i, insideText: insideText)
    // the A of 評価がA is no article
    if let word, word.range.count == 1, text.isMark(i) {
      return QuestionToken(kind: .text, range: word.range)
    }
    let figure =
      namedMonth(at: i) ?? month(at: i, after: tokens) ?? code(at: i) ?? target(at: i, after: tokens) ?? year(
        at: i)
      ?? number(at: i)
    if let word, let figure, word.range.count > figure.range.count { return word }
    return label(at: i) ?? period(at: i) ?? figure ?? word
  }

  private static let particles: Set<Unicode.Scalar> = ["が", "は", "を", "に", "で", "へ"]

  /// True inside a run of hiragana that from here on, to its end, is made of words of the vocabulary: 予定していた|のはどの.
  private func endsHiragana(from i: Int) -> Bool {
    text.scripts[i] == .hiragana && text.wordStarts.contains(i) && coversRun(from: i, depth: 0)
  }

  /// 水素|以外, 再生事業|抜き: what leaves out is no part of the name before it.
  private func beginsExclusion(_ i: Int) -> Bool {
    text.scripts[i] == .han && text.wordStarts.contains(i)
      && vocabulary.words(in: text, at: i).contains { $0.concepts.contains(.not) && canEnd(i + $0.length) }
  }

  private func coversRun(from i: Int, depth: Int) -> Bool {
    guard i < scalars.count, text.scripts[i] == .hiragana, !(depth > 0 && text.hasGap(before: i)) else {
      return true
    }
    guard depth < 8 else { return false }
    return vocabulary.words(in: text, at: i).contains { coversRun(from: i + $0.length, depth: depth + 1) }
  }

  func entity(at i: Int) -> Entity? {
    entities.filter { $0.range.lowerBound == i }.max { $0.range.count < $1.range.count }
  }

  /// A name that is all there is between the quotes.
  private func entity(fillingQuotation range: Range<Int>) -> Entity? {
    entities.first { $0.range == range.lowerBound + 1..<range.upperBound - 1 }
  }

  func isPunctuation(_ i: Int) -> Bool {
    if scalars[i] == "~" || isDashOfNumbers(i) { return true }
    return switch scalars[i].properties.generalCategory {
    case .otherPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .control, .format:
      scalars[i] != "%" && scalars[i] != "・"
    default: false
    }
  }

  /// 2017年・2021年: the dot between two figures joins no name.
  private func isJoint(_ i: Int, after tokens: [QuestionToken], _ insideText: Bool) -> Bool {
    guard scalars[i] == "・", !insideText, let last = tokens.last else { return false }
    switch last.kind {
    case .year, .number, .range, .label, .target: return true
    default: return false
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

  private func word(at i: Int, insideText: Bool) -> QuestionToken? {
    for word in vocabulary.words(in: text, at: i) where ends(word.concepts, at: i + word.length) {
      // the か of 豊かさ asks nothing
      if insideText, word.length == 1, text.scripts[i] == .hiragana, !text.wordStarts.contains(i) { continue }
      // 参加者数 is a figure of its own, not the participants
      if i + word.length < scalars.count, scalars[i + word.length] == "数",
        word.concepts.allSatisfy({ if case .field(let field) = $0 { !field.isNumeric } else { false } })
      {
        continue
      }
      // プロジェクト件数 is one word: a field does not begin in the middle of a compound
      if insideText, i > 0, text.scripts[i] == .han, [.katakana, .latin].contains(text.scripts[i - 1]),
        !text.hasGap(before: i), word.concepts.allSatisfy(\.isField)
      {
        continue
      }
      if word.concepts.contains(.goal), !mayEndGoal(i + word.length) { continue }
      // って何パーセント asks how many, not what it is
      if word.concepts.contains(.define), asksHowMany(i + word.length - 1) { continue }
      // SDGsパートナー is a name; パートナー alone is a kind of thing
      if insideText, i > 0, text.scripts[i] == .katakana, [.latin, .han].contains(text.scripts[i - 1]),
        !text.hasGap(before: i), word.concepts.allSatisfy(\.isKind)
      {
        continue
      }
      // 何㎡, 何ヘクタール
      if word.concepts.contains(.asking), scalars[i..<(i + word.length)].last == "何",
        let unit = unit(at: i + word.length)
      {
        return QuestionToken(kind: .concept(word.concepts), range: i..<unit.end)
      }
      return QuestionToken(kind: .concept(word.concepts), range: i..<(i + word.length))
    }
    return nil
  }

  /// 何 with what is counted behind it: 何件, 何ヘクタール.
  private func asksHowMany(_ i: Int) -> Bool {
    guard scalars[i] == "何" else { return false }
    return unit(at: i + 1) != nil
      || vocabulary.words(in: text, at: i).contains { $0.length > 1 && !$0.concepts.contains(.asking) }
  }

  /// A word of asking also ends where ICU ends it: 何回|実施した; 一番 where a word of two and more letters begins: 一番|開業が多い, and not
  /// 一番|町.
  private func ends(_ concepts: [Concept], at end: Int) -> Bool {
    if canEnd(end) || concepts.contains(.asking) && text.wordStarts.contains(end) { return true }
    return concepts.contains(.superlative) && end + 1 < scalars.count && text.wordStarts.contains(end)
      && !text.wordStarts.contains(end + 1)
  }

  /// SDGsパートナー is a name; SDGsの, SDGs目標 and SDG 13 speak of goals.
  private func mayEndGoal(_ end: Int) -> Bool {
    guard end < scalars.count, !text.hasGap(before: end), [.han, .katakana].contains(text.scripts[end]) else {
      return true
    }
    return ["目標", "指標", "たーげっと", "ごーる"].contains { scalars[end...].starts(with: $0.unicodeScalars) }
  }

  /// A word can end where the script changes, or where another word, number or sign begins that can end too.
  func canEnd(_ i: Int, depth: Int = 0) -> Bool {
    // Ⅱ folds to two letters, and no word ends between them
    if i < scalars.count, text.folded.starts[i] == text.folded.starts[i - 1] { return false }
    guard i < scalars.count, text.scripts[i] == text.scripts[i - 1], !text.hasGap(before: i) else {
      return true
    }
    if scalars[i].properties.isWhitespace || isPunctuation(i) { return true }
    switch text.scripts[i] {
    case .latin, .digit: return false
    // 取組がいくつぶら下がる: a particle ends where ICU ends it, though nothing here knows what follows
    case .hiragana
    where depth == 0 && QuestionLexer.particles.contains(scalars[i - 1])
      && text.wordStarts.contains(i) && text.wordStarts.contains(i - 1):
      return true
    case .hiragana, .han, .katakana:
      guard depth < 6 else { return false }
      return vocabulary.words(in: text, at: i).contains { canEnd(i + $0.length, depth: depth + 1) }
        || entity(at: i) != nil || startsFigure(i)
    case .space, .other: return true
    }
  }
}

extension Vocabulary {
  /// True where every piece of a text is a word, a number, a year or another sign of the question language.
  package func reads(_ text: QuestionText) -> Bool {
    QuestionLexer(text: text, vocabulary: self, entities: []).tokens().allSatisfy { $0.kind != .text }
  }
}
