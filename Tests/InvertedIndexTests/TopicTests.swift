import Analysis
import Glibc
import InvertedIndex
import TestSupport
import Testing

/// Topics with the spans that answer them.
struct Topics {
  struct Topic {
    let id: String
    let query: String
    var spans: [(document: String, first: Int, last: Int, grade: Double)] = []
  }

  var topics: [Topic] = []

  init(folder: String) {
    for line in Files.text("\(folder)/topics-dev.tsv").split(separator: "\n") {
      let parts = line.split(separator: "\t").map(String.init)
      if parts.count == 2 { topics.append(Topic(id: parts[0], query: parts[1])) }
    }
    for line in Files.text("\(folder)/qrels-dev.tsv").split(separator: "\n") {
      let parts = line.split(separator: "\t").map(String.init)
      guard parts.count == 5, let at = topics.firstIndex(where: { $0.id == parts[0] }),
        let first = Int(parts[2]),
        let last = Int(parts[3]), let grade = Double(parts[4])
      else { continue }
      topics[at].spans.append((parts[1], first, last, grade))
    }
  }

  struct Scores { var ndcg = 0.0, recall = 0.0, mrr = 0.0 }

  /// A span counts for the first hit that touches it.
  func scores(of topic: Topic, _ ranked: [Paragraph]) -> Scores {
    var used = Set<Int>()
    var scores = Scores()
    var gain = 0.0
    for (rank, hit) in ranked.prefix(20).enumerated() {
      let met = topic.spans.indices.filter {
        !used.contains($0) && topic.spans[$0].document == hit.document && topic.spans[$0].first <= hit.last
          && hit.first <= topic.spans[$0].last
      }
      guard let best = met.map({ topic.spans[$0].grade }).max() else { continue }
      used.formUnion(met)
      if rank < 10 { gain += (pow(2, best) - 1) / log2(Double(rank) + 2) }
      if scores.mrr == 0 { scores.mrr = 1 / Double(rank + 1) }
    }
    let ideal = topic.spans.map(\.grade).sorted(by: >).prefix(10).enumerated()
      .map { (pow(2, $1) - 1) / log2(Double($0) + 2) }.reduce(0, +)
    scores.ndcg = ideal == 0 ? 0 : gain / ideal
    scores.recall = topic.spans.isEmpty ? 0 : Double(used.count) / Double(topic.spans.count)
    return scores
  }
}

@Suite("Topics", .enabled(if: !Paragraph.all(in: Paths.publishedPlans).isEmpty)) struct TopicTests {
  static let index: (paragraphs: [Paragraph], folder: TemporaryDirectory) = {
    let paragraphs = Paragraph.all(in: Paths.publishedPlans)
    let folder = TemporaryDirectory()
    let writer = try! IndexWriter(
      directory: folder.path,
      fields: [IndexField("heading", weight: Number.of("HW", 0.3)), IndexField("text")],
      lexicons: .builtIn)
    for paragraph in paragraphs {
      try! writer.add(
        id: "\(paragraph.document):\(paragraph.first)-\(paragraph.last)",
        fields: [paragraph.heading, paragraph.text])
    }
    try! writer.commit()
    return (paragraphs, folder)
  }()

  @Test func `the topics' passages come first`() throws {
    let topics = Topics(folder: Paths.publishedPlans + "/../topics")
    let reader = try IndexReader(directory: Self.index.folder.path)
    var tuning = Tuning()
    tuning.gram = Number.of("GRAM", tuning.gram)
    tuning.pair = Number.of("PAIR", tuning.pair)
    tuning.part = Number.of("PART", tuning.part)
    tuning.synonym = Number.of("SYN", tuning.synonym)
    var sum = Topics.Scores()
    for topic in topics.topics {
      let hits = try reader.search(topic.query, limit: 20, tuning: tuning)
      let scores = topics.scores(of: topic, hits.map { Self.index.paragraphs[Int($0.document.rawValue)] })
      if getenv("VERBOSE") != nil { print(topic.id, topic.query, scores.ndcg, scores.recall, scores.mrr) }
      sum.ndcg += scores.ndcg
      sum.recall += scores.recall
      sum.mrr += scores.mrr
    }
    let count = Double(topics.topics.count)
    print("nDCG@10 \(sum.ndcg / count) Recall@20 \(sum.recall / count) MRR \(sum.mrr / count)")
    #expect(sum.ndcg / count > 0.5)
  }
}

enum Number {
  static func of(_ name: String, _ standard: Float) -> Float {
    getenv(name).flatMap { Float(String(cString: $0)) } ?? standard
  }
}
