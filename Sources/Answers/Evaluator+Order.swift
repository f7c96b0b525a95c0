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
    var notes: [String] = []
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
      points.narrowed(fact).figure(at: key.path).map { (i, $0.value, fact) }
    }
    guard !keyed.isEmpty else {
      return Chosen(
        facts: facts, total: facts.count, notes: ["no \(key.path) is stated: in the printed order"])
    }
    let left = facts.count - keyed.count
    let units = facts.compactMap { points.narrowed($0).figure(at: key.path)?.unit }.uniqued
    let ordered = keyed.sorted { a, b in
      if a.1 == b.1 { return a.0 < b.0 }
      return key.direction == .ascending ? a.1 < b.1 : b.1 < a.1
    }
    return Chosen(
      facts: ordered.map(\.2), total: facts.count,
      notes: (left > 0 ? ["\(left) without \(key.path) left out of the order"] : [])
        + (units.count > 1 ? ["ordered by figures in unlike units: \(units.joined(separator: ", "))"] : []))
  }

  /// Things as good as the last within the limit: a single best one brings its equals along.
  private func cut(_ chosen: inout Chosen, to limit: Int, by key: SortKey?, _ points: PointScope) {
    let facts = chosen.facts
    chosen.facts = Array(facts.prefix(limit))
    guard let key, let last = points.narrowed(facts[limit - 1]).figure(at: key.path)?.value else { return }
    let ties = facts.dropFirst(limit).prefix { points.narrowed($0).figure(at: key.path)?.value == last }
    guard !ties.isEmpty else { return }
    if limit == 1 {
      chosen.notes.append("\(ties.count + 1) share the same \(key.path)")
      chosen.facts += ties
    } else {
      chosen.notes.append("\(ties.count) more have the same \(key.path) as the last")
    }
  }

  // MARK: one of what another selection selects

  /// The scope with what each `among` of the conditions selects, and which words left out are in names, so that it is
  /// worked out once.
  func settled(_ scope: Scope, for conditions: [Condition], of pool: [Fact]) -> Scope {
    var scope = scope
    for case .not(.matching(let words)) in conditions {
      scope.areInNames[words] = !matcher.names(matching: words, in: pool.map(\.name)).isEmpty
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
  /// The selections that it looks for members of.
  fileprivate var inner: [Selection] {
    switch self {
    case .among(let selection): [selection]
    case .any(let parts), .all(let parts): parts.flatMap(\.inner)
    case .not(let part): part.inner
    case .comparison, .prefix, .contains, .missing, .under, .named, .matching, .about, .document: []
    }
  }
}
