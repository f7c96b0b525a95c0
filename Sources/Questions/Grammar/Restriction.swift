import JapaneseText
import PlanFacts

/// What must hold of things, before their kind is settled.
package indirect enum Restriction: Hashable, Sendable {
  case compared(Reference, Comparison, Figure)
  case related(Reference, Comparison, Reference)
  /// Of a year: 2015年以降に設立された.
  case dated(Reference, Comparison, Int)
  /// From one year to another.
  case span(Reference, Int, Int)
  case contains(Reference, String)
  case prefix(Reference, String)
  case text(Reference, String)
  case missing(Reference)
  /// A mark that a document prints or not: the * of a level.
  case marked(FieldName)
  /// Figure against target, by bound and sign: `>=` is met. `isOfResults`: 実績 was said, so that measures decide.
  case target(Comparison, isOfResults: Bool = false)
  case entity(Entity)
  /// Its measure is printed in this document too: in both plans.
  case alsoIn(Entity)
  /// 政策4: stands under it.
  case label(String)
  case year(YearMention)
  /// With a target of this period: 第1期.
  case period(String)
  /// Against a figure that is reckoned or printed elsewhere: 予算が平均より多い.
  case against(Reference, Comparison, Amount)
  /// The target of an indicator is a ceiling, or a floor.
  case bound(Point.Bound)
  /// Of an SDG goal or target: 13, 11.7.
  case goal(String)
  case topic(String)
  case code(String)
  case among(Things)
  /// Is one of the things that the question before was about: それ, そのうち, of these.
  case given(Selection)
  case not(Restriction)
  case any([Restriction])
  case all([Restriction])

  /// Kinds of thing of which it can hold, the most usual first.
  var kinds: [SelectionKind] {
    switch self {
    case .compared(let field, _, _): field.kinds.filter { field.figurePath(in: $0) != nil }
    case .related(let a, _, let b):
      a.kinds.filter { a.figurePath(in: $0) != nil && b.figurePath(in: $0) != nil }
    case .dated(let field, _, _), .span(let field, _, _), .contains(let field, _), .prefix(let field, _),
      .text(let field, _),
      .missing(let field):
      field.kinds
    case .target(_, let isOfResults):
      isOfResults ? [.measures, .indicators] : [.measures, .indicators, .projects]
    case .entity(let entity): entity.kinds
    case .label: [.projects, .indicators, .measures, .headings]
    case .year: [.projects, .indicators, .organizations, .plans]
    case .goal, .period, .bound, .alsoIn: [.indicators]
    case .marked(let field): field.kinds
    case .against(let field, _, let amount):
      field.kinds.filter { kind in field.figurePath(in: kind) != nil && amount.reckoning(in: kind) != nil }
    case .code: [.projects]
    case .topic: Things.anyKind
    case .among(let things): things.kinds
    case .given(let selection): [selection.kind]
    case .not(let part): part.kinds
    case .any(let parts), .all(let parts):
      parts.dropFirst().reduce(parts.first?.kinds ?? []) { $0.filter($1.kinds.contains) }
    }
  }

  /// The condition on things of a kind; nil where they have no such field.
  func condition(in kind: SelectionKind) -> Condition? {
    switch self {
    case .compared(let field, let comparison, let figure):
      return field.figurePath(in: kind).map {
        .comparison($0, comparison, .number(figure.value, unit: figure.unit))
      }
    case .related(let a, let comparison, let b):
      guard let path = a.figurePath(in: kind), let other = b.figurePath(in: kind) else { return nil }
      return .comparison(path, comparison, .field(other))
    case .dated(let field, let comparison, let year):
      return field.path(in: kind).map { .comparison($0, comparison, .number(ExactNumber(year), unit: nil)) }
    case .span(let field, let first, let last):
      return field.path(in: kind).map { path in
        .all(
          [(Comparison.atLeast, first), (.atMost, last)].map {
            .comparison(path, $0.0, .number(ExactNumber($0.1), unit: nil))
          })
      }
    case .contains(let field, let text): return field.path(in: kind).map { .contains($0, text) }
    case .prefix(let field, let text): return field.path(in: kind).map { .prefix($0, text) }
    case .text(let field, let text): return field.path(in: kind).map { .comparison($0, .equal, .text(text)) }
    case .missing(let field): return field.path(in: kind).map(Condition.missing)
    case .marked(let field):
      return field.kinds.contains(kind) ? .comparison(.field(field), .equal, .flag(true)) : nil
    case .target(let comparison, let isOfResults):
      let target = Restriction.target(comparison, in: kind, isOfResults: isOfResults)
      guard isOfResults, kind == .indicators else { return target }
      return target.map { .all([.not(.missing(.point(.actual, .value))), $0]) }
    case .entity(let entity): return entity.restriction(in: kind)
    case .alsoIn(let document): return kind == .indicators ? .alsoIn(document.text) : nil
    case .label(let label): return kinds.contains(kind) ? .under(label) : nil
    case .year(let year): return Frame.condition(year: year, nil, in: kind)
    case .period(let period):
      return kind == .indicators ? .contains(.point(.target, .period), period) : nil
    case .against(let field, let comparison, let amount):
      guard let path = field.figurePath(in: kind), let figure = amount.reckoning(in: kind) else { return nil }
      return .comparison(path, comparison, .reckoned(figure))
    case .bound(let bound):
      return kind == .indicators
        ? .comparison(.point(.target, .bound), .equal, .text(bound.rawValue)) : nil
    case .goal(let goal): return kind == .indicators ? .contains(.field(.sdgTargets), goal) : nil
    case .code(let code): return kind == .projects ? Frame.condition(code: code) : nil
    case .topic(let text): return .matching(text)
    case .among(let things): return things.selection(of: kind).map(Condition.among)
    case .given(let selection):
      guard selection.kind == kind else { return nil }
      let isWhole = selection.limit == nil && selection.position == nil
      return isWhole ? .all(selection.conditions) : .among(selection)
    case .not(let part): return part.condition(in: kind).map(Condition.not)
    case .any(let parts): return Restriction.conditions(parts, kind).map(Condition.any)
    case .all(let parts): return Restriction.conditions(parts, kind).map(Condition.all)
    }
  }

  private static func conditions(_ parts: [Restriction], _ kind: SelectionKind) -> [Condition]? {
    let conditions = parts.compactMap { $0.condition(in: kind) }
    return conditions.count == parts.count ? conditions : nil
  }

  /// Levels of evaluation lists: 1 and 2 are above the target, 3 is about met, 4 and 5 below.
  private static func target(_ comparison: Comparison, in kind: SelectionKind, isOfResults: Bool)
    -> Condition?
  {
    func level(_ sign: Comparison, _ level: Int) -> Condition {
      .comparison(.field(.level), sign, .number(ExactNumber(level), unit: nil))
    }
    func achievement(_ sign: Comparison) -> Condition {
      .comparison(.derived(.achievement), sign, .number(ExactNumber(100), unit: nil))
    }
    switch (kind, comparison) {
    case (.measures, .atLeast) where !isOfResults: return .comparison(.field(.met), .equal, .flag(true))
    case (.measures, .less) where !isOfResults: return .comparison(.field(.met), .equal, .flag(false))
    case (.measures, _): return .comparison(.field(.actual), comparison, .field(.field(.target)))
    case (.indicators, .atLeast): return .comparison(.field(.met), .equal, .flag(true))
    case (.indicators, .less): return .comparison(.field(.met), .equal, .flag(false))
    case (.indicators, _): return achievement(comparison)
    case (.projects, .greater): return level(.atMost, 2)
    case (.projects, .atLeast): return level(.atMost, 3)
    case (.projects, .less): return level(.atLeast, 4)
    case (.projects, .atMost): return level(.atLeast, 3)
    case (.projects, .equal): return level(.equal, 3)
    default: return nil
    }
  }

  /// The denial of it: a comparison turned where there is one.
  var denied: Restriction {
    switch self {
    case .compared(let field, let comparison, let figure) where comparison != .equal:
      .compared(field, comparison.denied, figure)
    case .related(let a, let comparison, let b): .related(a, comparison.denied, b)
    case .against(let field, let comparison, let amount): .against(field, comparison.denied, amount)
    case .dated(let field, let comparison, let year) where comparison != .equal:
      .dated(field, comparison.denied, year)
    case .target(let comparison, let isOfResults): .target(comparison.denied, isOfResults: isOfResults)
    case .not(let part): part
    // 予算も決算も10万以上ではない: neither is
    case .all(let parts) where Restriction.areOfSeveralFields(parts): .all(parts.map(\.denied))
    default: .not(self)
    }
  }

  /// One bound said of several fields.
  private static func areOfSeveralFields(_ parts: [Restriction]) -> Bool {
    let fields = parts.compactMap { if case .compared(let field, _, _) = $0 { field } else { nil } }
    return fields.count == parts.count && Set(fields).count == fields.count
  }

  /// Of plans: adopted before and now anew, or adopted for the first time; the words that lists of plans print for it.
  static let revised = Restriction.text(.mention(.field(.kind)), "改定")
  static let adopted = Restriction.text(.mention(.field(.kind)), "策定")

  /// Says which thing or place is spoken of.
  var isSubject: Bool {
    switch self {
    case .entity(let entity): entity.isName
    case .topic, .label, .code: true
    case .any(let parts), .all(let parts): parts.contains(where: \.isSubject)
    default: false
    }
  }

  /// The two figures that it holds against each other, of things of a kind: what was spent and the budget.
  func sides(in kind: SelectionKind?) -> (Reference, Reference)? {
    switch self {
    case .related(let a, let comparison, let b):
      comparison == .less || comparison == .atMost ? (b, a) : (a, b)
    case .target: (.target, .mention(.role(kind == .measures ? .actual : .current)))
    case .not(let part): part.sides(in: kind)
    default: nil
    }
  }

  var isOfTarget: Bool { if case .target = self { true } else { false } }

  /// Says again, or in vain, what the other says: two topics, two values of one field.
  func rivals(_ other: Restriction) -> Bool {
    switch (self, other) {
    case (.topic, .topic), (.period, .period): true
    case (.entity(let a), .entity(let b)), (.entity(let a), .not(.entity(let b))),
      (.not(.entity(let a)), .entity(let b)):
      a == b || !a.valueFields.isDisjoint(with: b.valueFields)
    default: self == other
    }
  }

  /// Of 実績 against 目標.
  var isOfResults: Bool { if case .target(_, true) = self { true } else { false } }

  /// Speaks of words that are looked for, and not of a figure or a name.
  var isTopic: Bool {
    switch self {
    case .topic, .contains: true
    case .not(let part): part.isTopic
    case .any(let parts), .all(let parts): parts.contains(where: \.isTopic)
    default: false
    }
  }
}

extension Restriction {
  /// Two bounds of a field that no figure keeps.
  static func contradict(_ restrictions: [Restriction]) -> Bool {
    let tests = restrictions.flatMap { if case .all(let parts) = $0 { parts } else { [$0] } }
    return tests.contains { a in tests.contains { b in a.excludes(b) } }
  }

  private func excludes(_ other: Restriction) -> Bool {
    guard case .compared(let field, let lower, let low) = self, lower == .greater || lower == .atLeast,
      case .compared(field, let upper, let high) = other, upper == .less || upper == .atMost
    else { return false }
    return high.value < low.value
  }
}

extension Comparison {
  /// What holds where it doesn't.
  var denied: Comparison {
    switch self {
    case .equal: .notEqual
    case .notEqual: .equal
    case .less: .atLeast
    case .atMost: .greater
    case .greater: .atMost
    case .atLeast: .less
    }
  }
}

extension Entity {
  /// Kinds of which its name or value can hold.
  var kinds: [SelectionKind] {
    var kinds: [SelectionKind] = []
    for meaning in meanings {
      switch meaning {
      case .name(let kind), .value(_, let kind): kinds.append(kind)
      case .document: kinds += Things.anyKind
      case .rank, .label, .term, .attribute: break
      }
    }
    return kinds.uniqued
  }

  /// The condition that it asks of things of a kind; nil where it says nothing of such things.
  func restriction(in kind: SelectionKind) -> Condition? {
    if let value = valueCondition(of: kind) { return value }
    if meanings.contains(.name(kind)) { return .named(text) }
    for meaning in meanings { if case .document = meaning { return .document(text) } }
    return nil
  }
}
