import JapaneseText
import PlanDocuments
import SourceFiles

/// Reads the tables of a document by the schema, whatever their layout: those that the file draws, and those of its text.
///
/// It adds to what the readers of known forms gave. On a table that the file draws it takes the place of them; on a table of the text that
/// they read it only completes their facts; on any other it reads all.
struct TableReader {
  let document: PlanDocument
  let schema: FieldSchema

  init(_ document: PlanDocument, _ schema: FieldSchema) {
    self.document = document
    self.schema = schema.reading(document.plan)
  }

  /// A table with what was read from it.
  private struct Read {
    let table: Table
    /// What its rows list, or are values of.
    var kind: FactKind?
    var facts: [Fact] = []
    /// Whether what it says belongs to the sheet it stands on.
    var isOfSheet = false
    var reason = TableReading.Reason.unknownHeads
    var unread: [LineRange] = []
    /// Rows whose cells can't be told apart.
    var doubtful: [LineRange] = []
    var totals: [TotalCheck] = []

    var reading: TableReading {
      let kind = facts.isEmpty && !isOfSheet ? nil : kind ?? .figure
      return TableReading(
        table, readAs: kind, reason: kind == nil ? reason : nil, unread: unread + doubtful, totals: totals)
    }
  }

  /// - Parameter before: What the forms of pages that are known gave.
  func adding(to before: Extraction) -> Extraction {
    let drawn = tables(document.plan.grids)
    let drawnLines = LineSet(drawn.map(\.lines))
    let contents = LineSet(document.logicalLines.filter { $0.kind == .contentsEntry }.map(\.range))
    let taken = LineSet(before.facts.filter(\.isOfTable).flatMap { $0.sources.map(\.lines) })
    let text = tables(textGrids(besides: taken) { !drawnLines.contains($0) && !contents.contains($0) })
    var result = before
    var sheets = SheetMapper(document, schema)
    var reads: [Read] = []
    let known = kinds(by: before.facts)
    /// Lines of labels and values that the last sheet has taken.
    var labels = LineSet([])
    for table in (drawn + text).sorted(by: { $0.lines < $1.lines }) {
      let lines = LineSet(table.grid.cells.compactMap(\.range))
      if labels.covers(lines) { continue }
      let isKnown = taken.overlaps(table.lines) && !drawnLines.overlaps(table.lines)
      if isKnown {
        complete(&result.facts, by: table)
        result.tables.append(reading(table, known, before.unread))
      } else {
        let read = read(table, &sheets, isSpaced: !drawnLines.overlaps(table.lines))
        if read.isOfSheet, table.columnCount == 2 { labels = lines }
        reads.append(read)
      }
    }
    let full = reads.filter { !$0.facts.isEmpty }.map(\.table.lines)
    let replaced = LineSet(full.filter(drawnLines.overlaps))
    let read = LineSet(full)
    result.facts.removeAll { $0.isOfTable && $0.sources.allSatisfy { replaced.covers($0.lines) } }
    // what a bracket in a head seems to explain is no definition
    result.facts.removeAll { $0.kind == .definition && $0.sources.allSatisfy { read.covers($0.lines) } }
    result.unread.removeAll { read.covers($0.lines) }
    result.facts += reads.flatMap(\.facts) + sheets.drafts.map { $0.fact(in: document) } + sheets.measures
    result.unread += reads.flatMap(unread)
    result.tables = (result.tables + reads.map(\.reading)).sorted { $0.lines < $1.lines }
    addLines(to: &result)
    return result
  }

  private func read(_ table: Table, _ sheets: inout SheetMapper, isSpaced: Bool) -> Read {
    var read = Read(table: table)
    let first = document.plan[line: table.lines.first]
    // bars and tabs tell cells apart
    let doubts =
      isSpaced && !first.contains("|") && !first.contains("\t") ? RowDoubts(table, schema) : nil
    var plain = PlainMapper(table, schema, doubtful: doubts?.rows ?? [])
    let list = ListMapper(table, schema)
    read.doubtful = table.lines(of: doubts?.rows ?? [])
    if let doubts, doubts.isWhole, list == nil || doubts.rows.count > 1 {
      read.reason = .doubtfulCells
      return read
    }
    let totals = TotalChecks(table, schema)
    read.totals = totals.inOrder
    plain.totals = totals
    if let list {
      let result = list.read(besides: doubts?.rows ?? [])
      read.kind = list.kind?.factKind
      read.unread = result.unread
      read.facts = result.drafts.map { $0.fact(in: document) }
      if !read.facts.isEmpty {
        plain.isOfTotals = true
        read.facts += plain.figures(in: document)
        _ = sheets.read(table, isList: true)
        read.facts += plain.tableFact(readAs: read.kind, in: document).map { [$0] } ?? []
        return read
      }
      read.reason = .noNames
    }
    read.isOfSheet = sheets.read(table, isList: false)
    read.kind = read.isOfSheet ? sheets.kind : nil
    // labels and their values, all of which the sheet has
    if read.isOfSheet, table.columnCount == 2, !table.roles.contains(.columnHead) { return read }
    let figures = plain.figures(in: document)
    guard !figures.isEmpty else { return read }
    read.unread = plain.nameless
    read.facts = figures + (plain.tableFact(readAs: read.kind, in: document).map { [$0] } ?? [])
    return read
  }

  /// What the facts on a line are, for the lines of tables.
  private func kinds(by facts: [Fact]) -> [Int: FactKind] {
    var kinds: [Int: FactKind] = [:]
    for fact in facts where fact.isOfTable {
      for source in fact.sources where source.lines.last - source.lines.first < 200 {
        for line in source.lines.first...source.lines.last { kinds[line] = fact.kind }
      }
    }
    return kinds
  }

  /// The line of the ledger for a table that was read before.
  private func reading(_ table: Table, _ kinds: [Int: FactKind], _ unread: [UnreadRow]) -> TableReading {
    TableReading(
      table, readAs: table.grid.cells.lazy.flatMap(\.lines).compactMap { kinds[$0] }.first ?? .figure,
      reason: nil, unread: unread.map(\.lines).filter(table.lines.overlaps),
      totals: TotalChecks(table, schema).inOrder)
  }

  /// Adds to facts of a table what its columns say and no field held, and takes out what names no thing, or has another cell glued to
  /// its name.
  private func complete(_ facts: inout [Fact], by table: Table) {
    guard let list = ListMapper(table, schema) else { return }
    let new = list.read().drafts.map { $0.fact(in: document) }
    var names: [FactKind: [String]] = [:]
    for fact in new { names[fact.kind, default: []].append(fact.name.squeezed) }
    let isGlued = { (fact: Fact) in
      let name = fact.name.squeezed
      guard let all = names[fact.kind], !all.contains(name) else { return false }
      return all.contains { $0.unicodeScalars.count > 3 && (name.hasSuffix($0) || name.hasPrefix($0)) }
    }
    let isInside = { (fact: Fact) in
      fact.sources.allSatisfy { table.lines.first <= $0.lines.first && $0.lines.last <= table.lines.last }
    }
    let glued = facts.filter { isInside($0) && list.reads($0.kind) && isGlued($0) }
    facts.removeAll { fact in
      isInside(fact) && list.reads(fact.kind)
        && (list.repeatsNames || NameCell.read(fact.name, schema) == nil || isGlued(fact))
    }
    var byName: [String: Fact] = [:]
    for fact in new { byName["\(fact.kind.rawValue) \(fact.name.squeezed)"] = fact }
    var read: Set<String> = []
    for (i, fact) in facts.enumerated() where isInside(fact) {
      let name = "\(fact.kind.rawValue) \(fact.name.squeezed)"
      if let other = byName[name] {
        facts[i] = fact.completed(by: other)
        read.insert(name)
      }
    }
    if list.repeatsNames {
      facts += new
    } else if !glued.isEmpty {
      facts += new.filter { !read.contains("\($0.kind.rawValue) \($0.name.squeezed)") }
    }
  }

  private func unread(_ read: Read) -> [UnreadRow] {
    read.unread.map { lines in
      UnreadRow(
        kind: read.kind ?? .figure, plan: document.plan.id, lines: lines,
        section: document.outline.path(at: lines.first),
        reason: "no name in a row of figures")
    }
      + read.doubtful.map { lines in
        UnreadRow(
          kind: read.kind ?? .figure, plan: document.plan.id, lines: lines,
          section: document.outline.path(at: lines.first),
          reason: "the cells of a row can't be told to the columns of its table")
      }
  }

  /// Indicators and names in lines that belong to no table.
  private func addLines(to result: inout Extraction) {
    let claimed = LineSet(result.facts.filter(\.isOfTable).flatMap { $0.sources.map(\.lines) })
    let found =
      ArrowReader(document: document, schema: schema).facts { !claimed.contains($0) }
      + ProseIndicatorReader(document: document, schema: schema).facts()
      + LabelledIndicators(document: document).facts { !claimed.contains($0) }
    let read = LineSet(found.flatMap { $0.sources.map(\.lines) })
    result.unread.removeAll { $0.kind == .indicator && read.overlaps($0.lines) }
    result.facts += found
    result.facts += TermBlocks(document: document).facts { !claimed.contains($0) }
    let listed = ListedNames(document: document, schema: schema).facts { !claimed.contains($0) }
    let listedLines = LineSet(listed.flatMap { $0.sources.map(\.lines) })
    result.facts += listed
    let paragraphs = Paragraphs.all(in: document.plan)
    result.facts += CourseSentences(document: document, schema: schema).facts(in: paragraphs) {
      !claimed.contains($0)
    }
    result.facts += HeadedItems(document: document, schema: schema).facts { !claimed.contains($0) }
    let quoted = QuotedMeasures(document: document, schema: schema).facts(in: paragraphs) {
      !claimed.contains($0) && !listedLines.contains($0)
    }
    // the office in the bracket is no long form of a name's last letters
    let offices = Set(quoted.compactMap { $0[.bureau] })
    result.facts.removeAll { $0.kind == .definition && $0[.summary].map(offices.contains) ?? false }
    result.facts += quoted
  }

  /// - Parameter grids: In any order.
  private func tables(_ grids: [Grid]) -> [Table] {
    let parts = grids.flatMap { grid in
      let grid = grid.repeatingDittos.wideningHeads(schema.words).pairingBands(schema.words)
      return SheetParts(grid, words: schema.words).map { [$0.labels] + $0.tables } ?? [grid]
    }
    let placed = parts.compactMap { grid in grid.cells.flatMap(\.lines).min().map { (first: $0, grid: grid) }
    }
    let furniture = Set(document.furniture)
    var floor = 0
    var last = (first: 0, part: 0, end: 0)
    return placed.sorted { $0.first < $1.first }.flatMap { first, grid in
      let isBeside = first == last.first
      if !isBeside { floor = last.end }
      last = (first, isBeside ? last.part + 1 : 0, max(last.end, grid.cells.flatMap(\.lines).max() ?? 0))
      let caption = TableCaption(
        above: first, floor: floor, part: last.part, in: document, besides: furniture, schema.words)
      return Table(
        grid, words: schema.words, title: caption.title,
        unit: caption.unit ?? TableCaption.unit(in: grid, schema.words)
      ).map { $0.parted(by: schema) } ?? []
    }
  }

  /// - Parameter taken: Lines that no sheet of labels may have.
  private func textGrids(besides taken: LineSet, where isOpen: @escaping (Int) -> Bool) -> [Grid] {
    let ends = PageEnds(document)
    // what belongs to a page is no cell, whatever it stands below
    let lines = document.plan.lines.enumerated().map { i, line in ends.contains(i + 1) ? "" : line }
    let open = { (i: Int) in isOpen(i + 1) }
    let positioned = PositionedTableReader.grids(
      in: lines, words: schema.words, where: open, pageEndsBetween: { ends.isBetween($0, $1) },
      seam: schema.seam, holdsFigures: schema.holdsFigures)
    let placed = LineSet(positioned.flatMap(\.cells).compactMap(\.range))
    let blocks = BlockTableReader.grids(
      in: lines, words: schema.words, where: { open($0) && !placed.contains($0 + 1) },
      holdsFigures: schema.holdsFigures)
    let read = LineSet(blocks.flatMap(\.cells).compactMap(\.range))
    // a frame around a text is no table
    let pipes = PipeTableReader.grids(in: lines, where: open).filter { $0.rowCount > 1 && $0.columnCount > 1 }
    return ContinuedGrids.joined(pipes, at: ends)
      + ContinuedGrids.joined(TabTableReader.grids(in: lines, words: schema.words, where: open), at: ends)
      + ContinuedGrids.joined(positioned, at: ends) + blocks
      // words that wide gaps set in columns are told by these
      + WordTableReader.grids(
        in: lines, words: schema.words, where: { open($0) && !placed.contains($0 + 1) }, form: schema.form)
      + CellPerLineTableReader.grids(
        in: lines, words: schema.words, where: { open($0) && !read.contains($0 + 1) },
        holdsFigures: schema.holdsFigures, form: schema.form)
      + SheetTableReader.grids(in: lines, words: schema.words, where: { open($0) && !taken.contains($0 + 1) })
      + LabelFigureTableReader.grids(
        in: lines, units: schema.words.units, where: open,
        titled: { FigureTitle.isTitle($0) || TableCaption.unit(in: $0, schema.words) != nil })
  }
}

extension Fact {
  /// Whether it was read from lines that are its own, as rows are; a heading, a plan or a short form may stand in any line.
  var isOfTable: Bool {
    switch kind {
    case .project, .indicator, .measure, .evaluation, .organization, .figure, .table: true
    case .heading, .plan, .definition: false
    }
  }

  /// With the money and the attributes that another reading of its row has; what a field says that the other reading has in none is no
  /// attribute.
  fileprivate func completed(by other: Fact) -> Fact {
    let added: Set<FieldName> = [
      .number, .code, .category, .bureau, .overview, .budget, .settlement, .budgets, .settlements,
      .budgetYear,
      .settlementYear, .scale,
    ]
    var new = other.fields.filter { added.contains($0.name) && self[$0.name] == nil }
    let isScaled = new.contains { $0.name == .scale }
    // a text that a column of its own gives is no reason to drop another column that reads the same
    let texts = { (fact: Fact) in
      Set(fact.fields.compactMap { if case .text(let text) = $0.value { text.squeezed } else { nil } })
    }
    let said = texts(self).subtracting(texts(other))
    for field in other.fields {
      guard case .attributes(let all) = field.value else { continue }
      let rest = all.filter { attribute in
        !said.contains(attribute.value.squeezed)
          && (self[.sdgTargets] == nil || SDGTargets.read(attribute.value).isEmpty)
      }
      if !rest.isEmpty { new.append(Field(.attributes, .attributes(rest), lines: field.lines)) }
    }
    let hasMoney = new.contains { [.budget, .settlement, .budgets, .settlements].contains($0.name) }
    // 千円 is 円 in thousands
    let unit = isScaled || hasMoney && self[.unit] == nil ? other.fields.filter { $0.name == .unit } : []
    let own = fields.filter { field in !unit.contains { $0.name == field.name } }
    return Fact(kind: kind, name: name, plan: plan, fields: own + new + unit, sources: sources)
  }
}
