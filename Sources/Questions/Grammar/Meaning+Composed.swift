import JapaneseText
import PlanFacts

/// How meanings come together; nil where they don't fit: a unit that no such field has, a year compared with an amount.
extension Meaning {
  static func condition(_ restriction: Restriction?) -> Meaning? { restriction.map(Meaning.condition) }

  static func things(_ things: Things?) -> Meaning? { things.map(Meaning.things) }

  static func field(_ field: Reference?) -> Meaning? { field.map(Meaning.field) }

  static func amount(_ amount: Amount?) -> Meaning? { amount.map(Meaning.amount) }

  static func fields(_ fields: [Reference]?, of things: Things?) -> Meaning? {
    guard let fields, let things else { return nil }
    return FieldsOfThings(fields, of: things).map(Meaning.fieldsOfThings)
  }

  /// An order by a field; nil where its word is not said of such a field.
  static func order(_ field: Reference?, _ direction: Direction?, limit: Int? = nil, position: Int? = nil)
    -> Meaning?
  {
    guard let field, let way = direction?.way(for: field), field.isFigure else { return nil }
    return .order(Ordering(field: field, way: way, limit: limit, position: position))
  }

  static func aggregate(_ aggregate: Aggregate?, _ field: Reference?, _ things: Things?) -> Meaning? {
    guard let aggregate, let field, let things else { return nil }
    return .amount(Amount.of(aggregate, field, things))
  }

  /// nil where one of the figures is of another sort than the other.
  static func combined(_ a: Amount?, _ operation: Reckoning.Operation?, _ b: Amount?) -> Meaning? {
    guard let a, let b, let operation, a != b, a.type != nil, a.type == b.type else { return nil }
    return .amount(.combined(a, operation, b))
  }
}

extension Restriction {
  static func compared(_ field: Reference?, _ comparison: Comparison?, _ figure: Figure?) -> Restriction? {
    guard let field, let comparison, let figure = figure.flatMap(field.accepts) else { return nil }
    return .compared(field, comparison, figure)
  }

  /// Two figures of one sort: money with money, a figure with its target.
  static func related(_ a: Reference?, _ comparison: Comparison?, _ b: Reference?) -> Restriction? {
    guard let a, let b, let comparison, a != b, a.type == b.type, a.isFigure, a.type != .level else {
      return nil
    }
    // against the target by its bound and sign, not by which of the two is larger
    if case .pointIn(.target, .period) = b, a.role == .current || a.role == .actual {
      return target(comparison, of: b)
    }
    if b == .target, a.role == .actual || a.role == .current {
      return .target(comparison, isOfResults: a.role == .actual)
    }
    if a == .target, b.role == .actual || b.role == .current {
      return .target(comparison.mirrored, isOfResults: b.role == .actual)
    }
    return .related(a, comparison, b)
  }

  /// Against a figure of the same sort; nil for one of another, or a level.
  static func against(_ field: Reference?, _ comparison: Comparison?, _ amount: Amount?) -> Restriction? {
    guard let field, let comparison, let amount, field.isFigure, field.type != .year, field.type != .level,
      amount.type == field.type
    else { return nil }
    return .against(field, comparison, amount)
  }

  /// Against the average of all things of the kind.
  static func againstAverage(_ field: Reference?, _ comparison: Comparison?, _ aggregate: Aggregate?)
    -> Restriction?
  {
    guard let field, aggregate == .average else { return nil }
    return against(field, comparison, Things.all(with: field.kinds).flatMap { .of(.average, field, $0) })
  }

  /// Against the target, or that of a period; nil for another field.
  static func target(_ comparison: Comparison, of field: Reference?) -> Restriction? {
    switch field {
    case .mention(.role(.target))?: .target(comparison)
    case .pointIn(.target, .period(let period))?: both(.period(period), .target(comparison))
    default: nil
    }
  }

  static func dated(_ field: Reference?, _ comparison: Comparison?, _ year: YearMention?) -> Restriction? {
    // 2025年度より後の目標: the year that it is to be reached in
    guard let field = field.map({ $0.role.map { .mention(.roleYear($0)) } ?? $0 }), let comparison, let year,
      !year.isRange, field.type == .year
    else { return nil }
    return .dated(field.counted(in: year), comparison, year.first)
  }

  /// One amount over or under another by at least, by more than so much: 1000, 10%.
  static func apart(
    _ a: Reference, _ way: Comparison?, _ b: Reference, by bound: Comparison?, _ figure: Figure
  ) -> Restriction? {
    guard a != b, let way, let bound, way != .equal, way != .notEqual else { return nil }
    if figure.unit != nil { return offset(.combined(a, .percentOf, b), way, by: bound, figure) }
    let isOver = way == .greater || way == .atLeast
    return .compared(isOver ? .combined(a, .minus, b) : .combined(b, .minus, a), bound, figure)
  }

  /// A rate that is so many percent over or under the whole.
  static func offset(_ rate: Reference, _ way: Comparison?, by bound: Comparison?, _ figure: Figure)
    -> Restriction?
  {
    guard let way, let bound, !figure.isMoney, let percent = figure.percent else { return nil }
    let hundred = ExactNumber(100)
    let isOver = way == .greater || way == .atLeast
    let mark = isOver ? hundred.adding(percent) : hundred.subtracting(percent)
    return mark.map { .compared(rate, isOver ? bound : bound.mirrored, Figure(value: $0, unit: nil)) }
  }

  /// In a year or a range of years.
  static func within(_ field: Reference?, _ year: YearMention?) -> Restriction? {
    guard let field, let year, field.type == .year else { return nil }
    let counted = field.counted(in: year)
    if year.isRange { return .span(counted, year.first, year.last) }
    return .dated(counted, year.orLater ? .atLeast : .equal, year.first)
  }

  /// The figure is one of these.
  static func equal(_ field: Reference?, _ figures: [Figure]?) -> Restriction? {
    guard let field, let figures, field.type == .level else { return nil }
    let tests = figures.compactMap { compared(field, .equal, $0) }
    return tests.count == figures.count ? .any(tests) : nil
  }

  /// Both, flat; nil where one field would be two values at once.
  static func both(_ a: Restriction?, _ b: Restriction?) -> Restriction? {
    guard let a, let b, a != b else { return nil }
    if case .compared(let f, .equal, _) = a, case .compared(f, .equal, _) = b { return nil }
    if a.rivals(b) { return nil }
    let parts = a.conjuncts + b.conjuncts
    return .all(parts)
  }

  static func allOf(_ parts: [Restriction]) -> Restriction { parts.count == 1 ? parts[0] : .all(parts) }

  static func either(_ a: Restriction?, _ b: Restriction?) -> Restriction? {
    guard let a, let b, a != b else { return nil }
    return .any(a.alternatives + b.alternatives)
  }

  private var conjuncts: [Restriction] { if case .all(let parts) = self { parts } else { [self] } }
  private var alternatives: [Restriction] { if case .any(let parts) = self { parts } else { [self] } }

  /// How a figure went between two of its points.
  static func changed(_ change: Concept.Change?, from first: Reference, to last: Reference) -> Restriction? {
    let zero = Figure(value: ExactNumber(0), unit: nil)
    return switch change {
    case .rose: .compared(.combined(last, .minus, first), .greater, zero)
    case .fell: .compared(.combined(last, .minus, first), .less, zero)
    case .improved: .compared(.derived(.improvement), .greater, zero)
    case .worsened: .compared(.derived(.improvement), .less, zero)
    case nil: nil
    }
  }
}

extension Comparison {
  /// The same said from the other side.
  var mirrored: Comparison {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .atMost: .atLeast
    case .greater: .less
    case .atLeast: .atMost
    }
  }
}

extension Reference {
  /// The figure as such a field can be compared with it; nil where its unit doesn't fit.
  func accepts(_ figure: Figure) -> Figure? {
    switch type {
    // whether 円 or 千円 is printed is for the answer to tell
    case .money: return figure.unit == nil || figure.unit == "円" ? figure : nil
    // which levels there are is for the answer to tell
    case .level: return figure.unit == nil && figure.value.wholeNumber != nil ? figure : nil
    case .percent, .score: return figure.percent.map { Figure(value: $0, unit: nil) }
    case .number:
      return figure.isMoney
        ? nil : figure.unit == "割" ? figure.percent.map { Figure(value: $0, unit: "%") } : figure
    case .figure: return figure.unit == "割" ? nil : figure
    case .year, .text: return nil
    }
  }
}
