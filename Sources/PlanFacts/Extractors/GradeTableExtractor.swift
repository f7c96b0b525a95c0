import JapaneseText
import PlanDocuments

/// Reads how many works were given each grade, from tables whose head says so: `評価区分 | 件数 | 割合`.
package struct GradeTableExtractor: TableExtractor {
  package init() {}

  func extract(from document: PlanDocument, tables: [ColumnTable]) -> Extraction {
    let legend = GradeLegend(reading: NumberedLine.all(in: document.plan))
    var extraction = Extraction()
    for table in tables {
      guard let grade = table.columns(.grade, .level, .category).first, let count = table.column(.count),
        table.column(.project) == nil, table.column(.indicator) == nil
      else { continue }
      let facts = table.rows.compactMap { row in
        fact(row, grade: row.cells[grade], count: row.cells[count], table, legend, document)
      }
      // one letter among other words is no list of grades
      if facts.count > 1 { extraction.facts += facts }
    }
    return extraction
  }

  private func fact(
    _ row: ColumnTable.Row, grade: String, count: String, _ table: ColumnTable, _ legend: GradeLegend,
    _ document: PlanDocument
  ) -> Fact? {
    guard let (letter, words) = GradeLegend.split(grade), let count = Quantity(parsing: count) else {
      return nil
    }
    var fields = [Field(.grade, .text(String(letter)), lines: row.lines)]
    var name = String(letter)
    if !words.isEmpty {
      fields.append(Field(.gradeText, .text(words), lines: row.lines))
      name = words
    } else if let known = legend.words[letter], let lines = known.lines {
      fields.append(Field(.gradeText, .text(known.text), lines: lines))
      name = known.text
    }
    fields.append(Field(.count, .number(count.value), lines: row.lines))
    if let column = table.column(.share), let share = Quantity(parsing: row.cells[column]) {
      fields.append(Field(.share, .number(share.value), lines: row.lines))
    }
    return Fact(
      kind: .evaluation, name: name, plan: document.plan.id, fields: fields,
      sources: [FactSource(lines: row.lines, section: document.outline.path(above: row.lines.first))])
  }
}
