import JapaneseText
import PlanFacts

/// The headings of all documents, found by label, number, name or part of a name.
///
/// ①–⑦ number several lists in one document, so a label is no identity: a heading is its plan and the names above it.
final class Headings {
  struct Heading: Hashable {
    let fact: Fact
    /// Titles of the headings above it, outermost first.
    let above: [String]

    init(_ fact: Fact) {
      self.fact = fact
      above = fact.sources.map(\.section).max { $0.count < $1.count } ?? []
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(fact.plan)
      hasher.combine(title)
    }
    static func == (a: Heading, b: Heading) -> Bool {
      a.fact.plan == b.fact.plan && a.title == b.title && a.above == b.above
    }

    var label: String { fact.text(.label) ?? "" }
    var rank: String? { fact.text(.rank) }
    var parent: String? { fact.text(.parent) }
    var title: String { label.isEmpty ? fact.name : "\(label) \(fact.name)" }

    /// A fact stands under it, however deep.
    func holds(_ other: Fact) -> Bool {
      guard other.plan == fact.plan else { return false }
      if holdsDirectly(other) { return true }
      return other.sources.contains { source in
        guard let at = source.section.lastIndex(where: names) else { return false }
        return source.section[..<at].isEmpty || isBelowParent(source.section[..<at])
      }
    }

    /// A fact stands right under it.
    func holdsDirectly(_ other: Fact) -> Bool {
      guard other.plan == fact.plan, other.text(.parent) == fact.name else { return false }
      // two headings of one name are told apart by what stands above them
      guard other.kind == .heading else { return true }
      return other.sources.contains { source in
        guard let at = source.section.lastIndex(where: names), at > 0 else { return true }
        return isBelowParent(source.section[..<at])
      }
    }

    private func isBelowParent(_ above: ArraySlice<String>) -> Bool {
      parent.map { parent in above.contains { $0.isTitle(of: parent) } } ?? true
    }

    private func names(_ title: String) -> Bool { title.isTitle(of: fact.name) }
  }

  /// What a heading may be called, folded.
  struct Keys {
    let title: String
    let name: String
    let number: String
    /// Each once.
    let all: Set<String>

    init(_ heading: Heading, key: (String) -> String) {
      number = key(heading.label).filter(\.isNumber)
      title = key(heading.title)
      name = key(heading.fact.name)
      all = [title, name, key(heading.label), key((heading.rank ?? "") + number)]
    }
  }

  private let matcher: KeywordMatcher
  private let groups: FactGroups
  private var known: [String: [Heading]] = [:]
  private var knownByPlan: [String: [String: [Heading]]] = [:]
  /// How many headings were compared with words, part by part, because none is called by them.
  private(set) var comparisons = 0

  init(_ groups: FactGroups, matcher: KeywordMatcher) {
    self.groups = groups
    self.matcher = matcher
  }

  /// Headings that a question's words may mean: by full title, label or name; else by number; else by part of a name.
  /// Words that were asked for before cost one look.
  func matching(_ text: String) -> [Heading] {
    if let found = known[text] { return found }
    let found = find(text)
    known[text] = found
    return found
  }

  /// Those of one document.
  func matching(_ text: String, in plan: String) -> [Heading] {
    if let plans = knownByPlan[text] { return plans[plan] ?? [] }
    let plans = Dictionary(grouping: matching(text)) { $0.fact.plan }
    knownByPlan[text] = plans
    return plans[plan] ?? []
  }

  /// The titles of the headings of a rank that a fact stands under.
  ///
  /// - Parameter deep: headings stand under those above their own too; else right under one.
  func titles(of rank: String, above fact: Fact, deep: Bool) -> [String] {
    groups.facts(of: .heading, in: fact.plan).map(Heading.init).filter { heading in
      heading.rank == rank
        && (fact.kind == .heading && !deep ? heading.holdsDirectly(fact) : heading.holds(fact))
    }.map(\.title).uniqued
  }

  private func find(_ text: String) -> [Heading] {
    let wanted = key(text)
    guard !wanted.isEmpty else { return [] }
    let words = groups.lookup.headings
    // a sign (④) is printed as asked; (4) and 4. are other lists
    if let sign = text.unicodeScalars.first, text.unicodeScalars.count == 1,
      (0x2460...0x2473).contains(sign.value)
    {
      return headings(words.byLabel, text)
    }
    // a number alone is any heading's number: 政策４, (4), 4., ④
    let digits = wanted.filter(\.isNumber)
    if digits == wanted, !digits.isEmpty { return headings(words.byNumber, digits) }
    let exact = headings(words.byKey, wanted)
    if !exact.isEmpty { return exact }
    let found = matcher.translated(label: text).flatMap { headings(words.byKey, key($0)) }
    if !found.isEmpty { return found.uniqued }
    guard wanted.count >= 3, digits.isEmpty else { return [] }
    comparisons += words.parts.count
    let scalars = Array(wanted.unicodeScalars)
    let holding = (0..<words.parts.count).filter { matcher.holds(words.parts.scalars($0), scalars) }
    let places = Set(holding.flatMap(words.parts.values)).map { Int($0) }.sorted()
    return groups.facts(at: places).map(Heading.init).filter { heading in
      let keys = Keys(heading, key: key)
      return keys.title.contains(wanted) || keys.name.contains(wanted)
    }
  }

  private func headings(_ table: WordTable, _ word: String) -> [Heading] {
    guard let place = table.place(of: Array(word.unicodeScalars)) else { return [] }
    return groups.facts(at: table.values(place).map { Int($0) }).map(Heading.init)
  }

  private func key(_ text: String) -> String { Headings.bare(matcher.fold(text)) }

  static func key(_ text: String, _ folder: Folder) -> String { bare(folder.fold(string: text)) }

  private static func bare(_ folded: String) -> String {
    folded.filter { !$0.isWhitespace && !"「」『』\"()".contains($0) }
  }
}

extension String {
  /// True for a printed title, with or without its label, of a heading of this name.
  func isTitle(of name: String) -> Bool {
    self == name || hasSuffix(" " + name) || hasSuffix("\u{3000}" + name)
  }
}

extension Fact {
  /// A field that is one text.
  func text(_ field: FieldName) -> String? { if case .text(let text)? = self[field] { text } else { nil } }
}
