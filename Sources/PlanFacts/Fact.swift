import JapaneseText
import PlanDocuments

/// What a fact is about; the raw value is the contract's `type`.
package enum FactKind: String, Hashable, Sendable, CaseIterable {
  case project, indicator, measure, evaluation, heading, organization, plan
  /// A row of a table of figures that are no indicator's: name `川崎区`, under the table's title.
  case figure
  /// A table as a whole: name is its title.
  case table
  /// A short form and what it stands for, read from a bracket: name `iCONM`, summary `ナノ医療イノベーションセンター`; or a term
  /// that a note explains. One with a `label` is an entry of a legend: name `目標をほぼ達成`, summary `達成状況区分 3`.
  case definition
}

/// The contract's field names, in the order in which answers print them.
package enum FieldName: String, Hashable, Sendable, CaseIterable {
  // project
  case number, code, category, bureau, overview, budget, settlement
  /// Budgets and settlements of several years.
  case budgets, settlements
  /// The fiscal years of a budget and a settlement, where the money of a fact is of several.
  case budgetYear, settlementYear
  case level
  /// 1 for the best by the document's legend.
  case levelRank
  case levelText, levelRevised, originalLevel
  case page, measures, parent, current, schedule, results, changedTargets
  // indicator
  case points, sdgTargets, note, repeated
  /// How much of the way to its target is gone, in percent, as the document reckons it.
  case achievementRate
  // measure
  case actual, target, unit, met, project
  // evaluation
  case subject, grade, gradeText, direction, directionText, count, share, outcome
  // heading
  case label, depth, childCount
  /// What the document calls headings of this depth (政策, 基本戦略, 取組項目, 施策).
  case rank
  // organization
  case members, foundedYear, area, summary
  // plan
  case adoptedYear, adoptedMonth, kind
  /// The date as printed, and the kind: `2021年2月策定`.
  case text
  // figure
  /// The title of the table it stands in.
  case table
  /// The head over a figure, where its table has several columns of figures.
  case column
  case amount
  /// What the figures of a fact are multiplied by, where a head or a title says so: 1000 for 千円.
  case scale
  case fiscalYear, calendarYear
  /// True for what the other rows of the table come to.
  case isTotal
  /// What the rows that a total is made of come to, where it prints another figure.
  case partsSum
  // table
  case rows, columns
  /// The kind of fact a table was read as; a plain table has none.
  case readAs
  /// Columns that no field claims, of any kind of fact.
  case attributes
}

extension FieldName {
  /// Where money is that a document prints for several years.
  package static let yearly: [FieldName: FieldName] = [.budget: .budgets, .settlement: .settlements]

  /// Where the year of money is, that is of another year than other money of the fact.
  package static let yearsOfMoney: [FieldName: FieldName] = [
    .budget: .budgetYear, .settlement: .settlementYear,
  ]

  private static let places = Dictionary(uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })

  /// Its place among the fields.
  fileprivate var place: Int { Self.places[self] ?? 0 }
}

/// The value of a field.
package enum FieldValue: Hashable, Sendable {
  case text(String)
  case number(ExactNumber)
  case flag(Bool)
  case list([String])
  case points([Point])
  case schedule([ScheduleEntry])
  case attributes([Attribute])
}

/// A figure of an indicator at a time.
package struct Point: Hashable, Sendable {
  package enum Role: String, Hashable, Sendable, CaseIterable { case baseline, current, actual, target }
  package enum Bound: String, Hashable, Sendable, CaseIterable { case atLeast, atMost }

  package var role: Role
  /// Western year; nil where none is printed.
  package var fiscalYear: Int?
  /// The years of a range that was averaged, ascending; empty otherwise.
  package var fiscalYears: [Int]
  /// True where the document prints 年 and not 年度.
  package var calendarYear: Bool
  /// 第1期, 第2期 where printed.
  package var period: String?
  /// What sets this figure apart in its row: 中2, 外国人.
  package var label: String?
  /// nil where the figure is not a number that can be read exactly.
  package var value: ExactNumber?
  package var unit: String?
  package var bound: Bound?
  /// The figure as printed, without its year: `872g以下`, `▲10.2%`.
  package var text: String
  /// Where it stands.
  package var lines: LineRange

  package init(
    role: Role, fiscalYear: Int? = nil, fiscalYears: [Int] = [], calendarYear: Bool = false,
    period: String? = nil, label: String? = nil, value: ExactNumber? = nil, unit: String? = nil,
    bound: Bound? = nil, text: String, lines: LineRange
  ) {
    self.role = role
    self.fiscalYear = fiscalYear
    self.fiscalYears = fiscalYears
    self.calendarYear = calendarYear
    self.period = period
    self.label = label
    self.value = value
    self.unit = unit
    self.bound = bound
    self.text = text
    self.lines = lines
  }
}

/// What a project plans for a year.
package struct ScheduleEntry: Hashable, Sendable {
  /// nil where the column of an item can't be told.
  package var fiscalYear: Int?
  /// 2011(平成23)年度以降.
  package var orLater: Bool
  package var items: [String]
  package var lines: LineRange

  package init(fiscalYear: Int?, orLater: Bool, items: [String], lines: LineRange) {
    self.fiscalYear = fiscalYear
    self.orLater = orLater
    self.items = items
    self.lines = lines
  }
}

/// A field of a fact with the lines it was read from.
package struct Field: Hashable, Sendable {
  package let name: FieldName
  package let value: FieldValue
  /// Lines of the fact's own plan.
  package let lines: LineRange

  package init(_ name: FieldName, _ value: FieldValue, lines: LineRange) {
    self.name = name
    self.value = value
    self.lines = lines
  }
}

/// A place where a fact is printed.
package struct FactSource: Hashable, Sendable {
  package let lines: LineRange
  /// Titles of the headings it stands under, outermost first.
  package let section: [String]
  /// The SDG targets printed at this place; empty where none are.
  package let sdgTargets: [String]
  /// Whether this place says of itself that it repeats another (再掲).
  package let repeated: Bool
  /// The name as it is spelt here, where that is not as the fact's own (かかわった for 関わった).
  package var spelling: String?

  package init(
    lines: LineRange, section: [String], sdgTargets: [String] = [], repeated: Bool = false,
    spelling: String? = nil
  ) {
    self.lines = lines
    self.section = section
    self.sdgTargets = sdgTargets
    self.repeated = repeated
    self.spelling = spelling
  }
}

/// Something a plan says in a form that can be filtered, sorted and added up.
package struct Fact: Hashable, Sendable {
  package let kind: FactKind
  /// As printed, without its label, joined where it was wrapped.
  package let name: String
  /// The plan it stands in.
  package let plan: String
  /// At most one of each name, in the order of `FieldName`.
  package let fields: [Field]
  /// At least one, in order of line.
  package let sources: [FactSource]
  /// The same measure in other plans.
  package var sameAs: [FactLink] = []

  package init(kind: FactKind, name: String, plan: String, fields: [Field], sources: [FactSource]) {
    self.kind = kind
    self.name = name
    self.plan = plan
    self.fields = fields.sorted { $0.name.place < $1.name.place }
    self.sources = sources.sorted { $0.lines < $1.lines }
  }

  /// What rows of figures call what is left over.
  static let restNames: Set<String> = ["その他", "無回答", "不明"]

  /// Whether it is a row of figures for what is left over, and no thing of its own.
  package var isRest: Bool { kind == .figure && Fact.restNames.contains(name) }

  package subscript(_ name: FieldName) -> FieldValue? { fields.first { $0.name == name }?.value }
}

/// A fact named by its plan and its name.
package struct FactLink: Hashable, Sendable {
  package let plan: String
  package let name: String

  package init(plan: String, name: String) {
    self.plan = plan
    self.name = name
  }
}

/// Lines that look like a row of a known form and could not be read.
package struct UnreadRow: Hashable, Sendable {
  package let kind: FactKind
  package let plan: String
  package let lines: LineRange
  package let section: [String]
  /// What is missing or unreadable, in English, lower case, no full stop.
  package let reason: String

  package init(kind: FactKind, plan: String, lines: LineRange, section: [String], reason: String) {
    self.kind = kind
    self.plan = plan
    self.lines = lines
    self.section = section
    self.reason = reason
  }
}
