import JapaneseText
import PlanFacts
import PlanLibrary
import Questions

/// Turns a question of the canonical language into readings: what matches, in order, with its sources.
struct ReadingBuilder {
  let library: Library
  let evaluator: Evaluator
  let citations: CitationCheck
  /// Names of documents that what is quoted must stand in.
  let scope: [String]
  /// Cuts the items of each reading; totals are counted before.
  let limit: Int?
  /// False where only the totals are wanted: then nothing is looked up that only a reader would be told besides.
  let isTold: Bool

  /// Why a question that was understood can't be reckoned.
  enum Refusal: Error, Hashable {
    /// Figures of these units can't be added up.
    case unlikeUnits([String])
    /// One figure was asked for, and these are printed.
    case severalFigures(String, [String])
  }

  /// The readings of a question; where it has 円 and the figures are printed without a unit, as printed first and then as
  /// thousands of yen, with their counts. Empty where nothing matches.
  func readings(of question: Question) throws(Refusal) -> [Reading] {
    guard let (settled, parts) = try settled(question) else { return [] }
    guard !parts.isEmpty else { return try printedReadings(of: question) }
    return try printedReadings(of: settled).map { reading in
      var reading = reading
      if reading.canonical == settled.description { reading.canonical = question.description }
      reading.notes += parts.map(\.noted)
      return reading
    }
  }

  private func printedReadings(of question: Question) throws(Refusal) -> [Reading] {
    let asPrinted = try settledReadings(of: question)
    guard let thousands = evaluator.inThousands(question) else { return asPrinted }
    let inThousands = try settledReadings(of: thousands)
    if asPrinted.isEmpty, inThousands.isEmpty { return [] }
    // one that finds something comes before one that finds nothing
    if asPrinted.isEmpty { return inThousands + [emptyReading(of: question)] }
    return asPrinted + (inThousands.isEmpty ? [emptyReading(of: thousands)] : inThousands)
  }

  /// A reading for each heading its places may mean, those with items first; empty where nothing matches.
  private func settledReadings(of question: Question) throws(Refusal) -> [Reading] {
    switch question {
    case .definition(let term): return definition(of: term).map { [$0] } ?? []
    case .passages(let selection): return passages(selection).map { [$0] } ?? []
    case .reckoning(let figure): return try reckoning(figure, question).map { [$0] } ?? []
    case .comparison(let sides, let paths):
      return try comparison(sides, by: paths, question).map { [$0] } ?? []
    case .list(let selection, _) where selection.kind == .documents:
      return documents(selection, question).map { [$0] } ?? []
    case .list(let selection, _), .count(let selection), .aggregate(_, _, let selection),
      .share(let selection, _), .table(let selection, _, _), .course(let selection):
      var readings: [Reading] = []
      for (scope, settled) in scopes(of: selection) {
        if let reading = try reading(of: question.asked(of: settled), scope: scope) {
          readings.append(reading)
        }
      }
      return readings
    }
  }

  /// One scope a heading that `under` may mean; the condition then names that heading alone.
  private func scopes(of selection: Selection) -> [(Evaluator.Scope, Selection)] {
    guard let index = selection.conditions.firstIndex(where: { if case .under = $0 { true } else { false } }),
      case .under(let text) = selection.conditions[index]
    else { return [(Evaluator.Scope(), selection)] }
    let headings = evaluator.headings.matching(text)
    guard headings.count > 1 else {
      return [(Evaluator.Scope(place: text, heading: headings.first), selection)]
    }
    let titles = Dictionary(grouping: headings, by: \.title)
    return headings.map { heading in
      var settled = selection
      // a title that several headings share can't be typed back; the words as asked can
      let isShared = titles[heading.title, default: []].count > 1
      if isShared, heading.above.isEmpty {
        return (Evaluator.Scope(place: text, heading: heading), selection)
      }
      settled.conditions[index] = .under(heading.title)
      if isShared, let parent = heading.above.last { settled.conditions.insert(.under(parent), at: index) }
      return (Evaluator.Scope(place: heading.title, heading: heading), settled)
    }
  }

  private func reading(of question: Question, scope: Evaluator.Scope) throws(Refusal) -> Reading? {
    switch question {
    case .list(let selection, let show): return list(selection, show: show, question, scope)
    case .count(let selection):
      let chosen = evaluator.chosen(selection, scope: scope)
      let facts = chosen.facts
      guard !facts.isEmpty || answersNone(selection) else { return nil }
      return reading(
        question, .number, facts, total: facts.count,
        value: NumberValue(value: ExactNumber(facts.count), unit: "件"),
        notes: chosen.notes + notes(of: selection, scope),
        because: gaps(in: selection, chosen, scope) + byName(selection, question, scope))
    case .aggregate(let aggregate, let path, let selection):
      let chosen = evaluator.chosen(selection, scope: scope)
      return try self.aggregate(
        aggregate, path, chosen, PointScope(selection), question, gaps(in: selection, chosen, scope))
    case .share(let part, let whole): return share(part, whole, question, scope)
    case .table(let selection, let path, let columns):
      let facts = evaluator.chosen(selection, scope: scope).facts.map(PointScope(selection).narrowed)
      return try table(facts, by: path, columns, question)
    case .course(let selection): return course(selection, question, scope)
    case .reckoning, .comparison, .definition, .passages: return nil
    }
  }

  // MARK: lists

  private func list(
    _ selection: Selection, show: [FieldPath], _ question: Question, _ scope: Evaluator.Scope
  ) -> Reading? {
    let chosen = evaluator.chosen(selection, scope: scope)
    let facts = chosen.facts
    if let unordered = chosen.unordered, !unordered.facts.isEmpty {
      return notStated([unordered.path], of: unordered.facts, question)
    }
    guard !facts.isEmpty else { return nil }
    let unstated = show.filter { path in !facts.contains { states(path, $0) } }
    if !show.isEmpty, unstated.count == show.count { return notStated(show, of: facts, question) }
    return reading(
      question, ReadingKind(selection.kind), facts, total: chosen.total,
      value: value(of: facts.map(PointScope(selection).narrowed), show: show),
      asked: show.flatMap(\.fieldNames), notes: chosen.notes + notes(of: selection, scope),
      because: (unstated.isEmpty ? [] : [gap(unstated, of: facts)])
        + gaps(in: selection, chosen, scope)
        + (show.isEmpty ? byName(selection, question, scope) : []))
  }

  /// The things are there, and what was asked for of them, or what their order goes by, is not.
  private func notStated(_ paths: [FieldPath], of facts: [Fact], _ question: Question) -> Reading {
    let figures = facts.flatMap(\.fieldsOfFigures).uniqued
    let isOfFigures = paths.contains(where: \.isOfFigures) && !figures.isEmpty
    return Reading(
      canonical: question.description, kind: ReadingKind(question), total: 0, items: [],
      because: [gap(paths, of: facts)] + (isOfFigures ? [.stated(figures)] : []))
  }

  /// A note each for the figures that a condition compares and that some things do not state.
  private func notes(of selection: Selection, _ scope: Evaluator.Scope) -> [Note] {
    let apart = evaluator.yearsApart(in: selection, scope)
    return evaluator.unstated(in: selection, scope).map { .unstated($0.facts.count, $0.path) }
      + (apart > 0 ? [.yearsApart(apart)] : [])
  }

  private func gap(_ paths: [FieldPath], of facts: [Fact]) -> Gap {
    .notStated(paths, of: facts.map(\.name), count: facts.count)
  }

  func gaps(in selection: Selection, _ chosen: Evaluator.Chosen, _ scope: Evaluator.Scope) -> [Gap] {
    evaluator.gaps(in: selection, chosen, scope)
      + evaluator.wordsInNoName(of: selection, chosen.facts).map(Gap.byText)
  }

  /// What else speaks of the words by which the things of a selection are named.
  private func byName(_ selection: Selection, _ question: Question, _ scope: Evaluator.Scope) -> [Gap] {
    guard isTold, selection.limit == nil, selection.position == nil,
      let i = selection.conditions.firstIndex(where: \.isMatching),
      case .matching(let words) = selection.conditions[i]
    else { return [] }
    let named = evaluator.facts(selection, scope: scope)
    // what bears the very name is what was asked for
    guard !named.contains(where: { evaluator.matcher.fold($0.name) == evaluator.matcher.fold(words) }) else {
      return []
    }
    var wide = selection
    guard evaluator.wordsInNoName(of: selection, named).isEmpty else { return [] }
    wide.conditions[i] = .about(words)
    let more = evaluator.facts(wide, scope: scope).count - named.count
    return more > 0 ? [.byName(more: more, wider: question.asked(of: wide).description)] : []
  }

  /// The one figure asked for of one thing, so that a number question gets a number.
  private func value(of facts: [Fact], show: [FieldPath]) -> NumberValue? {
    let reckoned = show.filter(\.isReckoned)
    guard let path = show.count == 1 ? show.first : reckoned.count == 1 ? reckoned.first : nil else {
      return nil
    }
    let stating = path.isReckoned ? facts.filter { $0.figure(at: path) != nil } : facts
    guard stating.count == 1, let fact = stating.first else { return nil }
    switch path {
    case .field(.count): return fact.figure(at: path).map { NumberValue(value: $0.value, unit: "件") }
    case .field(.share): return fact.figure(at: path).map { NumberValue(value: $0.value, unit: "%") }
    case .field(.amount): return fact.figure(at: path).map { NumberValue(value: $0.value, unit: $0.unit) }
    case .combined, .derived:
      return fact.figure(at: path).map { NumberValue(value: $0.value, unit: $0.unit) }
    default: return nil
    }
  }

  private func documents(_ selection: Selection, _ question: Question) -> Reading? {
    var records = library.documents
    for condition in selection.conditions {
      switch condition {
      case .document(let name), .named(let name), .matching(let name):
        let found = evaluator.documents.documents(named: name)
        records = records.filter(found.contains)
      default: return nil
      }
    }
    guard !records.isEmpty else { return nil }
    let items = records.map { record in
      Item(
        type: "document", name: record.title, fields: [],
        sources: [
          ItemSource(
            document: record.id, path: record.path, lines: .init(1, max(1, record.lineCount)), section: [])
        ])
    }
    return Reading(
      canonical: question.description, kind: .documents, total: items.count, items: cut(items))
  }

  /// A fact says something at a path, or stands under a heading of the rank that is asked for.
  private func states(_ path: FieldPath, _ fact: Fact) -> Bool {
    if case .rank(let rank) = path { return !headings(of: rank, above: fact).isEmpty }
    return fact.states(path)
  }

  private func headings(of rank: String, above fact: Fact) -> [String] {
    evaluator.headings.titles(of: rank, above: fact, deep: true).uniqued
  }

  // MARK: items

  /// The fact and, where that is asked of an indicator, whether its newest figure is at its target.
  private func item(_ fact: Fact, for question: Question) -> Item {
    let item = placed(Item(fact, in: library), fact, for: question)
    guard case .list(_, let show) = question, show.contains(.field(.met)), fact[.met] == nil,
      case .flag(let isMet)? = fact.values(at: .field(.met)).first
    else { return item }
    return Item(
      type: item.type, name: item.name,
      fields: item.fields + [ItemField(FieldName.met.rawValue, .flag(isMet))],
      sources: item.sources, sameAs: item.sameAs)
  }

  /// With the headings of the ranks that are asked for.
  private func placed(_ item: Item, _ fact: Fact, for question: Question) -> Item {
    guard case .list(_, let show) = question else { return item }
    let above = show.compactMap { path -> ItemField? in
      guard case .rank(let rank) = path else { return nil }
      let titles = headings(of: rank, above: fact)
      return titles.isEmpty ? nil : ItemField(rank, .text(titles.joined(separator: "、")))
    }
    return above.isEmpty
      ? item
      : Item(
        type: item.type, name: item.name, fields: item.fields + above, sources: item.sources,
        sameAs: item.sameAs)
  }

  func reading(
    _ question: Question, _ kind: ReadingKind, _ facts: [Fact], total: Int, value: NumberValue? = nil,
    asked: [String] = [], notes: [Note] = [], because: [Gap] = []
  ) -> Reading {
    let shown = limit.map { Array(facts.prefix($0)) } ?? facts
    let withheld = shown.filter { !citations.supports($0) }
    return Reading(
      canonical: question.description, kind: kind, total: total, value: value,
      items: shown.filter(citations.supports).map { item($0, for: question) }, asked: asked.uniqued,
      unread: unread(of: facts.first?.kind, in: question.selection),
      notes: newestAmounts(question, facts) + countedIn(question, facts) + notes + clashes(in: shown),
      because: because + (withheld.isEmpty ? [] : [.withheld(withheld.map(\.name))]))
  }

  /// The years of the money that the question speaks of, where things print several and the newest was taken.
  func newestAmounts(_ question: Question, _ facts: [Fact]) -> [Note] {
    let mentioned = question.mentionedFields
    let scope = question.selection.map(PointScope.init)
    let fields = [FieldName.budget, .settlement].filter { mentioned.contains($0.rawValue) }
    return fields.flatMap { field in
      facts.compactMap { fact -> Int? in
        let fact = scope?.narrowed(fact) ?? fact
        guard fact.amounts(of: field).count > 1 else { return nil }
        return fact.ofOneYear(fields.map(FieldPath.field))?.newestAmount(of: field)?.fiscalYear
      }.uniqued.sorted().map { Note.newest(.field(field), year: $0) }
    }
  }

  /// In what the columns that the question speaks of count money, where that stands in no cell of theirs.
  private func countedIn(_ question: Question, _ facts: [Fact]) -> [Note] {
    question.mentionedPaths.compactMap { path in
      guard case .attribute = path else { return nil }
      let units = facts.compactMap { $0.moneyUnit(at: path) }.uniqued
      return units.isEmpty ? nil : .countedIn(path, units: units)
    }
  }

  /// Totals that print another figure than their parts come to.
  private func clashes(in facts: [Fact]) -> [Note] {
    facts.compactMap { fact in
      guard case .number(let sum)? = fact[.partsSum], case .number(let printed)? = fact[.amount] else {
        return nil
      }
      return .clash(fact.name, printed: printed, sum: sum)
    }
  }

  /// What a question has that nothing answers: the rows that could not be read, or that nothing of the kind was.
  func emptyReading(of question: Question) -> Reading {
    let kind = question.selection?.kind
    let isRead = kind?.factKind.map(evaluator.groups.has) ?? true
    // a table that nothing was read of may hold things of any kind
    let unread = (unread(of: kind?.factKind) + (isRead ? [] : unread(of: .figure))).uniqued
    var because: [Gap] = isRead ? [] : kind.map { [.noneRead(ReadingKind($0))] } ?? []
    var notes: [Note] = []
    for left in question.selection.map({ evaluator.unstated(in: $0, Evaluator.Scope()) }) ?? [] {
      if left.facts.count == left.of {
        because.append(gap([left.path], of: left.facts))
      } else {
        notes.append(.unstated(left.facts.count, left.path))
      }
    }
    let apart = question.selection.map { evaluator.yearsApart(in: $0, Evaluator.Scope()) } ?? 0
    if apart > 0 { notes.append(.yearsApart(apart)) }
    // 評定がZ: that no thing of the kind has a grade is another answer than that none has this one
    let all = evaluator.groups.facts(of: kind?.factKind)
    let said = because
    for path in (question.selection?.conditions.flatMap(\.paths) ?? []).uniqued
    where !all.isEmpty && !all.contains(where: { $0.states(path) }) {
      let gap = gap([path], of: all)
      if !said.contains(gap) { because.append(gap) }
    }
    if case .aggregate(_, let path, let selection) = question {
      let facts = evaluator.chosen(selection).facts
      if !facts.isEmpty, !facts.contains(where: { $0.figure(at: path) != nil }) {
        because.append(gap([path], of: facts))
      }
    }
    return Reading(
      canonical: question.description, kind: ReadingKind(question), total: 0, items: [], unread: unread,
      notes: notes, because: because)
  }

  /// True where 0 is how many there are: every row of the kind was read, nothing but fields is tested, and each of them is
  /// stated by some thing that meets the other conditions.
  private func answersNone(_ selection: Selection) -> Bool {
    let kind = selection.kind.factKind
    guard !evaluator.groups.facts(of: kind).isEmpty, unread(of: kind).isEmpty else { return false }
    return selection.conditions.indices.allSatisfy { i in
      guard let path = selection.conditions[i].comparedPath else { return false }
      var others = selection
      others.conditions.remove(at: i)
      return evaluator.facts(others, scope: .init()).contains { !$0.values(at: path).isEmpty }
    }
  }

  func cut(_ items: [Item]) -> [Item] { limit.map { Array(items.prefix($0)) } ?? items }

  /// - Parameter selection: rows of documents that it leaves out are none of its own, nor those that stand in tables of other titles.
  func unread(of kind: FactKind?, in selection: Selection? = nil) -> [ItemSource] {
    library.unread(of: kind).filter { row in
      selection?.conditions.allSatisfy { condition in
        switch condition {
        case .document(let name): evaluator.documents.isNamed(row.plan, by: name)
        case .comparison(.field(.table), .equal, .text(let title)): mayStand(row, inTable: title)
        default: true
        }
      } ?? true
    }.map { row in
      ItemSource(row, in: library)
    }
  }

  /// Whether a row stands in a table of such a title, or in none that is known.
  private func mayStand(_ row: UnreadRow, inTable title: String) -> Bool {
    let tables = library.tables(of: row.plan).filter { $0.lines.overlaps(row.lines) }
    return tables.isEmpty || tables.contains { $0.title == title }
  }
}

extension Fact {
  /// Where it has a figure that things are compared by.
  fileprivate var fieldsOfFigures: [FieldPath] {
    let places: Set<FieldName> = [.number, .page, .depth]
    return fields.map(\.name).filter { $0.isNumeric && !places.contains($0) }.map(FieldPath.field)
      + points().map { .point($0.role, .value) }.uniqued
  }
}

extension FieldPath {
  /// Worked out, and not printed.
  package var isReckoned: Bool {
    switch self {
    case .combined, .derived: true
    case .field, .point, .pointIn, .scheduleYear, .name, .document, .rank, .attribute: false
    }
  }
}

extension ReadingKind {
  init(_ question: Question) {
    switch question {
    case .definition: self = .definition
    case .count, .aggregate, .share, .reckoning: self = .number
    case .comparison: self = .comparison
    case .table: self = .table
    case .list(let selection, _), .course(let selection), .passages(let selection):
      self = ReadingKind(selection.kind)
    }
  }

  init(_ kind: SelectionKind) {
    switch kind {
    case .projects: self = .projects
    case .indicators: self = .indicators
    case .measures: self = .measures
    case .evaluations: self = .evaluations
    case .headings: self = .headings
    case .organizations: self = .organizations
    case .plans: self = .plans
    case .figures: self = .figures
    case .tables: self = .tables
    case .documents: self = .documents
    case .passages: self = .passages
    }
  }
}

extension FoundValue {
  var text: String {
    switch self {
    case .number(let number, let unit): number.description + (unit ?? "")
    case .text(let text): text
    case .flag(let flag): flag ? "true" : "false"
    }
  }
}

extension Fact {
  func itemSources(in library: Library) -> [ItemSource] {
    sources.map { source in
      ItemSource(source, of: plan, in: library)
    }
  }
}

extension Condition {
  /// The field that it compares, denied or not.
  fileprivate var comparedPath: FieldPath? {
    switch self {
    case .comparison(let path, _, _): path
    case .not(let part): part.comparedPath
    default: nil
    }
  }
}
