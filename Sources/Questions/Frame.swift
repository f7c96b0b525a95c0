import JapaneseText
import PlanFacts

/// What the words of a question say, before the kind of thing is settled: 目標 is a point of an indicator, the target of
/// a measure or the schedule of a project. `Frame+Questions.swift` settles it.
package struct Frame: Hashable, Sendable {
  /// A field as a question names it.
  package enum Mention: Hashable, Sendable {
    case field(FieldName)
    case role(Point.Role)
    case roleYear(Point.Role)
    case unit
    case share
    case difference(FieldName, FieldName)
    case gap(FieldName, FieldName)
    case ratio(FieldName, FieldName)
  }

  package enum Operand: Hashable, Sendable {
    case number(ExactNumber, unit: String?)
    case text(String)
    case mention(Mention)
  }

  package indirect enum Test: Hashable, Sendable {
    case comparison(Mention, Comparison, Operand)
    case prefix(Mention, String)
    case contains(Mention, String)
    case missing(Mention)
    case bound(Point.Role?, Point.Bound)
    case met(Bool)
    case goal(Int)
    case target(String)
    case code(String)
    case entity(Entity)
    /// Words to look for, where they are denied (水素以外).
    case matching(String)
    /// A place by label, name or number; the flag says that 下, under stands before it.
    case place(String)
    case year(YearMention, Mention?)
    /// 3月 behind a year.
    case month(Int)
    /// The n-th period of a plan.
    case period(Int)
    case not(Test)
    case any([Test])
    /// 3*: a level, and that it was revised.
    case all([Test])
  }

  package var kinds: [SelectionKind] = []
  package var asksForInitiatives = false
  package var rank: String?
  /// 基本戦略と取組項目: ranks listed before `rank`.
  package var otherRanks: [String] = []
  /// The kind a label word suggests: 基本目標2 is evaluated.
  package var labelKinds: [SelectionKind] = []
  package var tests: [Test] = []
  /// Fields the question mentions and no test, sort or reckoning took up: what is to be shown.
  package var shown: [Mention] = []
  /// 120以上ある区: numbers compared with nothing that the question names.
  package var openBounds: [OpenBound] = []
  /// 多い区: an order by nothing that the question names.
  package var openOrder: SortKey.Direction?
  package var sort: (Mention?, SortKey.Direction)? {
    get { sortKey.map { ($0.mention, $0.direction) } }
    set { sortKey = newValue.map { SortWish(mention: $0.0, direction: $0.1) } }
  }
  package var sortKey: SortWish?
  /// 上位3, top 3: an order that says by nothing what it goes.
  package var unsaidOrder: Unplaced?
  package var limit: Int?
  package var position: Int?
  /// 上位5事業のうち達成度3: how many of the tests choose what is ordered; the others are of those within the limit.
  package var testsBeforeLimit: Int?
  package var ordinal: Concept.Ordinal?
  package var aggregate: Aggregate?
  package var aggregated: Mention?
  /// 決算 of 予算合計と決算合計; with `comparesSums` their difference is asked for.
  package var otherAggregated: Mention?
  package var comparesSums = false
  package var counts = false
  package var shares = false
  package var group: Mention?
  package var course = false
  package var defines = false
  package var refersBack = false
  package var continues = false
  /// の下, under: what stands below a heading is asked for.
  package var asksBelow = false
  package var wantsAll = false
  package var wantsMore = false
  package var asksInWords = false
  /// 理由, why: only a sentence can answer.
  package var asksForReason = false
  /// 21 of 21年度は？: the century or era is that of the year asked for before.
  package var shortYear: Int?
  /// 翌年度の分は？: years from the one asked about before.
  package var yearOffset: Int?
  /// A number after 下, under with no field: `under 4`.
  package var scopeNumber: Int?
  /// What no concept claims, as asked, in order.
  package var texts: [String] = []
  /// 販売額と宿泊客数: each of the texts is a thing of its own.
  package var listsTexts = false
  package var uses: [WordUse] = []
  /// How many things there are, as the question says it.
  package var claims: [Claim] = []
  /// Clauses beside the question that were passed over.
  package var asides: [String] = []
  /// Words of exclusion, comparison, number or reckoning that nothing took up: no reading of facts may leave them out.
  package var unplaced: [Unplaced] = []
  /// それ以外は？, the rest: all but those the question before gave.
  package var excludesLast = false
  /// 差: of budget and settlement, though neither is named.
  package var assumesMoney = false
  /// The word that says a part of the question, where a reading may not have that part.
  package var words: [Part: WordUse] = [:]

  package init() {}
}

package struct SortWish: Hashable, Sendable {
  /// nil where the question does not say by what.
  package var mention: Frame.Mention?
  package var direction: SortKey.Direction
}

/// A bound of something the question does not name.
package struct OpenBound: Hashable, Sendable {
  package let comparison: Comparison
  package let value: ExactNumber
  package let unit: String?
  /// The words that say it.
  package let word: Unplaced
}

/// What became of a piece of the question.
package struct WordUse: Hashable, Sendable {
  package enum Use: Hashable, Sendable {
    case concept, keyword
    /// Read, and without effect.
    case unknown
    /// A particle, politeness, a word of asking.
    case dropped
    /// What is left of a verb: names no thing, yet says something in a sentence.
    case verb
  }
  /// In Unicode scalars of the question.
  package let range: Range<Int>
  package let text: String
  package let use: Use
}

/// Why a question can't be read.
package enum QuestionError: Error, Hashable, Sendable {
  /// それ where nothing was asked before.
  case nothingBefore(String, Range<Int>)
  /// Nothing but space and punctuation.
  case empty
  /// No word that can be read or looked up.
  case noWords(Range<Int>)
  /// Longer than `limit` scalars.
  case tooLong(count: Int, limit: Int)
  /// SDG goals are 1 to 17.
  case goalOutOfRange(Int, Range<Int>)
  /// A level that no document gives or explains; theirs are these.
  case levelOutOfRange(ExactNumber, ClosedRange<ExactNumber>, Range<Int>)
  /// Two bounds no value satisfies.
  case contradiction(FieldName, Range<Int>)
  /// A word that changes which things are meant, and that no condition takes up.
  case unplaced(Unplaced)
}

/// A word of a question that no reading may leave out, and that nothing took up.
package struct Unplaced: Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// 以外, except, 抜き: what it leaves out is not known. Not even a passage answers without it.
    case exclusion
    /// していない, missing: what it denies is not known.
    case negation
    case comparison
    case number
    /// 三十二十
    case unreadableNumber
    /// 3万から1万
    case reversedBounds
    /// 合計, 差 of what; a second order; a condition on the first few of an order.
    case reckoning
    /// 上位3: by what is not said.
    case order
    /// 翌年度, 21年度: of which year before.
    case year
  }
  package let reason: Reason
  /// As asked.
  package let text: String
  /// In Unicode scalars of the question.
  package let range: Range<Int>
}
