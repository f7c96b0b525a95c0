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
  /// Those that are answered with the same passages, in another order: what has the words as they were asked comes first.
  package let reordered: [Rewording: Int]

  package func same(_ rewording: Rewording) -> Int {
    (asked[rewording] ?? 0) - differences.count { $0.rewording == rewording }
  }

  /// A line a way to reword: how many are answered with the same, of how many, how many otherwise with both answers sure, and how
  /// many of the same in another order; the whole last.
  package var text: String {
    let rows = Rewording.allCases.map { rewording in
      (
        rewording.rawValue, same(rewording), asked[rewording] ?? 0,
        differences.filter { $0.rewording == rewording }, reordered[rewording] ?? 0
      )
    }
    let all = asked.values.reduce(0, +)
    let whole = ("all", all - differences.count, all, differences, reordered.values.reduce(0, +))
    return (rows + [whole]).map { name, same, asked, differences, reordered in
      "\(name)\t\(same) of \(asked)\t\(Share(same, of: asked))\t"
        + "\(differences.count(where: \.isContradiction)) contradictions\t\(reordered) in another order\n"
    }.joined()
  }

  /// A question of a set, and another way to say it.
  package struct Wording: Hashable, Sendable {
    let one: QuestionSet.Case
    package let rewording: Rewording
    package let text: String
  }

  /// Every other way to say each question of a set, in its order, those of one question side by side. Questions that go on from
  /// another are left out: their answers depend on more than their words.
  package static func wordings(of set: QuestionSet, _ library: Library) -> [Wording] {
    // 施策計画 and 取組の方向性 name levels of a plan
    let ranks = library.facts.compactMap { if case .text(let rank)? = $0[.rank] { rank } else { nil } }
    let names = Array(Set(library.facts.map(\.name) + ranks))
    let lexicons = library.lexicons
    return set.conversations.compactMap(\.first).flatMap { one in
      Rewording.allCases.flatMap { rewording in
        rewording.wordings(of: one.question, lexicons, names: names)
          .map { Wording(one: one, rewording: rewording, text: $0) }
      }
    }
  }

  /// - Parameter each: asks of the first of so many questions, for a sample.
  /// - Throws: what opening an assistant throws.
  package init(_ set: QuestionSet, _ library: Library, each: Int = 1) throws {
    var assistant = try Assistant(library: library)
    var asked: [Rewording: Int] = [:]
    var differences: [Difference] = []
    var reordered: [Rewording: Int] = [:]
    let places = Dictionary(
      zip(set.cases.map(\.id), 0...).map { ($0, $1) }, uniquingKeysWith: { first, _ in first })
    var answered: (id: String, answer: Answer)?
    for wording in RewordingReport.wordings(of: set, library)
    where places[wording.one.id]?.isMultiple(of: each) ?? false {
      let one = wording.one
      if answered?.id != one.id {
        assistant.forget()
        answered = (one.id, assistant.ask(one.question))
      }
      guard let answer = answered?.answer else { continue }
      assistant.forget()
      let other = assistant.ask(wording.text)
      asked[wording.rewording, default: 0] += 1
      switch answer.compared(with: other) {
      case .same: continue
      case .reordered:
        reordered[wording.rewording, default: 0] += 1
        continue
      case .different: break
      }
      differences.append(
        Difference(
          id: one.id, rewording: wording.rewording, wording: wording.text, before: answer.summary,
          after: other.summary, isContradiction: answer.isConfident && other.isConfident))
    }
    self.asked = asked
    self.differences = differences
    self.reordered = reordered
  }
}

extension Answer {
  fileprivate enum Likeness { case same, reordered, different }

  /// Whether the first readings give the same things and figures. The order of passages is by the words that were asked, as they
  /// were written; that of things is the documents', or asked for.
  fileprivate func compared(with other: Answer) -> Likeness {
    guard status == other.status else { return .different }
    guard let mine = readings.first, let theirs = other.readings.first else {
      return readings.isEmpty == other.readings.isEmpty ? .same : .different
    }
    // highlights depend on the wording, what they mark does not
    let (a, b) = (mine.items.map(\.identity), theirs.items.map(\.identity))
    guard mine.value == theirs.value else { return .different }
    if a == b { return .same }
    return mine.kind == .passages && theirs.kind == .passages && a.sorted() == b.sorted()
      ? .reordered : .different
  }

  fileprivate var summary: String {
    readings.first.map { "\($0.canonical) (\($0.total))" } ?? status.rawValue
  }
}

extension Item {
  fileprivate var identity: String {
    ([type, name] + sources.map { "\($0.document):\($0.lines.first)" }).joined(separator: "\t")
  }
}
