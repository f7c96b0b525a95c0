import JapaneseText
import PlanDocuments
import SourceFiles

/// Reads a table that lists things, one a row: a column is headed by what a kind of thing is called.
///
/// A row may name a project and its indicator; a name that spans rows names all of them. Columns that no field of the schema claims
/// become attributes.
struct ListMapper {
  let table: Table
  let schema: FieldSchema
  /// By column; nil where nothing stands over it.
  let heads: [ColumnHead?]
  /// The kinds that a column names, the widest first, with the columns.
  private let kinds: [(kind: FieldSchema.Kind, columns: [Int])]
  private let unitColumn: Int?
  private let firstRow: Int
  /// The column that says what the figures of its row are: 目標 over 実績.
  private let roleColumn: Int?
  /// Columns that tell rows of one name apart: 男性, 女性.
  private let labelColumns: [Int]
  /// Whether years alone head what is planned for them.
  private let hasSchedule: Bool
  /// The last column with a head; nothing that stands behind it can be told.
  private let lastHead: Int

  struct Result {
    var drafts: [FactDraft] = []
    /// Rows with figures that name nothing.
    var unread: [LineRange] = []
  }

  /// nil where no column names a kind of thing.
  init?(_ table: Table, _ schema: FieldSchema) {
    self.table = table
    let schema = schema.reading(
      tableUnder: (0..<table.columnCount).flatMap { table.topHeads(over: $0) }.map(table.text))
    self.schema = schema
    heads = RolesOverYears.settled(
      (0..<table.columnCount).map { column in
        let path = table.topHeads(over: column).map { table.text($0).joiningJapanese }
        return path.isEmpty ? nil : ColumnHead(path, schema)
      }, schema)
    let below =
      (0..<table.columnCount).flatMap { table.topHeads(over: $0) }.map { table.grid.cells[$0].endRow }.max()
      ?? 0
    firstRow = below
    let body = { [heads] (column: Int) -> [String] in
      guard heads[column] != nil else { return [] }
      return (below..<max(below, table.rowCount)).compactMap { row in
        table.cell(row, column).map(table.text).flatMap { CellKind.isNothing($0) ? nil : $0 }
      }
    }
    hasSchedule = ListMapper.hasSchedule(heads, body)
    var found = ListMapper.kinds(heads, hasSchedule: hasSchedule, said: schema.namedByOwner)
    if found.isEmpty, let other = ListMapper.unheaded(heads, body, schema) { found = [other] }
    guard !found.isEmpty, heads.count(where: { $0 != nil }) > 1 else { return nil }
    let parted = ListMapper.partedNames(found, in: table, from: below)
    if let parted { found[found.count - 1].columns = [parted.name] }
    kinds = found
    unitColumn = heads.firstIndex { $0?.fields.contains { $0.type == .unit } ?? false }
    roleColumn = ListMapper.roleColumn(table, heads, firstRow, schema)
    lastHead = heads.lastIndex { $0 != nil } ?? 0
    labelColumns =
      found.last?.columns.last.map { [heads] names in
        heads.indices.filter { column in
          (heads[column]?.fields.contains { $0.type == .label } ?? false)
            && ListMapper.tellsRowsApart(column, of: names, in: table, from: below)
            || column == parted?.label
        }
      } ?? []
  }

  /// The columns of an indicator's names and of what its rows are told apart by, where one head stands over both:
  ///
  ///     指標                    R5     R10
  ///     歩いた歩数     男性     6,912  8,500
  ///                    女性     6,105  8,000
  ///     野菜をとる量            281g   350g        a name over both columns
  ///
  /// nil where each row has a name of its own, below a group of them.
  private static func partedNames(
    _ kinds: [(kind: FieldSchema.Kind, columns: [Int])], in table: Table, from first: Int
  ) -> (name: Int, label: Int)? {
    guard let last = kinds.last, last.kind == .indicator, last.columns.count == 2,
      last.columns[1] == last.columns[0] + 1, let head = table.topHeads(over: last.columns[0]).last,
      table.topHeads(over: last.columns[1]).last == head
    else { return nil }
    let (name, label) = (last.columns[0], last.columns[1])
    // a group has many names, and none of its own figures
    let isWhole = (first..<max(first, table.rowCount)).contains { row in
      table.cell(row, name).map { table.cell(row, label) == $0 } ?? false
    }
    return isWhole && tellsRowsApart(label, of: name, in: table, from: first) ? (name, label) : nil
  }

  /// Whether a column has two texts or more beside one name.
  private static func tellsRowsApart(_ column: Int, of names: Int, in table: Table, from first: Int) -> Bool {
    var labels: [String: String] = [:]
    var name = ""
    for row in first..<max(first, table.rowCount) {
      if let text = table.cell(row, names).map(table.text), !text.isEmpty { name = text }
      guard let label = table.cell(row, column).map(table.text), !CellKind.isNothing(label) else { continue }
      if let other = labels.updateValue(label, forKey: name), other != label { return true }
    }
    return false
  }

  /// Whether two columns or more are headed by a year alone and most of what stands below them is no figure.
  private static func hasSchedule(_ heads: [ColumnHead?], _ body: (Int) -> [String]) -> Bool {
    let columns = heads.indices.filter { column in
      heads[column].map {
        $0.isPeriod && $0.fields.isEmpty && $0.role == nil && $0.year.map { !$0.isRange } ?? false
      }
        ?? false
    }
    let cells = columns.flatMap(body)
    return columns.count > 1 && cells.count { Quantity(parsing: $0) == nil } * 2 > cells.count
  }

  /// What a table lists that no head names: grades before how many were given each, or, before columns of what is and what is to be,
  /// what was measured.
  private static func unheaded(
    _ heads: [ColumnHead?], _ body: (Int) -> [String], _ schema: FieldSchema
  ) -> (kind: FieldSchema.Kind, columns: [Int])? {
    if heads.contains(where: { $0?.field(of: .evaluation)?.fieldName == .count }) {
      let column = heads.indices.first { column in
        let cells = body(column).filter { !Table.isTotal($0) }
        return heads[column]?.isGeneric ?? false && cells.count > 1
          && cells.allSatisfy { GradeLegend.split($0) != nil }
      }
      return column.map { (.evaluation, [$0]) }
    }
    var roles: [Int: FieldSchema.Role] = [:]
    for (column, head) in heads.enumerated() {
      roles[column] = head?.role ?? head?.field(of: .indicator)?.role
    }
    // what is only expected may be any figure
    guard roles.values.contains(.target),
      roles.values.contains(where: { [.baseline, .current, .actual].contains($0) })
    else { return nil }
    let cells = roles.keys.flatMap(body)
    let figures = cells.count { FigureShape($0, units: schema.words.units) != nil }
    guard figures * 2 >= cells.count, figures > 0 else { return nil }
    // what has a field of its own, or stands behind the figures, names nothing
    let column = heads.indices.prefix { roles[$0] == nil }.first {
      heads[$0]?.fields.allSatisfy { $0.type == .name || $0.type == .label } ?? true
    }
    return column.map { (.indicator, [$0]) }
  }

  /// A column without a field of its own whose cells name roles, two of them or more.
  private static func roleColumn(
    _ table: Table, _ heads: [ColumnHead?], _ firstRow: Int, _ schema: FieldSchema
  ) -> Int? {
    heads.indices.first { column in
      guard
        heads[column].map({ head in
          head.fields.allSatisfy { $0.type == .label } && head.role == nil && !head.isPeriod
        }) ?? true
      else {
        return false
      }
      let texts = (firstRow..<max(firstRow, table.rowCount)).compactMap { row in
        table.cell(row, column).map(table.text)
      }.filter { !$0.isEmpty }
      let roles = texts.map { schema.role(of: schema.head($0)) }
      let isKnown = zip(texts, roles).count { $1 != nil || isShare($0, schema) }
      return Set(roles.compactMap(\.self)).count > 1 && isKnown * 10 >= texts.count * 8
    }
  }

  /// `達成率`: a word that stands among roles and says how two of them compare.
  private static func isShare(_ text: String, _ schema: FieldSchema) -> Bool {
    schema.fields(of: schema.head(text)).contains {
      $0.kind == .indicator && ($0.type == .attribute || $0.fieldName == .achievementRate)
    }
  }

  /// The word of a row that is no role, where the column of roles has one.
  private func share(of row: Int) -> String? {
    roleColumn.flatMap { table.cell(row, $0) }.map { table.text($0).joiningJapanese }.flatMap {
      ListMapper.isShare($0, schema) ? $0 : nil
    }
  }

  /// What a row's figures are by its own word.
  private func role(of row: Int) -> FieldSchema.Role? {
    roleColumn.flatMap { table.cell(row, $0) }.flatMap { schema.role(of: schema.head(table.text($0))) }
  }

  var kind: FieldSchema.Kind? { kinds.last?.kind }

  func reads(_ kind: FactKind) -> Bool { kinds.contains { $0.kind.factKind == kind } }

  /// Whether a name stands under two equal heads: the first is then a group of the second.
  var repeatsNames: Bool { kinds.contains { $0.columns.count > 1 } }

  /// Kinds in the order in which one holds the next: a project, its measures, its indicators. What the owner said needs no other head
  /// to bear it out.
  private static func kinds(
    _ heads: [ColumnHead?], hasSchedule: Bool, said: FieldSchema.Kind?
  ) -> [(kind: FieldSchema.Kind, columns: [Int])] {
    var named: [FieldSchema.Kind: [Int]] = [:]
    var support: [FieldSchema.Kind: Int] = [:]
    for (column, head) in heads.enumerated() {
      for field in head?.fields ?? [] {
        // a grade bears out no list but one of projects, and an office none of indicators: they may be anything's
        let isAnyones =
          [.grade, .number].contains(field.type) && field.kind == .measure
          || field.isOfWhole && field.kind == .indicator
        if !isAnyones { support[field.kind, default: 0] += 1 }
        if field.type == .name { named[field.kind, default: []].append(column) }
      }
      if head?.fields.isEmpty ?? false, head?.role?.ofPoint != nil || head?.isPeriod ?? false {
        support[.indicator, default: 0] += 1
      }
    }
    // 取組の内容 beside 取組名 says what is done
    for (kind, columns) in named where columns.count > 1 {
      let names = columns.filter { column in
        !(heads[column]?.fields.contains { $0.kind == kind && $0.type != .name } ?? false)
      }
      if !names.isEmpty { named[kind] = names }
    }
    let saysOfPlans = heads.contains { $0?.field(of: .plan)?.type == .date }
    if named.count > 1 || !heads.contains(where: { $0?.field(of: .evaluation)?.fieldName == .count }) {
      named[.evaluation] = nil
    }
    if !saysOfPlans { named[.plan] = nil }
    // works that are planned by year are a project's
    let planned = named[.schedule]?.filter { heads[$0]?.isPeriod == false } ?? []
    if said == nil, named[.project] == nil, hasSchedule || named[.schedule] != nil,
      let names = named[.measure] ?? (planned.isEmpty ? nil : planned)
    {
      named[.measure] = nil
      named[.project] = names
      support[.project, default: 0] += names.count + 1
    }
    named[.schedule] = nil
    // 取組 and 施策 beside another name only say where a thing belongs
    if named.count > 1, said != .measure, support[.measure, default: 0] < 3 { named[.measure] = nil }
    // a column of offices lists them only where nothing else is named: beside a project it says whose that is
    if said == .organization {
      named = named.filter { $0.key == .organization }
    } else if named.count > 1 {
      named[.organization] = nil
    } else if heads.contains(where: { $0?.role != nil || $0?.isPeriod ?? false }) {
      named[.organization] = named[.organization]?.filter {
        heads[$0]?.fields.allSatisfy { $0.type == .name } ?? false
      }
      if named[.organization]?.isEmpty ?? false { named[.organization] = nil }
    }
    let order: [FieldSchema.Kind] = [
      .evaluation, .plan, .project, .measure, .organization, .definition, .indicator,
    ]
    return order.compactMap { kind in
      guard let columns = named[kind], kind == said || support[kind, default: 0] > columns.count else {
        return nil
      }
      return (kind, columns)
    }
  }

  /// `Ⅰ 湖と森` among rows with figures: what stands below it belongs to it. The number is a Roman one (U+2160…).
  private func isBand(_ starts: [(column: Int, cell: Int)]) -> Bool {
    guard starts.count == 2, case let number = Array(table.text(starts[0].cell).unicodeScalars),
      number.count == 1, (0x2160...0x216B).contains(number[0].value)
    else { return false }
    return table.kinds.count(where: { $0 == .figure }) * 2 >= table.rowCount
  }

  /// - Parameter doubtful: Rows to leave out.
  func read(besides doubtful: Set<Int> = []) -> Result {
    var result = Result()
    var open: [FieldSchema.Kind: (cell: Int, draft: Int)] = [:]
    let groups = roleGroups
    for row in firstRow..<max(firstRow, table.rowCount) where !doubtful.contains(row) {
      let cells = rowCells(row)
      let starts = cells.filter { table.grid.cells[$0.cell].row == row && !table.grid.cells[$0.cell].isEmpty }
      if let text = note(starts) {
        if let kind = kinds.last(where: { open[$0.kind] != nil })?.kind, let before = open[kind] {
          let lines = table.grid.cells[text].range ?? table.lines
          result.drafts[before.draft].note(table.text(text).joiningJapanese, at: lines)
        }
        continue
      }
      guard !starts.isEmpty,
        !starts.contains(where: { table.roles[$0.cell] == .section || table.roles[$0.cell] == .furniture }),
        !isBand(starts)
      else { continue }
      if let text = description(starts), let kind = kinds.last?.kind, let before = open[kind] {
        let lines = table.grid.cells[text].range ?? table.lines
        result.drafts[before.draft].add(.overview, .text(table.text(text).joiningJapanese), at: lines)
        continue
      }
      // the cells of a row that is longer than the head can't be told to its columns, nor can one that says what its figures are where
      // no column does
      if starts.contains(where: { $0.column > lastHead }) || holdsRole(starts) {
        result.unread.append(range(of: starts.map(\.cell)))
        continue
      }
      var named: [FieldSchema.Kind: Int] = [:]
      let isContinued = continues(starts, row)
      for (kind, columns) in kinds {
        if isContinued, let before = open[kind] {
          named[kind] = before.draft
          continue
        }
        let group = kind == kinds.last?.kind ? groups[row] : nil
        guard
          let name = columns.reversed().compactMap({ column in cells.first { $0.column == column } }).first
            ?? group.map({ (column: 0, cell: $0.cell) })
        else { continue }
        if let before = open[kind], before.cell == name.cell {
          named[kind] = before.draft
        } else if let group {
          if let before = open[kind], before.cell == group.cell {
            named[kind] = before.draft
          } else if let text = group.name {
            named[kind] = result.drafts.count
            open[kind] = (group.cell, result.drafts.count)
            result.drafts.append(FactDraft(kind.factKind, text, at: group.lines))
          }
        } else if kind == .evaluation {
          guard let grade = GradeCell(table.text(name.cell)), !Table.isTotal(table.text(name.cell)),
            let lines = table.grid.cells[name.cell].range
          else { continue }
          named[kind] = result.drafts.count
          var draft = FactDraft(kind.factKind, grade.name(schema.grades), at: lines)
          for field in grade.fields(schema.grades, at: lines) {
            draft.cite(field.name, field.value, at: field.lines)
          }
          result.drafts.append(draft)
        } else if let parts = nameHead(of: name.column).read(NameCell.text(of: table.grid.cells[name.cell])),
          let text = NameCell.read(parts.name, schema, isTold: kind == schema.namedByOwner),
          !schema.isChapter(text)
            || starts.contains(where: { $0.cell != name.cell && table.kinds[$0.cell] == .text })
        {
          named[kind] = result.drafts.count
          open[kind] = (name.cell, result.drafts.count)
          let lines = table.grid.cells[name.cell].range ?? table.lines
          var draft = FactDraft(kind.factKind, text, at: lines)
          if let note = NameCell.note(of: table.grid.cells[name.cell]) {
            draft.note(note.joiningJapanese, at: lines)
          }
          if let office = parts.office { draft.add(.bureau, .text(office), at: lines) }
          if let tag = parts.tag {
            draft.attribute(
              nameHead(of: name.column).tag ?? "", tag, units: schema.words.units, at: lines)
          }
          if kind == .project, let code = NameCell.code(of: table.text(name.cell)) {
            draft.add(.category, .text(code), at: draft.lines)
          }
          result.drafts.append(draft)
        }
      }
      guard let finest = kinds.last(where: { named[$0.kind] != nil })?.kind else {
        if let range = unread(starts.map(\.cell)) { result.unread.append(range) }
        continue
      }
      put(cells, row, named, finest, groupUnit: groups[row]?.unit, in: &result.drafts)
      // figures under a mark nobody explains are none
      if finest == .indicator, let draft = named[.indicator], result.drafts[draft].pointCount == 0,
        starts.contains(where: { table.text($0.cell).unicodeScalars.contains { $0.decimalDigit != nil } })
      {
        result.unread.append(result.drafts[draft].lines)
      }
    }
    // what is still to be adopted is no plan that was
    result.drafts.removeAll { $0.kind == .plan && !$0.has(.adoptedYear) }
    result.drafts.removeAll {
      $0.fields.isEmpty && $0.pointCount == 0 && !$0.hasAttributes && $0.kind == .indicator
    }
    return result
  }

  /// Rows that follow each other with a role each, none twice: they are about one thing, and its name may stand in any of them.
  private struct RoleGroup {
    /// The first cell of its names.
    let cell: Int
    /// nil where no row names a thing.
    let name: String?
    let lines: LineRange
    let unit: String?
  }

  /// By row.
  private var roleGroups: [Int: RoleGroup] {
    guard roleColumn != nil, let nameColumn = kinds.last?.columns.last else { return [:] }
    var groups: [Int: RoleGroup] = [:]
    var rows: [Int] = []
    var seen: Set<String> = []
    func close() {
      let names = rows.compactMap { table.cell($0, nameColumn) }.reduce(into: [Int]()) { cells, cell in
        if !cells.contains(cell), !table.grid.cells[cell].isEmpty { cells.append(cell) }
      }
      if let first = names.first {
        // 活動指標 over a name says what it is
        let isLabel = { !schema.fields(of: schema.head($0)).isEmpty }
        let printed = names.map { NameCell.text(of: table.grid.cells[$0], besides: isLabel) }.filter {
          !isLabel($0)
        }.joined()
        let lines = names.compactMap { table.grid.cells[$0].range }
        let units = unitColumn.map { column in rows.compactMap { table.cell($0, column).map(table.text) } }
        let group = RoleGroup(
          cell: first, name: NameCell.read(printed, schema),
          lines: lines.dropFirst().reduce(lines.first ?? table.lines) { $0.union($1) },
          unit: units?.first { !$0.isEmpty }?.squeezed)
        for row in rows { groups[row] = group }
      }
      rows = []
      seen = []
    }
    for row in firstRow..<max(firstRow, table.rowCount) {
      guard let word = role(of: row)?.rawValue ?? share(of: row) else {
        close()
        continue
      }
      if seen.contains(word) { close() }
      seen.insert(word)
      rows.append(row)
    }
    close()
    return groups
  }

  /// Whether a cell of a row is a word that says what figures are (計画値), in a table of indicators without a column of such words.
  private func holdsRole(_ starts: [(column: Int, cell: Int)]) -> Bool {
    roleColumn == nil && kinds.last?.kind == .indicator
      && starts.contains {
        table.kinds[$0.cell] == .word && schema.role(of: schema.head(table.text($0.cell))) != nil
      }
      && starts.contains { table.kinds[$0.cell] == .figure }
  }

  private func nameHead(of column: Int) -> NameHead {
    NameHead(table.topHeads(over: column).last.map(table.text) ?? "", schema)
  }

  /// The one text of a row, where it says something of the row above.
  private func note(_ starts: [(column: Int, cell: Int)]) -> Int? {
    starts.count == 1 && CellKind.isNote(table.text(starts[0].cell)) ? starts[0].cell : nil
  }

  /// The one text of a row that is wider than the head above it and no figure: it describes the thing of the row above.
  private func description(_ starts: [(column: Int, cell: Int)]) -> Int? {
    guard starts.count == 1, let (column, cell) = starts.first, let name = kinds.last?.columns.last,
      column > name,
      table.kinds[cell] == .long || table.kinds[cell] == .text,
      let head = table.topHeads(over: column).last,
      table.grid.cells[cell].columnSpan > table.grid.cells[head].columnSpan
    else { return nil }
    return cell
  }

  /// The cells over a row, each with the first column it covers.
  private func rowCells(_ row: Int) -> [(column: Int, cell: Int)] {
    var found: [(column: Int, cell: Int)] = []
    for column in 0..<table.columnCount {
      guard let cell = table.cell(row, column), found.last?.cell != cell, table.roles[cell] != .columnHead
      else { continue }
      found.append((column, cell))
    }
    return found
  }

  private func put(
    _ cells: [(column: Int, cell: Int)], _ row: Int, _ named: [FieldSchema.Kind: Int],
    _ finest: FieldSchema.Kind, groupUnit: String?, in drafts: inout [FactDraft]
  ) {
    let rowUnit =
      unitColumn.flatMap { column in cells.first { $0.column == column } }.map {
        table.text($0.cell).squeezed
      }.flatMap { CellKind.isNothing($0) ? nil : $0 }
      ?? groupUnit
    let rowRole = role(of: row)
    if finest == .indicator, let project = named[.project], let draft = named[.indicator] {
      drafts[draft].add(.project, .text(drafts[project].name), at: drafts[project].lines)
    }
    let names = Set(
      kinds.flatMap { kind, columns in named[kind] == nil ? [] : columns.suffix(1) }.compactMap {
        table.cell(row, $0)
      })
    let labels = labelColumns.compactMap { column in cells.first { $0.column == column } }.map {
      table.text($0.cell).joiningJapanese
    }.filter { !CellKind.isNothing($0) && schema.role(of: schema.head($0)) == nil }
    let label = labels.isEmpty ? nil : labels.joined(separator: "、")
    for (column, cell) in cells
    where !names.contains(cell) && column != unitColumn && column != roleColumn
      && !(label != nil && labelColumns.contains(column))
    {
      let value = table.grid.cells[cell]
      guard let head = heads[column], let lines = value.range, value.row == row || named.count == 1 else {
        continue
      }
      let owners = kinds.map(\.kind).filter { named[$0] != nil && head.field(of: $0) != nil }
      // beside a project or a measure, office and grade are its own and not those of what it is measured by
      let owner =
        owners.last { $0 != .indicator || head.field(of: $0)?.isOfWhole == false } ?? owners.last ?? finest
      guard let draft = named[owner] else { continue }
      if let share = share(of: row), head.role != nil || head.isPeriod {
        if !CellKind.isNothing(value.joined) {
          drafts[draft].attribute(
            "\(share) › \(head.name)", value.joined, countedIn: head.unit, units: schema.words.units,
            at: lines)
        }
        continue
      }
      let reader = ValueCell(
        schema: schema, unit: table.unit, rowRole: rowRole, rowLabel: owner == .indicator ? label : nil,
        hasSchedule: hasSchedule, isPlanned: schema.isPlanned(table.title.map { [$0.text] } ?? []))
      reader.put(
        value.joined, pieces: value.text, under: head, at: lines, rowUnit: rowUnit, into: &drafts[draft],
        as: owner)
      if let (label, figure) = BracketHead.figure(of: value.joined, under: head.path.last ?? "", schema) {
        drafts[draft].attribute(label, figure, units: schema.words.units, at: lines)
      }
    }
  }

  /// Whether a row without a name goes on with the row above: it holds no figure, or a label tells its figures from those above.
  private func continues(_ starts: [(column: Int, cell: Int)], _ row: Int) -> Bool {
    guard roleColumn == nil, row > firstRow,
      kinds.flatMap(\.columns).allSatisfy({ column in
        table.cell(row, column).map { table.grid.cells[$0].isEmpty && table.grid.cells[$0].row == row }
          ?? true
      })
    else { return false }
    return !starts.contains { table.kinds[$0.cell] == .figure }
      || kinds.last?.kind == .indicator && starts.contains { labelColumns.contains($0.column) }
  }

  /// Where a row holds figures and no name, unless it sums others up.
  private func unread(_ cells: [Int]) -> LineRange? {
    let hasFigure = cells.contains { table.kinds[$0] == .figure }
    guard hasFigure, !cells.contains(where: { Table.isTotal(table.text($0)) }) else { return nil }
    return range(of: cells)
  }

  private func range(of cells: [Int]) -> LineRange {
    let ranges = cells.compactMap { table.grid.cells[$0].range }
    return ranges.dropFirst().reduce(ranges.first ?? table.lines) { $0.union($1) }
  }
}

extension FieldSchema.Kind {
  var factKind: FactKind {
    switch self {
    case .project: .project
    case .indicator: .indicator
    case .measure: .measure
    case .organization: .organization
    case .definition: .definition
    case .schedule: .project
    case .evaluation: .evaluation
    case .plan: .plan
    }
  }
}
