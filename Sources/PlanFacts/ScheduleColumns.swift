import JapaneseText

/// What the columns of a schedule hold, as its head prints them over one row or two:
/// `施策計画名 | 現状 | 目標`, and under 目標 a fiscal year each.
struct ScheduleColumns: Hashable, Sendable {
  struct Year: Hashable, Sendable {
    let column: Int
    let fiscalYear: Int
    let orLater: Bool
  }

  let name: Int
  let current: Int?
  /// In printed order.
  let years: [Year]
  /// How many cells a whole row has.
  let count: Int

  /// nil unless the rows name the column of names and at least two years.
  init?(_ rows: [TabRow]) {
    var name: Int?
    var current: Int?
    var years: [Year] = []
    for row in rows {
      for (column, cell) in row.cells.enumerated() {
        if let year = ScheduleColumns.year(cell) {
          years.append(Year(column: column, fiscalYear: year.first, orLater: year.orLater))
        } else if ScheduleColumns.namesRows(cell) {
          name = name ?? column
        } else if ["現状", "現況"].contains(ScheduleColumns.label(cell)) {
          current = current ?? column
        }
      }
    }
    guard let name, years.count >= 2 else { return nil }
    self.name = name
    self.current = current
    self.years = years.sorted { $0.column < $1.column }
    count = rows.map(\.cells.count).max() ?? 0
  }

  /// Whether a row is one of a head: it names the rows, or holds years and nothing else.
  static func isHead(_ row: TabRow) -> Bool {
    let filled = row.cells.filter { !$0.isEmpty }
    return filled.contains { namesRows($0) } || filled.count >= 2 && filled.allSatisfy { year($0) != nil }
  }

  /// `施策計画名`, `事業名`, `取組名`
  static func namesRows(_ cell: String) -> Bool {
    let label = Self.label(cell)
    return label.count <= 8 && ["施策", "事業", "取組"].contains { label.hasPrefix($0) } && label.hasSuffix("名")
  }

  /// Without spaces and a closing colon: `施 策 計 画 名：`.
  private static func label(_ cell: String) -> String {
    let squeezed = cell.squeezed
    return squeezed.hasSuffix(":") ? String(squeezed.dropLast()) : squeezed
  }

  /// A cell that is a fiscal year and nothing else.
  private static func year(_ cell: String) -> YearMention? {
    let scalars = Array(label(cell).unicodeScalars)
    guard let year = YearMention.read(scalars, at: 0, bareYears: true),
      year.range.upperBound == scalars.count,
      !year.isRange
    else { return nil }
    return year
  }
}
