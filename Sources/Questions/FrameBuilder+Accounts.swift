import JapaneseText
import PlanFacts

/// What became of each word: a word that changed nothing is never counted as understood.
extension FrameBuilder {
  /// All that reading a word can change.
  struct Effects: Equatable {
    var frame: Frame
    let mentions: [Int]
    let used: Int
    let negation: Int?
    let joinNext: Bool
    let isSuperlative: Bool
    let isArranged: Bool
  }

  var effects: Effects {
    var effects = Effects(
      frame: frame, mentions: mentions.map(\.token), used: used.count, negation: negation, joinNext: joinNext,
      isSuperlative: isSuperlative, isArranged: isArranged)
    effects.frame.words = [:]
    return effects
  }

  /// A word that no reading of facts may leave out.
  mutating func leave(_ i: Int, _ reason: Unplaced.Reason) { leave(i..<(i + 1), reason) }

  mutating func leave(_ range: Range<Int>, _ reason: Unplaced.Reason) {
    let word = unplaced(range, reason)
    if !frame.unplaced.contains(word) { frame.unplaced.append(word) }
  }

  func unplaced(_ range: Range<Int>, _ reason: Unplaced.Reason) -> Unplaced {
    let folded = tokens[range.lowerBound].range.lowerBound..<tokens[range.upperBound - 1].range.upperBound
    return Unplaced(reason: reason, text: text.source(folded), range: text.folded.sourceRange(folded))
  }

  /// Remembers which word says a part of the question.
  mutating func note(_ part: Frame.Part, _ i: Int) {
    guard tokens.indices.contains(i), frame.words[part] == nil else { return }
    frame.words[part] = WordUse(
      range: text.folded.sourceRange(tokens[i].range), text: text.source(tokens[i].range), use: .concept)
  }

  /// Once all is read: words without effect, numbers that bound nothing, operands that nothing reckons with.
  mutating func settleAccounts() {
    for (i, use) in idle.sorted(by: { $0.key < $1.key }) {
      if case .unplaced(let reason) = use, !asksPolitely(i), !saysByWhen(i), !hasBounds(i) {
        leave(i, reason)
      }
    }
    if frame.sortKey?.mention != nil { frame.unsaidOrder = nil }
    showDistance()
    for i in tokens.indices where standsAlone(i) { leave(i, .number) }
    for i in tokens.indices where isConcept(tokens[i], .asking) && asksHowManyTimes(i) {
      leave(i, .reckoning)
    }
    for i in tokens.indices where isDeniedVerb(i) { leave(i, .negation) }
    if let other = frame.otherAggregated, !frame.comparesSums { leave(.shown(other)) }
    guard frame.aggregate != nil, let aggregated = frame.aggregated, frame.group == nil else { return }
    for mention in frame.shown where mention.isNumeric && mention != aggregated { leave(.shown(mention)) }
  }

  /// Settled above budget by how much: not whether it was, but by how much.
  private mutating func showDistance() {
    guard frame.namesThing, frame.shown.isEmpty, frame.aggregate == nil, !frame.counts,
      tokens.contains(where: { isConcept($0, .asking) && asksHowMuch($0) }),
      case .comparison(let subject, let way, .mention(let object))? = frame.tests.last,
      let a = subject.amount, let b = object.amount
    else { return }
    frame.shown = [object, subject, way == .less || way == .atMost ? .difference(b, a) : .difference(a, b)]
  }

  /// 何倍: no field is a factor, and here nothing reckons one.
  private func asksHowManyTimes(_ i: Int) -> Bool { text.source(tokens[i].range) == "何倍" }

  func asksHowMuch(_ token: QuestionToken) -> Bool {
    ["いくら", "どれだけ", "どのくらい", "どれくらい", "何円", "how much"].contains(text.source(token.range).lowercased())
  }

  private mutating func leave(_ part: Frame.Part) {
    guard let word = frame.words[part] else { return }
    frame.unplaced.append(Unplaced(reason: .reckoning, text: word.text, range: word.range))
  }

  /// …はないか: the question asks whether there are any.
  private func asksPolitely(_ i: Int) -> Bool {
    let rest = tokens[(i + 1)...].filter { $0.kind != .separator }
    return isConcept(tokens[i], .missing)
      && (rest.first.map { text.source($0.range).hasPrefix("か") } ?? false)
      && rest.allSatisfy { isConcept($0, .dropped) || isConcept($0, .asking) }
  }

  /// Between 20% and 45%: the figures that it lies between are said.
  private func hasBounds(_ i: Int) -> Bool {
    isConcept(tokens[i], .between)
      && tokens.contains { token in
        switch token.kind {
        case .number, .range, .year: true
        default: false
        }
      }
  }

  /// 2030年度までに: by when, where no date is compared with the year.
  private func saysByWhen(_ i: Int) -> Bool {
    guard text.source(tokens[i].range) == "までに", let before = previous(i) else { return false }
    if case .year = tokens[before].kind { return true }
    return false
  }

  /// A number or range that is neither a value nor a part of a keyword (100周年).
  private func standsAlone(_ i: Int) -> Bool {
    switch tokens[i].kind {
    case .number, .range: break
    default: return false
    }
    guard !used.contains(i) else { return false }
    return !isWord(i - 1) && !isWord(i + 1) && !(isBetweenWords(i - 1) && isWord(i - 2))
      && !(i + 2 < tokens.count && isJoint(i + 1) && isWord(i + 2))
  }

  /// What joins a number to the word before it: phase 2, G-7.
  private func isBetweenWords(_ i: Int) -> Bool {
    guard tokens.indices.contains(i), i > 0 else { return false }
    return isJoint(i) || isLatin(i - 1) && text.source(tokens[i].range) == " "
  }

  private func isWord(_ i: Int) -> Bool {
    guard tokens.indices.contains(i), isKeyword(i) else { return false }
    switch tokens[i].kind {
    case .number, .range: return false
    default: return true
    }
  }

  /// 減らない, 増えなかった: what a verb denies is not told.
  private func isDeniedVerb(_ i: Int) -> Bool {
    guard case .text = tokens[i].kind, !used.contains(i) else { return false }
    let range = tokens[i].range
    guard range.last.map({ text.scripts[$0] == .hiragana }) ?? false else { return false }
    return vocabulary.negativeEndings.contains { ending in
      ending.count < range.count && text.folded.scalars[range].suffix(ending.count).elementsEqual(ending)
    }
  }

  func uses() -> [WordUse] {
    tokens.enumerated().compactMap { i, token in
      let range = text.folded.sourceRange(token.range)
      let source = text.source(token.range)
      return use(of: token, i).map { WordUse(range: range, text: source, use: $0) }
    }
  }

  private func use(of token: QuestionToken, _ i: Int) -> WordUse.Use? {
    switch token.kind {
    case .separator: return nil
    case .text where !used.contains(i) && isVerb(i): return .verb
    case .text, .quoted, .number, .range, .unreadable, .code, .target, .year, .label, .place, .period, .month,
      .entity:
      return used.contains(i) && !denied.contains(i) ? .concept : .keyword
    case .concept(let concepts):
      if isKeyword(i) { return .keyword }
      if idle[i] == .unknown { return .unknown }
      let isDropped = concepts.contains {
        [.dropped, .tail, .asking, .and, .than, .from, .to, .among, .present].contains($0)
          || $0.isRelativeYear
      }
      return isDropped ? .dropped : .concept
    }
  }
}

/// What a word is that changed nothing.
enum IdleUse: Hashable {
  /// It says which things are meant, or what is reckoned.
  case unplaced(Unplaced.Reason)
  /// It says less, and is named as not understood.
  case unknown
}

extension Concept {
  /// nil for words that may well change nothing: particles, kinds said twice, words of asking.
  var useWhenIdle: IdleUse? {
    switch self {
    case .not: .unplaced(.exclusion)
    case .negated, .lacks, .missing, .met: .unplaced(.negation)
    case .compare, .prefix, .between: .unplaced(.comparison)
    case .difference, .ratio: .unplaced(.reckoning)
    case .order, .extreme, .adjective, .superlative, .top, .bottom, .group: .unknown
    default: nil
    }
  }
}
