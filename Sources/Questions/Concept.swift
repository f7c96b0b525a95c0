import JapaneseText
import PlanFacts

/// What a word of the vocabulary means in a question. `Lexicons/vocabulary.txt` gives the words: `word, … = concept`.
package enum Concept: Hashable, Sendable {
  /// `kind projects`: names what is asked for.
  case kind(SelectionKind)
  /// `kind initiatives`: 施策, 取組: what plans call projects, headings or subjects of evaluation.
  case initiatives
  /// `kind chapters`: 章: the headings right under a document, where nothing else is said of them.
  case chapters
  /// `generic plans`: 計画: names the kind only beside a field that only this kind has; elsewhere it is a keyword.
  case generic(SelectionKind)
  /// `label headings`: a word that a number follows in headings (政策4); without a number it names the kind.
  case label(SelectionKind)
  /// `field budget`
  case field(FieldName)
  /// `role target`: the figures of an indicator, a measure or a schedule.
  case role(Point.Role)
  /// `year target`: 目標年度
  case year(Point.Role)
  /// `year next`, `year previous`: 翌年度: a year counted from the one asked about before.
  case relativeYear(Int)
  /// `unit`
  case unit
  /// `compare >=`
  case compare(Comparison)
  /// `large`, `small`: 大きい, 少ない: compares after より, sorts elsewhere.
  case adjective(SortKey.Direction)
  case prefix, contains, between, difference, ratio, missing, present
  /// `met true`
  case met(Bool)
  /// `order descending`: 大きい順
  case order(SortKey.Direction)
  /// `extreme descending`: 一番大きい
  case extreme(SortKey.Direction)
  /// `superlative`: 最も, before an adjective.
  case superlative
  case top, bottom, arrange
  case count, share, group, tally
  case aggregate(Aggregate)
  case course, comparePlans
  /// `under`: の中の, belonging to. `related`: に関係する.
  case under, related
  case define
  case previous, `continue`, all, more
  /// `change fell`: how a figure went.
  case change(Change)
  /// `rate execution`: 執行率, 達成率.
  case rate(Rate)
  /// `remainder`: 不用額: what is left of a budget. `overrun`: by how much it was exceeded. `times`: 何倍.
  case remainder, overrun, times
  /// `period 1`: first term: what 第1期 says.
  case period(Int)
  /// `operation /`: ÷: what is done with two figures.
  case operation(Reckoning.Operation)
  /// `either`: どちら. `relative`: that, who behind the thing they speak of.
  case either, relative
  /// `bound atMost`: 上限, a ceiling: which way a target binds.
  case bound(Point.Bound)
  /// `near ascending`: 近い: how far from a target.
  case near(SortKey.Direction)
  /// `both`: 両方に.
  case both
  /// `when`: いつ, 何年度: the year of what is asked about.
  case when
  /// `delayed`: 遅れた, fell behind: what evaluations say of progress.
  case delayed
  /// `clause-end`: ので、: ends a clause beside the question.
  case clauseEnd
  /// `begins`: starts: where a thing stands first.
  case begins
  /// `joins`: 参加している: has among its members.
  case joins
  /// `revised`: 改定された: a plan that was adopted before.
  case revised
  case ordinal(Ordinal)
  case and, or, nor, not, than, from, to, among
  /// `negated`: されていない: the ending of a verb, which denies the test it ends.
  case negated
  /// `lacks`: を含まない, が入っていない.
  case lacks
  /// `rest`: 残り: all but those the question before gave.
  case rest
  /// `goal`: ゴール, SDG: a number after it is a goal or target.
  case goal
  /// `reason`: 理由, why: sentences are asked for.
  case reason
  /// `asking`: いつ, いくら: the sentence is a question in words.
  case asking
  /// `names`: 名前, which ones: the things themselves, behind a question for something else of them.
  case names
  /// `tail`: 関連, 向け: dropped, also where it ends a compound (水素関連).
  case tail
  /// Understood and not needed.
  case dropped
  /// `kept`: dropped by the old parser, and too much to be dropped in a derivation.
  case kept

  package enum Change: String, Hashable, Sendable, CaseIterable { case rose, fell, improved, worsened }
  package enum Rate: String, Hashable, Sendable, CaseIterable { case execution, achievement }
  package enum Ordinal: String, Hashable, Sendable, CaseIterable { case first, last, next, previous }

  /// Reads the right-hand side of a vocabulary line; nil where it names no concept.
  package init?(_ text: String) {
    let parts = text.split(separator: " ").map(String.init)
    guard let word = parts.first else { return nil }
    let argument = parts.count == 2 ? parts[1] : nil
    if let argument {
      guard let concept = Concept(word, argument) else { return nil }
      self = concept
    } else {
      guard parts.count == 1, let concept = Concept.plain[word] else { return nil }
      self = concept
    }
  }

  private init?(_ word: String, _ argument: String) {
    switch word {
    case "kind" where argument == "initiatives": self = .initiatives
    case "kind" where argument == "chapters": self = .chapters
    case "kind": if let kind = SelectionKind(rawValue: argument) { self = .kind(kind) } else { return nil }
    case "generic":
      if let kind = SelectionKind(rawValue: argument) { self = .generic(kind) } else { return nil }
    case "label": if let kind = SelectionKind(rawValue: argument) { self = .label(kind) } else { return nil }
    case "field": if let field = FieldName(rawValue: argument) { self = .field(field) } else { return nil }
    case "role": if let role = Point.Role(rawValue: argument) { self = .role(role) } else { return nil }
    case "year" where argument == "next": self = .relativeYear(1)
    case "year" where argument == "previous": self = .relativeYear(-1)
    case "year": if let role = Point.Role(rawValue: argument) { self = .year(role) } else { return nil }
    case "compare": if let sign = Comparison(rawValue: argument) { self = .compare(sign) } else { return nil }
    case "order":
      if let way = SortKey.Direction(rawValue: argument) { self = .order(way) } else { return nil }
    case "extreme":
      if let way = SortKey.Direction(rawValue: argument) { self = .extreme(way) } else { return nil }
    case "adjective":
      if let way = SortKey.Direction(rawValue: argument) { self = .adjective(way) } else { return nil }
    case "near":
      if let way = SortKey.Direction(rawValue: argument) { self = .near(way) } else { return nil }
    case "aggregate":
      if let sum = Aggregate(rawValue: argument) { self = .aggregate(sum) } else { return nil }
    case "ordinal": if let place = Ordinal(rawValue: argument) { self = .ordinal(place) } else { return nil }
    case "change": if let way = Change(rawValue: argument) { self = .change(way) } else { return nil }
    case "rate": if let rate = Rate(rawValue: argument) { self = .rate(rate) } else { return nil }
    case "period": if let number = Int(argument) { self = .period(number) } else { return nil }
    case "operation":
      if let operation = Reckoning.Operation(rawValue: argument) {
        self = .operation(operation)
      } else {
        return nil
      }
    case "bound":
      if let bound = Point.Bound(rawValue: argument) { self = .bound(bound) } else { return nil }
    case "met": if let met = Bool(argument) { self = .met(met) } else { return nil }
    default: return nil
    }
  }

  var isRelativeYear: Bool { if case .relativeYear = self { true } else { false } }

  /// Names a kind of thing.
  var isKind: Bool { if case .kind = self { true } else { self == .chapters } }

  /// Names a field or a way of reckoning over one.
  var isField: Bool {
    switch self {
    case .field, .role, .year, .unit, .share, .aggregate, .difference, .ratio, .count: true
    default: false
    }
  }

  private static let plain: [String: Concept] = [
    "unit": .unit, "prefix": .prefix, "contains": .contains, "between": .between, "difference": .difference,
    "ratio": .ratio, "missing": .missing, "present": .present, "top": .top, "bottom": .bottom,
    "arrange": .arrange, "superlative": .superlative, "count": .count, "share": .share, "group": .group,
    "tally": .tally,
    "course": .course,
    "compare-plans": .comparePlans, "under": .under, "related": .related, "define": .define,
    "previous": .previous, "continue": .continue, "all": .all, "more": .more, "and": .and, "or": .or,
    "nor": .nor, "not": .not, "negated": .negated, "lacks": .lacks, "rest": .rest, "than": .than,
    "from": .from, "to": .to, "among": .among, "goal": .goal, "asking": .asking, "reason": .reason,
    "dropped": .dropped, "kept": .kept, "remainder": .remainder, "overrun": .overrun, "times": .times,
    "either": .either, "tail": .tail, "relative": .relative, "joins": .joins, "revised": .revised,
    "begins": .begins, "names": .names, "clause-end": .clauseEnd, "delayed": .delayed, "when": .when,
    "both": .both,
  ]
}
