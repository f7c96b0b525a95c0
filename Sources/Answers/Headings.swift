import JapaneseText
import PlanFacts

/// The headings of all documents, found by label, number, name or part of a name.
///
/// ①–⑦ number several lists in one document, so a label is no identity: a heading is its plan and the names above it.
struct Headings {
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

  let all: [Heading]
  private let matcher: KeywordMatcher

  init(_ facts: [Fact], matcher: KeywordMatcher) {
    self.matcher = matcher
    all = facts.filter { $0.kind == .heading }.map { fact in
      Heading(fact: fact, above: fact.sources.map(\.section).max { $0.count < $1.count } ?? [])
    }
  }

  /// Headings that a question's words may mean: by full title, label or name; else by number; else by part of a name.
  func matching(_ text: String) -> [Heading] {
    let wanted = key(text)
    guard !wanted.isEmpty else { return [] }
    // a sign (④) is printed as asked; (4) and 4. are other lists
    if let sign = text.unicodeScalars.first, text.unicodeScalars.count == 1,
      (0x2460...0x2473).contains(sign.value)
    {
      return all.filter { $0.label == text }
    }
    // a number alone is any heading's number: 政策４, (4), 4., ④
    let digits = wanted.filter(\.isNumber)
    if digits == wanted, !digits.isEmpty { return all.filter { number($0.label) == digits } }
    let exact = exactly(wanted)
    if !exact.isEmpty { return exact }
    let found = matcher.translated(label: text).flatMap { exactly(key($0)) }
    if !found.isEmpty { return found.uniqued }
    guard wanted.count >= 3, digits.isEmpty else { return [] }
    return all.filter { key($0.title).contains(wanted) || key($0.fact.name).contains(wanted) }
  }

  private func exactly(_ wanted: String) -> [Heading] {
    all.filter { heading in
      let ranked = (heading.rank ?? "") + number(heading.label)
      return [heading.title, heading.fact.name, heading.label, ranked].contains { key($0) == wanted }
    }
  }

  private func key(_ text: String) -> String {
    matcher.fold(text).filter { !$0.isWhitespace && !"「」『』\"()".contains($0) }
  }

  private func number(_ label: String) -> String { key(label).filter(\.isNumber) }
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
