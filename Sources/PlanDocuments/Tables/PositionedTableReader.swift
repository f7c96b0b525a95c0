/// Reads tables whose columns are set by spaces, as `pdftotext -layout` prints a page: a head that names columns, and below it cells
/// that are wrapped around the middle of their rows.
///
///        重要業績評価指標       現状値          目標値
///          （ＫＰＩ）       （2014年度）    （2019年度）
///     湖のまわりで新しく
///                              －        ５年間で１人
///     働きはじめた人の数
///
/// A line that repeats a part of the head (bold is drawn twice) belongs to it. The table ends before a line that crosses its columns, a
/// line that opens something else, or four blank lines; it goes on over a page's end, also where its head is printed again there.
import JapaneseText
import SourceFiles

package struct PositionedTableReader {
  private let lines: [PositionedLine]
  private let isOpen: (Int) -> Bool
  private let words: HeadWords
  private let pageEndsBetween: (Int, Int) -> Bool
  private let seam: ([String]) -> Int?
  private let holdsFigures: (HeadText) -> Bool

  /// - Parameters:
  ///   - isOpen: Whether a line (0-based) may belong to a table.
  ///   - pageEndsBetween: Whether nothing but the end of a page stands between two lines (1-based).
  ///   - seam: Which of some heads is the first of a second table that is set beside the first; nil where all are of one.
  ///   - holdsFigures: Whether figures stand under a head.
  package static func grids(
    in lines: [String], words: HeadWords, where isOpen: @escaping (Int) -> Bool,
    pageEndsBetween: @escaping (Int, Int) -> Bool = { _, _ in false },
    seam: @escaping ([String]) -> Int? = { _ in nil },
    holdsFigures: @escaping (HeadText) -> Bool = { _ in false }
  ) -> [Grid] {
    let readers = PositionedLine.Measure.allCases.map { measure in
      PositionedTableReader(
        lines: lines.enumerated().map { i, line in
          let isOfColumns =
            line.utf8.count <= 4_000 && line.utf8.first != UInt8(ascii: "|") && !line.utf8.contains(0x09)
          return PositionedLine(number: i + 1, text: isOfColumns ? line : "", measure: measure)
            .partingHeads(words)
        }, isOpen: isOpen, words: words, pageEndsBetween: pageEndsBetween, seam: seam,
        holdsFigures: holdsFigures)
    }
    var grids: [Grid] = []
    var i = 0
    while i < lines.count {
      let heads = readers.compactMap { reader in
        PositionedHead(at: i, in: reader.lines, words: words, where: isOpen).map { (reader, $0) }
      }
      // heads that were set far from their columns
      let setOverRows = heads.compactMap { reader, head in reader.setOverRows(head).map { (reader, $0) } }
      // the measure by which most pieces stand under a head
      var best = heads.map { $0.table($1) }.max { $0.fit < $1.fit }
      if let other = setOverRows.map({ $0.table($1) }).max(by: { $0.fit < $1.fit }),
        best.map({ other.replaces($0) }) ?? true
      {
        best = other
      }
      grids += best?.grids ?? []
      i = max(i + 1, best?.end ?? 0)
    }
    return grids
  }

  private struct Reading {
    /// Two where the page sets two tables beside each other.
    var grids: [Grid] = []
    /// Index of the line behind it.
    let end: Int
    /// Pieces that stand under the head of their column, less those that do not; those flush with the one above, less those that are not;
    /// and what speaks against the rows.
    var fit = Int.min
    /// Of its pieces most stand under a head, most in a cell of their own, no two figures in one, and no words under heads of figures.
    var isSound = false

    /// Whether it is to be read in place of another, in which pieces are not as they should be, or that ends before it.
    func replaces(_ other: Reading) -> Bool {
      fit > other.fit && (!other.isSound || isSound)
    }
  }

  private typealias Column = PositionedHead.Column

  /// A head with its columns where the rows below it have theirs; nil where these don't tell.
  private func setOverRows(_ head: PositionedHead) -> PositionedHead? {
    let rows = lines[head.end...].prefix(60).prefix {
      isOpen($0.number - 1) && !PositionedHead.isHeadLine($0, words) && !isOfSheet($0, head.columns)
        && !($0.pieces.count == 1 && opensSection($0.number - 1))
    }
    let (columns, body) = BodyColumns.extents(of: Array(rows), columnCount: head.columns.count)
    guard !columns.isEmpty else { return nil }
    // 目標, 実績: what the figures behind them are
    let labels = columns.indices.filter { c in
      let texts = body.flatMap(\.words).filter { $0.columns.overlaps(columns[c]) }.map(\.text)
      return Set(texts).count > 1 && texts.allSatisfy { CellKind($0, words: words) == .word }
    }
    return head.set(over: columns, labels: Set(labels), in: lines, words).flatMap {
      $0.conflicts(words) == 0 ? $0 : nil
    }
  }

  /// It ends where its head is printed again on the next page, which is set in its own way.
  ///
  /// - Parameter isWhole: Whether the head has all its columns, also those without a word over them.
  private func table(_ head: PositionedHead, isWhole: Bool = false) -> Reading {
    var head = head
    if !isWhole, !head.isSetOverRows, let (column, extent) = rowLabels(below: head) {
      head.insertColumn(extent, at: column)
    }
    var columns = head.columns
    for i in columns.indices { columns[i].headExtent = columns[i].extent }
    var body: [PositionedLine] = []
    /// Those of the body, where the columns are exact: each page has its own.
    var exactCells: [[Int: [String]]] = []
    /// The lines that are the first of a page.
    var opening: Set<Int> = []
    /// The lines (1-based) that stand over some of the rows as their head.
    var parts: [Int] = []
    var end = head.end
    while end < lines.count, body.count < 2_000 {
      let line = lines[end]
      let last = body.last?.number ?? head.end
      if line.pieces.isEmpty {
        if end - last == 4, !pageEnds(behind: last) { break }
        end += 1
        continue
      }
      guard isOpen(end) else { break }
      if opensPart(end, columns) || isNoteInside(end, columns) {
        parts.append(end + 1)
        end += 1
        continue
      }
      guard !opensAnother(end, columns) else { break }
      if !isIndexLetter(line, columns) {
        guard let cells = cells(line, &columns, isExact: head.isSetOverRows) else { break }
        exactCells.append(cells)
        if pageEndsBetween(last, line.number) { opening.insert(line.number) }
        body.append(line)
      }
      end += 1
    }
    let read = body.count
    dropTitle(of: end, from: &body, columns)
    exactCells.removeLast(read - body.count)
    // the columns are now as wide as what stands under them
    var cellsOfLines = head.isSetOverRows ? exactCells : body.map { cells($0, &columns) ?? [:] }
    if let closed = head.joiningYear(words, besides: { c in cellsOfLines.contains { $0[c] != nil } }) {
      return table(closed, isWhole: true)
    }
    cellsOfLines = partingNeighbours(inOrder(cellsOfLines, columns), columns.count)
    if let names = namesBesideFigures(cellsOfLines) {
      cellsOfLines = names
      columns.insert(Column(extent: 0..<0), at: 0)
      head.insertColumn(0..<0, at: 0)
    }
    // a letter of a label that is set downwards beside the names
    cellsOfLines = cellsOfLines.map { line in
      guard let name = line[0], name.count == 2, name[0].unicodeScalars.count == 1,
        name[0].unicodeScalars.allSatisfy({ ScriptClass($0).isJapanese })
      else { return line }
      var line = line
      line[0] = [name[1]]
      return line
    }
    // pieces of one line in one cell are seldom meant so
    let merged = cellsOfLines.flatMap(\.values).map { $0.count - 1 + 4 * $0.count(where: holdsFigureAndText) }
      .reduce(0, +)
    // and figures never
    let heaped = cellsOfLines.flatMap(\.values).count { cell in
      cell.count { FigureShape($0, units: words.units) != nil } > 1
    }
    let strayed = columns.indices.map { c in
      self.strayed(in: cellsOfLines.compactMap { $0[c] }, under: columns[c].text)
    }.reduce(0, +)
    let seam = seam(head.columns.map(\.text)) ?? columns.count
    let halves = [0..<seam, seam..<columns.count].filter { !$0.isEmpty }
    var grids: [Grid] = []
    var price = 0
    for half in halves {
      let lines = zip(body, cellsOfLines).compactMap { line, cells -> WrappedRows.Line? in
        let own = cells.filter { half.contains($0.key) }
        guard !own.isEmpty else { return nil }
        return WrappedRows.Line(
          number: line.number,
          cells: Dictionary(
            uniqueKeysWithValues: own.map { ($0 - half.lowerBound, $1.joined(separator: " ")) }),
          isLabelled: isLabelled(own, hasNames: columns[half.lowerBound].text.isEmpty))
      }
      let heads = head.part(half).cells
      var cells = heads.cells
      var row = heads.rowCount
      for (first, last) in zip([0] + parts, parts + [Int.max]) {
        var own = lines.filter { first < $0.number && $0.number < last }
        let labels = GroupLabels(in: own)
        if !labels.groups.isEmpty { own = own.compactMap { $0.withoutFirstCell } }
        let read = WrappedRows.rows(
          own, columnCount: half.count, opening: opening, isHead: { CellKind($0, words: words) == .word })
        price += read.price
        guard !read.rows.isEmpty else { continue }
        if first > 0 {
          cells.append(
            GridCell(
              row: row, column: 0, columnSpan: half.count,
              text: [self.lines[first - 1].pieces.map(\.text).joined(separator: " ")], lines: [first]))
          row += 1
        }
        let body = bodyCells(read.rows, half.count, from: row)
        let end = body.map(\.endRow).max() ?? row
        let starts = (row..<end).map { row in body.filter { $0.row == row }.flatMap(\.lines).min() ?? 0 }
        cells += body + labels.cells(besides: starts, from: row)
        row = end
      }
      if row > heads.rowCount { grids.append(Grid(cells: cells)) }
    }
    guard grids.count == halves.count else { return Reading(end: head.end) }
    let under = body.flatMap(\.pieces).count { piece in
      head.columns.contains { $0.extent.overlaps(piece.columns) }
    }
    let pieces = body.map(\.pieces.count).reduce(0, +)
    return Reading(
      grids: grids, end: body.last?.number ?? head.end,
      fit: 8
        * (2 * under - pieces - merged - 3 * strayed + cellsOfLines.map(\.count).reduce(0, +)
          + flush(body, columns)) - price - 1_000 * heaped - 100_000
        * head.conflicts(words)
        - (PositionedTableReader.narrowestGutter(columns) < 2 ? 10 : 0),
      isSound: under * 10 >= pieces * 6 && merged * 4 <= pieces && strayed * 20 <= pieces && heaped == 0)
  }

  /// How many cells of a column can't be its own: words under the head of figures, and heads of figures among names.
  private func strayed(in cells: [[String]], under head: String) -> Int {
    if holdsFigures(words.head(head)) {
      return cells.count { cell in
        cell.contains { $0.unicodeScalars.count > 6 && FigureShape($0, units: words.units) == nil }
      }
    }
    let heads = cells.count { cell in
      cell.contains { CellKind($0, words: words) == .word && holdsFigures(words.head($0)) }
    }
    return heads < cells.count ? heads : 0
  }

  /// Lines with a figure or a mark for each column of figures have them in the order of the columns, wherever they stand.
  private func inOrder(_ lines: [[Int: [String]]], _ columns: [Column]) -> [[Int: [String]]] {
    let isFigure = { [words] (text: String) in
      CellKind.isNothing(text) || FigureShape(text, units: words.units) != nil || words.head(text).isPeriod
    }
    // the parts of each line from the left, and the longest run of figures among them
    let ordered = lines.map { line in
      let parts = line.sorted { $0.key < $1.key }.flatMap { column, texts in
        texts.flatMap { text -> [(column: Int, text: String)] in
          let words = text.split(separator: " ").map(String.init)
          return (!isFigure(text) && words.allSatisfy(isFigure) ? words : [text]).map { (column, $0) }
        }
      }
      let runs = parts.indices.split { !isFigure(parts[$0].text) }
      return (parts: parts, run: runs.max { $0.count < $1.count } ?? parts.indices.prefix(0))
    }
    let figured = figureColumns(lines, columns, counts: ordered.map(\.run.count), isFigure)
    guard figured.count > 1 else { return lines }
    return zip(lines, ordered).map { line, ordered in
      let (parts, run) = ordered
      guard run.count == figured.count, zip(run, figured).contains(where: { parts[$0].column != $1 }),
        parts[..<run.startIndex].allSatisfy({ $0.column < figured.lowerBound }),
        parts[run.endIndex...].allSatisfy({ $0.column >= figured.upperBound })
      else { return line }
      var cells = line.filter { !figured.contains($0.key) }
      for (part, column) in zip(run, figured) { cells[column] = [parts[part].text] }
      return cells
    }
  }

  /// Lines with the last word of a cell of texts put into the next column, where that is empty though rows have something there: a blank was all
  /// that stood between two full cells (`湖の学校事業 湖の課`).
  private func partingNeighbours(_ lines: [[Int: [String]]], _ columnCount: Int) -> [[Int: [String]]] {
    let isFigure = { [words] (text: String) in FigureShape(text, units: words.units) != nil }
    let rows = lines.filter { line in line.values.joined().count(where: isFigure) > 1 }
    let parted = (0..<max(0, columnCount - 1)).filter { c in
      let filled = rows.count { $0[c + 1].map { !$0.contains(where: isFigure) } ?? false }
      let joined = rows.count { $0[c + 1] == nil && ($0[c] ?? []).joined(separator: " ").contains(" ") }
      return rows.count > 3 && filled > 1 && (filled + joined) * 10 >= rows.count * 8
    }
    guard !parted.isEmpty else { return lines }
    // on a line without figures what is to be parted must look like the others: 湖の課, 森の課
    let endings = Dictionary(
      uniqueKeysWithValues: parted.map { c in
        let last = lines.compactMap { $0[c + 1]?.last?.unicodeScalars.last }
        return (c, Set(last.filter { scalar in last.count { $0 == scalar } * 2 > last.count }))
      })
    return lines.map { line in
      var line = line
      let isRow = line.values.joined().count(where: isFigure) > 1
      for c in parted where line[c + 1] == nil {
        var own = (line[c] ?? []).flatMap { $0.split(separator: " ").map(String.init) }
        guard own.count > 1, let last = own.popLast(), !isFigure(last), last.count > 1,
          !own.allSatisfy(isFigure), isRow || endings[c]?.contains(last.unicodeScalars.last ?? " ") ?? false
        else { continue }
        line[c] = [own.joined(separator: " ")]
        line[c + 1] = [last]
      }
      return line
    }
  }

  /// The columns of figures that stand beside each other, as many as most lines have figures; empty where they can't be told.
  ///
  /// - Parameter counts: How many figures stand beside each other in a line.
  private func figureColumns(
    _ lines: [[Int: [String]]], _ columns: [Column], counts: [Int], _ isFigure: (String) -> Bool
  ) -> Range<Int> {
    let times = Dictionary(counts.filter { $0 > 1 }.map { ($0, 1) }, uniquingKeysWith: +)
    guard let usual = times.max(by: { ($0.value, $0.key) < ($1.value, $1.key) })?.key else { return 0..<0 }
    let parts = { (cell: [String]) in cell.flatMap { $0.split(separator: " ").map(String.init) } }
    let filled = columns.indices.map { c in lines.count { $0[c] != nil } }
    let isOfFigures = columns.indices.map { c in
      lines.count { $0[c].map { parts($0).allSatisfy(isFigure) } ?? false } * 10 >= filled[c] * 7
    }
    var best = 0..<0
    var start = 0
    while start < columns.count {
      let end = isOfFigures[start...].firstIndex(of: false) ?? columns.count
      let run = start..<end
      if run.contains(where: { filled[$0] > 1 }), run.count > best.count { best = run }
      start = end + 1
    }
    // heads of texts with nothing under them
    let isBlank = { (c: Int) in filled[c] == 0 && !words.head(columns[c].text).isPeriod }
    while best.count > usual, isBlank(best.upperBound - 1) { best = best.lowerBound..<(best.upperBound - 1) }
    while best.count > usual, isBlank(best.lowerBound) { best = (best.lowerBound + 1)..<best.upperBound }
    return best
  }

  /// Whether a line is a row by the word for a sum, or by its first cell (`年次計画`) where no head stands over these.
  private func isLabelled(_ cells: [Int: [String]], hasNames: Bool) -> Bool {
    guard cells.count > 1, let first = cells.min(by: { $0.key < $1.key })?.value else { return false }
    return hasNames && first.count == 1 && CellKind(first[0], words: words) == .word
      || cells.values.contains { $0.count == 1 && CellRoles.isTotal($0[0]) }
  }

  /// `1,300 工事費`: a figure, and behind it the cell of another column.
  private func holdsFigureAndText(_ text: String) -> Bool {
    guard let space = text.firstIndex(of: " ") else { return false }
    return FigureShape(String(text[..<space]), units: words.units) != nil
      && FigureShape(text, units: words.units) == nil
  }

  /// How many pieces begin or end where the one above them in their column does, less those that do not: in the right measure nearly all
  /// do.
  private func flush(_ body: [PositionedLine], _ columns: [Column]) -> Int {
    var above: [Int: Range<Int>] = [:]
    var count = 0
    for piece in body.flatMap(\.pieces) {
      guard let column = column(of: piece.columns, columns) else { continue }
      if let last = above.updateValue(piece.columns, forKey: column) {
        let isFlush =
          abs(last.lowerBound - piece.columns.lowerBound) < 2
          || abs(last.upperBound - piece.columns.upperBound) < 2
        count += isFlush ? 1 : -1
      }
    }
    return count
  }

  /// A column of words without a head (目標, 実績, 達成率), each of which says what the figures behind it are: where it is to stand, and how
  /// wide it is; nil where the lines below a head have none.
  private func rowLabels(below head: PositionedHead) -> (column: Int, extent: Range<Int>)? {
    let extents = head.columns.map(\.extent)
    var labels: [Int: (words: [String], extent: Range<Int>)] = [:]
    for line in lines[head.end...].prefix(16) {
      for piece in line.pieces where CellKind(piece.text, words: words) == .word {
        guard let right = extents.firstIndex(where: { $0.lowerBound >= piece.columns.upperBound }), right > 0,
          extents[right - 1].upperBound <= piece.columns.lowerBound
        else { continue }
        let own = labels[right] ?? ([], piece.columns)
        // words of unlike length are set around their middle
        guard own.extent.lowerBound - 2 < piece.columns.upperBound,
          piece.columns.lowerBound < own.extent.upperBound + 2
        else { continue }
        labels[right] = (
          own.words + [piece.text],
          own.extent.hull(with: piece.columns)
        )
      }
    }
    return labels.filter { Set($1.words).count > 1 }.max {
      $0.value.words.count < $1.value.words.count
    }.map { ($0.key, $0.value.extent) }
  }

  /// Whether the next line with text stands on the next page.
  private func pageEnds(behind last: Int) -> Bool {
    let next = lines[last...].prefix(60).first { !$0.pieces.isEmpty }
    return next.map { pageEndsBetween(last, $0.number) } ?? false
  }

  /// Takes out what stands above the head that ends a table: lines of that head, and a title below a blank line.
  private func dropTitle(of next: Int, from body: inout [PositionedLine], _ columns: [Column]) {
    guard next < lines.count, let head = PositionedHead(at: next, in: lines, words: words, where: isOpen)
    else {
      return
    }
    body.removeAll { $0.number > head.start }
    // 重要業績評価指標 over the head of its table
    if let last = body.last, body.count > 1, last.number == head.start, last.pieces.count == 1,
      CellKind(last.pieces[0].text, words: words) == .word
    {
      body.removeLast()
    }
    guard columns.count > 3, let gap = lines[..<head.start].lastIndex(where: \.pieces.isEmpty) else { return }
    // a line or two, each below a blank one
    for start in [gap, lines[..<gap].lastIndex(where: \.pieces.isEmpty) ?? gap] {
      let last = body.filter { $0.number > start + 1 }
      if !last.isEmpty, last.count < 3, last.allSatisfy({ $0.pieces.count < 3 }) {
        body.removeAll { $0.number > start + 1 }
      }
    }
  }

  /// The least white space between two columns, all lines taken together; in the right measure columns stand apart.
  private static func narrowestGutter(_ columns: [Column]) -> Int {
    zip(columns, columns.dropFirst()).map { $1.extent.lowerBound - $0.extent.upperBound }.min() ?? Int.max
  }

  /// The cells with a column of names set before the first, where most lines print a name and a figure under the first head; nil
  /// elsewhere.
  private func namesBesideFigures(_ lines: [[Int: [String]]]) -> [[Int: [String]]]? {
    let opening = lines.compactMap { $0[0] }
    let both = opening.count {
      $0.count == 2 && FigureShape($0[1], units: words.units) != nil
        && FigureShape($0[0], units: words.units) == nil
    }
    guard both > 1, both * 10 >= opening.count * 7 else { return nil }
    return lines.map { cells in
      var moved: [Int: [String]] = [:]
      for (column, texts) in cells { moved[column + 1] = texts }
      if let first = cells[0] {
        moved[0] = [first[0]]
        moved[1] = first.count > 1 ? Array(first.dropFirst()) : nil
      }
      return moved
    }
  }

  /// What a list is ordered by (`あ行`), or a letter of a label set downwards beside the rows: neither is a cell.
  private func isIndexLetter(_ line: PositionedLine, _ columns: [Column]) -> Bool {
    guard line.pieces.count == 1, let piece = line.pieces.first else { return false }
    let bare = piece.text.unicodeScalars.filter { !"【】［］[]〔〕".unicodeScalars.contains($0) }
    if bare.count == 2 { return bare.last == "行" && bare.first.map { ScriptClass($0) != .han } ?? false }
    guard bare.count == 1, let first = columns.first?.extent.lowerBound else { return false }
    return piece.columns.upperBound + 1 < first
  }

  /// Whether a line stands over the rows below it as their head: `第２款 総務費`, `■くらし`, or any words between blank lines. It would open
  /// something else, or be glued to a name, but rows of the same columns follow it.
  private func opensPart(_ i: Int, _ columns: [Column]) -> Bool {
    guard columns.count > 3, lines[i].pieces.count == 1, let first = lines[i].pieces.first,
      first.columns.lowerBound < columns[1].extent.lowerBound, first.text.unicodeScalars.count <= 30,
      !first.text.contains("。"),
      let below = lines[(i + 1)...].prefix(4).first(where: { !$0.pieces.isEmpty }),
      isOpen(below.number - 1), below.pieces.count * 2 >= columns.count,
      !PositionedHead.isHeadLine(below, words), !isOfSheet(below, columns)
    else { return false }
    var columns = columns
    guard let cells = cells(below, &columns), cells.count * 2 >= columns.count,
      // a number may stand before the name
      let name = [cells[0], cells[1]].compactMap({ $0?.first }).first(where: { $0.unicodeScalars.count > 2 })
    else { return false }
    return opensAnother(i, columns)
      || i > 0 && lines[i - 1].pieces.isEmpty && lines[i + 1].pieces.isEmpty
        && !ContinuedGrids.isCut(first.text, before: name)
  }

  /// `※…` below a row, with more rows of the same columns behind it.
  private func isNoteInside(_ i: Int, _ columns: [Column]) -> Bool {
    guard let first = lines[i].pieces.first, CellKind.isNote(first.text),
      let below = lines[(i + 1)...].prefix(3).first(where: { !$0.pieces.isEmpty }), isOpen(below.number - 1),
      below.pieces.count * 2 >= columns.count, below.pieces.count > 1,
      !PositionedHead.isHeadLine(below, words),
      !isOfSheet(below, columns)
    else { return false }
    var columns = columns
    return (cells(below, &columns)?.count ?? 0) * 2 >= columns.count
  }

  private func opensAnother(_ i: Int, _ columns: [Column]) -> Bool {
    let line = lines[i]
    guard let first = line.pieces.first, let mark = first.text.unicodeScalars.first else { return true }
    if PositionedHead.isHeadLine(line, words) || isOfSheet(line, columns) { return true }
    // what stands beside the names goes on with a cell
    guard line.pieces.count == 1, columns.count < 2 || first.columns.lowerBound < columns[1].extent.lowerBound
    else {
      return false
    }
    return "＜［【◎■◆□※《〈<[●▼▽≪┃▍".unicodeScalars.contains(mark) && !isTagged(first.text)
      || first.text.contains("。") || first.text.hasPrefix("（出") || first.text.hasPrefix("資料")
      || first.text.hasPrefix("注") || opensSection(i) || opensList(i)
  }

  /// Labels, each before its value: `基準値（R1）  1,204件     目標値（R6）  3,000件`, or one of each where names stand.
  private func isOfSheet(_ line: PositionedLine, _ columns: [Column]) -> Bool {
    guard line.pieces.count > 1, line.pieces.count.isMultiple(of: 2), line.pieces.count < 14 else {
      return false
    }
    let kinds = line.pieces.map { CellKind($0.text, words: words) }
    let isPaired = kinds.indices.allSatisfy { i in
      i.isMultiple(of: 2) == (kinds[i] == .word || kinds[i] == .period)
    }
    guard isPaired else { return false }
    return kinds.count > 2
      || columns.count > 2 && kinds[1] == .text
        && line.pieces[1].columns.lowerBound < columns[1].extent.lowerBound
  }

  /// A word in a bracket before a name: `【新規】湖の学校事業`.
  private func isTagged(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    guard let close = scalars.firstIndex(where: { "】］]〉＞".unicodeScalars.contains($0) }) else { return false }
    return close <= 4 && close < scalars.count - 1
  }

  /// A number and words, below a blank line or above another head: `３ 指標の推移`; below a blank line also with a word before the number.
  private func opensSection(_ i: Int) -> Bool {
    guard let words = lines[i].pieces.first?.words, words.count > 1,
      let label = words.first?.text.unicodeScalars, label.count <= 8, label.contains(where: \.isDigit)
    else { return false }
    let isBelowBlank = i > 0 && lines[i - 1].pieces.isEmpty
    // 基本目標２ 湖を守る
    guard label.count <= 4 || isBelowBlank && label.last?.isDigit ?? false else { return false }
    if isBelowBlank { return true }
    let below = lines[(i + 1)...].prefix(3).first { !$0.pieces.isEmpty }
    return below.map { PositionedHead.isHeadLine($0, self.words) || $0.pieces.count == 1 } ?? true
  }

  /// A bullet, or the line above one: `主な事業` over `・湖の学校事業`. A name may go on with one, but not beside nothing.
  private func opensList(_ i: Int) -> Bool {
    guard lines.indices.contains(i + 1), lines[i + 1].pieces.count == 1 else { return false }
    return lines[i + 1].pieces[0].text.hasPrefix("・") && (i == 0 || !lines[i].pieces[0].text.hasPrefix("・"))
  }

  /// A text that falls into one column.
  private struct Part {
    let text: String
    let columns: Range<Int>
    var column: Int
  }

  /// The pieces of a line by column; nil where one crosses columns. Columns grow by what stands under them.
  ///
  /// - Parameter isExact: Whether the columns are those of the rows, so that each word is in one.
  private func cells(_ line: PositionedLine, _ columns: inout [Column], isExact: Bool = false) -> [Int:
    [String]]?
  {
    guard
      var parts = pieceParts(of: line, columns, isExact: isExact)
        ?? (isExact && line.words.count >= columns.count / 2 ? wordParts(of: line, columns) : nil)
    else { return nil }
    // a figure and a word that a single space parts, where the next column has nothing; a number may open a name
    for i in parts.indices.dropFirst(2)
    where parts[i].column == parts[i - 1].column && parts[i].column + 1 < columns.count
      && parts[i].columns.lowerBound - parts[i - 1].columns.upperBound == 1
      && FigureShape(parts[i - 1].text, units: words.units) != nil
      && (i + 1 == parts.count || parts[i + 1].column > parts[i].column + 1)
    { parts[i].column += 1 }
    // a mark that all but touches the figure behind it is the cell before it, where that has nothing
    for i in parts.indices.dropLast()
    where parts[i].column > 0 && parts[i + 1].column == parts[i].column && CellKind.isNothing(parts[i].text)
      && FigureShape(parts[i + 1].text, units: words.units) != nil
      && (i == 0 || parts[i - 1].column + 1 < parts[i].column)
    { parts[i].column -= 1 }
    var cells: [Int: [String]] = [:]
    var last: Part?
    for part in parts {
      if let last, last.column == part.column, part.columns.lowerBound - last.columns.upperBound == 1,
        let text = cells[part.column]?.popLast()
      {
        cells[part.column]?.append(text + " " + part.text)
      } else {
        cells[part.column, default: []].append(part.text)
      }
      last = part
      let before = part.column > 0 ? columns[part.column - 1].extent.upperBound : 0
      let behind = part.column + 1 < columns.count ? columns[part.column + 1].extent.lowerBound : Int.max
      let low = max(min(columns[part.column].extent.lowerBound, part.columns.lowerBound), before)
      let high = min(max(columns[part.column].extent.upperBound, part.columns.upperBound), behind)
      columns[part.column].extent = low..<max(low, high)
    }
    return cells
  }

  /// The pieces of a line by column; nil where one crosses columns.
  ///
  /// - Parameter isExact: Whether the columns are those of the rows, so that each word is in one.
  private func pieceParts(of line: PositionedLine, _ columns: [Column], isExact: Bool) -> [Part]? {
    var parts: [Part] = []
    for piece in line.pieces {
      if let unit = unitColumn(of: piece, columns) {
        parts.append(Part(text: piece.text, columns: piece.columns, column: unit))
      } else if let own = isExact ? wordParts(of: piece, columns) : self.parts(of: piece, columns) {
        parts += own
      } else {
        return nil
      }
    }
    return parts
  }

  /// A piece, cut where its words stand in unlike columns; nil where they don't follow the columns.
  private func wordParts(of piece: PositionedLine.Piece, _ columns: [Column]) -> [Part]? {
    var parts: [Part] = []
    for word in piece.words {
      guard let column = column(of: word.columns, columns) else { return nil }
      if let last = parts.last, last.column == column, !CellKind.isNothing(last.text) {
        parts[parts.count - 1] = Part(
          text: last.text + " " + word.text, columns: last.columns.hull(with: word.columns), column: column)
      } else {
        parts.append(Part(text: word.text, columns: word.columns, column: column))
      }
    }
    return zip(parts, parts.dropFirst()).allSatisfy { $0.column <= $1.column } ? parts : nil
  }

  /// The words of a line in the order of the columns, each in the nearest that this leaves; nil where one is far from its own.
  private func wordParts(of line: PositionedLine, _ columns: [Column]) -> [Part]? {
    let words = line.words
    let extents = columns.map(\.extent)
    let impossible = Int.max / 2
    // the least price of the words up to one, with that one in each column, and the column of the word before it
    var prices: [[Int]] = []
    var before: [[Int]] = []
    for (n, word) in words.enumerated() {
      var least = (price: n == 0 ? 0 : impossible, column: 0)
      var own: [Int] = []
      var from: [Int] = []
      for column in columns.indices {
        let outside = PositionedTableReader.outside(word.columns, of: extents[column])
        var best = least
        if n > 0 {
          // words of one cell stand near each other
          let gap = word.columns.lowerBound - words[n - 1].columns.upperBound
          let joined = prices[n - 1][column] + (gap == 1 ? 4 : 10)
          if joined < best.price { best = (joined, column) }
          if prices[n - 1][column] < least.price { least = (prices[n - 1][column], column) }
        }
        own.append(outside.map { min(impossible, best.price + $0) } ?? impossible)
        from.append(best.column)
      }
      prices.append(own)
      before.append(from)
    }
    guard let last = prices.last, let cheapest = last.min(), cheapest < impossible else { return nil }
    var column = last.firstIndex(of: cheapest) ?? 0
    var chosen: [Int] = []
    for n in words.indices.reversed() {
      chosen.append(column)
      column = before[n][column]
    }
    var parts: [Part] = []
    for (word, column) in zip(words, chosen.reversed()) {
      if let last = parts.last, last.column == column, !CellKind.isNothing(last.text),
        word.columns.lowerBound - last.columns.upperBound == 1
      {
        parts[parts.count - 1] = Part(
          text: last.text + " " + word.text, columns: last.columns.hull(with: word.columns), column: column)
      } else {
        parts.append(Part(text: word.text, columns: word.columns, column: column))
      }
    }
    return parts
  }

  /// How much of a word is not over a column; nil where that is too much: more than half of it and more than five columns.
  private static func outside(_ word: Range<Int>, of column: Range<Int>) -> Int? {
    let over = word.clamped(to: column).count
    let outside = over > 0 ? word.count - over : gap(word, column) + word.count
    return outside * 2 <= word.count || outside <= 5 ? outside : nil
  }

  /// A piece, cut at the single spaces where a number or a word of another column begins.
  private func parts(of piece: PositionedLine.Piece, _ columns: [Column]) -> [Part]? {
    let whole = column(of: piece.columns, columns)
    // `－ 500人` is two cells, no figure below 0
    guard piece.words.count > 1,
      FigureShape(piece.text, units: words.units) == nil || CellKind.isNothing(piece.words[0].text)
    else {
      return whole.map { [Part(text: piece.text, columns: piece.columns, column: $0)] }
    }
    let isFigure = piece.words.map {
      FigureShape($0.text, units: words.units) != nil || CellKind.isNothing($0.text)
    }
    let places = piece.words.compactMap { column(of: $0.columns, columns) }
    let isOrdered =
      places.count == piece.words.count && zip(places, places.dropFirst()).allSatisfy { $0 <= $1 }
    guard isOrdered, whole == nil || isFigure[0] else {
      return whole.map { [Part(text: piece.text, columns: piece.columns, column: $0)] }
    }
    if whole == nil {
      return zip(piece.words, places).map { Part(text: $0.text, columns: $0.columns, column: $1) }
    }
    // figures, and a text behind them
    let count = isFigure.prefix { $0 }.count
    var parts = zip(piece.words, places).prefix(count).map {
      Part(text: $0.text, columns: $0.columns, column: $1)
    }
    if count < piece.words.count {
      let extent = piece.words[count].columns.lowerBound..<piece.columns.upperBound
      guard let behind = column(of: extent, columns), places[count - 1] <= behind else {
        return whole.map { [Part(text: piece.text, columns: piece.columns, column: $0)] }
      }
      parts.append(
        Part(
          text: piece.words[count...].map(\.text).joined(separator: " "), columns: extent, column: behind))
    }
    return parts
  }

  /// The column of units, for one that stands nearer to its head than to any other: a long name may come closer to it.
  private func unitColumn(of piece: PositionedLine.Piece, _ columns: [Column]) -> Int? {
    guard words.units.contains(HeadText.folder.fold(string: piece.text, depth: .width)),
      let unit = columns.firstIndex(where: { words.head($0.text).names == ["単位"] })
    else { return nil }
    let gaps = columns.map { PositionedTableReader.gap($0.headExtent, piece.columns) }
    return gaps[unit] <= 16 && gaps.indices.allSatisfy { $0 == unit || gaps[$0] > gaps[unit] } ? unit : nil
  }

  /// White space between two stretches; below 0 where they overlap.
  private static func gap(_ a: Range<Int>, _ b: Range<Int>) -> Int {
    max(a.lowerBound - b.upperBound, b.lowerBound - a.upperBound)
  }

  private func column(of piece: Range<Int>, _ columns: [Column]) -> Int? {
    let overlaps = columns.indices.filter { columns[$0].extent.overlaps(piece) }
    if overlaps.count == 1 { return overlaps[0] }
    if overlaps.count > 1 {
      let shares = overlaps.map { columns[$0].extent.clamped(to: piece).count }
      guard let most = shares.max(), most * 10 >= piece.count * 6 else { return nil }
      return overlaps[shares.firstIndex(of: most) ?? 0]
    }
    // beside a column that is still as narrow as its head
    let gaps = columns.map { PositionedTableReader.gap($0.extent, piece) }
    guard let least = gaps.min(), least <= 16 else { return nil }
    return gaps.firstIndex(of: least)
  }

  /// The cells of the rows. A row with several lines of figures is as many rows; what stands once beside them is theirs together.
  private func bodyCells(_ rows: [[WrappedRows.Line]], _ count: Int, from firstRow: Int) -> [GridCell] {
    var cells: [GridCell] = []
    var row = firstRow
    for lines in rows.map({ $0.withoutMarksInText(count) }) {
      // figures that no other line has in these columns stand beside the lines that are rows
      let full = lines.indices.filter { i in
        lines[i].figures.count > 1
          && lines.indices.contains { $0 != i && lines[$0].figures.intersection(lines[i].figures).count > 1 }
      }
      let parts = full.count > 1 ? full : [0]
      for column in 0..<count {
        let filled = lines.indices.filter { lines[$0].cells[column] != nil }
        guard !filled.isEmpty else { continue }
        if parts.count > 1, filled.count > 1, column > 0, filled.allSatisfy(parts.contains) {
          for (offset, line) in parts.enumerated() {
            guard let text = lines[line].cells[column] else { continue }
            cells.append(
              GridCell(row: row + offset, column: column, text: [text], lines: [lines[line].number]))
          }
        } else if parts.count > 1, filled.allSatisfy({ lines[$0].figures.contains(column) }) {
          for line in filled {
            let offset = parts.firstIndex(of: line) ?? 0
            cells.append(
              GridCell(
                row: row + offset, column: column, text: [lines[line].cells[column] ?? ""],
                lines: [lines[line].number]))
          }
        } else {
          cells.append(
            GridCell(
              row: row, column: column, rowSpan: parts.count,
              text: filled.compactMap { lines[$0].cells[column] },
              lines: filled.map { lines[$0].number }))
        }
      }
      row += parts.count
    }
    return cells
  }
}

extension [WrappedRows.Line] {
  /// A mark on a line of its own among the lines of a text belongs to the column before it, where that has no text: pages are not set
  /// so exactly that the mark always stands under its head.
  fileprivate func withoutMarksInText(_ columnCount: Int) -> [WrappedRows.Line] {
    var lines = self
    for column in 1..<Swift.max(1, columnCount) {
      let filled = lines.indices.filter { lines[$0].cells[column] != nil }
      let marks = filled.filter { CellKind.isNothing(lines[$0].cells[column] ?? "") }
      guard filled.count > 1, marks.count == 1, let mark = marks.first,
        !lines.contains(where: { $0.cells[column - 1] != nil })
      else { continue }
      var cells = lines[mark].cells
      cells[column - 1] = cells.removeValue(forKey: column)
      lines[mark] = WrappedRows.Line(
        number: lines[mark].number, cells: cells, isLabelled: lines[mark].isLabelled)
    }
    return lines
  }
}
