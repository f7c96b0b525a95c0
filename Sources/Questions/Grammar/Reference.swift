import JapaneseText
import PlanFacts

/// A field as a question names it, before the kind of thing is settled: 目標 is a point of an indicator, the target of a
/// measure, the schedule of a project.
package indirect enum Reference: Hashable, Sendable {
  case mention(Frame.Mention)
  /// The figure of a year or a period: `target.2025`.
  case pointIn(Point.Role?, Moment)
  case combined(Reference, Reckoning.Operation, Reference)
  case derived(DerivedField)
  /// The heading of a rank that things stand under.
  case rank(String)
  /// The document they stand in.
  case document
  /// What tables print under a head that no field claims, of things of these kinds.
  case attribute(String, AttributeSort, [SelectionKind])

  /// What a field holds, as far as it matters for what can be said of it.
  enum FieldType: Hashable {
    case money, level, number, percent, score, year, text
    /// A figure that may be of any sort: what it is counted in, tables print or not.
    case figure
  }

  static let budget = Reference.mention(.field(.budget))
  static let settlement = Reference.mention(.field(.settlement))
  static let level = Reference.mention(.field(.level))
  static let grade = Reference.mention(.field(.grade))
  static let members = Reference.mention(.field(.members))
  static let bureau = Reference.mention(.field(.bureau))
  static let target = Reference.mention(.role(.target))

  /// Kinds of thing that have it, the most usual first.
  var kinds: [SelectionKind] {
    switch self {
    case .mention(let mention): mention.kinds
    case .pointIn: [.indicators]
    case .combined(let a, _, let b):
      a.kinds.filter { b.kinds.contains($0) && isReckoned(in: $0) }
    case .derived(.achievement): [.measures, .indicators]
    case .derived(.improvement): [.indicators]
    case .derived(.adoptedFiscalYear): [.plans]
    case .rank: [.projects, .indicators, .measures, .headings]
    case .document: Things.anyKind
    case .attribute(_, _, let kinds): kinds
    }
  }

  /// Both parts are figures in such a kind.
  private func isReckoned(in kind: SelectionKind) -> Bool { path(in: kind) != nil }

  var type: FieldType {
    switch self {
    case .mention(.field(.budget)), .mention(.field(.settlement)): .money
    case .mention(.field(.level)), .mention(.field(.originalLevel)): .level
    case .mention(.field(.foundedYear)), .mention(.field(.adoptedYear)), .mention(.roleYear): .year
    case .mention(.role), .pointIn: .number
    case .mention(.share), .mention(.field(.share)): .percent
    case .mention(.field(let field)): Reference.numbers.contains(field) ? .number : .text
    case .mention: .text
    case .combined(_, .dividedBy, _): .number
    case .combined(_, .percentOf, _): .percent
    case .combined(let a, _, _): a.type
    case .derived(.adoptedFiscalYear): .year
    case .derived: .score
    case .rank, .document, .attribute(_, .text, _): .text
    case .attribute(_, .figure, _): .figure
    case .attribute(_, .share, _): .percent
    }
  }

  private static let numbers: Set<FieldName> = [
    .actual, .target, .count, .amount, .page, .childCount, .number,
  ]

  /// The date of a plan by its 年度, where the year asked for is one.
  func counted(in year: YearMention) -> Reference {
    self == .mention(.field(.adoptedYear)) && year.form == .fiscal ? .derived(.adoptedFiscalYear) : self
  }

  var isMoney: Bool { type == .money }
  /// Levels and rates have averages and no sums.
  var addsUp: Bool { type == .money || type == .number || type == .figure }

  /// The figures of a role: 目標, 現状, 実績.
  var role: Point.Role? { if case .mention(.role(let role)) = self { role } else { nil } }
  /// Names the period of one of its figures: 第1期の目標.
  var namesPeriod: Bool {
    switch self {
    case .pointIn(_, .period): true
    case .combined(let a, _, let b): a.namesPeriod || b.namesPeriod
    default: false
    }
  }
  /// The role of a figure, whether its year is said or not.
  var pointRole: Point.Role? { if case .pointIn(let role, .year) = self { role } else { role } }
  var isFigure: Bool { type != .text }

  /// The way of a bare 順: numbers, pages and years from the first, levels from 1, amounts from the largest.
  var usualWay: SortKey.Direction {
    switch self {
    case .mention(.field(.number)), .mention(.field(.page)): .ascending
    default: type == .year || type == .level ? .ascending : .descending
    }
  }

  /// Where things of a kind keep it; nil where they have none.
  func path(in kind: SelectionKind) -> FieldPath? {
    switch self {
    case .mention(let mention): return mention.path(in: kind)
    case .pointIn(let role, let moment): return kind == .indicators ? .pointIn(role, moment) : nil
    case .combined(let a, let operation, let b):
      guard let a = a.figurePath(in: kind), let b = b.figurePath(in: kind) else { return nil }
      return .combined(a, operation, b)
    case .derived(let field): return kinds.contains(kind) ? .derived(field) : nil
    case .document: return .document
    case .rank(let rank): return kinds.contains(kind) ? .rank(rank) : nil
    case .attribute(let name, _, let kinds): return kinds.contains(kind) ? .attribute(name) : nil
    }
  }

  /// The path where it leads to a figure: the 目標 of a project is text.
  func figurePath(in kind: SelectionKind) -> FieldPath? {
    if kind == .projects, role != nil { return nil }
    return path(in: kind)
  }

  /// Two figures of one sort reckoned together: 決算÷予算; nil for a year and an amount, or a level.
  static func combined(_ a: Reference?, with operation: Reckoning.Operation?, _ b: Reference?) -> Reference? {
    guard let a, let b, let operation, a != b, a.type == b.type, a.isFigure, a.type != .year, a.type != .level
    else { return nil }
    return .combined(a, operation, b)
  }
}
