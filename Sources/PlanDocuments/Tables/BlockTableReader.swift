import JapaneseText
import SourceFiles

/// Reads tables that `pdftotext` gives without `-layout` column by column: the names in one block between blank lines, and elsewhere on the
/// page their figures row by row, below their heads:
///
///     指標名                  基準値
///     湖を訪れた人            実績値
///     森を訪れた人            （令和元年度） （令和６年度） 達成状況
///                             10人
///                             20人 順調
///                             4人
///                             3人 未達成
///
/// Blocks of names and blocks of figures are paired in their order, where the figures come out even and are as many rows as names; the
/// figures of a row print no two units. Where the names stand among the figures, each before its row, the block is a table of its own.
package struct BlockTableReader {
  private struct Token {
    let text: String
    /// 1-based.
    let line: Int
    let opensLine: Bool
  }

  private struct Names {
    let head: Token
    let names: [Token]
  }

  private struct Column {
    var head: [Token]
    let isFigure: Bool
  }

  /// Names with their rows.
  private struct Paired {
    let name: Token
    var columns: [Column]
    /// Each with its name.
    var rows: [[Token?]]
    /// A head over the columns of figures.
    let over: Token?
    let figureCount: Int

    /// With a block of texts behind the figures as a column: as many as there are rows, or rows that are no sums, and some of them alike,
    /// as offices and grades are and names are not. nil for any other block.
    func adding(_ block: Names) -> Paired? {
      let end = rows.joined().compactMap { $0?.line }.max() ?? 0
      let texts = block.names.map(\.text)
      let single = rows.indices.filter { !CellRoles.isTotal(rows[$0][0]?.text ?? "") }
      guard block.head.text != name.text, (0...20).contains(block.head.line - end),
        Set(texts).count < texts.count, texts.allSatisfy({ $0.count <= 12 }),
        let own = [Array(rows.indices), single].first(where: { $0.count == texts.count })
      else { return nil }
      var whole = self
      whole.columns.append(Column(head: [block.head], isFigure: false))
      for i in rows.indices { whole.rows[i].append(own.firstIndex(of: i).map { block.names[$0] }) }
      return whole
    }
  }

  private let words: HeadWords
  private let holdsFigures: (HeadText) -> Bool
  /// Behind so many lines names have no figures any more.
  private static let reach = 120

  /// - Parameters:
  ///   - isOpen: Whether a line (0-based) may belong to a table.
  ///   - holdsFigures: Whether figures stand under a head.
  package static func grids(
    in lines: [String], words: HeadWords, where isOpen: (Int) -> Bool,
    holdsFigures: @escaping (HeadText) -> Bool
  ) -> [Grid] {
    let reader = BlockTableReader(words: words, holdsFigures: holdsFigures)
    var grids: [Grid] = []
    var pending: [Names] = []
    var paired: [Paired] = []
    var bare: Token?
    func take(_ names: Names) {
      if let last = paired.last, let whole = last.adding(names) {
        paired[paired.count - 1] = whole
      } else {
        pending.append(names)
      }
    }
    for block in blocks(of: lines, where: isOpen) {
      pending.removeAll { (block.first?.line ?? 0) - $0.head.line > reach }
      if let head = bare, let names = reader.names(block, below: head) {
        take(names)
        bare = nil
        continue
      }
      bare = block.count == 1 && reader.headsNames(block[0]) ? block[0] : nil
      // a title may stand over the head
      let named = block.indices.prefix(6).lazy.filter { block[$0].opensLine }.prefix(2).compactMap {
        reader.names(Array(block[($0 + 1)...]), below: block[$0])
      }.first
      if let named {
        take(named)
      } else if let (columns, name, body) = reader.heads(of: block) {
        if let name, let grid = reader.grid(columns, name, rows: body) {
          grids.append(grid)
        } else if name == nil {
          for (over, columns) in [(nil, columns), reader.underOneHead(columns)].compactMap(\.self) {
            guard let rows = reader.rows(columns, body),
              let i = pending.firstIndex(where: { $0.names.count == rows.count })
            else { continue }
            let names = pending[i]
            pending.removeFirst(i + 1)
            let whole = zip(names.names, rows).map { [$0] + $1 }
            paired.append(
              Paired(name: names.head, columns: columns, rows: whole, over: over, figureCount: columns.count))
            break
          }
        }
      }
    }
    return grids + paired.map(reader.grid)
  }

  /// What stands between blank lines, cut at white space.
  private static func blocks(of lines: [String], where isOpen: (Int) -> Bool) -> [[Token]] {
    var blocks: [[Token]] = [[]]
    for (i, line) in lines.enumerated() {
      let parts =
        isOpen(i) && line.utf8.count <= 200 ? line.split(whereSeparator: \.isWhitespace).map(String.init) : []
      if parts.isEmpty || parts[0].hasPrefix("|") || line.utf8.contains(0x09) {
        if !(blocks.last ?? []).isEmpty { blocks.append([]) }
        continue
      }
      blocks[blocks.count - 1] += parts.enumerated().map {
        Token(text: $1, line: i + 1, opensLine: $0 == 0)
      }
    }
    return blocks.filter { (1...2_000).contains($0.count) }.flatMap(parted)
  }

  /// A block cut where its first two cells come again: the heads of the next table.
  private static func parted(_ block: [Token]) -> [[Token]] {
    guard block.count > 4 else { return [block] }
    let starts = block.indices.dropLast().filter { i in
      i == 0 || block[i].opensLine && block[i].text == block[0].text && block[i + 1].text == block[1].text
    }
    return zip(starts, starts.dropFirst() + [block.count]).map { Array(block[$0..<$1]) }
  }

  // MARK: names

  /// `指標名`, `事業名`: a head below which no figures stand.
  private func headsNames(_ token: Token) -> Bool {
    let head = words.head(token.text)
    return words.know(head) && !head.isPeriod && !holdsFigures(head) && head.unit == nil
  }

  /// Two lines or more that each name something.
  private func names(_ tokens: [Token], below head: Token) -> Names? {
    guard headsNames(head) else { return nil }
    var names: [Token] = []
    for token in tokens {
      if token.opensLine {
        names.append(token)
      } else if let last = names.popLast() {
        names.append(Token(text: last.text + " " + token.text, line: last.line, opensLine: true))
      }
    }
    return names.count > 1 && names.count <= 200 && names.allSatisfy(isName)
      ? Names(head: head, names: names) : nil
  }

  private func isName(_ token: Token) -> Bool {
    let kind = CellKind(token.text, words: words)
    return kind == .text || kind == .word && CellRoles.isTotal(token.text)
  }

  private func isFigure(_ text: String) -> Bool {
    CellKind.isNothing(text) || FigureShape(text, units: words.units) != nil
      || text.unicodeScalars.contains(where: \.isDigit) && text.unicodeScalars.count < 12
        && !words.know(words.head(text)) && CellKind(text, words: words) != .period
  }

  // MARK: figures

  /// The columns that a block of figures opens with, the head of names among them, and what stands below.
  private func heads(of block: [Token]) -> (columns: [Column], name: Token?, body: [Token])? {
    var heads: [Token] = []
    var unit: Token?
    var rest = block[...]
    while let token = rest.first {
      let head = words.head(token.text)
      if head.names.isEmpty, head.unit != nil {
        unit = token
      } else if words.know(head) || head.isPeriod {
        heads.append(token)
      } else {
        break
      }
      rest = rest.dropFirst()
    }
    let kinds = heads.map { words.head($0.text) }
    let names = heads.indices.filter { headsNames(heads[$0]) && isAmongRoles($0, kinds) }
    guard names.count < 2, heads.count - names.count > 1, !rest.isEmpty else { return nil }
    let name = names.first.map { heads[$0] }
    heads = heads.indices.filter { !names.contains($0) }.map { heads[$0] }
    guard var columns = columns(heads), columns.count > 1, columns.count(where: \.isFigure) > 1 else {
      return nil
    }
    if let unit { for i in columns.indices where columns[i].isFigure { columns[i].head.append(unit) } }
    return (columns, name, Array(rest))
  }

  /// Whether a head that is no figure's stands before one that is: grades stand behind them.
  private func isAmongRoles(_ i: Int, _ heads: [HeadText]) -> Bool {
    heads[(i + 1)...].contains { holdsFigures($0) || $0.isPeriod }
  }

  /// Heads with their years: as many years behind as many heads, or years before groups of heads that open alike.
  private func columns(_ heads: [Token]) -> [Column]? {
    let periods = heads.indices.filter { words.head(heads[$0].text).isPeriod }
    let own = heads.indices.filter { !periods.contains($0) }
    let column = { (i: Int) in Column(head: [heads[i]], isFigure: holdsFigures(words.head(heads[i].text))) }
    guard let first = periods.first, let last = periods.last else { return own.map(column) }
    guard last - first + 1 == periods.count else { return nil }
    if own.isEmpty { return heads.indices.map(column) }
    if first > 0 {
      guard periods.count == first else { return nil }
      return own.map { i in
        i < first
          ? Column(head: [heads[i], heads[first + i]], isFigure: true) : column(i)
      }
    }
    // 令和６年度 令和７年度 予算額 決算額 予算額
    var groups: [[Int]] = []
    for i in own {
      if groups.last?.contains(where: { heads[$0].text == heads[i].text }) ?? true { groups.append([]) }
      groups[groups.count - 1].append(i)
    }
    guard groups.count == periods.count else { return nil }
    return zip(periods, groups).flatMap { period, group in
      group.map { Column(head: [heads[period], heads[$0]], isFigure: true) }
    }
  }

  /// The first head, which is over the others where these have years and it has none (事業費 over R5決算, R6決算); nil elsewhere.
  private func underOneHead(_ columns: [Column]) -> (over: Token?, columns: [Column])? {
    guard columns.count > 2, let first = columns.first, first.isFigure,
      words.head(first.head[0].text).year == nil,
      columns.dropFirst().allSatisfy({ $0.isFigure && words.head($0.head[0].text).year != nil })
    else { return nil }
    return (first.head[0], Array(columns.dropFirst()))
  }

  private func accepts(_ column: Column, _ token: Token) -> Bool {
    column.isFigure
      ? isFigure(token.text) : FigureShape(token.text, units: words.units) == nil && token.text.count <= 12
  }

  /// The rows of figures, where they come out even and are of one unit each.
  private func rows(_ columns: [Column], _ tokens: [Token]) -> [[Token]]? {
    guard !tokens.isEmpty, tokens.count.isMultiple(of: columns.count) else { return nil }
    let rows = stride(from: 0, to: tokens.count, by: columns.count).map {
      Array(tokens[$0..<($0 + columns.count)])
    }
    for row in rows {
      let units = zip(columns, row).filter(\.0.isFigure).compactMap {
        FigureShape($1.text, units: words.units)?.quantity.unit
      }
      guard zip(columns, row).allSatisfy(accepts), Set(units).count < 2 else { return nil }
    }
    return rows
  }

  /// Rows that open with their names.
  private func grid(_ columns: [Column], _ name: Token, rows body: [Token]) -> Grid? {
    var rows: [[Token]] = []
    var rest = body[...]
    while let first = rest.first {
      var text = first.text
      rest = rest.dropFirst()
      while let more = rest.first, !more.opensLine {
        text += " " + more.text
        rest = rest.dropFirst()
      }
      let named = Token(text: text, line: first.line, opensLine: true)
      guard isName(named), let row = self.rows(columns, Array(rest.prefix(columns.count))), row.count == 1
      else {
        return nil
      }
      rows.append([named] + row[0])
      rest = rest.dropFirst(columns.count)
    }
    return rows.count > 1
      ? grid(Paired(name: name, columns: columns, rows: rows, over: nil, figureCount: columns.count)) : nil
  }

  private func grid(_ table: Paired) -> Grid {
    let top = table.over == nil ? 0 : 1
    var cells = ([[table.name]] + table.columns.map(\.head)).enumerated().map { column, head in
      let isUnder = top > 0 && (1...table.figureCount).contains(column)
      return GridCell(
        row: isUnder ? 1 : 0, column: column, rowSpan: isUnder ? 1 : top + 1, text: head.map(\.text),
        lines: head.map(\.line), emphasis: .head)
    }
    if let over = table.over {
      cells.append(
        GridCell(
          row: 0, column: 1, columnSpan: table.figureCount, text: [over.text], lines: [over.line],
          emphasis: .head))
    }
    for (r, row) in table.rows.enumerated() {
      cells += row.enumerated().compactMap { column, token in
        token.map { GridCell(row: r + top + 1, column: column, text: [$0.text], lines: [$0.line]) }
      }
    }
    return Grid(cells: cells)
  }
}
