import JapaneseText
import PlanFacts
import Questions

/// Sums, shares, tables and courses: readings that are reckoned from what matches.
extension ReadingBuilder {
  func aggregate(
    _ aggregate: Aggregate, _ path: FieldPath, _ chosen: Evaluator.Chosen, _ points: PointScope,
    _ question: Question, _ gaps: [Gap]
  ) throws(Refusal) -> Reading? {
    // goals and the distribution over grades count the same works: only one of them is a whole
    let parts = path == .field(.count) ? chosen.facts.filter { $0[.share] != nil } : []
    let facts = parts.isEmpty ? chosen.facts : parts
    let narrowed = facts.map { (fact: $0, asked: points.narrowed($0)) }
    guard let value = try value(aggregate, of: path, narrowed.map(\.asked)) else { return nil }
    let stating = narrowed.filter { $0.asked.figure(at: path) != nil }.map(\.fact)
    let left = narrowed.filter { $0.asked.figure(at: path) == nil }.map(\.fact)
    let unread = left.filter { $0.hasUnreadFigure(at: path) }.map(\.name)
    let unstated = left.map(\.name).filter { !unread.contains($0) }
    let notes =
      chosen.notes
      + (unstated.isEmpty ? [] : [.leftOut(unstated, without: path)])
    return reading(
      question, .number, stating, total: stating.count,
      value: NumberValue(value: value.value, unit: path == .field(.count) ? "件" : value.unit),
      asked: path.fieldNames, notes: notes, because: gaps + (unread.isEmpty ? [] : [.figuresUnread(unread)]))
  }

  /// Averages are rounded half away from zero to three places: of thousands of yen, to the yen.
  func reckon(_ aggregate: Aggregate, _ values: [ExactNumber]) -> ExactNumber? {
    switch aggregate {
    case .maximum: return values.max()
    case .minimum: return values.min()
    case .difference:
      return values.count > 1 ? values.max()?.subtracting(values.min() ?? ExactNumber(0)) : nil
    case .sum, .average:
      var sum = ExactNumber(0)
      for value in values {
        guard let next = sum.adding(value) else { return nil }
        sum = next
      }
      return aggregate == .sum ? sum : sum.divided(by: ExactNumber(values.count), places: 3)
    }
  }

  func share(_ part: Selection, _ whole: Selection, _ question: Question, _ scope: Evaluator.Scope)
    -> Reading?
  {
    let parts = evaluator.facts(part, scope: scope)
    let wholes = evaluator.facts(whole, scope: scope)
    guard !parts.isEmpty, !wholes.isEmpty,
      let percent = ExactNumber(parts.count * 100).divided(by: ExactNumber(wholes.count), places: 1)
    else { return nil }
    return reading(
      question, .number, parts, total: parts.count, value: NumberValue(value: percent, unit: "%"),
      notes: [.part(parts.count, of: wholes.count)])
  }

  /// One item a group, in order of the group's value; what has none is the last group.
  func table(
    _ facts: [Fact], by path: FieldPath, _ columns: [TableColumn], _ question: Question
  ) throws(Refusal) -> Reading? {
    guard !facts.isEmpty else { return nil }
    var groups: [(key: String, facts: [Fact])] = []
    let isOfRank = question.selection?.conditions.contains(where: \.asksForRank) ?? false
    for fact in facts {
      let values = keys(of: fact, at: path, deep: isOfRank)
      for key in values.isEmpty ? [Item.unstatedGroup] : values.uniqued {
        if let i = groups.firstIndex(where: { $0.key == key }) {
          groups[i].facts.append(fact)
        } else {
          groups.append((key, [fact]))
        }
      }
    }
    // of what stands under no such heading, nothing is told apart
    if case .rank = path {
      if groups.allSatisfy({ $0.key == Item.unstatedGroup }) { return nil }
      // headings of other ranks are none of those that are counted
      if facts[0].kind == .heading { groups.removeAll { $0.key == Item.unstatedGroup } }
    }
    groups.sort { a, b in
      if let x = Int(a.key), let y = Int(b.key) { return x < y }
      if Int(a.key) != nil || Int(b.key) != nil { return Int(a.key) != nil }
      return false
    }
    for case .extreme(let way, let column) in columns { groups = try extremes(of: groups, column, way) }
    let columns = columns.map(\.shown)
    var items: [Item] = []
    for group in groups {
      var fields: [ItemField] = []
      var units: Set<String> = []
      for column in columns {
        switch column {
        case .count: fields.append(ItemField("count", .number(ExactNumber(group.facts.count))))
        case .aggregate(let aggregate, let path):
          guard let value = try value(aggregate, of: path, group.facts) else { continue }
          units.insert(value.unit ?? "")
          let isOnly = columns.count { if case .aggregate(aggregate, _) = $0 { true } else { false } } == 1
          fields.append(ItemField(isOnly ? aggregate.rawValue : column.description, .number(value.value)))
        case .extreme: continue
        }
      }
      if units.count == 1, let unit = units.first, !unit.isEmpty {
        fields.append(ItemField(FieldName.unit.rawValue, .text(unit)))
      }
      items.append(
        Item(
          type: "group", name: group.key, fields: fields,
          sources: group.facts.flatMap { $0.itemSources(in: library) }))
    }
    let leftOut = columns.compactMap { column -> Note? in
      guard case .aggregate(_, let path) = column else { return nil }
      let names = facts.filter { $0.figure(at: path) == nil }.map(\.name)
      return names.isEmpty ? nil : .leftOut(names, without: path)
    }
    return Reading(
      canonical: question.description, kind: .table, total: items.count, items: cut(items),
      unread: unread(of: facts.first?.kind), notes: newestAmounts(question, facts) + leftOut.uniqued)
  }

  /// The groups that have the most of a column, all of them where several have as much; what names no group is none.
  private func extremes(
    of groups: [(key: String, facts: [Fact])], _ column: TableColumn, _ way: SortKey.Direction
  ) throws(Refusal) -> [(key: String, facts: [Fact])] {
    var valued: [(group: (key: String, facts: [Fact]), value: ExactNumber)] = []
    for group in groups where group.key != Item.unstatedGroup {
      let number: ExactNumber? =
        if case .aggregate(let aggregate, let path) = column.shown {
          try value(aggregate, of: path, group.facts)?.value
        } else {
          ExactNumber(group.facts.count)
        }
      if let number { valued.append((group, number)) }
    }
    let values = valued.map(\.value)
    let best = way == .descending ? values.max() : values.min()
    return valued.filter { $0.value == best }.map(\.group)
  }

  private func keys(of fact: Fact, at path: FieldPath, deep: Bool) -> [String] {
    switch path {
    case .rank(let rank): evaluator.headings.titles(of: rank, above: fact, deep: deep)
    case .document: library.documents.filter { $0.id == fact.plan }.map(\.title)
    default: fact.values(at: path).map(\.text)
    }
  }

  /// What the figures of some things come to; nil where none has one.
  func value(_ aggregate: Aggregate, of path: FieldPath, _ facts: [Fact]) throws(Refusal) -> NumberValue? {
    let figures = facts.compactMap { $0.figure(at: path) }
    let units = Set(figures.map { $0.unit ?? "" })
    guard units.count <= 1 else { throw .unlikeUnits(units.sorted()) }
    guard !figures.isEmpty else { return nil }
    return reckon(aggregate, figures.map(\.value)).map { NumberValue(value: $0, unit: figures[0].unit) }
  }

  /// A measure with its printings in other plans, the earliest first.
  func course(_ selection: Selection, _ question: Question, _ scope: Evaluator.Scope) -> Reading? {
    var facts = evaluator.facts(selection, scope: scope)
    for link in facts.flatMap(\.sameAs) {
      if let linked = evaluator.groups.facts(of: .indicator, in: link.plan).first(where: {
        $0.name == link.name
      }),
        !facts.contains(linked)
      {
        facts.append(linked)
      }
    }
    guard !facts.isEmpty else { return nil }
    func start(_ fact: Fact) -> Int { fact.points().compactMap(\.fiscalYear).min() ?? .max }
    facts = facts.enumerated().sorted { (start($0.element), $0.offset) < (start($1.element), $1.offset) }.map(
      \.element)
    return reading(question, .indicators, facts, total: facts.count)
  }
}
