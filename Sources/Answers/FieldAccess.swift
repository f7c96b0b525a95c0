import JapaneseText
import PlanFacts
import Questions

/// A value found at a path of a fact.
enum FoundValue: Hashable {
  case number(ExactNumber, unit: String?)
  case text(String)
  case flag(Bool)
}

extension Fact {
  /// The values at a path, in the order printed; empty where the document does not say.
  func values(at path: FieldPath) -> [FoundValue] {
    switch path {
    case .name: [.text(name)]
    case .document: [.text(plan)]
    case .field(let field)
    where kind == .measure && (field == .actual || field == .target) || kind == .figure && field == .amount:
      // they are printed in the unit of the measure, of the row
      if case .number(let value)? = self[field] { [.number(value, unit: text(.unit))] } else { [] }
    case .field(let field): self[field].map(FoundValue.all) ?? []
    case .point(let role, let part): points(role).flatMap { $0.values(of: part) }
    case .scheduleYear:
      schedule.filter { !$0.items.isEmpty }.compactMap(\.fiscalYear).map {
        .number(ExactNumber($0), unit: nil)
      }
    case .difference(let a, let b): reckon(a, b) { $0.subtracting($1) }
    case .gap(let a, let b): reckon(a, b) { $0 < $1 ? $1.subtracting($0) : $0.subtracting($1) }
    case .ratio(let a, let b): reckon(a, b) { $0.divided(by: $1, places: 4) }
    }
  }

  /// Points of a role. Some plans print the state of things as 実績値: it stands in where 現状 is not printed.
  func points(_ role: Point.Role? = nil) -> [Point] {
    guard case .points(let points)? = self[.points] else { return [] }
    guard let role else { return points }
    let own = points.filter { $0.role == role }
    return own.isEmpty && role == .current ? points.filter { $0.role == .actual } : own
  }

  var schedule: [ScheduleEntry] {
    if case .schedule(let entries)? = self[.schedule] { entries } else { [] }
  }

  /// A single figure at a path, for sorting and reckoning; of several points the last of its role.
  func figure(at path: FieldPath) -> (value: ExactNumber, unit: String?)? {
    for case .number(let value, let unit) in values(at: path).reversed() { return (value, unit) }
    return nil
  }

  private func reckon(
    _ a: FieldName, _ b: FieldName, _ combine: (ExactNumber, ExactNumber) -> ExactNumber?
  ) -> [FoundValue] {
    guard case .number(let x)? = self[a], case .number(let y)? = self[b], let value = combine(x, y) else {
      return []
    }
    return [.number(value, unit: nil)]
  }

  /// Everything the fact says, as one text: what keywords are looked up in when no name has them.
  var fullText: String {
    ([name] + fields.flatMap { $0.value.texts } + sources.flatMap(\.section)).joined(separator: "\n")
  }
}

extension FoundValue {
  static func all(_ value: FieldValue) -> [FoundValue] {
    switch value {
    case .text(let text): [.text(text)]
    case .number(let number): [.number(number, unit: nil)]
    case .flag(let flag): [.flag(flag)]
    case .list(let texts): texts.map(FoundValue.text)
    case .points(let points): points.flatMap { $0.values(of: .value) }
    case .schedule(let entries): entries.flatMap(\.items).map(FoundValue.text)
    }
  }
}

extension FieldPath {
  /// The fields of the contract that hold it.
  var fieldNames: [String] {
    switch self {
    case .field(let field): [field.rawValue]
    case .point: [FieldName.points.rawValue]
    case .scheduleYear: [FieldName.schedule.rawValue]
    case .difference(let a, let b), .gap(let a, let b), .ratio(let a, let b): [a.rawValue, b.rawValue]
    case .name: ["name"]
    case .document: ["document"]
    }
  }
}

extension Point {
  func values(of part: PointPart) -> [FoundValue] {
    switch part {
    case .value: value.map { [.number($0, unit: unit)] } ?? []
    case .unit: unit.map { [.text($0)] } ?? []
    case .bound: bound.map { [.text($0.rawValue)] } ?? []
    case .fiscalYear:
      fiscalYears.isEmpty
        ? fiscalYear.map { [.number(ExactNumber($0), unit: nil)] } ?? []
        : fiscalYears.map { .number(ExactNumber($0), unit: nil) }
    case .label: label.map { [.text($0)] } ?? []
    case .period: period.map { [.text($0)] } ?? []
    }
  }
}

extension FieldValue {
  /// The words in it; figures say nothing to keywords.
  var texts: [String] {
    switch self {
    case .text(let text): [text]
    case .list(let texts): texts
    case .schedule(let entries): entries.flatMap(\.items)
    case .points(let points): points.flatMap { [$0.label, $0.unit].compactMap { $0 } }
    case .number, .flag: []
    }
  }
}
