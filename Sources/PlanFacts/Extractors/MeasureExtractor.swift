import JapaneseText
import PlanDocuments

/// Reads the results that the ● texts of an evaluation list print in brackets: `（協議回数：3回、目標：4回）`.
package struct MeasureExtractor: FactExtractor {
  package init() {}

  package func extract(from document: PlanDocument) -> Extraction {
    var extraction = Extraction()
    for row in EvaluationList(reading: document.plan).rows where !row.name.isEmpty {
      for measure in MeasureReader.measures(in: row.results) {
        extraction.facts.append(fact(measure, of: row, document: document))
      }
    }
    return extraction
  }

  private func fact(_ measure: MeasuredResult, of row: EvaluationRow, document: PlanDocument) -> Fact {
    var fields: [Field] = []
    for (name, figure) in [(FieldName.actual, measure.actual), (.target, measure.target)] {
      if let figure { fields.append(Field(name, .number(figure.quantity.value), lines: figure.lines)) }
    }
    if let figure = [measure.actual, measure.target].compactMap(\.self).first(where: {
      $0.quantity.unit != nil
    }),
      let unit = figure.quantity.unit
    {
      fields.append(Field(.unit, .text(unit), lines: figure.lines))
    }
    if let isMet = measure.isMet { fields.append(Field(.met, .flag(isMet), lines: measure.lines)) }
    if let lines = row.name.lines { fields.append(Field(.project, .text(row.name.text), lines: lines)) }
    return Fact(
      kind: .measure, name: measure.name, plan: document.plan.id, fields: fields,
      sources: [
        FactSource(lines: measure.lines, section: document.outline.path(at: measure.lines.first))
      ])
  }
}
