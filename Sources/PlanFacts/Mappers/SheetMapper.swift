import JapaneseText
import PlanDocuments
import SourceFiles

/// Reads sheets of labels and values, each about one project or measure: the label 事務事業名 or 取組名 opens it, what other labels say
/// belongs to it, also in the tables behind, as far as the next name.
struct SheetMapper {
  let schema: FieldSchema
  /// How many lines behind a table of a sheet the next one may begin.
  private static let reach = 40

  private(set) var drafts: [FactDraft] = []
  private var open: (draft: Int, kind: FieldSchema.Kind, lastLine: Int)?

  /// What stands beside a label, or under heads beside one.
  private struct Entry {
    let cell: Int
    let head: ColumnHead
  }

  init(schema: FieldSchema) { self.schema = schema }

  /// Whether the table belongs to a sheet.
  ///
  /// - Parameter isList: Whether its rows were read as things of their own: then only labels that the schema knows say more of the sheet.
  mutating func read(_ table: Table, isList: Bool) -> Bool {
    let entries = labelled(table)
    let kind = kind(of: entries)
    let names = entries.filter { $0.head.field(of: kind)?.type == .name }
    if let name = names.first, names.count == 1,
      let text = NameCell.read(NameCell.text(of: table.grid.cells[name.cell]), schema),
      let lines = table.grid.cells[name.cell].range
    {
      if let open, drafts[open.draft].name == text {
        drafts[open.draft].widen(to: lines)
      } else {
        drafts.append(FactDraft(kind.factKind, text, at: lines))
        open = (drafts.count - 1, kind, table.lines.last)
      }
    }
    guard let open, names.count < 2, table.lines.first - open.lastLine <= SheetMapper.reach else {
      open = nil
      return false
    }
    let known =
      entries.filter { $0.cell != names.first?.cell && (!isList || !$0.head.fields.isEmpty) } + amounts(table)
    let reader = ValueCell(schema: schema, unit: table.unit)
    for entry in known {
      guard let lines = table.grid.cells[entry.cell].range else { continue }
      reader.put(
        table.text(entry.cell), pieces: table.grid.cells[entry.cell].text, under: entry.head, at: lines,
        rowUnit: nil, into: &drafts[open.draft],
        as: open.kind)
    }
    let schedule = isList ? [] : schedule(table)
    for entry in schedule { drafts[open.draft].plan(entry) }
    self.open = (open.draft, open.kind, table.lines.last)
    return !known.isEmpty || !names.isEmpty || !schedule.isEmpty
  }

  /// A sheet is about a measure where no label names a project, and two others say what measures have.
  private func kind(of entries: [Entry]) -> FieldSchema.Kind {
    let fields = entries.map { $0.head.field(of: .measure) }
    let isOfProject = entries.contains { $0.head.field(of: .project)?.type == .name }
    return !isOfProject && fields.contains { $0?.type == .name }
      && fields.count { $0.map { $0.type != .name } ?? false } > 1 ? .measure : .project
  }

  /// What is planned for each of the years that are all the heads of a table.
  private func schedule(_ table: Table) -> [ScheduleEntry] {
    let heads = (0..<table.columnCount).map { column in
      ColumnHead(table.topHeads(over: column).map { table.text($0).joiningJapanese }, schema)
    }
    guard heads.count > 1, heads.allSatisfy({ $0.isPeriod && $0.year.map { !$0.isRange } ?? false }) else {
      return []
    }
    let cells = table.grid.cells.indices.filter { table.roles[$0] == .value && table.kinds[$0] != .empty }
    guard cells.allSatisfy({ table.kinds[$0] == .text && table.grid.cells[$0].columnSpan == 1 }) else {
      return []
    }
    return cells.compactMap { i in
      let cell = table.grid.cells[i]
      guard let lines = cell.range, let year = heads[cell.column].year else { return nil }
      return ScheduleEntry(
        fiscalYear: year.first, orLater: year.orLater, items: [table.text(i).joiningJapanese], lines: lines)
    }
  }

  /// Values beside a label; what stands under a head too is no label's, unless the label is as wide as several heads.
  private func labelled(_ table: Table) -> [Entry] {
    table.grid.cells.indices.compactMap { i in
      guard table.roles[i] == .value || table.roles[i] == .chosen, table.kinds[i] != .empty else {
        return nil
      }
      let path = table.path(of: i)
      let labels = path.rows.filter { table.roles[$0] == .rowHead }
      guard let label = labels.last, path.columns.isEmpty || isWide(label, over: path.columns, in: table)
      else { return nil }
      return Entry(cell: i, head: ColumnHead(labels.map { table.text($0).joiningJapanese }, schema))
    }
  }

  private func isWide(_ label: Int, over heads: [Int], in table: Table) -> Bool {
    table.grid.cells[label].columnSpan > 2 && table.kinds[label] == .word
      && heads.allSatisfy { table.grid.cells[$0].columnSpan > 1 }
  }

  /// What a sheet's project cost in the years that stand over the row 事業費, and who paid for it.
  private func amounts(_ table: Table) -> [Entry] {
    table.grid.cells.indices.compactMap { i in
      guard table.roles[i] == .value, table.kinds[i] == .figure else { return nil }
      let path = table.path(of: i)
      let rows = path.rows.map { table.text($0).joiningJapanese }
      guard !path.columns.isEmpty, let field = ColumnHead(rows, schema).field(of: .project),
        field.type == .money
      else { return nil }
      return Entry(
        cell: i, head: ColumnHead(rows + path.columns.map { table.text($0).joiningJapanese }, schema))
    }
  }
}
