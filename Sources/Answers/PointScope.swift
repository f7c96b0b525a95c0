import JapaneseText
import PlanFacts
import Questions

/// Which points of an indicator a question speaks of: the targets of a period (第2期の目標) or a year (2025年度の目標), while the
/// indicator has other targets beside them; and of a project's money, the amounts of the year that is asked for.
struct PointScope {
  private let conditions: [Condition]
  private let years: Set<Int>

  init(_ selection: Selection) {
    years = Set(selection.conditions.flatMap(\.yearsOfWork))
    conditions = selection.conditions.flatMap { condition in
      if case .all(let parts) = condition { parts } else { [condition] }
    }.filter(\.isOfPoints)
  }

  /// The fact with no other points of the roles that the question dates, and no amounts of other years; as it is where it has none of
  /// those.
  func narrowed(_ fact: Fact) -> Fact {
    var narrowed = fact
    if !conditions.isEmpty {
      narrowed = narrowed.keeping(in: .points) { point in
        conditions.allSatisfy { !$0.dates(point) || $0.holds(of: point) }
      }
    }
    if !years.isEmpty {
      for name in FieldName.yearly.values {
        narrowed = narrowed.keeping(in: name) { $0.fiscalYear.map(years.contains) ?? false }
      }
    }
    return narrowed
  }
}

extension Fact {
  /// With those points of a field alone; as it is where there are none.
  func keeping(in name: FieldName, where holds: (Point) -> Bool) -> Fact {
    guard case .points(let points)? = self[name] else { return self }
    let left = points.filter(holds)
    guard left.count < points.count, !left.isEmpty else { return self }
    let fields = fields.map { $0.name == name ? Field(name, .points(left), lines: $0.lines) : $0 }
    return Fact(kind: kind, name: self.name, plan: plan, fields: fields, sources: sources)
  }
}

extension Condition {
  /// The years of works that it asks for (2022年度の事業), also where it may mean a document's year.
  fileprivate var yearsOfWork: [Int] {
    switch self {
    case .comparison(.scheduleYear, .equal, .number(let year, _)): year.wholeNumber.map { [$0] } ?? []
    case .any(let parts), .all(let parts): parts.flatMap(\.yearsOfWork)
    default: []
    }
  }

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
