import JapaneseText
import PlanFacts

/// What each concept of the lexicons is in a chart.
extension LeafReader {
  func add(_ concept: Concept, isAffirmed: Bool, at range: Range<Int>, to leaves: inout Leaves) {
    if concept.isSkipped && !(goesOn && concept == .all)
      || concept == .present && asksBefore(range.lowerBound)
    {
      let isFree = range.count <= 3 || text.scripts[range.lowerBound] == .latin
      leaves.skips.append(Skip(range: range, price: isFree ? 0 : 1))
      return
    }
    if goesOn, concept == .continue { leaves.skips.append(Skip(range: range, price: 0)) }
    guard
      let leaf = goesOn
        ? going(concept) ?? leaf(concept, isAffirmed, range) : leaf(concept, isAffirmed, range)
    else { return }
    let edge = Edge(range, leaf.category, leaf.meaning, price: concept.isGeneric ? 1 : 0)
    let isKnown = leaves.edges.contains {
      $0.range == range && $0.category == leaf.category && $0.price == edge.price
        && $0.meaning == leaf.meaning
    }
    if !isKnown { leaves.edges.append(edge) }
  }

  /// What only half a question says.
  private func going(_ concept: Concept) -> (category: Category, meaning: Meaning)? {
    switch concept {
    case .all, .more: (.all, .word)
    case .names: (.names, .word)
    case .rest: (.rest, .word)
    case .reason: (.reason, .word)
    case .relativeYear(let offset): (.relativeYear, .offset(offset))
    case .ordinal(.first): (.ordinal, .ordinal(.first))
    case .ordinal(.last): (.ordinal, .ordinal(.last))
    case .ordinal(.next): (.ordinal, .ordinal(.next))
    case .ordinal(.previous): (.ordinal, .ordinal(.previous))
    default: nil
    }
  }

  /// 3かつ4: before a figure that nothing bounds, no list of figures one of which is enough.
  private func standsBeforeValue(_ end: Int) -> Bool {
    let scalars = text.folded.scalars
    guard let start = scalars[end...].firstIndex(where: { $0 != "、" }),
      let figure = Numeral.read(text.dashed, at: start)
    else { return false }
    let behind = figure.range.upperBound
    return !lexer.startsComparison(lexer.unit(at: behind)?.end ?? behind)
  }

  /// 何ページに書かれている: which one is asked, not those that have one.
  private func asksBefore(_ place: Int) -> Bool {
    text.folded.scalars[max(0, place - 6)..<place].contains("何")
  }

  private func leaf(_ concept: Concept, _ isAffirmed: Bool, _ range: Range<Int>)
    -> (category: Category, meaning: Meaning)?
  {
    switch concept {
    case .kind(let kind), .generic(let kind): return (.kind, .things(Things([kind], hasKind: true)))
    case .chapters:
      let top = Restriction.compared(
        .mention(.field(.depth)), .equal, Figure(value: ExactNumber(1), unit: nil))
      return (.kind, .things(Things([.headings], hasKind: true, tokens.nameDocumentsAlone ? [top] : [])))
    case .initiatives:
      var things = Things([.projects, .headings, .evaluations, .measures], hasKind: true)
      things.areInitiatives = true
      return (.kind, .things(things))
    case .and where text.source(range).holdsAtOnce && standsBeforeValue(range.upperBound): return nil
    // a revision is a kind of plan besides a date: the chart has no rule for both
    case .field(.adoptedYear) where text.source(range).saysRevision: return nil
    case .field(let field): return (.field, .field(.mention(.field(field))))
    case .role(let role): return (.field, .field(.mention(.role(role))))
    case .year(let role): return (.field, .field(.mention(.roleYear(role))))
    case .unit: return (.field, .field(.mention(.unit)))
    case .rate(.execution): return (.field, .field(.combined(.settlement, .percentOf, .budget)))
    case .rate(.achievement): return (.field, .field(.derived(.achievement)))
    case .remainder: return (.field, .field(.combined(.budget, .minus, .settlement)))
    case .overrun: return (.field, .field(.combined(.settlement, .minus, .budget)))
    case .compare(let sign):
      let turned = standsBehindFigure(range) ? sign.mirrored : sign
      return (.comparison, .comparison(isAffirmed ? turned : turned.denied))
    case .met(let met): return (.met, .met(met == isAffirmed))
    case .bound(let bound): return (.boundary, .boundary(bound))
    case .change(let change):
      guard !isAffirmed else { return (.change, .change(change)) }
      let so = Restriction.changed(change, from: .mention(.role(.baseline)), to: .mention(.role(.current)))
      return so.map { (.condition, .condition($0.denied)) }
    case .near(let way): return isAffirmed ? (.near, .direction(Direction(way: way, manner: .amount))) : nil
    case .adjective(let way): return isAffirmed ? (.adjective, .direction(direction(way, range))) : nil
    case .extreme(let way): return (.extreme, .direction(direction(way, range)))
    case .order(let way): return (.ordering, .direction(direction(way, range)))
    case .top: return (.top, .direction(Direction(way: .descending, manner: .amount)))
    case .bottom: return (.top, .direction(Direction(way: .ascending, manner: .amount)))
    case .aggregate(let aggregate): return (.aggregate, .aggregate(aggregate))
    case .period(let number): return (.period, .period("第\(number)期"))
    case .operation(let operation): return (.operation, .operation(operation))
    case .revised: return (.condition, .condition(.revised))
    // the word that legends print for it
    case .delayed:
      let late = [FieldName.outcome, .gradeText].map { Restriction.contains(.mention(.field($0)), "遅れ") }
      return (.condition, .condition(isAffirmed ? .any(late) : .not(.any(late))))
    case .under where !isAffirmed: return (.underNot, .word)
    // 上位5事業のうち環境政策局のもの: what stands behind のうち is not what they are under
    case .under: return (text.scripts[range.lowerBound] == .latin ? .within : .under, .word)
    case .joins: return (isAffirmed ? .joins : .joinsNot, .word)
    case .group: return (text.scripts[range.lowerBound] == .latin ? .per : .group, .word)
    case .not: return (text.scripts[range.lowerBound] == .latin ? .not : .without, .word)
    default: return concept.word.map { ($0, .word) }
    }
  }

  /// 10万<予算: a sign of comparison with the figure before it says the other way round what 10万以上の予算 says.
  private func standsBehindFigure(_ range: Range<Int>) -> Bool {
    guard text.scripts[range.lowerBound] == .other else { return false }
    let before = text.folded.scalars[..<range.lowerBound].last { !$0.properties.isWhitespace }
    return before.map { $0.isNumeral || "円%人件".unicodeScalars.contains($0) } ?? false
  }

  /// The way with what the word speaks of: 高い and 良い are said of levels the other way round.
  private func direction(_ way: SortKey.Direction, _ range: Range<Int>) -> Direction {
    let word = text.source(range).lowercased()
    func holds(_ words: [String]) -> Bool { words.contains { word.contains($0) } }
    if holds(["高", "低", "high", "low"]) { return Direction(way: way, manner: .height) }
    if holds(["良", "悪", "よ", "いい", "うまく", "成功", "失敗", "best", "worst", "success"]) {
      return Direction(way: way, manner: .judgement)
    }
    if holds(["多", "少", "most", "few", "least"]) { return Direction(way: way, manner: .count) }
    if holds(["古", "新", "早", "遅", "近", "年", "old", "new", "earl", "latest", "year", "date", "age", "chrono"])
    {
      return Direction(way: way, manner: .age)
    }
    return Direction(way: way, manner: .amount)
  }
}

extension Concept {
  /// Said and dropped.
  var isSkipped: Bool { self == .dropped || self == .tail || self == .all }

  var isGeneric: Bool { if case .generic = self { true } else { false } }

  /// Words that mean one thing wherever they stand.
  fileprivate var word: Category? {
    switch self {
    case .superlative: .superlative
    case .arrange: .arrange
    case .count: .count
    case .tally: .tally
    case .difference: .difference
    case .ratio: .ratio
    case .share: .share
    case .course: .course
    case .comparePlans: .sideBySide
    case .either: .either
    case .times: .times
    case .missing: .missing
    case .present: .present
    case .contains: .contains
    case .prefix: .prefix
    case .and: .and
    case .or: .or
    case .nor: .nor
    case .than: .than
    case .from: .from
    case .to: .to
    case .between: .between
    case .among: .among
    case .related: .related
    case .relative: .relative
    case .previous: .pronoun
    case .goal: .goal
    case .asking: .asking
    case .begins: .begins
    case .when: .when
    case .both: .both
    default: nil
    }
  }

  /// Changes what is asked: inside an unknown word it makes that word no topic.
  var isNeverDropped: Bool {
    switch self {
    case .compare, .not, .negated, .lacks, .rest, .met, .change, .missing, .times, .rate, .remainder,
      .overrun, .either, .joins, .kept:
      true
    default: false
    }
  }
}
