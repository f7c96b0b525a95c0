import Phrases
import PlanDocuments
import PlanLibrary
import Rendering

/// Questions with what a right answer to each says, in the order in which they are asked.
package struct QuestionSet: Hashable, Sendable {
  /// One question of a set.
  package struct Case: Hashable, Sendable {
    package let id: String
    package let question: String
    /// What sort of question it is; reports split by it.
    package let questionClass: String
    /// True where it goes on from the case before it, in one conversation.
    package let follows: Bool
    package let expectation: Expectation
    /// The lines that show what is right.
    package let why: String

    /// The lines that `why` names: `plan:12-30,41`.
    package var citations: [RelevantSpan] {
      why.matches(of: /([a-z][a-z0-9-]*[a-z0-9]):([0-9][0-9,-]*)/).flatMap { match in
        match.2.split(separator: ",").compactMap { range in
          let ends = range.split(separator: "-").compactMap { Int($0) }
          guard let first = ends.first, let last = ends.last else { return nil }
          return RelevantSpan(document: String(match.1), lines: LineRange(first, last), grade: 1)
        }
      }
    }
  }

  package let cases: [Case]

  /// The cases cut into conversations.
  package var conversations: [[Case]] {
    cases.reduce(into: []) { groups, one in
      if one.follows, !groups.isEmpty { groups[groups.count - 1].append(one) } else { groups.append([one]) }
    }
  }

  /// Reads a set: a JSON list of `{"id", "question", "class", "turn", "expect", "why"}`; `turn` is given where a question goes on
  /// from the one before it.
  /// - Parameter name: what messages call the file.
  package init(parsing bytes: [UInt8], name: String) throws(Judgements.Problem) {
    let json: JSONValue
    do throws(JSONScanner.Problem) {
      json = try JSONValue(parsing: bytes)
    } catch {
      let line = bytes.prefix(error.offset).count { $0 == UInt8(ascii: "\n") } + 1
      throw Judgements.Problem(file: name, line: line, what: Phrase.notJSON.with(error.saying))
    }
    guard let list = json.values else {
      throw Judgements.Problem(file: name, line: 0, what: Phrase.notASet.with())
    }
    var cases: [Case] = []
    var known: Set<String> = []
    for (place, one) in zip(1..., list) {
      let id = one["id"]?.string ?? "number \(place)"
      func problem(_ what: Saying) -> Judgements.Problem {
        Judgements.Problem(file: name, line: 0, what: Phrase.questionProblem.with(Saying(id), what))
      }
      guard let question = one["question"]?.string, let expect = one["expect"] else {
        throw problem(Phrase.noQuestion.with())
      }
      guard known.insert(id).inserted else { throw problem(Phrase.idTwice.with()) }
      do throws(ExpectationProblem) {
        cases.append(
          Case(
            id: id, question: question, questionClass: one["class"]?.string ?? "",
            follows: one["turn"] != nil,
            expectation: try Expectation(expect), why: one["why"]?.string ?? ""))
      } catch {
        throw problem(error.saying)
      }
    }
    self.cases = cases
  }
}
