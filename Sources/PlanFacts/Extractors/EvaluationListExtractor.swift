import JapaneseText
import PlanDocuments

/// Reads the projects of an evaluation list (評価結果一覧), and what the ● texts of their results measure in brackets
/// (`（協議回数：3回、目標：4回）`).
///
/// A row opens with a number and a code of six digits or more and closes with budget, settlement, level and page. The bureau
/// is printed only in the title of a table, and holds for the rows of that table alone.
package struct EvaluationListExtractor: FactExtractor {
  package init() {}

  package func extract(from document: PlanDocument) -> Extraction {
    let list = EvaluationList(reading: document.plan)
    let units = EvaluationListExtractor.units(in: document.plan)
    var extraction = Extraction()
    for row in list.rows {
      let section = document.outline.path(at: row.start)
      let measures = MeasureReader.measures(in: row.results)
      if let name = row.name.lines {
        extraction.facts.append(
          fact(
            row, measures, legend: list.legend, unit: units.last { $0.lines.last < row.start }, in: document,
            section: section))
        extraction.facts += measures.map { $0.fact(of: row.name.text, at: name, in: document) }
      }
      for problem in row.problems {
        extraction.unread.append(
          UnreadRow(
            kind: .project, plan: document.plan.id, lines: row.lines, section: section, reason: problem))
      }
    }
    return extraction
  }

  private func fact(
    _ row: EvaluationRow, _ measures: [MeasuredResult], legend: EvaluationLegend, unit: TableUnit?,
    in document: PlanDocument,
    section: [String]
  ) -> Fact {
    let start = LineRange(row.start)
    var fields = [Field(.code, .text(row.code), lines: start)]
    if let number = row.number { fields.append(Field(.number, .number(ExactNumber(number)), lines: start)) }
    for (name, text) in [(FieldName.category, row.category), (.overview, row.overview)] {
      if let text, let lines = text.lines { fields.append(Field(name, .text(text.text), lines: lines)) }
    }
    if let title = row.title {
      fields.append(Field(.bureau, .text(title.bureau), lines: title.lines))
    }
    if let lines = union(row.results.compactMap(\.lines)) {
      fields.append(Field(.results, .list(row.results.map(\.text)), lines: lines))
    }
    if let lines = union(measures.map(\.lines)) {
      fields.append(Field(.measures, .list(measures.map(\.name)), lines: lines))
    }
    fields += figures(row.figures, legend: legend)
    if let unit, row.figures.budget != nil || row.figures.settlement != nil {
      fields.append(Field(.unit, .text(unit.unit), lines: unit.lines))
      if unit.scale > 1 { fields.append(Field(.scale, .number(ExactNumber(unit.scale)), lines: unit.lines)) }
    }
    // the bureau stands apart from the row, and a reader has to find it
    let title = row.title.map {
      FactSource(lines: $0.lines, section: document.outline.path(above: $0.lines.first))
    }
    return Fact(
      kind: .project, name: row.name.text, plan: document.plan.id, fields: fields,
      sources: [FactSource(lines: row.lines, section: section), title].compactMap(\.self))
  }

  /// What heads of amounts say these are counted in, in order of line: `予算額（千円）`.
  private static func units(in plan: Plan) -> [TableUnit] {
    plan.lines.enumerated().compactMap { i, line in
      guard line.utf8.count < 80, line.contains("円") else { return nil }
      let head = HeadText(line, units: ["円", "千円", "万円", "百万円", "億円"])
      guard let unit = head.unit, let name = head.names.last,
        ["予算", "決算"].contains(where: { name.hasPrefix($0) })
      else { return nil }
      return TableUnit(printed: unit, lines: LineRange(i + 1))
    }
  }

  private func figures(_ figures: EvaluationRow.Figures, legend: EvaluationLegend) -> [Field] {
    guard let lines = figures.lines else { return [] }
    var fields: [Field] = []
    if let budget = figures.budget { fields.append(Field(.budget, .number(budget), lines: lines)) }
    if let settlement = figures.settlement {
      fields.append(Field(.settlement, .number(settlement), lines: lines))
    }
    if let page = figures.page { fields.append(Field(.page, .number(ExactNumber(page)), lines: lines)) }
    if let level = figures.level {
      fields.append(Field(.level, .number(ExactNumber(level)), lines: lines))
      if figures.levelRevised { fields.append(Field(.levelRevised, .flag(true), lines: lines)) }
      if let words = legend.levels[level], let wordLines = words.lines {
        fields.append(Field(.levelText, .text(words.text), lines: wordLines))
      }
    }
    return fields
  }
}

/// The lines from the first to the last of several ranges; nil where there are none.
func union(_ ranges: [LineRange]) -> LineRange? {
  ranges.dropFirst().reduce(ranges.first) { $0?.union($1) }
}
