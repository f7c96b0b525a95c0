/// The title of a plan, from what is printed.
enum DocumentTitle {
  /// In this order: the first line, where it is a heading or a name; else, where a text begins within a table, the line
  /// that names the table (`…評価結果一覧`).
  static func read(_ layout: Layout, _ lines: [LineText], _ outline: Outline) -> String? {
    guard let first = layout.blocks.first else { return nil }
    let text = layout.texts[0]
    let number = first.lines.first.map { lines[$0].number } ?? 1
    if let section = outline.sections.first, section.heading.first == number, !section.label.isEmpty {
      return section.title
    }
    guard isName(text), !isTable(layout, at: 0) else { return listTitle(layout) }
    return (text + subtitle(layout, lines)).text
  }

  /// A bracket right under the title belongs to it: `(2022～2025)`.
  private static func subtitle(_ layout: Layout, _ lines: [LineText]) -> [Unicode.Scalar] {
    guard layout.blocks.count > 1, let last = layout.blocks[0].lines.last,
      let next = layout.blocks[1].lines.first,
      next == last + 1, let open = layout.texts[1].first, open == "(" || open == "（",
      let close = layout.texts[1].last, close.isClosing
    else { return [] }
    return [" "] + layout.texts[1]
  }

  private static func isName(_ text: [Unicode.Scalar]) -> Bool {
    text.columns <= 120 && !text.endsSentence && text.contains { $0.isWritten && !$0.isDigit }
  }

  /// True where rows of a table stand among the first lines.
  private static func isTable(_ layout: Layout, at start: Int) -> Bool {
    layout.blocks[start...].prefix(3).contains { block in
      if case .row = block.kind { return true }
      return false
    }
  }

  /// The line that names a list, the one with a year before others, without the bracket that names a part of it.
  private static func listTitle(_ layout: Layout) -> String? {
    let names = layout.texts.filter { text in
      guard isName(text), text.count >= 6 else { return false }
      return withoutBracket(text).text.hasSuffix("一覧")
    }
    let dated = names.first { $0.contains(where: \.isDigit) }
    return (dated ?? names.first).map { withoutBracket($0).text }
  }

  private static func withoutBracket(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard let last = text.last, last == "）" || last == ")" else { return text }
    guard let open = text.lastIndex(where: { $0 == "（" || $0 == "(" }), open > 0 else { return text }
    return text[..<open].trimmed
  }
}
