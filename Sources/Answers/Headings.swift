import JapaneseText
import PlanFacts

/// The headings of all documents, found by label, number, name or part of a name.
///
/// ①–⑦ number several lists in one document, so a label is no identity: a heading is its plan and its path.
struct Headings {
  /// A heading with its own path, outermost title first, itself last.
  struct Heading: Hashable {
    let fact: Fact
    let path: [String]

    func hash(into hasher: inout Hasher) {
      hasher.combine(fact.plan)
      hasher.combine(path)
    }
    static func == (a: Heading, b: Heading) -> Bool { a.fact.plan == b.fact.plan && a.path == b.path }

    var label: String {
      if case .text(let label)? = fact[.label] { label } else { "" }
    }
    var rank: String? {
      if case .text(let rank)? = fact[.rank] { rank } else { nil }
    }
    var title: String { label.isEmpty ? fact.name : "\(label) \(fact.name)" }
  }

  let all: [Heading]
  private let folder = Folder()

  init(_ facts: [Fact]) {
    all = facts.filter { $0.kind == .heading }.compactMap { fact in
      fact.sources.first.map { Heading(fact: fact, path: $0.section) }
    }
  }

  /// Headings that a question's words may mean: by full title, label or name; else by number; else by part of a name.
  func matching(_ text: String) -> [Heading] {
    let wanted = key(text)
    guard !wanted.isEmpty else { return [] }
    let exact = all.filter { heading in
      [heading.title, heading.fact.name, heading.label, (heading.rank ?? "") + number(heading.label)].contains
      {
        key($0) == wanted
      }
    }
    // a sign (④) is printed as asked; (4) and 4. are other lists
    if let sign = text.unicodeScalars.first, text.unicodeScalars.count == 1,
      (0x2460...0x2473).contains(sign.value)
    {
      return exact.filter { $0.label == text }
    }
    if !exact.isEmpty { return exact }
    let digits = wanted.filter(\.isNumber)
    if digits == wanted, !digits.isEmpty {
      return all.filter { number($0.label) == digits }
    }
    guard wanted.count >= 3, digits.isEmpty else { return [] }
    return all.filter { key($0.title).contains(wanted) || key($0.fact.name).contains(wanted) }
  }

  /// True where `path` of a plan stands below the heading.
  func isBelow(_ path: [String], of plan: String, heading: Heading) -> Bool {
    plan == heading.fact.plan && path.count > heading.path.count && path.starts(with: heading.path)
  }

  private func key(_ text: String) -> String {
    folder.fold(string: text, depth: .characters).filter { !$0.isWhitespace }
  }

  private func number(_ label: String) -> String { key(label).filter(\.isNumber) }
}
