import SourceFiles

/// The lines that name the columns of a table set by spaces: one line or several, of which the upper ones may name several columns.
///
///                          予 算 額               財源内訳
///       事 業 名       本年度   前年度      国庫    一般財源    担当課
///                                      支出金
///
/// What stands in one column, line under line, is one head; what stands over several is theirs.
struct PositionedHead {
  struct Column {
    /// From the top.
    var pieces: [(line: Int, text: String)] = []
    var extent: Range<Int>
    /// Where its head alone stands, while the extent takes in what stands below it.
    var headExtent: Range<Int> = 0..<0
    var text: String { pieces.map(\.text).joined() }

    /// Sets a piece on top of the others. What is struck again stands where it was struck first.
    mutating func put(_ piece: PositionedLine.Piece, on line: Int) {
      if let same = pieces.firstIndex(where: { $0.text.contains(piece.text) }) {
        pieces[same].line = line
      } else {
        pieces.removeAll { piece.text.contains($0.text) }
        pieces.insert((line, piece.text), at: 0)
      }
      extent = extent.hull(with: piece.columns)
    }
  }

  /// A head over several columns.
  struct Span {
    let line: Int
    let text: String
    let columns: ClosedRange<Int>

    /// With one more column before that of an index.
    func makingRoom(at column: Int) -> Span {
      let low = columns.lowerBound + (columns.lowerBound >= column ? 1 : 0)
      let high = columns.upperBound + (columns.upperBound >= column ? 1 : 0)
      return Span(line: line, text: text, columns: low...high)
    }
  }

  /// Indexes of lines: the first, and the one behind the last.
  let start: Int
  let end: Int
  private(set) var columns: [Column] = []
  /// From the lowest line up.
  private(set) var spans: [Span] = []
  /// Whether its columns are where the rows have theirs: a word of a row then stands in one of them.
  private(set) var isSetOverRows = false

  /// Finds the head that a line which knows two columns or more belongs to; nil for any other line.
  ///
  /// - Parameter isOpen: Whether a line (0-based) may belong to a table.
  init?(
    at i: Int, in lines: [PositionedLine], words: HeadWords, where isOpen: (Int) -> Bool
  ) {
    guard isOpen(i) else { return nil }
    guard PositionedHead.isHeadLine(lines[i], words) else {
      guard let own = PositionedHead.headOverRows(at: i, in: lines, words, where: isOpen) else { return nil }
      (start, end) = (own.lowerBound, own.upperBound)
      for line in lines[own].reversed() { stack(line, words) }
      return
    }
    var start = i
    while start > 0, i - start < 3, isOpen(start - 1),
      PositionedHead.belongs(lines[start - 1], to: lines[start...i], words)
    {
      start -= 1
    }
    var end = i + 1
    while end < lines.count, end - i < 5, isOpen(end) {
      if PositionedHead.belongs(lines[end], to: lines[start..<end], words)
        || PositionedHead.isBesideHeads(end, in: lines, words)
      {
        end += 1
      } else if lines[end].pieces.isEmpty, end + 1 < lines.count, isOpen(end + 1),
        lines[end - 1].pieces.count > 0,
        PositionedHead.isBelowSpan(lines[end + 1], of: lines[start..<end], words)
      {
        end += 2
      } else {
        break
      }
    }
    // a word over the years that were found below
    while start > 0, i - start < 3, isOpen(start - 1), lines[start - 1].pieces.count == 1,
      CellKind(lines[start - 1].pieces[0].text, words: words) == .word,
      PositionedHead.belongs(lines[start - 1], to: lines[start..<end], words)
    {
      start -= 1
    }
    if start > 0, isOpen(start - 1), end < lines.count, isOpen(end),
      PositionedHead.isHead(lines[start - 1], around: lines[start..<end], lines[end], words)
    {
      start -= 1
      end += 1
    }
    self.start = start
    self.end = end
    for line in lines[start..<end].reversed() { stack(line, words) }
    // names of rows have no head where the first head is of their figures
    if let first = columns.first, first.extent.lowerBound > 0,
      words.head(first.text).year != nil || words.head(first.text).isPeriod
    {
      insertColumn(0..<1, at: 0)
    }
  }

  /// A column without a head of its own.
  mutating func insertColumn(_ extent: Range<Int>, at column: Int) {
    columns.insert(Column(extent: extent), at: column)
    spans = spans.map { $0.makingRoom(at: column) }
  }

  /// With a year that was set beside its word (令和７年度 beside 予算, where other years stand over theirs) put over it; nil where there is
  /// none.
  ///
  /// - Parameter hasCells: Whether something stands under a column.
  func joiningYear(_ words: HeadWords, besides hasCells: (Int) -> Bool) -> PositionedHead? {
    let isPeriod = { (text: String) in words.head(text).isPeriod }
    guard
      columns.contains(where: { column in
        column.pieces.contains { isPeriod($0.text) } && column.pieces.contains { !isPeriod($0.text) }
      })
    else { return nil }
    for i in columns.indices where isPeriod(columns[i].text) && !hasCells(i) {
      let beside = [i - 1, i + 1].first { j in
        columns.indices.contains(j) && hasCells(j) && words.head(columns[j].text).year == nil
          && CellKind(columns[j].text, words: words) == .word
      }
      guard let beside else { continue }
      var head = self
      head.columns[beside].pieces = (columns[i].pieces + columns[beside].pieces).sorted { $0.line < $1.line }
      head.columns[beside].extent = columns[i].extent.hull(with: columns[beside].extent)
      head.columns.remove(at: i)
      head.spans = spans.compactMap { span in
        let kept = span.columns.filter { $0 != i }.map { $0 > i ? $0 - 1 : $0 }
        guard let first = kept.first, let last = kept.last else { return nil }
        return Span(line: span.line, text: span.text, columns: first...last)
      }
      return head
    }
    return nil
  }

  /// Its lines set upon the columns of the rows, in the same order; nil where these can't be told.
  ///
  /// - Parameter labels: Which of the columns hold words that say what the figures behind them are: they need no head.
  func set(over rows: [Range<Int>], labels: Set<Int>, in lines: [PositionedLine], _ words: HeadWords)
    -> PositionedHead?
  {
    // a title is no head
    let own = lines[start..<end].filter { line in
      line.pieces.count > 1
        || !(line.pieces.first?.text.unicodeScalars.first.map(PositionedHead.opensTitle) ?? true)
    }
    let bare = rows.indices.filter { !labels.contains($0) }.map { rows[$0] }
    // labels with a head of their own, or without one; another reading of the heads must fit the rows clearly better
    var best: (stack: HeadStack, rows: [Range<Int>], matched: [Range<Int>], price: Int)?
    for reading in 0..<HeadStack.readingCount where best.map({ $0.price > 10 * reading }) ?? true {
      let stack = HeadStack(own, words: words, reading: reading)
      for rows in labels.isEmpty ? [rows] : [rows, bare] {
        guard let fit = BodyColumns.matching(stack.columns.map(\.extent), rows) else { continue }
        let price = fit.price + 10 * reading
        if best.map({ price < $0.price }) ?? true { best = (stack, rows, fit.columns, price) }
      }
    }
    guard let best else { return nil }
    var head = self
    head.isSetOverRows = true
    head.columns = best.stack.columns
    head.spans = best.stack.spans
    var left = 0
    for (i, own) in best.matched.enumerated() {
      let extent =
        own.isEmpty
        ? left..<left : best.rows[own.lowerBound].lowerBound..<best.rows[own.upperBound - 1].upperBound
      head.columns[i].extent = extent
      left = extent.upperBound
    }
    if best.rows.count < rows.count {
      for label in labels.sorted() {
        let at = head.columns.firstIndex { $0.extent.lowerBound >= rows[label].upperBound }
        head.insertColumn(rows[label], at: at ?? head.columns.count)
      }
    }
    return head
  }

  private static func opensTitle(_ scalar: Unicode.Scalar) -> Bool {
    "■◆●○◎□▼▽【＜《〈".unicodeScalars.contains(scalar)
  }

  /// The head of some of its columns.
  func part(_ range: Range<Int>) -> PositionedHead {
    var part = self
    part.columns = Array(columns[range])
    part.spans = spans.compactMap { span in
      let own = span.columns.filter(range.contains)
      guard let first = own.first, let last = own.last else { return nil }
      return Span(
        line: span.line, text: span.text, columns: (first - range.lowerBound)...(last - range.lowerBound))
    }
    return part
  }

  /// Two columns or more, of which two are known and none is a figure or a sentence.
  static func isHeadLine(_ line: PositionedLine, _ words: HeadWords) -> Bool {
    guard (2...16).contains(line.pieces.count), line.pieces.allSatisfy({ $0.text.utf8.count <= 75 }) else {
      return false
    }
    let kinds = line.pieces.map { CellKind($0.text, words: words) }
    let known = kinds.count { $0 == .word || $0 == .period }
    return known > 1 && known * 10 >= kinds.count * 6
      && !kinds.contains { $0 == .figure || $0 == .long || $0 == .mark }
      && line.pieces.allSatisfy { $0.text.count <= 20 }
  }

  /// The lines that rows of figures below them show to be a head, whatever most of their words are.
  private static func headOverRows(
    at i: Int, in lines: [PositionedLine], _ words: HeadWords, where isOpen: (Int) -> Bool
  ) -> Range<Int>? {
    var kinds: [CellKind] = []
    var end = i
    while end < lines.count, end - i < 4, isOpen(end), (2...16).contains(lines[end].pieces.count),
      lines[end].pieces.allSatisfy({ $0.text.count <= 20 })
    {
      // a line that is known for a head stands for itself, and 単位 above it
      guard !isHeadLine(lines[end], words), !lines[end].pieces.contains(where: { $0.text.contains("単位") })
      else { return nil }
      let own = lines[end].pieces.map { CellKind($0.text, words: words) }
      guard !own.contains(where: { $0 == .figure || $0 == .long || $0 == .mark }) else { break }
      kinds += own
      end += 1
    }
    guard end > i, kinds.count > 3, kinds.count(where: { $0 == .word || $0 == .period }) > 1 else {
      return nil
    }
    let rows = lines[end...].prefix(24).prefix { isOpen($0.number - 1) }
    func isRow(_ line: PositionedLine) -> Bool {
      line.pieces.count > 3
        && line.pieces.count { [.figure, .mark, .period].contains(CellKind($0.text, words: words)) } > 1
    }
    guard rows.prefix(2).contains(where: isRow), rows.count(where: isRow) >= 3 else { return nil }
    return i..<end
  }

  /// Brackets, years and words under or over the columns of a head, or some of it again.
  private static func belongs(
    _ line: PositionedLine, to head: ArraySlice<PositionedLine>, _ words: HeadWords
  ) -> Bool {
    guard (1...16).contains(line.pieces.count),
      line.pieces.allSatisfy({ $0.text.utf8.count <= 75 && $0.text.count <= 20 })
    else { return false }
    let pieces = head.flatMap(\.pieces)
    let isAbove = line.number < (head.first?.number ?? 0)
    let isBefore = { (a: PositionedLine.Piece, b: PositionedLine.Piece) in
      a.columns.lowerBound < b.columns.lowerBound
    }
    var good = 0
    for piece in line.pieces {
      let kind = CellKind(piece.text, words: words)
      if kind == .figure || kind == .long || kind == .mark { return false }
      // （単位：千円） stands above all columns
      if isAbove, HeadText(piece.text, units: words.units).unit != nil, piece.text.contains("単位") {
        return false
      }
      let over = pieces.filter { $0.columns.overlaps(piece.columns) }
      if over.contains(where: { $0.text.contains(piece.text) }) {
        good += 1
      } else if over.isEmpty {
        // a head of its own, beside the others
        if line.pieces.count > 1, kind == .word || kind == .period { good += 1 }
      } else if kind == .period
        && (!isAbove || line.pieces.count > 1 || over.count > 1 || over[0] != pieces.min(by: isBefore))
        || kind == .word && line.pieces.count > 1
        || isBracket(piece.text) && piece.text.count <= 16
      {
        good += 1
      } else if kind == .word, isAbove,
        over.count > 1 || (over[0].columns.lowerBound > (pieces.first?.columns.upperBound ?? 0))
      {
        good += 1
      } else if over.contains(where: {
        words.know(words.head(isAbove ? piece.text + $0.text : $0.text + piece.text))
      }) {
        good += 1
      }
    }
    return good == line.pieces.count || line.pieces.count > 1 && good * 2 >= line.pieces.count
  }

  /// A bracket, or the beginning of one; `（参考）目標の一覧` is more.
  private static func isBracket(_ text: String) -> Bool {
    guard let first = text.first, "（(".contains(first) else { return false }
    return text.dropLast().allSatisfy { !"）)".contains($0) }
  }

  /// Whether two lines are a head beside the others, set around the middle of theirs: 目標値 above, （令和９年度） below.
  private static func isHead(
    _ above: PositionedLine, around head: ArraySlice<PositionedLine>, _ below: PositionedLine,
    _ words: HeadWords
  ) -> Bool {
    guard above.pieces.count == 1, below.pieces.count == 1, let first = above.pieces.first,
      let second = below.pieces.first, first.columns.overlaps(second.columns)
    else { return false }
    let own = first.columns.hull(with: second.columns)
    return !head.contains { $0.pieces.contains { $0.columns.overlaps(own) } }
      && words.know(words.head(first.text + second.text))
  }

  /// The head of the names on a line of its own, between two lines of heads: 区分 beside 令和５年度 over 決算.
  private static func isBesideHeads(_ i: Int, in lines: [PositionedLine], _ words: HeadWords) -> Bool {
    guard i > 0, i + 1 < lines.count, let piece = lines[i].pieces.first, lines[i].pieces.count == 1,
      CellKind(piece.text, words: words) == .word, isHeadLine(lines[i - 1], words),
      isHeadLine(lines[i + 1], words)
    else { return false }
    return [lines[i - 1], lines[i + 1]].allSatisfy {
      piece.columns.upperBound <= $0.pieces[0].columns.lowerBound
    }
  }

  /// Heads of their own, below one that is wider than they are.
  private static func isBelowSpan(
    _ line: PositionedLine, of head: ArraySlice<PositionedLine>, _ words: HeadWords
  ) -> Bool {
    guard isHeadLine(line, words), let first = line.pieces.first, let last = line.pieces.last else {
      return false
    }
    let pieces = head.flatMap(\.pieces)
    return first.columns.lowerBound > (pieces.map(\.columns.lowerBound).min() ?? 0)
      && pieces.contains { piece in
        let middle = (piece.columns.lowerBound + piece.columns.upperBound) / 2
        return first.columns.lowerBound <= middle && middle <= last.columns.upperBound
          && CellKind(piece.text, words: words) == .word
      }
  }

  /// Puts a line on top of the columns found below it.
  private mutating func stack(_ line: PositionedLine, _ words: HeadWords) {
    var fresh: [Column] = []
    let pieces = line.pieces.map(\.columns)
    for piece in line.pieces {
      let over = columns.indices.filter { columns[$0].extent.overlaps(piece.columns) }
      guard let first = over.first, let last = over.last else {
        if let range = gap(around: piece.columns, besides: pieces, on: line.number) {
          spans.append(Span(line: line.number, text: piece.text, columns: range))
        } else {
          fresh.append(Column(pieces: [(line.number, piece.text)], extent: piece.columns))
        }
        continue
      }
      let range = periods(
        in: widened(first...last, over: piece.columns, besides: pieces, on: line.number), around: first, words
      )
      if range.count > 1 {
        spans.append(Span(line: line.number, text: piece.text, columns: range))
        continue
      }
      columns[first].put(piece, on: line.number)
    }
    guard !fresh.isEmpty else { return }
    let old = columns
    columns = (columns + fresh).sorted { $0.extent.lowerBound < $1.extent.lowerBound }
    spans = spans.map { span in
      let low = old[span.columns.lowerBound].extent.lowerBound
      let high = old[span.columns.upperBound].extent.lowerBound
      let places = columns.indices.filter { (low...high).contains(columns[$0].extent.lowerBound) }
      return Span(line: span.line, text: span.text, columns: (places.first ?? 0)...(places.last ?? 0))
    }
  }

  /// The columns on both sides of a piece that stands over the gap between them.
  private func gap(around piece: Range<Int>, besides pieces: [Range<Int>], on line: Int) -> ClosedRange<Int>?
  {
    guard let right = columns.firstIndex(where: { $0.extent.lowerBound >= piece.upperBound }), right > 0
    else {
      return nil
    }
    let range = widened((right - 1)...right, over: piece, besides: pieces, on: line)
    return PositionedHead.distance(range, columns, piece) <= 3
      && !range.contains(where: { c in pieces.contains { $0 != piece && $0.overlaps(columns[c].extent) } })
      ? range : nil
  }

  /// A head stands over the middle of its columns: those that a range leaves out, where no other piece of the line is over them.
  private func widened(
    _ range: ClosedRange<Int>, over piece: Range<Int>, besides pieces: [Range<Int>], on line: Int
  ) -> ClosedRange<Int> {
    let taken = spans.filter { $0.line == line }.map(\.columns)
    let isFree = { (c: Int) in
      c > 0 && !taken.contains { $0.contains(c) }
        && !pieces.contains { $0 != piece && $0.overlaps(columns[c].extent) }
    }
    var low = range.lowerBound
    while low > 0, isFree(low - 1) { low -= 1 }
    var high = range.upperBound
    while high < columns.count - 1, isFree(high + 1) { high += 1 }
    let ranges = (low...range.lowerBound).flatMap { first in
      (range.upperBound...high).map { first...$0 }
    }
    let distances = ranges.map { PositionedHead.distance($0, columns, piece) }
    let least = distances.min() ?? 0
    let best = zip(ranges, distances).filter { $1 <= min(3, least + 1) }.max { $0.0.count < $1.0.count }
    return best?.0 ?? range
  }

  /// Of a range that reaches over years and words, the years that stand beside each other: a plan is over its years.
  private func periods(in range: ClosedRange<Int>, around column: Int, _ words: HeadWords) -> ClosedRange<Int>
  {
    let kind = { CellKind(columns[$0].text, words: words) }
    guard range.count > 1, kind(column) == .period, range.contains(where: { kind($0) == .word }) else {
      return range
    }
    var low = column
    while low > range.lowerBound, kind(low - 1) == .period { low -= 1 }
    var high = column
    while high < range.upperBound, kind(high + 1) == .period { high += 1 }
    return low < high ? low...high : range
  }

  private static func distance(_ range: ClosedRange<Int>, _ columns: [Column], _ piece: Range<Int>) -> Int {
    abs(
      columns[range.lowerBound].extent.lowerBound + columns[range.upperBound].extent.upperBound
        - piece.lowerBound - piece.upperBound) / 2
  }

  /// Columns over which two heads stand that are no one head together: the lines were not measured as they were set.
  func conflicts(_ words: HeadWords) -> Int {
    columns.count { column in
      guard column.pieces.count > 1 else { return false }
      let heads = column.pieces.map { (text: $0.text, kind: CellKind($0.text, words: words)) }
      let own = heads.count { $0.kind == .word && !"（(".contains($0.text.first ?? " ") }
      let others = heads.count { $0.kind == .text && !"（(".contains($0.text.first ?? " ") }
      let years = Set(heads.compactMap { words.head($0.text).year?.first })
      // ３か年 over 計: a sum says what it is of
      let isSum = heads.last.map { CellRoles.isTotal($0.text) } ?? false
      return years.count > 1 || own > 0 && own + others > 1 && !isSum && !words.know(words.head(column.text))
    }
  }

  /// The head as cells, and how many rows it has.
  var cells: (cells: [GridCell], rowCount: Int) {
    var above = [Int](repeating: 0, count: columns.count)
    var cells: [GridCell] = []
    let ordered = spans.sorted { ($0.line, $0.columns.lowerBound) < ($1.line, $1.columns.lowerBound) }
    for span in ordered {
      let row = span.columns.map { above[$0] }.max() ?? 0
      for column in span.columns { above[column] = row + 1 }
      cells.append(
        GridCell(
          row: row, column: span.columns.lowerBound, columnSpan: span.columns.count, text: [span.text],
          lines: [span.line], emphasis: .head))
    }
    let depth = above.max() ?? 0
    for (column, head) in columns.enumerated() {
      cells.append(
        GridCell(
          row: above[column], column: column, rowSpan: depth + 1 - above[column],
          text: head.pieces.map(\.text), lines: head.pieces.map(\.line), emphasis: .head))
    }
    return (cells, depth + 1)
  }
}
