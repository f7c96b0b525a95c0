import JapaneseText
import PlanFacts

/// A question as it was understood, before any plan is looked at. `description` is its canonical reading, which
/// `Question(canonical:)` reads back to the same tree.
package enum Question: Hashable, Sendable {
  /// `projects where level = 4`; `budget of projects named "…"` where only some fields are asked for.
  case list(Selection, show: [FieldPath])
  /// `count of projects where level = 4`
  case count(Selection)
  /// `sum of budget of projects`; of the first three alone where the selection has an order and a limit.
  case aggregate(Aggregate, of: FieldPath, Selection)
  /// `(sum of budget of projects) - (sum of settlement of projects)`: two figures reckoned together.
  case reckoning(Reckoning)
  /// `share of indicators where … in indicators`: how many percent of the second are in the first.
  case share(Selection, of: Selection)
  /// `table of count, sum of budget by level of projects`
  case table(Selection, by: FieldPath, columns: [TableColumn])
  /// `course of indicators named "…"`: the printings of a measure over all plans, in order of year.
  case course(Selection)
  /// `comparison of (projects named "…") with (projects named "…") by budget`: side by side, in this order.
  case comparison([Selection], by: [FieldPath])
  /// `definition of "KIS"`
  case definition(String)
  /// `passages matching "生産緑地 下限面積"`
  case passages(Selection)
}

/// What a selection selects; the raw value is the word of the canonical language.
package enum SelectionKind: String, Hashable, Sendable, CaseIterable {
  case projects, indicators, measures, evaluations, headings, organizations, plans, figures, tables,
    documents,
    passages

  /// The facts it selects; nil for documents and passages, which are no facts.
  package var factKind: FactKind? {
    switch self {
    case .projects: .project
    case .indicators: .indicator
    case .measures: .measure
    case .evaluations: .evaluation
    case .headings: .heading
    case .organizations: .organization
    case .plans: .plan
    case .figures: .figure
    case .tables: .table
    case .documents, .passages: nil
    }
  }
}

/// Which things, in which order, how many.
package struct Selection: Hashable, Sendable {
  package var kind: SelectionKind
  /// All must hold; in the order of the question.
  package var conditions: [Condition]
  package var sort: [SortKey]
  package var limit: Int?
  /// Only the n-th of the order, 1-based.
  package var position: Int?

  package init(
    _ kind: SelectionKind, _ conditions: [Condition] = [], sort: [SortKey] = [], limit: Int? = nil,
    position: Int? = nil
  ) {
    self.kind = kind
    self.conditions = conditions
    self.sort = sort
    self.limit = limit
    self.position = position
  }
}

package struct SortKey: Hashable, Sendable {
  package enum Direction: String, Hashable, Sendable, CaseIterable { case ascending, descending }
  package var path: FieldPath
  package var direction: Direction

  package init(_ path: FieldPath, _ direction: Direction) {
    self.path = path
    self.direction = direction
  }
}

/// Something that holds of a thing or not.
package indirect enum Condition: Hashable, Sendable {
  /// `budget >= 100000`, `settlement > budget`, `category = "その他"`
  case comparison(FieldPath, Comparison, Operand)
  /// `code starts with "404"`
  case prefix(FieldPath, String)
  /// `overview contains "水素"`
  case contains(FieldPath, String)
  /// `target is missing`
  case missing(FieldPath)
  /// `under "政策4"`: stands under a heading with this label, name or part of a name.
  case under(String)
  /// `named "…"`: the thing's own name, exactly.
  case named(String)
  /// `matching "ごみ排出量"`: by the words of its name, or else of its text.
  case matching(String)
  /// `about "農業"`: by its name, or because its text or section speaks of it.
  case about(String)
  /// `in "SDGs計画"`: stands in this document.
  case document(String)
  /// `also in "SDGs計画"`: the same measure is printed in this document.
  case alsoIn(String)
  /// `among (projects sort by budget descending limit 3)`: is one of what another selection selects.
  case among(Selection)
  case any([Condition])
  case all([Condition])
  case not(Condition)
}

package enum Comparison: String, Hashable, Sendable, CaseIterable {
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case atMost = "<="
  case greater = ">"
  case atLeast = ">="
}

/// What a field is compared with.
package enum Operand: Hashable, Sendable {
  /// In the unit printed; nil compares with the figure whatever its unit.
  case number(ExactNumber, unit: String?)
  case text(String)
  case flag(Bool)
  case field(FieldPath)
  /// `budget > (average of budget of projects)`: a figure that is reckoned first.
  case reckoned(Reckoning)
}

/// A field, a part of a field, or two of them reckoned together.
package indirect enum FieldPath: Hashable, Sendable {
  case field(FieldName)
  /// A part of the points of an indicator: `target.fiscalYear`; role nil is any point: `point.unit`.
  case point(Point.Role?, PointPart)
  /// `target.2025`, `point.2016`, `target in "第1期"`: the figure of a year or of a period.
  case pointIn(Point.Role?, Moment)
  /// `schedule.fiscalYear`
  case scheduleYear
  /// `settlement - budget`, `(budget - settlement) % of budget`: two figures of one label and one unit.
  case combined(FieldPath, Reckoning.Operation, FieldPath)
  /// `achievement`: what is worked out by the bound and the sign of a target.
  case derived(DerivedField)
  /// The thing's own name.
  case name
  /// The document it stands in.
  case document
  /// `column "金額"`: what a table prints under a head that no field claims.
  case attribute(String)
  /// `rank "政策"`: the heading of that rank that it stands under, by which things are grouped.
  case rank(String)

  /// A project's budget or settlement.
  package var isMoney: Bool { self == .field(.budget) || self == .field(.settlement) }
}

/// When a figure of an indicator is of.
package enum Moment: Hashable, Sendable {
  /// A fiscal year.
  case year(Int)
  /// A part of the period's name as it is printed: 第1期.
  case period(String)
}

/// What no document prints, and is worked out from what it does print.
package enum DerivedField: String, Hashable, Sendable, CaseIterable {
  /// How many percent of the target are reached: figure ÷ target, or target ÷ figure where less is better.
  case achievement
  /// How much better the newest figure is than the first: negative where it is worse.
  case improvement
  /// The 年度 in which a plan was adopted, by its year and month: April to March.
  case adoptedFiscalYear
}

package enum PointPart: String, Hashable, Sendable, CaseIterable {
  case value, unit, bound, fiscalYear, label, period
}

/// Reckoning over the figures of many things.
package enum Aggregate: String, Hashable, Sendable, CaseIterable {
  case sum, average, maximum, minimum
  /// How far the largest is above the smallest: of two things, their difference.
  case difference
}

/// A column of a table beside the group's name.
package indirect enum TableColumn: Hashable, Sendable {
  case count
  case aggregate(Aggregate, FieldPath)
  /// Only the groups that have the most of it, ascending the least.
  case extreme(SortKey.Direction, TableColumn)

  /// The column itself, whether it chooses groups or not.
  package var shown: TableColumn { if case .extreme(_, let column) = self { column.shown } else { self } }
}
