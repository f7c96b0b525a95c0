import JapaneseText
import PlanDocuments

/// Reads the figures of small tables and of charts: a fact for each row, with the title it stands under.
///
/// Taught by tables of establishments by ward, of consultations by kind of goods and of farmland by law, by a chart of
/// trades whose labels lost their circle, and by answers to questions drawn as bars. Labels torn out of a chart are believed
/// only where the parts come to the total, the shares to a hundred percent, the amounts are of one unit under a title, or the bars
/// stand in order.
struct FigureTableExtractor: Sendable {
  /// Lines of tables that were read as something else.
  private let taken: Set<Int>

  init(besides facts: [Fact], _ unread: [UnreadRow]) {
    // what a plan is called, or a short form, may stand in any line
    let tables = facts.filter { ![.heading, .plan, .definition].contains($0.kind) }
    let ranges = tables.flatMap { $0.sources.map(\.lines) } + unread.map(\.lines)
    taken = Set(ranges.flatMap { $0.first...$0.last })
  }

  func extract(from document: PlanDocument) -> Extraction {
    let headings = Set(document.outline.sections.flatMap { $0.heading.first...$0.heading.last })
    let furniture = Set(document.furniture)
    let lines = NumberedLine.all(in: document.plan)
    let isOpen = lines.map { !taken.contains($0.number) && !headings.contains($0.number) }
    let text = zip(lines, isOpen).filter { !furniture.contains($0.0.number) }
      .map { FigureTable.Line(line: $0, isOpen: $1) }
    let torn = lines.map { FigureTable.Line(line: $0, isOpen: furniture.contains($0.number)) }
    let captions = FigureCaptions(text.map(\.line), document.outline)
    let charts = FigureTable.all(of: torn).filter { $0.isReckoned || $0.isMeasured }
    let bars = FigureColumns.all(of: zip(lines, isOpen).map { $1 ? $0 : nil })
    let titles = captions.titles(of: bars)
    return Extraction(
      facts: FigureTable.all(of: text).flatMap { table in
        table.rows.map { fact($0, table.title, in: document) }
      }
        + charts.flatMap { chart in
          let title = chart.title ?? captions.caption(ofSharesAt: chart.rows[0].lines.first)
          return chart.rows.map { fact($0, title, in: document) }
        }
        + zip(bars, titles).flatMap { bars, title in bars.rows.map { fact($0, title, in: document) } })
  }

  private func fact(_ row: FigureTable.Row, _ title: FigureTitle?, in document: PlanDocument) -> Fact {
    var fields = fields(of: row.cell, at: row.lines) + fields(of: title)
    if let year = YearMention.read(Array(row.label.unicodeScalars), at: 0, bareYears: true), !year.isRange,
      year.range.upperBound == row.label.unicodeScalars.count
    {
      fields.removeAll { [.fiscalYear, .calendarYear].contains($0.name) }
      fields += self.fields(of: year, at: row.lines)
    }
    if let number = row.number { fields.append(Field(.number, .number(number), lines: row.lines)) }
    if !row.note.isEmpty {
      fields.append(Field(.note, .text(row.note.closedUp), lines: row.lines))
    }
    if row.isTotal { fields.append(Field(.isTotal, .flag(true), lines: row.lines)) }
    return Fact(
      kind: .figure, name: row.label, plan: document.plan.id, fields: fields,
      sources: [FactSource(lines: row.lines, section: document.outline.path(at: row.lines.first))])
  }

  /// A bar stands where its figure is, and where its label is.
  private func fact(_ row: FigureColumns.Row, _ title: FigureTitle?, in document: PlanDocument) -> Fact {
    Fact(
      kind: .figure, name: row.label, plan: document.plan.id,
      fields: fields(of: row.cell, at: LineRange(row.figureLine)) + fields(of: title),
      sources: [row.figureLine, row.labelLine].map {
        FactSource(lines: LineRange($0), section: document.outline.path(at: $0))
      })
  }

  private func fields(of cell: FigureCell, at lines: LineRange) -> [Field] {
    var fields = [Field(.text, .text(cell.text), lines: lines)]
    if let amount = cell.amount { fields.append(Field(.amount, .number(amount.value), lines: lines)) }
    if let unit = cell.amount?.unit { fields.append(Field(.unit, .text(unit), lines: lines)) }
    if let share = cell.share { fields.append(Field(.share, .number(share), lines: lines)) }
    return fields
  }

  private func fields(of title: FigureTitle?) -> [Field] {
    guard let title else { return [] }
    var fields = [Field(.table, .text(title.text), lines: title.lines)]
    if let year = YearMention.all(in: Array(title.text.unicodeScalars)).first, !year.isRange {
      fields += self.fields(of: year, at: title.lines)
    }
    return fields
  }

  private func fields(of year: YearMention, at lines: LineRange) -> [Field] {
    let number = Field(.fiscalYear, .number(ExactNumber(year.first)), lines: lines)
    return year.form == .calendar ? [number, Field(.calendarYear, .flag(true), lines: lines)] : [number]
  }
}

/// What a page prints under its charts, apart from them.
private struct FigureCaptions {
  private let lines: [NumberedLine]
  private let outline: Outline

  init(_ lines: [NumberedLine], _ outline: Outline) {
    self.lines = lines
    self.outline = outline
  }

  /// The one caption of the section that says of a whole how it is divided.
  func caption(ofSharesAt line: Int) -> FigureTitle? {
    let path = outline.path(at: line)
    let captions = lines.filter { caption in
      FigureTitle.isTitle(caption.text, ending: ["割合", "構成", "構成比", "内訳"])
        && outline.path(at: caption.number) == path
    }
    return captions.count == 1 ? FigureTitle(text: captions[0].text, line: captions[0].number) : nil
  }

  /// The titles in 【】 behind charts side by side: as many as there are charts, in the same order; nil for each else.
  func titles(of charts: [FigureColumns]) -> [FigureTitle?] {
    var titles: [FigureTitle?] = []
    for (i, chart) in charts.enumerated() {
      titles.append(nil)
      // up to the last of those that stand together
      guard i + 1 == charts.count || charts[i + 1].start != chart.end,
        let next = lines.first(where: { $0.number > chart.lastLine }), next.number <= chart.lastLine + 6
      else { continue }
      var together = 1
      while i >= together, charts[i - together].end == charts[i - together + 1].start { together += 1 }
      let found = FigureTitle.bracketed(in: next)
      if found.count == together { titles.replaceSubrange((i + 1 - together)...i, with: found) }
    }
    return titles
  }
}
