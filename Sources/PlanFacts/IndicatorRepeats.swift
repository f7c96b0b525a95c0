import PlanDocuments

/// Joins what a plan prints more than once into one fact with several sources, in the place of its first printing.
///
/// Indicators are the same where their names are, width and spaces aside; plans also need their year, month and kind
/// to agree. Points and SDG targets are united, notes put together; each source keeps its own targets.
func mergingRepeats(_ facts: [Fact]) -> [Fact] {
  var merged: [Fact] = []
  var places: [RepeatKey: Int] = [:]
  for fact in facts {
    guard let key = RepeatKey(fact) else {
      merged.append(fact)
      continue
    }
    if let place = places[key] {
      merged[place] = merged[place].merged(with: fact)
    } else {
      places[key] = merged.count
      merged.append(fact)
    }
  }
  return merged
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
  fileprivate func merged(with other: Fact) -> Fact {
    var united = fields
    for field in other.fields {
      if let i = united.firstIndex(where: { $0.name == field.name }) {
        united[i] = united[i].united(with: field)
      } else {
        united.append(field)
      }
    }
    return Fact(kind: kind, name: name, plan: plan, fields: united, sources: sources + other.sources)
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
