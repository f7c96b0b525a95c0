import JapaneseText
import PlanDocuments

/// A fact as it is put together cell by cell.
struct FactDraft {
  let kind: FactKind
  let name: String
  let nameLines: LineRange
  /// The cells it was read from.
  private(set) var lines: LineRange
  private(set) var fields: [Field] = []
  private var points: [FieldName: [Point]] = [:]
  private var money: [FieldName: [Point]] = [:]
  private var schedule: [ScheduleEntry] = []
  private var notes: [String] = []
  private var noteLines: LineRange?
  private var attributes: [Attribute] = []
  private var attributeLines: LineRange?

  init(_ kind: FactKind, _ name: String, at lines: LineRange) {
    self.kind = kind
    self.name = name
    self.lines = lines
    nameLines = lines
  }

  func has(_ name: FieldName) -> Bool { fields.contains { $0.name == name } }

  /// The first printing of a field stays.
  mutating func add(_ name: FieldName, _ value: FieldValue, at lines: LineRange) {
    self.lines = self.lines.union(lines)
    guard !has(name) else { return }
    fields.append(Field(name, value, lines: lines))
  }

  /// Also stands on these lines.
  mutating func widen(to lines: LineRange) { self.lines = self.lines.union(lines) }

  /// A field that is printed elsewhere than the fact: its title, its unit.
  mutating func cite(_ name: FieldName, _ value: FieldValue, at lines: LineRange) {
    if !has(name) { fields.append(Field(name, value, lines: lines)) }
  }

  mutating func add(_ new: [Point], to name: FieldName = .points) {
    for point in new where points[name]?.contains(point) != true {
      lines = lines.union(point.lines)
      points[name, default: []].append(point)
    }
  }

  /// Whether it has a budget or a settlement of a year: of several the first printing is meant.
  func hasMoney(_ name: FieldName, of year: Int?) -> Bool {
    money[name]?.contains { $0.fiscalYear == year } ?? false
  }

  /// A budget or a settlement of a year.
  mutating func addMoney(_ point: Point, _ name: FieldName) {
    lines = lines.union(point.lines)
    money[name, default: []].append(point)
  }

  /// What is planned for a year; of several rows of a thing, all of it.
  mutating func plan(_ entry: ScheduleEntry) {
    lines = lines.union(entry.lines)
    if let i = schedule.firstIndex(where: { $0.fiscalYear == entry.fiscalYear && $0.orLater == entry.orLater }
    ) {
      let first = schedule[i]
      schedule[i] = ScheduleEntry(
        fiscalYear: first.fiscalYear, orLater: first.orLater, items: first.items + entry.items,
        lines: first.lines.union(entry.lines))
    } else {
      schedule.append(entry)
    }
  }

  /// What is said of its figures, each thing once.
  mutating func note(_ text: String, at lines: LineRange) {
    self.lines = self.lines.union(lines)
    if !notes.contains(text) { notes.append(text) }
    noteLines = noteLines?.union(lines) ?? lines
  }

  /// Under a name of its own where the row has one of that name with another value.
  ///
  /// - Parameters:
  ///   - unit: what its figure is counted in, where its head or its table says so.
  ///   - units: those that a figure may have behind it.
  mutating func attribute(
    _ name: String, _ value: String, countedIn unit: String? = nil, units: Set<String>, at lines: LineRange
  ) {
    let (name, value) = (name.joiningJapanese, value.joiningJapanese)
    guard !name.isEmpty, !value.isEmpty, !attributes.contains(where: { $0.name == name && $0.value == value })
    else { return }
    self.lines = self.lines.union(lines)
    attributeLines = attributeLines?.union(lines) ?? lines
    let sames = attributes.count { $0.name == name || $0.name.hasPrefix(name + " (") }
    attributes.append(
      Attribute(
        name: sames == 0 ? name : "\(name) (\(sames + 1))", value: value, countedIn: unit, units: units))
  }

  var hasAttributes: Bool { !attributes.isEmpty }

  var pointCount: Int { points.values.map(\.count).reduce(0, +) }

  /// One amount is the fact's own, with its year where the money of the fact is of several: only amounts of one year can be compared.
  /// Which of several would be its own can't be told: they are kept with their years.
  private func moneyFields(_ name: FieldName, _ points: [Point]) -> [Field] {
    if points.count == 1, let value = points[0].value {
      guard !has(name) else { return [] }
      let isOfYears = Set(money.values.joined().compactMap(\.fiscalYear)).count > 1
      let year = isOfYears ? points[0].fiscalYear : nil
      return [Field(name, .number(value), lines: points[0].lines)]
        + [(FieldName.yearsOfMoney[name], year)].compactMap { field, year in
          guard let field, let year else { return nil }
          return Field(field, .number(ExactNumber(year)), lines: points[0].lines)
        }
    }
    let at = points.map(\.lines).reduce(points[0].lines) { $0.union($1) }
    return FieldName.yearly[name].map { [Field($0, .points(points), lines: at)] } ?? []
  }

  func fact(in document: PlanDocument) -> Fact {
    var all = fields
    for (name, points) in points {
      let at = points.map(\.lines).reduce(points[0].lines) { $0.union($1) }
      all.append(Field(name, .points(points), lines: at))
    }
    if let first = schedule.first {
      let at = schedule.map(\.lines).reduce(first.lines) { $0.union($1) }
      all.append(Field(.schedule, .schedule(schedule), lines: at))
    }
    for (name, points) in money { all += moneyFields(name, points) }
    if let noteLines { all.append(Field(.note, .text(notes.joined(separator: "、")), lines: noteLines)) }
    let targets: [String] =
      if case .list(let list)? = fields.first(where: { $0.name == .sdgTargets })?.value { list } else { [] }
    if let attributeLines { all.append(Field(.attributes, .attributes(attributes), lines: attributeLines)) }
    return Fact(
      kind: kind, name: name, plan: document.plan.id, fields: all,
      sources: [
        FactSource(lines: lines, section: document.outline.path(at: lines.first), sdgTargets: targets)
      ])
  }
}
