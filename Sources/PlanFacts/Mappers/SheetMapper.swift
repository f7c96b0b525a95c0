import JapaneseText
import PlanDocuments
import SourceFiles

/// Reads sheets of labels and values, each about one project, measure or indicator: the label 事務事業名, 取組名 or 指標名 opens it, what
/// other labels say belongs to it, also in the tables behind, as far as the next name.
struct SheetMapper {
  let document: PlanDocument
  let schema: FieldSchema
  /// How many lines behind a table of a sheet the next one may begin.
  private static let reach = 40

  private(set) var drafts: [FactDraft] = []
  /// What brackets of a project's results measure.
  private(set) var measures: [Fact] = []
  /// The label that opened the first sheet.
  private var opening: String?
  private var open: (draft: Int, kind: FieldSchema.Kind, lastLine: Int)?

  /// What the sheet that was read last is about.
  var kind: FactKind { open.map { drafts[$0.draft].kind } ?? drafts.last?.kind ?? .project }

  /// What stands beside a label, or under heads beside one.
  private struct Entry {
    let cell: Int
    let head: ColumnHead
  }

  init(_ document: PlanDocument, _ schema: FieldSchema) {
    self.document = document
    self.schema = schema
  }

  /// Whether the table belongs to a sheet.
  ///
  /// - Parameter isList: Whether its rows were read as things of their own: then only labels that the schema knows say more of the sheet.
  mutating func read(_ table: Table, isList: Bool) -> Bool {
    let entries = labelled(table)
    let kind = kind(of: entries)
    let starts = entries.indices.filter { names(entries[$0], kind, in: table) }
    guard table.columnCount == 2 else {
      let belongs = take(
        entries, of: table, opens: starts.count == 1 ? (starts[0], kind) : nil, isList: isList)
      return belongs && starts.count < 2
    }
    // one sheet below the other; what stands above the first may be an indicator's, or belong to the sheet before
    let isNear = open.map { table.lines.first - $0.lastLine <= SheetMapper.reach } ?? false
    var bounds: [Int] = []
    for start in starts {
      let floor = bounds.isEmpty ? 0 : (starts.last { $0 < start } ?? 0) + 1
      bounds.append(
        beginning(of: start, from: floor, entries, in: table, isFirst: bounds.isEmpty && !isNear))
    }
    if bounds.first != 0 { bounds.insert(0, at: 0) }
    var belongs = false
    for (start, end) in zip(bounds, bounds.dropFirst() + [entries.count]) where start < end {
      let name = starts.first { (start..<end).contains($0) }.map { (entry: $0 - start, kind: kind) }
      belongs = take(Array(entries[start..<end]), of: table, opens: name, isList: isList) || belongs
    }
    return belongs
  }

  /// The entry with which the sheet begins that an entry names: the first of its page, or the label that opened the first sheet, for
  /// sheets of a document open alike; else the first on the line of the name.
  ///
  /// - Parameter isFirst: Whether no sheet is open before it: then all that stands above the name is its head, unless it is an indicator's.
  private mutating func beginning(
    of start: Int, from floor: Int, _ entries: [Entry], in table: Table, isFirst: Bool
  ) -> Int {
    let line = { (i: Int) in table.grid.cells[entries[i].cell].range?.first ?? 0 }
    let label = { (i: Int) in entries[i].head.path.first?.squeezed }
    var first = floor
    if let turned = (floor..<start).last(where: {
      document.plan.page(of: line($0)) < document.plan.page(of: line(start))
    }) {
      first = turned + 1
    } else if !isFirst {
      first =
        (floor...start).last { opening != nil && label($0) == opening }
        ?? (floor...start).first { line($0) == line(start) } ?? start
    } else if entries[..<start].contains(where: { names($0, .indicator, in: table) }) {
      first = start
    }
    if opening == nil { opening = label(first) }
    return first
  }

  /// Whether a label says what the labels behind it are about.
  private func names(_ entry: Entry, _ kind: FieldSchema.Kind, in table: Table) -> Bool {
    entry.head.field(of: kind)?.type == .name
      && NameCell.read(NameCell.text(of: table.grid.cells[entry.cell]), schema) != nil
  }

  /// Whether a label says what an indicator was or is to be.
  private func givesFigure(_ entry: Entry) -> Bool {
    (entry.head.role ?? entry.head.field(of: .indicator)?.role)?.ofPoint != nil || entry.head.isPeriod
  }

  /// Gives what the labels say to the thing that one of them names, or to the one that is open; false where there is none.
  private mutating func take(
    _ entries: [Entry], of table: Table, opens name: (entry: Int, kind: FieldSchema.Kind)?, isList: Bool
  ) -> Bool {
    if let name, case let cell = table.grid.cells[entries[name.entry].cell], let lines = cell.range,
      let text = NameCell.read(NameCell.text(of: cell), schema)
    {
      if let open, drafts[open.draft].name == text {
        drafts[open.draft].widen(to: lines)
      } else {
        drafts.append(FactDraft(name.kind.factKind, text, at: lines))
        open = (drafts.count - 1, name.kind, table.lines.last)
      }
    }
    let indicators = table.columnCount == 2 ? takeIndicators(entries, of: table, isAlone: name == nil) : []
    guard let open, table.lines.first - open.lastLine <= SheetMapper.reach else {
      open = nil
      return !indicators.isEmpty
    }
    let named = name.map { entries[$0.entry].cell }
    var known = entries.filter {
      $0.cell != named && !indicators.contains($0.cell) && (!isList || !$0.head.fields.isEmpty)
    }
    let yearly = yearly(table, of: open.kind)
    known += yearly.entries
    let reader = ValueCell(
      schema: schema, unit: table.unit,
      isPlanned: !yearly.plans.isEmpty || schema.isPlanned(table.title.map { [$0.text] } ?? []))
    for entry in known {
      guard let lines = table.grid.cells[entry.cell].range else { continue }
      if open.kind == .project, measured(entry, of: table, in: open.draft) { continue }
      reader.put(
        table.text(entry.cell), pieces: table.grid.cells[entry.cell].text, under: entry.head, at: lines,
        rowUnit: nil, into: &drafts[open.draft], as: open.kind)
    }
    let schedule = yearly.plans + (isList ? [] : schedule(table))
    for entry in schedule { drafts[open.draft].plan(entry) }
    self.open = (open.draft, open.kind, table.lines.last)
    return !known.isEmpty || name != nil || !schedule.isEmpty || !indicators.isEmpty
  }

  /// Reads the indicators of a sheet: each label that names one, with the labels behind it that give its figures.
  ///
  /// - Parameter isAlone: Whether no project is named above them: then all other labels say more of the indicators too.
  /// - Returns: The cells that belong to them.
  private mutating func takeIndicators(_ entries: [Entry], of table: Table, isAlone: Bool) -> Set<Int> {
    var taken: Set<Int> = []
    var draft: Int?
    let reader = ValueCell(schema: schema, unit: table.unit)
    for (i, entry) in entries.enumerated() {
      let cell = table.grid.cells[entry.cell]
      guard let lines = cell.range else { continue }
      if names(entry, .indicator, in: table), entries[(i + 1)...].prefix(2).contains(where: givesFigure),
        let text = NameCell.read(NameCell.text(of: cell), schema)
      {
        if isAlone { open = nil }
        drafts.append(FactDraft(.indicator, text, at: lines))
        draft = drafts.count - 1
        if !isAlone, let open {
          drafts[open.draft].attribute(entry.head.name, text, units: schema.words.units, at: lines)
          drafts[drafts.count - 1].cite(
            .project, .text(drafts[open.draft].name), at: drafts[open.draft].nameLines)
        }
      } else if let draft, isAlone || givesFigure(entry) || entry.head.field(of: .indicator) != nil {
        reader.put(
          cell.joined, pieces: cell.text, under: entry.head, at: lines, rowUnit: nil, into: &drafts[draft],
          as: .indicator)
      } else {
        draft = nil
        continue
      }
      taken.insert(entry.cell)
    }
    return taken
  }

  /// `指標：相談件数（目標：150件、実績：182件）` in a project's sheet: what it measures, with its figures. False for any other label.
  private mutating func measured(_ entry: Entry, of table: Table, in draft: Int) -> Bool {
    let cell = table.grid.cells[entry.cell]
    guard entry.head.field(of: .indicator)?.type == .name else { return false }
    let text = LinedText(joining: zip(cell.lines, cell.text).map { NumberedLine(number: $0, text: $1) })
    let found = MeasureReader.measures(in: [text])
    guard let lines = union(found.map(\.lines)) else { return false }
    let project = drafts[draft]
    measures += found.map { $0.fact(of: project.name, at: project.nameLines, in: document) }
    drafts[draft].add(.measures, .list(found.map(\.name)), at: lines)
    return true
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

  /// What rows of a sheet's table say of the years over them: 事業費 what it cost, 財源 who paid for it, 年次計画 what is to be done.
  private func yearly(
    _ table: Table, of kind: FieldSchema.Kind
  ) -> (entries: [Entry], plans: [ScheduleEntry]) {
    var entries: [Entry] = []
    var plans: [ScheduleEntry] = []
    for (i, cell) in table.grid.cells.enumerated() where table.roles[i] == .value && table.kinds[i] != .empty
    {
      let path = table.path(of: i)
      guard !path.columns.isEmpty, !path.rows.isEmpty else { continue }
      let head = ColumnHead(
        row: path.rows.map { table.text($0).joiningJapanese },
        below: path.columns.map { table.text($0).joiningJapanese }, schema)
      if head.field(of: .schedule) != nil, head.field(of: kind) == nil {
        guard let year = head.year, !year.isRange, let lines = cell.range, !CellKind.isNothing(table.text(i))
        else { continue }
        plans.append(
          ScheduleEntry(
            fiscalYear: year.first, orLater: year.orLater, items: [table.text(i).joiningJapanese],
            lines: lines))
      } else if let field = head.field(of: kind), table.kinds[i] == .figure,
        field.type == .money || field.type == .attribute && path.columns.contains(where: isTime)
      {
        entries.append(Entry(cell: i, head: head))
      }
    }
    return (entries, plans)

    func isTime(_ cell: Int) -> Bool { table.kinds[cell] == .period || Table.isTotal(table.text(cell)) }
  }
}
