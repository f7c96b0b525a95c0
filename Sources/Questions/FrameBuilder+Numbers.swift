import JapaneseText
import PlanFacts

/// What a number says: a value, a bound of a range, one of a set, a limit, how many there are.
extension FrameBuilder {
  mutating func read(_ value: ExactNumber, _ unit: String?, _ i: Int) {
    if readLabels(to: value, unit, i) { return }
    if let after = next(i), case .concept(let concepts) = tokens[after].kind {
      if concepts.contains(where: { if case .compare = $0 { true } else { false } }) { return }
      if concepts.contains(.prefix)
        || concepts.contains(where: { if case .adjective = $0 { true } else { false } })
      {
        return
      }
      if concepts.contains(.to) { return }
    }
    if unit == "年度", let short = value.wholeNumber, (1..<100).contains(short) {
      note(.ordinal, i)
      frame.shortYear = short
      used.insert(i)
      return
    }
    if let between = range(from: i, value, unit) {
      used.insert(between)
      return
    }
    // the second bound of what could not be a range
    if used.contains(i) { return }
    // 政策は7つあるが: said, and neither a limit nor a figure that anything is bound by
    let behind = text.folded.scalars[tokens[i].range.upperBound...]
    if FrameBuilder.counters.contains(unit ?? ""), LeafReader.claimEnds.contains(where: behind.starts) {
      return
    }
    // the four programmes: said, and said to be passed over
    if unit == nil, mentions.isEmpty, !takesLimit(unit, i),
      ["the ", "all "].contains(where: {
        text.folded.scalars[..<tokens[i].range.lowerBound].suffix(4).elementsEqual($0.unicodeScalars)
      })
    {
      used.insert(i)
      idle[i] = .unknown
      return
    }
    // 7つの政策: how many there are is said, not asked
    if unit == "つ", let after = next(i), mentions.isEmpty, !takesLimit(unit, i) {
      switch tokens[after].kind {
      case .concept, .entity:
        used.insert(i)
        return
      default: break
      }
    }
    // 109の取組のうち: all of them, however many they are said to be
    if frame.sortKey == nil, isParticle("の", behind: i), mentions.last?.token != previous(i) ?? -1,
      let after = next(i),
      case .concept(let concepts) = tokens[after].kind,
      concepts.contains(where: \.namesThings),
      ["のうち", "の中で", "の中から", "で", "から"].contains(where: { stands($0, behind: after) })
    {
      used.insert(i)
      return
    }
    // 2でも3でもない: one of a set, though something is ordered later
    let isOneOfSet = unit == nil && lastMention != nil && previous(i).map { isSetMember($0, i) } ?? false
    if !isOneOfSet, takesLimit(unit, i), let count = value.wholeNumber, count > 0,
      frame.limit.map({ $0 == count || limits.isEmpty }) ?? true
    {
      limit(to: count, i)
      return
    }
    // 政策1と2: another label of the same word
    if unit == nil, let before = previous(i), isListed(i), used.contains(before),
      case .label(let label, let kind) = tokens[before].kind, let last = label.last, last.isNumber
    {
      joinNext = true
      add(.place(label.prefix { !$0.isNumber } + value.description), i)
      if let kind { frame.labelKinds.append(kind) }
      return
    }
    // 全15事業の決算: how many there are is said, and of what
    if mentions.isEmpty, let kind = countedKind(i) {
      used.insert(i)
      frame.kinds.append(kind)
      return
    }
    if let last = mentions.last,
      last.mention.isNumeric || last.mention == .field(.code) || last.mention == .field(.number),
      asserted(i) == last.token
    {
      mentions.removeLast()
      let isOpen = unit == "台" || unit == "円" && isParticle("台", behind: i)
      if isOpen, last.mention.isMoney, let end = value.endOfDecade {
        if unit == "円" { used.insert(i + 1) }
        compare(last.mention, .atLeast, .number(value, unit: nil), i)
        compare(last.mention, .less, .number(end, unit: nil), i)
        return
      }
      // 3*: a level the document revised
      if last.mention == .field(.level), isFollowedByStar(i) { return addRevisedLevel(value, i) }
      compare(last.mention, .equal, .number(value, unit: unit), i)
      return
    }
    if unit == nil, isFollowedByStar(i), value.wholeNumber != nil {
      addRevisedLevel(value, i)
      return
    }
    if let lastMention, previous(i).map({ isSetMember($0, i) }) ?? false {
      joinNext = !isAtOnce(i)
      compare(lastMention, .equal, .number(value, unit: unit), i)
    } else if unit == nil, isJudged(i), value.wholeNumber != nil {
      compare(.field(.level), .equal, .number(value, unit: nil), i)
    }
  }

  /// 政策1から7まで: each label from the one to the other; false where the number says something else.
  mutating func readLabels(to value: ExactNumber, _ unit: String?, _ i: Int) -> Bool {
    guard unit == nil, let before = previous(i), used.contains(before),
      case .label(let label, let kind) = tokens[before].kind, let first = Int(label.drop { !$0.isNumber }),
      let last = value.wholeNumber, first < last, last - first < 50, joinsRange(before, i)
    else { return false }
    for number in first + 1...last {
      joinNext = true
      add(.place(label.prefix { !$0.isNumber } + String(number)), i)
      if let kind { frame.labelKinds.append(kind) }
    }
    return true
  }

  /// The kind of thing that a number's unit names (15事業).
  private func countedKind(_ i: Int) -> SelectionKind? {
    for start in tokens[i].range.dropFirst() {
      for word in vocabulary.words(in: text, at: start)
      where start + word.length == tokens[i].range.upperBound {
        for case .kind(let kind) in word.concepts { return kind }
      }
    }
    return nil
  }

  /// 評価が4, 4と評価された: the number is the verdict.
  private func isJudged(_ i: Int) -> Bool {
    if let before = previous(i), isConcept(tokens[before], .kind(.evaluations)) { return true }
    guard isParticle("と", behind: i), let after = next(i) else { return false }
    return isConcept(tokens[after], .kind(.evaluations))
  }

  /// What a value is said of: right before it, or before the not in between (`whose level is not 3`).
  func asserted(_ i: Int) -> Int? { previous(i).flatMap { isConcept(tokens[$0], .not) ? previous($0) : $0 } }

  func stands(_ word: String, behind i: Int) -> Bool {
    let end = tokens[i].range.upperBound
    return text.folded.scalars[end...].starts(with: word.unicodeScalars)
  }

  /// A level that the document marks as revised.
  mutating func addRevised(_ i: Int) { add(.comparison(.field(.levelRevised), .equal, .text("true")), i) }

  private mutating func addRevisedLevel(_ level: ExactNumber, _ i: Int) {
    lastMention = .field(.level)
    add(
      .all([
        .comparison(.field(.level), .equal, .number(level, unit: nil)),
        .comparison(.field(.levelRevised), .equal, .text("true")),
      ]), i)
  }

  func isFollowedByStar(_ i: Int) -> Bool {
    let end = tokens[i].range.upperBound
    return end < text.folded.count && text.folded.scalars[end] == "*"
  }

  /// 2と4, 2または4: a number right after another comparison.
  func isSetMember(_ before: Int, _ i: Int) -> Bool {
    if joinNext { return true }
    guard case .number = tokens[before].kind, used.contains(before) else { return false }
    return true
  }

  /// 3かつ4, 3であり同時に4: both must hold, and one figure is not two.
  private func isAtOnce(_ i: Int) -> Bool {
    guard let before = previous(i) else { return false }
    return text.source(tokens[before].range.upperBound..<tokens[i].range.lowerBound).holdsAtOnce
  }

  /// 5万から10万まで, between 50,000 and 100,000, 1万円-3万円: gives the token of the second number.
  mutating func range(from i: Int, _ value: ExactNumber, _ unit: String?) -> Int? {
    guard let after = next(i), let (upper, upperUnit) = number(after), joinsRange(i, after) else {
      return nil
    }
    guard let mention = takeMention(near: after, where: \.isNumeric) ?? lastMention else { return nil }
    bound(mention, value, upper, unit ?? upperUnit, i..<(after + 1))
    return after
  }

  private func joinsRange(_ i: Int, _ after: Int) -> Bool {
    if hasConcept(.from, between: i, and: after) || hasConcept(.to, between: i, and: after) { return true }
    if tokens[..<i].contains(where: { isConcept($0, .between) }) { return true }
    let joint = text.source(tokens[i].range.upperBound..<tokens[after].range.lowerBound).unicodeScalars
    return joint.contains { $0.isDash || "～〜~ー".unicodeScalars.contains($0) }
  }

  /// 2〜3万円, 二、三万円
  mutating func read(_ first: ExactNumber, _ second: ExactNumber, _ unit: String?, _ i: Int) {
    guard let mention = takeMention(near: i, where: \.isNumeric) ?? lastMention else { return }
    bound(mention, first, second, unit, i..<(i + 1))
  }

  /// Bounds a field from both sides; bounds the wrong way round are not guessed at.
  private mutating func bound(
    _ mention: Frame.Mention, _ low: ExactNumber, _ high: ExactNumber, _ unit: String?, _ tokens: Range<Int>
  ) {
    used.insert(tokens.lowerBound)
    guard !(high < low) else { return leave(tokens, .reversedBounds) }
    compare(mention, .atLeast, .number(low, unit: unit), tokens.lowerBound)
    compare(mention, .atMost, .number(high, unit: unit), tokens.lowerBound)
  }

  func isConcept(_ token: QuestionToken, _ concept: Concept) -> Bool {
    if case .concept(let concepts) = token.kind { concepts.contains(concept) } else { false }
  }

  /// 3つ, 3件, top 3, 3 largest: a count of things where something is ordered.
  func takesLimit(_ unit: String?, _ i: Int) -> Bool {
    let ordered = tokens.contains { token in
      guard case .concept(let concepts) = token.kind else { return false }
      return concepts.contains { concept in
        switch concept {
        case .order, .extreme, .top, .bottom: true
        default: false
        }
      }
    }
    // 指標を3つ, 多い区を3つ: nothing is measured in つ
    if unit == "つ",
      frame.openOrder != nil || !frame.kinds.isEmpty || frame.asksForInitiatives || frame.rank != nil
    {
      return true
    }
    guard ordered else { return false }
    guard let unit else {
      // top 2 … of level 3: a second number says something else
      if frame.limit != nil, mentions.last.map({ previous(i) == $0.token }) ?? false { return false }
      return mentions.last.map { previous(i) != $0.token } ?? true || frame.sortKey != nil
    }
    return FrameBuilder.counters.contains(unit)
  }

  /// Units in which the things of a list are counted.
  static let counters: Set<String> = [
    "つ", "件", "個", "事業", "施策", "団体", "社", "指標", "項目", "取組", "本", "items",
  ]

  /// How many are wanted: a number alone, or one that counts things. 5 years are none.
  func count(_ i: Int) -> Int? {
    guard let (value, unit) = number(i), unit.map(FrameBuilder.counters.contains) ?? true,
      let count = value.wholeNumber, count > 0
    else { return nil }
    return count
  }

  mutating func limit(to count: Int, _ i: Int) {
    frame.limit = count
    used.insert(i)
    limits.insert(i)
  }

  mutating func read(code: String, _ i: Int) {
    if let last = mentions.last, last.mention == .field(.code) { mentions.removeLast() }
    if let after = next(i), case .concept(let concepts) = tokens[after].kind, concepts.contains(.prefix) {
      return
    }
    add(.code(code), i)
  }
}

extension ExactNumber {
  /// Where 台 ends: 2万台 goes up to 3万, 25万台 to 26万.
  fileprivate var endOfDecade: ExactNumber? {
    guard let number = wholeNumber, number > 0 else { return nil }
    var step = 1
    while number % (step * 10) == 0 { step *= 10 }
    return ExactNumber(number + step)
  }
}

extension String {
  /// Joins what must hold at once, where と and および list.
  var holdsAtOnce: Bool { ["かつ", "同時に"].contains(where: contains) }
}

extension Concept {
  /// 事業, 施策, 基本目標: says what things are called.
  var namesThings: Bool {
    switch self {
    case .kind, .label, .initiatives, .chapters: true
    default: false
    }
  }
}
