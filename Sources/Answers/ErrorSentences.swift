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

extension Unplaced.Reason {
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
    case .byName(let more, let wider): "by name; \(more) more by text: \(wider)"
    case .passagesInstead(let kind): "no \(kind.rawValue) match; passages that hold the words follow"
    case .filesLeftOut(let paths):
      "left out of the index: " + Gap.first(3, of: paths)
    case .filesChanged(let paths):
      "changed since indexed: " + Gap.first(3, of: paths)
    case .withheld(let names):
      "withheld, since a figure does not stand in the lines it cites: " + names.joined(separator: ", ")
    }
  }

  private static func first(_ count: Int, of paths: [String]) -> String {
    paths.prefix(count).joined(separator: ", ")
      + (paths.count > count ? " and \(paths.count - count) more" : "")
  }
}
