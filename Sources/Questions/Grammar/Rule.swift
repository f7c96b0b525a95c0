/// A way to compose meanings: a value with its examples, so that rules can be listed, tested and explained.
package struct Rule: Sendable {
  /// A part of a pattern: a category, and where it matters the particles that may stand behind it.
  struct Part: Hashable, Sendable {
    let category: Category
    /// `-` for none; empty where any may stand there.
    let particles: [Unicode.Scalar]
    /// The number of the category.
    let ordinal: Int

    init(_ category: Category, particles: [Unicode.Scalar]) {
      self.category = category
      self.particles = particles
      ordinal = category.ordinal
    }

    func accepts(_ edge: Edge) -> Bool {
      edge.ordinal == ordinal
        && (particles.isEmpty || particles.contains(edge.particle ?? "-"))
    }
  }

  package let name: String
  package let result: Category
  /// The patterns as written: `F N CMP | F CMP N`; `F/をに` wants one of these particles behind the part, `-` none.
  package let pattern: String
  /// 0 for a usual reading, more for one that yields to others.
  package let price: Int
  /// Wordings that it reads, the content words of each its own.
  package let shows: [String]
  /// A wording that it doesn't read.
  package let rejects: String
  let patterns: [[Part]]
  /// nil where the parts don't fit together.
  let meaning: @Sendable (Parts) -> Meaning?

  init(
    _ name: String, _ result: Category, _ pattern: String, price: Int = 0, shows: [String], rejects: String,
    _ meaning: @escaping @Sendable (Parts) -> Meaning?
  ) {
    self.name = name
    self.result = result
    self.pattern = pattern
    self.price = price
    self.shows = shows
    self.rejects = rejects
    self.meaning = meaning
    patterns = pattern.split(separator: "|", omittingEmptySubsequences: true)
      .map { $0.split(separator: " ").compactMap(Rule.part) }
  }

  /// `F/をに`: a field with を or に behind it.
  private static func part(_ text: Substring) -> Part? {
    let halves = text.split(separator: "/", maxSplits: 1)
    guard let name = halves.first, let category = Category(rawValue: String(name)) else { return nil }
    return Part(category, particles: halves.count == 2 ? Array(halves[1].unicodeScalars) : [])
  }
}

/// The rules, ready to be combined.
package struct Grammar: Sendable {
  /// A pattern of a rule, found by the category that opens it.
  final class Opening: Sendable {
    let rule: Rule
    let pattern: [Rule.Part]
    /// The words it wants: categories that no rule makes.
    let words: CategorySet

    init(_ rule: Rule, _ pattern: [Rule.Part], words: CategorySet) {
      self.rule = rule
      self.pattern = pattern
      self.words = words
    }
  }

  package let rules: [Rule]
  private let openings: [Opening]
  /// By the number of a category, the categories of leaves that an edge of it can begin with, itself among them.
  let firsts: [CategorySet]

  package init(_ rules: [Rule] = Grammar.all) {
    self.rules = rules
    let made = CategorySet(rules.map(\.result))
    openings = rules.flatMap { rule in
      rule.patterns.map { pattern in
        Opening(rule, pattern, words: CategorySet(pattern.map(\.category)).subtracting(made))
      }
    }
    var firsts = Category.allCases.map { CategorySet([$0]) }
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for opening in openings {
        guard let first = opening.pattern.first else { continue }
        if firsts[opening.rule.result.ordinal].formUnion(firsts[first.ordinal]) { isGrowing = true }
      }
    }
    self.firsts = firsts
  }

  /// The patterns that a question with such leaves can fill, by the number of the category that opens them: most want a word that most
  /// questions don't have.
  func openings(with leaves: CategorySet, for goal: Category) -> [[Opening]] {
    var found: [[Opening]] = Array(repeating: [], count: Category.many)
    // a whole question is no part of half of one; half of one follows a whole one where a mark stands between
    var others = Set([Category.question, .fragment]).subtracting([goal])
    if !leaves.isDisjoint(with: CategorySet([.stop])) { others.remove(.fragment) }
    for opening in openings where opening.words.isSubset(of: leaves) && !others.contains(opening.rule.result)
    {
      if let first = opening.pattern.first { found[first.ordinal].append(opening) }
    }
    return found
  }

  /// The rules by what they are about, in the order in which ties go to them.
  package static let themes: [(title: String, rules: [Rule])] = [
    ("Sets", setRules), ("Conditions", conditionRules), ("Bounds and targets", boundRules),
    ("Denial and exclusion", denialRules), ("Years and change", timeRules), ("Orders", orderRules),
    ("Fields", fieldRules), ("Figures over many things", amountRules), ("Side by side", comparisonRules),
    ("Whole questions", questionRules),
    ("Halves of questions, after another", fragmentRules),
  ]

  package static let all = themes.flatMap(\.rules)
}
