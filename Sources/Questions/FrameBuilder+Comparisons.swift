import JapaneseText
import PlanFacts

/// Numbers and the comparisons that bind them to fields.
extension FrameBuilder {
  mutating func compare(_ comparison: Comparison, _ i: Int) {
    if tokens[i].range.first.map({ text.scripts[$0] == .other }) ?? false {
      return compareInfix(comparison, i)
    }
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
        } else if comparison == .less || comparison == .atMost, let number = value.wholeNumber, unit == nil,
          // before 1980: no heading has such a number
          number < 1000
        {
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
    // 決算が予算を下回った額がいちばん大きい: those that did, and by how much
    _ = namesDistance(comparison, i)
  }

  /// 予算>10万, 10万<予算<20万: a sign stands between what it compares.
  private mutating func compareInfix(_ comparison: Comparison, _ i: Int) {
    let (before, after) = (previous(i), next(i))
    if let after, let (value, unit) = number(after) {
      let isBefore = mentions.last.map { $0.token == before } ?? false
      guard
        let mention = isBefore
          ? mentions.removeLast().mention : before.flatMap({ used.contains($0) ? lastMention : nil })
      else { return }
      used.insert(after)
      compare(mention, comparison, .number(value, unit: unit), i)
    } else if let before, let (value, unit) = number(before), let after, let mention = mention(at: after) {
      used.formUnion([before, after])
      compare(mention, comparison.mirrored, .number(value, unit: unit), i)
    } else if let after, let other = mention(at: after), let last = mentions.last, last.token == before {
      mentions.removeLast()
      used.insert(after)
      compare(last.mention, comparison, .mention(other), i)
    }
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
    } else if let last = mentions.last?.mention, last == .role(.target), comparison.isBound {
      mentions.removeLast()
      if let after = next(i), mention(at: after) == .role(.actual) { used.insert(after) }
      compare(.role(.actual), comparison, .mention(.role(.target)), i)
    } else if let last = mentions.last, last.mention == .field(.budget), previous(i) == last.token,
      comparison.isBound, !lacksFigure(i, behind: last.token)
    {
      // 予算を超えた, 予算を超えて使った: what was spent did
      mentions.removeLast()
      if let after = next(i), mention(at: after) == .field(.settlement) { used.insert(after) }
      compare(.field(.settlement), comparison, .mention(.field(.budget)), i)
    }
  }

  /// 予算が以上の: a bound whose figure is missing.
  private func lacksFigure(_ i: Int, behind field: Int) -> Bool {
    let bound = text.source(tokens[i].range)
    return isParticle("が", behind: field) && ["以上", "以下", "未満", "以内"].contains(where: bound.hasPrefix)
  }

  func isParticle(_ particle: String, behind i: Int) -> Bool {
    i + 1 < tokens.count && text.source(tokens[i + 1].range) == particle
  }

  mutating func compare(
    _ mention: Frame.Mention?, _ comparison: Comparison, _ operand: Frame.Operand, _ i: Int
  ) {
    guard let mention else {
      if case .number(let value, let unit) = operand {
        let word = Unplaced(
          reason: .comparison, text: text.source(tokens[i].range),
          range: text.folded.sourceRange(tokens[i].range))
        frame.openBounds.append(OpenBound(comparison: comparison, value: value, unit: unit, word: word))
      }
      return
    }
    lastMention = mention
    if case .number(let value, let unit) = operand, !mention.accepts(value, unit) {
      return leave(number(value, unit, near: i) ?? i, .number)
    }
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
    } else if case .number(let value, "割") = operand {
      operand = .number(value.multiplied(by: ExactNumber(10)) ?? value, unit: "%")
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

  private func number(_ value: ExactNumber, _ unit: String?, near i: Int) -> Int? {
    tokens.indices.filter {
      switch tokens[$0].kind {
      case .number(value, unit: unit): true
      case .range(_, value, unit: unit), .range(value, _, unit: unit): true
      default: false
      }
    }.min { abs($0 - i) < abs($1 - i) }
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
      // 2番目に少ない: a place in an order says that there is one
      extreme(direction, i, isWeak: !isSuperlative && !asksWhichOne(i) && frame.position == nil)
    }
  }

  /// 取組数が多いのは？, 差が大きいほうは？ end the question: one of them is asked for.
  func asksWhichOne(_ i: Int) -> Bool {
    let rest = tokens[(i + 1)...].filter { $0.kind != .separator }
    return rest.first.map { ["の", "のは", "ほう", "ほうは", "方", "方は"].contains(text.source($0.range)) } ?? false
      && rest.allSatisfy { isConcept($0, .dropped) || isConcept($0, .asking) }
  }
}
