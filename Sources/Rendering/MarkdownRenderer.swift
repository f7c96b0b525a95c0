import Answers

/// An answer as Markdown: a heading and a table a reading (GitHub's tables).
package struct MarkdownRenderer: AnswerRenderer {
  package init() {}

  package func render(_ answer: Answer) -> String {
    if let error = answer.error { return "**\(escaped(error.message))**\n" }
    guard !answer.readings.isEmpty else { return "No match: \(escaped(answer.question))\n" }
    return answer.readings.map(section).joined(separator: "\n")
  }

  private func section(_ reading: Reading) -> String {
    var out = "## \(escaped(reading.canonical))\n\n"
    if let value = reading.value {
      out += "**\(value.value)\(escaped(value.unit.map { " " + $0 } ?? ""))**\n\n"
    }
    let because = reading.because.map { escaped($0.sentence) }.joined(separator: "; ")
    out +=
      because.isEmpty
      ? "\(reading.items.count) of \(reading.total)\n"
      : "\(reading.items.count) shown, \(reading.total) found: \(because)\n"
    if !reading.items.isEmpty { out += "\n" + table(reading.items) }
    if !reading.unread.isEmpty {
      out +=
        "\n"
        + reading.unread.map { "- unread: \(escaped($0.citation)) \(escaped($0.reason ?? ""))\n" }.joined()
    }
    return out
  }

  private func table(_ items: [Item]) -> String {
    // Where the words were found is for programs.
    let fields = ItemTable.fieldNames(items).filter { $0 != "highlights" }
    let links = items.contains { !$0.sameAs.isEmpty } ? ["sameAs"] : []
    var rows = [["name"] + fields + links + ["sources"]]
    rows.append(rows[0].map { _ in "---" })
    for item in items {
      let cells = fields.map { name in
        item.fields.first { $0.name == name }.map(cell) ?? ""
      }
      let same = links.map { _ in item.sameAs.map { "\($0.document): \($0.name)" }.joined(separator: "; ") }
      rows.append(
        ([item.name] + cells + same + [item.sources.map(\.citation).joined(separator: "; ")]).map(escaped))
    }
    return rows.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }

  /// Points, schedules and attributes as a person writes them, all else as in the other tables.
  private func cell(_ field: ItemField) -> String {
    let value = field.value
    if case .object(let members) = value {
      return members.map { "\($0.name) \(ItemTable.cell($0.value))" }.joined(separator: "\n")
    }
    guard case .list(let values) = value, !values.isEmpty else { return ItemTable.cell(value) }
    let lines = values.compactMap { value -> String? in
      guard case .object(let fields) = value else { return nil }
      if let entry = FigureText.ScheduleText(fields) { return "\(entry.year.english): \(entry.items)" }
      let point = FigureText.PointText(fields, of: field.name)
      return [point.role, point.year.english, point.label, point.figure].filter { !$0.isEmpty }.joined(
        separator: " ")
    }
    return lines.count == values.count ? lines.joined(separator: "\n") : ItemTable.cell(value)
  }

  private func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "|", "*", "_", "`", "<", "[", "\\": out += "\\\(scalar)"
      case "\n", "\r": out += "<br>"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
