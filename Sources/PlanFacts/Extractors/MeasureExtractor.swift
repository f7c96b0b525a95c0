import JapaneseText
import PlanDocuments

/// Reads the results that the ● texts of an evaluation list print in brackets: `（協議回数：3回、目標：4回）`.
package struct MeasureExtractor: FactExtractor {
  package init() {}

  package func extract(from document: PlanDocument) -> Extraction {
    var extraction = Extraction()
    for row in EvaluationList(reading: document.plan).rows where !row.name.isEmpty {
      for measure in MeasureReader.measures(in: row.results) {
        guard let lines = row.name.lines else { continue }
        extraction.facts.append(measure.fact(of: row.name.text, at: lines, in: document))
      }
    }
    return extraction
  }
}

extension MeasuredResult {
  /// The measure as a fact of the project named at `nameLines`.
  func fact(of project: String, at nameLines: LineRange, in document: PlanDocument) -> Fact {
    var fields: [Field] = []
    for (name, figure) in [(FieldName.actual, actual), (.target, target)] {
      if let figure { fields.append(Field(name, .number(figure.quantity.value), lines: figure.lines)) }
    }
    if let figure = [actual, target].compactMap(\.self).first(where: { $0.quantity.unit != nil }),
      let unit = figure.quantity.unit
    {
      fields.append(Field(.unit, .text(unit), lines: figure.lines))
    }
    if let isMet { fields.append(Field(.met, .flag(isMet), lines: lines)) }
    fields.append(Field(.project, .text(project), lines: nameLines))
    return Fact(
      kind: .measure, name: name, plan: document.plan.id, fields: fields,
      sources: [FactSource(lines: lines, section: document.outline.path(at: lines.first))])
  }
}
