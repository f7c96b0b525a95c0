/// The names a plan prints for itself.
enum DocumentTitle {
  /// The title first, then other names: the title without its bracket or its label, lines that repeat it in other
  /// brackets.
  static func read(_ layout: Layout, _ lines: [LineText], _ outline: Outline) -> [String] {
    var names: [String] = []
    if let section = heading(layout, lines, outline) {
      names = [section.title, section.name]
    } else if let text = firstLine(layout, lines) {
      let bare = withoutBracket(text)
      names = [text.text, bare.text] + repeats(of: bare, in: layout)
    } else if let text = listName(layout) {
      names = [withoutBracket(text).text, text.text]
    }
    var seen: Set<String> = []
    return names.filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  /// A first line that is a heading with a label: `第５章 …`, `プラン6 …`.
  private static func heading(_ layout: Layout, _ lines: [LineText], _ outline: Outline) -> Section? {
    guard let block = layout.blocks.first, let line = block.lines.first, let section = outline.sections.first,
      section.heading.first == lines[line].number, !section.label.isEmpty
    else { return nil }
    return section
  }

  /// The first line, with a bracket right under it (`(2022～2025)`); nil where the text begins within a table.
  private static func firstLine(_ layout: Layout, _ lines: [LineText]) -> [Unicode.Scalar]? {
    guard let text = layout.texts.first, isName(text), !beginsInTable(layout) else { return nil }
    guard layout.blocks.count > 1, let last = layout.blocks[0].lines.last,
      let next = layout.blocks[1].lines.first,
      next == last + 1, LineOpening.isOneBracket(layout.texts[1])
    else { return text }
    return text + [" "] + layout.texts[1]
  }

  private static func isName(_ text: [Unicode.Scalar]) -> Bool {
    text.columns <= 120 && !text.endsSentence && text.contains { $0.isWritten && !$0.isDigit }
  }

  /// True where rows of a table stand among the first lines.
  private static func beginsInTable(_ layout: Layout) -> Bool {
    layout.blocks.prefix(3).contains { block in
      if case .row = block.kind { return true }
      return false
    }
  }

  /// The line that names a list (`…評価結果一覧（…局）`), one with a year before others. The bracket may name only a part of
  /// the list and is no part of the title.
  private static func listName(_ layout: Layout) -> [Unicode.Scalar]? {
    let names = layout.texts.filter { text in
      isName(text) && text.count >= 6 && withoutBracket(text).text.hasSuffix("一覧")
    }
    return names.first { $0.contains(where: \.isDigit) } ?? names.first
  }

  /// Other lines that are the title and a bracket.
  private static func repeats(of title: [Unicode.Scalar], in layout: Layout) -> [String] {
    guard title.count >= 6 else { return [] }
    return layout.texts.filter { $0.count <= title.count + 24 && withoutBracket($0) == title }.map(\.text)
  }

  private static func withoutBracket(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard let last = text.last, last == "）" || last == ")" else { return text }
    guard let open = text.lastIndex(where: { $0 == "（" || $0 == "(" }), open > 0 else { return text }
    return text[..<open].trimmed
  }
}
