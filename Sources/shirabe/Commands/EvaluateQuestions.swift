import ArgumentParser
import Evaluation

/// `shirabe eval questions SET`
struct EvaluateQuestions: ShirabeCommand {
  static let configuration = CommandConfiguration(
    commandName: "questions",
    abstract: "Ask the questions of a set and judge the answers, by class.",
    discussion: """
      SET is a JSON list of {"id", "question", "class", "expect", "why"}; "turn" marks a question that goes on from the \
      one before it. Each miss is blamed on one room: reading the plan, understanding, retrieval or ranking (-v). With \
      --baseline, the status is 1 where a question's outcome is worse.
      """)

  @OptionGroup var source: IndexOptions
  @OptionGroup var speech: SpeechOptions
  @OptionGroup var baselines: BaselineOptions

  @OptionGroup var form: ReportOptions

  @Flag(
    name: .shortAndLong, help: "Every question that is not right, with what is wrong and the room to blame.")
  var verbose = false

  @Argument(help: "The file of questions.")
  var set: String

  func execute(_ console: Console) throws -> ExitStatus {
    let earlier = try baselines.read { text throws(TopicReport.BadLine) in try QuestionBaseline(parsing: text)
    }
    let allowed = try baselines.allowed()
    let questions = try EvaluationFile.set(set)
    let report = try QuestionEvaluation(try source.open(console)).report(on: questions)
    try baselines.write(QuestionBaseline.text(of: report))
    try form.writePage { report.page }
    try console.writeData(report.text(form.format, verbose: verbose))
    guard let earlier else { return .answered }
    let changes = earlier.changes(to: report, allowed: allowed)
    for line in changes.lines { console.reportPlain(line) }
    return changes.isWorse ? .noMatch : .answered
  }
}

/// `shirabe eval mutate SET`
struct EvaluateRewordings: ShirabeCommand {
  static let configuration = CommandConfiguration(
    commandName: "mutate",
    abstract:
      "Say each question of a set in other words, and count those that are answered as the question is.",
    discussion: """
      A line a way to reword: how many wordings are answered with the same items and figures, and how many with others \
      although both answers claim to be whole (contradictions). Questions that go on from another are left out.
      """)

  @OptionGroup var source: IndexOptions
  @OptionGroup var speech: SpeechOptions

  @Flag(name: .shortAndLong, help: "Every rewording that is answered otherwise.")
  var verbose = false

  @Argument(help: "The file of questions.")
  var set: String

  func execute(_ console: Console) throws -> ExitStatus {
    let report = try RewordingReport(try EvaluationFile.set(set), try source.open(console))
    try console.writeData(report.text)
    if verbose {
      for one in report.differences {
        let mark = one.isContradiction ? "contradiction" : "differs"
        try console.writeData(
          "\(one.id)\t\(one.rewording.rawValue)\t\(mark)\t\(one.wording)\t\(one.before)\t\(one.after)\n")
      }
    }
    return .answered
  }
}
