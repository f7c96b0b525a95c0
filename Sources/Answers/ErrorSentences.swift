import PlanFacts
import Questions

/// The one place where what is wrong with a question becomes a sentence: what, and what to do instead.
extension QuestionError {
  package var message: String {
    switch self {
    case .empty: "the question is empty; for example: 決算が30万を超える事業, KPI for noise"
    case .nothingBefore(let word, _): "\"\(word)\" points back, and nothing was asked before; name the thing"
    case .noWords: "there is no word in the question that could be looked up"
    case .tooLong(let count, let limit): "the question has \(count) characters; \(limit) are read at most"
    case .goalOutOfRange(let goal, _): "SDG goals are 1 to 17, not \(goal)"
    case .levelOutOfRange(let text, _): "an achievement level is 1 to 5, not \(text)"
    case .contradiction(let field, _):
      "no \(field.rawValue) satisfies both bounds; use or (または) where either may hold"
    case .unplaced(let word): "\"\(word.text)\" \(word.reason.sentence)"
    }
  }

  var code: AnswerError.Code {
    switch self {
    case .empty: .empty
    case .nothingBefore: .nothingBefore
    case .noWords: .noWords
    case .tooLong: .tooLong
    case .goalOutOfRange: .goalOutOfRange
    case .levelOutOfRange: .levelOutOfRange
    case .contradiction: .contradiction
    case .unplaced(let word): word.reason.code
    }
  }

  /// In Unicode scalars of the question.
  var span: Range<Int> {
    switch self {
    case .empty: 0..<0
    case .tooLong(_, let limit): limit..<limit + 1
    case .nothingBefore(_, let span), .noWords(let span), .goalOutOfRange(_, let span),
      .levelOutOfRange(_, let span), .contradiction(_, let span):
      span
    case .unplaced(let word): word.range
    }
  }
}

extension AnswerError {
  init(_ error: QuestionError) { self.init(error.code, message: error.message, span: error.span) }
}

extension Unplaced.Reason {
  fileprivate var code: AnswerError.Code {
    switch self {
    case .exclusion: .exclusion
    case .negation: .negation
    case .comparison: .comparison
    case .number: .number
    case .unreadableNumber: .unreadableNumber
    case .reversedBounds: .reversedBounds
    case .reckoning: .reckoning
    case .order: .order
    case .year: .year
    }
  }

  /// Why it can't be left out, and what to do instead; goes on from the word.
  fileprivate var sentence: String {
    switch self {
    case .exclusion:
      "leaves something out, and what is not understood; put the name or the condition right beside it"
    case .negation: "denies something, and what is not understood; say what is asked for instead"
    case .comparison: "compares, and with what is not understood; name a field and a number"
    case .number: "is a value of nothing that the question names; say of which field it is"
    case .unreadableNumber: "is no number"
    case .reversedBounds: "goes from the larger to the smaller; say the smaller bound first"
    case .reckoning: "asks for more than one reckoning at a time; ask for each by itself"
    case .order:
      "puts things in an order, and by what is not said; name a field: 予算上位3事業, top 3 projects by budget"
    case .year: "is counted from a year, and none was asked about before; say the year"
    }
  }
}

extension ReadingBuilder.Refusal {
  var message: String {
    switch self {
    case .unlikeUnits(let units):
      "figures in unlike units can't be reckoned together: "
        + units.map { $0.isEmpty ? "no unit" : $0 }.joined(separator: ", ")
    case .severalFigures(let asked, let figures):
      "\(asked): several figures are printed, name the document or the year: "
        + figures.joined(separator: ", ")
    }
  }
}

extension Gap {
  package var sentence: String {
    switch self {
    case .wordsNotUnderstood(let words):
      "\(words.joined(separator: ", ")) \(words.count == 1 ? "was" : "were") not understood"
    case .rowsUnread(let count): count == 1 ? "1 row unread" : "\(count) rows unread"
    case .noneRead(let kind): "no \(kind.rawValue) were read in these documents"
    case .notStated(let fields, let names, let count):
      "\(fields.joined(separator: ", ")) of \(Gap.few(names, of: count)): not stated"
    case .stated(let fields): "stated of them: \(fields.joined(separator: ", "))"
    case .overPart(let value, let read):
      "no figure for all of them; of the \(read) that were read it is \(value.value)\(value.unit ?? "")"
    case .figuresUnread(let names):
      "left out, since the figure printed was not read as a number: \(Gap.few(names, of: names.count))"
    case .unlikeUnits(let units): "in an order of figures in unlike units: \(units.joined(separator: ", "))"
    case .byName(let more, let wider): "by name; \(more) more by text: \(wider)"
    case .byText(let words): "by text: no name has \"\(words)\""
    case .passagesInstead(let kind): "no \(kind.rawValue) match; passages that hold the words follow"
    case .filesLeftOut(let paths):
      "left out of the index: " + Gap.few(paths, of: paths.count)
    case .filesChanged(let paths):
      "changed since indexed: " + Gap.few(paths, of: paths.count)
    case .withheld(let names):
      "withheld, since a figure does not stand in the lines it cites: " + names.joined(separator: ", ")
    }
  }

  /// The first of many names or paths, and how many more there are.
  static func few(_ names: [String], of count: Int) -> String {
    let shown = names.prefix(3)
    return shown.joined(separator: ", ") + (count > shown.count ? " and \(count - shown.count) more" : "")
  }
}
