import PlanDocuments

/// The noun phrase that ends in front of a bracket, found by walking back to what can't belong to it.
///
/// No dictionary is asked: punctuation, particles and the endings of verbs that stand before a noun are enough for the
/// names plans put in front of brackets.
enum NounPhrase {
  struct Found: Hashable, Sendable {
    let text: String
    let range: Range<Int>
    let lines: LineRange
  }

  /// What was done and counted: the object of the closing verb (`企業へのヒアリングを実施（実績：…` gives `ヒアリング`), or
  /// the noun itself where no verb follows.
  static func done(before end: Int, in text: LinedText) -> Found? {
    var end = end
    while end > 0, text.scalars[end - 1].isSpace { end -= 1 }
    return found(start(before: objectEnd(before: end, in: text.scalars), in: text.scalars), in: text)
  }

  /// The end of the object where the text closes with を and its verb, e.g. を実施, を新たに11件実施.
  private static func objectEnd(before end: Int, in scalars: [Unicode.Scalar]) -> Int {
    var i = end
    while i > 0, end - i < 14 {
      i -= 1
      if isStop(scalars[i]) { break }
      // 学校等を対象とした企業見学会: た before a noun makes the noun the object
      if i + 1 < end, "たる".unicodeScalars.contains(scalars[i]), !scalars[i + 1].isHiragana { break }
      if scalars[i] == "を", i + 1 < end { return i }
    }
    return end
  }

  private static func start(before end: Int, in scalars: [Unicode.Scalar]) -> Range<Int> {
    var start = end
    while start > 0, !isStop(scalars[start - 1]), !isBoundary(at: start, upTo: end, in: scalars) {
      start -= 1
    }
    while start < end, scalars[start].isSpace || "の・".unicodeScalars.contains(scalars[start]) { start += 1 }
    return start..<end
  }

  private static func found(_ range: Range<Int>, in text: LinedText) -> Found? {
    guard let lines = text.lines(of: range) else { return nil }
    let phrase = text.text(in: range)
    return phrase.unicodeScalars.count < 2 ? nil : Found(text: phrase, range: range, lines: lines)
  }

  /// Whether a word that can't belong to the phrase ends in front of `index`: a particle or a verb's ending.
  ///
  /// の and や join nouns and go on; the particle itself must follow something that can carry it, so that the が of
  /// ながら or the に of ごみに is not looked for inside words written in hiragana only.
  static func isBoundary(at index: Int, upTo end: Int, in scalars: [Unicode.Scalar]) -> Bool {
    guard index > 0, index < end else { return false }
    let next = scalars[index]
    let last = scalars[index - 1]
    if last == "へ", next == "の" { return true }
    guard !next.isHiragana else { return false }
    return "をはがにへとでたるむすくうぐつ".unicodeScalars.contains(last)
  }

  static func isStop(_ scalar: Unicode.Scalar) -> Bool {
    "、。，．「」『』【】〔〕：；●○■◆□◇※→⇒|".unicodeScalars.contains(scalar)
      || "()[]<>:;".unicodeScalars.contains(scalar.widthFolded)
  }
}
