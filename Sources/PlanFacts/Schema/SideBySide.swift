import JapaneseText
import PlanDocuments
import SourceFiles

extension FieldSchema {
  /// Whether figures stand under a head.
  func holdsFigures(_ head: HeadText) -> Bool {
    role(of: head) != nil || head.isPeriod
      || fields(of: head).contains { $0.type == .figure || $0.type == .money }
  }

  /// Which of some heads is the first of a table that is set beside another: `区分 R4決算 R5決算` before `指標名 単位 R4 R5`, or behind it.
  /// One of the two lists things, the other has rows of a general name. nil where all heads are of one table.
  func seam(_ printed: [String]) -> Int? {
    let heads = printed.map(head)
    let isFigured = heads.map(holdsFigures)
    let namesThings = heads.map { head in
      fields(of: head).contains { $0.type == .name && [.indicator, .project].contains($0.kind) }
    }
    let isGeneral = heads.indices.map { words.isGeneric(heads[$0]) && !namesThings[$0] && !isFigured[$0] }
    guard let first = heads.indices.first(where: { isGeneral[$0] || namesThings[$0] }) else { return nil }
    return heads.indices.dropFirst(first + 1).first { column in
      let (left, right) = (isFigured[first..<column], isFigured[column...])
      guard left.contains(true), right.contains(true) else { return false }
      if isGeneral[first] { return namesThings[column] }
      // a general word may also tell rows of one name apart: only money says that it does not
      return isGeneral[column] && left.count(where: \.self) > 1
        && heads[(column + 1)...].count { role(of: $0).map { $0.ofPoint == nil } ?? false } > 1
    }
  }
}

extension Table {
  /// The two tables that a grid sets beside each other, each with the same title and unit; itself where it is one.
  func parted(by schema: FieldSchema) -> [Table] {
    guard roles.contains(.columnHead),
      let seam = schema.seam((0..<columnCount).map { topHeads(over: $0).last.map(text) ?? "" })
    else { return [self] }
    return [0..<seam, seam..<columnCount].compactMap { columns in
      Table(
        Grid(cells: grid.cells.compactMap { $0.within(columns) }), words: schema.words, title: title,
        unit: unit)
    }
  }
}

extension GridCell {
  /// What of it stands in some columns, counted from the first of them.
  fileprivate func within(_ range: Range<Int>) -> GridCell? {
    let own = columns.clamped(to: range)
    guard !own.isEmpty else { return nil }
    return GridCell(
      row: row, column: own.lowerBound - range.lowerBound, rowSpan: rowSpan, columnSpan: own.count,
      text: text,
      lines: lines, emphasis: emphasis)
  }
}
