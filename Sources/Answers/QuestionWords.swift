/// What became of the words of a question: nothing of it is passed over in silence.
package struct QuestionWords: Hashable, Sendable {
  /// What a piece of a question was taken for; the raw value is the contract's `use`.
  package enum Use: String, Hashable, Sendable, CaseIterable {
    /// A word of the question language: a kind, a field, a comparison, a figure.
    case concept
    /// Looked up in names and texts.
    case keyword
    /// A thing, a value or a document that the library knows by this name.
    case name
    /// Dropped by rule: particles, politeness, words of asking.
    case dropped
    /// Claimed by no concept, name or text, or left out by the reading.
    case unknown
  }

  package struct Span: Hashable, Sendable {
    /// In Unicode scalars of the question.
    package let range: Range<Int>
    package let use: Use

    package init(_ range: Range<Int>, _ use: Use) {
      self.range = range
      self.use = use
    }
  }

  /// Words that no concept, name or text claims, as asked.
  package let unknown: [String]
  /// Words that a rule drops.
  package let ignored: [String]
  /// Ascending, without overlap. Every scalar of the question that is no space or punctuation is in one of them; none for
  /// a question that could not be read.
  package let spans: [Span]
  /// Words that were typed with a slip, with what they were read as.
  package let readAs: [ReadAs]

  package init(unknown: [String] = [], ignored: [String] = [], spans: [Span] = [], readAs: [ReadAs] = []) {
    self.unknown = unknown
    self.ignored = ignored
    self.spans = spans
    self.readAs = readAs
  }
}
