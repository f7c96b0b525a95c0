import JapaneseText

/// The outcomes of a set, a line a question, kept in a file to be compared with later.
package struct QuestionBaseline: Hashable, Sendable {
  /// By id.
  package let outcomes: [String: Outcome]

  /// `id<TAB>outcome`, in the order of the set.
  package static func text(of report: QuestionReport) -> String {
    report.questions.map { "\($0.id)\t\($0.outcome.rawValue)\n" }.joined()
  }

  /// Reads what `text` wrote; the number of the first line that is not of this form is thrown.
  package init(parsing text: String) throws(TopicReport.BadLine) {
    var outcomes: [String: Outcome] = [:]
    for (number, line) in zip(1..., TextLines.split(text)) {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 2, let outcome = Outcome(rawValue: cells[1]) else {
        throw TopicReport.BadLine(number: number)
      }
      outcomes[cells[0]] = outcome
    }
    self.outcomes = outcomes
  }

  /// A line for each question whose outcome changed, that came or that went; worse where it fell or went.
  /// - Parameter allowed: ids that may fall.
  package func changes(to report: QuestionReport, allowed: Set<String>) -> (lines: [String], isWorse: Bool) {
    var lines: [String] = []
    var isWorse = false
    var idle = allowed
    for question in report.questions {
      guard let old = outcomes[question.id] else {
        lines.append("\(question.id)\tnew")
        continue
      }
      guard old != question.outcome else { continue }
      let isBelow = question.outcome.rank > old.rank
      let falls = isBelow && !allowed.contains(question.id)
      if isBelow { idle.remove(question.id) }
      isWorse = isWorse || falls
      lines.append(
        "\(question.id)\t\(old.rawValue) → \(question.outcome.rawValue) \(falls ? "↓ worse" : isBelow ? "↓ allowed" : "")\t"
          + question.question)
    }
    let present = Set(report.questions.map(\.id))
    let gone = outcomes.keys.filter { !present.contains($0) }.sorted()
    return (lines + gone.map { "\($0)\tgone" } + ReportChanges.idleLines(idle), isWorse || !gone.isEmpty)
  }
}

extension Outcome {
  /// 0 for the best; nothing is worse than to be wrong and sure.
  fileprivate var rank: Int {
    switch self {
    case .right: 0
    case .partlyRight: 1
    case .honestlyEmpty: 2
    case .doubtfullyWrong: 3
    case .confidentlyWrong: 4
    }
  }
}
