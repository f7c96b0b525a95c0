/// The three cells of text that run together in front of a row's results: name, category, overview.
///
/// The category is found first, as the run of at most four whole lines (or last words of the name's line) that spells
/// one of the legend's names: `参加・協` / `働の場`. Without a legend the blank lines between cells decide, where the
/// page keeps them only there.
struct EvaluationCells {
  private(set) var name: [NumberedLine] = []
  private(set) var category: [NumberedLine] = []
  private(set) var overview: [NumberedLine] = []
  /// What can't be told apart; nil where all can.
  private(set) var problem: String?

  /// - Parameter startsWithName: true where the first pieces come from the line of number and code.
  init(_ lines: [NumberedLine], startsWithName: Bool, legend: EvaluationLegend) {
    if let range = EvaluationCells.category(in: lines, legend: legend) {
      name = Array(lines[..<range.lowerBound])
      category = Array(lines[range])
      overview = Array(lines[range.upperBound...])
    } else {
      split(lines, startsWithName: startsWithName, hasLegend: !legend.categories.isEmpty)
    }
  }

  private static func category(in lines: [NumberedLine], legend: EvaluationLegend) -> Range<Int>? {
    for start in lines.indices.dropFirst() {
      var text = ""
      for end in start..<min(start + 4, lines.count) {
        text += lines[end].text
        if legend.isCategory(text) { return start..<(end + 1) }
      }
    }
    return nil
  }

  private mutating func split(_ lines: [NumberedLine], startsWithName: Bool, hasLegend: Bool) {
    if startsWithName, let first = lines.first {
      let count = lines.prefix { $0.number == first.number }.count
      // the space between two words of that line is the space between two cells
      let isPair = count == 2 && !hasLegend
      name = Array(lines.prefix(isPair ? 1 : count))
      category = Array(lines[name.count..<count])
      overview = Array(lines.dropFirst(count))
      problem = hasLegend || isPair ? nil : "the category can't be told from the overview"
      return
    }
    var cells: [[NumberedLine]] = []
    for line in lines {
      if line.followsBlank || cells.isEmpty { cells.append([]) }
      cells[cells.count - 1].append(line)
    }
    switch cells.count {
    case 1 where !EvaluationCells.isSentence(cells[0]): name = cells[0]
    case 2:
      name = cells[0]
      overview = cells[1]
    case 3 where !hasLegend && !EvaluationCells.isSentence(cells[1]):
      name = cells[0]
      category = cells[1]
      overview = cells[2]
    default:
      problem = "name, category and overview can't be told apart"
    }
  }

  private static func isSentence(_ cell: [NumberedLine]) -> Bool {
    cell.last.map { $0.text.hasSuffix("。") } ?? false
  }
}
