import JapaneseText
import PlanDocuments

/// A cell that says what an indicator was or is to be at a time: a figure or several, or a word in place of one.
enum PointCell {
  /// - Parameter unit: What the row, the head or the table counts in, for figures that print no unit.
  static func points(
    _ text: String, _ role: FieldSchema.Role, under head: ColumnHead, unit: String?, at lines: LineRange
  ) -> [Point] {
    guard let pointRole = role.ofPoint, !CellKind.isNothing(text) else { return [] }
    let printed = text.joiningJapanese
    guard printed.unicodeScalars.count <= 60, !printed.contains("。"),
      // works are no figures
      !["●", "・", "■", "◆", "◇", "□", "◎"].contains(where: { printed.hasPrefix($0) })
    else { return [] }
    return FigureText(printed, allowsWords: !printed.unicodeScalars.allSatisfy(CellKind.isChoice)).figures.map
    { figure in
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
  }
}

extension PointCell {
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
