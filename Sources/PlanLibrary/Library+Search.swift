import Analysis
import InvertedIndex
import JapaneseText
import PlanDocuments

/// A passage as a ranking names it.
package struct RankedPassage: Hashable, Sendable {
  let document: DocID
  package let score: Double
}

extension Library {
  /// Passages that hold words of a query, best first; nil ranks all of them.
  ///
  /// Passages that hold the whole query come first, and furniture behind all text. Of the pieces of one long line the best
  /// stands for the line.
  package func rank(_ query: String, limit: Int?) -> [RankedPassage] {
    var wanted = limit ?? index.count
    while true {
      // The files were checked when they were opened; one that changed since gives nothing rather than a trap.
      let hits = (try? index.search(query, limit: wanted)) ?? []
      let ranked = firstPieces(hits.map { RankedPassage(document: $0.document, score: $0.score) })
      let text = ranked.filter { !isFurniture($0.document) }
      if text.count >= limit ?? .max { return Array(text.prefix(limit ?? 0)) }
      if hits.count < wanted || wanted >= index.count {
        let all = text + ranked.filter { isFurniture($0.document) }
        return Array(all.prefix(limit ?? all.count))
      }
      wanted = wanted < index.count / 2 ? wanted * 2 : index.count
    }
  }

  private func isFurniture(_ document: DocID) -> Bool {
    (try? PassagePlace(decoding: index.stored(document)))?.isFurniture ?? false
  }

  /// Those whose line did not come before.
  private func firstPieces(_ ranked: [RankedPassage]) -> [RankedPassage] {
    var seen: Set<String> = []
    return ranked.filter { seen.insert(identifier($0)).inserted }
  }

  /// What a run file calls a passage: a record's id, else `document:firstLine-lastLine`.
  package func identifier(_ passage: RankedPassage) -> String { (try? index.id(passage.document)) ?? "" }

  /// Passages that hold words of a query, best first, with the words marked.
  package func search(_ query: String, limit: Int) -> [PassageHit] {
    hits(rank(query, limit: limit), marking: query)
  }

  /// Ranked passages in full, with the words of the query marked.
  package func hits(_ ranked: [RankedPassage], marking query: String) -> [PassageHit] {
    let highlighter = try? index.highlighter(for: query)
    return ranked.compactMap { passage in
      hit(passage.document, score: passage.score) { text in
        highlighter?.highlights(in: text).map(\.range) ?? []
      }
    }
  }

  /// What search makes of a text, by the code that search uses.
  package func tokens(of text: String) -> TokenReport? { try? index.tokens(of: text) }

  /// Every passage in whose text another text stands, folded, in order of document and line; `total` counts them
  /// before any limit.
  package func passages(containing text: String, limit: Int?) -> (hits: [PassageHit], total: Int) {
    let pattern = FoldedPattern(text, folder: folder)
    var hits: [PassageHit] = []
    var total = 0
    for document in (try? index.matches(substring: text)) ?? [] {
      // The index also knows headings and titles, which are no part of the passage.
      guard let found = hit(document, score: 1, pattern.ranges(in:)), !found.highlights.isEmpty
      else { continue }
      total += 1
      if total <= limit ?? .max { hits.append(found) }
    }
    return (hits, total)
  }

  /// True where a text stands, folded, in the text of some passage.
  package func contains(_ text: String) -> Bool {
    let pattern = FoldedPattern(text, folder: folder)
    return ((try? index.matches(substring: text)) ?? []).contains { document in
      !pattern.ranges(in: passageText(document)).isEmpty
    }
  }

  private func hit(
    _ document: DocID, score: Double, _ marked: (String) -> [Range<Int>]
  ) -> PassageHit? {
    guard let stored = try? index.stored(document), let place = try? PassagePlace(decoding: stored),
      let record = store.document(place.document)?.record
    else { return nil }
    let text = passageText(document)
    return PassageHit(
      document: record.id, lines: place.lines, section: place.section, text: text, score: score,
      highlights: marked(text))
  }

  /// The text of a passage; empty where there is no such passage.
  func passageText(_ document: DocID) -> String {
    let fields = (try? index.fields(document)) ?? []
    guard fields.count == PassageFields.allCases.count else { return "" }
    let text = fields[PassageFields.text.rawValue]
    return text.isEmpty && isFurniture(document) ? fields[PassageFields.title.rawValue] : text
  }
}
