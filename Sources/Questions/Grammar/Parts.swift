import JapaneseText
import PlanFacts

/// What a rule found for its parts, by what they mean: the first field, the second figure, whatever their order.
struct Parts {
  let edges: [Edge]

  init(_ edges: [Edge]) { self.edges = edges }

  private func pick<Value>(_ n: Int, _ value: (Meaning) -> Value?) -> Value? {
    var left = n
    for edge in edges {
      guard let found = value(edge.meaning) else { continue }
      if left == 0 { return found }
      left -= 1
    }
    return nil
  }

  func things(_ n: Int = 0) -> Things? {
    pick(n) { if case .things(let things) = $0 { things } else { nil } }
  }
  func field(_ n: Int = 0) -> Reference? { pick(n) { if case .field(let field) = $0 { field } else { nil } } }
  func fields(_ n: Int = 0) -> [Reference]? {
    pick(n) { if case .fields(let fields) = $0 { fields } else { nil } }
  }
  func fieldsOfThings(_ n: Int = 0) -> FieldsOfThings? {
    pick(n) { if case .fieldsOfThings(let both) = $0 { both } else { nil } }
  }
  func condition(_ n: Int = 0) -> Restriction? {
    pick(n) { if case .condition(let condition) = $0 { condition } else { nil } }
  }
  func order(_ n: Int = 0) -> Ordering? { pick(n) { if case .order(let order) = $0 { order } else { nil } } }
  func amount(_ n: Int = 0) -> Amount? {
    pick(n) { if case .amount(let amount) = $0 { amount } else { nil } }
  }
  func figure(_ n: Int = 0) -> Figure? {
    pick(n) { if case .figure(let figure) = $0 { figure } else { nil } }
  }
  func figures(_ n: Int = 0) -> [Figure]? {
    pick(n) { if case .figures(let figures) = $0 { figures } else { nil } }
  }
  func year(_ n: Int = 0) -> YearMention? { pick(n) { if case .year(let year) = $0 { year } else { nil } } }
  func period(_ n: Int = 0) -> String? {
    pick(n) { if case .period(let period) = $0 { period } else { nil } }
  }
  func span(_ n: Int = 0) -> (first: Reference, last: Reference)? {
    pick(n) { if case .span(let first, let last) = $0 { (first, last) } else { nil } }
  }
  func operation(_ n: Int = 0) -> Reckoning.Operation? {
    pick(n) { if case .operation(let operation) = $0 { operation } else { nil } }
  }
  func place(_ n: Int = 0) -> Int? { pick(n) { if case .place(let place) = $0 { place } else { nil } } }
  func comparison(_ n: Int = 0) -> Comparison? {
    pick(n) { if case .comparison(let comparison) = $0 { comparison } else { nil } }
  }
  func direction(_ n: Int = 0) -> Direction? {
    pick(n) { if case .direction(let direction) = $0 { direction } else { nil } }
  }
  /// What an adjective behind than says of a field: 多い is over it.
  func comparison(saidOf field: Reference?, _ n: Int = 0) -> Comparison? {
    field.flatMap { direction(n)?.way(for: $0) }.map { $0 == .descending ? .greater : .less }
  }
  func aggregate(_ n: Int = 0) -> Aggregate? {
    pick(n) { if case .aggregate(let aggregate) = $0 { aggregate } else { nil } }
  }
  func met(_ n: Int = 0) -> Bool? { pick(n) { if case .met(let met) = $0 { met } else { nil } } }
  func boundary() -> Point.Bound? {
    pick(0) { if case .boundary(let bound) = $0 { bound } else { nil } }
  }
  func change(_ n: Int = 0) -> Concept.Change? {
    pick(n) { if case .change(let change) = $0 { change } else { nil } }
  }
  func text(_ n: Int = 0) -> String? { pick(n) { if case .text(let text) = $0 { text } else { nil } } }
  func acts(_ n: Int = 0) -> [Act] { pick(n) { if case .acts(let acts) = $0 { acts } else { nil } } ?? [] }
  func ordinal() -> Act.Place? { pick(0) { if case .ordinal(let place) = $0 { place } else { nil } } }
  func offset() -> Int? { pick(0) { if case .offset(let offset) = $0 { offset } else { nil } } }
  func particle(_ n: Int) -> Unicode.Scalar? { edges[n].particle }
}
