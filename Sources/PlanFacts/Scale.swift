import JapaneseText
import PlanDocuments

/// Grades that a document gives its things, the best first, with how it is known which that is.
package struct Scale: Hashable, Sendable {
  package enum Basis: Hashable, Sendable {
    /// The owner of the index said so.
    case taught
    /// The words of its legend tell the good end from the bad one.
    case legend
    /// Nothing says so; it is the order in which such grades mostly go.
    case custom
  }

  package struct Grade: Hashable, Sendable {
    /// In half width: `5`, `A`, `拡充`.
    package let label: String
    /// What the legend says of it; nil without one.
    package let words: String?
    /// How many things have it.
    package let count: Int
  }

  /// What the things have it as: the contract's field, or the head of an attribute; nil where none has it.
  package let name: String?
  /// The best first.
  package let grades: [Grade]
  package let basis: Basis
  /// Of its legend.
  package let lines: LineRange?

  package init(name: String?, grades: [Grade], basis: Basis, lines: LineRange?) {
    self.name = name
    self.grades = grades
    self.basis = basis
    self.lines = lines
  }
}

extension Scale {
  /// The scales of a document: those that its facts have grades of, then those that only a legend tells of.
  package static func all(in plan: Plan, facts: [Fact], _ schema: FieldSchema) -> [Scale] {
    let legends = Legend.all(in: plan)
    var used: [(name: String, counts: [String: Int])] = []
    for fact in facts {
      for (name, label) in fact.grades {
        let i = used.firstIndex { $0.name == name } ?? used.endIndex
        if i == used.endIndex { used.append((name, [:])) }
        used[i].counts[label, default: 0] += 1
      }
    }
    let ofFacts = used.compactMap { scale($0.name, $0.counts, legends, plan.id, schema) }
    let shown = Set(ofFacts.compactMap(\.lines))
    return ofFacts
      + legends.filter { !shown.contains($0.lines) && $0.isBestFirst(schema) != nil }.compactMap {
        scale(nil, [:], [$0], plan.id, schema)
      }
  }

  private static func scale(
    _ name: String?, _ counts: [String: Int], _ legends: [Legend], _ document: String, _ schema: FieldSchema
  ) -> Scale? {
    let labels = Set(counts.keys)
    let fitting = legends.filter { labels.isSubset(of: $0.words.keys) && $0.isBestFirst(schema) != nil }
    // lists that go against each other tell nothing
    let legend = Set(fitting.map { $0.bestFirst(schema) }).count == 1 ? fitting.first : nil
    let order: [String]
    let basis: Basis
    if let taught = schema.scale(of: document, holding: labels.union(legend?.labels ?? [])) {
      (order, basis) = (taught, .taught)
    } else if let legend {
      (order, basis) = (legend.bestFirst(schema), .legend)
    } else if counts.count > 1, let usual = schema.usualOrder(of: labels) {
      (order, basis) = (usual, .custom)
    } else {
      return nil
    }
    let grades = order.filter { labels.contains($0) || legend?.words[$0] != nil || basis == .taught }
    return Scale(
      name: name,
      grades: grades.map { Grade(label: $0, words: legend?.words[$0], count: counts[$0] ?? 0) }, basis: basis,
      lines: legend?.lines)
  }

  /// Facts with their place on the scale of their document, 1 for the best, where that is not the level they print: a legend has the best
  /// last, or the owner of the index said so.
  static func ranked(_ facts: [Fact], in plan: Plan, _ schema: FieldSchema) -> [Fact] {
    guard facts.contains(where: { $0.levelField != nil }) else { return facts }
    let scales = all(in: plan, facts: facts, schema).filter {
      $0.basis == .taught || $0.basis == .legend && $0.name == FieldName.level.rawValue
    }
    return facts.map { fact in
      guard let field = fact.levelField,
        let label = fact.grades.first(where: { $0.name == field.name.rawValue }),
        let scale = scales.first(where: { $0.name == label.name }),
        let place = scale.grades.firstIndex(where: { $0.label == label.label }),
        field.name != .level || String(place + 1) != label.label
      else { return fact }
      return fact.adding(Field(.levelRank, .number(ExactNumber(place + 1)), lines: field.lines))
    }
  }
}

/// A list of grades with what they mean, as a document prints it: `５：大きく上回った` over `４：上回った`, or on one line.
struct Legend: Hashable {
  /// As printed.
  private(set) var labels: [String] = []
  private(set) var words: [String: String] = [:]
  private(set) var lines: LineRange

  /// Lists of three grades or more that follow each other as they are counted.
  static func all(in plan: Plan) -> [Legend] {
    var found: [Legend] = []
    var open: Legend?
    func close() {
      if let legend = open, legend.labels.count > 2 { found.append(legend) }
      open = nil
    }
    for (number, line) in zip(1..., plan.lines) {
      let entries = Legend.entries(line)
      if entries.isEmpty {
        if !line.trimmed.isEmpty { close() }
        continue
      }
      for (label, words) in entries {
        if open?.takes(label) != true {
          close()
          open = Legend(lines: LineRange(number))
        }
        open?.add(label, words, on: number)
      }
    }
    close()
    return found
  }

  private init(lines: LineRange) { self.lines = lines }

  private mutating func add(_ label: String, _ words: String, on line: Int) {
    labels.append(label)
    self.words[label] = words
    lines = lines.union(LineRange(line))
  }

  private static let orders = [Array("123456789"), Array("SABCDEFG")].map { $0.map(String.init) }

  /// Whether a label is the next one, the same way as those before.
  private func takes(_ label: String) -> Bool {
    guard let last = labels.last,
      let order = Legend.orders.first(where: { $0.contains(last) && $0.contains(label) }),
      let a = order.firstIndex(of: last), let b = order.firstIndex(of: label)
    else { return false }
    guard labels.count > 1, let first = order.firstIndex(of: labels[labels.count - 2]) else {
      return abs(a - b) == 1
    }
    return b - a == a - first
  }

  /// Labels with their words: behind a colon or a stop anywhere in a short line, or behind a space at its beginning.
  private static func entries(_ line: String) -> [(label: String, words: String)] {
    let scalars = Array(line.unicodeScalars)
    guard scalars.count <= 200, !line.contains("|") else { return [] }
    var starts: [(at: Int, label: String)] = []
    for (i, scalar) in scalars.enumerated() {
      let label = String(Character(scalar.widthFolded))
      guard orders.contains(where: { $0.contains(label) }), i + 1 < scalars.count,
        i == 0 || scalars[i - 1].isSpace || "、，,・（(「｢/／【".unicodeScalars.contains(scalars[i - 1])
      else { continue }
      let next = scalars[i + 1]
      let isFirst = scalars[..<i].allSatisfy { $0.isSpace || "（(「【・".unicodeScalars.contains($0) }
      if "：:＝=…".unicodeScalars.contains(next)
        || isFirst && ("．.".unicodeScalars.contains(next) || next.isSpace)
      {
        starts.append((i, label))
      }
    }
    return starts.enumerated().compactMap { n, start in
      let end = n + 1 < starts.count ? starts[n + 1].at : scalars.count
      let words = String(String.UnicodeScalarView(scalars[(start.at + 2)..<end])).trimmed
        .trimmingMarks
      return words.isEmpty || words.unicodeScalars.count > 60 ? nil : (start.label, words)
    }
  }

  /// Its grades, the best first.
  func bestFirst(_ schema: FieldSchema) -> [String] {
    isBestFirst(schema) == true ? labels : labels.reversed()
  }

  /// Whether the first of its grades is the best; nil where the words do not tell. Its ends are unlike, and no bad one stands among the
  /// good ones: else it is a list of other things.
  func isBestFirst(_ schema: FieldSchema) -> Bool? {
    let ends = labels.map { words[$0].flatMap(schema.isGood) }
    guard labels.count <= 7, let first = ends.first ?? nil else { return nil }
    let told = ends.compactMap(\.self)
    let good = told.filter { $0 == first }.count
    guard good < told.count, told.prefix(good).allSatisfy({ $0 == first }), ends.last ?? nil != nil else {
      return nil
    }
    return first
  }
}

extension String {
  /// Without the marks that divide the entries of a list.
  fileprivate var trimmingMarks: String {
    var text = self[...]
    while let last = text.last, "、，,・）)」｣/／】 　".contains(last) { text = text.dropLast() }
    return String(text)
  }
}

extension Fact {
  /// The field that says how well it went.
  fileprivate var levelField: Field? {
    [FieldName.level, .grade, .gradeText].lazy.compactMap { name in fields.first { $0.name == name } }.first
  }

  /// What it is graded, by field or by the head of an attribute.
  fileprivate var grades: [(name: String, label: String)] {
    fields.flatMap { field -> [(name: String, label: String)] in
      switch (field.name, field.value) {
      case (.level, .number(let number)): [(field.name.rawValue, "\(number)")]
      case (.grade, .text(let text)): [(field.name.rawValue, text)]
      // the letter says it already
      case (.gradeText, .text(let text)) where self[.grade] == nil: [(field.name.rawValue, text.squeezed)]
      case (.direction, .text(let text)): [(field.name.rawValue, text.squeezed)]
      case (.attributes, .attributes(let all)): all.map { ($0.name, $0.value.squeezed) }
      default: []
      }
    }
  }

  fileprivate func adding(_ field: Field) -> Fact {
    var fact = Fact(kind: kind, name: name, plan: plan, fields: fields + [field], sources: sources)
    fact.sameAs = sameAs
    return fact
  }
}
