import JapaneseText
import PlanDocuments

/// A table whose head names its columns, whatever sets its cells apart: `|`, tabs, or spaces.
///
/// Columns stand in any order. The head is one row or two (`目標` over a year each, or years over 実績 and 目標). A row that leaves the names of
/// things empty goes on with the row above it.
struct ColumnTable: Sendable {
  struct Row: Hashable, Sendable {
    var lines: LineRange
    /// As many as the head has; empty where nothing is printed.
    var cells: [String]
  }

  /// What separates the cells of a table.
  enum Form: Hashable, Sendable { case pipes, tabs, spaces }

  let form: Form
  /// By column; nil where a title is not known.
  let titles: [ColumnTitle?]
  let head: LineRange
  let rows: [Row]
  /// Rows with more cells than columns.
  let misfits: [LineRange]
  /// What money is counted in, where a line above the head says so: `（単位：千円）`.
  let unit: String?

  /// From the head to the last row.
  var lines: LineRange { rows.map(\.lines).reduce(head) { $0.union($1) } }

  /// `合計`, and the like: a row of sums is about nothing of its own.
  static func isSum(_ name: String) -> Bool { ["合計", "計", "小計", "総計", "総合計"].contains(name.squeezed) }

  /// The columns whose title has one of `meanings`, in printed order.
  func columns(_ meanings: ColumnTitle.Meaning...) -> [Int] {
    titles.indices.filter { column in titles[column].map { meanings.contains($0.meaning) } ?? false }
  }

  func column(_ meaning: ColumnTitle.Meaning) -> Int? { columns(meaning).first }

  /// Columns of a year's works.
  var years: [(column: Int, year: YearMention)] {
    titles.enumerated().compactMap { column, title in
      if case .year(let year) = title?.meaning { (column, year) } else { nil }
    }
  }

  /// Columns of figures.
  var figures: [(column: Int, role: Point.Role, year: YearMention?)] {
    titles.enumerated().compactMap { column, title in
      if case .figure(let role, let year) = title?.meaning { (column, role, year) } else { nil }
    }
  }

  /// All tables of a document with a head that names rows, in order of form and line.
  static func all(in document: PlanDocument) -> [ColumnTable] {
    let plan = document.plan
    let pipes = PipeTable.all(in: document).flatMap { table in
      let all =
        (table.head.isEmpty ? [] : [PipeTable.Row(line: table.headLine, cells: table.head)]) + table.rows
      return cuttingAtHeads(all.map { Row(lines: $0.lines, cells: $0.cells) })
    }.compactMap { ColumnTable(.pipes, $0, plan) }
    let tabs = tabRuns(plan).flatMap { cuttingAtHeads($0) }.compactMap { ColumnTable(.tabs, $0, plan) }
    return pipes + tabs + SpacedTable.all(in: plan).compactMap { ColumnTable($0, plan) }
  }

  /// Runs of lines with tabs; one blank line may stand between two of them.
  private static func tabRuns(_ plan: Plan) -> [[Row]] {
    var runs: [[Row]] = []
    var last = -9
    for (i, text) in plan.lines.enumerated() {
      guard let row = TabRow(line: i + 1, text: text) else {
        if !text.trimmed.isEmpty { last = -9 }
        continue
      }
      let next = Row(lines: LineRange(row.line), cells: row.cells)
      if i - last > 2 { runs.append([]) }
      runs[runs.count - 1].append(next)
      last = i
    }
    return runs
  }

  /// A head opens a table of its own wherever it stands; one whose first cell is empty is the second row of a head.
  private static func cuttingAtHeads(_ rows: [Row]) -> [[Row]] {
    var parts: [[Row]] = []
    for row in rows {
      let isBelowYears = parts.last.map { $0.count == 1 && isYears($0[0].cells) } ?? false
      if parts.isEmpty || isHead(row) && row.cells.first?.isEmpty == false && !isBelowYears {
        parts.append([])
      }
      parts[parts.count - 1].append(row)
    }
    return parts
  }

  /// Three titles that are known, or two of figures.
  private static func isHead(_ row: Row) -> Bool {
    // most rows are told by a figure
    if row.cells.contains(where: { $0.utf8.contains(UInt8(ascii: ",")) || $0.utf8.count > 120 }) {
      return false
    }
    let titles = row.cells.compactMap { ColumnTitle($0)?.meaning }
    let figures = titles.count { if case .figure = $0 { true } else { false } }
    return titles.count > 2 || figures > 1
  }

  /// nil unless the first of the rows is a head: names what the rows are about, and two columns more or less.
  private init?(_ form: Form, _ all: [Row], _ plan: Plan) {
    guard let first = all.first, all.count > 1 else { return nil }
    var cells = first.cells
    var body = all.dropFirst()
    if let second = body.first, let merged = ColumnTable.merging(cells, second.cells) {
      cells = merged
      body = body.dropFirst()
    }
    let titles = ColumnTable.titles(of: cells, over: Array(body))
    guard ColumnTable.namesRows(titles) else { return nil }
    self.form = form
    self.titles = titles
    head =
      body.first.map { LineRange(first.lines.first, max(first.lines.last, $0.lines.first - 1)) }
      ?? first.lines
    var rows: [Row] = []
    var misfits: [LineRange] = []
    for row in body {
      let extra = row.cells.dropFirst(cells.count).contains { !$0.isEmpty }
      if extra { misfits.append(row.lines) }
      guard !extra, let opening = row.cells.first(where: { !$0.isEmpty }), !ColumnTable.isSum(opening) else {
        continue
      }
      var row = row
      row.cells = Array((row.cells + Array(repeating: "", count: cells.count)).prefix(cells.count))
      rows.append(row)
    }
    self.rows = rows
    self.misfits = misfits
    unit = ColumnTable.unit(above: first.lines.first, in: plan)
  }

  private init?(_ table: SpacedTable, _ plan: Plan) {
    guard ColumnTable.namesRows(table.titles), !table.rows.isEmpty else { return nil }
    form = .spaces
    titles = table.titles
    head = table.head
    rows = table.rows
    misfits = table.misfits
    unit = ColumnTable.unit(above: table.head.first, in: plan)
  }

  private static func namesRows(_ titles: [ColumnTitle?]) -> Bool {
    let known = titles.compactMap { $0?.meaning }
    return known.count > 1
      && (known.contains(where: names.contains)
        || known.first.map { $0 == .grade || $0 == .level || $0 == .category } ?? false
          && known.contains(.count))
  }

  /// What the cells of a head say of the rows below it. Amounts of several years fit no single field.
  private static func titles(of cells: [String], over rows: [Row]) -> [ColumnTitle?] {
    var titles = cells.map { ColumnTitle($0) }
    if let name = unknownName(titles, of: cells, over: rows) { titles[name] = ColumnTitle(.indicator) }
    for meaning in [ColumnTitle.Meaning.budget, .settlement] {
      let columns = titles.indices.filter { titles[$0]?.meaning == meaning && titles[$0]?.year != nil }
      if columns.count > 1 { for column in columns { titles[column] = ColumnTitle(.other) } }
    }
    return titles
  }

  /// The column that names what is measured, whatever its title: the first that is no figure, beside one of what is and one
  /// of what is to be, over cells that are figures and no works; nil where a title names the rows.
  private static func unknownName(_ titles: [ColumnTitle?], of cells: [String], over rows: [Row]) -> Int? {
    guard !titles.contains(where: { $0.map { names.contains($0.meaning) } ?? false }) else { return nil }
    var roles: [Int: Point.Role] = [:]
    for (column, title) in titles.enumerated() {
      if case .figure(let role, _)? = title?.meaning { roles[column] = role }
    }
    guard roles.values.contains(.target), roles.values.contains(where: { $0 != .target }) else { return nil }
    let said = rows.flatMap { row in
      roles.keys.compactMap { $0 < row.cells.count && !row.cells[$0].isEmpty ? row.cells[$0] : nil }
    }
    let figures = said.count { cell in
      FigureText(cell, allowsWords: false).figures.contains { $0.quantity != nil }
    }
    guard figures > 0, figures * 2 >= said.count else { return nil }
    return titles.indices.first { i in
      !cells[i].isEmpty && (titles[i] == nil || titles[i]?.meaning == .category)
    }
  }

  /// Meanings of columns that say what each row is about.
  private static let names: Set<ColumnTitle.Meaning> = [.project, .indicator, .organization, .plan]

  /// Years and nothing else, two or more.
  private static func isYears(_ cells: [String]) -> Bool {
    let filled = cells.filter { !$0.isEmpty }
    return filled.count > 1
      && filled.allSatisfy { if case .year = ColumnTitle($0)?.meaning { true } else { false } }
  }

  /// A head over two rows: the second holds years or roles and nothing else, under titles or gaps; or the first holds
  /// years, one column short where nothing stands over the names.
  private static func merging(_ first: [String], _ second: [String]) -> [String]? {
    if isYears(first), isHead(Row(lines: LineRange(1), cells: second)), second.count >= first.count {
      let years = Array(repeating: "", count: second.count - first.count) + first
      return zip(years, second).map { year, title in
        ColumnTitle("\(year) \(title)") == nil || year.isEmpty ? title : "\(year) \(title)"
      }
    }
    // `（令和５年度）`
    let second = second.map { cell in
      let brackets = Bracket.alone(in: Array(cell.unicodeScalars))
      return brackets.count == 1 ? brackets[0] : cell
    }
    let filled = second.filter { !$0.isEmpty }
    let isHead =
      filled.count > 1
      && filled.allSatisfy { text in
        switch ColumnTitle(text)?.meaning {
        case .year, .figure: true
        default: false
        }
      }
    guard isHead, first.count == second.count else { return nil }
    var title = ""
    return zip(first, second).map { above, below in
      if !above.isEmpty { title = above }
      if below.isEmpty { return above }
      // 目標 over several years is printed once
      if ColumnTitle("\(title) \(below)") != nil { return "\(title) \(below)" }
      return above.isEmpty || ColumnTitle(above) == nil ? below : above
    }
  }

  /// `（単位：千円）` alone on one of the two lines above.
  private static func unit(above line: Int, in plan: Plan) -> String? {
    for number in [line - 1, line - 2] where number > 0 {
      let text = plan[line: number].squeezed
      if text.hasPrefix("(単位:"), text.hasSuffix(")") {
        return ColumnTitle.unit(in: String(text.dropFirst().dropLast()))
      }
    }
    return nil
  }
}
