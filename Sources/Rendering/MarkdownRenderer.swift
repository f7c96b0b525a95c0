import Answers
import JapaneseText
import Phrases

/// An answer as Markdown, for people: a heading and a table a reading (GitHub's tables), in the language of the question.
package struct MarkdownRenderer: AnswerRenderer {
  private let style: TextStyle

  package init(style: TextStyle) { self.style = style }

  package func render(_ answer: Answer) -> String {
    let page = MarkdownPage(language: style.answering(answer.question).language)
    if let error = answer.error { return "**\(page.escaped(error.saying[page.language]))**\n" }
    guard !answer.readings.isEmpty else {
      return page.escaped(answer.sentence[page.language]) + "\n"
    }
    return answer.readings.map(page.section).joined(separator: "\n")
  }
}

private struct MarkdownPage {
  let language: Language

  func section(_ reading: Reading) -> String {
    var out = "## \(escaped(Saying(canonical: reading.canonical)[language]))\n\n"
    if let value = reading.value {
      out += "**\(value.value)\(escaped(value.unit.map { " " + $0 } ?? ""))**\n\n"
    }
    let because = reading.because.map(\.saying).listedApart
    let (shown, total) = (Saying(reading.items.count), Saying(reading.total))
    out += escaped(
      (reading.because.isEmpty
        ? Phrase.partOf.with(shown, total) : Phrase.shownOfFound.with(shown, total, because))[language])
    out += "\n"
    if !reading.items.isEmpty { out += "\n" + table(reading.items) }
    if !reading.unread.isEmpty {
      out +=
        "\n"
        + reading.unread.map {
          "- \(escaped(Phrase.unreadPlace.with($0.citationWithReason)[language]))\n"
        }.joined()
    }
    return out
  }

  private func table(_ items: [Item]) -> String {
    // Where the words were found is for programs.
    let fields = ItemTable.fieldNames(items).filter { $0 != "highlights" }
    let links = items.contains { !$0.sameAs.isEmpty } ? [Phrase.sameThing(language)] : []
    let heads = [Phrase.name(language)] + fields.map { Saying(field: $0)[language] } + links
    var rows = [heads + [Phrase.source(language)]]
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
      if let entry = FigureText.ScheduleText(fields) { return "\(entry.year[language]): \(entry.items)" }
      let point = FigureText.PointText(fields, of: field.name)
      return [Saying(field: point.role)[language], point.year[language], point.label, point.figure].filter {
        !$0.isEmpty
      }.joined(
        separator: " ")
    }
    return lines.count == values.count ? lines.joined(separator: "\n") : ItemTable.cell(value)
  }

  func escaped(_ text: String) -> String {
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
