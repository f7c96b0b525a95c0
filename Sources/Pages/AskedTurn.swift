import Answers

/// A question of a conversation with its answer, and the reading that is shown of it.
package struct AskedTurn: Hashable, Sendable {
  package let question: String
  package let answer: Answer
  package let reading: Reading?
}

extension Assistant {
  /// Asks the questions of a link in order, each after those before it.
  /// - Parameter limit: cuts the items of the last answer; of those before only the total is shown.
  mutating func ask(_ link: AskLink, limit: Int?) -> [AskedTurn] {
    forget()
    return link.turns.enumerated().map { place, turn in
      let limit = place == link.turns.count - 1 ? limit : 1
      let answer = ask(turn.question, limit: limit)
      guard let canonical = turn.reading else {
        return AskedTurn(question: turn.question, answer: answer, reading: answer.readings.first)
      }
      if let reading = answer.readings.first(where: { $0.canonical == canonical }) {
        takeUp(reading)
        return AskedTurn(question: turn.question, answer: answer, reading: reading)
      }
      // a line of the canonical language that the reader wrote
      let other = ask(canonical, limit: limit)
      return AskedTurn(question: turn.question, answer: other, reading: other.readings.first)
    }
  }
}
