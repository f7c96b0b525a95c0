import JapaneseText

/// A piece of a question that means one thing.
package struct QuestionToken: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case concept([Concept])
    case number(ExactNumber, unit: String?)
    /// 2〜3万円: two bounds as printed; the first may be the larger.
    case range(ExactNumber, ExactNumber, unit: String?)
    /// 三十二十: looks like a number and is none.
    case unreadable
    case year(YearMention)
    /// Eight digits.
    case code(String)
    /// `11.7`, `12.a`
    case target(String)
    /// 政策4, ④: label word and number, or a numeral sign alone.
    case label(String, SelectionKind?)
    /// 2番目
    case place(Int)
    /// 第1期計画期間
    case period(Int)
    /// 3月 behind a year
    case month(Int)
    case quoted(String)
    case entity(Entity)
    /// What nothing claims.
    case text
    /// Punctuation and space.
    case separator
  }

  package let kind: Kind
  /// In scalars of the folded question.
  package let range: Range<Int>
}

extension [QuestionToken] {
  /// Whatever is named is a document, and no word is looked for in texts.
  var nameDocumentsAlone: Bool {
    allSatisfy { token in
      switch token.kind {
      case .text, .quoted, .label: false
      case .entity(let entity): entity.isDocument
      default: true
      }
    }
  }
}
