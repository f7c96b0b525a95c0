/// A piece of a question with one meaning. An object, since the chart hands it on at every step.
package final class Edge: Sendable {
  /// In scalars of the folded question.
  package let range: Range<Int>
  package let category: Category
  package let meaning: Meaning
  /// The sum of the prices of the rules and leaves it is made of.
  package let price: Int
  /// The particle right behind it; nil where none stands there.
  package let particle: Unicode.Scalar?
  /// The rule that made it; nil for a leaf.
  package let rule: String?
  /// What it is made of; empty for a leaf.
  package let parts: [Edge]
  /// The number of its category: looked up once, since an edge is asked for it at each place it may be used.
  let ordinal: Int

  init(
    _ range: Range<Int>, _ category: Category, _ meaning: Meaning, price: Int = 0,
    particle: Unicode.Scalar? = nil, rule: String? = nil, parts: [Edge] = []
  ) {
    self.range = range
    self.category = category
    self.meaning = meaning
    self.price = price
    self.particle = particle
    self.rule = rule
    self.parts = parts
    ordinal = category.ordinal
  }

  /// The same with the particle behind it.
  func followed(by particle: Unicode.Scalar?) -> Edge {
    if particle == self.particle { return self }
    return Edge(range, category, meaning, price: price, particle: particle, rule: rule, parts: parts)
  }

  /// Its leaves, left to right.
  package var leaves: [Edge] { parts.isEmpty ? [self] : parts.flatMap(\.leaves) }

  /// The rules that made it and its parts.
  package var rules: Set<String> {
    parts.reduce(into: Set([rule].compactMap(\.self))) { $0.formUnion($1.rules) }
  }
}

/// What a question may hold besides its meaning: particles, politeness, fillers, space.
struct Skip: Hashable {
  let range: Range<Int>
  let price: Int
}
