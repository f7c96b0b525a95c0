import JapaneseText
import Phrases
import PlanFacts
import Questions

// The one place where facts about a question, and about what may be missing from an answer, become sentences. The words
// stand in `Phrase`.

extension QuestionError {
  var saying: Saying {
    switch self {
    case .empty: Phrase.emptyQuestion.with()
    case .nothingBefore(let word, _): Phrase.nothingBefore.with(Saying(word))
    case .noWords: Phrase.noWords.with()
    case .tooLong(let count, let limit): Phrase.tooLong.with(Saying(count), Saying(limit))
    case .goalOutOfRange(let goal, _): Phrase.goalOutOfRange.with(Saying("\(goal)"))
    case .levelOutOfRange(let level, let levels, _):
      Phrase.levelOutOfRange.with(
        Saying("\(levels.lowerBound)"), Saying("\(levels.upperBound)"), Saying("\(level)"))
    case .contradiction(let field, _): Phrase.contradiction.with(Saying(.field(field)))
    case .unplaced(let word): Phrase.misplaced.with(Saying(word.text), word.reason.said.phrase.with())
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
    case .unplaced(let word): word.reason.said.code
    }
  }

  /// In Unicode scalars of the question.
  var span: Range<Int> {
    switch self {
    case .empty: 0..<0
    case .tooLong(_, let limit): limit..<limit + 1
    case .nothingBefore(_, let span), .noWords(let span), .goalOutOfRange(_, let span),
      .levelOutOfRange(_, _, let span), .contradiction(_, let span):
      span
    case .unplaced(let word): word.range
    }
  }
}

extension AnswerError {
  init(_ error: QuestionError) { self.init(error.code, error.saying, span: error.span) }
}

extension Unplaced.Reason {
  /// Its code, and why the word can't be left out and what to do instead; the sentence goes on from the word.
  fileprivate var said: (code: AnswerError.Code, phrase: Phrase) {
    switch self {
    case .exclusion: (.exclusion, .exclusion)
    case .negation: (.negation, .negation)
    case .comparison: (.comparison, .comparison)
    case .number: (.number, .number)
    case .unreadableNumber: (.unreadableNumber, .unreadableNumber)
    case .reversedBounds: (.reversedBounds, .reversedBounds)
    case .reckoning: (.reckoning, .reckoning)
    case .order: (.order, .order)
    case .year: (.year, .year)
    }
  }
}

extension ReadingBuilder.Refusal {
  var saying: Saying {
    switch self {
    case .unlikeUnits(let units): Phrase.unlikeUnits.with(.units(units))
    case .severalFigures(let asked, let figures):
      Phrase.severalFigures.with(Saying(asked), Saying(figures.joined(separator: ", ")))
    }
  }
}

extension Gap {
  package var saying: Saying {
    switch self {
    case .wordsNotUnderstood(let words):
      (words.count == 1 ? Phrase.wordNotUnderstood : .wordsNotUnderstood).with(
        words.map { Saying($0) }.listed)
    case .rowsUnread(let count): (count == 1 ? Phrase.rowUnread : .rowsUnread).with(Saying(count))
    case .noneRead(let kind): Phrase.noneRead.with(Saying(kind))
    case .notStated(let fields, let names, let count):
      Phrase.notStated.with(fields.map { Saying($0) }.listed, Saying.few(names, of: count))
    case .stated(let fields): Phrase.stated.with(fields.map { Saying($0) }.listed)
    case .overPart(let value, let read):
      Phrase.overPart.with(Saying(read), Saying("\(value.value)\(value.unit ?? "")"))
    case .figuresUnread(let names): Phrase.figuresUnread.with(.few(names, of: names.count))
    case .unlikeUnits(let units): Phrase.ordersUnlikeUnits.with(.units(units))
    case .byName(let more, let wider): Phrase.byName.with(Saying(more), Saying(canonical: wider))
    case .byText(let words): Phrase.byText.with(Saying(words))
    case .wordsApart(let words): Phrase.wordsApart.with(words.map { Saying($0) }.listed)
    case .ofEverything: Phrase.ofEverything.with()
    case .ofEarlier: Phrase.ofEarlier.with()
    case .passagesInstead(let kind): Phrase.passagesInstead.with(Saying(kind))
    case .filesLeftOut(let paths): Phrase.leftOutOfIndex.with(.few(paths, of: paths.count))
    case .filesChanged(let paths): Phrase.changedSince.with(.few(paths, of: paths.count))
    case .withheld(let names): Phrase.withheld.with(names.map { Saying($0) }.listed)
    }
  }

  /// As data formats have it.
  package var sentence: String { saying.english }
}

extension Note {
  package var saying: Saying {
    switch self {
    case .readAs(let word): Phrase.readAs.with(Saying(word.asked), Saying(word.read))
    case .unstated(let count, let path): Phrase.unstated.with(Saying(count), Saying(path))
    case .yearsApart(let count): Phrase.yearsApart.with(Saying(count))
    case .newest(let path, let year):
      Phrase.newest.with(Saying(path), Phrase.fiscalYear.with(Saying("\(year)")))
    case .countedIn(let path, let units):
      Phrase.countedIn.with(Saying(path), .few(units, of: units.count))
    case .leftOutOfOrder(let count, let path): Phrase.leftOutOfOrder.with(Saying(count), Saying(path))
    case .oneIsBest(let documents): Phrase.oneIsBest.with(.few(documents, of: documents.count))
    case .shareFirst(let count, let path): Phrase.shareFirst.with(Saying(count), Saying(path))
    case .moreLikeLast(let count, let path): Phrase.moreLikeLast.with(Saying(count), Saying(path))
    case .leftOut(let names, let path): Phrase.leftOut.with(Saying(path), .few(names, of: names.count))
    case .part(let part, let whole): Phrase.partOf.with(Saying(part), Saying(whole))
    case .figure(let canonical, let value):
      Saying(canonical: canonical).followed(
        by: Saying(": \(value.map { "\($0.value)\($0.unit ?? "")" } ?? "")"))
    case .clash(let name, let printed, let sum):
      Phrase.clash.with(Saying(name), Saying("\(printed)"), Saying("\(sum)"))
    case .none(let canonical): Phrase.nothingOf.with(Saying(canonical: canonical))
    }
  }
}

extension Saying {
  /// The first of many names or paths, and how many more there are.
  static func few(_ names: [String], of count: Int) -> Saying {
    let shown = names.prefix(3).map { Saying($0) }
    return count > shown.count ? Phrase.fewMore.with(shown.listed, Saying(count - shown.count)) : shown.listed
  }

  fileprivate static func units(_ units: [String]) -> Saying {
    units.map { $0.isEmpty ? Phrase.noUnit.with() : Saying($0) }.listed
  }
}
