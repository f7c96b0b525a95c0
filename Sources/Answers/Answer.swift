import JapaneseText
import Phrases
import PlanDocuments
import SourceFiles

/// What is said to one question; `contract/answers.md` gives the meaning of each part.
package struct Answer: Hashable, Sendable {
  package enum Status: String, Hashable, Sendable, CaseIterable { case answered, noMatch, invalid }

  /// The contract that every answer keeps; keys may be added to it, none changes its meaning.
  package static let contract = 2

  package let question: String
  package let status: Status
  /// The preferred one first; empty where nothing was understood.
  package internal(set) var readings: [Reading]
  /// What became of the question's words; those of the first reading, where there is one.
  package let words: QuestionWords
  /// Questions or words that exist in these documents.
  package let suggestions: [Suggestion]
  /// Why an invalid question is invalid.
  package let error: AnswerError?

  package init(
    question: String, status: Status, readings: [Reading] = [], words: QuestionWords = QuestionWords(),
    suggestions: [Suggestion] = [], error: AnswerError? = nil
  ) {
    self.question = question
    self.status = status
    self.readings = readings
    self.words = words
    self.suggestions = suggestions
    self.error = error
  }
}

/// A question or word to ask instead.
package struct Suggestion: Hashable, Sendable {
  package let text: String
  /// How many items its first reading has; at least one.
  package let total: Int

  package init(_ text: String, total: Int) {
    self.text = text
    self.total = total
  }
}

/// What is wrong with a question, in a sentence that says what to do instead.
package struct AnswerError: Hashable, Sendable {
  /// Which kind of fault it is; the raw value is the contract's `code`, which stays as it is whatever the sentence says.
  package enum Code: String, Hashable, Sendable, CaseIterable {
    case empty, nothingBefore, noWords, tooLong, goalOutOfRange, levelOutOfRange, contradiction
    // a word that changes what is meant, and that nothing took up
    case exclusion, negation, comparison, number, unreadableNumber, reversedBounds, reckoning, order, year
    case unlikeUnits
    /// The line of a batch can't be read.
    case unreadableLine
    /// The index changed or is damaged.
    case index
  }

  package let code: Code
  package let saying: Saying
  /// In Unicode scalars of the question.
  package let span: Range<Int>

  package init(_ code: Code, _ saying: Saying, span: Range<Int>) {
    self.code = code
    self.saying = saying
    self.span = span
  }

  /// As data formats have it.
  package var message: String { saying.english }
}

/// What the items of a reading are; the raw value is the contract's `kind`.
package enum ReadingKind: String, Hashable, Sendable, CaseIterable {
  case projects, indicators, measures, evaluations, headings, organizations, plans, figures, tables, documents
  case definition, number, table, passages
  /// Things or sets side by side, an item each, in the order asked.
  case comparison
}

/// One honest way to understand a question, with everything that answers it.
package struct Reading: Hashable, Sendable {
  /// The reading as a question in the canonical language.
  package var canonical: String
  package let kind: ReadingKind
  /// How many match, before any limit.
  package let total: Int
  package let value: NumberValue?
  package var items: [Item]
  /// Names of the fields that were asked for; empty where the things themselves were. Not part of the data formats.
  package let asked: [String]
  /// Rows of the kind that stand in the documents and could not be read.
  package var unread: [ItemSource]
  /// What a person should know besides; not part of the data formats.
  package var notes: [Note]
  /// What may be missing from it; empty for a complete reading.
  package var because: [Gap]
  /// What became of the question's words in this reading.
  package var words: QuestionWords

  /// True where every word of the question was used or dropped by rule, and everything of the kind was read.
  package var isComplete: Bool { because.isEmpty }

  /// The question that has what speaks of the words too, where this one has things by name.
  package var wider: String? {
    for case .byName(_, let wider) in because { return wider }
    return nil
  }

  /// The reading without its figure, where that is reckoned over many things and some of their rows could not be read.
  var withoutFigureOverPart: Reading {
    guard kind == .number, let value, !unread.isEmpty else { return self }
    var reading = Reading(
      canonical: canonical, kind: kind, total: total, items: items, asked: asked, unread: unread,
      notes: notes,
      because: because.filter { $0 != .rowsUnread(unread.count) } + [.overPart(value, read: total)])
    reading.words = words
    return reading
  }

  /// True where there is something to answer with: things that have what was asked for, a figure over all of them.
  var answers: Bool { !isNotStated && !because.contains { if case .overPart = $0 { true } else { false } } }

  /// True where things were found, and none has what was asked for of it.
  var isNotStated: Bool { because.contains { if case .notStated = $0 { true } else { false } } && total == 0 }

  package init(
    canonical: String, kind: ReadingKind, total: Int, value: NumberValue? = nil, items: [Item],
    asked: [String] = [], unread: [ItemSource] = [], notes: [Note] = [], because: [Gap] = [],
    words: QuestionWords = QuestionWords()
  ) {
    self.canonical = canonical
    self.asked = asked
    self.kind = kind
    self.total = total
    self.value = value
    self.items = items
    self.unread = unread
    self.notes = notes
    self.because = (unread.isEmpty ? [] : [.rowsUnread(unread.count)]) + because
    self.words = words
  }
}

/// The figure of a `number` reading.
package struct NumberValue: Hashable, Sendable {
  package let value: ExactNumber
  package let unit: String?

  package init(value: ExactNumber, unit: String?) {
    self.value = value
    self.unit = unit
  }
}

/// One thing that answers a question.
package struct Item: Hashable, Sendable {
  /// The contract's `type`: `project`, `passage`, `group`, …
  package let type: String
  package let name: String
  /// In the order in which they are printed.
  package let fields: [ItemField]
  package var sources: [ItemSource]
  /// The same measure in other plans.
  package let sameAs: [ItemLink]

  /// The name of the group of things that do not state what they are grouped by.
  static let unstatedGroup = "(not stated)"
  package var isUnstatedGroup: Bool { type == "group" && name == Item.unstatedGroup }

  package init(
    type: String, name: String, fields: [ItemField], sources: [ItemSource], sameAs: [ItemLink] = []
  ) {
    self.type = type
    self.name = name
    self.fields = fields
    self.sources = sources
    self.sameAs = sameAs
  }
}

package struct ItemField: Hashable, Sendable {
  package let name: String
  package let value: ItemValue

  package init(_ name: String, _ value: ItemValue) {
    self.name = name
    self.value = value
  }
}

/// A JSON value whose objects keep their order and whose numbers are exact.
package indirect enum ItemValue: Hashable, Sendable {
  case text(String)
  case number(ExactNumber)
  case flag(Bool)
  case list([ItemValue])
  case object([ItemField])
}

/// Where an item stands.
package struct ItemSource: Hashable, Sendable {
  package let document: String
  package let path: String
  package let lines: LineRange
  /// Where the lines stand in the file; nil where they are the file's own.
  package let place: Place?
  /// Titles of the headings it stands under, outermost first.
  package let section: [String]
  /// The SDG targets printed at this place; empty where none are.
  package let sdgTargets: [String]
  /// Whether this place says that it repeats another (再掲).
  package let repeated: Bool
  /// Why a row could not be read; nil for a source of an item.
  package let reason: String?
  /// Whether the file holds something else than when it was indexed; what is printed is what stood there then.
  package var isChanged = false

  package init(
    document: String, path: String, lines: LineRange, place: Place? = nil, section: [String],
    sdgTargets: [String] = [],
    repeated: Bool = false, reason: String? = nil
  ) {
    self.document = document
    self.path = path
    self.lines = lines
    self.place = place
    self.section = section
    self.sdgTargets = sdgTargets
    self.repeated = repeated
    self.reason = reason
  }
}

package struct ItemLink: Hashable, Sendable {
  package let name: String
  package let document: String

  package init(name: String, document: String) {
    self.name = name
    self.document = document
  }
}
