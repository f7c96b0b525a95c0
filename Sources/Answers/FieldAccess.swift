import JapaneseText
import PlanDocuments
import PlanFacts
import Questions

/// A value found at a path of a fact.
enum FoundValue: Hashable {
  case number(ExactNumber, unit: String?)
  case text(String)
  case flag(Bool)
}

extension Fact {
  /// The values at a path, in the order printed; empty where the document does not say.
  func values(at path: FieldPath) -> [FoundValue] {
    switch path {
    case .name: [.text(name)]
    case .document: [.text(plan)]
    // what it stands under is known by the headings alone
    case .rank: []
    case .attribute(let name):
      attributes(called: name).map { attribute in
        // what is counted in thousands has its unit as amounts of money have it: beside the scale
        attribute.figure.map { .number($0, unit: attribute.scale == 1 ? attribute.unit : nil) }
          ?? .text(attribute.value)
      }
    case .field(let field)
    where kind == .measure && (field == .actual || field == .target) || kind == .figure && field == .amount:
      // they are printed in the unit of the measure, of the row
      if case .number(let value)? = self[field] { [.number(value, unit: text(.unit))] } else { [] }
    case .field(.met) where kind == .indicator:
      achievements.isEmpty ? [] : [.flag(achievements.allSatisfy(\.isMet))]
    case .field(.level):
      (self[.level] ?? self[.grade] ?? self[.gradeText] ?? self[.met]).map(FoundValue.all) ?? []
    case .field(.grade): (self[.grade] ?? self[.gradeText]).map(FoundValue.all) ?? []
    case .field(let field):
      self[field].map(FoundValue.all)
        ?? newestAmount(of: field).flatMap(\.value).map { [.number($0, unit: nil)] } ?? []
    case .pointIn(let role, let moment): points(role).filter(moment.holds).flatMap { $0.values(of: .value) }
    case .point(let role, let part): points(role).flatMap { $0.values(of: part) }
    case .scheduleYear:
      yearsOfWork.map { .number(ExactNumber($0), unit: nil) }
    case .combined: labelled(path).map { .number($0.value, unit: $0.unit) }
    case .derived(.achievement):
      // a document reckons it in its own way
      if let printed = text(.achievementRate).flatMap({ Quantity(parsing: $0) }) {
        [.number(printed.value, unit: "%")]
      } else {
        achievements.compactMap(\.percent).map { .number($0, unit: "%") }
      }
    case .derived(.improvement): improvements.map { .number($0.value, unit: $0.unit) }
    case .derived(.adoptedFiscalYear): adoptedFiscalYear.map { [.number(ExactNumber($0), unit: nil)] } ?? []
    }
  }

  /// True where the document says something at a path, read as a figure or not.
  func states(_ path: FieldPath) -> Bool { !values(at: path).isEmpty || hasUnreadFigure(at: path) }

  /// True where a figure is printed that is left out, since it was not read as a number: 数名程度.
  func hasUnreadFigure(at path: FieldPath) -> Bool {
    switch path {
    case .point(let role, .value): points(role).contains { $0.value == nil && !$0.text.isEmpty }
    case .pointIn(let role, let moment):
      points(role).contains { moment.holds($0) && $0.value == nil && !$0.text.isEmpty }
    case .combined(let a, _, let b): hasUnreadFigure(at: a) || hasUnreadFigure(at: b)
    case .derived(.achievement), .derived(.improvement), .field(.met):
      kind == .indicator && points().contains { $0.value == nil && !$0.text.isEmpty }
    // numbers beside words: 数名程度 under a head of figures
    case .attribute(let name):
      attributes(called: name).contains { $0.figure == nil && $0.value.contains(where: \.isNumber) }
    case .field, .point, .scheduleYear, .derived(.adoptedFiscalYear), .name, .document, .rank: false
    }
  }

  /// What its table prints under a head that no field claims.
  func attributes(called name: String) -> [Attribute] {
    if case .attributes(let all)? = self[.attributes] { all.filter { $0.isCalled(name) } } else { [] }
  }

  /// What the figures at a path are multiplied by, where a head or a title says so.
  func scale(at path: FieldPath) -> ExactNumber {
    if case .attribute(let name) = path {
      return ExactNumber(attributes(called: name).first?.scale ?? 1)
    }
    guard case .number(let scale)? = self[.scale] else { return ExactNumber(1) }
    switch path {
    case .field(.budget), .field(.settlement), .field(.amount): return scale
    default: return ExactNumber(1)
    }
  }

  /// Points of a role. Plans print how things stand as 現状値 or as 実績値: either stands in where the other is not printed.
  func points(_ role: Point.Role? = nil) -> [Point] {
    guard case .points(let points)? = self[.points] else { return [] }
    guard let role else { return points }
    let own = points.filter { $0.role == role }
    guard own.isEmpty else { return own }
    switch role {
    case .current: return points.filter { $0.role == .actual }
    case .actual: return points.filter { $0.role == .current }
    case .baseline, .target: return []
    }
  }

  /// A fiscal year begins in April: March 2022 is in 2021年度. nil for a year without its month that is printed as 年.
  private var adoptedFiscalYear: Int? {
    guard case .number(let printed)? = self[.adoptedYear], let year = printed.wholeNumber else { return nil }
    if case .number(let month)? = self[.adoptedMonth], let month = month.wholeNumber {
      return month < 4 ? year - 1 : year
    }
    return text(.text)?.contains("年度") ?? false ? year : nil
  }

  /// Budgets or settlements of several years; none for a field that is no money.
  func amounts(of field: FieldName) -> [Point] {
    guard let name = FieldName.yearly[field], case .points(let points)? = self[name] else { return [] }
    return points
  }

  /// Of money that is printed for several years and asked for without one, the newest amount; nil where a year has two.
  func newestAmount(of field: FieldName) -> Point? {
    let dated = amounts(of: field).filter { $0.value != nil && $0.fiscalYear != nil }
    guard let year = dated.compactMap(\.fiscalYear).max() else { return nil }
    let newest = dated.filter { $0.fiscalYear == year }
    return newest.count == 1 ? newest[0] : nil
  }

  /// The fact with the amounts of the newest year that has both a budget and a settlement, where some paths hold one against the other;
  /// as it is where they don't, or where no years are printed. Nil where no year is known to have both.
  func ofOneYear(_ paths: [FieldPath]) -> Fact? {
    let fields = FieldName.yearly.keys.filter { field in paths.contains { $0.uses(field) } }
    let dated = fields.map(years)
    guard fields.count > 1, dated.contains(where: { !$0.isEmpty }) else { return self }
    let common = dated.dropFirst().reduce(Set(dated[0])) { $0.intersection($1) }
      .filter { year in dated.allSatisfy { $0.count { $0 == year } == 1 } }
    guard let year = common.max() else { return nil }
    return FieldName.yearly.values.reduce(self) { $0.keeping(in: $1) { $0.fiscalYear == year } }
  }

  /// The years that a budget or a settlement is of, as often as one is.
  private func years(of field: FieldName) -> [Int] {
    let printed = amounts(of: field).compactMap(\.fiscalYear)
    guard let name = FieldName.yearsOfMoney[field], case .number(let own)? = self[name] else {
      return printed
    }
    return printed + [own.wholeNumber].compactMap(\.self)
  }

  /// The years for which something is planned or, where nothing is, that money is printed for.
  private var yearsOfWork: [Int] {
    let planned = schedule.filter { !$0.items.isEmpty }.compactMap(\.fiscalYear)
    return planned.isEmpty
      ? FieldName.yearly.keys.flatMap(amounts).compactMap(\.fiscalYear).uniqued.sorted() : planned
  }

  var schedule: [ScheduleEntry] {
    if case .schedule(let entries)? = self[.schedule] { entries } else { [] }
  }

  /// In what amounts of money are printed: 千円; nil where the document doesn't say, and for what is no money.
  func moneyUnit(at path: FieldPath) -> String? {
    if case .attribute(let name) = path {
      return attributes(called: name).first { $0.scale > 1 || $0.unit == "円" }?.unit
    }
    guard case .field(let field) = path, FieldName.yearly[field] != nil, let unit = text(.unit) else {
      return nil
    }
    return scale(at: path).wholeNumber.flatMap { TableUnit.printed(unit, times: $0) }
  }

  /// A single figure at a path, for sorting and reckoning; of several points the last of its role.
  func figure(at path: FieldPath) -> (value: ExactNumber, unit: String?)? {
    for case .number(let value, let unit) in values(at: path).reversed() {
      return (value, unit ?? moneyUnit(at: path))
    }
    return nil
  }

  /// By what it is put in an order: the figure at a path, or where a level or a grade stands on its scale, the best first.
  func place(inOrderOf path: FieldPath) -> ExactNumber? {
    guard path == .field(.level) else { return figure(at: path)?.value }
    if case .number(let rank)? = self[.levelRank] { return rank }
    return figure(at: path)?.value
      ?? (text(.grade) ?? text(.gradeText)).flatMap(GradeSign.place).map { ExactNumber($0) }
  }

  private typealias Labelled = (label: String?, value: ExactNumber, unit: String?)

  /// The last figure of each label at a path; what is no point has no label. Of two paths the figures of one label and one
  /// unit are reckoned together.
  private func labelled(_ path: FieldPath) -> [Labelled] {
    let points: [Point]
    switch path {
    case .combined(let a, let operation, let b):
      guard let fact = ofOneYear([path]) else { return [] }
      let others = fact.labelled(b)
      return fact.labelled(a).compactMap { one in
        guard let other = others.first(where: { $0.label == one.label }),
          one.unit == other.unit || one.unit == nil || other.unit == nil,
          let value = operation.result(one.value, other.value)
        else { return nil }
        return (one.label, value, operation.unit(of: one.unit ?? other.unit))
      }
    case .point(let role, .value): points = self.points(role)
    case .pointIn(let role, let moment): points = self.points(role).filter(moment.holds)
    default: return figure(at: path).map { [(nil, $0.value, $0.unit)] } ?? []
    }
    var last: [Labelled] = []
    for point in points {
      guard let value = point.value else { continue }
      last.removeAll { $0.label == point.label }
      last.append((point.label, value, point.unit))
    }
    return last
  }

  /// Everything the fact says, as one text: what keywords are looked up in when no name has them.
  var fullText: String {
    ([name] + fields.flatMap { $0.value.texts } + sources.flatMap(\.section)).joined(separator: "\n")
  }
}

extension FieldPath {
  /// Whether it is a field, or reckoned from it.
  fileprivate func uses(_ field: FieldName) -> Bool {
    switch self {
    case .field(let own): own == field
    case .combined(let a, _, let b): a.uses(field) || b.uses(field)
    default: false
    }
  }
}

extension Moment {
  /// The point is of this year or period.
  fileprivate func holds(_ point: Point) -> Bool {
    switch self {
    case .year(let year): point.fiscalYear == year || point.fiscalYears.contains(year)
    case .period(let period): point.period?.contains(period) ?? false
    }
  }
}

extension Reckoning.Operation {
  /// Quotients to four places, percentages to one, rounded half away from zero; nil past what an exact number holds, and
  /// for a division by zero.
  func result(_ a: ExactNumber, _ b: ExactNumber) -> ExactNumber? {
    switch self {
    case .plus: a.adding(b)
    case .minus: a.subtracting(b)
    case .apart: a < b ? b.subtracting(a) : a.subtracting(b)
    case .dividedBy: a.divided(by: b, places: 4)
    case .percentOf: a.multiplied(by: ExactNumber(100))?.divided(by: b, places: 1)
    }
  }

  /// The unit of the result, where the figures have this one.
  func unit(of unit: String?) -> String? {
    switch self {
    case .plus, .minus, .apart: unit
    case .dividedBy: "倍"
    case .percentOf: "%"
    }
  }
}

extension FoundValue {
  static func all(_ value: FieldValue) -> [FoundValue] {
    switch value {
    case .text(let text): [.text(text)]
    case .number(let number): [.number(number, unit: nil)]
    case .flag(let flag): [.flag(flag)]
    case .list(let texts): texts.map(FoundValue.text)
    case .points(let points): points.flatMap { $0.values(of: .value) }
    case .schedule(let entries): entries.flatMap(\.items).map(FoundValue.text)
    case .attributes(let attributes): attributes.map { .text("\($0.name) \($0.value)") }
    }
  }
}

extension FieldPath {
  /// The fields of the contract that hold it.
  var fieldNames: [String] {
    switch self {
    case .field(.level): [FieldName.level, .grade, .gradeText].map(\.rawValue)
    case .field(let field): [field.rawValue] + (FieldName.yearly[field].map { [$0.rawValue] } ?? [])
    case .point, .pointIn: [FieldName.points.rawValue]
    case .scheduleYear: [FieldName.schedule.rawValue]
    case .combined(let a, _, let b): a.fieldNames + b.fieldNames
    case .derived(.adoptedFiscalYear): [FieldName.adoptedYear, .adoptedMonth].map(\.rawValue)
    case .derived(.achievement): [FieldName.achievementRate, .points, .actual, .target].map(\.rawValue)
    case .derived(.improvement): [FieldName.points, .actual, .target].map(\.rawValue)
    case .name: ["name"]
    case .document: ["document"]
    case .rank(let rank): [rank]
    case .attribute(let name): [name]
    }
  }
}

extension Point {
  func values(of part: PointPart) -> [FoundValue] {
    switch part {
    case .value: value.map { [.number($0, unit: unit)] } ?? []
    case .unit: unit.map { [.text($0)] } ?? []
    case .bound: bound.map { [.text($0.rawValue)] } ?? []
    case .fiscalYear:
      fiscalYears.isEmpty
        ? fiscalYear.map { [.number(ExactNumber($0), unit: nil)] } ?? []
        : fiscalYears.map { .number(ExactNumber($0), unit: nil) }
    case .label: label.map { [.text($0)] } ?? []
    case .period: period.map { [.text($0)] } ?? []
    }
  }
}

extension FieldValue {
  /// The words in it; figures say nothing to keywords.
  var texts: [String] {
    switch self {
    case .text(let text): [text]
    case .list(let texts): texts
    case .schedule(let entries): entries.flatMap(\.items)
    case .attributes(let attributes): attributes.flatMap { [$0.name, $0.value] }
    case .points(let points): points.flatMap { [$0.label, $0.unit].compactMap { $0 } }
    case .number, .flag: []
    }
  }
}
