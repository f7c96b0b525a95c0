import SourceFiles

/// The rows of a grid that are heads of columns.
struct HeadRows {
  private(set) var rows: Set<Int> = []
  /// For each row, the nearest head row above it.
  private(set) var above: [Int?] = []

  private let cells: [GridCell]
  private let places: GridPlaces
  private let kinds: [CellKind]
  private let isMarked: [Bool]
  private let texts: [[Int]]
  /// The first row with more than one text: titles that stand in a grid come before it.
  private let first: Int

  /// - Parameter rows: Cells with text by the row they begin in.
  init(_ cells: [GridCell], _ places: GridPlaces, _ kinds: [CellKind], rows texts: [[Int]], isMarked: [Bool])
  {
    self.cells = cells
    self.places = places
    self.kinds = kinds
    self.isMarked = isMarked
    self.texts = texts
    first = texts.firstIndex { $0.count > 1 } ?? 0
    // heads without rows below them say nothing
    let last = texts.lastIndex { !$0.isEmpty } ?? 0
    for row in texts.indices where row < last && !texts[row].isEmpty && isHead(row) { rows.insert(row) }
    var nearest: Int?
    for row in texts.indices {
      above.append(nearest)
      if rows.contains(row) { nearest = row }
    }
  }

  private func isHeadish(_ i: Int) -> Bool { isMarked[i] || kinds[i] == .word || kinds[i] == .period }

  private func isHead(_ r: Int) -> Bool {
    let row = texts[r]
    let holdsValues = row.contains { [.figure, .long, .mark].contains(kinds[$0]) && !isMarked[$0] }
    if !holdsValues, isBelowSpans(row, r) || isHeldFromAbove(r) || isOverFigures(row, r) { return true }
    if r == first, isFullest(row, r) { return true }
    guard row.count > 1,
      !row.contains(where: { (kinds[$0] == .figure || kinds[$0] == .long) && !isMarked[$0] })
    else { return false }
    let good = row.count(where: isHeadish)
    let known = row.count { kinds[$0] == .word || kinds[$0] == .period }
    let allMarked = row.allSatisfy { isMarked[$0] }
    if allMarked, r == first || known > 1 && row.count > 2 { return true }
    if known > 0, good * 10 >= row.count * 7, row.contains(where: isSplit) { return true }
    let needed = r == first ? 5 : 8
    if good * 10 >= row.count * needed, known > 1, gaps(in: row, r) * 10 <= row.count * 3 {
      return !isLabelled(row, r)
    }
    return r == first && opensFigures(row, r, known: known)
  }

  /// The first row of a wide list: it has more texts than the rows below, no figure, and three known words among them.
  private func isFullest(_ row: [Int], _ r: Int) -> Bool {
    guard row.count > 5, !isPaired(row), !row.contains(where: { kinds[$0] == .figure || kinds[$0] == .mark }),
      row.count(where: { kinds[$0] == .word }) > 2
    else { return false }
    let below = texts[(r + 1)...].prefix(5)
    return below.count > 1 && below.allSatisfy { $0.count <= row.count }
      && below.contains { $0.contains { kinds[$0] == .figure || kinds[$0] == .text } }
  }

  /// Two cells or more, each under a head that spans several columns.
  private func isBelowSpans(_ row: [Int], _ r: Int) -> Bool {
    guard rows.contains(r - 1), row.count > 1 else { return false }
    var spanned: Set<Int> = []
    for i in texts[r - 1] where cells[i].columnSpan > 1 && cells[i].endRow == r {
      spanned.formUnion(cells[i].columns)
    }
    return !spanned.isEmpty && row.allSatisfy { spanned.isSuperset(of: cells[$0].columns) }
  }

  /// Words of which half are known, below a row of heads and all of them over figures.
  private func isOverFigures(_ row: [Int], _ r: Int) -> Bool {
    rows.contains(r - 1) && row.count > 2 && row.count(where: isHeadish) * 2 >= row.count
      && row.allSatisfy { i in cells[i].columns.allSatisfy { isFigured($0, below: r) } }
  }

  /// Two of five columns or more go on from a head row above.
  private func isHeldFromAbove(_ r: Int) -> Bool {
    guard rows.contains(r - 1) else { return false }
    let held = (0..<places.columnCount).count { column in
      places[r, column].map { cells[$0].row < r && rows.contains(cells[$0].row) } ?? false
    }
    return held * 5 >= places.columnCount * 2
  }

  /// A cell with two heads or more directly below it.
  private func isSplit(_ i: Int) -> Bool {
    guard cells[i].columnSpan > 1 else { return false }
    let below = Set(
      cells[i].columns.compactMap { places[cells[i].endRow, $0] }.filter { kinds[$0] != .empty })
    return below.count > 1 && below.allSatisfy(isHeadish)
  }

  /// Places of the row without text, behind its first.
  private func gaps(in row: [Int], _ r: Int) -> Int {
    (cells[row[0]].column..<places.columnCount).count { column in
      places[r, column].map { cells[$0].row == r && kinds[$0] == .empty } ?? true
    }
  }

  /// A row of labels and values: more labels stand below its first, or the next row is of heads alone.
  private func isLabelled(_ row: [Int], _ r: Int) -> Bool {
    if row.allSatisfy({ isMarked[$0] }) { return false }
    let below = texts.dropFirst(r + 1).first { !$0.isEmpty } ?? []
    if r != first, !below.isEmpty, below.allSatisfy(isHeadish),
      !row.contains(where: { cells[$0].columnSpan > 1 })
    {
      return true
    }
    guard row.count <= 4 || isPaired(row), !row.allSatisfy(isHeadish) else {
      return false
    }
    // a label beside several rows of labels has no label below it
    let column = cells[row.first { cells[$0].endRow == r + 1 } ?? row[0]].column
    let labels = (r..<min(places.rowCount, r + 40)).compactMap { places[$0, column] }
    return Set(labels).count { kinds[$0] == .word || isMarked[$0] && kinds[$0] != .empty } > 1
  }

  /// Labels, each before its value.
  private func isPaired(_ row: [Int]) -> Bool {
    row.count.isMultiple(of: 2)
      && row.indices.allSatisfy { $0.isMultiple(of: 2) == (kinds[row[$0]] == .word) }
  }

  /// A first row of short texts over columns of figures; a word that is known lets one column of figures do.
  private func opensFigures(_ row: [Int], _ r: Int, known: Int) -> Bool {
    guard row.allSatisfy({ [.word, .period, .text].contains(kinds[$0]) && cells[$0].joined.count < 25 })
    else {
      return false
    }
    let columns = row.flatMap { cells[$0].columns }.filter { $0 > cells[row[0]].column }
    let figured = columns.count { isFigured($0, below: r) }
    return columns.count > 1 && figured * 5 >= columns.count * 4
      || known > 0 && row.count > 2 && columns.contains { isFigured($0, below: r) }
  }

  /// Seven of ten texts of a column are figures or marks, and one is a figure.
  private func isFigured(_ column: Int, below r: Int) -> Bool {
    let below = (r + 1..<min(places.rowCount, r + 40)).compactMap { row in
      places[row, column].flatMap { cells[$0].row == row && kinds[$0] != .empty ? kinds[$0] : nil }
    }
    return below.contains(.figure) && below.count { $0 == .figure || $0 == .mark } * 10 >= below.count * 7
  }
}
