import PlanDocuments

/// Joins what a plan prints more than once into one fact with several sources, in the place of its first printing.
///
/// Indicators are the same where their names are, width and spaces aside, unless they print different figures for one
/// time (the same question asked of others), or where their names are but for kana and all their figures are; plans also need their year, month and kind to agree. Points and SDG targets are united, notes put
/// together; each source keeps its own targets.
func mergingRepeats(_ facts: [Fact]) -> [Fact] {
  var groups: [[Fact]] = []
  var places: [RepeatKey: [Int]] = [:]
  for fact in facts {
    let key = RepeatKey(fact)
    let known = key.flatMap { places[$0] } ?? []
    if let place = known.first(where: { !groups[$0].contains { $0.contradicts(fact) } }) {
      groups[place].append(fact)
    } else {
      if let key { places[key, default: []].append(groups.count) }
      groups.append([fact])
    }
  }
  return joiningSpellings(groups).compactMap { Fact(merging: $0) }
}

/// Puts groups of one indicator together that only spell its name differently: 関わった and かかわった.
private func joiningSpellings(_ groups: [[Fact]]) -> [[Fact]] {
  var joined: [[Fact]] = []
  var places: [[String]: [Int]] = [:]
  for group in groups {
    guard let fact = group.first, let key = fact.figures else {
      joined.append(group)
      continue
    }
    let name = NameSpelling(fact.name)
    if let place = places[key, default: []].first(where: { place in
      joined[place].first.map { NameSpelling($0.name).isSpelling(of: name) } ?? false
    }) {
      joined[place] += group.map { $0.spelt(as: joined[place].first?.name ?? $0.name) }
    } else {
      places[key, default: []].append(joined.count)
      joined.append(group)
    }
  }
  return joined
}

/// What two printings of one fact have in common; nil for kinds that are printed once.
private struct RepeatKey: Hashable {
  let name: String
  let plan: String
  let fields: [FieldValue?]

  init?(_ fact: Fact) {
    switch fact.kind {
    case .indicator: fields = []
    case .plan: fields = [fact[.adoptedYear], fact[.adoptedMonth], fact[.kind]]
    case .project, .measure, .evaluation, .heading, .organization, .definition, .figure, .table: return nil
    }
    name = "\(fact.kind.rawValue) \(fact.name.squeezed.lowercased())"
    plan = fact.plan
  }
}

extension Fact {
  /// Whether two indicators of one name print different figures for one time, and neither says that it repeats another.
  fileprivate func contradicts(_ other: Fact) -> Bool {
    guard kind == .indicator, case .points(let points)? = self[.points],
      case .points(let others)? = other[.points], self[.repeated] == nil, other[.repeated] == nil
    else { return false }
    return points.contains { point in others.contains { point.contradicts($0) } }
  }

  /// The plan and the figures of an indicator with two or more of them, each with its time; nil for any other fact.
  fileprivate var figures: [String]? {
    guard kind == .indicator, case .points(let points)? = self[.points], points.count > 1 else { return nil }
    return [plan]
      + points.map { point in
        let years = [point.fiscalYear].compactMap(\.self) + point.fiscalYears
        let words = [point.role.rawValue, point.period ?? "", point.label ?? "", point.text.squeezed]
        return words.joined(separator: " ") + " \(years)"
      }.sorted()
  }

  /// The fact under another spelling of its name; its sources keep the one they print.
  fileprivate func spelt(as name: String) -> Fact {
    let sources = sources.map { source in
      var source = source
      source.spelling = source.spelling ?? self.name
      return source
    }
    return Fact(kind: kind, name: name, plan: plan, fields: fields, sources: sources)
  }

  /// One fact from all its printings; nil where there are none.
  fileprivate init?(merging printings: [Fact]) {
    guard let first = printings.first else { return nil }
    guard printings.count > 1 else {
      self = first
      return
    }
    var united = first.fields
    for field in printings.dropFirst().flatMap(\.fields) {
      if let i = united.firstIndex(where: { $0.name == field.name }) {
        united[i] = united[i].united(with: field)
      } else {
        united.append(field)
      }
    }
    self.init(
      kind: first.kind, name: first.name, plan: first.plan, fields: united,
      sources: printings.flatMap(\.sources))
  }
}

extension Point {
  fileprivate func contradicts(_ other: Point) -> Bool {
    guard let value, let otherValue = other.value, value != otherValue else { return false }
    return role == other.role && fiscalYear == other.fiscalYear && fiscalYears == other.fiscalYears
      && period == other.period && label == other.label && unit == other.unit
  }
}

extension Field {
  /// Lists and points take in what is new, a note is lengthened; any other value stays as it was first printed.
  fileprivate func united(with other: Field) -> Field {
    switch (value, other.value) {
    case (.points(let points), .points(let more)):
      let new = more.filter { point in !points.contains { $0.saysTheSame(as: point) } }
      return new.isEmpty ? self : Field(name, .points(points + new), lines: lines.union(other.lines))
    case (.list(let items), .list(let more)):
      guard !more.allSatisfy(items.contains) else { return self }
      let all =
        name == .sdgTargets ? SDGTargets.sorted(items + more) : items + more.filter { !items.contains($0) }
      return Field(name, .list(all), lines: lines.union(other.lines))
    case (.text(let text), .text(let more)) where name == .note && !text.contains(more):
      return Field(name, .text("\(text)、\(more)"), lines: lines.union(other.lines))
    default: return self
    }
  }
}
