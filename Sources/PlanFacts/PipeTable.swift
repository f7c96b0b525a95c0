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
  private(set) var rows: [Row]

  /// All tables of a plan, in order: runs of lines that open with `|`. A page's end does not end a table whose head is printed again
  /// behind it, or that goes on with rows of as many cells.
  static func all(in document: PlanDocument) -> [PipeTable] {
    let lines = document.plan.lines
    let ends = PageEnds(document)
    var tables: [PipeTable] = []
    var rows: [Row] = []
    func close() {
      guard !rows.isEmpty else { return }
      let table = PipeTable(rows)
      rows = []
      if let last = tables.last, let more = last.rows(goingOnIn: table, ends) {
        tables[tables.count - 1].rows += more
      } else {
        tables.append(table)
      }
    }
    var i = 0
    while i < lines.count {
      let (text, count) = rowText(lines, at: i)
      if let cells = cells(of: text) {
        rows.append(Row(lines: LineRange(i + 1, i + count), cells: cells))
      } else {
        close()
      }
      i += count
    }
    close()
    return tables
  }

  /// The rows of a table that goes on with this one on the next page; nil for any other.
  private func rows(goingOnIn next: PipeTable, _ ends: PageEnds) -> [Row]? {
    guard let last = rows.last, ends.isBetween(last.lines.last, next.headLine) else { return nil }
    if next.head.isEmpty {
      guard next.rows.first?.cells.count == last.cells.count else { return nil }
      return next.rows.first?.cells == head ? Array(next.rows.dropFirst()) : next.rows
    }
    return next.head == head ? next.rows : nil
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
