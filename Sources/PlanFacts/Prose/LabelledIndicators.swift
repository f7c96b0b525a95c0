import JapaneseText
import PlanDocuments

/// Reads indicators that stand on a line with their figures, each behind its label:
///
///     ・電動車の割合：基準値 8.3％（2021年度）、最終目標 100％（2033年度）
struct LabelledIndicators {
  let document: PlanDocument

  func facts(where isOpen: (Int) -> Bool) -> [Fact] {
    NumberedLine.all(in: document.plan).compactMap { line in
      guard isOpen(line.number), line.scalars.first != "|", !line.scalars.contains("\t"),
        case .success(let fact)? = LabelledIndicators.printing(line)?.fact(in: document)
      else { return nil }
      return fact
    }
  }

  /// A name, then at least two figures with their labels; one of them a target.
  private static func printing(_ line: NumberedLine) -> IndicatorPrinting? {
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
