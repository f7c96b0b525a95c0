import PlanDocuments

/// The cells of a row of a schedule, told to their columns as far as that is sure.
///
/// A row with as many cells as its head has its columns. Conversions lose cells that span several years, so in a
/// shorter row only what the other rows of the document settle is told a year; the rest is kept without one.
struct ScheduleRow: Hashable, Sendable {
  let row: TabRow
  let columns: ScheduleColumns

  var isWhole: Bool { row.cells.count == columns.count }

  /// What the whole rows of a document have in common.
  struct Habits: Hashable, Sendable {
    /// What stands in the last column of several rows and in no other column, squeezed: `事業推進`.
    private(set) var closing: Set<String> = []
    private(set) var currentIsAlwaysFilled = false

    init(of rows: [ScheduleRow]) {
      let whole = rows.filter { $0.isWhole && !$0.row[$0.columns.name].isEmpty }
      guard whole.count >= 3 else { return }
      var ends: [String: Int] = [:]
      var elsewhere: Set<String> = []
      for row in whole {
        for year in row.columns.years where !row.row[year.column].isEmpty {
          let text = row.row[year.column].squeezed
          if year == row.columns.years.last {
            ends[text, default: 0] += 1
          } else {
            elsewhere.insert(text)
          }
        }
      }
      closing = Set(ends.filter { $0.value >= 3 }.keys).subtracting(elsewhere)
      currentIsAlwaysFilled = whole.allSatisfy { row in
        row.columns.current.map { !row.row[$0].isEmpty } ?? false
      }
    }
  }

  /// The text of 現状; nil where the document has no such column or it can't be told.
  func current(_ habits: Habits) -> String? {
    guard let column = columns.current else { return nil }
    return isWhole || isReadInOrder(habits) ? row[column] : nil
  }

  /// Filled cells of years, in printed order; the year is nil where the column can't be told.
  func yearCells(_ habits: Habits) -> [(year: ScheduleColumns.Year?, text: String)] {
    if isWhole { return columns.years.map { ($0, row[$0.column]) }.filter { !$0.text.isEmpty } }
    let start = isReadInOrder(habits) ? (columns.years.first?.column ?? 0) : columns.name + 1
    let cells = row.cells.indices.filter { $0 >= start }.map { row[$0] }.filter { !$0.isEmpty }
    return cells.enumerated().map { i, text in
      let isClosing = i == cells.count - 1 && habits.closing.contains(text.squeezed)
      return (isClosing ? columns.years.last : nil, text)
    }
  }

  /// Whether name and 現状 open the row, so that only cells of years can be missing.
  private func isReadInOrder(_ habits: Habits) -> Bool {
    guard let current = columns.current, let first = columns.years.first else { return false }
    return columns.name == 0 && current == 1 && first.column == 2 && habits.currentIsAlwaysFilled
  }
}
