/// A table of contents in columns, a level of headings a column, the page last: `７つの政策 基本戦略 取組項目 頁`.
///
/// The cells come out one after another, wrapped, each level opening with its own form of label; the header names the
/// levels.
enum ColumnContents {
  static func read(_ lines: [LineText]) -> Contents {
    for start in lines.indices {
      guard let ranks = header(lines[start]) else { continue }
      var reader = ColumnContentsReader(ranks: ranks)
      for line in lines[(start + 1)...].prefix(longest) where !line.isBlank {
        guard reader.read(line) else { break }
      }
      let contents = reader.finished(header: lines[start].number)
      if contents.entries.count >= 3 { return contents }
    }
    return Contents()
  }

  /// Lines of the longest table, so that no text makes reading it slow.
  private static let longest = 600

  /// The names of the levels, from the outermost: the header's cells before the last, which says 頁 or ページ.
  private static func header(_ line: LineText) -> [String]? {
    let cells = line.words.map { $0.filter { $0 != "|" } }.filter { !$0.isEmpty }
    guard cells.count >= 2, let last = cells.last?.text, Self.pageWords.contains(last) else { return nil }
    return cells.dropLast().map(rank)
  }

  private static let pageWords: Set<String> = ["頁", "ページ", "掲載頁", "掲載ページ", "ﾍﾟｰｼﾞ", "P"]

  /// `７つの政策` counts 政策.
  private static func rank(_ cell: [Unicode.Scalar]) -> String {
    let rest = cell.drop { $0.isDigit }
    guard rest.count < cell.count, rest.starts(with: "つの".unicodeScalars) else { return cell.text }
    return rest.dropFirst(2).text
  }
}

/// Collects entries until the body begins: the first label that was read already.
private struct ColumnContentsReader {
  let ranks: [String]
  private var contents = Contents()
  private var forms: [HeadingForm] = []
  private var pieces: [(text: [Unicode.Scalar], lines: [Int], page: Int?, level: Int, parent: Int?)] = []
  private var rows: [[Int]] = []
  private var open: [Int] = []

  init(ranks: [String]) { self.ranks = ranks }

  /// Takes a line in; false where the table has ended.
  mutating func read(_ line: LineText) -> Bool {
    let cells = Self.cells(line.scalars)
    guard line.width <= 80, !line.endsSentence else { return false }
    var labelled = false
    for (i, cell) in cells.enumerated() {
      if let mark = HeadingMark(cell), Self.isLabel(mark.form) {
        guard begin(mark, cell, line: line.number) else { return i > 0 }
        labelled = i == 0 || labelled
      } else {
        guard append(cell, line: line.number) else { return false }
      }
    }
    if labelled || rows.isEmpty {
      rows.append([line.number])
    } else {
      rows[rows.count - 1].append(line.number)
    }
    return true
  }

  private static func isLabel(_ form: HeadingForm) -> Bool {
    switch form {
    case .division, .word, .bracketedNumber, .bracketedKana, .circled, .dottedNumber, .roman: true
    case .number, .subnumber, .mark, .lenticular, .bracketed, .plain, .part: false
    }
  }

  /// A line cut where a label opens after a space.
  private static func cells(_ text: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    var cells: [[Unicode.Scalar]] = []
    var start = 0
    for i in text.indices.dropFirst() where text[i - 1].isBlank {
      guard let mark = HeadingMark(Array(text[i...])), isLabel(mark.form) else { continue }
      if case .word = mark.form { continue }
      cells.append(text[start..<i].trimmed)
      start = i
    }
    cells.append(text[start...].trimmed)
    return cells
  }

  private mutating func begin(_ mark: HeadingMark, _ cell: [Unicode.Scalar], line: Int) -> Bool {
    let level = forms.firstIndex(of: mark.form) ?? forms.count
    if level == forms.count { forms.append(mark.form) }
    guard level < max(1, ranks.count) else { return false }
    while let top = open.last, pieces[top].level >= level { open.removeLast() }
    let siblings = pieces.filter { $0.level == level && $0.parent == open.last }
    // The body repeats the first heading of the outermost level.
    if level == 0, siblings.contains(where: { HeadingMark($0.text)?.ordinal == mark.ordinal }) {
      return false
    }
    let (text, page) = Self.splitPage(cell)
    pieces.append((text, [line], page, level, open.last))
    open.append(pieces.count - 1)
    return true
  }

  /// More of the last entry's name, or its page.
  private mutating func append(_ cell: [Unicode.Scalar], line: Int) -> Bool {
    guard let last = pieces.indices.last, pieces[last].page == nil else { return false }
    if cell.allSatisfy(\.isDigit), cell.count <= 4 {
      pieces[last].page = Self.number(cell)
    } else {
      let (text, page) = Self.splitPage(cell)
      // A label alone on its line is followed by its name.
      let isBare = HeadingMark(pieces[last].text).map { $0.name.isEmpty } ?? false
      pieces[last].text += (isBare ? [" "] : []) + text
      pieces[last].page = page
    }
    pieces[last].lines.append(line)
    return true
  }

  private static func splitPage(_ cell: [Unicode.Scalar]) -> ([Unicode.Scalar], Int?) {
    let digits = Array(cell.reversed().prefix(while: \.isDigit).reversed())
    guard (1...4).contains(digits.count), cell.count > digits.count + 1 else { return (cell, nil) }
    let before = cell.dropLast(digits.count)
    guard before.last?.isBlank == true else { return (cell, nil) }
    return (before.trimmed, number(digits))
  }

  private static func number(_ digits: [Unicode.Scalar]) -> Int {
    digits.reduce(0) { $0 * 10 + ($1.decimalDigit ?? 0) }
  }

  func finished(header: Int) -> Contents {
    // Without one page this was no table of contents.
    guard pieces.contains(where: { $0.page != nil }) else { return Contents() }
    var contents = Contents()
    contents.rows = [[header]] + rows
    contents.entries = pieces.compactMap { piece in
      guard let mark = HeadingMark(piece.text), let first = piece.lines.first, let last = piece.lines.last
      else {
        return nil
      }
      let rank = ranks.indices.contains(piece.level) ? ranks[piece.level] : nil
      return ContentsEntry(
        mark: mark, page: piece.page, lines: LineRange(first, last), rank: rank, parent: piece.parent)
    }
    return contents
  }
}
