import Answers
import PlanLibrary

/// How many rewordings of a set's questions are answered as the questions are.
package struct RewordingReport: Hashable, Sendable {
  /// A rewording that is answered otherwise.
  package struct Difference: Hashable, Sendable {
    package let id: String
    package let rewording: Rewording
    package let wording: String
    /// The first readings, as questions; the status where there is none.
    package let before: String
    package let after: String
    /// True where both answers claim to be whole.
    package let isContradiction: Bool
  }

  package let asked: [Rewording: Int]
  package let differences: [Difference]

  package func same(_ rewording: Rewording) -> Int {
    (asked[rewording] ?? 0) - differences.count { $0.rewording == rewording }
  }

  /// A line a way to reword: how many are answered with the same, of how many, how many otherwise with both answers sure;
  /// the whole last.
  package var text: String {
    let rows = Rewording.allCases.map { rewording in
      (
        rewording.rawValue, same(rewording), asked[rewording] ?? 0,
        differences.filter { $0.rewording == rewording }
      )
    }
    let all = asked.values.reduce(0, +)
    return (rows + [("all", all - differences.count, all, differences)]).map {
      name, same, asked, differences in
      "\(name)\t\(same) of \(asked)\t\(Share(same, of: asked))\t"
        + "\(differences.count(where: \.isContradiction)) contradictions\n"
    }.joined()
  }

  /// Questions that go on from another are left out: their answers depend on more than their words.
  /// - Throws: what opening an assistant throws.
  package init(_ set: QuestionSet, _ library: Library) throws {
    var assistant = try Assistant(library: library)
    let names = library.facts.map(\.name)
    var asked: [Rewording: Int] = [:]
    var differences: [Difference] = []
    for one in set.conversations.compactMap(\.first) {
      assistant.forget()
      let answer = assistant.ask(one.question)
      for rewording in Rewording.allCases {
        for wording in rewording.wordings(of: one.question, library.lexicons, names: names) {
          assistant.forget()
          let other = assistant.ask(wording)
          asked[rewording, default: 0] += 1
          guard !answer.saysTheSame(as: other) else { continue }
          differences.append(
            Difference(
              id: one.id, rewording: rewording, wording: wording, before: answer.summary,
              after: other.summary,
              isContradiction: answer.isConfident && other.isConfident))
        }
      }
    }
    self.asked = asked
    self.differences = differences
  }
}

extension Answer {
  /// Whether the first readings give the same things and figures.
  fileprivate func saysTheSame(as other: Answer) -> Bool {
    guard status == other.status else { return false }
    guard let mine = readings.first, let theirs = other.readings.first else {
      return readings.isEmpty == other.readings.isEmpty
    }
    // highlights depend on the wording, what they mark does not
    return mine.value == theirs.value && mine.items.map(\.identity) == theirs.items.map(\.identity)
  }

  fileprivate var summary: String {
    readings.first.map { "\($0.canonical) (\($0.total))" } ?? status.rawValue
  }
}

extension Item {
  fileprivate var identity: [String] { [type, name] + sources.map { "\($0.document):\($0.lines.first)" } }
}
