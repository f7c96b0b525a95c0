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

  private let matcher: KeywordMatcher
  private let groups: FactGroups
  private lazy var all = groups.facts(of: .heading).map { fact in
    Heading(fact: fact, above: fact.sources.map(\.section).max { $0.count < $1.count } ?? [])
  }
  /// What the headings are called, once something asks for one.
  private lazy var names = Names(all, key: key)
  private var known: [String: [Heading]] = [:]
  private var knownByPlan: [String: [String: [Heading]]] = [:]
  /// How many headings were compared with words, part by part, because none is called by them.
  private(set) var comparisons = 0

  /// Headings by what they may be called, as places in `all`, ascending.
  private struct Names {
    private(set) var byKey: [String: [Int]] = [:]
    private(set) var byLabel: [String: [Int]] = [:]
    private(set) var byNumber: [String: [Int]] = [:]
    /// Title and name of each.
    private(set) var parts: [(title: String, name: String)] = []

    init(_ all: [Heading], key: (String) -> String) {
      for (i, heading) in all.enumerated() {
        let number = key(heading.label).filter(\.isNumber)
        let (title, name) = (key(heading.title), key(heading.fact.name))
        parts.append((title, name))
        byLabel[heading.label, default: []].append(i)
        byNumber[number, default: []].append(i)
        for key in Set([title, name, key(heading.label), key((heading.rank ?? "") + number)]) {
          byKey[key, default: []].append(i)
        }
      }
    }
  }

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
  func titles(of rank: String, above fact: Fact) -> [String] {
    all.filter { heading in
      heading.fact.plan == fact.plan && heading.rank == rank
        && (fact.kind == .heading ? heading.holdsDirectly(fact) : heading.holds(fact))
    }.map(\.title).uniqued
  }

  private func find(_ text: String) -> [Heading] {
    let wanted = key(text)
    guard !wanted.isEmpty else { return [] }
    // a sign (④) is printed as asked; (4) and 4. are other lists
    if let sign = text.unicodeScalars.first, text.unicodeScalars.count == 1,
      (0x2460...0x2473).contains(sign.value)
    {
      return headings(names.byLabel[text])
    }
    // a number alone is any heading's number: 政策４, (4), 4., ④
    let digits = wanted.filter(\.isNumber)
    if digits == wanted, !digits.isEmpty { return headings(names.byNumber[digits]) }
    let exact = headings(names.byKey[wanted])
    if !exact.isEmpty { return exact }
    let found = matcher.translated(label: text).flatMap { headings(names.byKey[key($0)]) }
    if !found.isEmpty { return found.uniqued }
    guard wanted.count >= 3, digits.isEmpty else { return [] }
    comparisons += names.parts.count
    return headings(
      names.parts.indices.filter {
        names.parts[$0].title.contains(wanted) || names.parts[$0].name.contains(wanted)
      })
  }

  private func headings(_ places: [Int]?) -> [Heading] { (places ?? []).map { all[$0] } }

  private func key(_ text: String) -> String {
    matcher.fold(text).filter { !$0.isWhitespace && !"「」『』\"()".contains($0) }
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
