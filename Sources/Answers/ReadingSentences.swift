import Phrases
import PlanFacts
import PlanLibrary
import Questions

// What was read of documents, in sentences; the words stand in `Phrase`.

extension Saying {
  /// A kind of things: `projects`.
  package init(kindOf fact: FactKind) {
    let word = fact == .definition ? fact.rawValue : fact.rawValue + "s"
    self.init(english: word, japanese: CanonicalWords.japanese(kind: word))
  }

  /// `33 lines, 5 tables (3 of projects, 1 kept plain, 1 unread), 0 rows unread`.
  package init(_ reading: DocumentReading) {
    let parts = reading.tablesInOrder.map { kind, count in
      switch kind {
      case nil: Phrase.tablesUnread.with(Saying(count))
      case .figure: Phrase.tablesPlain.with(Saying(count))
      case let kind?: Phrase.tablesOfKind.with(Saying(count), Saying(kindOf: kind))
      }
    }.listed
    let list =
      reading.tables.isEmpty
      ? Saying("") : Saying(english: " (\(parts.english))", japanese: "（\(parts.japanese)）")
    let rest = Phrase.tablesAndRows.with(
      Saying(reading.lines), Saying(reading.tables.values.reduce(0, +)), list, Saying(reading.unread))
    self =
      switch reading.pages {
      case nil: rest
      case let pages? where pages.withoutText == 0: Phrase.pagesAndMore.with(Saying(pages.count), rest)
      case let pages?: Phrase.pagesSomeEmpty.with(Saying(pages.count), Saying(pages.withoutText), rest)
      }
  }

  package init(_ reason: TableReading.Reason) {
    self =
      switch reason {
      case .unknownHeads: Phrase.unknownHeads.with()
      case .noNames: Phrase.noNames.with()
      case .doubtfulCells: Phrase.doubtfulCells.with()
      }
  }
}

extension Gap {
  /// Whether it is of what was not read of the documents, so that teaching may fill it.
  package var isOfReading: Bool {
    switch self {
    case .rowsUnread, .noneRead, .overPart, .figuresUnread, .filesLeftOut: true
    case .wordsNotUnderstood, .notStated, .stated, .unlikeUnits, .byName, .byText, .wordsApart,
      .passagesInstead, .ofEverything, .ofEarlier,
      .filesChanged, .withheld:
      false
    }
  }
}
