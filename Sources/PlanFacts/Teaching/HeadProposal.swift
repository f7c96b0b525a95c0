import JapaneseText
import PlanDocuments

/// A head of tables that nothing is known of, and what it may mean.
package struct HeadProposal: Hashable, Sendable {
  /// Why a meaning is proposed.
  package enum Witness: Hashable, Sendable {
    /// The head ends with a head of that meaning, or only holds it.
    case endsLike(String)
    case holds(String)
    /// The cells below it end as names of the kind do.
    case cells
    /// Heads beside it that are the kind's.
    case beside([String])
  }

  package struct Option: Hashable, Sendable {
    package let content: Taught.Content
    package let kind: FieldSchema.Kind
    package let witnesses: [Witness]
    /// How much bears it out; 2 is enough for a plain yes.
    let weight: Int
  }

  package struct Place: Hashable, Sendable {
    package let document: String
    /// Of the tables of the document, from 1.
    package let table: Int
  }

  /// As printed.
  package let head: String
  /// Of the first table, three cells at most.
  package let samples: [String]
  /// The heads of the first table, from the left.
  package let heads: [String]
  /// The tables, in order.
  package let places: [Place]
  /// Rows of all of them.
  package let rows: Int
  /// The likeliest first; not empty.
  package let options: [Option]
  /// What a no says: the head, or the tables with these heads, stay as they are printed.
  package let refusal: Taught.Content

  /// Whether the first option may be taken with a plain yes: enough bears it out, and more than any other.
  package var isSure: Bool {
    options[0].weight >= 2 && options.dropFirst().allSatisfy { $0.weight < options[0].weight }
  }

  /// - Parameters:
  ///   - tables: By document, in the order of their lines.
  ///   - plain: Heads of tables that are not to be asked about.
  /// - Returns: Those of most rows first.
  package static func all(
    in tables: [(document: String, tables: [TableReading])], _ schema: FieldSchema, plain: Set<[String]> = []
  ) -> [HeadProposal] {
    var found: [[Option.Key]: HeadProposal] = [:]
    for (document, tables) in tables {
      for (i, table) in tables.enumerated() {
        let asked = AskedTable(table, schema)
        guard !plain.contains(asked.names) else { continue }
        for proposal in asked.proposals(at: Place(document: document, table: i + 1))
        where !plain.contains([Taught.name(of: proposal.head, schema)]) {
          let key = proposal.options.map { Option.Key(content: $0.content) }
          found[key] = found[key]?.joined(with: proposal) ?? proposal
        }
      }
    }
    return found.values.sorted { a, b in
      (b.rows, a.places[0].document, a.places[0].table, a.head)
        < (a.rows, b.places[0].document, b.places[0].table, b.head)
    }
  }

  private func joined(with other: HeadProposal) -> HeadProposal {
    HeadProposal(
      head: head, samples: samples, heads: heads, places: places + other.places, rows: rows + other.rows,
      options: options, refusal: refusal)
  }
}

extension HeadProposal.Option {
  fileprivate struct Key: Hashable { let content: Taught.Content }

  /// Whether it only holds in tables with the same heads.
  fileprivate var isOfTable: Bool {
    if case .heads(let heads, _) = content { heads.count > 1 } else { false }
  }
}

/// A table of the ledger, looked at for heads that could be taught.
private struct AskedTable {
  let table: TableReading
  let schema: FieldSchema
  let heads: [ColumnHead?]
  /// Heads of the table as it is known by, without repeats.
  let names: [String]

  init(_ table: TableReading, _ schema: FieldSchema) {
    self.table = table
    let parts = table.columns.map(\.parts)
    self.schema = schema.reading(tableUnder: parts.flatMap(\.self))
    heads = parts.map { [schema = self.schema] in $0.isEmpty ? nil : ColumnHead($0, schema) }
    names = table.names(schema)
  }

  func proposals(at place: HeadProposal.Place) -> [HeadProposal] {
    guard table.reason != .doubtfulCells, table.columns.count > 1 else { return [] }
    switch table.readAs {
    case nil, .figure: return rowNames(place).map { [$0] } ?? []
    case .project, .indicator, .measure, .organization:
      guard let kind = FieldSchema.Kind(rawValue: table.readAs?.rawValue ?? "") else { return [] }
      return table.columns.indices.compactMap { values($0, of: kind, place) }
    case .evaluation, .heading, .plan, .table, .definition: return []
    }
  }

  // MARK: what the rows name

  /// The column that names the rows of a table that lists nothing known: of those of texts before the figures, none of which is
  /// printed twice, the one that most bears out; of equals the last.
  private func rowNames(_ place: HeadProposal.Place) -> HeadProposal? {
    guard schema.namedByOwner == nil else { return nil }
    let firstFigure = table.columns.indices.first(where: isFigures) ?? table.columns.count
    let texts = table.columns.indices.prefix(firstFigure).filter(mayName)
    let found = texts.compactMap { column -> HeadProposal? in
      guard let head = heads[column]?.path.last, isDistinct(column) else { return nil }
      let cellKinds = schema.kinds(namedBy: table.columns[column].samples)
      let options = [FieldSchema.Kind.project, .measure, .organization, .indicator].compactMap {
        // offices behind other texts are whose the rows are, not what they are
        $0 == .organization && column != texts.first || $0 != .measure && isLong(column)
          ? nil : option($0, column, head, cellKinds)
      }.sorted { $0.weight > $1.weight }
      return proposal(column, head, options, place)
    }
    return found.reversed().max { $0.options[0].weight < $1.options[0].weight }
  }

  private func isDistinct(_ column: Int) -> Bool {
    let samples = table.columns[column].samples
    return Set(samples).count == samples.count
  }

  private func option(
    _ kind: FieldSchema.Kind, _ column: Int, _ head: String, _ cellKinds: [FieldSchema.Kind]
  ) -> HeadProposal.Option? {
    guard let field = schema.known.first(where: { $0.kind == kind && $0.type == .name }) else { return nil }
    var witnesses: [HeadProposal.Witness] = []
    var weight = 0
    let text = schema.head(head)
    if let word = schema.word(of: field, in: text, atEnd: true) {
      witnesses.append(.endsLike(word))
      weight += 1
    }
    if cellKinds.contains(kind), cellKinds.count < 3 {
      witnesses.append(.cells)
      // offices are told by their endings, other names less surely
      weight += kind == .organization ? 2 : 1
    }
    let beside = heads.indices.filter { $0 != column && bears(out: kind, $0) }
    if !beside.isEmpty {
      witnesses.append(.beside(beside.compactMap { heads[$0]?.name }))
      weight += min(2, Set(beside.compactMap { heads[$0]?.role?.rawValue ?? heads[$0]?.name }).count)
    }
    guard weight > 0 else { return nil }
    // a head of another meaning, or many, is only told with those beside it; so is one that no other head bears out
    let isOwn = heads[column].map { $0.fields.isEmpty && $0.role == nil && !$0.isGeneric } ?? false
    let isGeneral = isOwn && !beside.isEmpty && text.names != []
    let name = Taught.name(of: head, schema)
    guard isGeneral || names.count > 1 else { return nil }
    let content =
      isGeneral
      ? Taught.Content.heads([name], [field])
      : .heads(names, names.map { $0 == name ? field : nil })
    return HeadProposal.Option(content: content, kind: kind, witnesses: witnesses, weight: weight)
  }

  /// Whether a head beside the names is one of the kind, and not of names itself.
  private func bears(out kind: FieldSchema.Kind, _ column: Int) -> Bool {
    guard let head = heads[column] else { return false }
    let isOfKind = head.fields.contains { $0.kind == kind && $0.type != .name && $0.type != .attribute }
    return kind == .indicator ? isOfKind || head.fields.isEmpty && head.role?.ofPoint != nil : isOfKind
  }

  /// Texts under a head that says nothing else of them: one for figures says nothing over texts (目標).
  private func mayName(_ column: Int) -> Bool {
    guard let head = heads[column], !head.isPeriod, !head.path.contains(where: { $0.hasPrefix("#") }),
      head.fields.allSatisfy({ [.name, .figure, .money, .number].contains($0.type) })
    else { return false }
    let samples = table.columns[column].samples
    return samples.count > 1
      && samples.allSatisfy { [.text, .long].contains(CellKind($0, words: schema.words)) }
  }

  /// Names of things are short; what is to be done may be told in a sentence.
  private func isLong(_ column: Int) -> Bool {
    table.columns[column].samples.contains {
      $0.unicodeScalars.count >= 40 || CellKind($0, words: schema.words) == .long
    }
  }

  // MARK: what the columns of a list hold

  /// Figures or offices under a head that the kind of the list has no field for.
  private func values(_ column: Int, of kind: FieldSchema.Kind, _ place: HeadProposal.Place) -> HeadProposal?
  {
    guard let head = heads[column], let leaf = head.path.last, !head.isPeriod, head.role == nil,
      head.fields.isEmpty, !schema.words.isGeneric(schema.head(leaf)), !leaf.hasPrefix("#")
    else { return nil }
    let text = schema.head(leaf)
    let name = Taught.name(of: leaf, schema)
    guard !name.isEmpty else { return nil }
    var options: [HeadProposal.Option] = []
    for field in schema.known where field.kind == kind && fits(field, column) {
      if field.type == .text {
        options.append(
          .init(content: .heads([name], [field]), kind: kind, witnesses: [.cells], weight: 2))
      } else if let word = schema.word(of: field, in: text, atEnd: true) {
        let rest = name.dropLast(word.count)
        options.append(
          .init(
            content: .heads([name], [field]), kind: kind, witnesses: [.endsLike(word)],
            weight: AskedTable.turns(rest) ? 1 : 2))
      } else if let word = schema.word(of: field, in: text, atEnd: false) {
        options.append(
          .init(content: .heads([name], [field]), kind: kind, witnesses: [.holds(word)], weight: 1))
      }
    }
    return proposal(column, leaf, options.sorted { $0.weight > $1.weight }, place)
  }

  /// Whether what stands before a known word may turn its meaning: `対前年実績`, `うち決算額`.
  private static func turns(_ rest: Substring) -> Bool {
    ["前", "対", "比", "差", "増", "減", "うち", "未", "残", "率", "国", "県", "他"].contains { rest.contains($0) }
  }

  private func fits(_ field: FieldSchema.Field, _ column: Int) -> Bool {
    switch field.type {
    case .figure: isFigures(column)
    case .money: field.role != nil && isFigures(column)
    case .text:
      field.name == "bureau" && !heads.contains { $0?.fields.contains(field) ?? false }
        && schema.kinds(namedBy: table.columns[column].samples) == [.organization]
    case .name, .choice, .list, .number, .quantity, .grade, .unit, .year, .date, .targets, .label, .attribute:
      false
    }
  }

  private func isFigures(_ column: Int) -> Bool { table.isOfFigures(column, schema) }

  private func proposal(
    _ column: Int, _ head: String, _ options: [HeadProposal.Option], _ place: HeadProposal.Place
  ) -> HeadProposal? {
    guard !options.isEmpty else { return nil }
    return HeadProposal(
      head: head, samples: table.columns[column].samples, heads: table.columns.map(\.head), places: [place],
      rows: table.rowCount, options: options,
      refusal: .plain(options.contains(where: \.isOfTable) ? names : [Taught.name(of: head, schema)]))
  }
}

extension TableReading {
  /// The head over the names of its rows, by which it was told what it lists; nil where it lists nothing, or no head tells.
  package func nameHead(_ schema: FieldSchema) -> String? {
    guard let kind = readAs.flatMap({ FieldSchema.Kind(rawValue: $0.rawValue) }) else { return nil }
    let schema = schema.reading(tableUnder: columns.flatMap(\.parts))
    return columns.lazy.map { ColumnHead($0.parts, schema) }.first {
      $0.field(of: kind)?.type == .name
    }?.name
  }

  /// The name of a column as lessons have it; nil for one without a head.
  package func name(ofColumn column: Int, _ schema: FieldSchema) -> String? {
    columns[column].parts.last.map { Taught.name(of: $0, schema) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Whether the first cells of a column are figures, or say that there is none.
  package func isOfFigures(_ column: Int, _ schema: FieldSchema) -> Bool {
    let shapes = columns[column].samples.map { ($0, FigureShape($0, units: schema.words.units)) }
    return shapes.allSatisfy { $0.1 != nil || CellKind.isNothing($0.0) } && shapes.contains { $0.1 != nil }
  }

  /// The heads it is known by, from the left, without repeats, years, units and marks.
  package func names(_ schema: FieldSchema) -> [String] {
    columns.flatMap(\.parts).reduce(into: []) { names, part in
      let name = Taught.name(of: part, schema)
      if !name.isEmpty, !names.contains(name) { names.append(name) }
    }
  }
}

extension TableReading.Column {
  /// The stacked heads, from the top.
  fileprivate var parts: [String] {
    head.split(separator: "›").map { String($0).trimmed }.filter { !$0.isEmpty }
  }
}
