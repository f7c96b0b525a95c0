import JapaneseText
import PlanFacts

/// Which things are meant, in which order, how many, before their kind is settled.
package struct Things: Hashable, Sendable {
  /// Kinds they may be of, the most usual first.
  var kinds: [SelectionKind]
  /// A word said the kind: 事業, indicators.
  var hasKind = false
  /// The word was 施策 or 取組, which plans print counts of.
  var areInitiatives = false
  var restrictions: [Restriction] = []
  var order: Ordering?
  /// A part of others (…のうち): an order that stands before is one of those others.
  var isPart = false

  /// What a question without a word for the kind may be about.
  static let anyKind: [SelectionKind] = [
    .projects, .indicators, .measures, .organizations, .plans, .evaluations, .headings,
  ]

  init(_ kinds: [SelectionKind], hasKind: Bool = false, _ restrictions: [Restriction] = []) {
    self.kinds = kinds
    self.hasKind = hasKind
    self.restrictions = restrictions
  }

  private init(_ kinds: [SelectionKind], of things: Things) {
    self = things
    self.kinds = kinds
  }

  /// Things that a field or condition can be said of; nil where there are none.
  static func all(with kinds: [SelectionKind]) -> Things? { kinds.isEmpty ? nil : Things(kinds) }

  /// Called by their names, and by nothing else.
  var isNamed: Bool {
    !restrictions.isEmpty && order == nil
      && restrictions.allSatisfy {
        if case .entity(let entity) = $0 { entity.isName } else { false }
      }
  }

  /// Called by words that may be a part of their name, and by nothing else.
  var isCalled: Bool {
    let names = restrictions.filter {
      switch $0 {
      case .entity(let entity): entity.isName
      case .given(let selection): selection.isOfOne
      case .topic: true
      default: false
      }
    }
    let moments = restrictions.count {
      switch $0 {
      case .year, .period: true
      default: false
      }
    }
    return order == nil && !names.isEmpty && names.count + moments == restrictions.count
  }

  /// A bare kind.
  var isBare: Bool { restrictions.isEmpty && order == nil }

  /// Headings of a rank, and nothing more is said of them.
  var isOfRank: Bool {
    guard restrictions.count == 1, order == nil, case .text(.mention(.field(.rank)), _) = restrictions[0]
    else {
      return false
    }
    return true
  }

  /// Those of the question before, and nothing more is said of them.
  var areGiven: Bool {
    guard restrictions.count == 1, order == nil, case .given = restrictions[0] else { return false }
    return true
  }

  /// Has a limit, so that what is said of them outside is said of what it left.
  var isCut: Bool { order?.limit != nil || order?.position != nil }

  /// Only those of them that meet a condition, before any order and limit; nil where none can.
  ///
  /// - Parameter isFirst: the condition was said before the others.
  func narrowed(by restriction: Restriction, isFirst: Bool = false) -> Things? {
    // 実績が目標を上回った事業: the measures decide, and they are what shows it
    let kinds = restriction.isOfResults && self.kinds == [.projects] ? [.measures] : self.kinds
    // a name says which thing it is: words beside it would be looked for in vain
    guard !(isNamed && restriction.isTopic),
      var things = Things(kinds, of: self).limited(to: restriction.kinds),
      !restrictions.contains(where: { $0.rivals(restriction) })
    else { return nil }
    things.restrictions.insert(restriction, at: isFirst ? 0 : restrictions.count)
    return things
  }

  /// Of what an order and a limit left, those that meet a condition: 上位5事業のうち達成度3のもの.
  func left(by restriction: Restriction) -> Things? {
    guard isCut else { return narrowed(by: restriction) }
    return Things(kinds, hasKind: hasKind, [.among(self)]).narrowed(by: restriction)
  }

  /// The same as a part of others.
  var asPart: Things {
    var part = self
    part.isPart = true
    return part
  }

  /// In an order that stands before them; nil for a part of others, of which it is: 予算上位5事業のうち環境政策局のもの.
  func orderedBefore(by order: Ordering) -> Things? { isPart ? nil : ordered(by: order) }

  /// The same, of these kinds alone; nil where it is of none of them.
  func limited(to kinds: [SelectionKind]) -> Things? {
    var things = self
    // where the question names no kind, the condition tells which is the most usual
    things.kinds = hasKind || self.kinds != Things.anyKind ? self.kinds.filter(kinds.contains) : kinds
    return things.kinds.isEmpty ? nil : things
  }

  /// In an order; nil where they have one already, or no such field, or are one thing.
  func ordered(by order: Ordering) -> Things? {
    // one thing by its name has no order
    guard self.order == nil, !isNamed else { return nil }
    var things = order.field.map { limited(to: $0.kinds) } ?? self
    if let holds = order.holds { things = things?.narrowed(by: holds) }
    things?.order = order
    return things
  }

  /// The selection, where such things can be selected.
  func selection(of kind: SelectionKind) -> Selection? {
    guard kinds.contains(kind) else { return nil }
    if areGiven, case .given(let selection)? = restrictions.first { return selection }
    var conditions: [Condition] = []
    for restriction in restrictions {
      guard let condition = restriction.condition(in: kind) else { return nil }
      if restriction.isConjunction, case .all(let parts) = condition {
        conditions += parts
      } else {
        conditions.append(condition)
      }
    }
    // places first, as the canonical line prints them
    var selection = Selection(kind, conditions.filter(\.isPlace) + conditions.filter { !$0.isPlace })
    if let order {
      if let way = order.way {
        guard let path = (order.field ?? boundedField).map({ $0.figurePath(in: kind) }) ?? kind.usualOrder
        else { return nil }
        selection.sort = [SortKey(path, way)]
      }
      selection.limit = order.limit
      selection.position = order.position
    }
    return selection
  }
}

extension Things {
  /// The one figure that they are bounded by; nil where there is none, or several.
  var boundedField: Reference? {
    let bounded = restrictions.compactMap { restriction -> Reference? in
      guard case .compared(let field, let sign, _) = restriction, sign != .equal, sign != .notEqual,
        field.isFigure, field.type != .year, field.type != .level
      else { return nil }
      return field
    }.uniqued
    return bounded.count == 1 ? bounded[0] : nil
  }
}

/// An order with what it leaves: 決算の大きい順に4つ.
package struct Ordering: Hashable, Sendable {
  /// nil is what such things are usually ordered by.
  var field: Reference?
  /// nil where only a number of things is said.
  var way: SortKey.Direction?
  var limit: Int?
  var position: Int?
  /// What must hold of those that are ordered: of the furthest over the budget, that it is over.
  var holds: Restriction?
}

/// Fields of things: 総務企画局の予算と決算.
package struct FieldsOfThings: Hashable, Sendable {
  var fields: [Reference]
  var things: Things

  /// nil where such things have no such fields.
  init?(_ fields: [Reference], of things: Things) {
    // 第2期目標と第1期目標の差: a period beside a figure is that figure's, and not the things'
    let isOfPeriod = things.restrictions.contains { if case .period = $0 { true } else { false } }
    guard !isOfPeriod || !fields.contains(where: \.namesPeriod) else { return nil }
    var kinds = fields.dropFirst().reduce(fields.first?.kinds ?? []) { $0.filter($1.kinds.contains) }
    // 目標を上回った実績: figures that were measured, not what a project did
    if fields.contains(where: { $0.role != nil }), things.restrictions.contains(where: \.isOfTarget) {
      kinds.removeAll { $0 == .projects }
    }
    guard let things = things.limited(to: kinds) else { return nil }
    self.fields = fields
    self.things = things
  }
}

extension Restriction {
  /// Several conditions at once, which stand beside the others of a selection.
  fileprivate var isConjunction: Bool {
    switch self {
    case .all, .given: true
    default: false
    }
  }
}

extension Selection {
  /// One thing, by its name or its place in an order.
  fileprivate var isOfOne: Bool {
    limit == 1 || position != nil
      || conditions.contains { if case .named = $0 { true } else { false } }
        && conditions.allSatisfy(\.isPlace)
  }
}

extension Entity {
  /// A name of a thing, not a value or a document.
  package var isName: Bool { meanings.contains { if case .name = $0 { true } else { false } } }
}
