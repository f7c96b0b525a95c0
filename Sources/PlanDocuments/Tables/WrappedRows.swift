/// Finds which lines of a page make a row, where the cells of a row have unlike numbers of lines.
///
/// The cells of a row are set around its middle or from its top; the rows are chosen so that all columns agree best. Every row has a name
/// (a text in one of the first columns, the same for all rows) and something beside it.
enum WrappedRows {
  struct Line: Hashable {
    let number: Int
    /// Where it stands among the others: its number, less the lines at the ends of pages before it.
    var place: Int
    /// By column.
    let cells: [Int: String]
    /// The columns that hold a figure or a mark in place of one.
    let figures: Set<Int>
    /// The columns whose text stops within a sentence.
    let unfinished: Set<Int>
    /// The columns whose text ends with a particle or goes on with an item of a list.
    let dangling: Set<Int>
    /// Whether a label stands before other cells: then it is a row of its own.
    let isLabelled: Bool
    /// Brackets opened less those closed, by column; nothing where they come out.
    let brackets: [Int: Int]

    init(number: Int, cells: [Int: String], isLabelled: Bool = false) {
      self.number = number
      self.isLabelled = isLabelled
      place = number
      self.cells = cells
      figures = Set(cells.filter { Line.isFigure($0.value) }.keys)
      unfinished = Set(
        cells.filter {
          $0.value.unicodeScalars.count > 11
            && !"。）」.)".unicodeScalars.contains($0.value.unicodeScalars.last ?? "。")
        }.keys)
      dangling = Set(
        cells.filter { "のをにやがへ、・".unicodeScalars.contains($0.value.unicodeScalars.last ?? " ") }.keys)
      brackets = cells.compactMapValues { text in
        let balance = text.unicodeScalars.reduce(0) { sum, scalar in
          "（(「".unicodeScalars.contains(scalar)
            ? sum + 1 : "）)」".unicodeScalars.contains(scalar) ? sum - 1 : sum
        }
        return balance == 0 ? nil : balance
      }
    }

    /// Digits and the signs that stand with them, and perhaps a short unit; or `－`.
    private static func isFigure(_ text: String) -> Bool {
      let scalars = text.unicodeScalars
      guard scalars.count <= 16 else { return false }
      if scalars.allSatisfy({ "－‐-―—–ー…・".unicodeScalars.contains($0) }) { return true }
      guard let first = scalars.first, first.isDigit || "△▲-−約延".unicodeScalars.contains(first),
        scalars.contains(where: \.isDigit)
      else { return false }
      let unit = scalars.reversed().prefix { !$0.isDigit && !")）".unicodeScalars.contains($0) }
      return unit.count <= 4
    }
  }

  /// How far the cells of a row may be apart in its price: by lines, doubled so that all is whole.
  private enum Setting: CaseIterable { case middle, top }

  /// No row has more lines.
  private static let tallest = 9

  /// Lines by row, with what speaks against them; empty where no arrangement gives every row a name and a value.
  ///
  /// - Parameter opening: The numbers of lines that are the first of a page.
  static func rows(_ lines: [Line], columnCount: Int, opening: Set<Int> = []) -> (rows: [[Line]], price: Int)
  {
    guard !lines.isEmpty else { return ([], 0) }
    let lines = closingUp(lines, opening)
    let numbered = (0..<min(2, columnCount)).first { numbers(lines, $0) }
    let prose = Set(lines.flatMap { line in line.cells.filter { $0.value.hasSuffix("。") }.keys })
    let options = (0..<min(3, columnCount)).flatMap { name in
      Setting.allCases.map { arrange(lines, columnCount, $0, name: name, numbered, prose) }
    }
    guard let best = options.min(by: { $0.price < $1.price }), best.price < impossible else { return ([], 0) }
    return (
      zip(best.starts, best.starts.dropFirst() + [lines.count]).map { Array(lines[$0..<$1]) }, best.price
    )
  }

  /// The lines as they would stand without the ends of pages between them.
  private static func closingUp(_ lines: [Line], _ opening: Set<Int>) -> [Line] {
    var left = 0
    return lines.indices.map { i in
      if i > 0, opening.contains(lines[i].number) { left += lines[i].number - lines[i - 1].number - 1 }
      var line = lines[i]
      line.place -= left
      return line
    }
  }

  private static let impossible = 1_000_000

  /// Whether a column numbers its rows: 1, 2, 3, …; where more lines hold figures, it numbers groups of them.
  private static func numbers(_ lines: [Line], _ column: Int) -> Bool {
    let texts = lines.compactMap { $0.cells[column] }
    let all = texts.compactMap { Int(HeadText.folder.fold(string: $0, depth: .width)) }
    return all.count > 3 && all.count == texts.count && zip(all, all.dropFirst()).allSatisfy { $1 == $0 + 1 }
      && lines.count { $0.figures.subtracting([column]).count > 1 } <= all.count
  }

  /// The cheapest cut of the lines into rows; by the number of lines times a constant.
  private static func arrange(
    _ lines: [Line], _ columnCount: Int, _ setting: Setting, name: Int, _ numbered: Int?, _ prose: Set<Int>
  ) -> (price: Int, starts: [Int]) {
    var prices = [0]
    var from = [0]
    for end in 1...lines.count {
      var best = (price: impossible, start: end - 1)
      for start in max(0, end - tallest)..<end where prices[start] < impossible {
        let price =
          prices[start] + price(lines[start..<end], columnCount, setting, name: name, numbered, prose)
        if price < best.price { best = (price, start) }
      }
      prices.append(best.price)
      from.append(best.start)
    }
    var starts: [Int] = []
    var end = lines.count
    while end > 0 {
      end = from[end]
      starts.append(end)
    }
    return (prices[lines.count], starts.reversed())
  }

  /// What speaks against the lines being one row: columns that are not set as the others, blank lines inside, two figures in a cell, a
  /// text that wants something behind it.
  private static func price(
    _ row: ArraySlice<Line>, _ columnCount: Int, _ setting: Setting, name: Int, _ numbered: Int?,
    _ prose: Set<Int>
  ) -> Int {
    guard let first = row.first, let last = row.last,
      row.contains(where: { $0.cells[name] != nil || $0.isLabelled })
    else {
      return impossible
    }
    guard row.contains(where: { $0.cells.keys.contains { $0 != name } }) else { return impossible }
    var price = 1
    let labelled = row.count(where: \.isLabelled)
    if labelled > 1 { price += 40 * (labelled - 1) }
    if let numbered { price += 40 * abs(row.count { $0.cells[numbered] != nil } - 1) }
    for column in 0..<columnCount {
      let filled = row.indices.filter { row[$0].cells[column] != nil }
      guard let top = filled.first, let bottom = filled.last else { continue }
      switch setting {
      case .middle:
        let offset = abs(top + bottom - (row.startIndex + row.endIndex - 1))
        // where a number opens each row, half a line is little: an even number of lines has no middle one
        price += numbered == nil ? 3 * offset : offset / 2 * 6 + offset % 2
      case .top: price += 3 * (top - row.startIndex) * 2
      }
      if prose.contains(column) {
        if row[bottom].unfinished.contains(column) { price += 4 }
        if numbered != nil {
          price += filled.dropLast().count { row[$0].cells[column]?.hasSuffix("。") ?? false }
        }
      } else if row[bottom].dangling.contains(column)
        || filled.reduce(0, { $0 + (row[$1].brackets[column] ?? 0) }) > 0
      {
        price += 20
      }
      // a cell goes on from line to line
      price += 4 * (bottom - top + 1 - filled.count)
      let figures = filled.count { row[$0].figures.contains(column) }
      if figures > 1 { price += 12 * (figures - 1) }
    }
    let blanks = last.place - first.place + 1 - row.count
    return price + 3 * blanks
  }
}
