import JapaneseText
import PlanFacts

extension Frame {
  /// True where the question says nothing about kinds, fields or places: only words to look for.
  package var isBareText: Bool {
    kinds.isEmpty && !asksForInitiatives && rank == nil && tests.isEmpty && shown.isEmpty && sortKey == nil
      && aggregate == nil && !counts && !shares && group == nil && !course && scopeNumber == nil
  }

  /// 「2番目は？」: a place in a list, and nothing that says which list.
  package var isOnlyPosition: Bool {
    (position != nil || ordinal != nil) && rank == nil && sortKey == nil && !asksForInitiatives
      && shown.isEmpty
      && aggregate == nil && !counts
  }

  /// The kinds of thing the question may be about, best first.
  package var candidateKinds: [SelectionKind] {
    // results beside their targets are measures, also where a project is named
    if kinds.isEmpty, shown.contains(.role(.actual)), shown.contains(.role(.target)) {
      return [.measures, .indicators] + entityKinds.filter { $0 != .measures && $0 != .indicators }
    }
    let explicit = explicitKinds
    if !explicit.isEmpty { return explicit }
    let fields = fieldKinds
    // words beside a project's name may name one of its measures
    let named =
      entityKinds == [.projects] && !texts.isEmpty && shown.isEmpty ? [.measures, .projects] : entityKinds
    if !named.isEmpty { return named + fields.filter { !named.contains($0) } }
    if !labelKinds.isEmpty && fields.isEmpty { return labelKinds + [.headings] }
    if !labelKinds.isEmpty { return (labelKinds + fields + [.headings]).uniqued }
    if fields.isEmpty, !tests.isEmpty || course {
      return [.indicators, .projects, .measures, .organizations, .plans, .evaluations]
    }
    return fields
  }

  private var explicitKinds: [SelectionKind] {
    let kinds = namedKinds
    // 取組を行う事業所の割合の推移: a course is a course of figures
    return course && !kinds.isEmpty && !kinds.contains(.indicators) ? [.indicators] + kinds : kinds
  }

  private var namedKinds: [SelectionKind] {
    let order: [SelectionKind] = [
      .measures, .indicators, .projects, .organizations, .plans, .evaluations, .headings, .documents,
      .passages,
    ]
    var kinds = order.filter(self.kinds.contains)
    if rank != nil, !kinds.contains(.headings) { kinds.append(.headings) }
    if asksForInitiatives {
      // how many initiatives a goal has is a figure of its evaluation
      let open: [SelectionKind] =
        labelKinds.contains(.evaluations) && (counts || shares)
        ? [.evaluations, .projects, .headings] : [.projects, .headings, .evaluations]
      kinds = (kinds.filter { $0 == .indicators || $0 == .measures } + open + kinds).uniqued
    }
    // "measures under action program 1" are what a plan does, as well as what it measured
    if kinds.first == .measures, tests.contains(where: { if case .place = $0 { true } else { false } }) {
      kinds += [.projects, .headings].filter { !kinds.contains($0) }
    }
    if kinds.first == .projects, onlyRolesCompared { kinds.insert(.measures, at: 0) }
    if let first = kinds.first, first == .evaluations || first == .headings {
      kinds += fieldKinds.filter { !kinds.contains($0) }
    }
    return kinds
  }

  /// 実績が目標を上回った事業: measures decide, not projects.
  private var onlyRolesCompared: Bool {
    tests.contains {
      if case .comparison(.role(.actual), _, .mention(.role(.target))) = $0 { true } else { false }
    }
  }

  /// Kinds that have every field the question names.
  private var fieldKinds: [SelectionKind] {
    if onlyRolesCompared { return [.measures, .indicators] }
    let mentions = mentioned
    guard !mentions.isEmpty else { return tests.contains { $0.isGoal } ? [.indicators] : [] }
    let sets = mentions.map(\.kinds)
    let common = sets.dropFirst().reduce(sets[0]) { kinds, more in kinds.filter(more.contains) }
    return common.isEmpty ? sets[0] : common
  }

  private var mentioned: [Mention] {
    var all = shown
    if let mention = sortKey?.mention { all.append(mention) }
    if let aggregated { all.append(aggregated) }
    if let group { all.append(group) }
    for test in tests { all += test.mentions }
    return all
  }

  private var entityKinds: [SelectionKind] {
    tests.flatMap(\.entities).flatMap { entity in
      entity.meanings.compactMap { meaning in
        switch meaning {
        case .name(let kind): kind
        case .value(_, let kind): kind
        case .document, .rank, .label: nil
        }
      }
    }.uniqued
  }

  // MARK: building

  /// The question about things of one kind; nil where a test makes no sense for it.
  package func question(about kind: SelectionKind) -> Question? {
    guard var selection = selection(of: kind) else { return nil }
    var show = shown.compactMap { $0.path(in: kind) }
    if kind == .measures, asksWhetherMet {
      selection.conditions.removeAll { if case .comparison(.field(.met), _, _) = $0 { true } else { false } }
      show = [.field(.actual), .field(.target), .field(.met)]
    }
    if let group = group ?? mostFrequent, let path = group.path(in: kind) {
      let column = aggregate.flatMap { aggregate in
        (aggregated?.path(in: kind)).map { TableColumn.aggregate(aggregate, $0) }
      }
      return .table(selection, by: path, columns: column.map { [.count, $0] } ?? [.count])
    }
    // 目標値は何％: the unit of what is asked for, not a share of things
    if shares, show.isEmpty {
      if kind == .evaluations { return .list(selection, show: [.field(.share)]) }
      // the part is what was said last: 令和5年度の事業のうち区分がその他の割合
      var whole = Selection(kind, selection.conditions)
      if let last = selection.conditions.lastIndex(where: { !$0.isPlace }) {
        whole.conditions.remove(at: last)
      }
      return whole.conditions == selection.conditions ? nil : .share(selection, of: whole)
    }
    if let aggregate, let path = aggregated?.path(in: kind) {
      return .aggregate(aggregate, of: path, selection)
    }
    // 今いくつ: how much, not how many
    if counts, show.isEmpty || !kinds.isEmpty {
      return kind == .evaluations ? .list(selection, show: [.field(.count)]) : .count(selection)
    }
    if course, kind == .indicators { return .course(selection) }
    return kind == .passages ? .passages(selection) : .list(selection, show: show)
  }

  /// どの局の事業が一番多い: what has most of them is seen from how many each has.
  private var mostFrequent: Mention? {
    guard let sortKey, sortKey.mention == nil, !kinds.isEmpty, limit == 1, shown.count == 1 else {
      return nil
    }
    switch shown.first {
    case .field(.bureau), .field(.category), .field(.area): return shown.first
    default: return nil
    }
  }

  private func selection(of kind: SelectionKind) -> Selection? {
    var selection = Selection(kind)
    for test in tests {
      guard let condition = test.condition(in: kind, frame: self) else { return nil }
      selection.conditions.append(condition)
    }
    if let scopeNumber { selection.conditions.append(.under("\(scopeNumber)")) }
    if let rank, kind == .headings {
      selection.conditions.append(.comparison(.field(.rank), .equal, .text(rank)))
    }
    if !texts.isEmpty { selection.conditions.append(.matching(texts.joined(separator: " "))) }
    // places first, as the canonical line prints them
    selection.conditions =
      selection.conditions.filter(\.isPlace) + selection.conditions.filter { !$0.isPlace }
    if mostFrequent == nil, let sortKey, let path = sortKey.mention?.path(in: kind) ?? kind.usualOrder {
      selection.sort = [SortKey(path, sortKey.direction)]
    }
    selection.limit = mostFrequent == nil ? limit : nil
    selection.position = position
    return selection
  }

  /// 利用件数は目標を達成した？ asks about one thing; it does not look for those that did.
  private var asksWhetherMet: Bool {
    kinds.isEmpty && !asksForInitiatives && !asksInWords && shown.isEmpty && !counts && !shares
      && tests.contains { if case .met = $0 { true } else { false } }
      && (!texts.isEmpty || entityKinds.first == .measures)
  }

  /// True where the question asks for what stands under a heading, not for the heading itself.
  fileprivate var asksForChildren: Bool {
    asksForInitiatives || asksBelow || rank != nil || kinds.contains(.headings) || counts
      || (shown.isEmpty && labelKinds.contains(.headings))
  }
}

extension Frame {
  /// 2025年度の湖の透明度の目標: the year is of the one figure asked for, wherever it stands.
  fileprivate var onlyRole: Mention? {
    let roles = shown.filter { $0.isRole || $0.isYear }
    return roles.count == 1 ? roles.first : nil
  }
}

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
    case .documents, .passages: nil
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
    case .share: [.evaluations]
    case .difference, .ratio: [.projects]
    }
  }

  /// Where things of a kind keep it; nil where they have no such field.
  package func path(in kind: SelectionKind) -> FieldPath? {
    switch self {
    case .field(.level) where kind == .evaluations: .field(.grade)
    case .field(.level) where kind == .measures: .field(.met)
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
    case .share: kind == .evaluations ? .field(.share) : nil
    case .difference(let a, let b): kind == .projects ? .difference(a, b) : nil
    case .ratio(let a, let b): kind == .projects ? .ratio(a, b) : nil
    }
  }
}

extension FieldName {
  /// Kinds of fact that have the field (`contract/answers.md`), the most usual first.
  package var kinds: [SelectionKind] {
    switch self {
    case .budget, .settlement, .code, .category, .bureau, .overview, .results, .schedule, .changedTargets,
      .originalLevel, .levelText, .number, .measures, .current:
      [.projects]
    case .level, .levelRevised: [.projects, .headings, .evaluations]
    case .page: [.headings, .projects]
    case .parent: [.projects, .headings]
    case .points, .sdgTargets, .note, .repeated: [.indicators]
    case .actual, .target, .met, .project: [.measures]
    case .unit: [.measures, .indicators]
    case .subject, .grade, .gradeText, .direction, .directionText, .count, .share, .outcome: [.evaluations]
    case .label, .depth, .childCount, .rank: [.headings]
    case .members, .foundedYear, .area, .summary: [.organizations]
    case .adoptedYear, .adoptedMonth, .kind, .text: [.plans]
    }
  }
}

extension Frame.Test {
  var mentions: [Frame.Mention] {
    switch self {
    case .comparison(let mention, _, let operand):
      if case .mention(let other) = operand { [mention, other] } else { [mention] }
    case .prefix(let mention, _), .contains(let mention, _), .missing(let mention): [mention]
    case .bound(let role, _): [.role(role ?? .target)]
    case .code: [.field(.code)]
    case .goal, .target: [.field(.sdgTargets)]
    case .period: [.role(.target)]
    case .met: [.field(.met)]
    case .year(_, let mention): mention.map { [$0] } ?? []
    case .entity, .place, .month: []
    case .not(let test): test.mentions
    case .any(let tests): tests.flatMap(\.mentions)
    }
  }

  var entities: [Entity] {
    switch self {
    case .entity(let entity): [entity]
    case .not(let test): test.entities
    case .any(let tests): tests.flatMap(\.entities)
    default: []
    }
  }

  var isGoal: Bool {
    switch self {
    case .goal, .target: true
    case .not(let test): test.isGoal
    case .any(let tests): tests.contains(where: \.isGoal)
    default: false
    }
  }

  /// The test as a condition on things of a kind; nil where the kind has no such field.
  package func condition(in kind: SelectionKind, frame: Frame) -> Condition? {
    switch self {
    case .comparison(let mention, let comparison, let operand):
      guard let path = mention.path(in: kind), !(kind == .projects && mention.isRole) else { return nil }
      return operand.operand(for: path, in: kind).map { .comparison(path, comparison, $0) }
    case .prefix(let mention, let text): return mention.path(in: kind).map { .prefix($0, text) }
    case .contains(let mention, let text): return mention.path(in: kind).map { .contains($0, text) }
    case .missing(let mention): return mention.path(in: kind).map(Condition.missing)
    case .bound(let role, let bound):
      return kind == .indicators ? .comparison(.point(role, .bound), .equal, .text(bound.rawValue)) : nil
    case .met(let met): return Frame.condition(met: met, in: kind)
    case .goal(let goal): return kind == .indicators ? .contains(.field(.sdgTargets), "\(goal)") : nil
    case .target(let target): return kind == .indicators ? .contains(.field(.sdgTargets), target) : nil
    case .code(let code):
      guard kind == .projects else { return nil }
      return code.count == 8 ? .comparison(.field(.code), .equal, .text(code)) : .prefix(.field(.code), code)
    case .entity(let entity): return entity.condition(in: kind, frame: frame)
    case .place(let label): return Frame.condition(place: label, in: kind, frame: frame)
    case .month(let month):
      return kind == .plans
        ? .comparison(.field(.adoptedMonth), .equal, .number(ExactNumber(month), unit: nil)) : .all([])
    case .period(let number):
      return kind == .indicators ? .contains(.point(.target, .period), "第\(number)期") : nil
    case .year(let year, let mention): return Frame.condition(year: year, mention ?? frame.onlyRole, in: kind)
    case .not(let test): return test.condition(in: kind, frame: frame).map(Condition.not)
    case .any(let tests):
      let conditions = tests.compactMap { $0.condition(in: kind, frame: frame) }
      return conditions.count == tests.count ? .any(conditions) : nil
    }
  }
}

extension Frame.Operand {
  func operand(for path: FieldPath, in kind: SelectionKind) -> Operand? {
    switch self {
    case .number(let value, let unit):
      if path == .field(.code) { return .text(value.description) }
      return .number(value, unit: unit)
    case .text(let text):
      if case .field(.levelRevised) = path { return .flag(text == "true") }
      return .text(text)
    case .mention(let mention): return mention.path(in: kind).map(Operand.field)
    }
  }
}

extension Frame {
  static func condition(met: Bool, in kind: SelectionKind) -> Condition? {
    switch kind {
    case .measures: .comparison(.field(.met), .equal, .flag(met))
    // levels of evaluation lists: 3 is 目標をほぼ達成, 4 is 目標を下回った
    case .projects:
      .comparison(.field(.level), met ? .atMost : .atLeast, .number(ExactNumber(met ? 3 : 4), unit: nil))
    default: nil
    }
  }

  static func condition(place label: String, in kind: SelectionKind, frame: Frame) -> Condition? {
    switch kind {
    case .evaluations: frame.rank == nil ? .named(label) : .under(label)
    case .headings: frame.asksForChildren ? .under(label) : .named(label)
    case .projects, .indicators, .measures, .passages: .under(label)
    case .organizations, .plans, .documents: nil
    }
  }

  static func condition(year: YearMention, _ mention: Mention?, in kind: SelectionKind) -> Condition? {
    func within(_ path: FieldPath) -> Condition {
      let first = Condition.comparison(
        path, year.orLater || year.isRange ? .atLeast : .equal, .number(ExactNumber(year.first), unit: nil))
      guard year.isRange else { return first }
      return .all([first, .comparison(path, .atMost, .number(ExactNumber(year.last), unit: nil))])
    }
    switch kind {
    case .indicators:
      switch mention {
      case .role(let role), .roleYear(let role): return within(.point(role, .fiscalYear))
      default: return within(.point(nil, .fiscalYear))
      }
    case .projects:
      if mention != nil { return within(.scheduleYear) }
      return .any([within(.scheduleYear), .document("\(year.first)年度")])
    case .organizations: return within(.field(.foundedYear))
    case .plans: return within(.field(.adoptedYear))
    case .measures, .evaluations, .headings, .documents, .passages: return .document("\(year.first)年度")
    }
  }
}

extension Entity {
  /// What a name or value in the question asks of things of a kind.
  func condition(in kind: SelectionKind, frame: Frame) -> Condition? {
    for case .value(let field, kind) in meanings { return .comparison(.field(field), .equal, .text(text)) }
    if meanings.contains(.name(kind)) {
      return kind == .headings && frame.asksForChildren ? .under(text) : .named(text)
    }
    for meaning in meanings { if case .document = meaning { return .document(text) } }
    if meanings.contains(.name(.projects)), kind == .measures {
      return .comparison(.field(.project), .equal, .text(text))
    }
    if meanings.contains(.name(.headings)), kind == .projects || kind == .indicators || kind == .passages {
      return .under(text)
    }
    return .matching(text)
  }
}

extension Array where Element: Hashable {
  /// Without later repeats.
  package var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
