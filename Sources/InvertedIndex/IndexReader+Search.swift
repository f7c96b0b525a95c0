import Analysis
import Glibc
import JapaneseText

extension IndexReader {
  /// Every document in which the text stands, folded as the index folds, ascending.
  ///
  /// White space around the text does not count. The text stands in a document where it stands in one of its fields.
  package func matches(substring text: String) throws(IndexError) -> [DocID] {
    let query = SubstringQuery(try analyzers.use { $0.analyze(text) })
    var lists = ListLookup(self)
    let possible = try possible(query, &lists)
    var found = possible.certain
    for document in possible.unread {
      // The deeper folding costs less to have.
      var isFound = query.isIn(spellings: try store.spellings(DocID(document)))
      if !isFound { isFound = query.isIn(try store.record(DocID(document))) }
      if isFound { found.append(document) }
    }
    return found.sorted().map(DocID.init)
  }

  /// The best documents for a query, best first; of equal scores the document that was added first.
  ///
  /// Documents in which the whole query stands come before all others, those with its very spelling first as far as
  /// `tuning.typed` says; where it stands but for the spaces between Japanese words, that is evidence beside others. The best by their terms, as many as
  /// `tuning.pool` says, are ordered by what their texts show besides; all others follow. A limit cuts the list and changes
  /// nothing in it; one high enough has all documents in which the query stands.
  package func search(
    _ query: String, limit: Int, tuning: Tuning = Tuning()
  ) throws(IndexError) -> [Hit] {
    let plan = try analyzers.use {
      QueryPlan(query, analyzer: $0, synonymFinder: synonymFinder, tuning: tuning)
    }
    guard limit > 0, count > 0 else { return [] }
    let wanted = max(min(limit, count), tuning.pool)
    var lists = ListLookup(self)
    let (disjunction, units, scale) = try weighted(plan, &lists)
    let whole = try possible(plan.whole, &lists)
    let bound = disjunction.bound + 1
    var candidates: [UInt32: Candidate] = [:]
    for entry in try disjunction.best(wanted, of: count) {
      candidates[entry.document] = Candidate(document: entry.document, score: entry.score)
    }
    for candidate in try best(whole, wanted, plan, disjunction, tuning) {
      candidates[candidate.document] = candidate
    }
    return try ranked(Array(candidates.values), plan, units, bound, scale, limit, tuning)
  }

  private struct Candidate {
    let document: UInt32
    let score: Int
    var match = Hit.Match.words
  }

  /// Finds the posting lists of one query, each once.
  private struct ListLookup {
    private let index: IndexReader
    private var known: [[UInt8]: PostingSlice?] = [:]

    init(_ index: IndexReader) { self.index = index }

    mutating func find(_ key: [UInt8]) throws(IndexError) -> PostingSlice? {
      if let known = known[key] { return known }
      let list = try index.list(key)
      known[key] = .some(list)
      return list
    }
  }

  /// The plan's terms that stand in the index, what an impact of 1 is worth for each, and what scores are divided by.
  private func weighted(
    _ plan: QueryPlan, _ lists: inout ListLookup
  ) throws(IndexError) -> (Disjunction, units: [[UInt8]: Int], scale: Double) {
    var found: [(key: [UInt8], list: PostingSlice, weight: Double)] = []
    for term in plan.terms {
      guard let list = try lists.find(term.key) else { continue }
      let rarity = log(1 + (Double(count - list.count) + 0.5) / (Double(list.count) + 0.5))
      found.append((term.key, list, rarity * Double(term.weight)))
    }
    let most = found.reduce(0) { $0 + Double($1.list.most) * ($1.weight + 1 / Self.finest) }
    var scale = Self.finest
    while most * scale > Double(Disjunction.highestBound) { scale /= 2 }
    var terms: [Disjunction.Term] = []
    var units: [[UInt8]: Int] = [:]
    for (key, list, weight) in found {
      let unit = max(1, Int((weight * scale).rounded()))
      units[key] = unit
      terms.append(Disjunction.Term(list: list, unit: unit))
    }
    return (Disjunction(terms), units, scale)
  }

  /// Scores are whole numbers of this part of a weight, or of a larger one where there are many terms.
  private static let finest = 65_536.0

  /// Documents in which a text may stand, each once, both lists ascending.
  private struct Possible {
    /// It stands in these: having its grams is having it.
    var certain: [UInt32] = []
    /// These have its grams; only their records show whether it stands there.
    var unread: [UInt32] = []
  }

  private func possible(_ query: SubstringQuery, _ lists: inout ListLookup) throws(IndexError) -> Possible {
    var found = Possible()
    for case let pattern? in [query.characters, query.spellings] {
      let documents = try Intersection.documents(grams(pattern, &lists))
      if pattern.isGram {
        found.certain = Self.union(found.certain, documents)
      } else {
        found.unread = Self.union(found.unread, documents)
      }
    }
    if !found.certain.isEmpty, !found.unread.isEmpty {
      let certain = Set(found.certain)
      found.unread.removeAll(where: certain.contains)
    }
    return found
  }

  /// The lists of a pattern's grams; none where one of them is in no document.
  private func grams(
    _ pattern: SubstringQuery.Pattern, _ lists: inout ListLookup
  ) throws(IndexError) -> [PostingSlice] {
    var all: [PostingSlice] = []
    for gram in pattern.grams {
      guard let list = try lists.find(TermKey.gram(gram)) else { return [] }
      all.append(list)
    }
    return all
  }

  private static func union(_ a: [UInt32], _ b: [UInt32]) -> [UInt32] {
    a.isEmpty ? b : b.isEmpty ? a : Set(a).union(b).sorted()
  }

  /// The best of the documents that hold the whole query, those that hold it as typed before the others.
  ///
  /// Documents are read in the order of their scores, each once, and none after the last that can be among the best.
  private func best(
    _ possible: Possible, _ pool: Int, _ plan: QueryPlan, _ disjunction: Disjunction, _ tuning: Tuning
  ) throws(IndexError) -> [Candidate] {
    var ordered: [(document: UInt32, score: Int, isCertain: Bool)] = []
    for (documents, isCertain) in [(possible.certain, true), (possible.unread, false)] {
      let scores = documents.isEmpty ? [] : try disjunction.scores(of: documents)
      ordered += zip(documents, scores).map { ($0, $1, isCertain) }
    }
    ordered.sort { $0.score != $1.score ? $0.score > $1.score : $0.document < $1.document }
    var exact: [Candidate] = []
    var others: [Candidate] = []
    for (document, score, isCertain) in ordered {
      let mayBeTyped = exact.count + others.count < tuning.typed
      if exact.count >= pool || !mayBeTyped && exact.count + others.count >= pool { break }
      var isTyped = false
      if mayBeTyped || !isCertain {
        let record = try store.record(DocID(document))
        guard isCertain || plan.whole.isIn(record) else { continue }
        isTyped = mayBeTyped && record.fields.contains(where: plan.typed.isWhole)
      }
      if isTyped {
        exact.append(Candidate(document: document, score: score, match: .exact))
      } else {
        others.append(Candidate(document: document, score: score, match: .folded))
      }
    }
    return Array((exact + others).prefix(pool))
  }

  /// The candidates in order, with the evidence of the texts in the scores of the first ones.
  private func ranked(
    _ candidates: [Candidate], _ plan: QueryPlan, _ units: [[UInt8]: Int], _ bound: Int, _ scale: Double,
    _ limit: Int, _ tuning: Tuning
  ) throws(IndexError) -> [Hit] {
    // pairs never lift a document over one with the whole query
    let step = bound * (2 + plan.pairs.count)
    let joined = plan.joined == nil ? 0 : Int((Float(bound) * tuning.spaceless).rounded())
    var evidence = TextEvidence(plan, units, tuning)
    let matches = Dictionary(uniqueKeysWithValues: candidates.map { ($0.document, $0.match) })
    let scored = candidates.map {
      TopHits.Entry(document: $0.document, score: $0.score + $0.match.rawValue * step)
    }.sorted { $1.isWorse(than: $0) }
    var top = TopHits(limit: min(limit, tuning.pool))
    for base in scored.prefix(tuning.pool) {
      // Neither this one nor those after it can get in.
      if base.score + joined + evidence.most < top.threshold { break }
      let text = try store.spellings(DocID(base.document))
      var score = base.score + text.withUnsafeBytes { evidence.score(of: $0) }
      if matches[base.document] == .words, plan.joined?.isIn(text) ?? false { score += joined }
      top.insert(base.document, score)
    }
    var hits: [Hit] = []
    for entry in (top.sorted + scored.dropFirst(tuning.pool)).prefix(limit) {
      hits.append(
        Hit(
          document: DocID(entry.document), score: Double(entry.score) / (255 * scale),
          match: matches[entry.document] ?? .words))
    }
    return hits
  }
}
