import Analysis
import Glibc
import JapaneseText

extension IndexReader {
  /// Every document in which the text stands, folded as the index folds, ascending.
  ///
  /// White space around the text does not count. The text stands in a document where it stands in one of its fields.
  package func matches(substring text: String) throws(IndexError) -> [DocID] {
    let query = SubstringQuery(analyzer.withLock { $0.analyze(text) })
    return try documents(query).map(DocID.init)
  }

  /// The best documents for a query, best first; of equal scores the document that was added first.
  ///
  /// Documents in which the whole query stands come before all others, those with its very spelling first; where it
  /// stands but for the spaces between Japanese words, that is evidence beside others. With a limit high enough all
  /// documents in which the query stands are there.
  package func search(
    _ query: String, limit: Int, tuning: Tuning = Tuning()
  ) throws(IndexError) -> [Hit] {
    let plan = analyzer.withLock {
      QueryPlan(query, analyzer: $0, synonymFinder: synonymFinder, tuning: tuning)
    }
    guard limit > 0, count > 0 else { return [] }
    let pool = max(min(limit, count), tuning.pool)
    let units = try units(plan)
    let whole = try documents(plan.whole)
    var disjunction = Disjunction(try disjunctionTerms(plan, units))
    let bound = disjunction.bound + 1
    var candidates: [UInt32: Candidate] = [:]
    for entry in try disjunction.best(pool) { candidates[entry.document] = Candidate(score: entry.score) }
    for (document, score, match) in try best(whole, pool, plan, units) {
      candidates[document] = Candidate(score: score, match: match)
    }
    return try ranked(candidates, plan, units, bound, limit, tuning)
  }

  private struct Candidate {
    var score: Int
    var match = Hit.Match.words
  }

  /// What an impact of 1 is worth for each term of the plan that stands in the index.
  private func units(_ plan: QueryPlan) throws(IndexError) -> [[UInt8]: Int] {
    var units: [[UInt8]: Int] = [:]
    for term in plan.terms {
      guard let entry = try terms.find(term.key), entry.count > 0 else { continue }
      let rarity = log(1 + (Double(count - entry.count) + 0.5) / (Double(entry.count) + 0.5))
      units[term.key] = max(1, Int((rarity * Double(term.weight) * Self.scale).rounded()))
    }
    return units
  }

  /// Scores are whole numbers of this part.
  private static let scale = 65_536.0

  private func disjunctionTerms(
    _ plan: QueryPlan, _ units: [[UInt8]: Int]
  ) throws(IndexError) -> [Disjunction.Term] {
    var terms: [Disjunction.Term] = []
    for term in plan.terms {
      if let unit = units[term.key], let cursor = try cursor(term.key) {
        terms.append(Disjunction.Term(cursor: cursor, unit: unit))
      }
    }
    return terms
  }

  /// Documents with a pattern in one of its foldings, ascending.
  private func documents(_ query: SubstringQuery) throws(IndexError) -> [UInt32] {
    var found: [UInt32] = []
    if let pattern = query.characters { found = try documents(pattern, query) }
    if let pattern = query.spellings {
      let more = try documents(pattern, query)
      found = found.isEmpty ? more : Set(found).union(more).sorted()
    }
    return found
  }

  private func documents(_ pattern: SubstringQuery.Pattern, _ query: SubstringQuery) throws(IndexError)
    -> [UInt32]
  {
    var cursors: [PostingCursor] = []
    for gram in pattern.grams {
      guard let cursor = try cursor(TermKey.gram(gram)) else { return [] }
      cursors.append(cursor)
    }
    let candidates = try Intersection.documents(cursors)
    if pattern.isGram { return candidates }
    var found: [UInt32] = []
    for document in candidates where query.isIn(try store.record(DocID(document))) { found.append(document) }
    return found
  }

  /// The best of the documents that hold the whole query, those that hold it as typed before the others.
  private func best(
    _ whole: [UInt32], _ pool: Int, _ plan: QueryPlan, _ units: [[UInt8]: Int]
  ) throws(IndexError) -> [(UInt32, Int, Hit.Match)] {
    guard !whole.isEmpty else { return [] }
    var disjunction = Disjunction(try disjunctionTerms(plan, units))
    let bound = disjunction.bound + 1
    let scores = try disjunction.scores(of: whole)
    var top = TopHits(limit: pool)
    var exact: Set<UInt32> = []
    for (document, score) in zip(whole, scores) {
      let isExact = try store.record(DocID(document)).fields.contains { plan.typed.isWhole(in: $0) }
      if isExact { exact.insert(document) }
      top.insert(document, isExact ? score + bound : score)
    }
    return top.sorted.map { entry in
      exact.contains(entry.document)
        ? (entry.document, entry.score - bound, .exact) : (entry.document, entry.score, .folded)
    }
  }

  /// Adds the evidence of the texts to the scores, and sorts.
  private func ranked(
    _ candidates: [UInt32: Candidate], _ plan: QueryPlan, _ units: [[UInt8]: Int], _ bound: Int, _ limit: Int,
    _ tuning: Tuning
  ) throws(IndexError) -> [Hit] {
    var top = TopHits(limit: limit)
    // pairs never lift a document over one with the whole query
    let step = bound * (2 + plan.pairs.count)
    let evidence = Int((Float(bound) * tuning.spaceless).rounded())
    for (document, candidate) in candidates {
      let record = try store.record(DocID(document))
      var score = candidate.score + candidate.match.rawValue * step
      if candidate.match == .words, plan.standsJoined(in: record) { score += evidence }
      for pair in plan.pairs {
        let unit = min(units[pair.first] ?? 0, units[pair.second] ?? 0)
        guard unit > 0 else { continue }
        score += Int((Float(unit) * 255 * pair.evidence(in: record, tuning)).rounded())
      }
      top.insert(document, score)
    }
    var hits: [Hit] = []
    for entry in top.sorted {
      hits.append(
        Hit(
          document: DocID(entry.document), score: Double(entry.score) / (255 * Self.scale),
          match: candidates[entry.document]?.match ?? .words,
          synonyms: try synonyms(plan, in: DocID(entry.document))))
    }
    return hits
  }

  private func synonyms(_ plan: QueryPlan, in document: DocID) throws(IndexError) -> [String] {
    guard !plan.synonyms.isEmpty else { return [] }
    let record = try store.record(document)
    return plan.synonyms.filter { $0.pattern.isIn(record) }.map(\.word)
  }
}
