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
      items: cut(hits.map { $0.item(in: library) }))
  }

  /// Passages that hold at least half of what is asked for, by the weight of its words; the ranking is the index's.
  private func answering(_ keywords: String, _ ranked: [RankedPassage]) -> [PassageHit] {
    let terms = evaluator.matcher.terms(of: keywords)
    let hits = library.hits(Array(ranked.prefix(2_000)), marking: keywords)
    let texts = hits.map { evaluator.matcher.scalars($0.text + " " + $0.section.joined(separator: " ")) }
    let weights = terms.map { term in
      // a word that stands nowhere can't tell passages apart
      let count = texts.filter { evaluator.matcher.stands(term, in: $0) }.count
      return count == 0 ? 0 : 1 / Double(1 + count).squareRoot()
    }
    let total = weights.reduce(0, +)
    return zip(hits, texts).filter { _, text in
      let held = zip(terms, weights).reduce(0) { $0 + (evaluator.matcher.stands($1.0, in: text) ? $1.1 : 0) }
      return held * 2 >= total
    }.map(\.0)
  }
}
