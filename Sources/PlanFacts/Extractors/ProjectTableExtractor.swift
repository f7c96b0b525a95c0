import JapaneseText
import PlanDocuments

/// Reads the projects of tables whose head names their columns: lists of evaluated projects (`事務事業名 | 担当課 | 予算額 |
/// 決算額 | 評価`) and schedules (`取組名 | 内容 | R5 | R6 | R7`), in any order of columns.
package struct ProjectTableExtractor: TableExtractor {
  package init() {}

  func extract(from document: PlanDocument, tables: [ColumnTable]) -> Extraction {
    let legend = GradeLegend(reading: NumberedLine.all(in: document.plan))
    var extraction = Extraction()
    for table in tables {
      guard let projects = ProjectTable(table) else { continue }
      extraction.facts += projects.facts(legend: legend, in: document)
      extraction.unread += table.misfits.map { lines in
        UnreadRow(
          kind: .project, plan: document.plan.id, lines: lines,
          section: document.outline.path(above: lines.first),
          reason: "the cells of a row can't be told to the columns of its table")
      }
    }
    return extraction
  }
}

/// A table about projects.
private struct ProjectTable {
  let table: ColumnTable
  let nameColumn: Int

  /// nil where the head names no projects, or nothing that is said of them; rows that open with ○ belong to a programme.
  init?(_ table: ColumnTable) {
    guard let name = table.column(.project) else { return nil }
    let says = !table.columns(.budget, .settlement, .level, .grade, .bureau, .code).isEmpty
    guard says || table.years.count > 1, table.column(.indicator) == nil || table.figures.isEmpty,
      !table.rows.contains(where: { ["○", "〇", "◯"].contains($0.cells[name].first) })
    else { return nil }
    self.table = table
    nameColumn = name
  }

  func facts(legend: GradeLegend, in document: PlanDocument) -> [Fact] {
    groups.compactMap { rows in
      let name = MarkupText.joiningWraps(rows[0].cells[nameColumn])
      guard !ColumnTable.isSum(name), let lines = union(rows.map(\.lines)) else { return nil }
      var row = ProjectRow(legend: legend)
      for (column, title) in table.titles.enumerated() where column != nameColumn {
        guard let title else { continue }
        let cells = rows.filter { !$0.cells[column].isEmpty }
        guard let range = union(cells.map(\.lines)) else { continue }
        row.take(
          cells.map { $0.cells[column] }.joined(separator: " "), as: title, unit: table.unit, lines: range)
      }
      addSchedule(of: rows, to: &row)
      guard !row.fields.isEmpty else { return nil }
      return Fact(
        kind: .project, name: name, plan: document.plan.id, fields: row.fields,
        sources: [FactSource(lines: lines, section: document.outline.path(above: lines.first))])
    }
  }

  /// A row with a name, and the rows without one below it.
  private var groups: [[ColumnTable.Row]] {
    var found: [[ColumnTable.Row]] = []
    for row in table.rows {
      if !row.cells[nameColumn].isEmpty {
        found.append([row])
      } else if let last = found.indices.last {
        found[last].append(row)
      }
    }
    return found
  }

  /// What the columns of years hold; figures alone are no works but what was spent or counted.
  private func addSchedule(of rows: [ColumnTable.Row], to row: inout ProjectRow) {
    guard table.years.count > 1 else { return }
    var entries: [ScheduleEntry] = []
    for (column, year) in table.years {
      let cells = rows.filter {
        !$0.cells[column].isEmpty && !EvaluationRow.isDash($0.cells[column].squeezed)
      }
      guard let lines = union(cells.map(\.lines)) else { continue }
      let items = cells.flatMap { ItemList.items($0.cells[column]) }
      entries.append(
        ScheduleEntry(fiscalYear: year.first, orLater: year.orLater, items: items, lines: lines))
    }
    let texts = entries.flatMap(\.items)
    guard texts.contains(where: { Quantity(parsing: $0) == nil }), let lines = union(entries.map(\.lines))
    else {
      return
    }
    row.add(.schedule, .schedule(entries), lines)
  }
}
