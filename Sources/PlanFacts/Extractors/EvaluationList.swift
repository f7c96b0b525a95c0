import JapaneseText
import PlanDocuments

/// A list of evaluated projects as it is printed: rows of number, code, name, category, overview, ● results, and a
/// last line of budget, settlement, level and page.
struct EvaluationList: Sendable {
  private(set) var rows: [EvaluationRow] = []
  let legend: EvaluationLegend

  init(reading plan: Plan) {
    let lines = NumberedLine.all(in: plan)
    legend = EvaluationLegend(reading: lines)
    guard lines.contains(where: { EvaluationRow.Start(reading: $0) != nil }) else { return }
    var reader = EvaluationListReader(lines: lines, legend: legend)
    rows = reader.read()
  }
}

/// The printed title of a list with the bureau in its brackets: 「…評価結果一覧（総務企画局）」.
struct EvaluationTitle: Hashable, Sendable {
  let bureau: String
  let lines: LineRange

  /// nil where the line is no title, or its bracket names no part of an administration.
  init?(reading line: NumberedLine) {
    let folded = line.text.widthFolded
    guard folded.hasSuffix(")"), let open = folded.lastIndex(of: "("), folded[..<open].hasSuffix("一覧") else {
      return nil
    }
    let offset = folded.distance(from: folded.startIndex, to: open)
    let bureau = String(line.text.dropFirst(offset + 1).dropLast()).trimmed
    guard let last = bureau.last, "局部課室区所会庁".contains(last) else { return nil }
    self.bureau = bureau
    self.lines = LineRange(line.number)
  }
}

/// Walks the lines once: heads of tables, rows, titles.
///
/// A title may stand above its table or, as in lists made from slides, below it; where the first title of a plan
/// stands above the first table, titles open tables, else they close them.
private struct EvaluationListReader {
  let lines: [NumberedLine]
  let legend: EvaluationLegend
  private var rows: [EvaluationRow] = []
  private var head: [String] = []
  private var headIsOpen = false
  private var firstRowOfTable = 0
  private var openTitle: EvaluationTitle?
  private var titlesOpenTables: Bool?

  init(lines: [NumberedLine], legend: EvaluationLegend) {
    self.lines = lines
    self.legend = legend
  }

  mutating func read() -> [EvaluationRow] {
    var i = 0
    while i < lines.count {
      let line = lines[i]
      if let start = EvaluationRow.Start(reading: line) {
        headIsOpen = false
        let body = rowLines(from: i)
        rows.append(EvaluationRow(start: start, lines: body, head: head, legend: legend, title: openTitle))
        i += body.count
        continue
      }
      if EvaluationRow.Column.first(in: line.text) != nil {
        meetHead(line)
      } else if let title = EvaluationTitle(reading: line) {
        meet(title)
      }
      i += 1
    }
    return rows
  }

  private mutating func meetHead(_ line: NumberedLine) {
    if titlesOpenTables == nil { titlesOpenTables = openTitle != nil }
    if !headIsOpen {
      head = []
      firstRowOfTable = rows.count
      headIsOpen = true
    }
    head += line.text.words
  }

  private mutating func meet(_ title: EvaluationTitle) {
    if titlesOpenTables ?? rows.isEmpty {
      openTitle = title
    } else {
      titlesOpenTables = false
      for i in rows.indices[min(firstRowOfTable, rows.count)...] { rows[i].title = title }
      firstRowOfTable = rows.count
    }
  }

  /// The lines of the row that starts at `start`: to its line of figures, the next row, a title or a head.
  private func rowLines(from start: Int) -> ArraySlice<NumberedLine> {
    var i = start + 1
    while i < lines.count {
      let line = lines[i]
      if EvaluationRow.isFigures(line) {
        while i < lines.count, EvaluationRow.isFigures(lines[i]) { i += 1 }
        break
      }
      if EvaluationRow.Start(reading: line) != nil || EvaluationTitle(reading: line) != nil
        || EvaluationRow.Column.first(in: line.text) != nil
      {
        break
      }
      i += 1
    }
    return lines[start..<i]
  }
}
