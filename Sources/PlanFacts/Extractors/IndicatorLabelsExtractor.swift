import JapaneseText
import PlanDocuments

/// Reads indicators whose figures carry their labels in running lines.
///
/// Two forms: a sheet (`指標名　貸出冊数`, then `基準値（令和３年度）　１２万冊`, `目標値（令和９年度）　１５万冊`), and a bullet
/// (`・電動車の割合：基準値 8.3％（2021年度）、最終目標 100％（2033年度）`).
package struct IndicatorLabelsExtractor: FactExtractor {
  package init() {}

  package func extract(from document: PlanDocument) -> Extraction {
    let furniture = Set(document.furniture)
    let lines = NumberedLine.all(in: document.plan).filter {
      !furniture.contains($0.number) && $0.scalars.first != "|" && !$0.scalars.contains("\t")
    }
    var printings: [IndicatorPrinting] = []
    var open: IndicatorPrinting?
    var courses: [NumberedLine] = []
    for line in lines {
      if let name = IndicatorLabels.name(line) {
        open.map { printings.append($0) }
        open = IndicatorPrinting(line: line.number)
        open?.addName(name, line: line.number)
      } else if open != nil, let figures = LabelledFigure.row(line.scalars) {
        for figure in figures { open?.add(figure, line: line.number) }
      } else {
        open.map { printings.append($0) }
        open = nil
        if let printing = IndicatorLabels.bullet(line) {
          printings.append(printing)
        } else if IndicatorLabels.isCourse(line) {
          courses.append(line)
        }
      }
    }
    open.map { printings.append($0) }
    var extraction = Extraction()
    extraction.unread = courses.map { line in
      UnreadRow(
        kind: .indicator, plan: document.plan.id, lines: LineRange(line.number),
        section: document.outline.path(at: line.number),
        reason: "figures of two years, without a word whether the second is a target")
    }
    // a name without a figure is the head of a table, which others read
    for printing in printings where printing.points.count > 1 {
      if case .success(let fact) = printing.fact(in: document) { extraction.facts.append(fact) }
    }
    return extraction
  }
}

private enum IndicatorLabels {
  /// `指標名　居場所づくりに取り組む団体数`; the titles of a table's columns are no name.
  static func name(_ line: NumberedLine) -> String? {
    guard line.scalars.count <= 70,
      let labelled = LabelledLine(line, isLabel: isNameLabel),
      !labelled.value.text.words.contains(where: { ColumnTitle($0) != nil }),
      LabelledFigure.opening(labelled.value.scalars) == nil, labelled.value.scalars.last != "。"
    else { return nil }
    return labelled.value.text
  }

  /// `指標`, also counted: `指標①`, `KPI2`.
  private static func isNameLabel(_ label: String) -> Bool {
    var word = label[...]
    while let last = word.unicodeScalars.last,
      last.decimalDigit != nil || (0x2460...0x2473).contains(last.value)
    {
      word.unicodeScalars.removeLast()
    }
    return ["指標", "指標名", "成果指標", "成果指標名", "活動指標", "評価指標", "KPI"].contains(word)
  }

  /// Whether a line shows how a figure goes from one year to another, without saying whether the second was planned or
  /// counted: `① 組織率　76.8％（令和５年度）　→　90.0％（令和９年度）`.
  static func isCourse(_ line: NumberedLine) -> Bool {
    let parts = line.scalars.split { "→⇒".unicodeScalars.contains($0) }
    guard parts.count == 2, line.scalars.count <= 120, line.scalars.last != "。" else { return false }
    return parts.allSatisfy { part in
      let words = String(String.UnicodeScalarView(part)).words
      let figure = words.last?.split(whereSeparator: { "：:".contains($0) }).last.map(String.init) ?? ""
      return FigureText(figure, allowsWords: false).figures.contains { $0.quantity != nil && $0.year != nil }
    }
  }

  /// A name, then at least two figures with their labels; one of them a target.
  static func bullet(_ line: NumberedLine) -> IndicatorPrinting? {
    guard line.scalars.last != "。", line.scalars.count <= 300 else { return nil }
    let figures = LabelledFigure.all(in: line.scalars)
    guard figures.count > 1, let first = figures.first, figures.contains(where: { $0.role == .target }) else {
      return nil
    }
    let before = line.scalars[..<first.range.lowerBound]
    // an item of a list, or a name with its colon; anything else that prints a target is a sentence or a log
    let isItem = before.first.map { TextBlock.marks.contains($0) } ?? false
    guard isItem || before.last(where: { !$0.isSpace })?.widthFolded == ":" else { return nil }
    var name = before.drop { $0.isSpace || TextBlock.marks.contains($0) }
    while let last = name.last,
      last.isSpace || ":（(、".unicodeScalars.contains(last.widthFolded) || last == "（"
    {
      name.removeLast()
    }
    guard (2...60).contains(name.count), !name.contains(where: { "。、=/[]".unicodeScalars.contains($0) }),
      name.count(where: { $0.isKanji || $0.isHiragana || $0.isKatakana }) * 2 > name.count
    else { return nil }
    var printing = IndicatorPrinting(line: line.number)
    printing.addName(String(String.UnicodeScalarView(name)), line: line.number)
    for figure in figures { printing.add(figure, line: line.number) }
    return printing
  }
}

extension IndicatorPrinting {
  fileprivate mutating func add(_ figure: LabelledFigure, line: Int) {
    addFigures(figure.role, year: figure.year, text: figure.text, line: line)
    reach(line)
  }
}

/// A figure behind the label that says what it is: `基準値（令和３年度）　１２団体`, `目標 40％（2028年度）`.
struct LabelledFigure: Sendable {
  let role: Point.Role
  let year: YearMention?
  /// The figure with its bracket, as printed.
  let text: String
  /// From the label to behind the figure.
  let range: Range<Int>

  /// The figure that a whole line says.
  static func opening(_ scalars: [Unicode.Scalar]) -> LabelledFigure? {
    read(scalars, at: 0, end: scalars.count)
  }

  /// The figures that a whole line says, each behind its label or its year (`R2　1,480件　R3　1,911件`); nil for any other line.
  static func row(_ scalars: [Unicode.Scalar]) -> [LabelledFigure]? {
    let labelled = all(in: scalars)
    if labelled.count > 1, labelled[0].range.lowerBound == 0 { return labelled }
    if let figure = opening(scalars) { return [figure] }
    let words = scalars.split(whereSeparator: \.isSpace)
    guard words.count > 1, words.count <= 24, words.count.isMultiple(of: 2) else { return nil }
    return stride(from: 0, to: words.count, by: 2).reduce(into: [LabelledFigure]?([])) { figures, i in
      let label = Array(words[i])
      guard let year = YearMention.read(label, at: 0, bareYears: true), year.range.upperBound == label.count,
        let text = figures == nil ? nil : String(String.UnicodeScalarView(words[i + 1])),
        FigureText(text, allowsWords: false).figures.count == 1, Quantity(parsing: text) != nil
      else {
        figures = nil
        return
      }
      figures?.append(
        LabelledFigure(
          role: .actual, year: year, text: text, range: words[i].startIndex..<words[i + 1].endIndex))
    }
  }

  /// All figures of a line, divided by 、 or spaces before a label.
  static func all(in scalars: [Unicode.Scalar]) -> [LabelledFigure] {
    let starts = scalars.indices.filter { i in
      (i == 0 || scalars[i - 1].isSpace || ":、,/→(".unicodeScalars.contains(scalars[i - 1].widthFolded))
        && IndicatorMark.role(scalars, at: i) != nil
    }
    return starts.enumerated().compactMap { n, start in
      read(scalars, at: start, end: n + 1 < starts.count ? starts[n + 1] : scalars.count)
    }
  }

  private static func read(_ scalars: [Unicode.Scalar], at start: Int, end: Int) -> LabelledFigure? {
    guard let (role, labelEnd) = IndicatorMark.role(scalars, at: start) else { return nil }
    let (year, close) = IndicatorMark.bracketedYear(scalars, from: labelEnd)
    var i = YearMention.skipped(scalars, close)
    if i < end, scalars[i].widthFolded == ":" { i = YearMention.skipped(scalars, i + 1) }
    // behind the label a space, a colon or a year, not the rest of a word
    guard i > labelEnd, i < end else { return nil }
    var text = scalars[i..<end]
    while let last = text.last, last.isSpace || "、,/→・".unicodeScalars.contains(last) { text.removeLast() }
    let figure = String(String.UnicodeScalarView(text)).trimmed
    let read = FigureText(figure, allowsWords: false)
    guard !read.figures.isEmpty, read.figures.allSatisfy({ $0.quantity != nil }), read.notes.isEmpty else {
      return nil
    }
    return LabelledFigure(role: role, year: year, text: figure, range: start..<end)
  }
}
