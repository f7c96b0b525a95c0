import JapaneseText
import PlanFacts

/// Reads a question in Japanese, English or both into a frame.
package struct QuestionParser: Sendable {
  /// Longer questions are refused: nobody asks in more, and what they paste is a text, not a question.
  package static let longest = 2_000

  private let vocabulary: Vocabulary

  package init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// - Parameter entities: names and values of the library that stand in the text, overlaps included.
  package func frame(of text: QuestionText, entities: [Entity]) throws(QuestionError) -> Frame {
    guard text.scalars.count <= QuestionParser.longest else {
      throw .tooLong(count: text.scalars.count, limit: QuestionParser.longest)
    }
    // heads of columns are fields that only the grammar knows
    let lexer = QuestionLexer(
      text: text, vocabulary: vocabulary, entities: entities.filter { !$0.isOnlyAttribute })
    let tokens = lexer.tokens()
    guard tokens.contains(where: { $0.kind != .separator }),
      text.scalars.contains(where: {
        $0.properties.isAlphabetic || $0.decimalDigit != nil || $0.properties.numericType != nil
      })
    else { throw .empty }
    var builder = FrameBuilder(text, tokens: tokens, vocabulary: vocabulary)
    let frame = builder.build()
    try check(frame, in: text)
    return frame
  }

  private func check(_ frame: Frame, in text: QuestionText) throws(QuestionError) {
    let everything = 0..<text.scalars.count
    for case .goal(let goal) in frame.tests.flatMap(\.alternatives) where !(1...17).contains(goal) {
      throw .goalOutOfRange(goal, everything)
    }
    try checkBounds(frame.tests, everything)
    if let refusal = frame.refusal { throw refusal }
  }

  private func checkBounds(_ tests: [Frame.Test], _ span: Range<Int>) throws(QuestionError) {
    var lowest: [FieldName: ExactNumber] = [:]
    var highest: [FieldName: ExactNumber] = [:]
    for case .comparison(.field(let field), let comparison, .number(let value, _)) in tests {
      switch comparison {
      case .greater, .atLeast: lowest[field] = max(lowest[field] ?? value, value)
      case .less, .atMost: highest[field] = min(highest[field] ?? value, value)
      case .equal, .notEqual: break
      }
    }
    for (field, low) in lowest.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      if let high = highest[field], high < low { throw .contradiction(field, span) }
    }
  }
}

extension Frame.Test {
  /// The test itself, or the tests it is made of.
  var alternatives: [Frame.Test] {
    switch self {
    case .not(let test): test.alternatives
    case .any(let tests), .all(let tests): tests.flatMap(\.alternatives)
    default: [self]
    }
  }
}
