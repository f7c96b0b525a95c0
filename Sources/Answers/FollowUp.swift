import JapaneseText
import PlanFacts
import Questions

/// Reads half a question against the one before it: その達成度は？, 2番目は？, では決算は？, and in 2010?
struct FollowUp {
  /// The question before, as it was answered.
  let last: Question
  /// How many items it had.
  let lastTotal: Int
  /// The names of its items, in order, where it had a limit; found only where a question points back at them.
  let shown: () -> [String]
  /// The name of a row that a word names in the table of a question about figures.
  let row: (String, Selection) -> String?

  /// The whole question; nil where the frame stands on its own.
  func merged(with frame: Frame) -> Question? {
    guard frame.unplaced.isEmpty else { return nil }
    if frame.asksForReason { return reason(frame) }
    var frame = frame
    // じゃあ2021年度はどこまで増やす？: a verb is no new subject
    if frame.refersBack || frame.continues || !frame.shown.isEmpty {
      frame.texts.removeAll(where: \.isInflected)
    }
    if let next = otherRow(frame) { return next }
    // 決算は？ after two things side by side: the same two
    if case .comparison(let sides, _) = last, let kind = sides.first?.kind, frame.isOnlyFields {
      let paths = frame.shown.compactMap { $0.path(in: kind) }
      return paths.count == frame.shown.count ? .comparison(sides, by: paths) : nil
    }
    frame = ofEvaluatedGoal(frame)
    guard let selection = last.selection, isHalf(frame) else { return nil }
    // a field that the things before don't have: a question of its own, unless it points back at them
    let foreign = frame.askedFields.filter { $0.path(in: selection.kind) == nil }
    if !foreign.isEmpty, !frame.refersBack, !frame.continues { return nil }
    if let position = position(frame, selection) { return item(position, of: selection, frame) }
    if frame.wantsAll || frame.wantsMore { return all(selection) }
    var next = selection
    if frame.excludesLast {
      guard let rest = others(than: selection) else { return nil }
      next = rest
    } else if frame.refersBack || !frame.kinds.isEmpty {
      next = wholeList(next, frame)
    }
    guard let narrowed = narrowed(next, by: frame) else { return nil }
    return asking(frame, about: narrowed)
  }

  /// なぜ？: what is said of the thing asked about before; its last figure is no reason.
  private func reason(_ frame: Frame) -> Question? {
    let asked = frame.uses.filter { $0.use == .concept }.map(\.text)
    let names = (last.selection?.conditions ?? []).flatMap(\.names)
    guard frame.texts.isEmpty, frame.tests.isEmpty, !names.isEmpty else { return nil }
    return .passages(Selection(.passages, [.matching((names + asked).joined(separator: " "))]))
  }

  /// それ以外は？: what the question before left, in the same documents.
  private func others(than selection: Selection) -> Selection? {
    var rest = Selection(selection.kind, selection.conditions.filter(\.isDocument))
    if selection.limit != nil || selection.position != nil {
      var few = selection
      few.conditions.removeAll(where: \.isDocument)
      rest.conditions.append(.not(.among(few)))
      return rest
    }
    let conditions = selection.conditions.filter { !$0.isDocument }
    guard let first = conditions.first else { return nil }
    // 残りは？ after それ以外は？: what was left out
    if conditions.count == 1, case .not(let denied) = first {
      rest.conditions.append(denied)
    } else {
      rest.conditions.append(.not(conditions.count == 1 ? first : .all(conditions)))
    }
    return rest
  }

  /// No kind and no name of its own, or a word that points back.
  private func isHalf(_ frame: Frame) -> Bool {
    if frame.defines && !frame.texts.isEmpty { return false }
    if frame.refersBack || frame.ordinal != nil || frame.wantsMore { return true }
    if frame.yearOffset != nil, lastYear != nil { return true }
    // 取組はいくつ？ after the evaluation of a goal: how many it has
    if frame.asksForInitiatives, frame.counts, frame.tests.isEmpty, frame.texts.isEmpty, frame.kinds.isEmpty,
      last.selection?.kind == .evaluations, last.selection?.conditions.contains(where: \.isSubject) ?? false
    {
      return true
    }
    // 4番目の事業は？ after a list of projects
    if frame.isOnlyPosition, frame.tests.isEmpty, frame.texts.isEmpty,
      frame.kinds.allSatisfy({ $0 == last.selection?.kind })
    {
      return true
    }
    if frame.continues { return true }
    // another place or name alone asks the same of it: 政策６は？
    if frame.isOnlyPlace, last.selection?.conditions.contains(where: \.isUnder) ?? false { return true }
    if frame.isOnlyName, last.selection?.conditions.contains(where: \.isSubject) ?? false { return true }
    let ownSubject =
      !frame.kinds.isEmpty || frame.asksForInitiatives || frame.rank != nil || !frame.texts.isEmpty
      || frame.scopeNumber != nil
      || frame.tests.contains {
        switch $0 {
        case .place: true
        // a comparison of two things is a question of its own
        case .entity, .any: $0.entities.contains(where: \.isNamed)
        case .code: true
        default: false
        }
      }
    return !ownSubject
  }

  /// The year the question before asked about.
  private var lastYear: Int? { last.selection?.conditions.compactMap(\.year).first?.wholeNumber }

  /// "and goal 2?" after the evaluation of 基本目標3 is about that kind of goal, not about an SDG.
  private func ofEvaluatedGoal(_ frame: Frame) -> Frame {
    guard case .goal(let number)? = frame.tests.first, frame.tests.count == 1, let selection = last.selection,
      selection.kind == .evaluations,
      let label = selection.conditions.lazy.compactMap({ condition -> String? in
        if case .named(let name) = condition, name.last?.isNumber ?? false { name } else { nil }
      }).first
    else { return frame }
    var frame = frame
    frame.tests = [.place(label.prefix { !$0.isNumber } + "\(number)")]
    return frame
  }

  /// 麻生区は？ after another row of the table.
  private func otherRow(_ frame: Frame) -> Question? {
    guard var next = last.selection, next.kind == .figures, frame.isBareText, frame.texts.count == 1,
      let name = row(frame.texts[0], next)
    else { return nil }
    next = Selection(.figures, next.conditions.filter(\.namesTable))
    next.conditions.insert(.named(name), at: 0)
    if case .list(_, let show) = last, !show.isEmpty { return .list(next, show: show) }
    return .list(next, show: [.field(.amount)])
  }

  // MARK: items by number

  private func position(_ frame: Frame, _ selection: Selection) -> Int? {
    if let position = frame.position { return position }
    switch frame.ordinal {
    case .first: return 1
    case .last: return max(1, min(lastTotal, selection.limit ?? lastTotal))
    case .next: return (selection.position ?? 1) + 1
    case .previous: return max(1, (selection.position ?? 2) - 1)
    case nil: return nil
    }
  }

  private func item(_ position: Int, of selection: Selection, _ frame: Frame) -> Question {
    var one = selection
    one.limit = nil
    one.position = position
    let show = frame.shown.compactMap { $0.path(in: one.kind) }
    return .list(one, show: show)
  }

  private func all(_ selection: Selection) -> Question {
    var whole = selection
    whole.limit = nil
    whole.position = nil
    return whole.kind == .passages ? .passages(whole) : .list(whole, show: [])
  }

  // MARK: narrowing

  /// 「そのうち」 of a list with a limit speaks of the items shown; other words that narrow it, of all.
  private func wholeList(_ selection: Selection, _ frame: Frame) -> Selection {
    guard !frame.tests.isEmpty || frame.counts || frame.aggregate != nil, selection.limit != 1 else {
      return selection
    }
    var whole = selection
    whole.limit = nil
    if frame.refersBack {
      let names = shown()
      if names.count > 1 { whole.conditions = [.any(names.map(Condition.named))] }
    }
    return whole
  }

  private func narrowed(_ selection: Selection, by frame: Frame) -> Selection? {
    var next = selection
    if !frame.texts.isEmpty {
      next.conditions.removeAll { $0.isSubject }
      next.conditions.insert(.matching(frame.texts.joined(separator: " ")), at: 0)
      next.position = nil
    }
    if frame.shortYear != nil || frame.yearOffset != nil {
      guard let year = lastYear else { return nil }
      let asked = frame.shortYear.map { nearest($0, to: year) } ?? year + (frame.yearOffset ?? 0)
      next.conditions = next.conditions.map { condition in
        condition.year == nil ? condition : condition.replacingYear(by: ExactNumber(asked))
      }
    }
    for test in frame.tests {
      guard let condition = test.condition(in: selection.kind, frame: frame) else { return nil }
      if condition.isUnder || condition.isSubject && next.conditions.contains(where: \.isUnder) {
        next.conditions.removeAll { $0.isUnder }
        next.conditions.insert(condition.asUnder, at: 0)
      } else if condition.isSubject {
        next.conditions.removeAll { $0.isSubject }
        next.conditions.insert(condition, at: 0)
        next.position = nil
        if next.limit == 1 { next.limit = nil }
      } else if let year = condition.year {
        next.conditions = replacingYear(in: next.conditions, by: condition, year)
      } else {
        let path = condition.path
        if !frame.refersBack, let path { next.conditions.removeAll { $0.path == path } }
        // 情報局は？ after 森は？: a name in place of another
        if frame.isOnlyValue, condition.isOfNames { next.conditions.removeAll { $0.isMatching } }
        next.conditions.append(condition)
      }
    }
    // 10万以上は？: of the figure asked about before
    for bound in frame.openBounds {
      guard
        let path = lastFigure ?? next.conditions.lazy.compactMap(\.comparedPath).first
          ?? (frame.refersBack ? next.kind.usualOrder : nil)
      else { return nil }
      next.conditions.removeAll { $0.path == path }
      next.conditions.append(.comparison(path, bound.comparison, .number(bound.value, unit: bound.unit)))
    }
    if let sort = frame.sortKey {
      if let path = sort.mention?.path(in: next.kind) ?? next.sort.first?.path ?? next.kind.usualOrder {
        next.sort = [SortKey(path, sort.direction)]
      }
      next.limit = frame.limit
      next.position = nil
    } else if let limit = frame.limit {
      next.limit = limit
    }
    next.conditions = next.conditions.filter(\.isPlace) + next.conditions.filter { !$0.isPlace }
    return next
  }

  /// 21年度 after 2008年度 is 平成21年度, after 2020年度 it is 2021年度: the year of that number nearest to the one before.
  private func nearest(_ short: Int, to year: Int) -> Int {
    [1925, 1988, 2000, 2018].map { $0 + short }.min { abs($0 - year) < abs($1 - year) } ?? year
  }

  /// 2018年は？ after 2012年に設立された: the year changes, what it is the year of stays.
  private func replacingYear(in conditions: [Condition], by new: Condition, _ year: ExactNumber)
    -> [Condition]
  {
    var replaced = false
    let result = conditions.map { condition -> Condition in
      guard !replaced, condition.year != nil else { return condition }
      replaced = true
      return condition.replacingYear(by: year)
    }
    return replaced ? result : conditions + [new]
  }

  private func asking(_ frame: Frame, about selection: Selection) -> Question {
    let kind = selection.kind
    // what is asked of them and not printed is asked all the same: the answer says so
    let show = frame.shown.compactMap { $0.path(in: kind) ?? $0.field.map(FieldPath.field) }
    if let path = frame.group?.path(in: kind) {
      return .table(selection, by: path, columns: [.count])
    }
    if let aggregate = frame.aggregate {
      var whole = selection
      whole.position = nil
      if let path = frame.aggregated?.path(in: kind) ?? show.first ?? lastFigure {
        return .aggregate(aggregate, of: path, whole)
      }
    }
    // 決算だと？ after the sum of budgets
    if case .aggregate(let aggregate, let path, _) = last, path.isMoney, let asked = show.first, asked.isMoney
    {
      return .aggregate(aggregate, of: asked, selection)
    }
    if frame.counts {
      return kind == .evaluations ? .list(selection, show: [.field(.count)]) : .count(selection)
    }
    if frame.course, kind == .indicators { return .course(selection) }
    // 比べて: their figures side by side, and no longer their sum
    if frame.course, let path = lastFigure { return .list(selection, show: [path]) }
    if kind == .passages { return .passages(selection) }
    if !show.isEmpty { return .list(selection, show: show) }
    // a new subject is asked the same thing as the one before
    switch last {
    case .list(_, let show): return .list(selection, show: frame.sortKey == nil ? show : [])
    case .count, .aggregate, .course: return last.replacing(selection, with: selection)
    case .share, .table, .reckoning, .comparison, .definition, .passages: return .list(selection, show: [])
    }
  }

  private var lastFigure: FieldPath? {
    switch last {
    case .aggregate(_, let path, _): path
    case .list(let selection, let show): show.first ?? selection.sort.first?.path
    default: nil
    }
  }
}

extension Question {
  /// 増えている？ of one thing: the figures that the condition compares, which tell.
  func asked(whether inquiry: Inquiry) -> Question? {
    guard let selection, selection.isOfOne,
      let paths = inquiry.conditionsAlone(of: selection.kind)?.flatMap(\.compared).uniqued, !paths.isEmpty
    else { return nil }
    return .list(selection, show: paths)
  }

  /// The same asked of what these words name, in place of the name, place or bureau before; nil where they say more.
  func asked(of frame: Frame) -> Question? {
    guard var next = selection, next.kind.factKind != nil, next.kind != .figures, frame.isBareText,
      frame.texts.count == 1, !frame.defines, frame.unplaced.allSatisfy({ $0.text == frame.texts[0] })
    else { return nil }
    // 3は？ after 基本目標2
    let words = frame.texts[0]
    if words.allSatisfy(\.isNumber) {
      guard next.conditions.contains(where: \.isNumberedPlace) else { return nil }
      next.conditions = next.conditions.map { $0.isNumberedPlace ? $0.numbered(words) : $0 }
    } else {
      next.conditions.removeAll { $0.isSubject || $0.isUnder || $0.isOfNames }
      next.conditions.append(.matching(words))
    }
    (next.position, next.limit) = (nil, next.position == nil && next.limit != 1 ? next.limit : nil)
    return self.selection.map { replacing($0, with: next) }
  }
}

extension Selection {
  /// One thing by its name or its place.
  fileprivate var isOfOne: Bool {
    kind.factKind != nil && (position != nil || limit == 1 || conditions.contains(where: \.isSubject))
  }
}

extension QuestionText {
  /// …は？, …では？
  var endsAsTopic: Bool {
    folded.scalars.last { QuestionWords.saysSomething($0) } == "は"
  }
}

extension Frame {
  /// Fields, and nothing that says of what.
  fileprivate var isOnlyFields: Bool {
    var rest = self
    rest.shown = []
    return !shown.isEmpty && rest.isBareText && texts.isEmpty
  }

  /// The fields that are to be shown, ordered by or reckoned over.
  fileprivate var askedFields: [Mention] {
    shown + [sortKey?.mention, aggregated, group].compactMap(\.self)
  }

  /// Nothing but a heading's label.
  fileprivate var isOnlyPlace: Bool {
    isOnlyTests && tests.allSatisfy { if case .place = $0 { true } else { false } }
  }

  /// Nothing but the name of a thing.
  fileprivate var isOnlyName: Bool {
    isOnlyTests && tests.allSatisfy { if case .entity(let entity) = $0 { entity.isNamed } else { false } }
  }

  /// Nothing but a value of a field.
  fileprivate var isOnlyValue: Bool {
    isOnlyTests && tests.allSatisfy { if case .entity(let entity) = $0 { !entity.isNamed } else { false } }
  }

  private var isOnlyTests: Bool {
    !tests.isEmpty && kinds.isEmpty && !asksForInitiatives && rank == nil && texts.isEmpty && shown.isEmpty
      && sortKey == nil && !counts && aggregate == nil && !course && group == nil && !defines
  }
}

extension FieldPath {
  fileprivate var isMoney: Bool { self == .field(.budget) || self == .field(.settlement) }
}

extension Condition {
  var isUnder: Bool { if case .under = self { true } else { false } }

  /// The same place for what stands under it.
  fileprivate var asUnder: Condition { if case .named(let name) = self { .under(name) } else { self } }

  /// Says which thing is meant.
  var isSubject: Bool {
    switch self {
    case .named, .matching, .about: true
    case .any(let parts): !parts.isEmpty && parts.allSatisfy(\.isSubject)
    default: false
    }
  }

  /// A value by which things are called: the bureau they are of, the project they stand in.
  fileprivate var isOfNames: Bool {
    switch self {
    case .comparison(.field(.bureau), .equal, .text), .comparison(.field(.project), .equal, .text),
      .contains(.field(.bureau), _):
      true
    default: false
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
    func label(_ old: String) -> String {
      String(old.reversed().drop { $0.isNumber }.reversed()) + number
    }
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

  fileprivate var isDocument: Bool { if case .document = self { true } else { false } }

  /// The field whose figures it compares with a number.
  fileprivate var comparedPath: FieldPath? {
    if case .comparison(let path, _, .number) = self { path } else { nil }
  }

  /// The field it is about, where it is about one.
  var path: FieldPath? {
    switch self {
    case .comparison(let path, _, _), .prefix(let path, _), .contains(let path, _), .missing(let path): path
    case .not(let condition): condition.path
    default: nil
    }
  }

  /// The year it asks for, where it asks for one.
  var year: ExactNumber? {
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

  func replacingYear(by year: ExactNumber) -> Condition {
    switch self {
    case .comparison(let path, _, .number): .comparison(path, .equal, .number(year, unit: nil))
    case .any(let parts):
      .any(
        parts.map { part in
          if case .document = part { .document("\(year)年度") } else { part.replacingYear(by: year) }
        })
    default: self
    }
  }
}

extension Entity {
  /// A thing's own name, not a value or a document.
  var isNamed: Bool { meanings.contains { if case .name = $0 { true } else { false } } }
}
