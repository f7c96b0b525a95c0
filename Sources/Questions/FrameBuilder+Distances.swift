import JapaneseText
import PlanFacts

/// How far two amounts are apart, and what part the one is of the other.
extension FrameBuilder {
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
  mutating func namesDistance(_ comparison: Comparison, _ i: Int) -> Bool {
    guard ["額", "金額", "幅"].contains(where: { isParticle($0, behind: i) }),
      case .comparison(let subject, let way, .mention(let object))? = frame.tests.last,
      way == comparison, way != .equal, way != .notEqual, let a = subject.amount, let b = object.amount
    else { return false }
    mention(way == .greater || way == .atLeast ? .difference(a, b) : .difference(b, a), i)
    return true
  }

  /// 100ページより後ろ: the field stands right behind its number.
  mutating func comparesCounted(_ comparison: Comparison, _ i: Int) -> Bool {
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
  mutating func fieldAndLastOne() -> (FieldName, FieldName)? {
    guard mentions.count == 1, let a = mentions[0].mention.amount, let b = lastMention?.amount, a != b else {
      return nil
    }
    mentions.removeLast()
    return (a, b)
  }

  /// 目標の2倍以上の実績: the result stands behind.
  mutating func targetAndResult(_ i: Int) -> (FieldName, FieldName)? {
    guard mentions.last?.mention == .role(.target), let after = next(i), mention(at: after) == .role(.actual),
      !used.contains(after)
    else { return nil }
    used.insert(after)
    mentions.removeLast()
    return (.actual, .target)
  }

  /// 決算が予算を5万以上下回った, 予算より1万以上多い: a bound of how far the first is from the second, and which way.
  mutating func compareDistance(
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
  mutating func compareOvershoot(
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

  func asksAmount(before i: Int) -> Bool {
    tokens[..<i].suffix(2).contains { isConcept($0, .asking) && asksHowMuch($0) }
  }
}
