/// A bottom-up chart: the cheapest edges first, each combined with what stands beside it.
///
/// It is bounded: few edges a span and category, and a number of steps past which a question counts as not understood.
/// Ties go to what was found first, which depends on the question and the order of the rules alone.
package struct Chart {
  /// Edges kept for one span and category.
  private static let widest = 6
  /// Steps after which it gives up.
  private static let mostSteps = 60_000
  /// A derivation dearer than this is no reading.
  private static let dearest = 40

  private let grammar: Grammar
  private let length: Int
  private let skips: [Skip]
  private let particles: [Int: Unicode.Scalar]

  private var openings: [[Grammar.Opening]] = []
  private var agenda: [[Edge]] = Array(repeating: [], count: Chart.dearest + 1)
  /// What each span was proposed as, with the lowest price.
  private var proposed: [Span: [(meaning: Meaning, price: Int)]] = [:]
  private var counts: [Span: Int] = [:]
  /// Edges by the place where they begin and their category, one row a place.
  private var finished: [[Edge]]
  /// States by the place and the category of the edge that they wait for.
  private var waiting: [[State]]
  private var reach: [[(end: Int, price: Int)]] = []
  private var steps = 0

  private struct Span: Hashable {
    let start: Int
    let end: Int
    let ordinal: Int

    init(_ edge: Edge) {
      (start, end, ordinal) = (edge.range.lowerBound, edge.range.upperBound, edge.ordinal)
    }
  }
  /// A rule some of whose parts have been found.
  private struct State {
    let rule: Rule
    let pattern: [Rule.Part]
    let found: [Edge]
    let price: Int
  }

  /// - Parameters:
  ///   - skips: what may be passed over, with its price; anything else must be used.
  ///   - particles: the particle that begins at a place.
  init(_ grammar: Grammar, length: Int, skips: [Skip], particles: [Int: Unicode.Scalar]) {
    self.grammar = grammar
    self.length = length
    self.skips = skips
    self.particles = particles
    finished = Array(repeating: [], count: (length + 1) * Category.many)
    waiting = Array(repeating: [], count: (length + 1) * Category.many)
    reach = Chart.reach(length: length, skips: skips)
  }

  /// From each place, the places that can be reached by passing over fillers, at their lowest price.
  private static func reach(length: Int, skips: [Skip]) -> [[(end: Int, price: Int)]] {
    var from: [Int: [Skip]] = [:]
    for skip in skips { from[skip.range.lowerBound, default: []].append(skip) }
    var reach = Array(repeating: [(end: Int, price: Int)](), count: length + 1)
    for start in stride(from: length, through: 0, by: -1) {
      var best: [Int: Int] = [start: 0]
      for skip in from[start] ?? [] {
        for next in reach[skip.range.upperBound] {
          best[next.end] = min(best[next.end] ?? .max, skip.price + next.price)
        }
      }
      // fillers in a row are few; a text of nothing else says nothing
      reach[start] = best.sorted { $0.key < $1.key }.prefix(40).map { (end: $0.key, price: $0.value) }
    }
    return reach
  }

  /// The cheapest whole derivations of a category that will do, best first: every word is used, or passed over as a filler.
  mutating func derivations(
    of leaves: [Edge], goal: Category = .question, atMost count: Int = 3, where willDo: (Edge) -> Bool
  ) -> [Edge] {
    openings = grammar.openings(with: Set(leaves.map(\.category)), for: goal)
    for leaf in leaves { propose(leaf) }
    var found: [(edge: Edge, price: Int)] = []
    var price = 0
    var next = 0
    while price < agenda.count, found.count < count, steps < Chart.mostSteps {
      guard next < agenda[price].count else {
        // what costs no more than the best, with what it passes over at the ends, is a reading as good
        if found.contains(where: { $0.price <= price }) { break }
        (price, next) = (price + 1, 0)
        continue
      }
      let edge = agenda[price][next]
      next += 1
      guard accept(edge) else { continue }
      if edge.category == goal, let ends = priceOfEnds(edge), willDo(edge) {
        found.append((edge, price + ends))
      }
      combine(edge)
    }
    let best = found.map(\.price).min()
    return found.filter { $0.price == best }.map(\.edge)
  }

  /// What passing over the words before and behind an edge costs; nil where they can't be passed over.
  private func priceOfEnds(_ edge: Edge) -> Int? {
    guard let before = reach[0].first(where: { $0.end == edge.range.lowerBound }),
      let behind = reach[edge.range.upperBound].first(where: { $0.end == length })
    else { return nil }
    return before.price + behind.price
  }

  private mutating func propose(_ edge: Edge) {
    guard edge.price <= Chart.dearest, edge.range.upperBound <= length,
      counts[Span(edge), default: 0] < Chart.widest
    else { return }
    // meanings are trees: compared where there are others of the span, and never hashed
    let others = proposed[Span(edge)] ?? []
    if others.contains(where: { $0.price <= edge.price && $0.meaning == edge.meaning }) { return }
    proposed[Span(edge), default: []].append((edge.meaning, edge.price))
    agenda[edge.price].append(edge.followed(by: particle(behind: edge.range.upperBound)))
  }

  /// The first particle behind a place, fillers passed over: を in 予算額を.
  private func particle(behind place: Int) -> Unicode.Scalar? {
    for (end, _) in reach[place] { if let particle = particles[end] { return particle } }
    return nil
  }

  private mutating func accept(_ edge: Edge) -> Bool {
    let span = Span(edge)
    guard counts[span, default: 0] < Chart.widest else { return false }
    counts[span, default: 0] += 1
    finished[edge.range.lowerBound * Category.many + edge.ordinal].append(edge)
    return true
  }

  private mutating func combine(_ edge: Edge) {
    for state in waiting[edge.range.lowerBound * Category.many + edge.ordinal] {
      advance(state, with: edge)
    }
    for opening in openings[edge.ordinal] {
      advance(
        State(rule: opening.rule, pattern: opening.pattern, found: [], price: opening.rule.price), with: edge)
    }
  }

  private mutating func advance(_ state: State, with edge: Edge) {
    steps += 1
    guard steps < Chart.mostSteps, state.pattern[state.found.count].accepts(edge) else { return }
    let found = state.found + [edge]
    guard found.count < state.pattern.count else { return finish(state, found, state.price + edge.price) }
    let ordinal = state.pattern[found.count].ordinal
    for (place, price) in reach[edge.range.upperBound] {
      let next = State(
        rule: state.rule, pattern: state.pattern, found: found, price: state.price + edge.price + price)
      guard next.price <= Chart.dearest else { continue }
      let at = place * Category.many + ordinal
      waiting[at].append(next)
      for other in finished[at] { advance(next, with: other) }
    }
  }

  private mutating func finish(_ state: State, _ found: [Edge], _ price: Int) {
    guard let meaning = state.rule.meaning(Parts(found)) else { return }
    propose(
      Edge(
        found[0].range.lowerBound..<found[found.count - 1].range.upperBound, state.rule.result, meaning,
        price: price, rule: state.rule.name, parts: found))
  }
}
