import Answers
import PlanLibrary

/// Asks the questions of a set and judges the answers.
package struct QuestionEvaluation {
  private let library: Library
  private let blames: BlameFinder

  package init(_ library: Library) {
    self.library = library
    blames = BlameFinder(library)
  }

  /// Each conversation is asked from its beginning by an assistant that heard nothing before.
  /// - Throws: what opening an assistant throws.
  package func report(on set: QuestionSet) throws -> QuestionReport {
    var assistant = try Assistant(library: library)
    var judged: [JudgedQuestion] = []
    for conversation in set.conversations {
      assistant.forget()
      for one in conversation { judged.append(judge(one, assistant.ask(one.question))) }
    }
    return QuestionReport(judged)
  }

  private func judge(_ one: QuestionSet.Case, _ answer: Answer) -> JudgedQuestion {
    let faults = AnswerJudge.faults(of: answer, by: one.expectation)
    return JudgedQuestion(one, answer, faults: faults, blame: blames.blame(one, answer, faults: faults))
  }
}
