import Answers
import PlanDocuments
import PlanLibrary

/// The room a wrong answer is made in, and what shows it.
package struct Blame: Hashable, Sendable {
  package enum Room: String, Hashable, Sendable, CaseIterable {
    /// A plan holds it, and no fact says it.
    case reading = "reading the plan"
    /// The facts are there, and the question was taken for another.
    case understanding
    /// No search finds the lines.
    case retrieval
    /// The lines are found, too far down.
    case ranking
  }

  package let room: Room
  /// The first record or place that shows it.
  package let detail: String
}

/// Finds the room to blame: each wrong answer is blamed once, on the lowest room that explains it.
struct BlameFinder {
  private let library: Library
  private let facts: [Item]
  /// Names of all facts, and the short values that groups are named by, as they are compared.
  private let known: Set<String>

  init(_ library: Library) {
    self.library = library
    facts = library.facts.map { Item($0, in: library) }
    known = Set(
      (facts.flatMap { [$0.name] + $0.fields.flatMap { BlameFinder.values($0.value) } }
        + library.documents.map(\.title)).flatMap(PrintedName.forms))
  }

  private static func values(_ value: ItemValue) -> [String] {
    switch value {
    case .text(let text): text.count <= 40 ? [text] : []
    case .number(let number): [number.description]
    case .flag, .list, .object: []
    }
  }

  func blame(_ one: QuestionSet.Case, _ answer: Answer, faults: [String]) -> Blame? {
    guard let fault = faults.first else { return nil }
    let expectation = one.expectation
    if let missing = unread(expectation) {
      return Blame(room: .reading, detail: "no fact is named \(missing)")
    }
    if let missing = AnswerJudge.faults(of: facts, by: expectation).first {
      return Blame(room: .reading, detail: "in no fact: \(missing)")
    }
    // a sum or an order lacks what a row says that was not read
    if let row = library.unread.first(where: { row in
      one.citations.contains {
        $0.overlaps(RelevantSpan(document: row.plan, lines: row.lines, grade: 1))
      }
    }) {
      let place = RelevantSpan(document: row.plan, lines: row.lines, grade: 1).id
      return Blame(room: .reading, detail: "a row is unread: \(place)")
    }
    let wantsLines = !expectation.places.isEmpty && expectation.names == nil && expectation.fields.isEmpty
    guard wantsLines, !expectation.expectsNothing else {
      return Blame(room: .understanding, detail: misunderstood(answer, fault))
    }
    let ranked = library.search(one.question, limit: BlameFinder.farthest)
    let rank = ranked.firstIndex { hit in
      expectation.places.contains {
        $0.overlaps(RelevantSpan(document: hit.document, lines: hit.lines, grade: 1))
      }
    }
    guard let rank else {
      return Blame(room: .retrieval, detail: "not among the first \(BlameFinder.farthest) passages")
    }
    guard answer.readings.first?.kind == .passages else {
      return Blame(room: .understanding, detail: misunderstood(answer, fault))
    }
    return Blame(room: .ranking, detail: "at rank \(rank + 1)")
  }

  private static let farthest = 1000

  /// The words that no rule reads, where there are some; else what is wrong with what came.
  private func misunderstood(_ answer: Answer, _ fault: String) -> String {
    let unknown = answer.words.unknown
    return unknown.isEmpty ? fault : "no rule reads \"\(unknown.joined(separator: "\", \""))\""
  }

  /// The first name that is expected and that nothing has.
  private func unread(_ expectation: Expectation) -> String? {
    let names =
      (expectation.names ?? []) + expectation.namesInclude + expectation.points.compactMap(\.name)
      + expectation.fields.compactMap(\.name)
    return names.first { $0.allSatisfy { PrintedName.forms($0).isDisjoint(with: known) } }?
      .joined(separator: "||")
  }
}
