import ArgumentParser
import Evaluation

extension QuestionReport.Layout: ExpressibleByArgument {}

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
  @OptionGroup var baselines: BaselineOptions

  @Option(name: .long, help: "text, markdown or html.")
  var format: QuestionReport.Layout = .text

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
    try console.writeData(report.text(format, verbose: verbose))
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
      "Say each question of a set in other words, and count those that are answered as the question is.")

  @OptionGroup var source: IndexOptions

  @Flag(name: .shortAndLong, help: "Every rewording that is answered otherwise.")
  var verbose = false

  @Argument(help: "The file of questions.")
  var set: String

  func execute(_ console: Console) throws -> ExitStatus {
    let report = try RewordingReport(try EvaluationFile.set(set), try source.open(console))
    for rewording in Rewording.allCases {
      try console.writeData(
        "\(rewording.rawValue)\t\(report.same(rewording)) of \(report.asked[rewording] ?? 0)\n")
    }
    let asked = report.asked.values.reduce(0, +)
    try console.writeData("all\t\(asked - report.differences.count) of \(asked)\n")
    try console.writeData("contradictions\t\(report.differences.count(where: \.isContradiction))\n")
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
