import JapaneseText
import PlanFacts

/// Words of exclusion and negation, and which test they deny: one mechanism for 以外, 抜き, されていない, except and without.
extension FrameBuilder {
  /// 3ではない follows what it denies; `not 3` stands before it. それ以外 and `except those` deny what was asked before.
  mutating func negate(_ i: Int) {
    if pointsBack(i) {
      frame.excludesLast = true
      note(.ordinal, i)
    } else if isLatin(i) {
      negation = i
    } else if denyTest(before: i) || denyWords(before: i) {
      denyOthers(before: i)
    }
  }

  /// 「AでもBでもない」: what でも joins is denied as well.
  private mutating func denyOthers(before i: Int) {
    guard text.source(tokens[i].range).hasPrefix("でも"), let last = frame.tests.popLast() else { return }
    let joint = tokens.indices.prefix(i).last { text.source(tokens[$0].range) == "でも" }
    // 3でも4でもない was one test, and is denied as a whole
    let isOfBoth = if case .not(.any) = last { true } else { false }
    if let joint, !isOfBoth, !(denyTest(before: joint) || denyWords(before: joint)) { leave(i, .exclusion) }
    frame.tests.append(last)
  }

  /// 「その他」に分類されていない denies the test; 分類されていない alone asks for what has no such field.
  mutating func denyVerb(_ i: Int) {
    if let last = mentions.last, previous(i) == last.token {
      mentions.removeLast()
      // 改定されていない計画: they were adopted, and not as a revision
      if last.mention == .field(.adoptedYear), text.source(tokens[last.token].range).saysRevision {
        deniesRevision = true
        return add(.not(.comparison(.field(.kind), .equal, .text("改定"))), i)
      }
      add(.missing(last.mention), i)
    } else {
      _ = denyTest(before: i)
    }
  }

  /// 「水素」を含まない, 金融が入っていない: in a field, where one is named, else in anything a thing says.
  mutating func lacks(_ i: Int) {
    let known = frame.tests.count
    contains(i)
    if frame.tests.count > known, let last = frame.tests.popLast() {
      frame.tests.append(.not(last))
    } else if !denyWords(before: i) {
      _ = denyTest(before: i)
    }
  }

  /// The test that stands right before, with nothing in between that says something else.
  private mutating func denyTest(before i: Int) -> Bool {
    guard let end = said(before: i), used.contains(end), !limits.contains(end), !reckons(end),
      let last = frame.tests.popLast()
    else { return false }
    // AとBを除く: neither
    if case .entity(let own) = tokens[end].kind, let before = previous(end), joins(before, end),
      case .entity(let other) = tokens[before].kind, last == .entity(own), frame.tests.last == .entity(other)
    {
      frame.tests.removeLast()
      frame.tests.append(.not(.any([.entity(other), last])))
    } else {
      frame.tests.append(.not(last))
    }
    return true
  }

  /// Words that nothing claims (水素以外): things that have them.
  private mutating func denyWords(before i: Int) -> Bool {
    guard let end = said(before: i), isKeyword(end) else { return false }
    var start = end
    while start > 0 {
      if isKeyword(start - 1) {
        start -= 1
      } else if start > 1, isJoint(start - 1), isKeyword(start - 2) {
        start -= 2
      } else {
        break
      }
    }
    // ごみ、水以外: what the comma joins is not told
    if let before = previous(start), isKeyword(before), isListed(start) { return false }
    deny(words: start..<(end + 1))
    return true
  }

  /// `except hydrogen`, `not a target`: what the word before denies, once all is read.
  mutating func settleNegation() {
    guard let i = negation else { return }
    negation = nil
    let said = tokens.indices.dropFirst(i + 1).first {
      !isNoise($0) && !namesKind($0) && !isConcept(tokens[$0], .contains)
    }
    guard let start = said else {
      return leave(i, .exclusion)
    }
    if let index = mentions.firstIndex(where: { $0.token == start }) {
      frame.tests.append(.missing(mentions.remove(at: index).mention))
      used.insert(start)
    } else if isKeyword(start) {
      let rest = tokens.indices.dropFirst(start)
      let end = rest.first { !isKeyword($0) && tokens[$0].kind != .separator } ?? tokens.count
      // did not go over: a verb that nothing knows, and what it says of the bound behind it
      if end < tokens.count, isComparison(end) { return leave(i, .negation) }
      deny(words: start..<((start..<end).last(where: isKeyword) ?? start) + 1)
    } else {
      leave(i, .exclusion)
    }
  }

  private mutating func deny(words range: Range<Int>) {
    let words: String
    if range.count == 1, case .quoted(let quoted) = tokens[range.lowerBound].kind {
      words = quoted
    } else {
      words = text.source(
        tokens[range.lowerBound].range.lowerBound..<tokens[range.upperBound - 1].range.upperBound)
    }
    for token in range where isKeyword(token) {
      used.insert(token)
      denied.insert(token)
    }
    frame.tests.append(.not(.matching(words)))
  }

  /// `not 3 or 4`, `except A and B`: what is joined to what a word before denies is denied with it.
  mutating func extendDenial(by test: Frame.Test) -> Bool {
    guard case .not(let inner)? = frame.tests.last else { return false }
    let parts = if case .any(let parts) = inner { parts } else { [inner] }
    guard parts[0].mentions == test.mentions, parts[0].entities.isEmpty == test.entities.isEmpty else {
      return false
    }
    frame.tests.removeLast()
    frame.tests.append(.not(.any(parts + [test])))
    joinNext = false
    return true
  }

  /// A condition with nothing but words to look for and what they leave out selects everything else there is.
  mutating func refuseBareDenials() {
    let isDenial = { (test: Frame.Test) in if case .not(.matching) = test { true } else { false } }
    guard !frame.tests.isEmpty, frame.tests.allSatisfy(isDenial) else { return }
    let tests = frame.tests
    frame.tests = []
    if frame.isBareText, let i = tokens.indices.first(where: { isConcept(tokens[$0], .not) }) {
      leave(i, .exclusion)
    } else {
      frame.tests = tests
    }
  }

  // MARK: which of its meanings a word has

  /// `all projects but level 3`, `any year but 2012`: behind all of something, `but` leaves out.
  func leavesOut(_ i: Int) -> Bool {
    guard let before = tokens.indices.prefix(i).last(where: { tokens[$0].kind != .separator }),
      namesKind(before) || isConcept(tokens[before], .all) || next(i).map(isValue) ?? false
    else { return false }
    let isAll = tokens[...before].contains {
      ["all", "every", "everything", "any", "anything", "all the", "every one"].contains(
        text.source($0.range).lowercased())
    }
    return isAll && !(next(i).map { isConcept(tokens[$0], .not) } ?? false)
  }

  private func isValue(_ i: Int) -> Bool {
    switch tokens[i].kind {
    case .year, .number, .entity, .label: true
    default: false
    }
  }

  /// A field stands beside it, and no value: without a target, 予算なし; not 達成度3なしで.
  func lacksField(_ i: Int) -> Bool {
    guard isLatin(i) else { return mentions.last.map { previous(i) == $0.token } ?? false }
    guard let after = next(i), mention(at: after) != nil else { return false }
    return number(next(after)) == nil
  }

  /// `minus 「…」`, 「…」を引くと: a thing is taken from the others, and no field from another.
  func takesAwayName(_ i: Int) -> Bool {
    guard takesAway(i) else { return false }
    guard !isLatin(i) else { return next(i).map(isName) ?? false }
    let names = frame.tests.flatMap(\.entities)
    return names.count == 1 && mentions.isEmpty && previous(i).map(isName) ?? false
  }

  private func isName(_ i: Int) -> Bool {
    switch tokens[i].kind {
    case .entity, .label: true
    default: false
    }
  }

  private func pointsBack(_ i: Int) -> Bool {
    let near =
      isLatin(i)
      ? tokens.indices.dropFirst(i + 1).first { tokens[$0].kind != .separator }
      : tokens.indices.prefix(i).last { tokens[$0].kind != .separator }
    guard let near, isConcept(tokens[near], .previous), frame.tests.isEmpty else { return false }
    return !isLatin(i) || ["those", "these", "them"].contains(text.source(tokens[near].range).lowercased())
  }

  // MARK: neighbours

  func isLatin(_ i: Int) -> Bool { tokens[i].range.first.map { text.scripts[$0] == .latin } ?? false }

  /// The last word before that says something: neither noise nor the kind of thing.
  private func said(before i: Int) -> Int? {
    tokens.indices.prefix(i).last { !isNoise($0) && !namesKind($0) }
  }

  private func namesKind(_ i: Int) -> Bool {
    guard case .concept(let concepts) = tokens[i].kind else { return false }
    return concepts.contains { concept in
      switch concept {
      case .kind, .initiatives, .generic: true
      default: false
      }
    }
  }

  /// Orders, counts or reckons: nothing that a thing can be or not be.
  private func reckons(_ i: Int) -> Bool {
    guard case .concept(let concepts) = tokens[i].kind else { return false }
    return concepts.contains { concept in
      switch concept {
      case .order, .extreme, .adjective, .superlative, .top, .bottom, .arrange, .count, .aggregate, .group,
        .tally, .course, .difference, .ratio, .share:
        true
      default: false
      }
    }
  }

  /// Nothing but a word that lists stands between: 「AとB」, not 「Aで、B」.
  private func joins(_ a: Int, _ b: Int) -> Bool {
    let joint = text.source(tokens[a].range.upperBound..<tokens[b].range.lowerBound).trimmingSpaces
    return ["と", "や", "、", "，", ",", "・", "and", "及び", "および"].contains(joint)
  }

  func isJoint(_ i: Int) -> Bool {
    let source = text.source(tokens[i].range)
    return source == "の" || source == "・" || source == "／" || source == "-" || source == "－"
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    String(String.UnicodeScalarView(Array(unicodeScalars).trimmed))
  }
}
