import JapaneseText
import PlanDocuments

/// A table whose cells are words between spaces, under a head of nothing but titles:
///
///     No. 事業名 担当課 予算額 決算額 達成度
///     7 市民農園運営事業 農林課 1,130 1,098 3
///
/// A row ends where it has a cell for each column. One that was wrapped inside a cell is put together only where one way
/// of doing so fits the titles; any other is a misfit. Titles and cells may also stand on lines of their own, with blank
/// lines between the rows.
struct SpacedTable: Sendable {
  let titles: [ColumnTitle?]
  let head: LineRange
  private(set) var rows: [ColumnTable.Row] = []
  private(set) var misfits: [LineRange] = []

  /// All tables of a plan, in order.
  static func all(in plan: Plan) -> [SpacedTable] {
    let lines = NumberedLine.all(in: plan)
    var tables: [SpacedTable] = []
    var i = 0
    while i < lines.count {
      if let titles = titles(of: lines[i]) {
        var table = SpacedTable(titles: titles, head: LineRange(lines[i].number))
        i = table.read(lines, from: i + 1)
        tables.append(table)
      } else if let (titles, end) = titleLines(lines[i...]) {
        var table = SpacedTable(titles: titles, head: LineRange(lines[i].number, lines[end - 1].number))
        i = table.readGroups(lines, from: end)
        tables.append(table)
      } else {
        i += 1
      }
    }
    return tables
  }

  private init(titles: [ColumnTitle?], head: LineRange) {
    self.titles = titles
    self.head = head
  }

  /// Three titles or more, the names of projects and a column of figures among them; indicators have readers of their own.
  private static func titles(of line: NumberedLine) -> [ColumnTitle?]? {
    guard line.scalars.count <= 120, !line.scalars.contains("\t"), line.scalars.first != "|" else {
      return nil
    }
    let words = line.text.words
    // most lines are told by their first word alone
    guard (3...16).contains(words.count), ColumnTitle(words[0]) != nil else { return nil }
    let titles = words.map { ColumnTitle($0) }
    return isHead(titles) ? titles : nil
  }

  private static func isHead(_ titles: [ColumnTitle?]) -> Bool {
    let meanings = titles.compactMap { $0?.meaning }
    return (3...16).contains(titles.count) && meanings.count == titles.count && meanings.contains(.project)
      && meanings.contains { [.budget, .settlement, .cost, .level].contains($0) }
  }

  /// Titles on lines of their own up to a blank line, and the index behind them; the unit of one may follow in brackets.
  private static func titleLines(
    _ lines: ArraySlice<NumberedLine>
  ) -> (titles: [ColumnTitle?], end: Int)? {
    guard let first = lines.first, first.scalars.count <= 12, ColumnTitle(first.text) != nil else {
      return nil
    }
    var titles: [String] = []
    var end = lines.startIndex
    for line in lines.prefix(20) {
      guard end == lines.startIndex || !line.followsBlank, line.scalars.count <= 12 else { break }
      if ColumnTitle(line.text) != nil {
        titles.append(line.text)
      } else if Bracket.alone(in: line.scalars).count == 1, !titles.isEmpty {
        titles[titles.count - 1] += line.text
      } else {
        return nil
      }
      end += 1
    }
    let found = titles.map { ColumnTitle($0) }
    return found.count <= 10 && isHead(found) ? (found, end) : nil
  }

  /// Reads rows between blank lines, a cell or a piece of one a line; the index of the first line that is none.
  private mutating func readGroups(_ lines: [NumberedLine], from start: Int) -> Int {
    var unsure: [(lines: LineRange, fits: [[String]])] = []
    var i = start
    while i < lines.count, lines[i].followsBlank {
      let end =
        lines[(i + 1)...].prefix(titles.count + 4).firstIndex(where: \.followsBlank)
        ?? min(lines.count, i + titles.count + 5)
      let group = lines[i..<end]
      guard group.count >= titles.count, group.count <= titles.count + 4,
        !group.contains(where: { $0.scalars.last == "。" })
      else { break }
      let fits = fits(group.map { ($0.text, true) })
      let range = LineRange(lines[i].number, lines[end - 1].number)
      if fits.count == 1 {
        rows.append(ColumnTable.Row(lines: range, cells: fits[0]))
      } else {
        unsure.append((range, fits))
      }
      i = end
    }
    for group in unsure { settle(group.lines, among: group.fits) }
    rows.sort { $0.lines < $1.lines }
    return i
  }

  /// Where a name and a bureau can be divided in more than one way, a bureau that other rows have decides.
  private mutating func settle(_ lines: LineRange, among fits: [[String]]) {
    let column = titles.firstIndex { $0?.meaning == .bureau }
    let known = column.map { column in
      fits.filter { fit in rows.contains { $0.cells[column] == fit[column] } }
    }
    if let known, known.count == 1 {
      rows.append(ColumnTable.Row(lines: lines, cells: known[0]))
    } else {
      misfits.append(lines)
    }
  }

  /// Reads rows to the first blank line, sentence or head; the index of the first line that is none.
  private mutating func read(_ lines: [NumberedLine], from start: Int) -> Int {
    var i = start
    while i < lines.count, !(i > start && lines[i].followsBlank) {
      guard let count = takeRow(lines[i..<min(i + 3, lines.count)]) else { break }
      i += count
    }
    return i
  }

  /// How many lines the row at the start takes; nil where there is none.
  private mutating func takeRow(_ lines: ArraySlice<NumberedLine>) -> Int? {
    var words: [(text: String, opensLine: Bool)] = []
    var count = 0
    for line in lines {
      if line.scalars.last == "。" || line.scalars.contains("\t") || SpacedTable.titles(of: line) != nil
        || count > 0 && line.followsBlank
      {
        break
      }
      words += line.text.words.enumerated().map { ($1, $0 == 0 && count > 0) }
      count += 1
      let range = LineRange(lines[lines.startIndex].number, line.number)
      if let cells = fit(words) {
        rows.append(ColumnTable.Row(lines: range, cells: cells))
        return count
      }
    }
    guard count > 0, let first = lines.first, first.text.words.count + 1 >= titles.count else { return nil }
    misfits.append(LineRange(first.number))
    return 1
  }

  /// A cell for each title; nil where the words don't make them in just one way.
  private func fit(_ words: [(text: String, opensLine: Bool)]) -> [String]? {
    let fits = fits(words)
    return fits.count == 1 ? fits[0] : nil
  }

  /// All ways in which words make a cell for each title.
  private func fits(_ words: [(text: String, opensLine: Bool)]) -> [[String]] {
    let joins = words.count - titles.count
    let breaks = words.indices.filter { words[$0].opensLine }
    guard joins >= 0, joins <= breaks.count, breaks.count <= 16 else { return [] }
    var fits: [[String]] = []
    // a few line breaks: each way of joining across some of them
    for chosen in 0..<(1 << breaks.count) where chosen.nonzeroBitCount == joins {
      var cells: [String] = []
      for (i, word) in words.enumerated() {
        if let n = breaks.firstIndex(of: i), chosen >> n & 1 == 1, !cells.isEmpty {
          cells[cells.count - 1] += word.text
        } else {
          cells.append(word.text)
        }
      }
      if cells.count == titles.count, zip(titles, cells).allSatisfy({ SpacedTable.accepts($0, $1) }) {
        fits.append(cells)
      }
    }
    return fits
  }

  private static func accepts(_ title: ColumnTitle?, _ cell: String) -> Bool {
    let folded = cell.squeezed
    let isFigure = Quantity(parsing: folded) != nil
    switch title?.meaning {
    case .number: return !folded.isEmpty && folded.utf8.count <= 4 && Int(folded) != nil
    case .budget, .settlement, .cost, .count, .share: return isFigure || EvaluationRow.isDash(folded)
    case .level:
      return ProjectRow.level(folded) != nil || EvaluationRow.isDash(folded)
        || folded.hasSuffix("%") && isFigure
    case .project, .overview: return !isFigure && !EvaluationRow.isDash(folded)
    case .bureau: return folded.last.map { "課室局部所館署会係校園".contains($0) } ?? false
    default: return true
    }
  }
}
