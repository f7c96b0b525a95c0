import PlanFacts

/// A figure that is asked for, before the kinds are settled.
package indirect enum Amount: Hashable, Sendable {
  case count(Things)
  /// The one figure of a thing.
  case figure(Reference, Things)
  case aggregate(Aggregate, Reference, Things)
  case combined(Amount, Reckoning.Operation, Amount)

  /// nil where the things have no such figure.
  static func of(_ aggregate: Aggregate, _ field: Reference, _ things: Things) -> Amount? {
    // in which order they stand is nothing to a sum: a word for it says something else
    guard field.isFigure, field.type != .year, aggregate != .sum || field.addsUp,
      things.order == nil || things.isCut, let both = FieldsOfThings([field], of: things)
    else {
      return nil
    }
    return .aggregate(aggregate, field, both.things)
  }

  /// The figure of one thing, called by its name or its place in an order; of several things their sum.
  static func of(_ field: Reference?, _ things: Things?) -> Amount? {
    guard let field, let things else { return nil }
    guard things.isCalled || things.order?.limit == 1 || things.order?.position != nil else {
      return of(.sum, field, things)
    }
    guard field.isFigure, field.type != .year, let both = FieldsOfThings([field], of: things) else {
      return nil
    }
    return .figure(field, both.things)
  }

  /// What sort of figure it is; nil where its parts are of two.
  var type: Reference.FieldType? {
    switch self {
    case .count: .number
    case .figure(let field, _), .aggregate(_, let field, _): field.type
    case .combined(_, .dividedBy, _): .number
    case .combined(_, .percentOf, _): .percent
    case .combined(let a, _, let b): a.type == b.type ? a.type : nil
    }
  }

  /// The figure where it is of things of a kind; the first it may be where it is of none of that kind.
  func reckoning(in kind: SelectionKind) -> Reckoning? {
    let all = reckonings()
    return all.first { $0.selections.allSatisfy { $0.kind == kind } } ?? all.first
  }

  /// The figure of things of each kind they may be of.
  func reckonings() -> [Reckoning] {
    switch self {
    // `count of evaluations` is the figure that each of them prints
    case .count(let things):
      things.kinds.filter { $0 != .evaluations }.compactMap { things.selection(of: $0).map(Reckoning.count) }
    case .figure(let field, let things):
      things.kinds.compactMap { kind in
        guard let path = field.figurePath(in: kind), let selection = things.selection(of: kind) else {
          return nil
        }
        return .figure(path, selection)
      }
    case .aggregate(let aggregate, let field, let things):
      things.kinds.compactMap { kind in
        guard let path = field.figurePath(in: kind), let selection = things.selection(of: kind) else {
          return nil
        }
        return .aggregate(aggregate, of: path, selection)
      }
    case .combined(let a, let operation, let b):
      a.reckonings().prefix(1).flatMap { x in b.reckonings().prefix(1).map { .combined(x, operation, $0) } }
    }
  }
}

/// What a whole question asks for, before the kinds are settled.
package indirect enum Inquiry: Hashable, Sendable {
  case list(Things, show: [Reference])
  case amount(Amount)
  /// How many percent of the second are in the first.
  case share(Things, of: Things)
  case table(Things, by: Reference, columns: [Column])
  case comparison([Things], by: [Reference])
  case course(Things)
  /// Two questions: 予算はいくら？ 決算は？ What the second asks of what the first is about.
  case followed(Inquiry, [Act])

  package struct Column: Hashable, Sendable {
    /// nil counts the things.
    let reckoned: Reckoned?
    /// Of the groups, only those that have the most of it, or the least.
    var only: SortKey.Direction?

    package struct Reckoned: Hashable, Sendable {
      let aggregate: Aggregate
      let field: Reference
    }

    static func count(only way: SortKey.Direction? = nil) -> Column { Column(reckoned: nil, only: way) }

    init(reckoned: Reckoned?, only: SortKey.Direction? = nil) {
      self.reckoned = reckoned
      self.only = only
    }

    init(aggregate: Aggregate, field: Reference, only: SortKey.Direction? = nil) {
      self.init(reckoned: Reckoned(aggregate: aggregate, field: field), only: only)
    }
  }

  /// The questions it may be, one a kind, best first.
  package var questions: [Question] {
    switch self {
    case .list(let things, let show):
      return things.kinds.compactMap { kind in
        let paths = show.compactMap { $0.path(in: kind) }
        guard paths.count == show.count, let selection = things.dated(by: show, in: kind) else { return nil }
        return .list(selection, show: paths)
      }
    case .amount(let amount):
      return amount.reckonings().map { reckoning in
        switch reckoning {
        // how many an evaluation counts is the figure it prints
        case .count(let selection) where selection.kind == .evaluations:
          .list(selection, show: [.field(.count)])
        case .count(let selection): .count(selection)
        case .aggregate(let aggregate, let path, let selection): .aggregate(aggregate, of: path, selection)
        case .figure(let path, let selection): .list(selection, show: [path])
        case .combined: .reckoning(reckoning)
        }
      }
    case .share(let part, let whole):
      return part.kinds.compactMap { kind in
        guard let part = part.selection(of: kind), let whole = whole.selection(of: kind) else { return nil }
        return .share(part, of: whole)
      }
    case .table(let things, let field, let columns):
      return things.printedCounts(by: field)
        + things.kinds.compactMap { kind in
          guard let path = field.path(in: kind), let selection = things.selection(of: kind) else {
            return nil
          }
          let paths = columns.compactMap { column in
            guard let reckoned = column.reckoned else { return TableColumn.count.only(column.only) }
            return reckoned.field.figurePath(in: kind)
              .map { TableColumn.aggregate(reckoned.aggregate, $0).only(column.only) }
          }
          return paths.count == columns.count ? .table(selection, by: path, columns: paths) : nil
        }
    case .comparison(let sides, let fields):
      let kinds = sides.flatMap(\.kinds).uniqued
      return kinds.compactMap { kind in
        let selections = sides.compactMap { $0.selection(of: kind) }
        let paths = fields.compactMap { $0.path(in: kind) }
        guard selections.count == sides.count, paths.count == fields.count else { return nil }
        return .comparison(selections, by: paths)
      }
    case .course(let things):
      return things.selection(of: .indicators).map { [.course($0)] } ?? []
    case .followed(let first, let acts):
      return first.questions.compactMap { question in
        Continuation(of: question, total: 0) { _, _ in nil }.question(acts).flatMap(question.joined)
      }
    }
  }

  /// True where more than one set of things is named: such a question stands by itself whatever was asked before.
  package var isOfSeveral: Bool {
    switch self {
    case .comparison, .amount(.combined): true
    default: false
    }
  }

  /// Gives a figure that may be counted in such a unit: 何％, 何人.
  func gives(_ unit: String) -> Bool {
    let type: Reference.FieldType?
    switch self {
    case .amount(let amount): type = amount.type
    case .list(_, let show): type = show.last?.type
    case .comparison(_, let fields): type = fields.last?.type
    case .share: type = .percent
    case .followed(let first, _): return first.gives(unit)
    case .course(_), .table: type = nil
    }
    return type.map { $0.isCounted(in: unit) } ?? false
  }

  /// Names a kind, a thing or a place of its own, and so stands by itself after any question.
  package var hasSubject: Bool {
    things.contains { $0.hasKind && !$0.areGiven || $0.restrictions.contains(where: \.isSubject) }
  }

  /// Asks of things that no word of it says, not even by an order.
  package var isOpen: Bool { !hasSubject && things.allSatisfy { $0.order == nil } }

  /// Names a kind and nothing else: 事業名, 指標も.
  package var isKindAlone: Bool {
    guard case .list(let things, show: []) = self else { return false }
    return things.hasKind && (things.isBare || things.isOfRank)
  }

  /// Names a thing or a place and nothing else.
  package var isNameAlone: Bool {
    guard case .list(let things, show: []) = self else { return false }
    return !things.hasKind && things.order == nil && !things.restrictions.isEmpty
      && things.restrictions.allSatisfy(\.isSubject)
  }

  /// Speaks of words that stand in texts.
  package var hasTopic: Bool { things.contains { $0.restrictions.contains(where: \.isTopic) } }

  /// Speaks of 施策, 取組 or measures, which plans print under many names.
  package var asksForWorks: Bool {
    things.contains { $0.areInitiatives || $0.hasKind && $0.kinds == [.measures] }
  }

  /// Asks for a field between bounds that no figure is between.
  var isContradictory: Bool { things.contains { Restriction.contradict($0.restrictions) } }

  private var things: [Things] {
    switch self {
    case .list(let things, _), .table(let things, _, _), .course(let things), .share(let things, _): [things]
    case .comparison(let sides, _): sides
    case .amount(let amount): amount.things
    case .followed(let first, _): first.things
    }
  }
}

extension Things {
  /// 基本目標ごとの取組数: evaluations print how many initiatives each has.
  fileprivate func printedCounts(by group: Reference) -> [Question] {
    guard areInitiatives, isBare, case .rank(let rank) = group else { return [] }
    let evaluated = Selection(.evaluations, [.comparison(.field(.rank), .equal, .text(rank))])
    return [.list(evaluated, show: [.field(.count)])]
  }
}

extension Question {
  /// Both at once, where they are asked of the same things; nil where one would be given for the two.
  fileprivate func joined(with second: Question) -> Question? {
    guard case .list(let things, let show) = self else { return nil }
    switch second {
    case .list(things, let more) where more != show: return .list(things, show: (show + more).uniqued)
    // the things stand beside what is reckoned of them
    case .count(things) where show.isEmpty, .aggregate(_, _, things) where show.isEmpty: return second
    default: return nil
    }
  }
}

extension Amount {
  fileprivate var things: [Things] {
    switch self {
    case .count(let things), .figure(_, let things), .aggregate(_, _, let things): [things]
    case .combined(let a, _, let b): a.things + b.things
    }
  }
}

extension Things {
  /// The selection where a year belongs to the one figure that is shown: 2025年度の湖の透明度の目標.
  fileprivate func dated(by show: [Reference], in kind: SelectionKind) -> Selection? {
    let roles = show.filter { $0.role != nil }
    // 2025年度の目標まで: beside the present figure it is the target that has a year
    let dated = roles.count == 1 ? roles.first : roles.first { $0 == .target }
    guard case .mention(let mention)? = dated, kind == .indicators || kind == .projects else {
      return selection(of: kind)
    }
    var things = self
    let years = restrictions.compactMap { if case .year(let year) = $0 { year } else { nil } }
    let periods = restrictions.compactMap { if case .period(let period) = $0 { period } else { nil } }
    things.restrictions.removeAll {
      switch $0 {
      case .year: true
      case .period: dated?.role != nil
      default: false
      }
    }
    guard var selection = things.selection(of: kind) else { return nil }
    selection.conditions += years.compactMap { Frame.condition(year: $0, mention, in: kind) }
    if let role = dated?.role {
      selection.conditions += periods.map { .contains(.point(role, .period), $0) }
    }
    return selection
  }
}
