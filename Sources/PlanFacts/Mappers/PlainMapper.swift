import JapaneseText
import PlanDocuments
import SourceFiles

/// Keeps a table of no known kind whole: the table as a fact, and each of its figures under its row and its column.
///
/// A figure is given only where both a row and a column name it, or where the table has two columns and no head.
struct PlainMapper {
  let table: Table
  let schema: FieldSchema
  /// Rows that give no figure: their cells can't be told apart.
  var doubtful: Set<Int> = []
  /// What the totals of the table were found to be.
  var totals: TotalChecks?
  /// Whether only the figures of totals are kept: the other rows of a list are things of their own.
  var isOfTotals = false
  private let names: PlainNames

  init(_ table: Table, _ schema: FieldSchema, doubtful: Set<Int>) {
    self.table = table
    self.schema = schema
    self.doubtful = doubtful
    names = PlainNames(table, schema)
  }

  /// Rows with figures and no name.
  var nameless: [LineRange] { table.lines(of: names.nameless) }

  /// The table as a whole; nil for one without a title or without heads: a list of figures is all said by its rows.
  ///
  /// - Parameter kind: What the table was read as, where rows of it became facts.
  func tableFact(readAs kind: FactKind?, in document: PlanDocument) -> Fact? {
    guard let title = table.title, table.roles.contains(.columnHead) else { return nil }
    var fields = [
      Field(.rows, .number(ExactNumber(table.rowCount)), lines: table.lines),
      Field(.columns, .number(ExactNumber(table.columnCount)), lines: table.lines),
    ]
    if let kind { fields.append(Field(.readAs, .text(kind.rawValue), lines: table.lines)) }
    if let unit = table.unit { fields.append(Field(.unit, .text(unit.unit), lines: unit.lines)) }
    return Fact(
      kind: .table, name: title.text, plan: document.plan.id, fields: fields,
      sources: [
        FactSource(
          lines: title.lines.union(table.lines), section: document.outline.path(at: table.lines.first))
      ])
  }

  /// The figures of the table.
  func figures(in document: PlanDocument) -> [Fact] {
    let cells = table.grid.cells
    let valued = cells.indices.filter { i in
      table.roles[i] == .value && !table.numberings.contains(cells[i].column)
        && (table.kinds[i] == .figure || !labelledFigures(cells[i]).isEmpty)
    }
    let valueColumns = Set(valued.map { cells[$0].column })
    let figures = valued.filter { !doubtful.contains(cells[$0].row) && (!isOfTotals || isOfTotal($0)) }
      .flatMap {
        i -> [Fact] in
        if table.kinds[i] == .figure {
          return figure(i, table.text(i), of: nil, hasColumns: valueColumns.count > 1, in: document).map {
            [$0]
          } ?? []
        }
        return labelledFigures(cells[i]).compactMap {
          figure(i, $0.figure, of: $0.label, hasColumns: true, in: document)
        }
      }
    // sums of nothing
    return isOfTotals || figures.contains { $0[.isTotal] == nil } || hasNamedRow ? figures : []
  }

  /// Whether a row that is no sum has a name and a figure.
  private var hasNamedRow: Bool {
    let cells = table.grid.cells
    let named = Set(
      cells.indices.filter { table.kinds[$0] == .text && table.roles[$0] != .total }.map { cells[$0].row })
    return cells.indices.contains {
      table.kinds[$0] == .figure && named.contains(cells[$0].row) && !isOfTotal($0)
    }
  }

  private func isOfTotal(_ i: Int) -> Bool {
    table.path(of: i).rows.contains { table.roles[$0] == .total }
  }

  /// A cell that gives several figures, each with a word: `取崩 △800` over `積立 4`; empty for any other.
  private func labelledFigures(_ cell: GridCell) -> [(label: String, figure: String)] {
    let parts = cell.text.map { line -> (label: String, figure: String)? in
      let scalars = Array(line.unicodeScalars)
      guard
        let start = scalars.firstIndex(where: { $0.decimalDigit != nil || "△▲-−".unicodeScalars.contains($0) }
        ), start > 0
      else { return nil }
      let label = String(String.UnicodeScalarView(scalars[..<start])).trimmed
      let figure = String(String.UnicodeScalarView(scalars[start...])).trimmed
      guard (1...8).contains(label.unicodeScalars.count),
        label.unicodeScalars.allSatisfy({ $0.isKanji || $0.isKatakana }), schema.head(line).year == nil,
        FigureShape(figure, units: schema.words.units) != nil
      else { return nil }
      return (label, figure)
    }
    return parts.contains { $0 == nil } ? [] : parts.compactMap(\.self)
  }

  /// - Parameter label: The word that a cell of several figures gives to one of them.
  private func figure(
    _ i: Int, _ text: String, of label: String?, hasColumns: Bool, in document: PlanDocument
  ) -> Fact? {
    let path = table.path(of: i)
    let cell = table.grid.cells[i]
    let naming = path.rows.filter { table.roles[$0] != .rowHead || names.saying[table.grid.cells[$0].column] == nil }
    let rows = naming.map { table.text($0).joiningJapanese } + (label.map { [$0] } ?? [])
    guard !rows.isEmpty, naming.contains(where: { table.roles[$0] != .section }),
      !path.columns.isEmpty || table.columnCount == 2,
      let shape = FigureShape(text, units: schema.words.units), let lines = cell.range
    else { return nil }
    let head = ColumnHead(path.columns.map { table.text($0).joiningJapanese }, schema)
    let row = ColumnHead(rows, schema)
    var draft = FactDraft(.figure, rows.joined(separator: " › "), at: lines)
    if let title = table.title { draft.cite(.table, .text(title.text), at: title.lines) }
    if hasColumns, !head.path.isEmpty {
      draft.cite(.column, .text(head.name), at: range(path.columns) ?? lines)
    }
    draft.cite(.text, .text(shape.text), at: lines)
    let isShare = shape.quantity.unit == "%"
    draft.cite(isShare ? .share : .amount, .number(shape.quantity.value), at: lines)
    let said = words(beside: cell)
    let unit = said.first { $0.head.fields.contains { $0.type == .unit } }?.text.squeezed
    cite(unit: isShare ? nil : shape.quantity.unit ?? unit, head, row, lines, &draft)
    for word in said {
      draft.attribute(word.head.name, word.text, units: schema.words.units, at: word.lines)
    }
    if let year = head.year ?? row.year, !year.isRange {
      let at = range(head.year == nil ? path.rows : path.columns) ?? lines
      draft.cite(.fiscalYear, .number(ExactNumber(year.first)), at: at)
      if year.form == .calendar { draft.cite(.calendarYear, .flag(true), at: at) }
    }
    if isOfTotal(i) {
      draft.cite(.isTotal, .flag(true), at: lines)
      if let total = totals?.checks[i], !total.agrees {
        draft.cite(.partsSum, .number(total.sum), at: table.lines)
      }
    }
    return draft.fact(in: document)
  }

  /// What the other cells of a row say of it, from the left; a text of more than a few lines is no property.
  private func words(beside cell: GridCell) -> [(head: ColumnHead, text: String, lines: LineRange)] {
    names.saying.keys.sorted().compactMap { column in
      guard let other = table.cell(cell.row, column), let head = names.saying[column],
        table.kinds[other] != .figure, table.kinds[other] != .empty, table.kinds[other] != .mark,
        [.rowHead, .value].contains(table.roles[other]), let lines = table.grid.cells[other].range
      else { return nil }
      let text = table.text(other).joiningJapanese
      return text.unicodeScalars.count > 60 ? nil : (head, text, lines)
    }
  }

  /// The unit of the figure itself, of its heads, or of the table, in this order.
  private func cite(
    unit printed: String?, _ head: ColumnHead, _ row: ColumnHead, _ lines: LineRange, _ draft: inout FactDraft
  ) {
    if let printed { return draft.cite(.unit, .text(printed), at: lines) }
    let said = (head.unit ?? row.unit).map { TableUnit(printed: $0, lines: table.lines) }
    guard let unit = said ?? table.unit?.among(head.path + row.path), !draft.has(.share) else { return }
    draft.cite(.unit, .text(unit.unit), at: unit.lines)
    if unit.scale > 1 { draft.cite(.scale, .number(ExactNumber(unit.scale)), at: unit.lines) }
  }

  private func range(_ cells: [Int]) -> LineRange? {
    let ranges = cells.compactMap { table.grid.cells[$0].range }
    return ranges.first.map { ranges.dropFirst().reduce($0) { $0.union($1) } }
  }
}
