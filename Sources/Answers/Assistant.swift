import PlanLibrary

/// Answers questions over one library, each in the light of those before it.
package struct Assistant {
  private let library: Library

  package init(library: Library) { self.library = library }

  package mutating func ask(_ question: String, limit: Int?) -> Answer {
    guard question.contains(where: { !$0.isWhitespace }) else {
      return Answer(
        question: question, status: .invalid,
        error: AnswerError(message: "the question is empty", span: 0..<0))
    }
    let (hits, total) = library.passages(containing: question, limit: limit)
    guard total > 0 else { return Answer(question: question, status: .noMatch) }
    return Answer(
      question: question, status: .answered,
      readings: [
        Reading(
          canonical: "passages matching \"\(question)\"", kind: .passages, total: total,
          items: hits.map { Item($0, in: library) })
      ])
  }

  package mutating func forget() {}

  package func why(_ name: String) -> String? { nil }
}
