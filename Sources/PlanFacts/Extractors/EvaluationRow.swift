import JapaneseText
import PlanDocuments

/// One project of an evaluation list, cut into its cells.
struct EvaluationRow: Sendable {
  let number: Int?
  let code: String
  let name: LinedText
  let category: LinedText?
  let overview: LinedText
  /// One for each ●, without it.
  let results: [LinedText]
  let figures: Figures
  let lines: LineRange
  /// The line of number and code.
  let start: Int
  var title: EvaluationTitle?
  /// What could not be read of it; empty where all was.
  private(set) var problems: [String] = []

  init(
    start: Start, lines: ArraySlice<NumberedLine>, head: [String], legend: EvaluationLegend,
    title: EvaluationTitle?
  ) {
    let text = lines.dropFirst().filter {
      !EvaluationRow.isFigures($0) && !EvaluationRow.isPageNumber($0.text)
    }
    let firstResult = text.firstIndex { EvaluationRow.isResult($0) } ?? text.endIndex
    let cells = EvaluationCells(
      start.name + text[..<firstResult], startsWithName: !start.name.isEmpty, legend: legend)
    number = start.number
    code = start.code
    name = LinedText(joining: cells.name)
    category = cells.category.isEmpty ? nil : LinedText(joining: cells.category)
    overview = LinedText(joining: cells.overview)
    results = EvaluationRow.results(text[firstResult...])
    figures = Figures(reading: lines.dropFirst().filter { EvaluationRow.isFigures($0) }, head: head)
    self.start = start.line
    self.lines = LineRange(start.line, lines.last?.number ?? start.line)
    self.title = title
    if let problem = figures.problem { problems.append(problem) }
    if let problem = cells.problem { problems.append(problem) }
  }

  private static func isResult(_ line: NumberedLine) -> Bool {
    line.scalars.first.map { "●■◆".unicodeScalars.contains($0) } ?? false
  }

  private static func results(_ lines: ArraySlice<NumberedLine>) -> [LinedText] {
    let width = lines.map(\.columns).max() ?? 0
    var found: [LinedText] = []
    for line in lines {
      if isResult(line) { found.append(LinedText()) }
      guard let last = found.indices.last else { continue }
      found[last].append(line, columnWidth: width)
    }
    return found.map {
      var text = $0
      text.removeFirst(1)
      return text
    }
  }
}

// MARK: - The first line

extension EvaluationRow {
  /// `2 40205010`, with the project's name behind it where it has room.
  struct Start: Sendable {
    let number: Int?
    /// Six to ten digits; cities count their projects in codes of different lengths.
    let code: String
    /// What stands behind the code, one piece a word.
    let name: [NumberedLine]
    let line: Int

    init?(reading line: NumberedLine) {
      guard line.scalars.first?.decimalDigit != nil else { return nil }
      let words = line.text.words
      let folded = words.map(\.squeezed)
      guard let first = folded.first else { return nil }
      if Start.isCode(first), words.count == 1 {
        number = nil
        code = first
        name = []
      } else if first.utf8.count <= 3, let value = Int(first), value > 0, folded.count > 1,
        Start.isCode(folded[1])
      {
        number = value
        code = folded[1]
        name = words.dropFirst(2).map { NumberedLine(number: line.number, text: $0) }
      } else {
        return nil
      }
      self.line = line.number
    }

    private static func isCode(_ word: String) -> Bool {
      (6...10).contains(word.utf8.count) && word.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
  }
}

// MARK: - The last line

extension EvaluationRow {
  /// The columns whose figures stand on the last line of a row.
  enum Column: CaseIterable, Sendable {
    case budget, settlement, level, page

    var titles: [String] {
      switch self {
      case .budget: ["予算額", "予算"]
      case .settlement: ["決算額", "決算"]
      case .level: ["達成度", "達成状況"]
      case .page: ["掲載ページ", "ページ", "頁"]
      }
    }

    /// The column a line of a table's head starts with: `予算額 決算額`; nil for a sentence.
    static func first(in line: String) -> Column? {
      guard line.squeezed.count <= 40, line.words.allSatisfy({ $0.squeezed.count <= 12 }) else { return nil }
      return line.words.first.flatMap(Column.init(titled:))
    }

    /// `予算額(千円)` names the budget; `予算額及び` goes on as a sentence.
    init?(titled word: String) {
      let folded = word.squeezed
      let bracket = folded.firstIndex(of: "(") ?? folded.endIndex
      guard let column = Column.allCases.first(where: { $0.titles.contains(String(folded[..<bracket])) })
      else { return nil }
      self = column
    }

    func accepts(_ word: String) -> Bool {
      if EvaluationRow.isDash(word) { return true }
      switch self {
      case .budget, .settlement: return EvaluationRow.amount(word) != nil
      case .level: return EvaluationRow.level(word) != nil
      case .page: return EvaluationRow.isPage(word)
      }
    }
  }

  /// `304,726 304,726 3 P2`, cell by cell; a cell the document leaves empty is nil.
  struct Figures: Sendable {
    private(set) var budget: ExactNumber?
    private(set) var settlement: ExactNumber?
    private(set) var level: Int?
    /// True where the level is marked with `*`.
    private(set) var levelRevised = false
    /// nil also where the document prints only a placeholder (`P●●`).
    private(set) var page: Int?
    private(set) var lines: LineRange?
    private(set) var problem: String?

    init(reading lines: [NumberedLine], head: [String]) {
      guard let first = lines.first, let last = lines.last else {
        problem = "no line of budget, settlement, level and page"
        return
      }
      self.lines = LineRange(first.number, last.number)
      let words = lines.flatMap { $0.text.words }.map(\.squeezed)
      var columns = head.compactMap(Column.init(titled:))
      for column in [Column.level, .page] where !columns.contains(column) { columns.append(column) }
      if words.count == columns.count, zip(columns, words).allSatisfy({ $0.accepts($1) }) {
        for (column, word) in zip(columns, words) { set(column, to: word) }
      } else {
        assignByForm(words, amounts: columns.filter { $0 == .budget || $0 == .settlement })
      }
    }

    /// Where cells are missing only what its form makes sure is taken: the page by its P, the level as the last single
    /// digit, and amounts only where there are as many as columns for them.
    private mutating func assignByForm(_ words: [String], amounts: [Column]) {
      var rest = words
      if let i = rest.lastIndex(where: { EvaluationRow.isPage($0) }) { set(.page, to: rest.remove(at: i)) }
      if let last = rest.last, EvaluationRow.level(last) != nil { set(.level, to: rest.removeLast()) }
      let figures = rest.filter { EvaluationRow.amount($0) != nil || EvaluationRow.isDash($0) }
      if figures.count == amounts.count {
        for (column, word) in zip(amounts, figures) { set(column, to: word) }
      } else {
        problem = "\(figures.count) amounts for \(amounts.count) columns of them"
      }
    }

    private mutating func set(_ column: Column, to word: String) {
      switch column {
      case .budget: budget = EvaluationRow.amount(word)
      case .settlement: settlement = EvaluationRow.amount(word)
      case .level:
        level = EvaluationRow.level(word)
        levelRevised = word.hasSuffix("*")
      case .page: page = Int(word.dropFirst())
      }
    }
  }

  /// Whether a line holds nothing but cells of figures, at least two of them or a page.
  static func isFigures(_ line: NumberedLine) -> Bool {
    guard Start(reading: line) == nil else { return false }
    let words = line.text.words.map(\.squeezed)
    guard words.count > 1 || words.first.map(isPage) == true || words.first?.contains(",") == true else {
      return false
    }
    guard words.contains(where: { amount($0) != nil || isPage($0) }) else { return false }
    return words.allSatisfy { isDash($0) || isPage($0) || amount($0) != nil || level($0) != nil }
  }

  /// A page's own number, alone on its line between two parts of a row.
  private static func isPageNumber(_ line: String) -> Bool {
    let folded = line.squeezed
    return folded.utf8.count <= 3 && Int(folded) != nil
  }

  /// `P2`, `P●●`, `p.12`.
  private static func isPage(_ word: String) -> Bool {
    guard let first = word.first, first == "P" || first == "p", word.count > 1 else { return false }
    return word.dropFirst().allSatisfy { $0.isASCII && $0.isNumber || $0 == "●" || $0 == "○" }
  }

  /// `4`, `3*`; 1 is the best.
  private static func level(_ word: String) -> Int? {
    let digits = word.hasSuffix("*") ? word.dropLast() : word[...]
    guard digits.count == 1, let value = Int(digits), (1...5).contains(value) else { return nil }
    return value
  }

  private static func amount(_ word: String) -> ExactNumber? {
    let scalars = Array(word.unicodeScalars)
    guard let numeral = Numeral.read(scalars, at: 0), numeral.hasDigits, numeral.range.count == scalars.count
    else { return nil }
    return numeral.value
  }

  static func isDash(_ word: String) -> Bool {
    !word.isEmpty && word.unicodeScalars.allSatisfy { "-−–—―ー－".unicodeScalars.contains($0) }
  }
}
