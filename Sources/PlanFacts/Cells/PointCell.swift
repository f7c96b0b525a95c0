import JapaneseText
import PlanDocuments

/// A cell that says what an indicator was or is to be at a time: a figure or several, or a word in place of one.
enum PointCell {
  /// - Parameters:
  ///   - unit: What the row, the head or the table counts in, for figures that print no unit.
  ///   - units: All there are.
  /// - Returns: The points, and what the cell says of them or in place of a figure that was counted (集計中).
  static func read(
    _ text: String, _ role: FieldSchema.Role, under head: ColumnHead, unit: String?, units: Set<String>,
    at lines: LineRange
  ) -> (points: [Point], notes: [String]) {
    guard let pointRole = role.ofPoint, !CellKind.isNothing(text) else { return ([], []) }
    let printed = text.joiningJapanese
    guard printed.unicodeScalars.count <= 60, !printed.contains("。"),
      !isWork(printed, units)
    else { return ([], []) }
    let read = FigureText(
      printed, allowsWords: pointRole == .target && !printed.unicodeScalars.allSatisfy(CellKind.isChoice))
    let points = read.figures.map { figure in
      let year = figure.year ?? head.year
      var point = Point(role: pointRole, text: figure.text, lines: lines)
      point.fiscalYear = year.flatMap { $0.isRange ? nil : $0.first }
      point.fiscalYears = year.flatMap { $0.isRange ? Array($0.first...$0.last) : nil } ?? []
      point.calendarYear = year.map { $0.form == .calendar } ?? false
      point.label =
        figure.label ?? (role == .forecast ? head.path.last { $0.contains("見込") || $0.contains("計画") } : nil)
      let quantity = figure.quantity ?? PointCell.perTime(figure.text)
      point.value = quantity?.value
      point.unit = quantity.flatMap { $0.unit ?? unit }
      point.bound = quantity?.bound.flatMap(Point.Bound.init)
      return point
    }
    return (points, read.notes)
  }
}

extension PointCell {
  /// Whether a text is an item of a list of works; a figure may have a mark too (`◇30件以内`).
  fileprivate static func isWork(_ text: String, _ units: Set<String>) -> Bool {
    guard let mark = text.first, "●・■◆◇□◎".contains(mark) else { return false }
    return FigureShape(String(text.dropFirst()), units: units) == nil
  }

  /// A figure behind the time it is counted over: `年111校`, `5年間で2人`.
  fileprivate static func perTime(_ text: String) -> Quantity? {
    let scalars = Array(text.squeezed.unicodeScalars)
    var start = 0
    while start < scalars.count, scalars[start].decimalDigit != nil { start += 1 }
    guard scalars[start...].first == "年" else { return nil }
    start += 1
    for joint in ["間で", "間に", "間", "に"] where scalars[start...].starts(with: joint.unicodeScalars) {
      start += joint.unicodeScalars.count
      break
    }
    return start < scalars.count && scalars[start].decimalDigit != nil
      ? Quantity(parsing: String(String.UnicodeScalarView(scalars[start...]))) : nil
  }
}

extension CellKind {
  fileprivate static func isChoice(_ scalar: Unicode.Scalar) -> Bool {
    "○◯◎●×✕△▲―－-".unicodeScalars.contains(scalar)
  }
}
