import PlanDocuments

/// A row of a table whose cells are kept apart by tabs.
struct TabRow: Hashable, Sendable {
  /// 1-based.
  let line: Int
  /// Without tags and outer whitespace, in printed order; empty cells are kept, they hold the columns.
  let cells: [String]

  /// nil where the line has no tab.
  init?(line: Int, text: String) {
    guard text.unicodeScalars.contains("\t") else { return nil }
    self.line = line
    cells = text.split(separator: "\t", omittingEmptySubsequences: false).map { MarkupText.plain(String($0)) }
  }

  /// The cell of a column; empty where the row is too short.
  subscript(_ column: Int) -> String { cells.indices.contains(column) ? cells[column] : "" }
}
