import Phrases
import PlanLibrary
import Questions

/// One conversation over a library: asks, follows up, forgets.
package struct Assistant {
  private var engine: AnswerEngine
  private var last: (question: Question, total: Int)?
  /// The question before was not understood, or nothing was found for it.
  private var missedLast = false
  private let scope: [String]

  /// - Parameter scope: names of documents, publishers or years: what is asked for must stand in documents that have each of them.
  /// - Throws: `WordBreaker.Failure` where ICU can't be opened, `VocabularyError` for a line of the lexicon, `UnknownScope` for a name
  ///   that no document has.
  package init(library: Library, scope: [String] = []) throws {
    self.scope = scope
    engine = try AnswerEngine(library: library, scope: scope)
  }

  /// Answers a question; `limit` cuts the items of each reading, never what is counted.
  package mutating func ask(_ question: String, limit: Int? = nil) -> Answer {
    let (answer, understood) = engine.answer(question, after: last, missed: missedLast, limit: limit)
    missedLast = answer.status != .answered
    if let understood, let reading = answer.readings.first {
      last = (understood, reading.total)
    }
    return answer
  }

  /// Goes on from another reading of the last answer: what follows is asked of it.
  package mutating func takeUp(_ reading: Reading) {
    if let question = Question(canonical: reading.canonical) { last = (question, reading.total) }
  }

  /// Goes on with the same conversation over an index, sharing nothing with what was asked before.
  package mutating func restart(over library: Library) throws {
    engine = try AnswerEngine(library: library, scope: scope)
  }

  /// Forgets what was asked before.
  package mutating func forget() { (last, missedLast) = (nil, false) }

  /// How the grammar read an answer's question, a line an edge; nil where its first reading came another way: as a
  /// question of the canonical language, as the rest of the one before, or by the other parser.
  package func explanation(of answer: Answer) -> [String]? { engine.explanation(of: answer) }

  /// Which conditions of the last question keep the thing of this name out; nil where nothing was asked or nothing
  /// has that name.
  package func why(_ name: String) -> Saying? { last.flatMap { engine.why(name, not: $0.question) } }

  /// Names and words of the documents that a word resembles, the nearest first; a few.
  package func names(resembling word: String) -> [String] { engine.names(resembling: word) }
}

/// A name by which no document, publisher or year is known.
package struct UnknownScope: Error, Hashable, Said {
  package let name: String

  init(_ name: String) { self.name = name }

  package var saying: Saying { Phrase.unknownScope.with(Saying(name)) }
}
