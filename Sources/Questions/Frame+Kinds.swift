import PlanFacts

extension SelectionKind {
  /// What 大きい順 means where no field is named.
  package var usualOrder: FieldPath? {
    switch self {
    case .projects: .field(.budget)
    case .indicators: .point(.target, .value)
    case .measures: .field(.actual)
    case .evaluations: .field(.count)
    case .headings: .field(.page)
    case .organizations: .field(.foundedYear)
    case .plans: .field(.adoptedYear)
    case .figures: .field(.amount)
    case .tables, .documents, .passages: nil
    }
  }
}

extension Frame.Mention {
  /// Kinds that have such a field, the most usual first.
  var kinds: [SelectionKind] {
    switch self {
    case .field(let field): field.kinds
    case .role(.target): [.indicators, .measures, .projects]
    case .role(.actual): [.measures, .indicators, .projects]
    case .role(.current): [.indicators, .projects]
    case .role(.baseline): [.indicators]
    case .roleYear: [.indicators, .projects]
    case .unit: [.indicators, .measures]
    case .share: [.evaluations, .figures]
    case .difference(let a, let b), .gap(let a, let b), .ratio(let a, let b): a.kinds.filter(b.kinds.contains)
    }
  }

  /// Where things of a kind keep it; nil where they have no such field.
  package func path(in kind: SelectionKind) -> FieldPath? {
    switch self {
    case .field(.level) where kind == .evaluations: .field(.grade)
    case .field(.overview) where kind == .organizations: .field(.summary)
    case .field(.results) where kind == .evaluations: .field(.outcome)
    case .field(let field): field.kinds.contains(kind) ? .field(field) : nil
    case .role(let role):
      switch kind {
      case .indicators: .point(role, .value)
      case .measures: .field(role == .target ? .target : .actual)
      case .projects:
        switch role {
        case .target: .field(.schedule)
        case .current, .baseline: .field(.current)
        case .actual: .field(.results)
        }
      default: nil
      }
    case .roleYear(let role):
      kind == .indicators ? .point(role, .fiscalYear) : kind == .projects ? .scheduleYear : nil
    case .unit: kind == .indicators ? .point(nil, .unit) : kind == .measures ? .field(.unit) : nil
    case .share: kind == .evaluations || kind == .figures ? .field(.share) : nil
    case .difference(let a, let b): kinds.contains(kind) ? .combined(.field(a), .minus, .field(b)) : nil
    case .gap(let a, let b): kinds.contains(kind) ? .combined(.field(a), .apart, .field(b)) : nil
    case .ratio(let a, let b): kinds.contains(kind) ? .combined(.field(a), .dividedBy, .field(b)) : nil
    }
  }
}

extension FieldName {
  /// Kinds of fact that have the field (`contract/answers.md`), the most usual first.
  package var kinds: [SelectionKind] {
    switch self {
    case .bureau: [.projects, .indicators, .measures]
    case .budget, .settlement, .code, .category, .overview, .results, .schedule, .changedTargets,
      .originalLevel, .levelText, .levelRank, .number, .measures, .current, .budgets, .settlements,
      .budgetYear, .settlementYear:
      [.projects]
    case .level: [.projects, .headings, .evaluations, .indicators, .measures]
    case .levelRevised: [.projects, .headings]
    case .page: [.headings, .projects]
    case .parent: [.projects, .headings]
    case .points, .sdgTargets, .note, .repeated, .achievementRate: [.indicators]
    case .met: [.measures, .indicators]
    case .actual, .target, .project: [.measures]
    case .unit: [.measures, .indicators]
    case .grade, .gradeText: [.evaluations, .projects, .indicators, .measures]
    case .subject, .direction, .directionText, .count, .share, .outcome: [.evaluations]
    case .label, .depth, .childCount: [.headings]
    case .rank: [.headings, .evaluations]
    case .members, .foundedYear, .area, .summary: [.organizations]
    case .adoptedYear, .adoptedMonth, .kind, .text: [.plans]
    case .table, .column, .amount, .fiscalYear, .calendarYear, .isTotal, .partsSum: [.figures]
    case .scale: [.figures, .projects]
    case .rows, .columns, .readAs: [.tables]
    case .attributes: [.projects, .indicators]
    }
  }
}
