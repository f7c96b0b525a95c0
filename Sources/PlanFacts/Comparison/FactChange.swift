import JapaneseText
import PlanDocuments

/// What is otherwise in a later edition of plans than in an earlier one.
package struct FactChange: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case added, gone
    /// The same code under another name.
    case renamed
    /// Names that are much alike, of things that have no counterpart by name.
    case perhapsRenamed
    /// A target with another figure, unit, bound or year.
    case targetMoved
    case figureChanged
    /// A word that a table gives: a bureau, a unit.
    case textChanged
  }

  /// What one edition says, and where.
  package struct Side: Hashable, Sendable {
    /// As printed, with its year.
    package let text: String
    package let plan: String
    package let lines: LineRange
  }

  package let kind: Kind
  package let type: FactKind
  /// In the later edition; in the earlier one for what is gone.
  package let name: String
  /// `budget`, `points.target`; nil where the thing as a whole came, went or was renamed.
  package let field: String?
  /// nil for what was added.
  package let old: Side?
  /// nil for what is gone.
  package let new: Side?
}

/// What changed from the facts of one edition to those of another: first the pairs in order of the older ones, with what
/// is gone in its place, then what was added, in order.
///
/// Projects, indicators, measures and evaluations come and go; of rows of figures only those are compared that both have, under
/// the same title, column and year. Compared are figures and the words of tables, not prose. Costs a few passes over the
/// facts, and for those without a counterpart a look at the names that share their letters.
package func factChanges(from old: [Fact], to new: [Fact]) -> [FactChange] {
  let pairs = FactPairs(old, new)
  var changes = old.indices.flatMap { i -> [FactChange] in
    guard let (j, how) = pairs.counterpart[i] else {
      return FactPairs.isThing(old[i]) ? [FactChange(gone: old[i])] : []
    }
    let renamed = how.map { [FactChange(renamed: old[i], new[j], $0)] } ?? []
    return renamed + fieldChanges(old[i], new[j])
  }
  let paired = Set(pairs.counterpart.values.map(\.new))
  for j in new.indices where !paired.contains(j) && FactPairs.isThing(new[j]) {
    changes.append(FactChange(added: new[j]))
  }
  return changes
}

extension FactChange {
  fileprivate init(added fact: Fact) {
    self.init(
      kind: .added, type: fact.kind, name: fact.name, field: nil, old: nil, new: Side(nameOf: fact))
  }

  fileprivate init(gone fact: Fact) {
    self.init(kind: .gone, type: fact.kind, name: fact.name, field: nil, old: Side(nameOf: fact), new: nil)
  }

  fileprivate init(renamed old: Fact, _ new: Fact, _ kind: Kind) {
    self.init(
      kind: kind, type: new.kind, name: new.name, field: nil, old: Side(nameOf: old), new: Side(nameOf: new))
  }
}

extension FactChange.Side {
  fileprivate init(nameOf fact: Fact) {
    self.init(text: fact.name, plan: fact.plan, lines: fact.sources.first?.lines ?? LineRange(1))
  }

  fileprivate init?(_ field: Field?, _ text: (FieldValue) -> String?, of fact: Fact) {
    guard let field, let text = text(field.value) else { return nil }
    self.init(text: text, plan: fact.plan, lines: field.lines)
  }

  init?(_ points: [Point], of fact: Fact) {
    guard let first = points.first else { return nil }
    self.init(
      text: points.map(\.withYear).joined(separator: "; "), plan: fact.plan,
      lines: points.dropFirst().reduce(first.lines) { $0.union($1.lines) })
  }
}

/// Fields whose words a table gives; the others hold figures.
private let comparedTexts: Set<FieldName> = [.code, .category, .bureau, .unit, .grade, .direction, .outcome]

private func fieldChanges(_ old: Fact, _ new: Fact) -> [FactChange] {
  FieldName.allCases.flatMap { name -> [FactChange] in
    let fields = (old.fields.first { $0.name == name }, new.fields.first { $0.name == name })
    switch fields.0?.value ?? fields.1?.value {
    case .points: return pointChanges(name, old, new)
    case .number where !FieldName.places.contains(name):
      return change(name, name == .target ? .targetMoved : .figureChanged, fields, old, new)
    case .text where comparedTexts.contains(name): return change(name, .textChanged, fields, old, new)
    case nil, .number, .text, .flag, .list, .schedule, .attributes: return []
    }
  }
}

extension FieldName {
  /// Numbers that say where a thing stands, or how others are to be read.
  fileprivate static let places: Set<FieldName> = [
    .number, .page, .depth, .childCount, .rows, .columns, .scale, .levelRank, .fiscalYear, .calendarYear,
  ]
}

private func change(
  _ name: FieldName, _ kind: FactChange.Kind, _ fields: (Field?, Field?), _ old: Fact, _ new: Fact
) -> [FactChange] {
  if let a = fields.0?.value, let b = fields.1?.value, a.isSame(as: b, old.scale, new.scale) { return [] }
  return [
    FactChange(
      kind: kind, type: new.kind, name: new.name, field: name.rawValue,
      old: .init(fields.0, { $0.text(scale: old.scale) }, of: old),
      new: .init(fields.1, { $0.text(scale: new.scale) }, of: new))
  ]
}

/// One change for each role and label whose figures are others.
private func pointChanges(_ name: FieldName, _ old: Fact, _ new: Fact) -> [FactChange] {
  let (before, after) = (old.points(name), new.points(name))
  var seen: Set<[String]> = []
  return (before + after).compactMap { point in
    guard seen.insert(point.place).inserted else { return nil }
    let own = before.filter { $0.place == point.place }
    let others = after.filter { $0.place == point.place }
    if own.count == others.count, zip(own, others).allSatisfy({ $0.isSame(as: $1) }) { return nil }
    let label = point.label.map { " (\($0))" } ?? ""
    return FactChange(
      kind: point.role == .target ? .targetMoved : .figureChanged, type: new.kind, name: new.name,
      field: "\(name.rawValue).\(point.role.rawValue)\(label)", old: .init(own, of: old),
      new: .init(others, of: new))
  }
}

extension FieldValue {
  /// Whether two values say the same, numbers by what they are multiplied with.
  fileprivate func isSame(as other: FieldValue, _ scale: ExactNumber, _ otherScale: ExactNumber) -> Bool {
    switch (self, other) {
    case (.number(let a), .number(let b)):
      guard let own = a.multiplied(by: scale), let others = b.multiplied(by: otherScale) else {
        return a == b
      }
      return own == others
    case (.text(let a), .text(let b)): return a.squeezed == b.squeezed
    default: return self == other
    }
  }

  fileprivate func text(scale: ExactNumber) -> String? {
    switch self {
    case .number(let number): scale == ExactNumber(1) ? "\(number)" : "\(number) × \(scale)"
    case .text(let text): text
    case .flag, .list, .points, .schedule, .attributes: nil
    }
  }
}

extension Fact {
  fileprivate var scale: ExactNumber {
    if case .number(let scale)? = self[.scale] { scale } else { ExactNumber(1) }
  }

  func points(_ name: FieldName = .points) -> [Point] {
    if case .points(let points)? = self[name] { points } else { [] }
  }
}

extension Point {
  /// What a figure is of: its role, and what sets it apart in its row.
  fileprivate var place: [String] { [role.rawValue, label ?? ""] }

  /// Whether two say the same, be it spelled otherwise.
  fileprivate func isSame(as other: Point) -> Bool { time == other.time && hasSameFigure(as: other) }

  /// Years and period.
  var time: [String] { ([fiscalYear].compactMap(\.self) + fiscalYears).map(String.init) + [period ?? ""] }

  func hasSameFigure(as other: Point) -> Bool {
    guard let value, let otherValue = other.value else { return text.squeezed == other.text.squeezed }
    return value == otherValue && bound == other.bound && unit?.squeezed == other.unit?.squeezed
  }

  /// `FY2025 872g以下`
  package var withYear: String {
    let years = fiscalYears.isEmpty ? [fiscalYear].compactMap(\.self) : fiscalYears
    let time = years.map { calendarYear ? "\($0)" : "FY\($0)" }.joined(separator: ", ")
    return [time, period ?? "", text].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
