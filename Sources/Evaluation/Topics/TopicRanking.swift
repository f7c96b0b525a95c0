import JapaneseText
import PlanDocuments
import PlanLibrary
import Rendering

/// A passage of a ranking, as far as its quality is concerned.
package struct RankedLines: Hashable, Sendable {
  /// What a run file calls it.
  package let id: String
  package let document: String
  package let lines: LineRange

  package init(id: String, document: String, lines: LineRange) {
    self.id = id
    self.document = document
    self.lines = lines
  }
}

/// The ranking of a topic in ids that the judgements know.
package struct TopicRanking: Hashable, Sendable {
  /// Best first, none twice.
  package let ids: [String]
  /// nil for the ranking of a run file.
  package let recall: Recall?

  /// How much of the library search found for a topic, however far down.
  package struct Recall: Hashable, Sendable {
    package let hits: Int
    /// Passages in whose text the query stands, looked for as a substring, that are none of the hits: 0 as it should be.
    package let unfound: Int

    package init(hits: Int, unfound: Int) {
      self.hits = hits
      self.unfound = unfound
    }

    init(_ topic: Topic, _ library: Library) {
      let found = Set(library.rank(topic.query, limit: nil).map(library.identifier))
      let standing = library.passages(containing: topic.query, limit: nil).hits
      hits = found.count
      unfound = standing.count { passage in
        let place = RelevantSpan(document: passage.document, lines: passage.lines, grade: 0)
        return !found.contains(place.id) && !found.contains(passage.document)
      }
    }
  }

  /// A passage over judged lines stands for their spans, best grade first, each span once: further passages over the same lines add
  /// nothing. Other passages stand for themselves.
  package init(_ ranking: [RankedLines], spans: [RelevantSpan], recall: Recall? = nil) {
    var taken: Set<String> = []
    var ids: [String] = []
    for passage in ranking {
      let place = RelevantSpan(document: passage.document, lines: passage.lines, grade: 0)
      let judged = spans.filter { $0.overlaps(place) }.sorted { ($1.grade, $0.id) < ($0.grade, $1.id) }
      ids += (judged.isEmpty ? [passage.id] : judged.map(\.id)).filter { taken.insert($0).inserted }
    }
    self.ids = ids
    self.recall = recall
  }

  /// The first `depth` passages that search finds for a topic.
  package init(_ topic: Topic, _ judgements: Judgements, _ library: Library, depth: Int) {
    let ranked = library.rank(topic.query, limit: depth)
    let lines = zip(ranked, library.hits(ranked, marking: topic.query)).map {
      RankedLines(id: library.identifier($0), document: $1.document, lines: $1.lines)
    }
    self.init(lines, spans: judgements.spans[topic.id] ?? [], recall: Recall(topic, library))
  }

  /// Lines of a TREC run, `topic Q0 id rank score tag`; the scores fall strictly, so that no reader of runs sees a tie.
  package func trecLines(topic: String) -> String {
    zip(1..., ids).map { rank, id in
      "\(RunFile.column(topic)) Q0 \(RunFile.column(id)) \(rank) \(ids.count - rank + 1) shirabe\n"
    }.joined()
  }

  /// The ids of a topic out of a TREC run, by `trec_eval`'s rule: by falling score, ties by falling id; printed ranks don't count.
  package static func rankings(ofRun text: String) -> [String: TopicRanking]? {
    var scored: [String: [(id: String, score: Double)]] = [:]
    for line in TextLines.split(text) {
      let cells = line.split(whereSeparator: \.isWhitespace).map(String.init)
      guard cells.count == 6, let score = Double(cells[4]) else { return nil }
      scored[cells[0], default: []].append((cells[2], score))
    }
    return scored.mapValues { entries in
      TopicRanking(ids: entries.sorted { ($1.score, $1.id) < ($0.score, $0.id) }.map(\.id))
    }
  }

  private init(ids: [String]) {
    self.ids = ids
    recall = nil
  }
}
