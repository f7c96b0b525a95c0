import JapaneseText
import PlanDocuments

/// Places of plans that can't both be right as they stand, or that need a reader to say why they can.
package struct Contradiction: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// One measure with different figures for one time.
    case figures
    /// One measure with figures in unlike units for one time.
    case units
    /// One measure with targets for different years, and none for the same.
    case targetYears
    /// Rows of a table that come to something else than its total.
    case total
  }

  package let kind: Kind
  package let type: FactKind
  package let name: String
  package let field: String
  /// One for each thing that is said, at least two; of a total, the total first.
  package let sides: [FactChange.Side]
}

/// The contradictions among facts, those of measures first, each in order of the facts.
///
/// Measures are one by their names without particles and signs, in plans of one publisher.
/// - Parameter publisher: of a plan; nil where it is not known, so that the plan is compared with itself alone.
package func contradictions(in facts: [Fact], publisher: (String) -> String?) -> [Contradiction] {
  MeasureGroup.all(in: facts, publisher).flatMap(\.contradictions)
    + FigureGroup.all(in: facts).compactMap(\.clash)
}

/// The indicators of one name.
private struct MeasureGroup {
  private struct Entry {
    let point: Point
    let fact: Fact
  }

  private let facts: [Fact]

  static func all(in facts: [Fact], _ publisher: (String) -> String?) -> [MeasureGroup] {
    var order: [[String]] = []
    var groups: [[String]: [Fact]] = [:]
    for fact in facts where fact.kind == .indicator {
      let name = MeasureName.key(fact.name)
      let key = [
        publisher(fact.plan) ?? "", publisher(fact.plan) == nil ? fact.plan : "",
        name.isEmpty ? fact.name : name,
      ]
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(fact)
    }
    return order.compactMap { groups[$0] }.map(MeasureGroup.init)
  }

  var contradictions: [Contradiction] {
    var order: [[String]] = []
    var entries: [[String]: [Entry]] = [:]
    for fact in facts {
      for point in fact.points() {
        let key = [point.role.rawValue, point.label ?? "", point.calendarYear ? "calendar" : ""] + point.time
        // without a year two figures need not be of one time
        guard point.fiscalYear != nil || !point.fiscalYears.isEmpty else { continue }
        if entries[key] == nil { order.append(key) }
        entries[key, default: []].append(Entry(point: point, fact: fact))
      }
    }
    return order.compactMap { entries[$0].flatMap(contradiction) } + [targetYears].compactMap(\.self)
  }

  private func contradiction(_ entries: [Entry]) -> Contradiction? {
    var different: [Entry] = []
    for entry in entries where !different.contains(where: { $0.point.hasSameFigure(as: entry.point) }) {
      different.append(entry)
    }
    // what one table says of one thing are figures side by side
    guard different.count > 1, Set(different.map(\.fact)).count > 1 else { return nil }
    let units = Set(different.map { $0.point.unit?.squeezed ?? "" })
    return contradiction(units.count > 1 ? .units : .figures, different)
  }

  private func contradiction(_ kind: Contradiction.Kind, _ entries: [Entry]) -> Contradiction? {
    guard let first = entries.first else { return nil }
    return Contradiction(
      kind: kind, type: .indicator, name: first.fact.name,
      field: "points.\(first.point.role.rawValue)\(first.point.label.map { " (\($0))" } ?? "")",
      sides: entries.compactMap { FactChange.Side([$0.point], of: $0.fact) })
  }

  private var targetYears: Contradiction? {
    let targets = facts.compactMap { fact -> (Entry, years: Set<[String]>)? in
      let points = fact.points().filter {
        $0.role == .target && !($0.fiscalYear == nil && $0.fiscalYears.isEmpty)
      }
      return points.last.map { (Entry(point: $0, fact: fact), Set(points.map(\.time))) }
    }
    guard let first = targets.first,
      let other = targets.first(where: { $0.years.isDisjoint(with: first.years) })
    else { return nil }
    return contradiction(.targetYears, [first.0, other.0])
  }
}

/// The figures of one column of a table.
private struct FigureGroup {
  private let rows: [Fact]

  static func all(in facts: [Fact]) -> [FigureGroup] {
    var order: [[FieldValue?]] = []
    var groups: [[FieldValue?]: [Fact]] = [:]
    for fact in facts where fact.kind == .figure && fact[.table] != nil {
      let key: [FieldValue?] =
        [.text(fact.plan)]
        + [FieldName.table, .column, .fiscalYear, .calendarYear, .unit, .scale].map { fact[$0] }
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(fact)
    }
    return order.compactMap { groups[$0] }.map(FigureGroup.init)
  }

  /// The total and what the rows come to, where these differ by more than rounding each row can make; nil also where
  /// it is not sure what is a part: with several totals, or a row without a figure.
  var clash: Contradiction? {
    let totals = rows.filter { $0[.isTotal] == .flag(true) }
    let parts = rows.filter { $0[.isTotal] == nil }
    guard totals.count == 1, parts.count > 1, let total = totals[0].amount,
      let sum = parts.reduce(
        ExactNumber(0) as ExactNumber?, { sum, row in row.amount.flatMap { sum?.adding($0) } }),
      let difference = sum.subtracting(total)
    else { return nil }
    guard difference != ExactNumber(0), !isRounding(difference, parts.count) else { return nil }
    let lines = parts.dropFirst().reduce(parts[0].lines) { $0.union($1.lines) }
    return Contradiction(
      kind: .total, type: .figure, name: totals[0].tableTitle, field: "amount",
      sides: [
        FactChange.Side(text: "\(totals[0].name) \(total)", plan: totals[0].plan, lines: totals[0].lines),
        FactChange.Side(text: "\(parts.count) rows come to \(sum)", plan: parts[0].plan, lines: lines),
      ])
  }
}

extension FigureGroup {
  /// Whether a difference is what rounding each row to its last place, or to the thousands that its head names, can make.
  private func isRounding(_ difference: ExactNumber, _ parts: Int) -> Bool {
    let places = rows.compactMap(\.amount).map(\.scale).max() ?? 0
    let isRounded = places > 0 || rows.contains { $0[.scale] != nil }
    let most = ExactNumber(digits: isRounded ? 5 * parts : 0, scale: places + 1)
    guard let below = ExactNumber(0).subtracting(most) else { return false }
    return !(most < difference) && !(difference < below)
  }
}

extension Fact {
  fileprivate var amount: ExactNumber? {
    if case .number(let number)? = self[.amount] { number } else { nil }
  }
  fileprivate var lines: LineRange { sources.first?.lines ?? LineRange(1) }
  fileprivate var tableTitle: String { if case .text(let title)? = self[.table] { title } else { name } }
}
