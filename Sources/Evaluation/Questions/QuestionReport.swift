import Answers
import Rendering

/// What became of one question of a set.
package enum Outcome: String, Hashable, Sendable, CaseIterable {
  /// What is expected, all of it.
  case right
  /// Items that are expected, and others, or not all.
  case partlyRight = "partly right"
  /// Something else than what is right, and nothing that says so: the worst there is.
  case confidentlyWrong = "confidently wrong"
  /// Something else, said to be incomplete, not understood, or passages, which claim nothing.
  case doubtfullyWrong = "wrong, and says so"
  /// Nothing, where there is something.
  case honestlyEmpty = "honestly empty"
}

/// A question with its outcome.
package struct JudgedQuestion: Hashable, Sendable {
  package let id: String
  package let question: String
  package let questionClass: String
  package let outcome: Outcome
  /// What is wrong; empty where it is right.
  package let faults: [String]
  /// Which room to look into; nil where it is right.
  package let blame: Blame?
  /// The first reading as a question; nil where there is none.
  package let canonical: String?

  init(_ one: QuestionSet.Case, _ answer: Answer, faults: [String], blame: Blame?) {
    id = one.id
    question = one.question
    questionClass = one.questionClass
    self.faults = faults
    outcome = Outcome(of: answer, faults: faults, expectation: one.expectation)
    self.blame = blame
    canonical = answer.readings.first?.canonical
  }
}

extension Outcome {
  init(of answer: Answer, faults: [String], expectation: Expectation) {
    if faults.isEmpty {
      self = .right
    } else if answer.status != .answered {
      self = .honestlyEmpty
    } else if answer.isConfident {
      self = .confidentlyWrong
    } else {
      self = Outcome.holdsSome(answer, expectation) ? .partlyRight : .doubtfullyWrong
    }
  }

  private static func holdsSome(_ answer: Answer, _ expectation: Expectation) -> Bool {
    let names = (expectation.names ?? []) + expectation.namesInclude
    let found = Set(answer.readings.flatMap(\.items).flatMap { PrintedName.forms($0.name) })
    return names.contains { $0.contains { !PrintedName.forms($0).isDisjoint(with: found) } }
  }
}

/// All questions of a set, judged.
package struct QuestionReport: Hashable, Sendable {
  /// In the order of the set.
  package let questions: [JudgedQuestion]

  package init(_ questions: [JudgedQuestion]) { self.questions = questions }

  package func count(_ outcome: Outcome) -> Int { questions.count { $0.outcome == outcome } }

  /// Classes in order of name, each with how many of its questions had each outcome.
  package var classes: [(name: String, outcomes: [Outcome: Int])] {
    Dictionary(grouping: questions, by: \.questionClass).sorted { $0.key < $1.key }.map { name, questions in
      (name, Dictionary(questions.map { ($0.outcome, 1) }, uniquingKeysWith: +))
    }
  }
}
