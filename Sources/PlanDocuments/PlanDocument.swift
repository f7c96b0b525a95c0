import JapaneseText

/// A plan read for its structure: what each line is, which lines belong together, what stands under which heading.
package struct PlanDocument: Sendable {
  package let plan: Plan
  /// The title as printed, joined where it was wrapped; the id where none is recognised.
  package let title: String
  /// Names the plan prints for itself, without repeats: the title, its parts (without a bracket, without a label), and
  /// other lines that give it; empty where no title is recognised.
  package let titles: [String]
  /// Text as a reader sees it, in reading order: wrapped lines joined, furniture left out.
  package let logicalLines: [LogicalLine]
  package let outline: Outline
  /// Searchable units of one idea each, in order.
  package let passages: [Passage]
  /// Lines that are furniture (page numbers, running heads, margin text, detached chart labels), ascending.
  package let furniture: [Int]

  package init(
    plan: Plan, title: String, titles: [String] = [], logicalLines: [LogicalLine], outline: Outline,
    passages: [Passage],
    furniture: [Int]
  ) {
    self.plan = plan
    self.title = title
    self.titles = titles
    self.logicalLines = logicalLines
    self.outline = outline
    self.passages = passages
    self.furniture = furniture
  }
}

extension PlanDocument {
  /// Whose plan it is: `横浜市`. nil where its titles name no place or several, and its text none far above others. Costs a pass over
  /// the text.
  package var publisher: String? { Publisher.read(titles: titles, lines: logicalLines.map(\.text)) }

  /// The year its titles name, the first of a range; nil where they name none.
  package var year: Int? {
    titles.lazy.compactMap { YearMention.all(in: Array($0.unicodeScalars), bareYears: true).first?.first }
      .first
  }
}

/// One line of text as its author wrote it, before a page broke it.
package struct LogicalLine: Hashable, Sendable {
  package let kind: LineKind
  /// The text, joined without a space where a word was broken.
  package let text: String
  /// Every physical line it was printed on, ascending (furniture between them left out).
  package let lines: [Int]

  package init(kind: LineKind, text: String, lines: [Int]) {
    self.kind = kind
    self.text = text
    self.lines = lines
  }

  package var range: LineRange { LineRange(lines.first ?? 1, lines.last ?? 1) }
}

/// What a logical line is in its layout.
package enum LineKind: String, Hashable, Sendable, CaseIterable {
  case heading, bullet, paragraph, tableRow, contentsEntry
}

/// A searchable unit of one idea: a bullet, a paragraph, a table row.
package struct Passage: Hashable, Sendable {
  package let text: String
  package let lines: LineRange
  /// Titles of the headings it stands under, outermost first.
  package let section: [String]

  package init(text: String, lines: LineRange, section: [String]) {
    self.text = text
    self.lines = lines
    self.section = section
  }
}
