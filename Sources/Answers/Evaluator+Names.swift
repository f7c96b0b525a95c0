import JapaneseText
import PlanFacts
import Questions

/// Which things a selection may mean, by what the index knows of them: of the others nothing is read.
extension Evaluator {
  /// Things of a kind that keywords name, the best first; only those nearly as good as the best.
  func named(by keywords: String, of kind: FactKind?) -> [(place: Int, score: Double)] {
    guard let kind else { return [] }
    let names = groups.lookup.names(of: kind)
    let words = words(of: names, like: keywords)
    let places = words.map { names.words.values($0).map { Int($0) } }
    return matcher.matches(
      of: keywords, in: words.map(names.words.scalars), counts: places.map(\.count),
      total: groups.places(of: kind).count
    )
    .flatMap { match in places[match.index].map { ($0, match.score) } }
    .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
  }

  /// The names of things of a kind, equals once, that keywords name, the best first.
  func unlikeNames(by keywords: String, of kind: FactKind?) -> [(name: String, score: Double)] {
    guard let kind else { return [] }
    let names = unlikeNames(like: keywords, of: kind)
    return matcher.matches(
      of: keywords, in: names.map { matcher.scalars($0) }, counts: nil,
      total: groups.lookup.unlikeNames(of: [kind])
    )
    .sorted { ($1.score, $0.index) < ($0.score, $1.index) }.map { (names[$0.index], $0.score) }
  }

  /// The names of things of a kind, equals once, in their order, that may share a word with keywords.
  func unlikeNames(like keywords: String, of kind: FactKind) -> [String] {
    let names = groups.lookup.names(of: kind)
    let places = words(of: names, like: keywords).flatMap(names.words.values).map { Int($0) }.sorted()
    return groups.names(at: places).uniqued
  }

  /// True where a folded text stands in the name of a thing of a kind.
  func isInName(_ text: String, of kind: FactKind) -> Bool {
    let names = groups.lookup.names(of: kind)
    let scalars = Array(text.unicodeScalars)
    return (names.grams.things(mayHold: scalars) ?? Array(0..<names.words.count)).contains { word in
      String(String.UnicodeScalarView(names.words.scalars(word))).contains(text)
    }
  }

  /// The names that may share a pair of scalars with keywords or what else these may be called, ascending.
  private func words(of names: FactLookup.Names, like keywords: String) -> [Int] {
    let parts = keywords.split(whereSeparator: \.isWhitespace).map { matcher.scalars(String($0)) }
    let forms = matcher.terms(of: keywords).flatMap(\.forms)
    var found: [Int] = []
    for text in [matcher.scalars(keywords)] + parts + forms where !text.isEmpty {
      // one character may stand in any
      guard let words = names.grams.things(mayShare: text) else { return Array(0..<names.words.count) }
      found = found.merged(with: words)
    }
    return found
  }

  // MARK: conditions

  /// Things of a kind that may meet a condition, ascending: all that meet it are among them. nil where only the things can tell.
  func places(mayMeet condition: Condition, of kind: FactKind) -> [Int]? {
    switch condition {
    case .named(let name):
      return groups.called(([name] + matcher.translated(label: name)).map(key))
    case .document(let name):
      return groups.places(of: kind, in: documents.documents(named: name).map(\.id))
    // evaluations name what they stand under as their subject, too
    case .under(let text) where kind != .evaluation:
      return groups.places(of: kind, in: Set(headings.matching(text).map(\.fact.plan)).sorted())
    case .comparison(.field(let field), .equal, .text(let wanted)) where Evaluator.saidFields.contains(field):
      return groups.lookup.words.things(mayHold: Array(key(wanted).unicodeScalars))
    case .contains(.field(let field), let text) where Evaluator.saidFields.contains(field):
      guard let own = groups.lookup.words.things(mayHold: Array(matcher.fold(text).unicodeScalars)),
        let spoken = places(maySpeakOf: text)
      else { return nil }
      return own.merged(with: spoken)
    case .any(let parts):
      let each = parts.map { places(mayMeet: $0, of: kind) }
      return each.contains(nil) ? nil : each.compactMap(\.self).reduce([]) { $0.merged(with: $1) }
    case .all(let parts):
      return parts.compactMap { places(mayMeet: $0, of: kind) }.reduce(nil) { $0?.common(with: $1) ?? $1 }
    case .comparison, .prefix, .contains, .missing, .under, .matching, .about, .alsoIn, .among, .not:
      return nil
    }
  }

  /// Fields that are texts, and compared as such.
  private static let saidFields: Set<FieldName> = [
    .bureau, .category, .area, .members, .outcome, .project, .table,
  ]

  /// Things of any kind whose text or lines may hold every word of keywords, ascending; nil where only the things can tell.
  /// - Parameter others: things that a word of them is true of, whatever they say; nil where only the things can tell.
  func places(
    maySpeakOf keywords: String,
    or others: (KeywordMatcher.Term?, [Unicode.Scalar]) -> [Int]? = { _, _ in [] }
  ) -> [Int]? {
    func holding(_ text: [Unicode.Scalar], _ term: KeywordMatcher.Term?) -> [Int]? {
      guard let own = groups.lookup.words.things(mayHold: text), let others = others(term, text) else {
        return nil
      }
      return own.merged(with: others)
    }
    let terms = matcher.terms(of: keywords)
    let parts = keywords.split(whereSeparator: \.isWhitespace).map {
      holding(matcher.scalars(String($0)), nil)
    }
    let whole = parts.compactMap(\.self).reduce(nil) { (all: [Int]?, part) in all?.common(with: part) ?? part
    }
    guard let whole else { return nil }
    var each: [Int]?
    for term in terms {
      let forms = term.forms.filter { !$0.isEmpty }.map { holding($0, term) }
      if forms.contains(nil) { continue }
      let own = forms.compactMap(\.self).reduce([]) { $0.merged(with: $1) }
      each = each?.common(with: own) ?? own
    }
    // without words nothing but the whole is looked for
    guard let each = terms.isEmpty ? [] : each else { return nil }
    return whole.merged(with: each)
  }
}
