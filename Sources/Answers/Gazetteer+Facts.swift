import JapaneseText
import PlanFacts
import Questions

extension Gazetteer {
  /// Gathers the names and values of facts, each once, in the order in which they are read.
  struct Maker {
    struct Entry {
      let scalars: [Unicode.Scalar]
      let text: String
      var meanings: [Entity.Meaning]
    }

    let vocabulary: Vocabulary
    let folder: Folder
    private(set) var entries: [Entry] = []
    private var places: [[Unicode.Scalar]: Int] = [:]

    init(vocabulary: Vocabulary, folder: Folder) {
      self.vocabulary = vocabulary
      self.folder = folder
    }

    private mutating func add(_ text: String, _ meaning: Entity.Meaning, shortest: Int) {
      let scalars = folder.fold(text, depth: .characters).scalars
      guard scalars.count >= shortest,
        !vocabulary.contains(scalars) || meaning == .rank
          || meaning.isAttribute && vocabulary.namesOnlyFields(scalars)
      else { return }
      // 〇達成状況と今後の方向性: a heading of words that ask for fields names nothing
      if meaning == .name(.headings), vocabulary.covers(scalars) { return }
      // 達成状況区分 4: a field and its value
      let word = scalars.filter { !$0.properties.isWhitespace && $0.decimalDigit == nil }
      if meaning == .term, word.count < scalars.count, vocabulary.contains(word) { return }
      guard let place = places[scalars] else {
        places[scalars] = entries.count
        entries.append(Entry(scalars: scalars, text: text, meanings: [meaning]))
        return
      }
      if !entries[place].meanings.contains(meaning) { entries[place].meanings.append(meaning) }
    }

    mutating func add(terms: [String]) { for term in terms { add(term, .term, shortest: 4) } }

    mutating func add(_ facts: [Fact]) {
      for fact in facts where fact.kind == .definition {
        for term in [fact.name] + (fact[.summary]?.texts ?? []) where term.count <= 20 {
          add(term, .term, shortest: 4)
        }
      }
      let kinds = Dictionary(
        SelectionKind.allCases.compactMap { kind in kind.factKind.map { ($0, kind) } },
        uniquingKeysWith: { first, _ in first })
      // many documents name the same things, and a table one value in row after row
      var seen: Set<[String]> = []
      // 製造業, その他: the rows of tables have names that any question may hold; a table is meant for its figures
      for fact in facts where fact.kind != .figure && fact.kind != .table {
        guard let kind = kinds[fact.kind] else { continue }
        if seen.insert(fact.callNameParts).inserted {
          for name in fact.callNames { add(name, .name(kind), shortest: fact.kind == .measure ? 3 : 4) }
        }
        for field in Maker.valueFields {
          guard let value = fact[field] else { continue }
          for text in value.texts where seen.insert([field.rawValue, kind.rawValue, text]).inserted {
            for form in Maker.forms(of: text) { add(form, .value(field, kind), shortest: 3) }
          }
        }
        if case .text(let rank)? = fact[.rank] { add(rank, .rank, shortest: 2) }
      }
    }

    /// The heads of columns that no field claims. What things have under one head twice, no name tells apart.
    mutating func addAttributes(of facts: [Fact]) {
      struct Column {
        var sorts: [AttributeSort: Int] = [:]
        var isRepeated = false
      }
      var columns: [SelectionKind: [String: Column]] = [:]
      var names: [(kind: SelectionKind, name: String)] = []
      // the figures of one row all have what is said of the row: FigureFinder knows the row
      for fact in facts where fact.kind != .figure {
        guard case .attributes(let attributes)? = fact[.attributes],
          let kind = SelectionKind.allCases.first(where: { $0.factKind == fact.kind })
        else { continue }
        var own: Set<String> = []
        for attribute in attributes {
          for name in [attribute.callName] + attribute.shortNames {
            if columns[kind]?[name] == nil { names.append((kind, name)) }
            columns[kind, default: [:]][name, default: Column()].sorts[attribute.sort, default: 0] += 1
            if !own.insert(name).inserted { columns[kind]?[name]?.isRepeated = true }
          }
        }
      }
      for (kind, name) in names where name.unicodeScalars.count <= 16 {
        guard let column = columns[kind]?[name], !column.isRepeated,
          let sort = AttributeSort.allCases.max(by: {
            column.sorts[$0, default: 0] < column.sorts[$1, default: 0]
          })
        else { continue }
        add(name, .attribute(sort, kind), shortest: 2)
      }
    }

    /// Fields with few values, which people use as words.
    private static let valueFields: [FieldName] = [
      .bureau, .category, .gradeText, .levelText, .area, .directionText, .outcome,
    ]

    /// A value as printed, and without the brackets or number before it (主に経済面, ３．目標をほぼ達成).
    private static func forms(of text: String) -> [String] {
      let short = text.drop { $0.isNumber || "．.（(主に 　".contains($0) }
      return [text, String(short)].map { $0.filter { !"（）()".contains($0) } }.uniqued
    }
  }
}

extension Fact {
  /// All that `callNames` are made of.
  fileprivate var callNameParts: [String] {
    [kind.rawValue, name, text(.label) ?? "", text(.subject) ?? ""] + sources.compactMap(\.spelling)
  }

  /// What people call it: the name, its other spellings, and the name without the bracket at its end or with only that.
  var callNames: [String] {
    var names = [name] + sources.compactMap(\.spelling)
    if case .text(let subject)? = self[.subject], kind == .evaluation { names.append(subject) }
    if let last = name.last, "）)".contains(last), let open = name.lastIndex(where: { "（(".contains($0) }) {
      let short = String(name[..<open])
      if !short.isEmpty { names.append(short) }
      if kind == .organization { names.append(String(name[name.index(after: open)...].dropLast())) }
    }
    // 広域拠点（…駅・…駅）の人口: without what the bracket lists
    if let open = name.firstIndex(where: { "（(".contains($0) }),
      let close = name[open...].firstIndex(where: { "）)".contains($0) }),
      name.index(after: close) < name.endIndex
    {
      names.append(String(name[..<open] + name[name.index(after: close)...]))
    }
    if kind == .organization, let form = Self.legalForms.first(where: { name.hasPrefix($0) }),
      name.count > form.count + 2
    {
      names.append(String(name.dropFirst(form.count)).trimmed)
    }
    if kind == .heading, let label = text(.label), !label.isEmpty, label != "○" { names.append(label + name) }
    let unquoted = name.filter { !"「」".contains($0) }
    if unquoted != name { names.append(unquoted) }
    return names
  }

  /// What stands before the names of corporations (Civil Code, Companies Act, Act on Promotion of Specified Non-profit Activities).
  private static let legalForms = [
    "特定非営利活動法人", "NPO法人", "ＮＰＯ法人", "一般社団法人", "一般財団法人", "公益社団法人", "公益財団法人", "社会福祉法人",
    "株式会社", "有限会社", "合同会社",
  ]
}

extension Entity.Meaning {
  var isName: Bool { if case .name = self { true } else { false } }
  var isAttribute: Bool { if case .attribute = self { true } else { false } }

  /// What headings of a depth are called, or a value of a field.
  var isOfFew: Bool {
    switch self {
    case .rank, .value: true
    default: false
    }
  }

  /// As a gazetteer keeps it.
  var encoded: String {
    switch self {
    case .name(let kind): "name \(kind.rawValue)"
    case .value(let field, let kind): "value \(field.rawValue) \(kind.rawValue)"
    case .document(let id): "document \(id)"
    case .rank: "rank"
    case .label: "label"
    case .term: "term"
    case .attribute(let sort, let kind): "attribute \(sort.rawValue) \(kind.rawValue)"
    }
  }

  /// nil for what `encoded` did not give for a fact or a term.
  init?(encoded text: Substring) {
    let words = text.split(separator: " ").map(String.init)
    switch (words.first, words.count) {
    case ("name", 2):
      if let kind = SelectionKind(rawValue: words[1]) { self = .name(kind) } else { return nil }
    case ("attribute", 3):
      guard let sort = AttributeSort(rawValue: words[1]), let kind = SelectionKind(rawValue: words[2]) else {
        return nil
      }
      self = .attribute(sort, kind)
    case ("value", 3):
      guard let field = FieldName(rawValue: words[1]), let kind = SelectionKind(rawValue: words[2]) else {
        return nil
      }
      self = .value(field, kind)
    case ("rank", 1): self = .rank
    case ("label", 1): self = .label
    case ("term", 1): self = .term
    default: return nil
    }
  }
}

extension Attribute {
  /// What is counted in percent adds up to nothing.
  fileprivate var sort: AttributeSort {
    guard figure != nil else { return .text }
    return unit == "%" || unit == "％" ? .share : .figure
  }
}
