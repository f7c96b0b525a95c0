import JapaneseText
import PlanFacts
import PlanLibrary
import Questions

/// Definitions and passages: readings that quote.
extension ReadingBuilder {
  func definition(of term: String) -> Reading? {
    let question = Question.definition(term)
    let wanted = evaluator.matcher.fold(term)
    let definitions = evaluator.facts.filter { fact in
      fact.kind == .definition
        && ([fact.name] + (fact[.summary]?.texts ?? [])).contains { evaluator.matcher.fold($0) == wanted }
    }
    if !definitions.isEmpty { return reading(question, .definition, definitions, total: definitions.count) }
    let named = evaluator.facts.filter { fact in
      fact.kind != .definition && fact.kind != .heading
        && fact.callNames.contains { evaluator.matcher.fold($0) == wanted }
    }
    if !named.isEmpty { return reading(question, .definition, named, total: named.count) }
    guard library.contains(term) else { return nil }
    let found = library.passages(containing: term, limit: nil)
    // a sentence that says とは or opens a bracket behind the term explains it
    let explaining = found.hits.filter { hit in
      ["とは", "（", "(", "」とは", "：", ":"].contains { hit.text.contains(term + $0) }
    }
    let hits = explaining.isEmpty ? found.hits : explaining
    guard !hits.isEmpty else { return nil }
    return Reading(
      canonical: question.description, kind: .definition, total: hits.count,
      items: cut(hits.map { $0.item(in: library) }))
  }

  func passages(_ selection: Selection) -> Reading? {
    let keywords = selection.conditions.compactMap { condition in
      if case .matching(let text) = condition { text } else { nil }
    }.joined(separator: " ")
    guard !keywords.isEmpty else { return nil }
    var hits = answering(keywords, library.rank(keywords, limit: nil))
    for condition in selection.conditions {
      switch condition {
      case .document(let name):
        let ids = evaluator.documents.documents(named: name).map(\.id)
        hits = hits.filter { ids.contains($0.document) }
      case .under(let text):
        let headings = evaluator.headings.matching(text)
        hits = hits.filter { hit in
          headings.contains { heading in
            hit.document == heading.fact.plan && hit.section.contains { $0.isTitle(of: heading.fact.name) }
          }
        }
      default: break
      }
    }
    guard !hits.isEmpty else { return nil }
    return Reading(
      canonical: Question.passages(selection).description, kind: .passages, total: hits.count,
      items: cut(hits.map { $0.item(in: library) }), because: wordsApart(keywords, hits))
  }

  /// Where no passage holds every word of two characters or more: what is asked about may be in none of them.
  private func wordsApart(_ keywords: String, _ hits: [PassageHit]) -> [Gap] {
    let matcher = evaluator.matcher
    let nouns = matcher.terms(of: keywords).filter {
      $0.isNoun && $0.word.unicodeScalars.count >= 2 && !evaluator.documents.isOwn($0)
    }
    let whole = matcher.scalars(keywords)
    let isHeld = hits.prefix(200).contains { hit in
      let text = matcher.scalars(hit.text + " " + hit.section.joined(separator: " "))
      return matcher.holds(text, whole)
        || nouns.allSatisfy { matcher.stands($0, in: text) || evaluator.documents.is(hit.document, of: $0) }
    }
    return isHeld ? [] : [.wordsApart(nouns.map { matcher.surface(of: $0, in: keywords) ?? $0.word }.uniqued)]
  }

  /// Passages that speak of what is asked for, in the order of the index: those that hold it as it was asked, and those with
  /// at least half of its words by their weight, its topic and every place it names among them.
  private func answering(_ keywords: String, _ ranked: [RankedPassage]) -> [PassageHit] {
    let matcher = evaluator.matcher
    let hits = library.hits(Array(ranked.prefix(2_000)), marking: keywords)
    let texts = hits.map { matcher.scalars($0.text + " " + $0.section.joined(separator: " ")) }
    let whole = matcher.scalars(keywords)
    let terms = matcher.terms(of: keywords)
    let weights = Dictionary(
      terms.map { term in
        // a word that stands nowhere can't tell passages apart
        let count = texts.count { matcher.stands(term, in: $0) }
        return (term, count == 0 ? 0 : 1 / Double(1 + count).squareRoot())
      }, uniquingKeysWith: { first, _ in first })
    let total = weights.values.reduce(0, +)
    let topic = topic(of: keywords, weights, in: texts)
    return zip(hits, texts).filter { hit, text in
      if matcher.holds(text, whole) { return true }
      let isOfPlaces = terms.filter(\.isName).allSatisfy {
        matcher.stands($0, in: text) || evaluator.documents.is(hit.document, of: $0)
      }
      guard isOfPlaces, topic.allSatisfy({ matcher.stands($0, in: text) }) else { return false }
      let held = terms.reduce(0) { $0 + (matcher.stands($1, in: text) ? weights[$1] ?? 0 : 0) }
      return held * 2 >= total
    }.map(\.0)
  }

  /// The words that no passage may do without: those of the rarer of two compounds (バスの話), where a passage has them all. Of
  /// more than two none is the topic alone.
  private func topic(
    of keywords: String, _ weights: [KeywordMatcher.Term: Double], in texts: [[Unicode.Scalar]]
  ) -> [KeywordMatcher.Term] {
    let compounds = evaluator.matcher.compounds(of: keywords).filter { compound in
      compound.contains { !evaluator.documents.isOwn($0) }
    }
    guard compounds.count <= 2,
      let topic = compounds.max(by: { a, b in
        a.reduce(0) { $0 + (weights[$1] ?? 0) } < b.reduce(0) { $0 + (weights[$1] ?? 0) }
      })
    else { return [] }
    let isHeld = texts.contains { text in topic.allSatisfy { evaluator.matcher.stands($0, in: text) } }
    return isHeld ? topic : []
  }
}
