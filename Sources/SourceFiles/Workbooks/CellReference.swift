/// The place of a cell, as `B14`.
struct CellReference: Hashable {
  /// 0-based.
  let row: Int
  let column: Int

  /// nil where the text names no cell that a sheet can have.
  init?(_ text: some StringProtocol) {
    let letters = text.utf8.prefix { (0x41...0x5A).contains($0) }
    let digits = text.utf8.dropFirst(letters.count)
    guard (1...3).contains(letters.count), (1...7).contains(digits.count),
      digits.allSatisfy({ (0x30...0x39).contains($0) })
    else {
      return nil
    }
    column = letters.reduce(0) { $0 * 26 + Int($1) - 64 } - 1
    row = digits.reduce(0) { $0 * 10 + Int($1) - 48 } - 1
    guard row >= 0, row < 1_048_576, column < TableAssembler.mostColumns else { return nil }
  }
}

extension CellRange {
  /// `B2:D5`, or one cell.
  init?(_ text: String) {
    let ends = text.split(separator: ":").compactMap { CellReference($0) }
    guard let first = ends.first, let last = ends.last, first.row <= last.row, first.column <= last.column
    else {
      return nil
    }
    self.init(rows: first.row...last.row, columns: first.column...last.column)
  }
}
