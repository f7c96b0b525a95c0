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
  /// The categories of leaves that begin at each place.
  private var begins: [CategorySet] = []
  private var agenda: [[Edge]] = Array(repeating: [], count: Chart.dearest + 1)
  /// Spans by the place where they begin and their category, one row a place.
  private var spans: [[Span]]
  /// Edges in the same rows.
  private var finished: [[Edge]]
  /// States by the place and the category of the edge that they wait for.
  private var waiting: [[State]]
  private var reach: [[(end: Int, price: Int)]] = []
  private var steps = 0

  /// What a span of a category was read as.
  private struct Span {
    let end: Int
    /// Edges kept.
    var count = 0
    /// What it was proposed as, with the price.
    var proposed: [(meaning: Meaning, price: Int)] = []
  }

  /// A rule some of whose parts have been found, the last of them.
  private final class State {
    let opening: Grammar.Opening
    let before: State?
    let last: Edge
    /// How many were found.
    let count: Int
    let price: Int

    init(_ opening: Grammar.Opening, _ before: State?, _ last: Edge, price: Int) {
      self.opening = opening
      self.before = before
      self.last = last
      count = (before?.count ?? 0) + 1
      self.price = price
    }

    /// What was found, left to right.
    var found: [Edge] {
      var found = [last]
      var state = before
      while let one = state {
        found.append(one.last)
        state = one.before
      }
      found.reverse()
      return found
    }
  }

  /// - Parameters:
  ///   - skips: what may be passed over, with its price; anything else must be used.
  ///   - particles: the particle that begins at a place.
  init(_ grammar: Grammar, length: Int, skips: [Skip], particles: [Int: Unicode.Scalar]) {
    self.grammar = grammar
    self.length = length
    self.skips = skips
    self.particles = particles
    spans = Array(repeating: [], count: (length + 1) * Category.many)
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
    let leaves = onWay(leaves)
    guard !leaves.isEmpty else { return [] }
    openings = grammar.openings(with: CategorySet(leaves.map(\.category)), for: goal)
    begins = Array(repeating: CategorySet(), count: length + 1)
    for leaf in leaves { begins[leaf.range.lowerBound].insert(leaf.category) }
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

  /// The leaves that stand on some way from the start to the end of the question, from leaf to leaf and over fillers: no other is
  /// in a whole derivation. None where something can be neither used nor passed over.
  private func onWay(_ leaves: [Edge]) -> [Edge] {
    let starting = Dictionary(grouping: leaves, by: \.range.lowerBound)
    var isReached = [Bool](repeating: false, count: length + 1)
    for place in reach[0] { isReached[place.end] = true }
    for start in 0..<length where isReached[start] {
      for leaf in starting[start] ?? [] {
        for place in reach[leaf.range.upperBound] { isReached[place.end] = true }
      }
    }
    // from here the end is reached, by a leaf first or over fillers too
    var leadsOn = [Bool](repeating: false, count: length + 1)
    var ends = [Bool](repeating: false, count: length + 1)
    for place in stride(from: length, through: 0, by: -1) {
      leadsOn[place] = (starting[place] ?? []).contains { ends[$0.range.upperBound] }
      ends[place] = reach[place].contains { $0.end == length || leadsOn[$0.end] }
    }
    return leaves.filter { isReached[$0.range.lowerBound] && ends[$0.range.upperBound] }
  }

  /// What passing over the words before and behind an edge costs; nil where they can't be passed over.
  private func priceOfEnds(_ edge: Edge) -> Int? {
    guard let before = reach[0].first(where: { $0.end == edge.range.lowerBound }),
      let behind = reach[edge.range.upperBound].first(where: { $0.end == length })
    else { return nil }
    return before.price + behind.price
  }

  private mutating func propose(_ edge: Edge) {
    guard edge.price <= Chart.dearest, edge.range.upperBound <= length else { return }
    let row = row(edge)
    let place = place(of: edge, in: row)
    guard spans[row][place].count < Chart.widest,
      // meanings are trees: compared where there are others of the span, and never hashed
      !spans[row][place].proposed.contains(where: { $0.price <= edge.price && $0.meaning == edge.meaning })
    else { return }
    spans[row][place].proposed.append((edge.meaning, edge.price))
    agenda[edge.price].append(edge.followed(by: particle(behind: edge.range.upperBound)))
  }

  private func row(_ edge: Edge) -> Int { edge.range.lowerBound * Category.many + edge.ordinal }

  /// Of an edge's span in its row; few spans of a category begin at a place.
  private mutating func place(of edge: Edge, in row: Int) -> Int {
    if let place = spans[row].firstIndex(where: { $0.end == edge.range.upperBound }) { return place }
    spans[row].append(Span(end: edge.range.upperBound))
    return spans[row].count - 1
  }

  /// The first particle behind a place, fillers passed over: を in 予算額を.
  private func particle(behind place: Int) -> Unicode.Scalar? {
    for (end, _) in reach[place] { if let particle = particles[end] { return particle } }
    return nil
  }

  private mutating func accept(_ edge: Edge) -> Bool {
    let row = row(edge)
    let place = place(of: edge, in: row)
    guard spans[row][place].count < Chart.widest else { return false }
    spans[row][place].count += 1
    finished[row].append(edge)
    return true
  }

  private mutating func combine(_ edge: Edge) {
    for state in waiting[row(edge)] { advance(state.opening, state, with: edge) }
    for opening in openings[edge.ordinal] { advance(opening, nil, with: edge) }
  }

  private mutating func advance(_ opening: Grammar.Opening, _ state: State?, with edge: Edge) {
    let count = state?.count ?? 0
    steps += 1
    guard steps < Chart.mostSteps, opening.pattern[count].accepts(edge) else { return }
    let price = (state?.price ?? opening.rule.price) + edge.price
    guard count + 1 < opening.pattern.count else { return finish(opening, state, edge, price) }
    let part = opening.pattern[count + 1]
    for (place, passed) in reach[edge.range.upperBound] {
      // what can't begin here will never be found here
      guard price + passed <= Chart.dearest, !begins[place].isDisjoint(with: grammar.firsts[part.ordinal])
      else { continue }
      let next = State(opening, state, edge, price: price + passed)
      let at = place * Category.many + part.ordinal
      waiting[at].append(next)
      for other in finished[at] { advance(opening, next, with: other) }
    }
  }

  private mutating func finish(_ opening: Grammar.Opening, _ state: State?, _ last: Edge, _ price: Int) {
    let parts = (state?.found ?? []) + [last]
    guard let meaning = opening.rule.meaning(Parts(parts)) else { return }
    propose(
      Edge(
        parts[0].range.lowerBound..<last.range.upperBound, opening.rule.result, meaning,
        price: price, rule: opening.rule.name, parts: parts))
  }
}
