import PlanDocuments

/// Joins what a plan prints more than once into one fact with several sources, in the place of its first printing.
///
/// Indicators are the same where their names are, width and spaces aside; plans also need their year, month and kind
/// to agree. Points and SDG targets are united, notes put together; each source keeps its own targets.
func mergingRepeats(_ facts: [Fact]) -> [Fact] {
  var groups: [[Fact]] = []
  var places: [RepeatKey: Int] = [:]
  for fact in facts {
    let key = RepeatKey(fact)
    if let key, let place = places[key] {
      groups[place].append(fact)
    } else {
      if let key { places[key] = groups.count }
      groups.append([fact])
    }
  }
  return groups.compactMap { Fact(merging: $0) }
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
    case .project, .measure, .evaluation, .heading, .organization, .definition: return nil
    }
    name = "\(fact.kind.rawValue) \(fact.name.squeezed.lowercased())"
    plan = fact.plan
  }
}

extension Fact {
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
