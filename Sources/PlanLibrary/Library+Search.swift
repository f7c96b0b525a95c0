import Analysis
import InvertedIndex
import JapaneseText
import PlanDocuments

/// A passage as a ranking names it.
package struct RankedPassage: Hashable, Sendable {
  package let document: DocID
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

  private func isFurniture(_ document: DocID) -> Bool { place(of: document)?.isFurniture ?? false }

  /// Those whose line did not come before.
  private func firstPieces(_ ranked: [RankedPassage]) -> [RankedPassage] {
    var seen: Set<PassagePlace.Line> = []
    return ranked.filter { place(of: $0.document).map { seen.insert($0.line).inserted } ?? true }
  }

  /// Where a passage stands; nil where there is no such passage. Read once: rankings ask it of passages by the thousand.
  private func place(of document: DocID) -> PassagePlace? {
    if let known = places.withLock({ $0[document.rawValue] }) { return known }
    guard let place = try? PassagePlace(decoding: index.stored(document)) else { return nil }
    places.withLock { known in
      if known.count >= Library.mostPlaces { known.removeAll() }
      known[document.rawValue] = place
    }
    return place
  }

  /// Passages whose places are kept: those of a few thousand pages.
  private static let mostPlaces = 50_000

  /// The id of the document that a passage is of.
  package func document(of passage: RankedPassage) -> String? {
    place(of: passage.document).flatMap { documentID($0.document) }
  }

  /// The headings a passage stands under, outermost first.
  package func section(of passage: RankedPassage) -> [String] { place(of: passage.document)?.section ?? [] }

  /// What a run file calls a passage: a record's id, else `document:firstLine-lastLine`.
  package func identifier(_ passage: RankedPassage) -> String { (try? index.id(passage.document)) ?? "" }

  /// Passages that hold words of a query, best first, with the words marked.
  package func search(_ query: String, limit: Int) -> [PassageHit] {
    hits(rank(query, limit: limit), marking: query)
  }

  /// Ranked passages in full, with the words of the query marked.
  package func hits(_ ranked: [RankedPassage], marking query: String) -> [PassageHit] {
    let highlights = highlights(of: query)
    return passages(ranked).map { hit in
      PassageHit(
        document: hit.document, lines: hit.lines, section: hit.section, text: hit.text, score: hit.score,
        highlights: highlights(hit.text))
    }
  }

  /// Ranked passages in full, with nothing marked.
  package func passages(_ ranked: [RankedPassage]) -> [PassageHit] {
    ranked.compactMap { hit($0.document, score: $0.score) { _ in [] } }
  }

  /// Where words of a query stand in a text, in Unicode scalars, ascending, without overlap; each text is cut into words for it.
  package func highlights(of query: String) -> (_ text: String) -> [Range<Int>] {
    guard let highlighter = try? index.highlighter(for: query) else { return { _ in [] } }
    return { highlighter.highlights(in: $0).map(\.range) }
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

  /// The same, not read in full.
  package func ranked(containing text: String) -> [RankedPassage] {
    let pattern = FoldedPattern(text, folder: folder)
    return ((try? index.matches(substring: text)) ?? []).filter { document in
      !pattern.ranges(in: passageText(document)).isEmpty
    }.map { RankedPassage(document: $0, score: 1) }
  }

  /// True where a text stands, folded, in the text of some passage.
  package func contains(_ text: String) -> Bool {
    if let known = standing.withLock({ $0[text] }) { return known }
    let pattern = FoldedPattern(text, folder: folder)
    let stands = ((try? index.matches(substring: text)) ?? []).contains { document in
      !pattern.ranges(in: passageText(document)).isEmpty
    }
    standing.withLock { known in
      if known.count >= Library.mostStanding { known.removeAll() }
      known[text] = stands
    }
    return stands
  }

  /// Texts of which it is kept whether they stand somewhere: names have an end, what is asked has none.
  private static let mostStanding = 20_000

  /// The ids of the documents that hold a text, folded, and in how many lines at most; others may be among them.
  package func linesAtMost(holding text: String) -> [String: Int] {
    var lines: [Int: Int] = [:]
    for document in (try? index.matches(substring: text)) ?? [] {
      guard let place = place(of: document) else { continue }
      // a heading above it may hold the text, in a line or a few
      let own = place.lines.last - place.lines.first + 1
      lines[place.document, default: 0] += own + 3 * max(1, place.section.count)
    }
    return Dictionary(
      lines.compactMap { place, count in documentID(place).map { ($0, count) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// Where a text stands first, folded: the text of the passage and the place in it, in Unicode scalars; nil where it stands in none.
  package func firstPlace(of text: String) -> (text: [Unicode.Scalar], range: Range<Int>)? {
    let pattern = FoldedPattern(text, folder: folder)
    for document in (try? index.matches(substring: text)) ?? [] {
      let passage = passageText(document)
      if let range = pattern.ranges(in: passage).first { return (Array(passage.unicodeScalars), range) }
    }
    return nil
  }

  private func hit(
    _ document: DocID, score: Double, _ marked: (String) -> [Range<Int>]
  ) -> PassageHit? {
    guard let (place, text) = passage(document), let id = documentID(place.document) else { return nil }
    return PassageHit(
      document: id, lines: place.lines, section: place.section, text: text, score: score,
      highlights: marked(text))
  }

  /// The text of a passage; empty where there is no such passage.
  func passageText(_ document: DocID) -> String { passage(document)?.text ?? "" }

  /// What a passage says, folded, with the headings it stands under; between fields stands what no text has. Empty where there is
  /// no such passage. The index has it: folding the text again costs ten times as much.
  package func foldedText(_ passage: RankedPassage) -> [Unicode.Scalar] {
    // the title of its document is no part of what it says
    let title = PassageFields.title.rawValue
    let isFurniture = isFurniture(passage.document)
    return (try? index.folded(passage.document) { ($0 == title) == isFurniture }) ?? []
  }

  /// A passage's place and text; nil where there is no such passage.
  private func passage(_ document: DocID) -> (place: PassagePlace, text: String)? {
    guard let (stored, fields) = try? index.contents(document), fields.count == PassageFields.allCases.count,
      let place = try? PassagePlace(decoding: stored)
    else { return nil }
    let text = fields[PassageFields.text.rawValue]
    return (place, text.isEmpty && place.isFurniture ? fields[PassageFields.title.rawValue] : text)
  }
}
