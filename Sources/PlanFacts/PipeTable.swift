import PlanDocuments

/// A table drawn with `|`, as conversions of scanned pages write it: a head, a rule of dashes, rows of cells.
struct PipeTable: Hashable, Sendable {
  struct Row: Hashable, Sendable {
    /// 1-based; where the row was wrapped, from its first line to its last.
    let lines: LineRange
    /// Without tags and outer whitespace, in printed order; empty cells are kept, they hold the columns.
    let cells: [String]

    init(lines: LineRange, cells: [String]) {
      self.lines = lines
      self.cells = cells
    }

    init(line: Int, cells: [String]) { self.init(lines: LineRange(line), cells: cells) }

    /// The first line.
    var line: Int { lines.first }
  }

  /// The row above the rule; empty where the table has none.
  let head: [String]
  /// The first line of the head, or of the table.
  let headLine: Int
  let rows: [Row]

  /// All tables of a plan, in order: runs of lines that open with `|`.
  static func all(in plan: Plan) -> [PipeTable] {
    var tables: [PipeTable] = []
    var rows: [Row] = []
    var i = 0
    while i < plan.lines.count {
      let (text, count) = rowText(plan.lines, at: i)
      if let cells = cells(of: text) {
        rows.append(Row(lines: LineRange(i + 1, i + count), cells: cells))
      } else if !rows.isEmpty {
        tables.append(PipeTable(rows))
        rows = []
      }
      i += count
    }
    if !rows.isEmpty { tables.append(PipeTable(rows)) }
    return tables
  }

  /// A row and how many lines it takes: one that does not close goes on to the line that does, over two lines at most.
  private static func rowText(_ lines: [String], at start: Int) -> (String, Int) {
    let first = lines[start].trimmed
    guard first.first == "|", first.last != "|", first.count > 1 else { return (first, 1) }
    var text = first
    for (i, next) in lines.dropFirst(start + 1).prefix(2).enumerated() {
      let piece = next.trimmed
      guard !piece.isEmpty, piece.first != "|" else { break }
      text += piece
      if piece.last == "|" { return (text, i + 2) }
    }
    return (first, 1)
  }

  private init(_ all: [Row]) {
    let rule = all.firstIndex { PipeTable.isRule($0.cells) }
    head = rule.flatMap { $0 > 0 ? all[$0 - 1].cells : nil } ?? []
    headLine = rule.flatMap { $0 > 0 ? all[$0 - 1].line : nil } ?? all.first?.line ?? 1
    rows = rule.map { Array(all[($0 + 1)...]) } ?? all
  }

  /// nil where the line is no row.
  private static func cells(of text: String) -> [String]? {
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
