import Analysis
import JapaneseText
import PlanDocuments

/// What heads of tables mean: the fields of each kind of fact, read from `Lexicons/schema.txt`, where the format is explained.
package struct FieldSchema: Sendable {
  /// Kinds of rows that a table may list.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case project, indicator, measure, organization, definition, schedule, evaluation, plan
  }

  package enum FieldType: String, Hashable, Sendable, CaseIterable {
    case name, text, choice, list, number, quantity, money, figure, grade, unit, year, date, targets, label
    case attribute
  }

  /// What a figure is, where a head says it beside a year or under another head.
  package enum Role: String, Hashable, Sendable, CaseIterable {
    case budget, settlement, baseline, current, actual, target, forecast

    /// nil for money. What is expected is a target until a later document says what came of it.
    package var ofPoint: Point.Role? {
      switch self {
      case .budget, .settlement: nil
      case .baseline: .baseline
      case .current: .current
      case .actual: .actual
      case .target, .forecast: .target
      }
    }
  }

  package struct Field: Hashable, Sendable {
    package let kind: Kind
    /// The contract's name, `name`, or a word of the schema's own for what is kept as an attribute.
    package let name: String
    package let type: FieldType

    /// nil where the contract has no such field.
    package var fieldName: FieldName? { type == .attribute ? nil : FieldName(rawValue: name) }
    /// What its figures are, for fields of type `figure` and `money`.
    package var role: Role? { Role(rawValue: name) }
    /// Whether it says of a project or a measure as a whole whose it is and how it went: an office, a grade.
    package var isOfWhole: Bool { fieldName == .bureau || type == .grade }
  }

  /// Heads over names of rows, units and all head words, as readers of layouts ask for them.
  package private(set) var words = HeadWords()
  private var fields: [String: [Field]] = [:]
  private var beginnings: [(word: String, field: Field)] = []
  private var endings: [(word: String, field: Field)] = []
  private var roles: [String: Role] = [:]
  private var roleEndings: [(word: String, role: Role)] = []
  private var listed: [String: Kind] = [:]
  private var nameEndings: [(kind: Kind, word: String)] = []
  private var tables: [TableMeaning] = []
  /// What the owner said of grades, the best first, by document; `""` for all.
  private var scales: [String: [[String]]] = [:]
  /// Grades in their usual order, each with its other words.
  private var orders: [[[String]]] = []
  /// Chapters of a budget: 総務費.
  private var chapters: Set<String> = []
  /// By which a head or a title says that amounts are still to be spent: 年次計画.
  private var plannedWords: [String] = []
  private var goodWords: [String] = []
  private var badWords: [String] = []
  /// Every field that some head means, in the order of the lexicon.
  package private(set) var known: [Field] = []
  /// What the letters of grades stand for in the document that is read.
  private(set) var grades = GradeLegend()
  /// The first word of each known field.
  private var firstWords: [Field: String] = [:]
  /// What the rows of a table name, where its owner said so.
  private(set) var namedByOwner: Kind?

  /// What a head means in tables that have all of some heads.
  private struct TableMeaning: Sendable {
    let heads: Set<String>
    let word: String
    let field: Field
  }

  /// The schema the program was built with.
  package static let builtIn = FieldSchema(valid: .builtIn)

  /// An empty schema where the lexicon can't be parsed: whoever loads lexicons parses it first.
  package init(valid lexicons: Lexicons) {
    do throws(LexiconError) {
      self = try FieldSchema(lexicons)
    } catch {
      self.init()
    }
  }

  private init() {}

  /// - Throws: The line whose kind, type or role is none.
  package init(_ lexicons: Lexicons) throws(LexiconError) {
    for entry in lexicons.schema {
      let left = entry.word.split(separator: " ").map(String.init)
      let right = entry.value.split(separator: " ").map(String.init)
      switch left[0] {
      case "generic": words.generic.formUnion(right.flatMap { HeadText($0).names })
      case "unit": words.units.formUnion(right)
      case "role":
        let role: Role = try FieldSchema.word(left.dropFirst().first, entry)
        for word in right { add(word, role) }
      case "listed":
        let kind: Kind = try FieldSchema.word(left.dropFirst().first, entry)
        for word in right { listed[FieldSchema.folded(word)] = kind }
      case "scale": scales[left.count > 1 ? left[1] : "", default: []].append(right)
      case "order": orders.append(right.map { $0.split(separator: "/").map(String.init) })
      case "chapter": chapters.formUnion(right.map(FieldSchema.folded))
      case "planned": plannedWords += right
      case "good": goodWords += right
      case "bad": badWords += right
      case "named":
        let kind: Kind = try FieldSchema.word(left.dropFirst().first, entry)
        nameEndings += right.map { (kind, $0) }
      case "within":
        let kind: Kind = try FieldSchema.word(left.dropFirst(2).first, entry)
        let type: FieldType = try FieldSchema.word(left.count == 5 ? left[4] : nil, entry)
        let heads = Set(left[1].split(separator: "|").map { FieldSchema.folded(String($0)) })
        for word in right {
          let field = Field(kind: kind, name: left[3], type: type)
          tables.append(TableMeaning(heads: heads, word: FieldSchema.folded(word), field: field))
        }
      default:
        let kind: Kind = try FieldSchema.word(left[0], entry)
        let type: FieldType = try FieldSchema.word(left.count == 3 ? left[2] : nil, entry)
        for word in right { add(word, Field(kind: kind, name: left[1], type: type)) }
      }
    }
    words.names.formUnion(fields.keys)
    words.names.formUnion(roles.keys)
    // a head of many meanings stays one elsewhere
    words.names.formUnion(tables.map(\.word).filter { !words.generic.contains($0) })
    words.beginnings = beginnings.map(\.word)
    words.endings = endings.map(\.word)
    roleEndings = roles.map { ($0.key, $0.value) }.sorted {
      ($1.word.count, $0.word) < ($0.word.count, $1.word)
    }
  }

  private static func word<W: RawRepresentable<String> & CaseIterable>(
    _ text: String?, _ entry: LexiconEntry
  ) throws(LexiconError) -> W {
    if let word = text.flatMap({ W(rawValue: $0) }) { return word }
    throw .malformed(
      path: LexiconFile.schema.fileName, line: entry.line,
      problem: .unexpected(text ?? "", allowed: W.allCases.map(\.rawValue)))
  }

  private static func folded(_ word: String) -> String { HeadText(word).names.first ?? "" }

  private mutating func add(_ word: String, _ role: Role) { roles[FieldSchema.folded(word)] = role }

  private mutating func add(_ word: String, _ field: Field) {
    let bare = FieldSchema.folded(word.filter { $0 != "*" })
    guard !bare.isEmpty else { return }
    if word.hasSuffix("*") { beginnings.append((bare, field)) }
    if word.hasPrefix("*") { endings.append((bare, field)) }
    fields[bare, default: []].append(field)
    if !known.contains(field) {
      known.append(field)
      firstWords[field] = word.filter { $0 != "*" }
    }
  }

  /// A head that means a field, as an example of it.
  package func example(of field: Field) -> String? { firstWords[field] }

  /// What a head may mean, by kind; empty for a head nobody knows.
  package func fields(of head: HeadText) -> [Field] {
    for name in head.names {
      if let found = fields[name] { return found }
    }
    for name in head.names {
      if let found = endings.first(where: { name.hasSuffix($0.word) }) { return [found.field] }
      if let found = beginnings.first(where: { name.hasPrefix($0.word) }) { return [found.field] }
    }
    return []
  }

  /// What the figures under a head are: 実績, `令和5年度実績`, `3年度目標値`.
  package func role(of head: HeadText) -> Role? {
    for name in head.names {
      if let role = roles[name] { return role }
    }
    // 事業費（決算）
    if let name = head.names.first, name.last == ")", let open = name.lastIndex(of: "("),
      let role = roles[String(name[name.index(after: open)...].dropLast())]
    {
      return role
    }
    guard head.year != nil, let name = head.names.last else { return nil }
    return roleEndings.first { name.hasSuffix($0.word) }?.role
  }

  /// What the cells under a head look like; nil for a head that is not known, or names what another reader of lines reads.
  func form(_ head: HeadText) -> WordTableReader.Form? {
    let fields = fields(of: head)
    if fields.contains(where: { $0.kind == .project && $0.type == .name }) { return .name }
    if role(of: head) != nil || head.isPeriod { return .figure }
    guard let field = fields.first else { return words.isGeneric(head) ? .text : nil }
    switch field.type {
    case .number: return .number
    case .money, .figure, .quantity: return .figure
    case .grade: return .grade
    case .text where field.fieldName == .bureau: return .office
    case .name where field.kind == .indicator: return nil
    default: return .text
    }
  }

  /// Whether a name is a chapter of a budget: a sum of what stands below it, unless its row says more.
  func isChapter(_ name: String) -> Bool { chapters.contains(FieldSchema.folded(name)) }

  /// Whether heads or a title say that the amounts below them are planned and not spent.
  func isPlanned(_ texts: [String]) -> Bool {
    texts.contains { text in plannedWords.contains { text.squeezed.contains($0) } }
      && !texts.contains { text in text.contains("実績") || text.contains("決算") }
  }

  /// The kind of things that a bulleted list below a line names: `主な事業`.
  package func kind(listedBelow line: String) -> Kind? {
    HeadText(line).names.lazy.compactMap { listed[$0] }.first
  }

  /// The same schema for a table with these heads, as its owner said what they mean.
  package func reading(tableUnder heads: [String]) -> FieldSchema {
    guard !tables.isEmpty else { return self }
    let names = Set(heads.flatMap { head($0).names })
    var schema = self
    for table in tables where table.heads.isSubset(of: names) {
      schema.fields[table.word] = [table.field]
      if table.field.type == .name { schema.roles[table.word] = nil }
      schema.words.names.insert(table.word)
      schema.words.generic.remove(table.word)
      if table.field.type == .name { schema.namedByOwner = table.field.kind }
    }
    return schema
  }

  /// Kinds of which all these texts may be names, by their endings; with less than two texts nothing is told.
  package func kinds(namedBy texts: [String]) -> [Kind] {
    let names = Set(texts.map(FieldSchema.folded))
    guard names.count > 1 else { return [] }
    return Kind.allCases.filter { kind in
      names.allSatisfy { name in
        nameEndings.contains { $0.kind == kind && name.count > $0.word.count && name.hasSuffix($0.word) }
      }
    }
  }

  /// The longest word of a field that a head ends with, or else holds, and that is shorter than it.
  package func word(of field: Field, in head: HeadText, atEnd: Bool) -> String? {
    let words = fields.lazy.filter { $0.key.count > 1 && $0.value.contains(field) }.map(\.key)
    return words.filter { word in
      head.names.contains { $0.count > word.count && (atEnd ? $0.hasSuffix(word) : $0.contains(word)) }
    }.max { ($0.count, $1) < ($1.count, $0) }
  }

  // MARK: grades

  /// A document's id as a line of a lexicon can hold it.
  static func key(of document: String) -> String {
    String(document.map { $0.isWhitespace || $0 == "=" || $0 == "#" ? "_" : $0 })
  }

  /// Grades as the owner said they go, the best first; nil where these were not spoken of.
  func scale(of document: String, holding labels: Set<String>) -> [String]? {
    let all = (scales[FieldSchema.key(of: document)] ?? []) + (scales[""] ?? [])
    return labels.isEmpty ? nil : all.last { labels.isSubset(of: $0) }
  }

  /// Grades in their usual order; nil where not all of them are of one.
  func usualOrder(of labels: Set<String>) -> [String]? {
    for order in orders {
      let places = labels.compactMap { label in order.firstIndex { $0.contains(label) }.map { ($0, label) } }
      if places.count == labels.count { return places.sorted { $0 < $1 }.map(\.1) }
    }
    return nil
  }

  /// Whether words of a legend tell of a good end or a bad one; nil where they tell of neither.
  func isGood(_ words: String) -> Bool? {
    if badWords.contains(where: words.contains) { return false }
    return goodWords.contains(where: words.contains) ? true : nil
  }

  /// The same schema for a document: the era of its bare years (`20年度`), and what the letters of its grades stand for.
  func reading(_ plan: Plan) -> FieldSchema {
    var schema = self
    schema.words.era = DocumentEra.base(of: plan)
    schema.grades = GradeLegend(reading: NumberedLine.all(in: plan))
    return schema
  }

  /// What a head cell says.
  package func head(_ text: String) -> HeadText { words.head(text) }
}
