import Evaluation
import Foundation
import PlanDocuments
import TestSupport
import Testing

@Suite("Measures")
struct MeasureTests {
  /// Grades by hand: a is 2, b is 1, c is 0.
  static let handMade: [(name: String, ranking: String, value: Double)] = [
    ("RR", "xxxa", 0.25), ("RR@3", "xxxa", 0), ("P@5", "ab", 0.4), ("R@1", "ab", 0.5),
    ("AP", "axb", (1 + 2.0 / 3) / 2),
    ("nDCG@2", "ab", 1), ("nDCG@2", "ba", (1 + 2 / 1.5849625007211562) / (2 + 1 / 1.5849625007211562)),
    ("nDCG(dcg='exp-log2')@2", "ba", (1 + 3 / 1.5849625007211562) / (3 + 1 / 1.5849625007211562)),
    ("nDCG@10", "", 0), ("RR", "c", 0),
  ]

  @Test("gives what a hand reckons", arguments: handMade)
  func byHand(name: String, ranking: String, value: Double) throws {
    let measure = try #require(Measure(name: name))
    let figure = measure.value(of: ranking.map(String.init), grades: ["a": 2, "b": 1, "c": 0])
    #expect(abs(figure - value) < 1e-12)
    #expect(measure.name == name)
  }

  @Test("a name that is none is refused", arguments: ["P", "nDCG@0", "nDCG@-1", "MRR", "R@x", "RR@1@2", ""])
  func badNames(_ name: String) { #expect(Measure(name: name) == nil) }

  /// `Run/expected.tsv` was derived by ir_measures from the run and the judgements beside it (`Run/derive.py`).
  @Test func `every figure of a run with ties is that of ir_measures`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Run")
    func text(_ name: String) throws -> String {
      try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
    let rankings = try #require(TopicRanking.rankings(ofRun: try text("run.trec")))
    var grades: [String: [String: Int]] = [:]
    for line in try text("qrels.trec").split(separator: "\n") {
      let cells = line.split(separator: " ").map(String.init)
      grades[cells[0], default: [:]][cells[2]] = Int(cells[3])
    }
    var compared = 0
    for line in try text("expected.tsv").split(separator: "\n") {
      let cells = line.split(separator: "\t").map(String.init)
      let measure = try #require(Measure(name: cells[1]))
      let figure = measure.value(of: rankings[cells[0]]?.ids ?? [], grades: grades[cells[0]] ?? [:])
      #expect(
        abs(figure - (Double(cells[2]) ?? -1)) <= 1e-6, "\(cells[0]) \(cells[1]): \(figure), not \(cells[2])")
      compared += 1
    }
    #expect(compared == 270)
  }
}

@Suite("Rankings over judged lines")
struct TopicRankingTests {
  private func ranking(_ lines: ClosedRange<Int>...) -> [RankedLines] {
    lines.map {
      RankedLines(
        id: "plan:\($0.lowerBound)-\($0.upperBound)", document: "plan",
        lines: LineRange($0.lowerBound, $0.upperBound))
    }
  }

  private let spans = [
    RelevantSpan(document: "plan", lines: LineRange(1, 10), grade: 1),
    RelevantSpan(document: "plan", lines: LineRange(10, 20), grade: 2),
  ]

  @Test func `a span is found once, however many passages stand over it`() {
    #expect(TopicRanking(ranking(1...3, 4...6, 30...30), spans: spans).ids == ["plan:1-10", "plan:30-30"])
  }

  @Test func `a passage over two spans stands for both, the better first`() {
    #expect(TopicRanking(ranking(9...12), spans: spans).ids == ["plan:10-20", "plan:1-10"])
  }

  @Test func `lines of another document are not relevant`() {
    let other = [RankedLines(id: "other:1-1", document: "other", lines: LineRange(1))]
    #expect(TopicRanking(other, spans: spans).ids == ["other:1-1"])
  }

  @Test func `a run's scores fall strictly, and ties of other runs are broken by falling id`() throws {
    let lines = TopicRanking(ranking(1...3, 30...30, 40...40), spans: spans).trecLines(topic: "t")
    #expect(
      lines == "t Q0 plan:1-10 1 3 shirabe\nt Q0 plan:30-30 2 2 shirabe\nt Q0 plan:40-40 3 1 shirabe\n")
    let tied = try #require(TopicRanking.rankings(ofRun: "t Q0 a 1 5 x\nt Q0 c 2 5 x\nt Q0 b 3 7 x\n"))
    #expect(tied["t"]?.ids == ["b", "c", "a"])
  }
}
