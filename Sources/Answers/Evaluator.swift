import JapaneseText
import PlanDocuments
import PlanFacts
import PlanLibrary
import Questions

/// Tells which facts a selection selects.
struct Evaluator {
  let groups: FactGroups
  let levels: Lazy<Levels>
  let headings: Headings
  let documents: DocumentFinder
  let matcher: KeywordMatcher
  let texts: PassageTexts
  /// Titles of the documents by id: the words of a title belong to everything in the document.
  let titles: [String: String]
  /// The physical lines of a document.
  let lines: (String, LineRange) -> [String]
  let memo = Memo()

  /// Which of the headings that it may mean an `under` means.
  struct Scope {
    var place: String?
    var heading: Headings.Heading?
    /// What each selection inside the conditions selects.
    var members: [Selection: Set<FactKey>] = [:]
    /// Words that are left out, and whether a thing of the kind has them in its name.
    var areInNames: [String: Bool] = [:]
  }

  /// Facts that meet every condition, in order of document and line, before sorting and limits.
  func facts(_ selection: Selection, scope: Scope = Scope()) -> [Fact] {
    guard let kind = selection.kind.factKind else { return [] }
    let key = Memo.Key(selection: selection, place: scope.place, heading: scope.heading)
    if let known = memo.facts[key] { return known }
    let found = groups.facts(at: places(selection, kind, scope), of: kind)
    if memo.facts.count >= Memo.most { memo.facts.removeAll() }
    memo.facts[key] = found
    return found
  }

  /// What selections selected: an answer asks for the same again and again.
  final class Memo {
    struct Key: Hashable {
      let selection: Selection
      let place: String?
      let heading: Headings.Heading?
    }

    static let most = 64
    var facts: [Key: [Fact]] = [:]
  }

  private func places(_ selection: Selection, _ kind: FactKind, _ scope: Scope) -> [Int] {
    // a place that is settled stands in one document
    let isSettled =
      kind != .evaluation && scope.place.map { selection.conditions.contains(.under($0)) } ?? false
    let near = isSettled ? scope.heading.map { groups.places(of: kind, in: [$0.fact.plan]) } : nil
    // keywords last: they look at the names of what the other conditions leave
    let plain = selection.conditions.filter { !$0.isOfWords }
    let ranked = plain.contains(where: \.asksForRank)
    // 政策5の(2)の見出し: right under one of them, somewhere under the other
    let above = plain.filter(\.isUnder)
    let nested = !ranked && above.count > 1
    let points = PointScope(selection)
    let scope = settled(scope, for: selection.conditions, of: kind)
    var left = near ?? groups.places(of: kind)
    if !plain.isEmpty {
      for places in plain.compactMap({ self.places(mayMeet: $0, of: kind) }) {
        left = left.common(with: places)
      }
      left = kept(left, of: kind) { fact in
        let fact = points.narrowed(fact)
        return plain.allSatisfy { holds($0, of: fact, scope: scope, deep: ranked || nested) }
          && (!nested || above.contains { holds($0, of: fact, scope: scope, deep: false) })
      }
    }
    // a measure of a named project is found by its own words, not by those of the project
    let alone = plain.contains { $0.path == .field(.project) }
    for condition in selection.conditions {
      if case .matching(let keywords) = condition {
        left = matching(keywords, among: left, of: kind, alone: alone)
      } else if case .about(let keywords) = condition {
        let named = matching(keywords, among: left, of: kind, alone: alone)
        let spoken = kept(places(maySpeakOf: keywords).map(left.among) ?? left, of: kind) {
          speaks($0, of: keywords)
        }
        left = left.among(named.sorted().merged(with: spoken.sorted()))
      }
    }
    return left
  }

  /// The places of the facts that meet a condition, in their order.
  private func kept(_ places: [Int], of kind: FactKind, _ isMeant: (Fact) -> Bool) -> [Int] {
    zip(places, groups.facts(at: places, of: kind)).filter { isMeant($0.1) }.map(\.0)
  }

  /// True where the text of a thing, the lines it stands on or the headings above it hold every word.
  private func speaks(_ fact: Fact, of keywords: String) -> Bool {
    matcher.all(keywords, standIn: fact.spokenText(lines))
  }

  /// Facts named by keywords; where no name of the kind has them, those whose whole text has every word.
  private func matching(
    _ keywords: String, among left: [Int], of kind: FactKind, alone: Bool
  ) -> [Int] {
    let places = matcher.terms(of: keywords).filter(\.isName)
    var left = left
    // another city's figure is no answer, whatever else its name has in common with what was asked for
    if !places.isEmpty {
      for place in places {
        if let may = self.places(
          maySpeakOf: place.word, or: { _, text in others(place, text, kind, alone: alone) })
        {
          left = left.among(may)
        }
      }
      left = kept(left, of: kind) { fact in
        let text = matcher.scalars(text(of: fact, alone: alone))
        return places.allSatisfy { matcher.stands($0, in: text) || documents.is(fact.plan, of: $0) }
      }
    }
    let count = groups.places(of: kind).count
    let named =
      left.count == count
      ? self.named(by: keywords, of: kind).map(\.place)
      : matcher.names(matching: keywords, in: groups.names(at: left)).map { left[$0.index] }
    if !named.isEmpty { return named }
    // a name of the kind that other conditions left out is meant all the same: then nothing matches
    if !left.isEmpty, left.count < count, !self.named(by: keywords, of: kind).isEmpty { return [] }
    if let may = self.places(
      maySpeakOf: keywords, or: { term, text in others(term, text, kind, alone: alone) })
    {
      left = left.among(may)
    }
    return kept(left, of: kind) { fact in
      let own = places.filter { documents.is(fact.plan, of: $0) }
      return matcher.all(keywords, standIn: text(of: fact, alone: alone), besides: own)
    }
  }

  /// Things that may be of a place, or hold a text in the title of their document or in their project; nil where only the things can
  /// tell.
  private func others(
    _ term: KeywordMatcher.Term?, _ text: [Unicode.Scalar], _ kind: FactKind, alone: Bool
  ) -> [Int]? {
    var plans = Set(titles.filter { matcher.scalars($0.value).holds(text) }.keys)
    if let term, term.isName { plans.formUnion(documents.ids(of: term)) }
    if kind == .measure, !alone {
      guard let spoken = groups.lookup.words.things(mayHold: text) else { return nil }
      plans.formUnion(groups.facts(at: spoken.common(with: groups.places(of: .project))).map(\.plan))
    }
    return groups.places(of: kind, in: plans.sorted())
  }

  /// The words that a selection looks for and no name of what it found has: they stand in a text, or nearby.
  func wordsInNoName(of selection: Selection, _ found: [Fact]) -> [String] {
    guard !found.isEmpty else { return [] }
    let names = found.map(\.name)
    return selection.conditions.compactMap { condition in
      guard case .matching(let keywords) = condition,
        matcher.names(matching: keywords, in: names).isEmpty
      else { return nil }
      return keywords
    }
  }

  /// The words that a selection looks for, and that some thing it selects does not speak of: it was found by the others.
  func wordsPassedOver(by selection: Selection) -> [String] {
    let wanted = selection.conditions.compactMap { if case .matching(let words) = $0 { words } else { nil } }
    guard !wanted.isEmpty, selection.kind.factKind != nil else { return [] }
    let facts = facts(selection)
    let texts = facts.map { matcher.scalars(text(of: $0)) }
    // グリーンイノベーション is not said by ウェルフェアイノベーション where it is in a name itself
    let hasName = { (term: KeywordMatcher.Term) in
      selection.kind.factKind.map { kind in
        self.unlikeNames(like: term.word, of: kind).contains {
          self.matcher.stands(term, in: self.matcher.scalars($0))
        }
      } ?? false
    }
    return wanted.flatMap { keywords in
      matcher.terms(of: keywords).filter { term in
        guard !term.isSlight else { return false }
        let others = zip(facts, texts).filter { fact, text in
          !matcher.stands(term, in: text) && !(term.isName && documents.is(fact.plan, of: term))
        }
        return others.contains { matcher.degree(term, in: $0.1) == 0 } || !others.isEmpty && hasName(term)
      }.map { matcher.surface(of: $0, in: keywords) ?? $0.word }
        + matcher.wordless(in: keywords).filter { word in
          facts.contains { !matcher.holds(matcher.scalars($0.name), matcher.scalars(word)) }
        }
    }
  }

  /// Everything that may hold the words asked for: what the fact says, the lines it stands on, its document's title.
  private func text(of fact: Fact, alone: Bool = false) -> String {
    ([fact.fullText, alone ? "" : projectText(of: fact)]
      + fact.sources.map { lines(fact.plan, $0.lines).joined() } + [titles[fact.plan] ?? ""])
      .joined(separator: "\n")
  }

  /// A measure stands inside a project's text.
  private func projectText(of fact: Fact) -> String {
    guard let name = fact.text(.project) else { return "" }
    return groups.project(named: name, in: fact.plan)?.fullText ?? name
  }

  func holds(_ condition: Condition, of fact: Fact, scope: Scope, deep: Bool) -> Bool {
    switch condition {
    case .comparison(let path, let comparison, let operand): compare(fact, path, comparison, operand)
    case .prefix(let path, let text):
      texts(fact, path).contains { matcher.fold($0).hasPrefix(matcher.fold(text)) }
    case .contains(let path, let text): contains(fact, path, text)
    case .missing(let path): fact.values(at: path).isEmpty
    case .under(let text): isUnder(fact, text, scope: scope, deep: deep)
    case .named(let name): isNamed(fact, name)
    case .matching(let keywords), .about(let keywords):
      !matcher.names(matching: keywords, in: [fact.name]).isEmpty
        || matcher.all(keywords, standIn: text(of: fact))
    case .document(let name): documents.isNamed(fact.plan, by: name)
    case .alsoIn(let name): fact.sameAs.contains { documents.isNamed($0.plan, by: name) }
    case .among(let selection):
      (scope.members[selection] ?? members(of: selection)).contains(FactKey(fact))
    case .any(let parts): parts.contains { holds($0, of: fact, scope: scope, deep: deep) }
    case .all(let parts): parts.allSatisfy { holds($0, of: fact, scope: scope, deep: deep) }
    // what is left out by words that names have is what is named so, not all that speaks of it
    case .not(.matching(let words)) where scope.areInNames[words] == true:
      matcher.names(matching: words, in: [fact.name]).isEmpty
    case .not(let part): isFalse(part, of: fact, scope: scope, deep: deep)
    }
  }

  /// Where the document does not say, neither a test nor its denial holds.
  private func isFalse(_ condition: Condition, of fact: Fact, scope: Scope, deep: Bool) -> Bool {
    switch condition {
    case .any(let parts): parts.allSatisfy { isFalse($0, of: fact, scope: scope, deep: deep) }
    case .all(let parts): parts.contains { isFalse($0, of: fact, scope: scope, deep: deep) }
    default: !lacks(condition, fact) && !holds(condition, of: fact, scope: scope, deep: deep)
    }
  }

  /// True where the document says nothing of the field that a condition tests.
  private func lacks(_ condition: Condition, _ fact: Fact) -> Bool {
    switch condition {
    case .comparison(let path, _, _):
      path != .field(.levelRevised) && path != .field(.repeated) && fact.values(at: path).isEmpty
    case .contains(let path, _): fact.values(at: path).isEmpty
    default: false
    }
  }

  // MARK: names and places

  private func isNamed(_ fact: Fact, _ name: String) -> Bool {
    let wanted = ([name] + matcher.translated(label: name)).map(key)
    return fact.calls(key).contains { wanted.contains(key($0)) }
  }

  func key(_ text: String) -> String { matcher.fold(text).filter { !$0.isWhitespace } }

  /// `deep`: a rank says which level is meant, however far below; else headings give their direct children.
  private func isUnder(_ fact: Fact, _ text: String, scope: Scope, deep: Bool) -> Bool {
    let settled = scope.place == text ? scope.heading : nil
    let headings = settled.map { [$0] } ?? self.headings.matching(text, in: fact.plan)
    return headings.contains { heading in
      fact.kind == .heading && !deep ? heading.holdsDirectly(fact) : heading.holds(fact)
    } || isUnderSubject(fact, text)
  }

  /// Directions of a goal name it as their subject.
  private func isUnderSubject(_ fact: Fact, _ text: String) -> Bool {
    guard fact.kind == .evaluation, let subject = fact.text(.subject) else { return false }
    return key(subject).hasPrefix(key(text)) && !key(subject).hasSuffix(key(fact.name))
  }

  // MARK: comparisons

  private func texts(_ fact: Fact, _ path: FieldPath) -> [String] {
    fact.values(at: path).map { value in
      switch value {
      case .text(let text): text
      case .number(let number, _): number.description
      case .flag(let flag): flag ? "true" : "false"
      }
    }
  }

  private func contains(_ fact: Fact, _ path: FieldPath, _ text: String) -> Bool {
    let wanted = matcher.fold(text)
    if path == .field(.sdgTargets) {
      // a goal holds its targets: 13 has 13.1; 11.7 is only itself
      return texts(fact, path).contains { $0 == text || (!text.contains(".") && $0.hasPrefix(text + ".")) }
    }
    let texts = texts(fact, path)
    if texts.contains(where: { matcher.fold($0).contains(wanted) }) { return true }
    // universities among 大学, in whatever language the document is written
    guard path == .field(.members) || path == .field(.bureau) else { return false }
    return texts.contains { matcher.all(text, standIn: $0) }
  }

  private func compare(_ fact: Fact, _ path: FieldPath, _ comparison: Comparison, _ operand: Operand) -> Bool
  {
    let values = fact.values(at: path)
    switch operand {
    case .number(let wanted, let unit):
      return values.contains { value in
        guard case .number(let number, let own) = value, unitsAgree(own, unit) else { return false }
        // 1億以上 of what is printed in thousands: 円 goes without saying
        guard let unit = unit ?? (wanted.saysYen && fact.moneyUnit(at: path) != nil ? "円" : nil) else {
          return comparison.holds(number, wanted)
        }
        // what is printed in thousands is asked for in yen
        let isPrinted = fact.moneyUnit(at: path) != nil
        let inYen = isPrinted && unit == "千円" ? wanted.multiplied(by: ExactNumber(1_000)) : wanted
        guard let whole = number.multiplied(by: fact.scale(at: path)), let inYen else { return false }
        return comparison.holds(whole, inYen)
      }
    case .text(let wanted): return compare(texts(fact, path), path, comparison, wanted)
    case .flag(let wanted):
      // what the document does not say is neither true nor false, but for marks that are printed or not
      guard !values.isEmpty || path == .field(.levelRevised) || path == .field(.repeated) else {
        return false
      }
      return (comparison == .equal) == (values.contains(.flag(true)) == wanted)
    case .field(let other):
      guard let fact = fact.ofOneYear([path, other]), let a = fact.figure(at: path),
        let b = fact.figure(at: other)
      else { return false }
      return comparison.holds(a.value, b.value)
    // reckoned before the facts are looked at
    case .reckoned: return false
    }
  }

  private func compare(_ texts: [String], _ path: FieldPath, _ comparison: Comparison, _ wanted: String)
    -> Bool
  {
    let key = key(wanted)
    let holds = texts.contains { text in
      let own = self.key(text)
      switch path {
      case .field(.rank):
        // 戦略 and strategies mean 基本戦略
        return own == key
          || matcher.terms(of: wanted).contains { $0.forms.contains { own.hasSuffix(String($0)) } }
      case .field(.area), .field(.levelText), .field(.members), .field(.outcome), .field(.bureau),
        .field(.project):
        return own == key || own.contains(key)
      case .point(_, .unit), .field(.unit): return matcher.isSameUnit(text, wanted)
      default: return own == key
      }
    }
    return comparison == .notEqual ? !texts.isEmpty && !holds : comparison == .equal && holds
  }

  /// A figure without a printed unit is compared as printed; two printed units must be the same.
  private func unitsAgree(_ own: String?, _ asked: String?) -> Bool {
    guard let own, let asked else { return true }
    return matcher.isSameUnit(own, asked)
  }
}

extension [Unicode.Scalar] {
  /// Whether a text stands in it, within words too.
  fileprivate func holds(_ text: [Unicode.Scalar]) -> Bool {
    guard let first = text.first, text.count <= count else { return false }
    return (0...(count - text.count)).contains { self[$0] == first && self[$0...].starts(with: text) }
  }
}

extension Condition {
  /// What headings are called says how deep they may stand.
  var asksForRank: Bool {
    switch self {
    case .comparison(.field(.rank), _, _): true
    case .any(let parts): parts.contains(where: \.asksForRank)
    default: false
    }
  }

  var isMatching: Bool { if case .matching = self { true } else { false } }

  /// Looks at words and not at fields or places.
  var isOfWords: Bool {
    switch self {
    case .matching, .about: true
    default: false
    }
  }
}

extension Comparison {
  func holds(_ a: ExactNumber, _ b: ExactNumber) -> Bool {
    switch self {
    case .equal: a == b
    case .notEqual: a != b
    case .less: a < b
    case .atMost: !(b < a)
    case .greater: b < a
    case .atLeast: !(a < b)
    }
  }
}
