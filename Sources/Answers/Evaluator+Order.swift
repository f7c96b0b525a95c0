import JapaneseText
import PlanFacts
import Questions

/// Which things a selection leaves once its order and its limit have had their say.
extension Evaluator {
  /// Things in their order, cut to what was asked for.
  struct Chosen {
    var facts: [Fact]
    /// How many there were before the limit.
    var total: Int
    /// Ties, and things that the order leaves out.
    var notes: [Note] = []
    /// Units that the figures of the order are in, where there are several.
    var units: [String] = []
    /// What an order goes by and no thing states, and the things: no order is one of them.
    var unordered: (path: FieldPath, facts: [Fact])?
  }

  /// What a selection may have missed: things whose figure it compares or orders by, and which was not read as a number.
  func gaps(in selection: Selection, _ chosen: Chosen, _ scope: Scope) -> [Gap] {
    var gaps: [Gap] = []
    let paths = selection.conditions.flatMap(\.compared) + selection.sort.map(\.path)
    if !paths.isEmpty {
      var wide = selection
      wide.conditions.removeAll { !$0.compared.isEmpty }
      let names = self.facts(wide, scope: scope).filter { fact in
        paths.contains { fact.figure(at: $0) == nil && fact.hasUnreadFigure(at: $0) }
      }.map(\.name)
      if !names.isEmpty { gaps.append(.figuresUnread(names)) }
    }
    if chosen.units.count > 1 { gaps.append(.unlikeUnits(chosen.units)) }
    // 区分のない事業: where none states a field, a column that no field claims may have it; the figures of one row all say what it says
    let missing = selection.conditions.compactMap { if case .missing(let path) = $0 { path } else { nil } }
    if !missing.isEmpty, selection.kind != .figures {
      let all = groups.facts(of: selection.kind.factKind)
      let hasColumns = all.contains { $0[.attributes] != nil }
      for path in missing where hasColumns && !all.contains(where: { $0.states(path) }) {
        gaps.append(.notStated([path], of: all.map(\.name), count: all.count))
      }
    }
    return gaps
  }

  /// Figures that the conditions compare and that things meeting all else do not state: no bound tells of these whether they
  /// are meant. A path each, with those things.
  func unstated(in selection: Selection, _ scope: Scope) -> [(path: FieldPath, facts: [Fact], of: Int)] {
    let paths = selection.conditions.flatMap(\.compared).flatMap(\.printed).uniqued
    guard !paths.isEmpty else { return [] }
    var wide = selection
    wide.conditions.removeAll { !$0.compared.isEmpty }
    let facts = facts(wide, scope: scope)
    return paths.compactMap { path in
      let left = facts.filter { !$0.states(path) }
      return left.isEmpty ? nil : (path, left, facts.count)
    }
  }

  /// How many of the things that meet all else have money on both sides of a comparison, but not of one year.
  func yearsApart(in selection: Selection, _ scope: Scope) -> Int {
    let pairs = selection.conditions.map(\.paths).filter { $0.count > 1 }
    guard !pairs.isEmpty else { return 0 }
    var wide = selection
    wide.conditions.removeAll { $0.paths.count > 1 }
    let points = PointScope(selection)
    return facts(wide, scope: scope).map(points.narrowed).count { fact in
      pairs.contains { paths in paths.allSatisfy(fact.states) && fact.ofOneYear(paths) == nil }
    }
  }

  func chosen(_ selection: Selection, scope: Scope = Scope()) -> Chosen {
    let facts = facts(selection, scope: scope)
    var chosen = Chosen(facts: facts, total: facts.count)
    let points = PointScope(selection)
    if let key = selection.sort.first { chosen = sorted(facts, by: key, points) }
    if let position = selection.position {
      chosen.facts = position <= chosen.facts.count ? [chosen.facts[position - 1]] : []
    } else if let limit = selection.limit, chosen.facts.count > limit {
      cut(&chosen, to: limit, by: selection.sort.first, points)
    }
    return chosen
  }

  private func sorted(_ facts: [Fact], by key: SortKey, _ points: PointScope) -> Chosen {
    let keyed = facts.enumerated().compactMap { i, fact in
      points.narrowed(fact).place(inOrderOf: key.path).map { (i, $0, fact) }
    }
    guard !keyed.isEmpty else { return Chosen(facts: [], total: 0, unordered: (key.path, facts)) }
    let left = facts.count - keyed.count
    // money without a unit beside money with one may be in yen or in thousands
    let isMoney = if case .field(let field) = key.path { FieldName.yearly[field] != nil } else { false }
    let units = facts.compactMap { points.narrowed($0).figure(at: key.path) }
      .compactMap { $0.unit ?? (isMoney ? "" : nil) }.uniqued
    let ordered = keyed.sorted { a, b in
      if a.1 == b.1 { return a.0 < b.0 }
      return key.direction == .ascending ? a.1 < b.1 : b.1 < a.1
    }
    let untold = key.path == .field(.level) ? documentsWithoutLegend(facts) : []
    return Chosen(
      facts: ordered.map(\.2), total: facts.count,
      notes: (left > 0 ? [.leftOutOfOrder(left, by: key.path)] : [])
        + (untold.isEmpty ? [] : [.oneIsBest(untold)]), units: units)
  }

  /// Those of which nothing says which of the levels of these things is the best.
  private func documentsWithoutLegend(_ facts: [Fact]) -> [String] {
    let told = Set(groups.facts(of: .definition).filter { $0[.level] != nil }.map(\.plan))
    return facts.filter { $0[.level] != nil && $0[.levelRank] == nil && !told.contains($0.plan) }.map(\.plan)
      .uniqued
  }

  /// Things as good as the last within the limit: a single best one brings its equals along.
  private func cut(_ chosen: inout Chosen, to limit: Int, by key: SortKey?, _ points: PointScope) {
    let facts = chosen.facts
    chosen.facts = Array(facts.prefix(limit))
    guard let key, let last = points.narrowed(facts[limit - 1]).place(inOrderOf: key.path) else { return }
    let ties = facts.dropFirst(limit).prefix { points.narrowed($0).place(inOrderOf: key.path) == last }
    guard !ties.isEmpty else { return }
    if limit == 1 {
      chosen.notes.append(.shareFirst(ties.count + 1, key.path))
      chosen.facts += ties
    } else {
      chosen.notes.append(.moreLikeLast(ties.count, key.path))
    }
  }

  // MARK: one of what another selection selects

  /// The scope with what each `among` of the conditions selects, and which words left out are in names, so that it is
  /// worked out once.
  func settled(_ scope: Scope, for conditions: [Condition], of kind: FactKind) -> Scope {
    var scope = scope
    for case .not(.matching(let words)) in conditions {
      scope.areInNames[words] = !named(by: words, of: kind).isEmpty
    }
    for selection in conditions.flatMap(\.inner) where scope.members[selection] == nil {
      scope.members[selection] = members(of: selection)
    }
    return scope
  }

  func members(of selection: Selection) -> Set<FactKey> { Set(chosen(selection).facts.map(FactKey.init)) }
}

/// What makes a fact the same one, whatever points of it a question looks at.
struct FactKey: Hashable {
  let kind: FactKind
  let plan: String
  let name: String
  let firstLine: Int

  init(_ fact: Fact) {
    kind = fact.kind
    plan = fact.plan
    name = fact.name
    firstLine = fact.sources.first?.lines.first ?? 0
  }
}

extension Condition {
  /// The paths whose figures it compares.
  var compared: [FieldPath] {
    switch self {
    case .comparison(let path, _, .field(let other)): [path, other]
    case .comparison(let path, _, .number), .comparison(let path, _, .flag): path.isOfFigures ? [path] : []
    case .any(let parts), .all(let parts): parts.flatMap(\.compared)
    case .not(let part): part.compared
    case .comparison, .prefix, .contains, .missing, .under, .named, .matching, .about, .document, .alsoIn,
      .among:
      []
    }
  }

  /// The words that it looks for, to leave out what has them.
  var deniedWords: [String] {
    switch self {
    case .not(.matching(let words)), .not(.about(let words)): [words]
    case .not(.any(let parts)), .not(.all(let parts)): parts.flatMap { Condition.not($0).deniedWords }
    case .any(let parts), .all(let parts): parts.flatMap(\.deniedWords)
    default: []
    }
  }

  /// The selections that it looks for members of.
  fileprivate var inner: [Selection] {
    switch self {
    case .among(let selection): [selection]
    case .any(let parts), .all(let parts): parts.flatMap(\.inner)
    case .not(let part): part.inner
    case .comparison, .prefix, .contains, .missing, .under, .named, .matching, .about, .document, .alsoIn: []
    }
  }
}

extension FieldPath {
  /// The figures that it is, or is reckoned from.
  fileprivate var printed: [FieldPath] {
    switch self {
    case .combined(let a, _, let b): a.printed + b.printed
    default: isOfFigures ? [self] : []
    }
  }

  /// Not the year or the unit of a figure.
  var isOfFigures: Bool {
    switch self {
    case .point(_, let part): part == .value
    case .pointIn, .combined, .derived(.achievement), .derived(.improvement),
      .field(.met):
      true
    case .field, .scheduleYear, .derived(.adoptedFiscalYear), .name, .document, .rank, .attribute: false
    }
  }
}
