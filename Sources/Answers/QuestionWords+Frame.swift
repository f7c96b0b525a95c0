import JapaneseText
import Questions

extension QuestionWords {
  /// The words of a question as one of its readings uses them.
  /// - Parameters:
  ///   - unknown: words that stand nowhere, and those that the reading leaves out.
  ///   - reading: passages are looked up by the words of fields and verbs too.
  init(_ text: QuestionText, _ frame: Frame, unknown: [String], in reading: Question?) {
    let names = frame.tests.flatMap(\.entities).map { text.folded.sourceRange($0.range) }
    let isQuoted = if case .passages? = reading { true } else { false }
    let claimed = frame.uses.map { use in
      Span(use.range, Use(use, isName: names.contains(use.range), isQuoted: isQuoted, unknown: unknown))
    }
    self.init(
      unknown: unknown,
      ignored: zip(frame.uses, claimed).filter { $1.use == .dropped }.map(\.0.text).uniqued,
      spans: (claimed + Self.rest(of: text, besides: claimed)).sorted {
        $0.range.lowerBound < $1.range.lowerBound
      })
  }

  /// A question of the canonical language: what it quotes is looked up, all else is a word of the language.
  init(canonical question: String) {
    var spans: [Span] = []
    var start: Int?
    var isQuotation = false
    var isEscaped = false
    let scalars = Array(question.unicodeScalars)
    for (i, scalar) in scalars.enumerated() {
      let isQuote = scalar == "\"" && !isEscaped
      isEscaped = isQuotation && scalar == "\\" && !isEscaped
      if isQuote || !isQuotation && ScriptClass(scalar) == .space {
        if let open = start, open < i { spans.append(Span(open..<i, isQuotation ? .keyword : .concept)) }
        start = nil
        if isQuote { isQuotation.toggle() }
      } else if start == nil {
        start = i
      }
    }
    if let start { spans.append(Span(start..<scalars.count, .concept)) }
    self.init(spans: spans)
  }

  /// Signs that the lexer takes for punctuation (~, ・ between years) are dropped by that rule.
  private static func rest(of text: QuestionText, besides claimed: [Span]) -> [Span] {
    var isClaimed = Array(repeating: false, count: text.scalars.count)
    for span in claimed { for i in span.range.clamped(to: isClaimed.indices) { isClaimed[i] = true } }
    return text.scalars.indices.filter { !isClaimed[$0] && saysSomething(text.scalars[$0]) }
      .map { Span($0..<($0 + 1), .dropped) }
  }

  /// False for space, punctuation and what no one sees.
  package static func saysSomething(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .spaceSeparator, .lineSeparator, .paragraphSeparator, .control,
      .format, .surrogate, .privateUse, .unassigned:
      false
    default: true
    }
  }
}

extension QuestionWords.Use {
  init(_ use: WordUse, isName: Bool, isQuoted: Bool, unknown: [String]) {
    self =
      switch use.use {
      case .dropped: .dropped
      case _ where unknown.contains { $0.contains(use.text) }: .unknown
      case .concept where isName: .name
      case .concept: isQuoted ? .keyword : .concept
      case .keyword: .keyword
      case .unknown: .unknown
      // it says something that the reading does not have
      case .verb: isQuoted ? .keyword : .unknown
      }
  }
}
