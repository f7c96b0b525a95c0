import JapaneseText
import PlanFacts

/// What half a question asks after the question before it: その達成度は？, 2番目は？, では決算は？, and in 2010?
package struct Continuation {
  /// The question before, as it was answered.
  let last: Question
  /// How many items it had.
  let total: Int
  /// The row of that name in the table of a question about figures; its total where there is no name.
  let row: (String?, Selection) -> Selection?

  package init(of last: Question, total: Int, row: @escaping (String?, Selection) -> Selection?) {
    self.last = last
    self.total = total
    self.row = row
  }

  /// The whole question; nil where the question before has nothing of the kind.
  package func question(_ acts: [Act]) -> Question? {
    if acts.contains(.why) {
      return acts.allSatisfy { $0 == .why || $0 == .pointsBack || $0.isOfWords } ? reason(acts) : nil
    }
    if case .comparison(let sides, let paths) = last { return compared(sides, by: paths, acts) }
    if case .reckoning(.combined(let a, _, let b)) = last, let a = a.figureOfOne, let b = b.figureOfOne,
      a.path == b.path
    {
      return compared([a.selection, b.selection], by: [a.path], acts)
    }
    guard let before = last.selection else { return nil }
    var next = before
    for act in acts { guard change(&next, by: act, acts) else { return nil } }
    next.conditions = next.conditions.filter(\.isPlace) + next.conditions.filter { !$0.isPlace }
    return asked(acts, of: next)
  }

  /// なぜ？: what is said of the thing asked about before; its last figure is no reason.
  private func reason(_ acts: [Act]) -> Question? {
    let names = (last.selection?.conditions ?? []).flatMap(\.names)
    // どうして遅れた？: by the word for it too
    let words = acts.compactMap { if case .words(let words) = $0 { words } else { nil } }
    return names.isEmpty
      ? nil : .passages(Selection(.passages, [.matching((names + words + ["なぜ"]).joined(separator: " "))]))
  }

  // MARK: which things

  /// False where the things before can't be changed so.
  private func change(_ next: inout Selection, by act: Act, _ acts: [Act]) -> Bool {
    let pointsBack = acts.contains(.pointsBack)
    switch act {
    case .meet(let restriction):
      guard let condition = condition(restriction, in: next) else { return false }
      if next.isOneThing, condition.isTest { return true }
      narrow(&next, by: condition, pointsBack)
    case .bound(let comparison, let figure):
      guard let path = usualFigure(of: next) ?? (pointsBack ? next.kind.usualOrder : nil) else {
        return false
      }
      narrow(&next, by: .comparison(path, comparison, .number(figure.value, unit: figure.unit)), pointsBack)
    case .number(let figure): return renumber(&next, figure)
    case .name(let things):
      guard let named = things.selection(of: next.kind)?.conditions else { return false }
      rename(&next, named)
    case .words(let words):
      // 麻生区は？ after another row of the table
      if next.kind == .figures {
        guard let other = row(words, next) else { return false }
        next = other
        return true
      }
      guard next.kind.factKind != nil else { return false }
      rename(&next, [.matching(words)])
    case .of(let things): return things.kinds.contains(next.kind)
    case .kind(let things) where things.kinds.contains(next.kind): return true
    case .kind(let things):
      guard let kind = things.kinds.first, let places = next.places(for: kind),
        let own = things.selection(of: kind)?.conditions
      else { return false }
      next = Selection(kind, places + own)
    case .sort(let field, let direction):
      let apart = acts.contains(.apart(nil)) ? apart(in: next) : nil
      guard
        let path = apart ?? field.map({ $0.figurePath(in: next.kind) }) ?? usualFigure(of: next)
          ?? next.kind.usualOrder
      else {
        return false
      }
      // by settlement, 決算順だと: the way of the order before
      let before = direction.manner == .unsaid ? next.sort.first?.direction : nil
      let way = before ?? Reference(path).flatMap { direction.way(for: $0) } ?? direction.way
      // そのうち決算が一番大きい: of the few that were left; and by settlement: as many, by the other
      if pointsBack, (next.limit ?? 1) > 1 { next = Selection(next.kind, [.among(next)]) }
      next.sort = [SortKey(path, way)]
      if next.limit == 1 { next.limit = nil }
      next.position = nil
    case .limit(let count):
      if next.sort.isEmpty { next.sort = next.kind.usualOrder.map { [SortKey($0, .descending)] } ?? [] }
      (next.limit, next.position) = (count, nil)
    case .place(let place):
      next.position = number(of: place, in: next)
      next.limit = nil
    case .all: (next.limit, next.position) = (nil, nil)
    case .others:
      guard let others = next.others else { return false }
      next = others
    case .year(let offset):
      guard let year = next.conditions.compactMap(\.year).first?.wholeNumber else { return false }
      next.conditions = next.conditions.map { $0.inYear(ExactNumber(year + offset)) }
    case .pointsBack, .names, .share, .show, .reckon, .count, .group, .apart, .times, .exceed, .which,
      .course, .sideBySide,
      .when, .why:
      break
    }
    return true
  }

  private func condition(_ restriction: Restriction, in selection: Selection) -> Condition? {
    switch restriction {
    case .label(let label) where selection.kind == .evaluations: .named(label)
    case .year(let year): Frame.condition(year: year, onlyRole, in: selection.kind)
    default: restriction.condition(in: selection.kind)
    }
  }

  /// The role of the one figure that was shown: of which point the next year is.
  private var onlyRole: Frame.Mention? {
    if case .list(_, let show) = last, show.count == 1, case .point(let role?, _) = show[0] {
      .role(role)
    } else {
      nil
    }
  }

  /// One more condition, in place of what was said before of the same.
  private func narrow(_ next: inout Selection, by condition: Condition, _ pointsBack: Bool) {
    let isOfFew = (next.limit ?? 1) > 1
    // those set up in 2012 after the first one: another condition, other things
    if next.sort.isEmpty { next.position = nil }
    if pointsBack && isOfFew || isOfFew && condition.year == nil && !condition.isPlace {
      next = Selection(next.kind, [.among(next), condition])
    } else if condition.isUnder || condition.isSubject && next.conditions.contains(where: \.isUnder) {
      next.conditions.removeAll { $0.isUnder || $0.isSubject }
      next.conditions.append(condition.asUnder)
    } else if condition.isSubject {
      rename(&next, [condition])
    } else if let year = condition.year {
      let isReplaced = next.conditions.contains { $0.year != nil }
      next.conditions = next.conditions.map { $0.year == nil ? $0 : $0.inYear(year) }
      if !isReplaced { next.conditions.append(condition) }
    } else {
      if !pointsBack {
        next.conditions.removeAll {
          !$0.paths.isDisjoint(with: condition.paths) || $0.isDocument && condition.isDocument
        }
        // 第1期は？ after 2021年度: one moment for another
        if condition.path?.isPeriod == true { next.conditions.removeAll { $0.year != nil } }
        // 情報局は？ after 森は？: a name in place of another
        if condition.isOfNames { next.conditions.removeAll { $0.isMatching } }
      }
      next.conditions.append(condition)
    }
  }

  private func rename(_ next: inout Selection, _ names: [Condition]) {
    // ほぼ目標どおりは？ after 目標を下回った: one value in place of another
    let paths = names.map(\.paths).reduce(Set()) { $0.union($1) }
    next.conditions.removeAll {
      $0.isSubject || $0.isUnder || $0.isOfNames || !$0.paths.isDisjoint(with: paths)
    }
    next.conditions.insert(contentsOf: names, at: 0)
    if next.limit == 1 { next.limit = nil }
    next.position = nil
  }

  /// 3は？ after 基本目標2, 4は？ after 達成度3, 21年度は？ after 2008年度.
  private func renumber(_ next: inout Selection, _ figure: Figure) -> Bool {
    if let unit = figure.unit, ["年", "年度"].contains(unit), let short = figure.value.wholeNumber,
      let year = next.conditions.compactMap(\.year).first?.wholeNumber
    {
      let asked = ExactNumber(nearest(short, to: year))
      next.conditions = next.conditions.map { $0.inYear(asked) }
      return true
    }
    if let number = figure.value.wholeNumber, figure.unit == nil,
      next.conditions.contains(where: \.isNumberedPlace)
    {
      next.conditions = next.conditions.map { $0.isNumberedPlace ? $0.numbered("\(number)") : $0 }
      (next.position, next.limit) = (nil, nil)
      return true
    }
    guard let i = next.conditions.firstIndex(where: { $0.comparedNumber != nil }),
      case .comparison(let path, let comparison, _) = next.conditions[i]
    else { return false }
    next.conditions[i] = .comparison(path, comparison, .number(figure.value, unit: figure.unit))
    return true
  }

  /// 21年度 after 2008年度 is 平成21年度, after 2020年度 it is 2021年度: the year of that number nearest to the one before.
  private func nearest(_ short: Int, to year: Int) -> Int {
    [1925, 1988, 2000, 2018].map { $0 + short }.min { abs($0 - year) < abs($1 - year) } ?? year
  }

  private func number(of place: Act.Place, in selection: Selection) -> Int {
    switch place {
    case .nth(let n): n
    case .first: 1
    case .last: max(1, min(total, selection.limit ?? total))
    case .next: (selection.position ?? 1) + 1
    case .previous: max(1, (selection.position ?? 2) - 1)
    }
  }

  // MARK: what of them

  private func asked(_ acts: [Act], of selection: Selection) -> Question? {
    let kind = selection.kind
    let asking = acts.filter { $0.isAsking(among: acts) }
    if case .group(let field)? = asking.first(where: \.isGroup) {
      return grouped(by: field, asking, selection)
    }
    // one thing is asked at a time: the half of two would be given for the whole
    guard asking.count < 2 || asking.allSatisfy(\.isShow) else { return nil }
    var show: [FieldPath] = []
    for act in acts {
      switch act {
      // 件数は？ of things that print no such figure
      case .show([.mention(.field(.count))]) where Reference.mention(.field(.count)).path(in: kind) == nil:
        return .count(selection)
      case .show(let fields):
        // what is asked of them and not printed is asked all the same, where they are pointed at: the answer says so
        let paths = fields.compactMap { field in
          field.path(in: kind) ?? (acts.contains(.pointsBack) || selection.isOneThing ? field.ownPath : nil)
        }
        guard paths.count == fields.count else { return nil }
        show += paths
      case .reckon(let aggregate, let field): return reckoned(aggregate, field, of: selection)
      case .share: return share(of: selection)
      case .count: return kind == .evaluations ? .list(selection, show: [.field(.count)]) : .count(selection)
      case .apart where acts.contains(where: \.isSort): break
      case .apart(let field): return apart(field, of: selection, by: .apart)
      case .times(let field): return apart(field, of: selection, by: .dividedBy)
      case .exceed(let comparison): return exceeding(comparison, selection)
      case .which(let direction): return which(direction, of: selection)
      case .course: return kind == .indicators ? .course(selection) : nil
      case .when: return year(of: kind).map { .list(selection, show: [$0]) }
      // their figures side by side, and no longer their sum
      case .sideBySide: return usualFigure(of: selection).map { .list(selection, show: [$0]) }
      // in 2014? after the target of one thing: what it was then, whatever it is called
      case .meet(.year(let year)) where selection.isOneThing && kind == .indicators && !year.isRange:
        if onlyRole != nil {
          var whole = selection
          whole.conditions.removeAll(where: \.isOfYear)
          return .list(whole, show: [.pointIn(nil, .year(year.first))])
        }
      case .meet(let restriction) where selection.isOneThing:
        if let paths = condition(restriction, in: selection)?.figuresOfTest(in: kind) {
          return .list(selection, show: paths)
        }
      default: break
      }
    }
    if kind == .passages { return .passages(selection) }
    if !show.isEmpty {
      // 決算だと？ after the sum of budgets
      if case .aggregate(let aggregate, let path, _) = last, path.isMoney, show.count == 1, show[0].isMoney {
        return .aggregate(aggregate, of: show[0], selection)
      }
      return .list(selection, show: show)
    }
    if acts.contains(where: \.opensList) { return .list(selection, show: []) }
    if kind == .figures, case .list(_, let show) = last, show.isEmpty {
      return .list(selection, show: [.field(.amount)])
    }
    switch last {
    case .list(let before, let show):
      guard before.kind == kind else { return .list(selection, show: []) }
      return .list(selection, show: acts.contains(where: \.isSort) ? [] : show)
    // 一番大きいのは？ after a sum: the thing, and no sum of one
    case .count where acts.contains(where: \.isSort), .aggregate where acts.contains(where: \.isSort):
      return .list(selection, show: [])
    case .count, .aggregate, .course:
      return last.selection?.kind == kind ? last.asked(of: selection) : .list(selection, show: [])
    case .share, .table, .reckoning, .comparison, .definition, .passages: return .list(selection, show: [])
    }
  }

  /// 割合で言うと: the share that evaluations print, or the part of those that meet all but the last condition.
  private func share(of selection: Selection) -> Question? {
    if selection.kind == .evaluations { return .list(selection, show: [.field(.share)]) }
    switch last {
    case .count, .list: break
    default: return nil
    }
    guard let condition = selection.conditions.last(where: { !$0.isPlace }) else { return nil }
    var whole = selection
    whole.conditions.removeAll { $0 == condition }
    return .share(selection, of: whole)
  }

  /// 局ごとでは, 局ごとの予算の合計は: counted, and reckoned over what else is asked for.
  private func grouped(by field: Reference, _ asking: [Act], _ selection: Selection) -> Question? {
    guard let path = field.path(in: selection.kind) else { return nil }
    var columns: [TableColumn] = [.count]
    for act in asking {
      switch act {
      case .group(field), .count: break
      case .reckon(let aggregate, let field):
        guard let figure = field.map({ $0.figurePath(in: selection.kind) }) ?? usualFigure(of: selection)
        else {
          return nil
        }
        columns.append(.aggregate(aggregate, figure))
      default: return nil
      }
    }
    return .table(selection.whole, by: path, columns: columns)
  }

  private func reckoned(_ aggregate: Aggregate, _ field: Reference?, of selection: Selection) -> Question? {
    // 合計は？ after a row of a table: the total that it prints
    if selection.kind == .figures, selection.isOneThing, aggregate == .sum, let total = row(nil, selection) {
      return .list(total, show: [.field(.amount)])
    }
    guard
      let path = field.map({ $0.figurePath(in: selection.kind) }) ?? usualFigure(of: selection)
        ?? money(of: selection)
    else { return nil }
    // 予算の合計も after a table: one more column
    if case .table(_, let group, let columns) = last, field != nil {
      return .table(selection, by: group, columns: columns.map(\.shown) + [.aggregate(aggregate, path)])
    }
    // levels have no sum
    if aggregate == .sum, Reference(path)?.addsUp == false { return nil }
    var whole = selection
    whole.position = nil
    return .aggregate(aggregate, of: path, whole)
  }

  /// The year that things have, or that the figure is of which was asked for before.
  private func year(of kind: SelectionKind) -> FieldPath? {
    switch kind {
    case .indicators:
      .point(onlyRole.flatMap { if case .role(let role) = $0 { role } else { nil } } ?? .target, .fiscalYear)
    case .organizations: .field(.foundedYear)
    case .plans: .field(.adoptedYear)
    default: nil
    }
  }

  private func money(of selection: Selection) -> FieldPath? {
    selection.kind == .projects ? .field(.budget) : nil
  }

  /// The figure that was asked for, ordered by or compared before.
  private func usualFigure(of selection: Selection) -> FieldPath? {
    let shown: FieldPath? =
      switch last {
      case .aggregate(_, let path, _): path
      case .list(_, let show): show.first { $0.isFigure }
      default: nil
      }
    return shown ?? selection.sort.first?.path
      ?? selection.conditions.lazy.compactMap(\.comparedPath).first { $0.isAmount }
  }

  /// How far a figure is from the other that belongs to it: the target, the settlement, the field that is named.
  private func apart(_ field: Reference?, of selection: Selection, by operation: Reckoning.Operation)
    -> Question?
  {
    let kind = selection.kind
    // of everything there is, nothing was asked before
    guard !selection.conditions.isEmpty || selection.limit != nil || selection.position != nil else {
      return nil
    }
    var shown: [FieldPath] = []
    if case .list(_, let show) = last { shown = show.filter(\.isFigure) }
    // 二つの事業の予算, 差は？: of the one figure, between the two
    if field == nil, shown.count == 1, selection.namesTwo, operation == .apart {
      return .aggregate(.difference, of: shown[0], selection)
    }
    if let field {
      guard let path = field.figurePath(in: kind) else { return nil }
      // 目標まで: from where it stands
      let other = shown.last { $0 != path } ?? path.counterpart(in: kind)
      // 現状からあと何人: up to the one that was asked for before
      if kind == .indicators, operation == .apart, let other, path.isBefore(other) {
        return .list(selection, show: [path, other, .combined(other, operation.signed, path)])
      }
      return other.map { .list(selection, show: [$0, path, .combined(path, operation.signed, $0)]) }
    }
    if shown.count == 2 {
      return .list(selection, show: shown + [.combined(shown[1], operation.signed, shown[0])])
    }
    if case .course = last {
      let (first, now) = (FieldPath.point(.baseline, .value), FieldPath.point(.current, .value))
      return .list(selection, show: [first, now, .combined(now, operation.signed, first)])
    }
    // got worse, by how much: the figures by which it was told
    if field == nil, let (from, to) = selection.conditions.lazy.compactMap(\.sides).last {
      return .list(selection, show: [from, to, .combined(to, operation.signed, from)])
    }
    guard let path = shown.first ?? selection.kind.usualFigure, let other = path.counterpart(in: kind) else {
      return nil
    }
    let (from, to) = path.isBefore(other) ? (path, other) : (other, path)
    return .list(selection, show: [from, to, .combined(to, operation.signed, from)])
  }

  /// How far apart the two figures of each thing are: those that were compared before, or those that belong together.
  private func apart(in selection: Selection) -> FieldPath? {
    for case .comparison(let a, _, .field(let b)) in selection.conditions { return .combined(a, .apart, b) }
    guard let path = usualFigure(of: selection) ?? selection.kind.usualFigure,
      let other = path.counterpart(in: selection.kind)
    else { return nil }
    let (first, last) = path.isBefore(other) ? (path, other) : (other, path)
    return .combined(first, .apart, last)
  }

  /// いくら超過した？ of projects: by how much more was spent than planned, or less.
  private func exceeding(_ comparison: Comparison, _ selection: Selection) -> Question? {
    guard selection.kind == .projects, selection.isOneThing, comparison != .equal, comparison != .notEqual
    else { return nil }
    let (budget, settlement) = (FieldPath.field(.budget), FieldPath.field(.settlement))
    let isLess = comparison == .less || comparison == .atMost
    let difference: FieldPath =
      isLess ? .combined(budget, .minus, settlement) : .combined(settlement, .minus, budget)
    return .list(selection, show: [budget, settlement, difference])
  }

  /// どっちが大きい？: both, the one that is asked for first.
  private func which(_ direction: Direction, of selection: Selection) -> Question? {
    guard selection.namesTwo, let path = usualFigure(of: selection) ?? selection.kind.usualOrder else {
      return nil
    }
    var both = selection.whole
    both.sort = [SortKey(path, Reference(path).flatMap { direction.way(for: $0) } ?? direction.way)]
    return .list(both, show: [path])
  }

  // MARK: two things side by side

  private func compared(_ sides: [Selection], by paths: [FieldPath], _ acts: [Act]) -> Question? {
    guard let kind = sides.first?.kind, sides.count == 2 else { return nil }
    var sides = sides
    var fields = paths
    for act in acts {
      switch act {
      case .pointsBack, .sideBySide: break
      case .show(let shown):
        fields = shown.compactMap { $0.path(in: kind) }
        guard fields.count == shown.count else { return nil }
      case .meet(let restriction):
        for i in sides.indices {
          guard let condition = condition(restriction, in: sides[i]) else { return nil }
          narrow(&sides[i], by: condition, false)
        }
      case .apart(let field), .times(let field):
        guard let path = field.map({ $0.figurePath(in: kind) }) ?? fields.last, acts.count <= 2 else {
          return nil
        }
        let figures = sides.map {
          $0.isOneThing ? Reckoning.figure(path, $0) : .aggregate(.sum, of: path, $0)
        }
        let isApart = if case .apart = act { true } else { false }
        return .reckoning(.combined(figures[0], isApart ? .apart : .dividedBy, figures[1]))
      case .which(let direction):
        guard sides.allSatisfy(\.isOneThing), let path = fields.last ?? kind.usualOrder else { return nil }
        let both = Selection(kind, [.any(sides.map { .all($0.conditions).flat })])
        let way = Reference(path).flatMap { direction.way(for: $0) } ?? direction.way
        return .list(Selection(kind, both.conditions, sort: [SortKey(path, way)]), show: [path])
      default: return nil
      }
    }
    return .comparison(sides, by: fields)
  }
}

extension Act {
  /// Asks for the things themselves anew, whatever field of them was asked for before.
  fileprivate var opensList: Bool {
    switch self {
    case .all, .names, .kind, .place: true
    default: false
    }
  }

  fileprivate var isSort: Bool { if case .sort = self { true } else { false } }
  fileprivate var isGroup: Bool { if case .group = self { true } else { false } }
  fileprivate var isShow: Bool { if case .show = self { true } else { false } }

  /// Says what is asked of the things, and not which they are; how far apart they are may be what they are ordered by.
  fileprivate func isAsking(among acts: [Act]) -> Bool {
    switch self {
    case .show, .reckon, .count, .share, .group, .times, .exceed, .which, .course, .sideBySide, .when: true
    case .apart: !acts.contains(where: \.isSort)
    default: false
    }
  }
}

extension Reckoning {
  /// A figure over one selection, and what it selects.
  fileprivate var figureOfOne: (path: FieldPath, selection: Selection)? {
    switch self {
    case .figure(let path, let selection), .aggregate(_, let path, let selection): (path, selection)
    case .count, .combined: nil
    }
  }
}

extension Reckoning.Operation {
  /// Of two figures of one thing the order is known: the later less the earlier.
  fileprivate var signed: Reckoning.Operation { self == .apart ? .minus : self }
}

extension Reference {
  /// The field that a path leads to; nil for what no question names.
  fileprivate init?(_ path: FieldPath) {
    switch path {
    case .field(let field): self = .mention(.field(field))
    case .point(let role?, .value): self = .mention(.role(role))
    case .point(let role?, .fiscalYear): self = .mention(.roleYear(role))
    case .derived(let field): self = .derived(field)
    case .combined(let a, let operation, let b):
      guard let a = Reference(a), let b = Reference(b) else { return nil }
      self = .combined(a, operation, b)
    default: return nil
    }
  }

  /// The field itself, for things that don't have it.
  fileprivate var ownPath: FieldPath? {
    if case .mention(let mention) = self { mention.field.map(FieldPath.field) } else { nil }
  }
}

extension SelectionKind {
  /// The figure that such things are asked for.
  fileprivate var usualFigure: FieldPath? {
    switch self {
    case .projects, .indicators: usualOrder
    case .measures: .field(.target)
    default: nil
    }
  }
}

extension FieldPath {
  fileprivate var isPeriod: Bool { if case .point(_, .period) = self { true } else { false } }

  /// Holds a figure.
  fileprivate var isFigure: Bool {
    switch self {
    case .field(let field): field.isNumeric
    case .point(_, .value), .pointIn, .combined, .derived: true
    default: false
    }
  }

  /// A figure that others are compared with, and no level or year.
  fileprivate var isAmount: Bool {
    switch self {
    case .field(.level), .field(.originalLevel), .field(.foundedYear), .field(.adoptedYear): false
    default: isFigure
    }
  }

  /// The other figure of a thing that it is held against: budget and settlement, present figure and target.
  fileprivate func counterpart(in kind: SelectionKind) -> FieldPath? {
    switch (kind, self) {
    case (.projects, .field(.budget)): .field(.settlement)
    case (.projects, .field(.settlement)): .field(.budget)
    case (.measures, .field(.target)): .field(.actual)
    case (.measures, .field(.actual)): .field(.target)
    case (.indicators, .point(.target, .value)), (.indicators, .point(.baseline, .value)):
      .point(.current, .value)
    case (.indicators, .point(_, .value)): .point(.target, .value)
    case (.indicators, .pointIn(_, .year)): .point(.current, .value)
    default: nil
    }
  }

  /// The one of two that comes first: what was planned to be spent, where a figure stood.
  fileprivate func isBefore(_ other: FieldPath) -> Bool {
    func rank(_ path: FieldPath) -> Int {
      switch path {
      case .field(.budget), .point(.baseline, _), .field(.actual): 0
      case .point(.target, _), .field(.target): 3
      // what a year's figure is held against is one of now
      case .pointIn: 2
      default: 1
      }
    }
    return rank(self) <= rank(other)
  }
}

extension Selection {
  /// One thing by its name or its place.
  var isOneThing: Bool {
    kind.factKind != nil
      && (position != nil || limit == 1 || conditions.contains { $0.isSubject && !$0.namesSeveral })
  }

  /// Two things by their names.
  fileprivate var namesTwo: Bool { conditions.contains { $0.isSubject && $0.namesSeveral } || limit == 2 }

  fileprivate var whole: Selection {
    var whole = self
    (whole.limit, whole.position) = (nil, nil)
    return whole
  }

  /// それ以外は？: what the question before left, in the same documents.
  fileprivate var others: Selection? {
    var rest = Selection(kind, conditions.filter(\.isDocument))
    // 上位2つ, 残りは？: of the same that they were the first of
    if limit != nil || position != nil {
      var few = self
      few.conditions.removeAll(where: \.isDocument)
      return Selection(kind, conditions + [.not(.among(few))])
    }
    let conditions = conditions.filter { !$0.isDocument }
    guard let first = conditions.first else { return nil }
    // 残りは？ after それ以外は？: what was left out
    if conditions.count == 1, case .not(let denied) = first {
      rest.conditions.append(denied)
    } else {
      rest.conditions.append(.not(conditions.count == 1 ? first : .all(conditions)))
    }
    return rest
  }

  /// Where things of another kind stand that belong to these; nil where nothing says it.
  fileprivate func places(for other: SelectionKind) -> [Condition]? {
    guard other != kind else { return nil }
    var places = conditions.filter(\.isPlace)
    for case .named(let name) in conditions {
      switch (kind, other) {
      case (.headings, _): places.append(.under(name))
      case (.projects, .measures): places.append(.comparison(.field(.project), .equal, .text(name)))
      default: break
      }
    }
    return places.isEmpty ? nil : places
  }
}

extension Condition {
  package var isUnder: Bool { if case .under = self { true } else { false } }

  fileprivate var isMatching: Bool { if case .matching = self { true } else { false } }

  fileprivate var isDocument: Bool { if case .document = self { true } else { false } }

  /// The same place for what stands under it.
  fileprivate var asUnder: Condition { if case .named(let name) = self { .under(name) } else { self } }

  /// Without a list of one.
  fileprivate var flat: Condition {
    if case .all(let parts) = self, parts.count == 1 { parts[0] } else { self }
  }

  /// Says which thing is meant.
  package var isSubject: Bool {
    switch self {
    case .named, .matching, .about: true
    case .any(let parts): !parts.isEmpty && parts.allSatisfy(\.isSubject)
    default: false
    }
  }

  fileprivate var namesSeveral: Bool { if case .any(let parts) = self { parts.count > 1 } else { false } }

  /// A value by which things are called: the bureau they are of, the project they stand in.
  fileprivate var isOfNames: Bool {
    switch self {
    case .comparison(.field(.bureau), .equal, .text), .comparison(.field(.project), .equal, .text),
      .contains(.field(.bureau), _):
      true
    default: false
    }
  }

  /// Of one thing it asks whether it is so: 達成した？, 増えた？
  fileprivate var isTest: Bool { figuresOfTest(in: .indicators) != nil }

  /// The figures by which it is told whether it holds; nil for values by which things are chosen.
  fileprivate func figuresOfTest(in kind: SelectionKind) -> [FieldPath]? {
    switch self {
    case .comparison(.field(.met), _, _):
      kind == .measures
        ? [.field(.actual), .field(.target), .field(.met)]
        : [.point(.current, .value), .point(.target, .value), .field(.met)]
    case .comparison(let path, _, .field(let other)): [path, other, .combined(path, .minus, other)]
    case .comparison(.combined(let a, let operation, let b), _, .number):
      [b, a, .combined(a, operation, b)].uniqued
    case .comparison(.derived(let field), _, .number): [.derived(field)]
    default: nil
    }
  }

  /// 基本目標2, policy 3: a label with its number.
  fileprivate var isNumberedPlace: Bool {
    switch self {
    case .named(let label), .under(let label): label.last?.isNumber ?? false
    default: false
    }
  }

  /// The same label with another number.
  fileprivate func numbered(_ number: String) -> Condition {
    func label(_ old: String) -> String { String(old.reversed().drop { $0.isNumber }.reversed()) + number }
    switch self {
    case .named(let old): return .named(label(old))
    case .under(let old): return .under(label(old))
    default: return self
    }
  }

  /// The names in it.
  fileprivate var names: [String] {
    switch self {
    case .named(let name), .matching(let name): [name]
    case .any(let parts), .all(let parts): parts.flatMap(\.names)
    default: []
    }
  }

  /// The two figures that it holds against each other, the earlier first.
  fileprivate var sides: (FieldPath, FieldPath)? {
    switch self {
    case .comparison(let a, _, .field(let b)): b.isBefore(a) ? (b, a) : (a, b)
    case .comparison(.derived(.improvement), _, _): (.point(.baseline, .value), .point(.current, .value))
    case .comparison(.combined(let a, .minus, let b), _, .number): (b, a)
    default: nil
    }
  }

  /// The field whose figures it compares with a number.
  fileprivate var comparedPath: FieldPath? {
    if case .comparison(let path, _, .number) = self { path } else { nil }
  }

  /// The number it compares one field with.
  fileprivate var comparedNumber: ExactNumber? {
    if case .comparison(let path, _, .number(let number, _)) = self, path != .field(.met) {
      number
    } else {
      nil
    }
  }

  /// The field it is about, where it is about one.
  package var path: FieldPath? {
    switch self {
    case .comparison(let path, _, _), .prefix(let path, _), .contains(let path, _), .missing(let path): path
    case .not(let condition): condition.path
    case .any(let parts):
      parts.first?.path.flatMap { path in parts.allSatisfy { $0.path == path } ? path : nil }
    default: nil
    }
  }

  /// The fields it is about, whichever of them it holds of.
  fileprivate var paths: Set<FieldPath> {
    if case .any(let parts) = self { return Set(parts.flatMap(\.paths)) }
    return Set([path].compactMap(\.self))
  }

  /// Asks for a year.
  var isOfYear: Bool { year != nil }

  /// The year it asks for, where it asks for one.
  fileprivate var year: ExactNumber? {
    switch self {
    case .comparison(.point(_, .fiscalYear), _, .number(let year, _)),
      .comparison(.scheduleYear, _, .number(let year, _)),
      .comparison(.field(.foundedYear), _, .number(let year, _)),
      .comparison(.field(.adoptedYear), _, .number(let year, _)),
      .comparison(.derived(.adoptedFiscalYear), _, .number(let year, _)):
      year
    case .any(let parts): parts.first?.year
    default: nil
    }
  }

  /// 2018年は？ after 2012年に設立された: the year changes, what it is the year of stays.
  fileprivate func inYear(_ year: ExactNumber) -> Condition {
    guard self.year != nil else { return self }
    switch self {
    case .comparison(let path, _, .number): return .comparison(path, .equal, .number(year, unit: nil))
    case .any(let parts):
      return .any(
        parts.map { part in
          if case .document = part { .document("\(year)年度") } else { part.inYear(year) }
        })
    default: return self
    }
  }
}
