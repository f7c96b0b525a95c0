import JapaneseText
import PlanFacts

/// A figure beside its target: whether it is met is told by the bound that is printed and by the sign, not by which of
/// the two is larger.
struct Achievement {
  let figure: ExactNumber
  let target: ExactNumber
  /// Whether less is better: 872g以下, ▲50%, a target below where the plan began, or targets that go down.
  let isDownward: Bool

  var isMet: Bool { isDownward ? !(target < figure) : !(figure < target) }

  /// How many percent of the target are reached, to one place; nil where figure and target have unlike signs or are zero.
  var percent: ExactNumber? {
    let zero = ExactNumber(0)
    guard figure != zero, target != zero, (figure < zero) == (target < zero) else { return nil }
    // 10.2 % less of 50 % less is a fifth; 902 g where 872 g are the most is 96.7 %; −148 where −100 is aimed at is 67.6 %
    let turned = isDownward == (zero < target)
    let (part, whole) = turned ? (target, figure) : (figure, target)
    return part.multiplied(by: ExactNumber(100))?.divided(by: whole, places: 1)
  }
}

extension Fact {
  /// The newest figure against the target of its year, or else the newest, one for each label (中2, 外国人) the targets have.
  var achievements: [Achievement] {
    if kind == .measure {
      guard case .number(let actual)? = self[.actual], case .number(let target)? = self[.target] else {
        return []
      }
      return [Achievement(figure: actual, target: target, isDownward: target < ExactNumber(0))]
    }
    return newest(.target).compactMap { last in
      let newest = newest(.actual, .current).first { $0.label == last.label && $0.unit == last.unit }
      guard let newest, let figure = newest.value else { return nil }
      let target = target(ofYearOf: newest) ?? last
      guard let aim = target.value, let isDownward = isDownward(target) else { return nil }
      return Achievement(figure: figure, target: aim, isDownward: isDownward)
    }
  }

  /// The target of the same year, where each year has its own; the figure of a year is not held against a later one.
  private func target(ofYearOf figure: Point) -> Point? {
    guard let year = figure.fiscalYear else { return nil }
    return points(.target).last {
      $0.fiscalYear == year && $0.label == figure.label && $0.unit == figure.unit && $0.value != nil
    }
  }

  /// How much better the newest figure is than the first, each label by itself.
  var improvements: [(value: ExactNumber, unit: String?)] {
    newest(.actual, .current).compactMap { last in
      let first = points().filter { $0.role != .target && $0.label == last.label && $0.unit == last.unit }
        .first
      guard let first, first != last, let a = first.value, let b = last.value else { return nil }
      let target = newest(.target).first { $0.label == last.label }
      guard let target, let isDownward = isDownward(target),
        let change = isDownward ? a.subtracting(b) : b.subtracting(a)
      else { return nil }
      return (change, last.unit)
    }
  }

  /// The last point with a figure of each label, of the first of the roles that has any.
  private func newest(_ roles: Point.Role...) -> [Point] {
    for role in roles {
      var last: [Point] = []
      for point in points() where point.role == role && point.value != nil {
        last.removeAll { $0.label == point.label }
        last.append(point)
      }
      if !last.isEmpty { return last }
    }
    return []
  }

  /// Whether less is better: by the bound; else by the sign; else by where the plan began (its baseline or the figure it
  /// was made at) or by how its targets go on. Nil where the targets stay below what was counted before: that may be a
  /// modest target, or one to get under.
  private func isDownward(_ target: Point) -> Bool? {
    guard let aim = target.value else { return nil }
    let isNegative = aim < ExactNumber(0)
    let own = points().filter { $0.label == target.label && $0.unit == target.unit && $0.value != nil }
      .sortedStably { ($0.fiscalYear ?? .min) < ($1.fiscalYear ?? .min) }
    switch target.bound {
    case .some(let bound) where isNegative:
      // ▲50%以上 is 50 % less or more, ▲46%以下 is so from ▲8%; from ▲1.8%, ▲1.0%以上 may be either
      guard let first = own.first(where: { $0.role != .target })?.value else {
        return bound == .atLeast ? true : nil
      }
      return aim < first ? true : nil
    case .atLeast: return false
    case .atMost: return true
    case nil: break
    }
    if let first = own.first(where: { $0.role == .baseline })?.value { return aim < first }
    if let first = own.first(where: { $0.role == .current })?.value {
      // ▲60% where ▲50% was aimed at has gone further, or not yet come back
      return isNegative && first < aim ? nil : aim < first
    }
    if isNegative { return true }
    let aims = own.filter { $0.role == .target }.compactMap(\.value)
    if let first = aims.first, let last = aims.last, first != last { return last < first }
    let counted = own.filter { $0.role == .actual }
    guard let first = counted.first, let value = first.value,
      counted.count > 1 || first.fiscalYear != target.fiscalYear
    else { return false }
    return aim < value ? nil : false
  }
}
