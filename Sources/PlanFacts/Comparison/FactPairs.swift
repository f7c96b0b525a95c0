import JapaneseText

/// Which facts of two editions are about the same thing.
struct FactPairs {
  /// By the place of the older fact; how it was renamed, nil where it has its name.
  private(set) var counterpart: [Int: (new: Int, how: FactChange.Kind?)] = [:]
  private var free: Set<Int>

  /// Whether it is a thing of its own, which comes and goes, and no row of figures.
  static func isThing(_ fact: Fact) -> Bool {
    switch fact.kind {
    case .project, .indicator, .measure, .evaluation: true
    case .heading, .organization, .plan, .figure, .table, .definition: false
    }
  }

  init(_ old: [Fact], _ new: [Fact]) {
    free = Set(new.indices)
    // the surest first: things of one name in the same place, in the same plan, anywhere; then those of one code
    pair(old, new) { fact in fact.nameKey.map { [fact.plan, fact.sources.first?.section.last ?? ""] + $0 } }
    pair(old, new) { fact in fact.nameKey.map { [fact.plan] + $0 } }
    pair(old, new, by: \.nameKey)
    pair(old, new, .renamed) { fact in
      if case .text(let code)? = fact[.code] { [fact.kind.rawValue, code.squeezed] } else { nil }
    }
    pairLikeNames(old, new)
  }

  /// Pairs what has the same key, in order.
  private mutating func pair(
    _ old: [Fact], _ new: [Fact], _ how: FactChange.Kind? = nil, by key: (Fact) -> [String]?
  ) {
    var places: [[String]: ArraySlice<Int>] = [:]
    for j in new.indices where free.contains(j) {
      if let key = key(new[j]) { places[key, default: []].append(j) }
    }
    for i in old.indices where counterpart[i] == nil {
      guard let key = key(old[i]), let j = places[key]?.popFirst() else { continue }
      counterpart[i] = (j, how)
      free.remove(j)
    }
  }

  /// How much of their letters two names must share: a word added or exchanged in a long name.
  private static let likeness = 0.75
  /// Pairs of letters that more names have than this tell nothing.
  private static let common = 200

  /// Pairs what is left by likeness of name, the likest first.
  private mutating func pairLikeNames(_ old: [Fact], _ new: [Fact]) {
    var holders: [[String]: [Int]] = [:]
    var sizes: [Int: Int] = [:]
    for j in free.sorted() where Self.isThing(new[j]) {
      let pairs = Self.letterPairs(new[j])
      sizes[j] = pairs.count
      for pair in pairs { holders[pair, default: []].append(j) }
    }
    var likest: [(likeness: Double, old: Int, new: Int)] = []
    for i in old.indices where counterpart[i] == nil && Self.isThing(old[i]) {
      let pairs = Self.letterPairs(old[i])
      var shared: [Int: Int] = [:]
      for pair in pairs {
        guard let found = holders[pair], found.count <= Self.common else { continue }
        for j in found { shared[j, default: 0] += 1 }
      }
      for (j, count) in shared {
        let likeness = 2 * Double(count) / Double(pairs.count + (sizes[j] ?? 0))
        if likeness >= Self.likeness { likest.append((likeness, i, j)) }
      }
    }
    likest.sort { ($1.likeness, $0.old, $0.new) < ($0.likeness, $1.old, $1.new) }
    for (_, i, j) in likest where counterpart[i] == nil && free.contains(j) {
      counterpart[i] = (j, .perhapsRenamed)
      free.remove(j)
    }
  }

  /// The pairs of neighbouring letters of a name, each with the kind of thing and, of indicators, the unit.
  private static func letterPairs(_ fact: Fact) -> Set<[String]> {
    let letters = MeasureName.key(fact.name).map(String.init)
    let unit = fact.points().lazy.compactMap(\.unit).first ?? ""
    return Set(zip(letters, letters.dropFirst()).map { [fact.kind.rawValue, unit.squeezed, $0, $1] })
  }
}

extension Fact {
  /// What a thing is found again by; nil for what is no thing and no row of figures.
  fileprivate var nameKey: [String]? {
    let name = MeasureName.key(name)
    if FactPairs.isThing(self) { return [kind.rawValue, name.isEmpty ? self.name : name] }
    guard kind == .figure else { return nil }
    return [kind.rawValue, name.isEmpty ? self.name : name]
      + [FieldName.table, .column, .fiscalYear, .calendarYear].map { field in
        switch self[field] {
        case .text(let text)?: text.squeezed
        case .number(let number)?: number.description
        default: ""
        }
      }
  }
}
