import PlanDocuments

/// A table drawn with `|`, as conversions of scanned pages write it: a head, a rule of dashes, rows of cells.
struct PipeTable: Hashable, Sendable {
  struct Row: Hashable, Sendable {
    /// 1-based.
    let line: Int
    /// Without tags and outer whitespace, in printed order; empty cells are kept, they hold the columns.
    let cells: [String]
  }

  /// The row above the rule; empty where the table has none.
  let head: [String]
  let rows: [Row]

  /// All tables of a plan, in order: runs of lines that open with `|`.
  static func all(in plan: Plan) -> [PipeTable] {
    var tables: [PipeTable] = []
    var rows: [Row] = []
    for (i, text) in plan.lines.enumerated() {
      if let cells = cells(of: text) {
        rows.append(Row(line: i + 1, cells: cells))
      } else if !rows.isEmpty {
        tables.append(PipeTable(rows))
        rows = []
      }
    }
    if !rows.isEmpty { tables.append(PipeTable(rows)) }
    return tables
  }

  private init(_ all: [Row]) {
    let rule = all.firstIndex { PipeTable.isRule($0.cells) }
    head = rule.flatMap { $0 > 0 ? all[$0 - 1].cells : nil } ?? []
    rows = rule.map { Array(all[($0 + 1)...]) } ?? all
  }

  /// nil where the line is no row.
  private static func cells(of line: String) -> [String]? {
    let text = line.trimmed
    guard text.first == "|" else { return nil }
    var cells = text.split(separator: "|", omittingEmptySubsequences: false).dropFirst()
    if text.last == "|" { cells = cells.dropLast() }
    return cells.map { MarkupText.plain(String($0)) }
  }

  /// `|---|:--:|`
  private static func isRule(_ cells: [String]) -> Bool {
    !cells.isEmpty
      && cells.allSatisfy { cell in
        cell.contains("-") && cell.unicodeScalars.allSatisfy { $0 == "-" || $0 == ":" || $0.isSpace }
      }
  }
}
