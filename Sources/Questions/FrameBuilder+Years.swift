import JapaneseText
import PlanFacts

/// Years: which field a year is the year of, ranges and bounds of years.
extension FrameBuilder {
  mutating func read(_ mention: YearMention, _ i: Int) {
    if closesRange(mention, i) { return }
    if isLastYear(i), !mention.isRange, let field = takeMention(near: i, where: \.isYear) {
      compare(field, .atMost, .number(ExactNumber(mention.first), unit: nil), i)
      return
    }
    // 2010年以前に設立, founded before 2010
    for near in [next(i), previous(i)] {
      guard let near, case .concept(let concepts) = tokens[near].kind, !mention.isRange,
        !used.contains(near) || near < i
      else { continue }
      for case .compare(let comparison) in concepts {
        guard let field = takeMention(near: max(i, near), where: \.isYear) else { continue }
        used.insert(near)
        idle[near] = nil
        compare(field, comparison, .number(ExactNumber(mention.first), unit: nil), i)
        return
      }
    }
    if number(i) != nil, let after = next(i), case .concept(let concepts) = tokens[after].kind,
      concepts.contains(where: { if case .compare = $0 { true } else { false } }), let last = mentions.last,
      last.mention.isNumeric
    {
      return
    }
    var field: Frame.Mention?
    // 今の値と2025年度の目標, 現状が2025年度の目標を: the year is of what stands behind it
    let isAhead =
      (isListed(i) || isParticle("の", behind: i))
      && next(i).flatMap { self.mention(at: $0) }.map(\.isRole) ?? false
    if let last = mentions.last, last.mention.isYear || last.mention.isRole, !isAhead {
      field = last.mention
      if last.mention.isYear { mentions.removeLast() }
    } else if let after = next(i), let ahead = self.mention(at: after), ahead.isYear || ahead.isRole {
      field = ahead
      if ahead.isYear { used.insert(after) }
    }
    // 2016年と2020年: either will do
    if case .year? = frame.tests.last, let before = previous(i), case .year = tokens[before].kind {
      joinNext = true
    }
    // 2017年度の目標と2025年度の目標: points of one role
    if case .year(_, let earlier)? = frame.tests.last, let field, earlier == field,
      let start = tokens[..<i].lastIndex(where: { if case .year = $0.kind { true } else { false } }),
      tokens[start..<i].contains(where: { text.source($0.range) == "と" || isConcept($0, .and) })
    {
      joinNext = true
    }
    if case .any(let parts)? = frame.tests.last, case .year? = parts.last, let before = previous(i),
      case .year = tokens[before].kind
    {
      joinNext = true
    }
    add(.year(mention, field), i)
  }

  /// 2010年から2019年までに, between 2010 and 2019: the year before begins what this one ends.
  private mutating func closesRange(_ mention: YearMention, _ i: Int) -> Bool {
    guard let before = previous(i), case .year(let start) = tokens[before].kind,
      hasConcept(.from, between: before, and: i) || hasConcept(.to, between: before, and: i)
        || tokens[..<before].contains(where: { isConcept($0, .between) }),
      case .year(_, let earlier)? = frame.tests.last, let span = start.through(mention)
    else { return false }
    var field = earlier
    if let last = mentions.last, last.mention.isYear || last.mention.isRole {
      field = last.mention
      if last.mention.isYear { mentions.removeLast() }
    }
    // までに ends the range; what follows is of which years
    if let end = next(i), isComparison(end), text.source(tokens[end].range) == "までに" { used.insert(end) }
    if let after = tokens.indices.dropFirst(i + 1).first(where: { !isNoise($0) && !used.contains($0) }),
      let ahead = self.mention(at: after), ahead.isYear || ahead.isRole
    {
      field = ahead
      if ahead.isYear { used.insert(after) }
    }
    frame.tests.removeLast()
    add(.year(span, field), i)
    return true
  }

  /// 設立が2012年まで, founded by 2012: the last of the years.
  private func isLastYear(_ i: Int) -> Bool {
    if isParticle("まで", behind: i) || isParticle("までの", behind: i) { return true }
    return previous(i).map { text.source(tokens[$0].range).lowercased() == "by" } ?? false
  }
}
