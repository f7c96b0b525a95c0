import JapaneseText

extension PlanDocument {
  /// Reads a plan: furniture and tables of contents first, then lines into blocks, blocks into an outline and passages.
  ///
  /// Every line with text is in `furniture` or in exactly one logical line.
  package init(reading plan: Plan) {
    let lines = plan.lines.enumerated().map { i, line in
      LineText(number: i + 1, raw: line, opensPage: plan.opensPage(i + 1))
    }
    let contents = Contents.read(lines)
    let contentsLines = Set(contents.rows.joined().map { $0 - 1 })
    let declared = DeclaredHeadings(plan, lines, besides: contentsLines)
    let layout = Layout(lines, contents: contents, contentsLines: contentsLines, declared: declared)
    let candidates = HeadingCandidates(
      lines: lines, blocks: layout.blocks, texts: layout.texts, declared: declared
    ).all()
    let (headings, unsure) = ListedItems.sorted(candidates, blockCount: layout.blocks.count)
    let outline = OutlineBuilder.build(
      lines: lines, blocks: layout.blocks, headings: headings, unsure: unsure, contents: contents)
    let logicalLines = layout.logicalLines(headings: Set(headings.map(\.block)))
    let titles = DocumentTitle.read(layout, lines, outline)
    self.init(
      plan: plan, title: titles.first ?? plan.id, titles: titles, logicalLines: logicalLines,
      outline: outline, passages: PassageCutter.passages(logicalLines, outline: outline),
      furniture: layout.furniture.map { $0 + 1 })
  }
}

/// The lines of a plan as blocks, with what is furniture set apart.
struct Layout {
  let blocks: [Block]
  /// The text of each block.
  let texts: [[Unicode.Scalar]]
  /// Indexes of lines, ascending.
  let furniture: [Int]
  private let lines: [LineText]

  init(_ lines: [LineText], contents: Contents, contentsLines: Set<Int>, declared: DeclaredHeadings) {
    self.lines = lines
    let filled = lines.indices.filter { !lines[$0].isBlank }
    let early = contentsLines.union(EditorNotes.find(lines, filled)).union(Rulings.find(lines, filled))
    let headings = declared.levels.keys.sorted()
    let rows = LineTable.rows(
      lines, skipping: early.union(SpacedFragments.find(lines, filled)).union(headings))
    let kept = contentsLines.union(rows.joined()).union(headings)
    let marked = Furniture(lines, kept: kept).marked
    furniture = marked.sorted()
    let text = lines.indices.filter { !lines[$0].isBlank && !kept.contains($0) && !marked.contains($0) }
    var blocks = LineJoiner(lines, text: text, apart: declared).blocks()
    blocks += headings.map { Block(kind: .heading, lines: [$0]) }
    blocks += rows.map { Block(kind: .row, lines: $0) }
    blocks += contents.rows.map { Block(kind: .contents, lines: $0.map { $0 - 1 }) }
    self.blocks = blocks.sorted { ($0.lines.first ?? 0) < ($1.lines.first ?? 0) }
    let tabled = Set(rows.compactMap(\.first))
    texts = self.blocks.map { block in
      Layout.text(
        block.lines.map { lines[$0].scalars }, isTable: tabled.contains(block.lines.first ?? -1),
        isContents: contentsLines.contains(block.lines.first ?? -1))
    }
  }

  /// The logical lines; a block that is a heading is marked so.
  func logicalLines(headings: Set<Int>) -> [LogicalLine] {
    blocks.indices.map { i in
      LogicalLine(
        kind: kind(i, isHeading: headings.contains(i)), text: texts[i].text,
        lines: blocks[i].lines.map { lines[$0].number })
    }
  }

  private func kind(_ i: Int, isHeading: Bool) -> LineKind {
    switch blocks[i].kind {
    case .row: .tableRow
    case .contents: .contentsEntry
    case .heading, .text: isHeading ? .heading : .paragraph
    case .bullet: isHeading ? .heading : .bullet
    case .note: .paragraph
    }
  }

  /// Pieces of a line put together: no space where a word was broken, one between words of Latin letters, and one
  /// before a new cell of a table.
  private static func text(_ pieces: [[Unicode.Scalar]], isTable: Bool, isContents: Bool) -> [Unicode.Scalar]
  {
    var text: [Unicode.Scalar] = []
    for piece in pieces {
      if let last = text.last, let first = piece.first {
        let opensCell =
          isTable && (first.isDigit || "―ー－—".unicodeScalars.contains(first))
          || isContents && (piece.allSatisfy(\.isDigit) || HeadingMark(text)?.name.isEmpty ?? false)
        let isLatin =
          ScriptClass(last) == .latin && ScriptClass(first) == .latin && last.columns + first.columns == 2
        if opensCell || isLatin { text.append(" ") }
      }
      text += piece
    }
    return text
  }
}
