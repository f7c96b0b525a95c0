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
    /// Of those, the columns whose figure stands in a bracket: it says more of the one above it.
    let bracketed: Set<Int>
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
      bracketed = figures.filter { "(（".unicodeScalars.contains(cells[$0]?.unicodeScalars.first ?? " ") }
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

    /// nil where nothing else stands on it.
    var withoutFirstCell: Line? {
      let rest = cells.filter { $0.key > 0 }
      return rest.isEmpty ? nil : Line(number: number, cells: rest, isLabelled: isLabelled)
    }

    /// Digits and the signs that stand with them, and perhaps a short unit, also in a bracket (of a row that is said again); or `－`.
    private static func isFigure(_ text: String) -> Bool {
      var scalars = Array(text.unicodeScalars)
      guard scalars.count <= 16 else { return false }
      if let first = scalars.first, let last = scalars.last, "(（".unicodeScalars.contains(first),
        ")）".unicodeScalars.contains(last)
      {
        scalars = Array(scalars.dropFirst().dropLast())
      }
      if scalars.allSatisfy({ "－‐-―—–ー…・".unicodeScalars.contains($0) }) { return true }
      guard let first = scalars.first, first.isDigit || "△▲-−約延".unicodeScalars.contains(first),
        scalars.contains(where: \.isDigit)
      else { return false }
      let unit = scalars.reversed().prefix { !$0.isDigit && !")）".unicodeScalars.contains($0) }
      return unit.count <= 4
    }
  }

  /// What all rows of a table have in common.
  private struct Manner {
    /// The column that numbers the rows.
    let numbered: Int?
    /// The columns that hold sentences.
    let prose: Set<Int>
    /// Whether rows have figures, most of them several.
    let isOfFigures: Bool
    /// The columns that say of what class a row is (新規, 継続): each row has one.
    let classes: Set<Int>
    /// By column, how long a text is at least that goes on below: a cell is broken where it is full.
    let full: [Int]
    /// The columns whose heads come in turn (目標, 実績, 目標, 実績): each row has them once, in this order.
    let cycles: [(column: Int, heads: [String])]
  }

  /// How far the cells of a row may be apart in its price: by lines, doubled so that all is whole.
  private enum Setting: CaseIterable { case middle, top }

  /// No row has more lines.
  private static let tallest = 9

  /// Lines by row, with what speaks against them; empty where no arrangement gives every row a name and a value.
  ///
  /// - Parameters:
  ///   - opening: The numbers of lines that are the first of a page.
  ///   - isHead: Whether a text is the head of figures.
  static func rows(
    _ lines: [Line], columnCount: Int, opening: Set<Int> = [], isHead: (String) -> Bool = { _ in false }
  ) -> (rows: [[Line]], price: Int) {
    guard !lines.isEmpty else { return ([], 0) }
    let lines = closingUp(lines, opening)
    let cycles = (0..<columnCount).compactMap { column in
      cycle(column, lines).flatMap { $0.allSatisfy(isHead) ? (column, $0) : nil }
    }
    let manner = Manner(
      numbered: (0..<min(2, columnCount)).first { numbers(lines, $0) },
      prose: Set(lines.flatMap { line in line.cells.filter { $0.value.hasSuffix("。") }.keys }),
      isOfFigures: lines.count { $0.figures.count > 1 } > 3,
      classes: Set((0..<columnCount).filter { holdsClasses($0, lines) }).subtracting(cycles.map(\.0)),
      full: (0..<columnCount).map { column in
        // two cells that were read as one are wider than either
        (lines.compactMap { $0.cells[column]?.split(separator: " ").map(\.unicodeScalars.count).max() }.max()
          ?? 0) - 2
      },
      cycles: cycles)
    let options = (0..<min(3, columnCount)).flatMap { name in
      Setting.allCases.map { arrange(lines, columnCount, $0, name: name, manner) }
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

  /// Whether a column holds short words that come again and again.
  private static func holdsClasses(_ column: Int, _ lines: [Line]) -> Bool {
    let texts = lines.filter { !$0.figures.contains(column) }.compactMap { $0.cells[column] }
    return texts.count > 3 && texts.allSatisfy { $0.unicodeScalars.count <= 4 }
      && Set(texts).count * 4 <= texts.count * 3
  }

  /// The words that come in turn in a column, two or more, at least twice; nil elsewhere.
  private static func cycle(_ column: Int, _ lines: [Line]) -> [String]? {
    let texts = lines.filter { !$0.figures.contains(column) }.compactMap { $0.cells[column] }
    guard let first = texts.first, let length = texts.dropFirst().firstIndex(of: first),
      (2...4).contains(length), texts.count >= 2 * length, texts.count.isMultiple(of: length),
      Set(texts[..<length]).count == length,
      texts.indices.allSatisfy({ texts[$0] == texts[$0 % length] })
    else { return nil }
    return Array(texts[..<length])
  }

  private static let impossible = 1_000_000
  /// What begins no word.
  private static let goingOn: Set<Unicode.Scalar> = Set("ー、。）」』〕】・ッャュョぁぃぅぇぉっゃゅょァィゥェォ".unicodeScalars)

  /// Whether a column numbers its rows: 1, 2, 3, … or 0101, 0102, 0201, …; where more lines hold figures, it numbers groups of them.
  private static func numbers(_ lines: [Line], _ column: Int) -> Bool {
    let texts = lines.compactMap { $0.cells[column] }.map { HeadText.folder.fold(string: $0, depth: .width) }
    let all = texts.compactMap { Int($0) }
    let areCodes = Set(texts.map(\.utf8.count)).count == 1 && texts[0].utf8.count > 2
    return all.count > 3 && all.count == texts.count
      && zip(all, all.dropFirst()).allSatisfy { $1 == $0 + 1 || areCodes && $0 < $1 }
      && lines.count { $0.figures.subtracting([column]).subtracting($0.bracketed).count > 1 } * 2 <= all.count
        * 3
  }

  /// The cheapest cut of the lines into rows; by the number of lines times a constant.
  private static func arrange(
    _ lines: [Line], _ columnCount: Int, _ setting: Setting, name: Int, _ manner: Manner
  ) -> (price: Int, starts: [Int]) {
    var prices = [0]
    var from = [0]
    for end in 1...lines.count {
      var best = (price: impossible, start: end - 1)
      for start in max(0, end - tallest)..<end where prices[start] < impossible {
        let price =
          prices[start] + price(lines[start..<end], columnCount, setting, name: name, manner)
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
    _ row: ArraySlice<Line>, _ columnCount: Int, _ setting: Setting, name: Int, _ manner: Manner
  ) -> Int {
    guard let first = row.first, let last = row.last,
      row.contains(where: { $0.cells[name] != nil || $0.isLabelled })
    else {
      return impossible
    }
    guard row.contains(where: { $0.cells.keys.contains { $0 != name } }) else { return impossible }
    var price = 1
    if manner.isOfFigures, row.allSatisfy(\.figures.isEmpty) { price += 8 }
    for (column, heads) in manner.cycles where row.compactMap({ $0.cells[column] }) != heads {
      price += 60
    }
    let labelled = row.count(where: \.isLabelled)
    if labelled > 1 { price += 40 * (labelled - 1) }
    // a sum has no number
    if let numbered = manner.numbered, labelled == 0 {
      price += 40 * abs(row.count { $0.cells[numbered] != nil } - 1)
    }
    for column in 0..<columnCount {
      let filled = row.indices.filter { row[$0].cells[column] != nil }
      guard let top = filled.first, let bottom = filled.last else {
        if manner.classes.contains(column) { price += 8 }
        continue
      }
      switch setting {
      case .middle:
        let offset = abs(top + bottom - (row.startIndex + row.endIndex - 1))
        // half a line is little: an even number of lines has no middle one
        price += offset / 2 * 6 + offset % 2
      case .top: price += 3 * (top - row.startIndex) * 2
      }
      if manner.prose.contains(column) {
        if row[bottom].unfinished.contains(column) { price += 8 }
        if manner.numbered != nil {
          price += filled.dropLast().count { row[$0].cells[column]?.hasSuffix("。") ?? false }
        }
      } else if row[bottom].dangling.contains(column)
        || filled.reduce(0, { $0 + (row[$1].brackets[column] ?? 0) }) > 0
      {
        price += 20
      }
      // ー and ） go on with what stands above, and 業 alone is no name
      if let opening = row[top].cells[column]?.unicodeScalars.first, goingOn.contains(opening) { price += 60 }
      if manner.full[column] > 7, !manner.prose.contains(column) {
        if bottom == top, row[top].cells[column]?.unicodeScalars.count == 1,
          !row[top].figures.contains(column)
        {
          price += 30
        }
        price +=
          6
          * filled.dropLast().count {
            (row[$0].cells[column]?.unicodeScalars.count ?? 0) < manner.full[column]
          }
      }
      let all = filled.filter { row[$0].figures.contains(column) }
      let isSaidAgain = all.first.map { !row[$0].bracketed.contains(column) } ?? false
      let figures = isSaidAgain ? all.count { !row[$0].bracketed.contains(column) } : all.count
      // a cell goes on from line to line, but for a figure in a bracket that is set apart from its own
      if all.count == figures { price += 4 * (bottom - top + 1 - filled.count) }
      if figures > 1 { price += 12 * (figures - 1) }
      if manner.classes.contains(column) { price += 20 * (filled.count - 1) }
    }
    let blanks = last.place - first.place + 1 - row.count
    return price + 3 * blanks
  }
}
