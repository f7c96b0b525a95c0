import JapaneseText
import PlanDocuments

/// Reads the projects of action programmes: a schedule in columns of tabs (name and overview, 現状, a column for each
/// fiscal year), and under each row what came of it.
package struct ActionProgramExtractor: FactExtractor {
  package init() {}

  package func extract(from document: PlanDocument) -> Extraction {
    var reader = ProgramReader()
    for line in NumberedLine.all(in: document.plan) {
      reader.read(line, text: document.plan[line: line.number])
    }
    reader.close()
    let habits = ScheduleRow.Habits(of: reader.projects.flatMap(\.rows))
    var extraction = Extraction()
    extraction.facts = reader.projects.map { $0.fact(in: document, habits) }
    extraction.unread = reader.unread.map {
      UnreadRow(
        kind: .project, plan: document.plan.id, lines: $0, section: document.outline.path(above: $0.first),
        reason: "a row of a schedule without the head that names its columns")
    }
    return extraction
  }
}

/// Walks through the lines, keeping the open programme, head and project.
private struct ProgramReader {
  private(set) var projects: [ProgramProject] = []
  /// Rows that look like projects where no head was seen.
  private(set) var unread: [LineRange] = []
  private var program: (name: String, line: Int)?
  private var headRows: [TabRow] = []
  private var headIsOpen = false
  private var columns: ScheduleColumns?
  private var open: ProgramProject?

  mutating func read(_ line: NumberedLine, text: String) {
    let row = TabRow(line: line.number, text: text)
    if let row, ScheduleColumns.isHead(row) {
      headRows = headIsOpen ? headRows + [row] : [row]
      headIsOpen = true
      columns = ScheduleColumns(headRows) ?? columns
      return
    }
    headIsOpen = false
    if let name = ProgramReader.programName(row?.cells.first { !$0.isEmpty } ?? line.text) {
      close()
      program = (name, line.number)
    } else if let row, ProgramProject.opens(row[columns?.name ?? 0]) {
      begin(row)
    } else if let row, let columns, open?.takesRows == true, row[columns.name].isEmpty {
      open?.add(ScheduleRow(row: row, columns: columns))
    } else if open != nil {
      readBelow(line)
    }
  }

  mutating func close() {
    open.map { projects.append($0) }
    open = nil
  }

  private mutating func begin(_ row: TabRow) {
    close()
    if let columns {
      open = ProgramProject(ScheduleRow(row: row, columns: columns), program: program)
    } else if row.cells.filter({ !$0.isEmpty }).count > 2 {
      unread.append(LineRange(row.line))
    }
  }

  /// Running heads of the pages between a row and its results are no result; a numbered heading ends the project.
  private mutating func readBelow(_ line: NumberedLine) {
    let squeezed = line.text.squeezed
    if let head = headRows.first?.cells.first(where: { ScheduleColumns.namesRows($0) }),
      head.squeezed.hasPrefix(squeezed)
    {
      return
    }
    if let label = SectionLabel(line.text), label.form == .spaced || label.form == .dotted,
      label.name.count >= 4
    {
      close()
    } else {
      open?.addBelow(line)
    }
  }

  /// `アクションプログラム：国際的視点に基づく産業振興【達成状況区分：3*】` → the name between label and bracket.
  private static func programName(_ text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    guard let bracket = scalars.firstIndex(of: "【"), scalars.last == "】",
      case let inner = String(String.UnicodeScalarView(scalars[bracket...])).squeezed,
      ["【達成状況", "【達成度", "【進捗状況", "【評価"].contains(where: inner.hasPrefix),
      let colon = scalars[..<bracket].firstIndex(where: { $0.widthFolded == ":" })
    else { return nil }
    let name = String(String.UnicodeScalarView(scalars[(colon + 1)..<bracket])).trimmed
    return name.isEmpty ? nil : MarkupText.joiningWraps(name)
  }
}

/// A project of a programme: its rows, and the lines below them.
private struct ProgramProject {
  private(set) var rows: [ScheduleRow]
  private let program: (name: String, line: Int)?
  private var below: [NumberedLine] = []

  init(_ row: ScheduleRow, program: (name: String, line: Int)?) {
    rows = [row]
    self.program = program
  }

  static func opens(_ cell: String) -> Bool {
    let name = cell.unicodeScalars.drop { "○〇◯".unicodeScalars.contains($0) }
    // `○` alone is a grade, and ○○ a name to be filled in
    return cell.unicodeScalars.count - name.count == 1 && name.contains { !$0.isSpace }
  }

  /// Rows without a name go on with the schedule until the results begin.
  var takesRows: Bool { below.isEmpty }
  mutating func add(_ row: ScheduleRow) { rows.append(row) }
  mutating func addBelow(_ line: NumberedLine) { below.append(line) }

  func fact(in document: PlanDocument, _ habits: ScheduleRow.Habits) -> Fact {
    let first = rows[0]
    let own = LineRange(first.row.line)
    let (name, overview) = ProjectCell.nameAndOverview(first.row[first.columns.name])
    var fields: [Field] = []
    if !overview.isEmpty { fields.append(Field(.overview, .text(overview), lines: own)) }
    if let program { fields.append(Field(.parent, .text(program.name), lines: LineRange(program.line))) }
    fields += scheduleFields(habits)
    let block = ResultBlock(below)
    fields += resultFields(block)
    let lines = below.map { LineRange($0.number) }.reduce(union(rows.map { LineRange($0.row.line) }) ?? own) {
      $0.union($1)
    }
    return Fact(
      kind: .project, name: name, plan: document.plan.id, fields: fields,
      sources: [FactSource(lines: lines, section: document.outline.path(above: first.row.line))])
  }

  private func scheduleFields(_ habits: ScheduleRow.Habits) -> [Field] {
    var current: [String] = []
    var currentLines: LineRange?
    var entries: [ScheduleEntry] = []
    for row in rows {
      let lines = LineRange(row.row.line)
      let items = ItemList.items(row.current(habits) ?? "")
      if !items.isEmpty {
        current += items
        currentLines = currentLines?.union(lines) ?? lines
      }
      var last: Int?
      for (year, text) in row.yearCells(habits) {
        let entry = ScheduleEntry(
          fiscalYear: year?.fiscalYear, orLater: year?.orLater ?? false, items: ItemList.items(text),
          lines: lines)
        last = entries.add(entry, after: last)
      }
    }
    var fields: [Field] = []
    if let currentLines { fields.append(Field(.current, .list(current), lines: currentLines)) }
    if let lines = union(entries.map(\.lines)) {
      fields.append(Field(.schedule, .schedule(entries), lines: lines))
    }
    return fields
  }

  private func resultFields(_ block: ResultBlock) -> [Field] {
    var fields: [Field] = []
    if let level = block.level {
      fields.append(Field(.level, .number(ExactNumber(level.value)), lines: level.lines))
      if level.isRevised { fields.append(Field(.levelRevised, .flag(true), lines: level.lines)) }
    }
    if let level = block.originalLevel {
      fields.append(Field(.originalLevel, .number(ExactNumber(level.value)), lines: level.lines))
    }
    for (name, items) in [(FieldName.results, block.results), (.changedTargets, block.changedTargets)] {
      guard let lines = union(items.map(\.lines)) else { continue }
      fields.append(Field(name, .list(items.map(\.text)), lines: lines))
    }
    return fields
  }
}

extension [ScheduleEntry] {
  /// One entry a year, in order of year; what a further row adds joins its year. Items without a year stand in their
  /// printed place: behind those of the cell before (the entry at `last`), or behind all where none is before.
  ///
  /// The index of the entry that now holds the items.
  fileprivate mutating func add(_ entry: ScheduleEntry, after last: Int?) -> Int {
    if let i = place(of: entry, after: last) {
      self[i].items += entry.items
      self[i].lines = self[i].lines.union(entry.lines)
      return i
    }
    var i = last.map { $0 + 1 } ?? count
    if let year = entry.fiscalYear { i = firstIndex { $0.fiscalYear ?? .min > year } ?? count }
    insert(entry, at: i)
    return i
  }

  /// The entry that the items belong to already; without a year, that of the cell before.
  private func place(of entry: ScheduleEntry, after last: Int?) -> Int? {
    if entry.fiscalYear == nil { return last.flatMap { self[$0].fiscalYear == nil ? $0 : nil } }
    return firstIndex { $0.fiscalYear == entry.fiscalYear && $0.orLater == entry.orLater }
  }
}
