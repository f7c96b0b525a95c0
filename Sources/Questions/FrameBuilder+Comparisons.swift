import JapaneseText
import PlanFacts

/// Numbers and the comparisons that bind them to fields.
extension FrameBuilder {
  mutating func compare(_ comparison: Comparison, _ i: Int) {
    if namesDistance(comparison, i) || comparesCounted(comparison, i) { return }
    if let before = previous(i), let (value, unit) = number(before) {
      used.insert(before)
      if let part = fraction(value, unit),
        let (a, b) = lastTwoFields() ?? fieldAndLastOne() ?? targetAndResult(i)
      {
        compare(.ratio(a, b), comparison, .number(part, unit: nil), i)
        return
      }
      if compareDistance(comparison, value, unit, i) { return }
      let goesOn = mentions.isEmpty && previous(before).map { isComparison($0) } ?? false
      let mention = goesOn ? lastMention : takeMention(near: i, where: \.isNumeric) ?? lastMention
      compare(mention, comparison, .number(value, unit: unit), i)
      return
    }
    if let after = next(i) {
      // under policy 3, under "name": a place, not a bound
      switch tokens[after].kind {
      case .label:
        frame.asksBelow = frame.asksBelow || comparison == .less
        return
      case .entity where comparison == .less:
        frame.asksBelow = true
        return
      default: break
      }
      if let (value, unit) = number(after) {
        used.insert(after)
        if compareOvershoot(comparison, value, unit, i) {
          return
        } else if let mention = takeMention(near: after, where: \.isNumeric) {
          compare(mention, comparison, .number(value, unit: unit), i)
        } else if let lastMention, mentions.isEmpty, frame.scopeNumber == nil,
          frame.kinds.isEmpty && !frame.tests.isEmpty || joinNext || followsNumber(i)
        {
          compare(lastMention, comparison, .number(value, unit: unit), i)
        } else if comparison == .less || comparison == .atMost, let number = value.wholeNumber, unit == nil {
          frame.scopeNumber = number
        } else {
          compare(lastMention, comparison, .number(value, unit: unit), i)
        }
        return
      }
      let isLatin = tokens[i].range.first.map { text.scripts[$0] == .latin } ?? false
      if isLatin, let other = mention(at: after), !used.contains(after), other.isNumeric,
        let subject = subject(of: other)
      {
        // settlement exceeded the budget
        used.insert(after)
        compare(subject, comparison, .mention(other), i)
        return
      }
    }
    compareMentions(comparison, i)
  }

  /// What is compared with a field: the field before; results are compared with targets (results exceeded their targets).
  private mutating func subject(of other: Frame.Mention) -> Frame.Mention? {
    // projects over budget: what was spent is
    if other == .field(.budget), mentions.isEmpty { return .field(.settlement) }
    guard other == .role(.target) else { return mentions.popLast()?.mention }
    let last = mentions.popLast()?.mention
    return last == nil || last == .field(.results) ? .role(.actual) : last
  }

  /// "at least 50,000 and at most 100,000": the second bound is of the same field.
  func followsNumber(_ i: Int) -> Bool {
    guard let before = previous(i), used.contains(before), case .number = tokens[before].kind else {
      return false
    }
    return true
  }

  func isComparison(_ i: Int) -> Bool {
    guard case .concept(let concepts) = tokens[i].kind else { return false }
    return concepts.contains { if case .compare = $0 { true } else { false } }
  }

  /// 2倍, 半分, 80%, 8割 as a factor.
  func fraction(_ value: ExactNumber, _ unit: String?) -> ExactNumber? {
    switch unit {
    case "倍": value
    case "割": value.divided(by: ExactNumber(10), places: 4)
    case "%", "％", "パーセント", "percent": value.divided(by: ExactNumber(100), places: 4)
    default: nil
    }
  }

  /// Takes two fields of amounts: 決算が予算の半分, 実績が目標の2倍.
  mutating func lastTwoFields() -> (FieldName, FieldName)? {
    guard mentions.count >= 2, let b = mentions[mentions.count - 1].mention.amount,
      let a = mentions[mentions.count - 2].mention.amount
    else { return nil }
    mentions.removeLast(2)
    return (a, b)
  }

  /// 上回った額の大きい順: how far apart the two are that were compared before.
  private mutating func namesDistance(_ comparison: Comparison, _ i: Int) -> Bool {
    guard ["額", "金額", "幅"].contains(where: { isParticle($0, behind: i) }),
      case .comparison(let subject, let way, .mention(let object))? = frame.tests.last,
      way == comparison, let a = subject.amount, let b = object.amount
    else { return false }
    mention(way == .greater || way == .atLeast ? .difference(a, b) : .difference(b, a), i)
    return true
  }

  /// 100ページより後ろ: the field stands right behind its number.
  private mutating func comparesCounted(_ comparison: Comparison, _ i: Int) -> Bool {
    guard let last = mentions.last, last.mention.isNumeric, previous(i) == last.token, last.token > 0,
      tokens[last.token - 1].range.upperBound == tokens[last.token].range.lowerBound,
      let (value, unit) = number(last.token - 1)
    else { return false }
    used.insert(last.token - 1)
    mentions.removeLast()
    compare(last.mention, comparison, .number(value, unit: unit), i)
    return true
  }

  /// 予算が10万以上で、決算がその半分に届かない: the amount before is a part of the one compared before it.
  private mutating func fieldAndLastOne() -> (FieldName, FieldName)? {
    guard mentions.count == 1, let a = mentions[0].mention.amount, let b = lastMention?.amount, a != b else {
      return nil
    }
    mentions.removeLast()
    return (a, b)
  }

  /// 目標の2倍以上の実績: the result stands behind.
  private mutating func targetAndResult(_ i: Int) -> (FieldName, FieldName)? {
    guard mentions.last?.mention == .role(.target), let after = next(i), mention(at: after) == .role(.actual),
      !used.contains(after)
    else { return nil }
    used.insert(after)
    mentions.removeLast()
    return (.actual, .target)
  }

  /// 決算が予算を5万以上下回った, 予算より1万以上多い: a bound of how far the first is from the second, and which way.
  private mutating func compareDistance(
    _ comparison: Comparison, _ value: ExactNumber, _ unit: String?, _ i: Int
  ) -> Bool {
    guard mentions.count >= 2, let after = next(i), case .concept(let concepts) = tokens[after].kind,
      !used.contains(after),
      let isMore = concepts.compactMap({ concept -> Bool? in
        switch concept {
        case .compare(.greater), .adjective(.descending): true
        case .compare(.less), .adjective(.ascending): false
        default: nil
        }
      }).first, let (a, b) = lastTwoFields()
    else { return false }
    used.insert(after)
    compare(isMore ? .difference(a, b) : .difference(b, a), comparison, .number(value, unit: unit), i)
    return true
  }

  /// exceeded the budget by more than 10,000: the bound is of how far the two compared before are apart.
  private mutating func compareOvershoot(
    _ comparison: Comparison, _ value: ExactNumber, _ unit: String?, _ i: Int
  ) -> Bool {
    guard let before = previous(i), text.source(tokens[before].range).lowercased() == "by",
      case .comparison(let subject, let way, .mention(let object))? = frame.tests.last,
      way == .greater || way == .less, let a = subject.amount, let b = object.amount
    else { return false }
    frame.tests.removeLast()
    compare(
      way == .greater ? .difference(a, b) : .difference(b, a), comparison, .number(value, unit: unit), i)
    return true
  }

  /// 決算が予算を超えた: the field before the last is compared with the last.
  mutating func compareMentions(_ comparison: Comparison, _ i: Int) {
    if mentions.count >= 2 {
      var object = mentions.removeLast()
      var subject = mentions.removeLast()
      // 予算を決算が超えた, 予算に決算が届かない: the particle says which is which
      if isParticle("を", behind: subject.token) || isParticle("に", behind: subject.token),
        isParticle("が", behind: object.token)
      {
        swap(&object, &subject)
      }
      compare(subject.mention, comparison, .mention(object.mention), i)
    } else if let last = mentions.last?.mention, last == .role(.target),
      comparison == .greater || comparison == .less
    {
      mentions.removeLast()
      if let after = next(i), mention(at: after) == .role(.actual) { used.insert(after) }
      compare(.role(.actual), comparison, .mention(.role(.target)), i)
    } else if let last = mentions.last, last.mention == .field(.budget), previous(i) == last.token {
      // 予算を超えた, 予算を超えて使った: what was spent did
      mentions.removeLast()
      if let after = next(i), mention(at: after) == .field(.settlement) { used.insert(after) }
      compare(.field(.settlement), comparison, .mention(.field(.budget)), i)
    }
  }

  func isParticle(_ particle: String, behind i: Int) -> Bool {
    i + 1 < tokens.count && text.source(tokens[i + 1].range) == particle
  }

  mutating func compare(
    _ mention: Frame.Mention?, _ comparison: Comparison, _ operand: Frame.Operand, _ i: Int
  ) {
    guard let mention else { return }
    lastMention = mention
    // 予算に対して決算がいくら超過した: by how much is asked, not whether
    if case .mention(let other) = operand, comparison == .greater || comparison == .less,
      asksAmount(before: i),
      let a = mention.amount, let b = other.amount
    {
      self.mention(comparison == .greater ? .difference(a, b) : .difference(b, a), i)
      return
    }
    // 執行率が80%未満: a ratio is a number of times
    var operand = operand
    if case .ratio = mention, case .number(let value, let unit?) = operand {
      operand = .number(fraction(value, unit) ?? value, unit: nil)
    }
    // いちばん予算を超えた: by how much
    if isSuperlative, frame.sortKey == nil, comparison == .greater || comparison == .less,
      case .mention(let other) = operand, let a = mention.amount, let b = other.amount
    {
      frame.sortKey = SortWish(
        mention: comparison == .greater ? .difference(a, b) : .difference(b, a), direction: .descending)
      if frame.limit == nil { frame.limit = 1 }
    }
    add(.comparison(mention, comparison, operand), i)
  }

  private func asksAmount(before i: Int) -> Bool {
    tokens[..<i].suffix(2).contains { token in
      isConcept(token, .asking)
        && ["いくら", "どれだけ", "どのくらい", "どれくらい", "何円"].contains(text.source(token.range))
    }
  }

  /// 予算より決算が大きい: compares where より stands between two fields; elsewhere it orders.
  mutating func adjective(_ direction: SortKey.Direction, _ i: Int) {
    if mentions.count >= 2, hasConcept(.than, between: mentions[mentions.count - 2].token, and: i) {
      let first = mentions[mentions.count - 2]
      let second = mentions[mentions.count - 1]
      mentions.removeLast(2)
      // 「AよりBが大きい」 and 「BがAより大きい」: より marks what is compared with
      let marked = hasConcept(.than, between: first.token, and: second.token) ? first : second
      let subject = marked.token == first.token ? second : first
      compare(subject.mention, direction == .descending ? .greater : .less, .mention(marked.mention), i)
    } else if let before = previous(i), let (value, unit) = number(before),
      let mention = takeMention(near: i, where: \.isNumeric)
    {
      used.insert(before)
      compare(mention, direction == .descending ? .greater : .less, .number(value, unit: unit), i)
    } else if frame.sortKey == nil {
      extreme(direction, i, isWeak: !isSuperlative && !asksWhichOne(i))
    }
  }

  /// 取組数が多いのは？ ends the question: one of them is asked for.
  func asksWhichOne(_ i: Int) -> Bool {
    let rest = tokens[(i + 1)...].filter { $0.kind != .separator }
    return rest.first.map { ["の", "のは"].contains(text.source($0.range)) } ?? false
      && rest.allSatisfy { isConcept($0, .dropped) || isConcept($0, .asking) }
  }

  mutating func read(_ value: ExactNumber, _ unit: String?, _ i: Int) {
    if let after = next(i), case .concept(let concepts) = tokens[after].kind {
      if concepts.contains(where: { if case .compare = $0 { true } else { false } }) { return }
      if concepts.contains(.prefix)
        || concepts.contains(where: { if case .adjective = $0 { true } else { false } })
      {
        return
      }
      if concepts.contains(.to) { return }
    }
    if unit == nil, let short = value.wholeNumber, (1..<100).contains(short), stands("年度", behind: i) {
      frame.shortYear = short
      used.insert(i)
      return
    }
    if let between = range(from: i, value, unit) {
      used.insert(between)
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
    // 2でも3でもない: one of a set, though something is ordered later
    let isOneOfSet = unit == nil && lastMention != nil && previous(i).map { isSetMember($0, i) } ?? false
    if !isOneOfSet, takesLimit(unit, i), let count = value.wholeNumber, count > 0 {
      frame.limit = count
      used.insert(i)
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
      compare(last.mention, .equal, .number(value, unit: unit), i)
      // 3*: a level the document revised
      if last.mention == .field(.level), isFollowedByStar(i) { addRevised(i) }
      return
    }
    if let lastMention, previous(i).map({ isSetMember($0, i) }) ?? false {
      joinNext = true
      compare(lastMention, .equal, .number(value, unit: unit), i)
    } else if unit == nil, isJudged(i), let level = value.wholeNumber, (1...5).contains(level) {
      compare(.field(.level), .equal, .number(value, unit: nil), i)
    }
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

  /// 5万から10万まで, between 50,000 and 100,000: gives the token of the second number.
  mutating func range(from i: Int, _ value: ExactNumber, _ unit: String?) -> Int? {
    guard let after = next(i), let (upper, upperUnit) = number(after), value < upper,
      hasConcept(.from, between: i, and: after) || hasConcept(.to, between: i, and: after)
        || tokens[..<i].contains(where: { isConcept($0, .between) })
        || text.source(tokens[i].range.upperBound..<tokens[after].range.lowerBound).contains(where: {
          "～〜~".contains($0)
        }),
      let mention = takeMention(near: after, where: \.isNumeric) ?? lastMention
    else { return nil }
    compare(mention, .atLeast, .number(value, unit: unit ?? upperUnit), i)
    compare(mention, .atMost, .number(upper, unit: upperUnit), i)
    return after
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
    // 指標を3つ: nothing is measured in つ
    if unit == "つ", !frame.kinds.isEmpty || frame.asksForInitiatives || frame.rank != nil { return true }
    guard ordered else { return false }
    guard let unit else {
      // top 2 … of level 3: a second number says something else
      if frame.limit != nil, mentions.last.map({ previous(i) == $0.token }) ?? false { return false }
      return mentions.last.map { previous(i) != $0.token } ?? true || frame.sortKey != nil
    }
    return ["つ", "件", "個", "事業", "施策", "団体", "社", "指標", "項目", "取組", "items"].contains(unit)
  }

  mutating func read(code: String, _ i: Int) {
    if let last = mentions.last, last.mention == .field(.code) { mentions.removeLast() }
    if let after = next(i), case .concept(let concepts) = tokens[after].kind, concepts.contains(.prefix) {
      return
    }
    add(.code(code), i)
  }
}
