import PlanDocuments

/// The noun phrase that ends in front of a bracket, found by walking back to what can't belong to it.
///
/// No dictionary is asked: punctuation, particles and the endings of verbs that stand before a noun are enough for the
/// names plans put in front of brackets.
enum NounPhrase {
  /// No name is longer, in scalars; keeps a walk over a text without any punctuation short.
  private static let longest = 60

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

  /// The name in front of a bracket that gives its short form: all of the quotation it stands in or behind, else the
  /// words back to the last particle. The bracket is `bracket`, from its opening to behind its closing.
  static func named(before bracket: Range<Int>, in text: LinedText) -> Found? {
    var end = bracket.lowerBound
    while end > 0, text.scalars[end - 1].isSpace { end -= 1 }
    guard end > 0 else { return nil }
    if isCloseQuote(text.scalars[end - 1]) {
      return quoteStart(before: end - 1, in: text.scalars).flatMap { found($0..<(end - 1), in: text) }
    }
    if let start = quoteStart(before: end, in: text.scalars) {
      let goesOn = bracket.upperBound < text.scalars.count && !isCloseQuote(text.scalars[bracket.upperBound])
      let owner = goesOn ? ownerLength(text.scalars[start..<end]) : 0
      return found((start + owner)..<end, in: text)
    }
    let start = nameStart(before: end, in: text.scalars)
    // the last of a list (`市、県、指定公共機関等`) is not what all of it is called
    if endsList(start..<end, in: text.scalars) { return nil }
    return found(start..<end, in: text)
  }

  /// Whether a phrase closes a list: it ends in 等 or など, and what joins it to the ones before stands in front.
  private static func endsList(_ phrase: Range<Int>, in scalars: [Unicode.Scalar]) -> Bool {
    let isOpen = scalars[phrase].last == "等" || scalars[phrase].suffix(2).elementsEqual("など".unicodeScalars)
    guard isOpen, phrase.lowerBound > 0 else { return false }
    return "、，びや".unicodeScalars.contains(scalars[phrase.lowerBound - 1])
  }

  /// Where the quotation that is open at `end` starts; nil where none is, or it holds more than a name.
  private static func quoteStart(before end: Int, in scalars: [Unicode.Scalar]) -> Int? {
    var start = end
    while start > 0, end - start <= 40 {
      let scalar = scalars[start - 1]
      if scalar == "「" || scalar == "『" { return start }
      if isCloseQuote(scalar) || "、。".unicodeScalars.contains(scalar) { return nil }
      start -= 1
    }
    return nil
  }

  private static func isCloseQuote(_ scalar: Unicode.Scalar) -> Bool { scalar == "」" || scalar == "』" }

  /// In a title that goes on behind the bracket (「○○市…変革（DX）推進プラン」) the city in front owns the whole title and is
  /// no part of what is shortened: the length of that prefix, 0 where there is none.
  private static func ownerLength(_ title: ArraySlice<Unicode.Scalar>) -> Int {
    let head = title.prefix(6)
    guard let end = head.firstIndex(where: { "市県府町村".unicodeScalars.contains($0) }),
      end - title.startIndex > 1,
      head[end - 1] != "都", title.endIndex - end > 4
    else { return 0 }
    return end + 1 - title.startIndex
  }

  private static func nameStart(before end: Int, in scalars: [Unicode.Scalar]) -> Int {
    var start = end
    while start > 0, end - start < longest {
      let last = scalars[start - 1]
      if isStop(last) || isCloseQuote(last) { break }
      if last.isSpace {
        // foreign names are written with spaces, ours end there
        guard start > 1, start < end, scalars[start].isLatinLetter, scalars[start - 2].isLatinLetter else {
          break
        }
      } else if isBoundary(at: start, upTo: end, in: scalars)
        || isConjunction(at: start, upTo: end, in: scalars)
      {
        break
      }
      start -= 1
    }
    while start < end, "の・-".unicodeScalars.contains(scalars[start]) { start += 1 }
    return start
  }

  /// の, や, 及び and the like in front of `index` start a name, where `isBoundary` lets them join a phrase.
  private static func isConjunction(at index: Int, upTo end: Int, in scalars: [Unicode.Scalar]) -> Bool {
    guard index > 0, index < end, !scalars[index].isHiragana else { return false }
    let last = scalars[index - 1]
    if "のや".unicodeScalars.contains(last) { return true }
    return last == "び" && index > 1 && "及並".unicodeScalars.contains(scalars[index - 2])
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
    // ふるさと納税 is one word; 企業と大学 is not
    if last == "と" { return index < 2 || !scalars[index - 2].isHiragana }
    return "をはがにへでたるむすくうぐつ".unicodeScalars.contains(last)
  }

  static func isStop(_ scalar: Unicode.Scalar) -> Bool {
    "、。，．「」『』【】〔〕：；●○〇■◆□◇※→⇒|\t".unicodeScalars.contains(scalar)
      || "()[]<>:;".unicodeScalars.contains(scalar.widthFolded) || (0x2460...0x2473).contains(scalar.value)
  }
}
