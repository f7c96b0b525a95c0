import ArgumentParser
import Evaluation
import Phrases
import PlanLibrary

/// Measures with commas between them.
struct MeasureList: ExpressibleByArgument {
  var measures: [Measure]

  init(_ measures: [Measure]) { self.measures = measures }

  init?(argument: String) {
    let names = argument.split(separator: ",", omittingEmptySubsequences: false)
    let measures = names.compactMap { Measure(name: String($0.filter { $0 != " " })) }
    guard measures.count == names.count else { return nil }
    self.init(measures)
  }

  var defaultValueDescription: String { measures.map(\.name).joined(separator: ",") }
}

/// `shirabe eval topics TOPICS --qrels QRELS`
struct EvaluateTopics: ShirabeCommand {
  static let configuration = CommandConfiguration(
    commandName: "topics",
    abstract: "Rank passages for topics and print the mean of each measure.",
    discussion: """
      TOPICS has lines `id<TAB>query`. QRELS has lines `topic<TAB>document<TAB>first<TAB>last<TAB>grade`, or TREC's \
      `topic 0 id grade`. With --baseline, figures and ranks that moved follow on standard error, and the status is 1 \
      where one fell by more than --max-drop.
      """)

  @OptionGroup var source: IndexOptions
  @OptionGroup var speech: SpeechOptions
  @OptionGroup var baselines: BaselineOptions
  @OptionGroup var form: ReportOptions

  @Option(name: .long, help: "The file of judgements.")
  var qrels: String

  @Option(
    name: .long,
    help: """
      Measures as ir_measures names them: \(Measure.knownNames.joined(separator: ", ")), with @cut-off; commas between \
      several.
      """)
  var measures = MeasureList([
    Measure(.gain(isExponential: false), cutoff: 10), Measure(.recall, cutoff: 20), Measure(.reciprocalRank),
  ])

  @Flag(name: .shortAndLong, help: "Every topic, with the ranks of what is relevant.")
  var verbose = false

  @Option(name: .long, help: "Where to write the ranking as a TREC run.")
  var runOut: String?

  @Option(name: .long, help: "Where to write the judgements as TREC's, in the ids of the run.")
  var qrelsOut: String?

  @Option(name: .long, help: "How far a figure may fall, 0 to 1.")
  var maxDrop = 0.0

  @Option(name: .long, help: "How many passages are ranked.")
  var depth = 100

  @Argument(help: "The file of topics.")
  var topics: String

  mutating func validate() throws {
    guard (0...1).contains(maxDrop) else { throw ValidationError("--max-drop: give a number from 0 to 1") }
    guard depth > 0 else { throw ValidationError("--depth: give 1 or more") }
  }

  func execute(_ console: Console) throws -> ExitStatus {
    let earlier = try baselines.read { text throws(TopicReport.BadLine) in try TopicReport(parsing: text) }
    let allowed = try baselines.allowed()
    let judgements = try readJudgements()
    let library = try source.open(console)
    let rankings = judgements.topics.concurrentMap { topic in
      (topic: topic.id, ranking: TopicRanking(topic, judgements, library, depth: depth))
    }
    let report = TopicReport(rankings, judgements, measures: measures.measures)
    try write(rankings, judgements)
    try baselines.write(report.text)
    try form.writePage { report.page(of: judgements) }
    try console.writeData(report.text(form.format, verbose: verbose, of: judgements))
    guard let earlier else { return .answered }
    let changes = ReportChanges(from: earlier, to: report, maxDrop: maxDrop, allowed: allowed)
    for line in changes.lines { console.reportPlain(line) }
    return changes.isWorse ? .noMatch : .answered
  }

  private func write(_ rankings: [(topic: String, ranking: TopicRanking)], _ judgements: Judgements) throws {
    if let runOut {
      try EvaluationFile.write(rankings.map { $0.ranking.trecLines(topic: $0.topic) }.joined(), to: runOut)
    }
    if let qrelsOut { try EvaluationFile.write(judgements.trecText, to: qrelsOut) }
  }

  private func readJudgements() throws -> Judgements {
    let (topicText, judgementText) = (try EvaluationFile.text(topics), try EvaluationFile.text(qrels))
    do throws(Judgements.Problem) {
      return try Judgements(
        topics: topicText, topicsName: topics, judgements: judgementText, judgementsName: qrels)
    } catch {
      throw Failure(error.saying, .unreadable)
    }
  }
}
