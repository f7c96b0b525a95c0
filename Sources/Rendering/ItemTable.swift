import Answers
import PlanFacts

/// The items of an answer as rows, for the formats that know no nesting.
///
/// Columns: `reading` (1 is the preferred one), `canonical`, `total`, `value`, `valueUnit`, `type`, `name`, every
/// field that occurs, `sameAs`, `sources`. A reading without items keeps one row where it has a figure or found something.
package struct ItemTable {
  let columns: [String]
  let rows: [[String]]

  private static let before = ["reading", "canonical", "total", "value", "valueUnit", "type", "name"]
  private static let behind = ["sameAs", "sources"]

  init(_ answer: Answer) {
    let fields = ItemTable.fieldNames(answer.readings.flatMap(\.items))
    columns = ItemTable.before + fields + ItemTable.behind
    rows = zip(1..., answer.readings).flatMap { number, reading -> [[String]] in
      let start = [
        String(number), reading.canonical, String(reading.total), reading.value?.value.description ?? "",
        reading.value?.unit ?? "",
      ]
      guard !reading.items.isEmpty else {
        // no row for what was not found
        if reading.total == 0, reading.value == nil { return [] }
        return [start + Array(repeating: "", count: 4 + fields.count)]
      }
      return reading.items.map { start + ItemTable.cells($0, fields) }
    }
  }

  /// Field names in the contract's order, others behind in order of first use.
  package static func fieldNames(_ items: [Item]) -> [String] {
    var used: [String] = []
    var seen: Set<String> = []
    for field in items.flatMap(\.fields) where seen.insert(field.name).inserted { used.append(field.name) }
    let known = FieldName.allCases.map(\.rawValue)
    return known.filter(seen.contains) + used.filter { !known.contains($0) }
  }

  private static func cells(_ item: Item, _ fields: [String]) -> [String] {
    [item.type, item.name]
      + fields.map { name in item.fields.first { $0.name == name }.map { cell($0.value) } ?? "" }
      + [
        item.sameAs.map { "\($0.document): \($0.name)" }.joined(separator: "; "),
        item.sources.map(\.citation).joined(separator: "; "),
      ]
  }

  /// Plain values as they are, lists of texts divided by `; `, all else as JSON.
  package static func cell(_ value: ItemValue) -> String {
    switch value {
    case .text(let text): return text
    case .number(let number): return number.description
    case .flag(let flag): return flag ? "true" : "false"
    case .list(let values):
      let texts = values.compactMap { if case .text(let text) = $0 { text } else { nil } }
      if texts.count == values.count, !texts.contains(where: { $0.contains(";") }) {
        return texts.joined(separator: "; ")
      }
      return JSONValue(value).encoded(.line)
    case .object: return JSONValue(value).encoded(.line)
    }
  }
}

extension ItemSource {
  /// `document:237-238`, as people and `search` name a place; `plan.pdf p.12`, `list.xlsx 施設!B14:F14` where the lines are
  /// not the file's own.
  package var citation: String {
    if let place {
      let file = path.split(separator: "/").last.map(String.init) ?? path
      return "\(file) \(place)"
    }
    return lines.first == lines.last
      ? "\(document):\(lines.first)" : "\(document):\(lines.first)-\(lines.last)"
  }
}
