import Evaluation
import PlanDocuments
import Testing

@Suite("Metrics of a ranking")
struct MetricsTests {
  private func span(_ first: Int, _ last: Int, grade: Int) -> RelevantSpan {
    RelevantSpan(document: "plan", lines: LineRange(first, last), grade: grade)
  }

  private func ranking(_ lines: ClosedRange<Int>...) -> [RankedLines] {
    lines.map { RankedLines(document: "plan", lines: LineRange($0.lowerBound, $0.upperBound)) }
  }

  @Test func `a ranking that finds everything in order of grade is perfect`() {
    let metrics = Metrics(
      of: ranking(5...9, 20...20), against: [span(20, 22, grade: 1), span(7, 7, grade: 2)])
    #expect(metrics == Metrics(gainAt10: 1, recallAt20: 1, reciprocalRank: 1))
  }

  @Test func `an empty ranking counts as zero`() {
    let metrics = Metrics(of: [], against: [span(1, 1, grade: 2)])
    #expect(metrics == Metrics(gainAt10: 0, recallAt20: 0, reciprocalRank: 0))
  }

  @Test func `a span is found once, however many passages stand over it`() {
    let spans = [span(1, 10, grade: 1), span(20, 20, grade: 1)]
    let metrics = Metrics(of: ranking(1...3, 4...6, 7...10), against: spans)
    #expect(metrics.recallAt20 == 0.5)
    #expect(metrics.gainAt10 < 0.62)
  }

  @Test func `lines of another document are not relevant`() {
    let other = [RankedLines(document: "other", lines: LineRange(1))]
    #expect(Metrics(of: other, against: [span(1, 1, grade: 1)]).reciprocalRank == 0)
  }

  @Test func `a first hit at rank four has a reciprocal rank of a quarter`() {
    let metrics = Metrics(of: ranking(1...1, 2...2, 3...3, 4...4), against: [span(4, 4, grade: 1)])
    #expect(metrics.reciprocalRank == 0.25)
  }
}

@Suite("Topic reports")
struct TopicReportTests {
  private func report(_ figure: Double) -> TopicReport {
    TopicReport([
      ("a", Metrics(gainAt10: figure, recallAt20: 1, reciprocalRank: 0.5)),
      ("b", Metrics(gainAt10: 1, recallAt20: 1, reciprocalRank: 1)),
    ])
  }

  @Test func `what is printed is read back`() throws {
    let report = report(1 / 3)
    #expect(
      report.text.hasSuffix(
        "a\t0.3333\t1.0000\t0.5000\nb\t1.0000\t1.0000\t1.0000\nmean\t0.6667\t1.0000\t0.7500\n"))
    #expect(try TopicReport(parsing: report.text) == report)
  }

  @Test(
    "a line of another form is named",
    arguments: ["", "x\n", "topic\tnDCG@10\tRecall@20\tMRR\na\t0.5\t1.0000\t1.0000\n"])
  func badLines(_ text: String) {
    #expect(throws: TopicReport.BadLine.self) { try TopicReport(parsing: text) }
  }

  @Test func `a fall within the tolerance is listed but not worse`() {
    let changes = ReportChanges(from: report(0.5), to: report(0.49), tolerance: 0.02)
    #expect(changes.lines == ["a\tnDCG@10\t0.5000 → 0.4900 ↓", "mean\tnDCG@10\t0.7500 → 0.7450 ↓"])
    #expect(!changes.isWorse)
  }

  @Test func `a fall beyond the tolerance is worse, a rise is not`() {
    #expect(ReportChanges(from: report(0.5), to: report(0.4), tolerance: 0.02).isWorse)
    #expect(!ReportChanges(from: report(0.4), to: report(0.5), tolerance: 0).isWorse)
  }
}

@Suite("Judgements")
struct JudgementsTests {
  private func read(_ topics: String, _ judgements: String) throws -> Judgements {
    try Judgements(topics: topics, topicsName: "t", judgements: judgements, judgementsName: "q")
  }

  @Test func `topics keep their order and lines judged 0 are left out`() throws {
    let judgements = try read("b\t水\na\t公園の面積\n", "a\tplan\t1\t2\t1\nb\tplan\t3\t3\t2\nb\tplan\t9\t9\t0\n")
    #expect(judgements.topics.map(\.id) == ["b", "a"])
    #expect(judgements.spans["b"] == [RelevantSpan(document: "plan", lines: LineRange(3), grade: 2)])
  }

  static let bad = [
    ("a 水", "", "t:1: not of the form id<TAB>query"),
    ("a\t水\na\t空", "", "t:2: topic \"a\" is given twice"),
    ("a\t水", "a\tplan\t3\t2\t1", "q:1: not of the form topic, document, first, last, grade (0-10)"),
    ("a\t水", "c\tplan\t1\t2\t1", "q:1: no topic \"c\" in t"),
    ("a\t水", "a\tplan\t1\t2\t0", "q: no relevant lines for topic \"a\""),
  ]

  @Test("a fault is named with file and line", arguments: bad)
  func faults(_ topics: String, _ judgements: String, _ message: String) {
    #expect(throws: (any Error).self) { try read(topics, judgements) }
    do {
      _ = try read(topics, judgements)
    } catch {
      #expect("\(error)" == message)
    }
  }
}
