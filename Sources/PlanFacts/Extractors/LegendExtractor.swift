import JapaneseText
import PlanDocuments

/// Reads what an evaluation list says of its own levels and categories (`※達成状況区分`, `３．目標をほぼ達成`): a
/// definition for each entry, named by its words, with the title of the list and its number as what it explains.
package struct LegendExtractor: FactExtractor {
  package init() {}

  package func extract(from document: PlanDocument) -> Extraction {
    let legend = EvaluationLegend(reading: NumberedLine.all(in: document.plan))
    return Extraction(facts: legend.entries.compactMap { fact($0, in: document) })
  }

  private func fact(_ entry: EvaluationLegend.Entry, in document: PlanDocument) -> Fact? {
    guard let lines = entry.text.lines, let title = entry.title.lines else { return nil }
    let number = entry.level.map { " \($0)" } ?? ""
    var fields = [
      Field(.label, .text(entry.label), lines: lines),
      Field(.summary, .text(entry.title.text + number), lines: title.union(lines)),
    ]
    if let level = entry.level { fields.append(Field(.level, .number(ExactNumber(level)), lines: lines)) }
    return Fact(
      kind: .definition, name: entry.text.text, plan: document.plan.id, fields: fields,
      sources: [title, lines].map {
        FactSource(lines: $0, section: document.outline.path(at: $0.first))
      })
  }
}
