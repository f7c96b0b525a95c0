import JapaneseText
import PlanDocuments

/// One place where an indicator is printed, as it is put together cell by cell.
struct IndicatorPrinting: Sendable {
  private(set) var lines: LineRange
  private var nameParts: [String] = []
  private(set) var nameLines: LineRange
  private(set) var points: [Point] = []
  private(set) var notes: [(text: String, line: Int)] = []
  private(set) var targets: [String] = []
  private(set) var targetLines: LineRange?

  init(line: Int) {
    lines = LineRange(line)
    nameLines = lines
  }

  var hasName: Bool { !nameParts.isEmpty }

  mutating func reach(_ line: Int) { reach(LineRange(line)) }

  mutating func reach(_ more: LineRange) { lines = lines.union(more) }

  mutating func addName(_ text: String, line: Int) {
    guard !text.isEmpty else { return }
    nameLines = hasName ? nameLines.union(LineRange(line)) : LineRange(line)
    nameParts.append(text)
  }

  mutating func addTargets(_ new: [String], line: Int) {
    guard !new.isEmpty else { return }
    targets += new.filter { !targets.contains($0) }
    targetLines = targetLines?.union(LineRange(line)) ?? LineRange(line)
  }

  /// Reads what stands behind a figure's label; a figure that a nested table prints again counts once.
  mutating func addFigures(_ role: Point.Role, year: YearMention?, text: String, line: Int) {
    addFigures(role, year: year, text: text, unit: "", lines: LineRange(line))
  }

  /// - Parameters:
  ///   - unit: what a column of its own prints for figures without one; empty where there is none.
  ///   - label: what a column of its own says the row is about (男性); empty where there is none.
  mutating func addFigures(
    _ role: Point.Role, year: YearMention?, text: String, unit: String, label: String = "", lines: LineRange
  ) {
    let read = FigureText(text, allowsWords: role == .target)
    let unit = unit == "％" ? "%" : unit
    notes += read.notes.map { ($0, lines.first) }
    for figure in read.figures {
      let labels = [label, figure.label ?? ""].filter { !$0.isEmpty }
      let year = figure.year ?? year
      let point = Point(
        role: role, fiscalYear: year?.isRange == true ? nil : year?.first,
        fiscalYears: year.map { $0.isRange ? Array($0.first...$0.last) : [] } ?? [],
        calendarYear: year?.form == .calendar,
        label: labels.isEmpty ? nil : labels.joined(separator: "、"), value: figure.quantity?.value,
        unit: figure.quantity.flatMap { $0.unit ?? (unit.isEmpty ? nil : unit) },
        bound: figure.quantity?.bound.flatMap(Point.Bound.init), text: figure.text, lines: lines)
      if !points.contains(where: { $0.saysTheSame(as: point) }) { points.append(point) }
    }
  }

  /// Name without the mark of a repeat, and whether it stood there: `…市民の割合 (再掲)`.
  private var nameAndRepeat: (String, Bool) {
    var parts = nameParts
    if let last = parts.popLast() { parts.append(FootnoteMark.removed(from: last)) }
    let name = MarkupText.joiningWraps(parts.joined(separator: " "))
    for mark in ["(再掲)", "（再掲）", "【再掲】", "［再掲］", "[再掲]"] where name.hasSuffix(mark) {
      return (String(name.dropLast(mark.count)).trimmed, true)
    }
    return (name, false)
  }

  /// The indicator as a fact; what is missing where it is none.
  func fact(in document: PlanDocument) -> Result<Fact, Incomplete> {
    let (name, repeated) = nameAndRepeat
    guard !name.isEmpty else { return .failure(.noName) }
    guard !points.isEmpty else { return .failure(.noFigure) }
    var fields: [Field] = []
    if let range = union(points.map(\.lines)) { fields.append(Field(.points, .points(points), lines: range)) }
    let sorted = SDGTargets.sorted(targets)
    if let targetLines { fields.append(Field(.sdgTargets, .list(sorted), lines: targetLines)) }
    if let noteLines = union(notes.map { LineRange($0.line) }) {
      var texts: [String] = []
      for note in notes where !texts.contains(note.text) { texts.append(note.text) }
      fields.append(Field(.note, .text(texts.joined(separator: "、")), lines: noteLines))
    }
    if repeated { fields.append(Field(.repeated, .flag(true), lines: nameLines)) }
    let source = FactSource(
      lines: lines, section: document.outline.path(above: nameLines.first), sdgTargets: sorted,
      repeated: repeated)
    return .success(
      Fact(kind: .indicator, name: name, plan: document.plan.id, fields: fields, sources: [source]))
  }

  enum Incomplete: String, Error {
    case noName = "figures without the name of an indicator"
    case noFigure = "the name of an indicator without a figure"
  }
}

extension Point {
  /// The same figure for the same time, wherever it is printed.
  func saysTheSame(as other: Point) -> Bool {
    var moved = other
    moved.lines = lines
    if text.squeezed == other.text.squeezed { moved.text = text }
    return self == moved
  }
}

extension Point.Bound {
  /// The bounds a point can have; 超 and 未満 stay in its text.
  init?(_ bound: Quantity.Bound) {
    switch bound {
    case .atLeast: self = .atLeast
    case .atMost: self = .atMost
    case .moreThan, .lessThan: return nil
    }
  }
}
