import ArgumentParser
import Evaluation
import JapaneseText
import PlanLibrary
import SystemFiles

/// `shirabe eval`: how good answers are, measured.
struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval", abstract: "Measure search quality.", subcommands: [EvaluateTopics.self])
}

/// `shirabe eval topics TOPICS QRELS`
struct EvaluateTopics: ShirabeCommand {
  static let configuration = CommandConfiguration(
    commandName: "topics",
    abstract: "Rank passages for topics and print nDCG@10, Recall@20 and MRR of each and their means.",
    discussion: """
      TOPICS has lines `id<TAB>query`, QRELS lines `topic<TAB>document<TAB>first<TAB>last<TAB>grade`. The output is \
      itself a baseline. With --baseline, figures that moved follow on standard error, and the status is 1 where one \
      fell by more than the tolerance.
      """)

  @OptionGroup var source: IndexOptions

  @Option(name: .long, help: "An earlier output to compare with.")
  var baseline: String?

  @Option(name: .long, help: "How far a figure may fall.")
  var tolerance = 0.0

  @Argument(help: "The file of topics.")
  var topics: String

  @Argument(help: "The file of judgements.")
  var qrels: String

  mutating func validate() throws {
    guard (0...1).contains(tolerance) else { throw ValidationError("--tolerance: give a number from 0 to 1") }
  }

  func execute(_ console: Console) throws -> ExitStatus {
    let earlier = try baseline.map(readBaseline)
    let judgements = try readJudgements()
    let library = try source.open(console)
    let report = TopicReport(
      judgements.topics.map { topic in
        let ranking = library.search(topic.query, limit: 20).map {
          RankedLines(document: $0.document, lines: $0.lines)
        }
        return (topic.id, Metrics(of: ranking, against: judgements.spans[topic.id] ?? []))
      })
    try console.writeData(report.text)
    guard let earlier else { return .answered }
    let changes = ReportChanges(from: earlier, to: report, tolerance: tolerance)
    for line in changes.lines { console.reportPlain(line) }
    return changes.isWorse ? .noMatch : .answered
  }

  private func readJudgements() throws -> Judgements {
    let (topicText, judgementText) = (try read(topics), try read(qrels))
    do throws(Judgements.Problem) {
      return try Judgements(
        topics: topicText, topicsName: topics, judgements: judgementText, judgementsName: qrels)
    } catch {
      throw Failure(error.description, .unreadable)
    }
  }

  private func readBaseline(_ path: String) throws -> TopicReport {
    let text = try read(path)
    do throws(TopicReport.BadLine) {
      return try TopicReport(parsing: text)
    } catch {
      throw Failure("\(path):\(error.number): not a line of an earlier output of this command", .unreadable)
    }
  }

  private func read(_ path: String) throws -> String {
    do throws(FileError) {
      let bytes = TextLines.withoutByteOrderMark(try FileSystem.read(FilePath(path)))
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw FileError(
          path: path, reason: .notUTF8(offset: TextValidation.firstInvalidByte(in: bytes) ?? 0))
      }
      return text
    } catch {
      throw Failure(error.description, .unreadable)
    }
  }
}
