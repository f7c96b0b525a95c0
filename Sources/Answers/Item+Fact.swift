import JapaneseText
import PlanDocuments
import PlanFacts
import PlanLibrary

extension Item {
  /// A fact in the shape that `contract/answers.md` promises.
  package init(_ fact: Fact, in library: some SourcePlaces) {
    self.init(
      type: fact.kind.rawValue, name: fact.name,
      fields: fact.fields.compactMap(ItemField.init),
      sources: fact.sources.map { ItemSource($0, of: fact.plan, in: library) },
      sameAs: fact.sameAs.map { ItemLink(name: $0.name, document: $0.plan) })
  }

  /// A passage that a search found; its name is the heading it stands under.
  package init(_ hit: PassageHit, in library: Library) {
    self.init(
      type: "passage", name: hit.section.last ?? library.document(hit.document)?.title ?? hit.document,
      fields: Item.fields(ofPassage: hit.text, hit.highlights),
      sources: [ItemSource(hit.document, hit.lines, section: hit.section, in: library)])
  }

  /// A passage with parts of its text marked.
  func marked(by highlights: (_ text: String) -> [Range<Int>]) -> Item {
    guard type == "passage", case .text(let text)? = fields.first?.value else { return self }
    return Item(
      type: type, name: name, fields: Item.fields(ofPassage: text, highlights(text)), sources: sources)
  }

  private static func fields(ofPassage text: String, _ highlights: [Range<Int>]) -> [ItemField] {
    let ranges = highlights.map { range in
      ItemValue.list([.number(ExactNumber(range.lowerBound)), .number(ExactNumber(range.upperBound))])
    }
    return [ItemField("text", .text(text)), ItemField("highlights", .list(ranges))]
  }
}

extension ItemSource {
  /// Lines of a document, with their place in its file.
  package init(
    _ document: String, _ lines: LineRange, section: [String], sdgTargets: [String] = [],
    repeated: Bool = false,
    reason: String? = nil, in library: some SourcePlaces
  ) {
    self.init(
      document: document, path: library.path(of: document), lines: lines,
      place: library.place(of: document, in: lines), section: section, sdgTargets: sdgTargets,
      repeated: repeated,
      reason: reason)
  }

  /// One of the places a fact of a plan was read from.
  package init(_ source: FactSource, of plan: String, in library: some SourcePlaces) {
    self.init(
      plan, source.lines, section: source.section, sdgTargets: source.sdgTargets, repeated: source.repeated,
      in: library)
  }

  /// Where a row stands that could not be read.
  package init(_ row: UnreadRow, in library: some SourcePlaces) {
    self.init(row.plan, row.lines, section: row.section, reason: row.reason, in: library)
  }
}

extension ItemField {
  /// nil for what the contract does not name.
  package init?(_ field: Field) {
    guard field.name != .rank else { return nil }
    self.init(field.name.rawValue, ItemValue(field.value))
  }
}

extension ItemValue {
  package init(_ value: FieldValue) {
    self =
      switch value {
      case .text(let text): .text(text)
      case .number(let number): .number(number)
      case .flag(let flag): .flag(flag)
      case .list(let texts): .list(texts.map(ItemValue.text))
      case .points(let points): .list(points.map(ItemValue.init))
      case .schedule(let entries): .list(entries.map(ItemValue.init))
      case .attributes(let attributes): .object(attributes.map { ItemField($0.name, .text($0.value)) })
      }
  }

  init(_ point: Point) {
    var members = [ItemField("role", .text(point.role.rawValue))]
    func add(_ name: String, _ value: ItemValue?) {
      if let value { members.append(ItemField(name, value)) }
    }
    add("fiscalYear", point.fiscalYear.map { .number(ExactNumber($0)) })
    add(
      "fiscalYears",
      point.fiscalYears.isEmpty ? nil : .list(point.fiscalYears.map { .number(ExactNumber($0)) }))
    add("calendarYear", point.calendarYear ? .flag(true) : nil)
    add("period", point.period.map(ItemValue.text))
    add("label", point.label.map(ItemValue.text))
    add("value", point.value.map(ItemValue.number))
    add("unit", point.unit.map(ItemValue.text))
    add("bound", point.bound.map { .text($0.rawValue) })
    add("text", .text(point.text))
    self = .object(members)
  }

  init(_ entry: ScheduleEntry) {
    let year = entry.fiscalYear.map { [ItemField("fiscalYear", .number(ExactNumber($0)))] } ?? []
    self = .object(
      year + [
        ItemField("orLater", .flag(entry.orLater)),
        ItemField("items", .list(entry.items.map(ItemValue.text))),
      ])
  }
}
