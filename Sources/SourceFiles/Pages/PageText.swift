import PageLayout

/// Pages as a source text.
enum PageText {
  static func text(_ pages: [LaidOutPage]) throws(ReadingFailure) -> SourceText {
    guard !pages.isEmpty else { throw .noPages }
    let drawn = pages.indices.filter { pages[$0].hasOnlyDrawings }.map { $0 + 1 }
    guard pages.contains(where: { !$0.items.isEmpty }) else {
      throw drawn.isEmpty ? .noPages : .onlyPictures(pages: drawn.count)
    }
    var writer = PageWriter()
    for (i, page) in PageReader.marked(pages).enumerated() { writer.write(page, number: i + 1) }
    if !drawn.isEmpty { writer.builder.remarks.append(.pagesWithoutText(drawn)) }
    let ruby = pages.flatMap(\.ruby)
    if !ruby.isEmpty { writer.builder.remarks.append(.furigana(ruby)) }
    return writer.builder.finish(.pdf)
  }
}

/// Writes pages one after the other, and knows which table may go on.
private struct PageWriter {
  var builder = SourceTextBuilder()
  /// The table that ends the page before.
  private var open: PageTable?
  /// The lines above the first table of the page before: a title that stands there again is no new one.
  private var titles: Set<String> = []

  mutating func write(_ page: LaidOutPage, number: Int) {
    if number > 1 { builder.newPage() }
    var last: PageLine?
    var isFirst = true
    var titles: Set<String> = []
    var ending: PageTable?
    for item in page.items {
      switch item {
      case .line(let line):
        // White between paragraphs, as a text would have it.
        if let last, line.box.top - last.box.bottom > 0.9 * line.size || line.isFurniture != last.isFurniture
        {
          builder.blank()
        }
        builder.text(line.text, at: .page(number, box: line.box))
        last = line
        if !line.isFurniture {
          if ending == nil { titles.insert(line.text) }
          isFirst = isFirst && self.titles.contains(line.text)
          ending = nil
        }
      case .table(let table):
        let continued = isFirst ? open.flatMap { ContinuedTable(table, after: $0) } : nil
        write(table, page: number, continued: continued)
        last = nil
        (isFirst, ending) = (false, table)
      }
    }
    open = ending
    self.titles = titles
  }

  private mutating func write(_ table: PageTable, page: Int, continued: ContinuedTable?) {
    let cells = table.cells.map {
      TableCell(
        row: $0.row, column: $0.column, rowSpan: $0.rowSpan, columnSpan: $0.columnSpan, text: $0.text,
        emphasis: $0.isFilled ? .filled : .none)
    }
    let boxes = Dictionary(grouping: table.cells.filter { !$0.text.isEmpty }, by: \.row)
      .mapValues { Box.around($0.map(\.box)) }
    builder.table(cells, continued: continued) { row in (boxes[row] ?? nil).map { .page(page, box: $0) } }
  }
}
