import JapaneseText
import PlanDocuments
import PlanFacts
import SourceFiles

/// Facts as rows of ten columns, a value a row, for tables and column stores; as CSV by RFC 4180, but with line feeds alone.
///
/// `value` is as printed, `number` the exact number behind it. A field of several values (points, lists, schedules, columns
/// that no field claims) has a row for each; the role of a point and the name of a column stand behind the field's name:
/// `points.target`, `attributes.方向性`. A fact without fields has one row, with no field.
package enum FlatFacts {
  package static let header = line([
    "document", "type", "name", "field", "value", "number", "unit", "fiscalYear", "page", "lines",
  ])

  /// - Parameter place: where lines of the fact's document stand in its file.
  package static func lines(of fact: Fact, place: (LineRange) -> Place?) -> String {
    let filled = fact.fields.flatMap { cells(of: $0, of: fact) }
    let all = filled.isEmpty ? [Cell(field: "", value: "", lines: fact.sources.first?.lines)] : filled
    return all.map { cell in
      let page: Int? =
        if case .page(let page, _)? = cell.lines.flatMap(place) { page } else { nil }
      return line([
        fact.plan, fact.kind.rawValue, fact.name, cell.field, cell.value, cell.number?.description ?? "",
        cell.unit ?? "", cell.fiscalYear.map(String.init) ?? "", page.map(String.init) ?? "",
        cell.lines.map { "\($0.first)-\($0.last)" } ?? "",
      ])
    }.joined()
  }

  /// A row that could not be read: its reason under the field `unread`.
  package static func line(of row: UnreadRow) -> String {
    line([
      row.plan, row.kind.rawValue, "", "unread", row.reason, "", "", "", "",
      "\(row.lines.first)-\(row.lines.last)",
    ])
  }

  /// What is wrong with a document, under the field `error`.
  package static func line(ofError error: String, in document: String) -> String {
    line([document, "", "", "error", error, "", "", "", "", ""])
  }

  private static func line(_ cells: [String]) -> String { DelimitedRenderer(dialect: .commas).line(cells) }

  private struct Cell {
    let field: String
    let value: String
    var number: ExactNumber?
    var unit: String?
    var fiscalYear: Int?
    let lines: LineRange?
  }

  private static func cells(of field: Field, of fact: Fact) -> [Cell] {
    let name = field.name.rawValue
    func texts(_ texts: [String]) -> [Cell] {
      texts.map { Cell(field: name, value: $0, lines: field.lines) }
    }
    switch field.value {
    case .text(let text): return texts([text])
    case .flag(let flag): return texts([flag ? "true" : "false"])
    case .list(let list): return texts(list)
    case .number(let number):
      // a figure's unit and year are those of its amount
      let own = field.name == .amount ? fact : nil
      return [
        Cell(
          field: name, value: number.description, number: number, unit: own?.text(.unit),
          fiscalYear: own?.integer(.fiscalYear), lines: field.lines)
      ]
    case .points(let points):
      return points.map {
        Cell(
          field: "\(name).\($0.role.rawValue)", value: $0.text, number: $0.value, unit: $0.unit,
          fiscalYear: $0.fiscalYear, lines: $0.lines)
      }
    case .schedule(let entries):
      return entries.flatMap { entry in
        entry.items.map {
          Cell(
            field: entry.orLater ? "\(name).orLater" : name, value: $0, fiscalYear: entry.fiscalYear,
            lines: entry.lines)
        }
      }
    case .attributes(let attributes):
      return attributes.map { Cell(field: "\(name).\($0.name)", value: $0.value, lines: field.lines) }
    }
  }
}

extension Fact {
  fileprivate func text(_ field: FieldName) -> String? {
    if case .text(let text)? = self[field] { text } else { nil }
  }

  fileprivate func integer(_ field: FieldName) -> Int? {
    if case .number(let number)? = self[field] { number.wholeNumber } else { nil }
  }
}
