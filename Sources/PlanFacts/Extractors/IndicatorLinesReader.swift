import JapaneseText
import PlanDocuments

/// Reads the rows under the head of an indicator table printed in lines.
///
/// A row is a name over one or more lines, then its cells in the order of the columns: a figure with its year in
/// brackets behind or below it, or a dash. Cells stand on lines of their own or several on one line. What ends the
/// table is a mark that opens something else (【, ○, ①, (1), a sentence), or text that goes on too long for a name.
struct IndicatorLinesReader {
  private let columns: [IndicatorLinesHead.Column]
  private let hasUnits: Bool
  private(set) var rows: [IndicatorLinesRow] = []
  private(set) var notes: [IndicatorNote] = []
  private var row = IndicatorLinesRow()
  private var pendingLabel: String?
  private var openBracket: (text: String, first: Int, last: Int)?
  private var isOver = false
  /// The rows read before the first note; what follows a note is a row only where it is whole.
  private var rowsBeforeNote: Int?

  init(_ head: IndicatorLinesHead, lines: [NumberedLine]) {
    columns = head.columns
    hasUnits = head.hasUnits
    var i = head.end
    while i < lines.count, !isOver {
      let line = lines[i]
      if openBracket == nil {
        if let note = IndicatorNote(at: i, in: lines) {
          finishRow()
          notes.append(note)
          rowsBeforeNote = rowsBeforeNote ?? rows.count
          i = note.end
          continue
        }
        if IndicatorLinesReader.opensSomethingElse(line) { break }
        if let count = noFigureLines(at: i, in: lines) {
          let remark = LinedText(joining: lines[i..<(i + count)])
          addCell(
            IndicatorLinesRow.Cell(
              remark: remark.text, lines: LineRange(line.number, lines[i + count - 1].number)))
          i += count
          continue
        }
      }
      read(line)
      i += 1
    }
    finishRow()
  }

  // MARK: Words of a line

  private mutating func read(_ line: NumberedLine) {
    if openBracket == nil, deal(Bracket.alone(in: line.scalars), line: line.number) { return }
    var words = line.text.words[...]
    if words.contains(where: FigureText.isPhoneNumber) {
      isOver = true
      return
    }
    while let word = words.first, !isOver {
      if openBracket != nil {
        continueBracket(&words, line: line.number)
      } else if !row.cells.isEmpty, word.squeezed.hasPrefix("(") {
        openBracket = ("", line.number, line.number)
      } else if row.hasName, let mark = IndicatorLinesReader.dash(word) {
        words.removeFirst()
        addCell(IndicatorLinesRow.Cell(lines: LineRange(line.number)))
        if !mark.isEmpty { row.marks.insert(mark) }
      } else if row.hasName, let (figure, rest) = IndicatorFigure.take(from: words) {
        words = rest
        add(figure, line: line.number)
      } else {
        addText(from: &words, line: line.number)
      }
    }
  }

  /// Takes words into the open bracket until it closes; one that goes on for longer than a year and a remark was none.
  private mutating func continueBracket(_ words: inout ArraySlice<String>, line: Int) {
    guard var bracket = openBracket, let word = words.popFirst() else { return }
    if line - bracket.first > 5 || bracket.text.utf8.count > 600 {
      isOver = true
      return
    }
    var depth = IndicatorLinesReader.depth(of: bracket.text)
    var end = word.endIndex
    for i in word.indices {
      let character = String(word[i]).widthFolded
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if depth == 0 {
        end = word.index(after: i)
        break
      }
    }
    bracket.text += (bracket.text.isEmpty ? "" : " ") + word[..<end]
    bracket.last = line
    guard depth == 0 else {
      openBracket = bracket
      return
    }
    openBracket = nil
    if end < word.endIndex { words = [String(word[end...])] + words }
    close(bracket.text, lines: LineRange(bracket.first, bracket.last))
  }

  private static func depth(of text: String) -> Int {
    let folded = text.widthFolded
    return folded.count { $0 == "(" } - folded.count { $0 == ")" }
  }

  private mutating func close(_ bracket: String, lines: LineRange) {
    guard let last = row.cells.indices.last else { return }
    if row.cells.count == columns.count, row.cells[last].lines.last < lines.first, waiting.count > 1,
      IndicatorLinesRow.Years(bracket) != nil
    {
      row.problem = "one year for \(waiting.count) figures"
    }
    close(bracket, of: last, lines: lines)
  }

  private mutating func close(_ bracket: String, of cell: Int, lines: LineRange) {
    if row.cells[cell].figures.isEmpty, IndicatorLinesRow.Years.isExceeded(by: bracket) {
      row.cells[cell].remark = MarkupText.joiningWraps(bracket)
    } else if row.cells[cell].years == nil {
      row.cells[cell].years = IndicatorLinesRow.Years(bracket)
    }
    row.cells[cell].lines = row.cells[cell].lines.union(lines)
  }

  /// The cells with a figure whose year is still to come.
  private var waiting: [Int] {
    row.cells.indices.filter { i in
      !row.cells[i].figures.isEmpty && row.cells[i].years == nil && i < columns.count
        && columns[i].year == nil
    }
  }

  /// A line of nothing but brackets stands under a line of as many figures, each under its own; false where the line is
  /// another.
  private mutating func deal(_ brackets: [String], line: Int) -> Bool {
    guard brackets.count > 1, !row.cells.isEmpty else { return false }
    let cells = waiting
    guard cells.count == brackets.count else {
      row.problem = "\(brackets.count) years for \(cells.count) figures"
      return true
    }
    for (bracket, cell) in zip(brackets, cells) { close(bracket, of: cell, lines: LineRange(line)) }
    return true
  }

  // MARK: Building rows

  private mutating func addText(from words: inout ArraySlice<String>, line: Int) {
    var text = words.removeFirst()
    // the words up to the next cell belong together
    while let next = words.first, IndicatorLinesReader.dash(next) == nil,
      IndicatorFigure.take(from: words) == nil
    {
      text += " " + next
      words.removeFirst()
    }
    if !row.hasName, text.unicodeScalars.allSatisfy({ $0.decimalDigit != nil || $0.isSpace }) {
      // a page number, or the scale of a chart
      isOver = true
    } else if row.cells.isEmpty {
      row.appendToName(text, line: line)
      if row.name.count > 6 { isOver = true }
    } else if isInsideCell, !words.isEmpty, text.count <= 10 {
      pendingLabel = text
    } else if row.cells.count < columns.count, IndicatorFigure.toldInWords.contains(text) {
      let figure = IndicatorLinesRow.Figure(label: nil, quantity: nil, text: text, line: line)
      addCell(IndicatorLinesRow.Cell(figures: [figure], lines: LineRange(line)))
    } else if row.cells.last?.lines.last == line {
      // the cell of a column that the head does not name (出典, 所管課): no part of the next name, and whose it is can't be told
      row.problem = "words behind the last figure"
      finishRow()
    } else {
      finishRow()
      row.appendToName(text, line: line)
    }
  }

  /// Whether the last cell still waits for its year, so that another figure of the same cell may follow.
  private var isInsideCell: Bool {
    guard let last = row.cells.last, !last.figures.isEmpty, last.years == nil else { return false }
    return row.cells.count <= columns.count && columns[row.cells.count - 1].year == nil
      && (row.cells.count < columns.count || row.cells.dropLast().contains { $0.years != nil })
  }

  private mutating func add(_ figure: IndicatorFigure, line: Int) {
    let figure = IndicatorLinesRow.Figure(
      label: pendingLabel, quantity: figure.quantity, text: figure.text, line: line)
    if pendingLabel != nil, let last = row.cells.indices.last {
      row.cells[last].figures.append(figure)
      row.cells[last].lines = row.cells[last].lines.union(LineRange(line))
    } else {
      addCell(IndicatorLinesRow.Cell(figures: [figure], lines: LineRange(line)))
    }
    pendingLabel = nil
  }

  private mutating func addCell(_ cell: IndicatorLinesRow.Cell) {
    if row.cells.count < columns.count {
      row.cells.append(cell)
    } else if cell.figures.contains(where: { $0.quantity?.unit != nil }), row.cells.last?.years == nil {
      row.problem = "more figures than columns"
    } else {
      // a page number, or the first label of a chart
      isOver = true
    }
  }

  private mutating func finishRow() {
    defer {
      row = IndicatorLinesRow()
      pendingLabel = nil
    }
    guard row.hasName, row.cells.contains(where: { !$0.figures.isEmpty }) || row.cells.count == columns.count
    else {
      return
    }
    if rowsBeforeNote != nil, row.cells.count != columns.count { return }
    // a page's number beside its title
    if row.cells.count == 1, columns.count > 2, row.cells[0].isPageNumber {
      isOver = true
      return
    }
    if hasUnits, !row.takeUnit() {
      isOver = true
      guard row.cells.count == columns.count else { return }
      row.problem = row.problem ?? "no unit in the column of units"
    }
    rows.append(row)
  }

  // MARK: Marks

  /// A dash for no figure, with the mark of a note behind it (`ー*`): gives the mark, empty without one.
  static func dash(_ word: String) -> String? {
    let body = word.prefix { EvaluationRow.isDash(String($0)) }
    guard !body.isEmpty else { return nil }
    return body.count == word.count ? "" : word[body.endIndex...].squeezedMark
  }

  /// How many lines from `index` say that a cell has no figure (`第２期実施計画` / `から新たに設定`); nil where they don't.
  private func noFigureLines(at index: Int, in lines: [NumberedLine]) -> Int? {
    guard row.hasName, row.cells.count < columns.count else { return nil }
    var text = ""
    for count in 1...3 where index + count <= lines.count {
      text += lines[index + count - 1].text.squeezed
      for phrase in IndicatorFigure.noFigure where text.hasSuffix(phrase) {
        let before = text.dropLast(phrase.count)
        // what stands before it names a plan or a year, and is no part of the indicator's own name
        let opens = ["第", "本", "今", "令和", "平成", "2"].contains { before.hasPrefix($0) }
        if before.isEmpty || opens && ["計画", "年度", "期"].contains(where: before.contains) { return count }
      }
    }
    return nil
  }

  private static func opensSomethingElse(_ line: NumberedLine) -> Bool {
    let text = line.text.squeezed
    guard let first = text.unicodeScalars.first, line.scalars.count <= 200 else { return true }
    if "【○●■◆◎〇□◇・|<".unicodeScalars.contains(first) || (0x2460...0x2473).contains(first.value) {
      return true
    }
    if text.hasSuffix("。") || line.text.contains("\t") || text == "成果指標" { return true }
    let scalars = Array(text.unicodeScalars)
    if first == "(", let number = Numeral.read(scalars, at: 1), number.range.upperBound < scalars.count {
      return scalars[number.range.upperBound] == ")"
    }
    return text.hasPrefix("(出所") || text.hasPrefix("(資料") || text.hasPrefix("指標")
  }
}
