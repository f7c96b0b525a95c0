import Evaluation
import Testing

@Suite("Topic reports")
struct TopicReportTests {
  private static let judgements = try! Judgements(
    topics: "a\t水\nb\t空\n", topicsName: "t", judgements: "a 0 w 1\na 0 v 1\nb 0 s 2\n", judgementsName: "q")

  /// Topic a finds `w` behind `others` passages that nobody judged, topic b finds all at once.
  private func report(others: Int, measures: [Measure] = [Measure(.reciprocalRank)]) throws -> TopicReport {
    let run = (0..<others).map { "a Q0 x\($0) 1 \(99 - $0) r\n" }.joined() + "a Q0 w 1 5 r\nb Q0 s 1 5 r\n"
    let rankings = try #require(TopicRanking.rankings(ofRun: run))
    return TopicReport(
      try ["a", "b"].map { ($0, try #require(rankings[$0])) }, Self.judgements, measures: measures)
  }

  @Test func `what is printed is read back`() throws {
    let report = try report(others: 2)
    #expect(
      report.text
        == "topic\tRR\tunjudged@10\thits\tunfound\tfound\na\t0.3333\t2\t-\t-\t3=w\nb\t1.0000\t0\t-\t-\t1=s\n"
        + "mean\t0.6667\t0\t-\t-\t\n")
    #expect(try TopicReport(parsing: report.text) == report)
  }

  @Test(
    "a line of another form is named",
    arguments: [
      ("", 1), ("x\n", 1), ("topic\tRR\tunjudged@10\thits\tunfound\tfound\na\t0.5\t0\t1\t0\t\n", 2),
      ("topic\tRR\tunjudged@10\thits\tunfound\tfound\na\t0.5000\t0\t1\t0\tw\n", 2),
      ("topic\tRR\tunjudged@10\thits\tunfound\tfound\na\t0.5000\t0\t1\tx\t\n", 2),
      ("topic\tRR\tunjudged@10\thits\tunfound\tfound\na\t0.5000\t0\t1\t0\t\n", 2),
    ])
  func badLines(_ text: String, _ number: Int) {
    #expect(throws: TopicReport.BadLine(number: number)) { try TopicReport(parsing: text) }
  }

  @Test func `a fall within what is allowed is listed but not worse`() throws {
    let changes = ReportChanges(from: try report(others: 0), to: try report(others: 1), maxDrop: 0.5)
    #expect(
      changes.lines == [
        "a\tRR\t1.0000 → 0.5000 ↓", "a\tw\t1 → 2 ↓", "mean\tRR\t1.0000 → 0.7500 ↓",
        "RR\ttoo few to tell (1 topic differs)",
      ])
    #expect(!changes.isWorse)
  }

  @Test func `a fall beside newcomers that nobody judged is to be judged, the mean's is worse`() throws {
    let changes = ReportChanges(from: try report(others: 0), to: try report(others: 1), maxDrop: 0)
    #expect(changes.lines.first == "a\tRR\t1.0000 → 0.5000 ↓ to judge: passages that nobody judged came in")
    #expect(changes.isWorse)
  }

  @Test func `a topic on the list of those that may fall does not make it worse`() throws {
    let changes = ReportChanges(
      from: try report(others: 0), to: try report(others: 3), maxDrop: 0, allowed: ["a", "mean"])
    #expect(!changes.isWorse)
    let idle = ReportChanges(
      from: try report(others: 3), to: try report(others: 3), maxDrop: 0, allowed: ["a"])
    #expect(idle.lines == ["a\tallowed, and not worse: take it off the list"])
    #expect(
      ReportChanges(from: try report(others: 3), to: try report(others: 0), maxDrop: 0).isWorse == false)
  }

  @Test func `a topic that is new makes no mean worse`() throws {
    let head = "topic\tRR\tunjudged@10\thits\tunfound\tfound\na\t1.0000\t0\t-\t-\t1=w\n"
    let changes = ReportChanges(
      from: try TopicReport(parsing: head + "mean\t1.0000\t0\t-\t-\t\n"),
      to: try TopicReport(parsing: head + "b\t0.0000\t0\t-\t-\t\nmean\t0.5000\t0\t-\t-\t\n"), maxDrop: 0)
    #expect(changes.lines == ["b\tnew"])
    #expect(!changes.isWorse)
  }

  @Test func `hits that came or went are told, and a passage with the query that is no hit is worse`() throws
  {
    func report(_ hits: Int, _ unfound: Int) throws -> TopicReport {
      try TopicReport(
        parsing: "topic\tRR\tunjudged@10\thits\tunfound\tfound\na\t1.0000\t0\t\(hits)\t\(unfound)\t1=w\n"
          + "mean\t1.0000\t0\t-\t-\t\n")
    }
    let fewer = ReportChanges(from: try report(9, 0), to: try report(7, 0), maxDrop: 0)
    #expect(fewer.lines == ["a\thits\t9 → 7 ↓"])
    #expect(!fewer.isWorse)
    #expect(ReportChanges(from: try report(9, 0), to: try report(9, 2), maxDrop: 1).isWorse)
  }

  @Test func `other measures can't be compared`() throws {
    let other = try report(others: 0, measures: [Measure(.averagePrecision)])
    #expect(ReportChanges(from: try report(others: 0), to: other, maxDrop: 1).isWorse)
  }
}

@Suite("The paired randomization test")
struct PairedRandomizationTests {
  @Test func `six pairs of one direction have the least chance that six pairs can have`() {
    #expect(PairedRandomization([5, 5, 5, 5, 5, 5, 0]) == .chance(2.0 / 64))
  }

  @Test func `pairs that cancel are chance itself`() {
    #expect(PairedRandomization([1, -1, 2, -2, 3, -3]) == .chance(1))
  }

  @Test func `fewer than six that differ are too few`() {
    #expect(PairedRandomization([9, 9, 9, 9, 9, 0, 0]) == .tooFew(differing: 5))
  }

  @Test func `many pairs are drawn with a fixed seed, near the exact figure`() {
    let differences = Array(repeating: 3, count: 12) + Array(repeating: -2, count: 8)
    let one = PairedRandomization(differences)
    #expect(one == PairedRandomization(differences))
    guard case .chance(let p) = one else { return #expect(Bool(false), "too few") }
    #expect(abs(p - Self.exact(threes: 12, twos: 8, observed: 20)) < 0.005)
  }

  /// The chance over all ways to toss, by the counts of turned threes and twos.
  private static func exact(threes: Int, twos: Int, observed: Int) -> Double {
    func ways(_ n: Int, _ k: Int) -> Double { (0..<k).reduce(1) { $0 * Double(n - $1) / Double($1 + 1) } }
    var extreme = 0.0
    for a in 0...threes {
      for b in 0...twos where abs(3 * (threes - 2 * a) - 2 * (twos - 2 * b)) >= observed {
        extreme += ways(threes, a) * ways(twos, b)
      }
    }
    return extreme / Double(1 << (threes + twos))
  }
}

@Suite("Judgements")
struct JudgementsTests {
  private func read(_ topics: String, _ judgements: String) throws -> Judgements {
    try Judgements(topics: topics, topicsName: "t", judgements: judgements, judgementsName: "q")
  }

  @Test func `topics keep their order, and lines judged 0 are known to be judged`() throws {
    let judgements = try read("b\t水\na\t公園の面積\n", "a\tplan\t1\t2\t1\nb\tplan\t3\t3\t2\nb\tplan\t9\t9\t0\n")
    #expect(judgements.topics.map(\.id) == ["b", "a"])
    #expect(judgements.grades["b"] == ["plan:3-3": 2, "plan:9-9": 0])
    #expect(judgements.trecText == "b 0 plan:3-3 2\nb 0 plan:9-9 0\na 0 plan:1-2 1\n")
  }

  @Test func `TREC's judgements are read too`() throws {
    #expect(try read("a\t水\n", "a 0 doc-1 2\na 0 doc-2 0\n").grades["a"] == ["doc-1": 2, "doc-2": 0])
  }

  static let bad = [
    ("a 水", "", "t:1: not of the form id<TAB>query"),
    ("a\t水\na\t空", "", "t:2: topic \"a\" is given twice"),
    (
      "a\t水", "a\tplan\t3\t2\t1",
      "q:1: not of the form topic, document, first, last, grade (0-10), or topic, 0, id, grade"
    ),
    ("a\t水", "c\tplan\t1\t2\t1", "q:1: no topic \"c\" in t"),
    ("a\t水", "a\tplan\t1\t2\t0", "q: nothing relevant for topic \"a\""),
  ]

  @Test("a fault is named with file and line", arguments: bad)
  func faults(_ topics: String, _ judgements: String, _ message: String) {
    do {
      _ = try read(topics, judgements)
      Issue.record("nothing was thrown")
    } catch {
      #expect("\(error)" == message)
    }
  }
}
