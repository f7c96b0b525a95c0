import JapaneseText
import PlanFacts
import PlanLibrary
import Questions

/// Definitions and passages: readings that quote.
extension ReadingBuilder {
  func definition(of term: String) -> Reading? {
    let question = Question.definition(term)
    let wanted = evaluator.matcher.fold(term)
    let called = evaluator.groups.called([evaluator.key(term)])
    let facts = evaluator.groups.facts(at: called).filter { isInScope($0.plan) }
    let definitions = facts.filter { fact in
      fact.kind == .definition
        && ([fact.name] + (fact[.summary]?.texts ?? [])).contains { evaluator.matcher.fold($0) == wanted }
    }
    if !definitions.isEmpty { return reading(question, .definition, definitions, total: definitions.count) }
    // 達成状況区分: the levels of a legend, of which each is called by its title and its number
    let levels = evaluator.groups.legend(term).filter { isInScope($0.plan) }
    if !levels.isEmpty { return reading(question, .definition, levels, total: levels.count) }
    let named = facts.filter { fact in
      fact.kind != .definition && fact.kind != .heading
        && fact.callNames.contains { evaluator.matcher.fold($0) == wanted }
    }
    if !named.isEmpty { return reading(question, .definition, named, total: named.count) }
    guard library.contains(term) else { return nil }
    let found = library.passages(containing: term, limit: nil).hits.filter { isInScope($0.document) }
    // a sentence that says とは or opens a bracket behind the term explains it
    let explaining = found.filter { hit in
      ["とは", "（", "(", "」とは", "：", ":"].contains { hit.text.contains(term + $0) }
    }
    let hits = explaining.isEmpty ? found : explaining
    guard !hits.isEmpty else { return nil }
    return Reading(
      canonical: question.description, kind: .definition, total: hits.count,
      items: cut(hits.map { Item($0, in: library) }))
  }

  private func isInScope(_ document: String) -> Bool {
    scope.allSatisfy { evaluator.documents.isNamed(document, by: $0) }
  }

  func passages(_ selection: Selection) -> Reading? {
    let keywords = keywords(of: selection)
    guard !keywords.isEmpty else { return nil }
    let named = selection.conditions.compactMap { condition in
      if case .document(let name) = condition {
        Set(evaluator.documents.documents(named: name).map(\.id))
      } else {
        nil
      }
    }
    let ids = named.dropFirst().reduce(named.first) { $0?.intersection($1) }
    var ranked = answering(keywords, in: ids)
    if let ids { ranked = ranked.filter { library.document(of: $0).map(ids.contains) ?? false } }
    for condition in selection.conditions {
      switch condition {
      case .under(let text):
        let headings = evaluator.headings.matching(text)
        ranked = ranked.filter { passage in
          let (document, section) = (library.document(of: passage), library.section(of: passage))
          return headings.contains { heading in
            document == heading.fact.plan && section.contains { $0.isTitle(of: heading.fact.name) }
          }
        }
      default: break
      }
    }
    if let position = selection.position { ranked = Array(ranked.dropFirst(position - 1).prefix(1)) }
    if let most = selection.limit { ranked = Array(ranked.prefix(most)) }
    guard !ranked.isEmpty else { return nil }
    // what no one is shown is not read in full
    let shown = library.passages(limit.map { Array(ranked.prefix($0)) } ?? ranked)
    return Reading(
      canonical: Question.passages(selection).description, kind: .passages, total: ranked.count,
      items: shown.map { Item($0, in: library) }, because: wordsApart(keywords, ranked))
  }

  private func keywords(of selection: Selection) -> String {
    selection.conditions.compactMap { condition in
      if case .matching(let text) = condition { text } else { nil }
    }.joined(separator: " ")
  }

  /// A reading with the words of the question marked in its passages. Each is cut into words for it, so that this is done only once
  /// the reading is known to be shown.
  func marked(_ reading: Reading, for question: Question) -> Reading {
    guard case .passages(let selection) = question, !reading.items.isEmpty else { return reading }
    var reading = reading
    let highlights = library.highlights(of: keywords(of: selection))
    reading.items = reading.items.map { $0.marked(by: highlights) }
    return reading
  }

  /// Where no passage holds every word of two characters or more: what is asked about may be in none of them.
  private func wordsApart(_ keywords: String, _ ranked: [RankedPassage]) -> [Gap] {
    let matcher = evaluator.matcher
    let nouns = matcher.terms(of: keywords).filter {
      $0.isNoun && $0.word.unicodeScalars.count >= 2 && !evaluator.documents.isOwn($0)
    }
    let whole = matcher.scalars(keywords)
    let pieces = matcher.compounds(of: keywords).flatMap(\.wordsOfSingles)
    let isHeld = ranked.prefix(200).contains { passage in
      let text = evaluator.texts.scalars(passage)
      return matcher.holds(text, whole)
        || pieces.allSatisfy { matcher.holds(text, $0) }
          && nouns.allSatisfy { noun in
            matcher.stands(noun, in: text)
              || noun.isName
                && (library.document(of: passage).map { evaluator.documents.is($0, of: noun) } ?? false)
          }
    }
    guard !isHeld else { return [] }
    let words = nouns.map { matcher.surface(of: $0, in: keywords) ?? $0.word }
    return [.wordsApart((words + pieces.map { String(String.UnicodeScalarView($0)) }).uniqued)]
  }

  /// Passages that speak of what is asked for, in the order of the index: those that hold it as it was asked, and those with
  /// at least half of its words by their weight, its topic and every place it names among them. Where none has half, those that have the
  /// most, two nouns at least: people say in many words what texts say in few.
  /// - Parameter ids: of the documents they must stand in; nil for all.
  private func answering(_ keywords: String, in ids: Set<String>?) -> [RankedPassage] {
    let matcher = evaluator.matcher
    let most = 2_000
    var ranked = library.rank(keywords, limit: most)
    // the best of all documents may be none of those that are asked about
    if let ids, !scope.isEmpty, ranked.count == most {
      let own = library.rank(keywords, limit: nil).lazy.filter { passage in
        library.document(of: passage).map(ids.contains) ?? false
      }
      ranked = Array(own.prefix(most))
    }
    let texts = ranked.map(evaluator.texts.scalars)
    let whole = matcher.scalars(keywords)
    let terms = matcher.terms(of: keywords)
    // みます: what ranks nothing is found as it stands
    if terms.isEmpty { return library.ranked(containing: keywords) }
    // whether each term stands in each text: asked again and again below, by the term's place, since terms are long to compare
    let standing = terms.map { term in texts.map { matcher.stands(term, in: $0) } }
    let weights = standing.map { isStanding in
      // a word that stands nowhere can't tell passages apart
      let count = isStanding.count { $0 }
      return count == 0 ? 0 : 1 / Double(1 + count).squareRoot()
    }
    let total = weights.reduce(0, +)
    let topic = topic(of: keywords, terms, weights) { topic in
      texts.indices.contains { i in topic.allSatisfy { standing[$0][i] } }
    }
    let places = terms.indices.filter { terms[$0].isName }
    // by their weight, of those that hold the topic and the places
    let held = texts.indices.map { i -> Double in
      let isOfPlaces = places.allSatisfy { place in
        standing[place][i]
          || library.document(of: ranked[i]).map { evaluator.documents.is($0, of: terms[place]) } ?? false
      }
      guard isOfPlaces, topic.allSatisfy({ standing[$0][i] }) else { return 0 }
      return terms.indices.reduce(0) { $0 + (standing[$1][i] ? weights[$1] : 0) }
    }
    var answering = texts.indices.filter {
      held[$0] > 0 && held[$0] * 2 >= total || matcher.holds(texts[$0], whole)
    }
    let nouns = terms.indices.filter { terms[$0].isNoun && terms[$0].word.unicodeScalars.count >= 2 }
    if answering.isEmpty, let most = held.max(), most > 0, nouns.allSatisfy({ weights[$0] > 0 }) {
      answering = texts.indices.filter { i in
        held[i] >= most * 0.8 && nouns.count { standing[$0][i] } >= 2
      }
    }
    return answering.map { ranked[$0] }
  }

  /// The places among the terms of those that no passage may do without: those of the rarer of two compounds (バスの話), where a
  /// passage has them all. Of more than two none is the topic alone.
  private func topic(
    of keywords: String, _ terms: [KeywordMatcher.Term], _ weights: [Double], isHeld: ([Int]) -> Bool
  ) -> [Int] {
    let compounds = evaluator.matcher.compounds(of: keywords).filter { compound in
      compound.contains { !evaluator.documents.isOwn($0) }
    }.map { $0.compactMap { terms.firstIndex(of: $0) } }
    func weight(_ compound: [Int]) -> Double { compound.reduce(0) { $0 + weights[$1] } }
    guard compounds.count <= 2, let topic = compounds.max(by: { weight($0) < weight($1) }) else { return [] }
    return isHeld(topic) ? topic : []
  }
}

extension [KeywordMatcher.Term] {
  /// The words that are cut into characters, since no lexicon has them: 湯元, 5年.
  fileprivate var wordsOfSingles: [[Unicode.Scalar]] {
    split { $0.word.unicodeScalars.count > 1 || $0.isSlight }.filter { $0.count > 1 }.map { run in
      run.flatMap { [Unicode.Scalar]($0.word.unicodeScalars) }
    }
  }
}
