import JapaneseText
import PlanFacts
import Questions

/// Which points of an indicator a question speaks of: the targets of a period (第2期の目標) or a year (2025年度の目標), while the
/// indicator has other targets beside them.
struct PointScope {
  private let conditions: [Condition]

  init(_ selection: Selection) {
    conditions = selection.conditions.flatMap { condition in
      if case .all(let parts) = condition { parts } else { [condition] }
    }.filter(\.isOfPoints)
  }

  /// The fact with no other points of the roles that the question dates; as it is where it has none of those.
  func narrowed(_ fact: Fact) -> Fact {
    guard !conditions.isEmpty, case .points(let points)? = fact[.points] else { return fact }
    let left = points.filter { point in conditions.allSatisfy { !$0.dates(point) || $0.holds(of: point) } }
    guard left.count < points.count, !left.isEmpty else { return fact }
    let fields = fact.fields.map { field in
      field.name == .points ? Field(.points, .points(left), lines: field.lines) : field
    }
    return Fact(kind: fact.kind, name: fact.name, plan: fact.plan, fields: fields, sources: fact.sources)
  }
}

extension Condition {
  /// A period or a year of points.
  fileprivate var isOfPoints: Bool {
    switch self {
    case .contains(.point(_, .period), _), .comparison(.point(_, .fiscalYear), _, .number): true
    default: false
    }
  }

  /// It is about points of this one's role.
  fileprivate func dates(_ point: Point) -> Bool {
    switch self {
    case .contains(.point(let role, _), _), .comparison(.point(let role, _), _, _):
      role == nil || role == point.role
    default: false
    }
  }

  fileprivate func holds(of point: Point) -> Bool {
    switch self {
    case .contains(_, let period): point.period?.contains(period) ?? false
    case .comparison(_, let comparison, .number(let year, _)):
      point.values(of: .fiscalYear).contains { value in
        if case .number(let own, _) = value { comparison.holds(own, year) } else { false }
      }
    default: true
    }
  }
}
