import JapaneseText
import PlanFacts

extension Frame {
  /// True where the question says nothing about kinds, fields or places: only words to look for.
  /// Asks for things of a kind, and says nothing more of them: 何という事業.
  package var asksForKindAlone: Bool {
    !kinds.isEmpty && tests.isEmpty && texts.isEmpty && shown.isEmpty && sortKey == nil && aggregate == nil
      && group == nil && !counts && !shares
  }

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
    if !named.isEmpty {
      return (named.filter(fields.contains) + named + fields).uniqued
    }
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
    return course && rank == nil && !kinds.isEmpty && !kinds.contains(.indicators)
      ? [.indicators] + kinds : kinds
  }

  private var namedKinds: [SelectionKind] {
    let order: [SelectionKind] = [
      .measures, .indicators, .projects, .organizations, .plans, .evaluations, .headings, .figures,
      .documents, .passages,
    ]
    var kinds = order.filter(self.kinds.contains)
    if rank != nil, !kinds.contains(.headings) { kinds.append(.headings) }
    if asksForInitiatives {
      // how many initiatives a goal has is a figure of its evaluation
      let open: [SelectionKind] =
        labelKinds.contains(.evaluations) && (counts || shares || shown.contains(.field(.count)))
        ? [.evaluations, .projects, .headings, .measures]
        : counts
          ? [.projects, .evaluations, .headings, .measures] : [.projects, .headings, .evaluations, .measures]
      kinds = (kinds.filter { $0 == .indicators || $0 == .measures } + open + kinds).uniqued
    }
    // "measures under action program 1" are what a plan does, as well as what it measured
    if kinds.first == .measures,
      entityKinds.contains(.headings)
        || tests.contains(where: { if case .place = $0 { true } else { false } })
    {
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
      switch $0 {
      case .comparison(.role(.actual), _, .mention(.role(.target))),
        .comparison(.ratio(.actual, .target), _, _),
        .comparison(.difference(.actual, .target), _, _), .comparison(.difference(.target, .actual), _, _):
        true
      default: false
      }
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
        case .document, .rank, .label, .term, .attribute: nil
        }
      }
    }.uniqued
  }

  // MARK: building

  /// The question about things of one kind; nil where a test makes no sense for it.
  package func question(about kind: SelectionKind) -> Question? {
    // 120以上: of what is not said
    guard openBounds.isEmpty, !guessesFields(of: kind), var selection = selection(of: kind) else {
      return nil
    }
    var show = shown.compactMap { $0.path(in: kind) }
    if kind == .measures, asksWhetherMet {
      selection.conditions.removeAll { if case .comparison(.field(.met), _, _) = $0 { true } else { false } }
      show = [.field(.actual), .field(.target), .field(.met)]
    }
    if let group, group.path(in: kind) == nil { return nil }
    if let aggregated, aggregated.path(in: kind) == nil { return nil }
    if comparesSums, let aggregate, let a = aggregated?.path(in: kind),
      let b = otherAggregated?.path(in: kind)
    {
      return .reckoning(
        .combined(.aggregate(aggregate, of: a, selection), .apart, .aggregate(aggregate, of: b, selection)))
    }
    if let group = group ?? mostFrequent, let path = group.path(in: kind) {
      // 局別の予算と決算: amounts of money add up, whether 合計 is said or not
      let money = shown.filter(\.isMoney).compactMap { $0.path(in: kind) }
      let paths = ([aggregated?.path(in: kind)].compactMap(\.self) + money).uniqued
      let count = TableColumn.count.only(self.group == nil ? sortKey?.direction : nil)
      return .table(selection, by: path, columns: [count] + paths.map { .aggregate(aggregate ?? .sum, $0) })
    }
    // 目標値は何％: the unit of what is asked for, not a share of things
    if shares, show.isEmpty {
      if kind == .evaluations { return .list(selection, show: [.field(.share)]) }
      // the part is what was said last: 令和5年度の事業のうち区分がその他の割合
      var whole = Selection(kind, selection.conditions)
      if let last = selection.conditions.lastIndex(where: { !$0.isPlace }) {
        whole.conditions.remove(at: last)
      }
      // 基準を守っている割合の指標, 2030年度までに何％: what the figure is of
      let isTold = selection.conditions.contains { !$0.isPlace && !$0.isSubject && !$0.isOfYear }
      if whole.conditions != selection.conditions, isTold || kind != .indicators && kind != .measures {
        return .share(selection, of: whole)
      }
      return kind == .indicators || kind == .measures ? .list(selection, show: []) : nil
    }
    if let aggregate, let path = aggregated?.path(in: kind) {
      return .aggregate(aggregate, of: path, selection)
    }
    // 今いくつ: how much, not how many
    if counts, show.isEmpty || !kinds.isEmpty {
      // how many initiatives a plan has is the sum over what it evaluates
      if kind == .evaluations, asksForInitiatives, labelKinds.isEmpty, rank == nil {
        return .aggregate(.sum, of: .field(.count), selection)
      }
      return kind == .evaluations ? .list(selection, show: [.field(.count)]) : .count(selection)
    }
    // 両方の計画にある指標: of everything there is, no course was asked
    if course, kind == .indicators, !selection.conditions.isEmpty {
      // 2014年度からどう変わり、2025年度は: a course goes through all of them
      let years = tests.filter { if case .year = $0 { true } else { false } }
      if years.count > 1 { selection.conditions.removeAll { $0.isYear } }
      return .course(selection)
    }
    if kind == .passages { return .passages(selection) }
    // a field that such things don't have is asked all the same: the answer says that it is not stated
    let asked = show.isEmpty ? shown.compactMap(\.field).map(FieldPath.field) : show
    // of what has no figure that is called so, 件数 is how many there are
    if asked == [.field(.count)], kind != .evaluations { return .count(selection) }
    return .list(selection, show: asked)
  }

  /// どの局の事業が一番多い: what has most of them is seen from how many each has.
  var mostFrequent: Mention? {
    guard let sortKey, sortKey.mention == nil, !kinds.isEmpty, limit == 1, shown.count == 1 else {
      return nil
    }
    switch shown.first {
    case .field(.bureau), .field(.category), .field(.area): return shown.first
    default: return nil
    }
  }

  /// Conditions of the tests, order and limit; what is asked of those within the limit is asked of them alone.
  private func selection(of kind: SelectionKind) -> Selection? {
    guard let first = testsBeforeLimit, first < tests.count, isLimited else {
      return selection(of: kind, tests)
    }
    guard let few = selection(of: kind, Array(tests[..<first])) else { return nil }
    var rest = self
    (rest.sortKey, rest.limit, rest.position, rest.texts, rest.rank, rest.scopeNumber) = (
      nil, nil, nil, [], nil, nil
    )
    guard var selection = rest.selection(of: kind, Array(tests[first...])) else { return nil }
    selection.conditions.append(.among(few))
    return selection
  }

  /// An order with a limit is known.
  var isLimited: Bool { limit != nil && sortKey != nil }

  /// 差は？ of things that have no budget: nothing says which two figures are meant.
  private func guessesFields(of kind: SelectionKind) -> Bool {
    assumesMoney && !kinds.contains(.projects) && !asksForInitiatives && !entityKinds.contains(.projects)
      && kind == .projects && tests.isEmpty
  }

  private func selection(of kind: SelectionKind, _ tests: [Test]) -> Selection? {
    var selection = Selection(kind)
    for test in tests.flatMap(\.conjuncts) {
      guard let condition = test.condition(in: kind, frame: self) else { return nil }
      selection.conditions.append(condition)
    }
    if let scopeNumber { selection.conditions.append(.under("\(scopeNumber)")) }
    if let rank, kind == .headings || kind == .evaluations {
      let ranks = (otherRanks + [rank]).map { Condition.comparison(.field(.rank), .equal, .text($0)) }
      selection.conditions.append(ranks.count == 1 ? ranks[0] : .any(ranks))
    }
    if !texts.isEmpty { selection.conditions.append(.matching(texts.joined(separator: " "))) }
    // places first, as the canonical line prints them
    selection.conditions =
      selection.conditions.filter(\.isPlace) + selection.conditions.filter { !$0.isPlace }
    // 上位3事業: by what is not said
    if unsaidOrder != nil, kind != .figures { return nil }
    if mostFrequent == nil, let sortKey {
      let path = sortKey.mention.map { $0.path(in: kind) } ?? kind.usualOrder
      if sortKey.mention != nil, path == nil { return nil }
      if let path { selection.sort = [SortKey(path, sortKey.direction)] }
    }
    selection.limit = mostFrequent == nil && position == nil ? limit : nil
    selection.position = position
    return selection
  }

  /// 利用件数は目標を達成した？ asks about one thing; it does not look for those that did.
  private var asksWhetherMet: Bool {
    kinds.isEmpty && !asksForInitiatives && !asksInWords && shown.isEmpty && !counts && !shares
      && tests.contains { if case .met = $0 { true } else { false } }
      && (!texts.isEmpty || entityKinds.contains(.measures))
  }

  /// True where the question asks for what stands under a heading, not for the heading itself.
  var asksForChildren: Bool {
    asksForInitiatives || asksBelow || rank != nil || kinds.contains(.headings) || counts
      || (shown.isEmpty && labelKinds.contains(.headings))
  }
}

extension Frame.Test {
  /// Tests that must all hold, one by one.
  fileprivate var conjuncts: [Frame.Test] { if case .all(let tests) = self { tests } else { [self] } }
}

extension Condition {
  /// The year of a figure.
  fileprivate var isYear: Bool {
    if case .comparison(.point(_, .fiscalYear), _, _) = self { true } else { false }
  }
}

extension Frame {
  /// 2025年度の湖の透明度の目標: the year is of the one figure asked for, wherever it stands.
  var onlyRole: Mention? {
    let roles = shown.filter { $0.isRole || $0.isYear }
    return roles.count == 1 ? roles.first : nil
  }
}

extension Frame {
  /// では決算は？, and in 2016?: a field or a year of something else, and nothing that could be asked of everything.
  package var goesOnAlone: Bool {
    continues && isOfNoThing
  }

  private var isOfNoThing: Bool {
    kinds.isEmpty && !namesThing && !asksForInitiatives && texts.isEmpty && rank == nil && group == nil
      && aggregate == nil && sortKey == nil && !counts
  }

  /// 目標は？, what is the budget: a field in the singular, and no word for what has it.
  package var asksOfNothing: Bool {
    let several = ["全", "すべて", "各", "それぞれ", "are"]
    return !shown.isEmpty && isOfNoThing && tests.isEmpty && !wantsAll && !shares && !course
      && scopeNumber == nil
      && !uses.contains { use in several.contains(where: use.text.lowercased().hasPrefix) }
      && !(uses.last { $0.use != .dropped }?.text.hasSuffix("s") ?? false)
  }

  /// Nothing but forms of verbs and words of asking.
  package var namesNothing: Bool {
    kinds.isEmpty && !asksForInitiatives && rank == nil && tests.isEmpty && shown.isEmpty && group == nil
      && !texts.isEmpty && texts.allSatisfy { $0.unicodeScalars.allSatisfy { ScriptClass($0) == .hiragana } }
  }

  /// Speaks of a thing by its name.
  package var namesThing: Bool {
    tests.contains { if case .entity(let entity) = $0 { entity.isName } else { false } }
  }
}
