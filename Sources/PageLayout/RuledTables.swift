/// Tables between rulings, each glyph in the cell around it.
struct RuledTables {
  /// In order of top edge.
  private(set) var tables: [PageTable] = []
  /// Frames around a text of their own: their lines belong together.
  private(set) var frames: [[Glyph]] = []
  /// What stands in no table.
  private(set) var free: [Glyph] = []

  private let content: PageContent
  private let fills: FillIndex

  init(_ content: PageContent, glyphs: [Glyph]) {
    self.content = content
    fills = FillIndex(content.fills)
    let grids = content.rulings.merged().regions().compactMap(RuledGrid.init)
      .filter { $0.box.width > 30 && $0.box.height > 6 }
      .sorted { ($0.box.area, $0.box.top) < ($1.box.area, $1.box.top) }
    // What holds one text is a frame; inside a cell of a table its text is the cell's.
    let first = Assignment(glyphs, to: grids)
    let assignment = Assignment(
      glyphs, to: grids.indices.filter { first.filledCells(of: $0) >= 2 }.map { grids[$0] })
    tables = assignment.tables.map(table).sorted { ($0.box.top, $0.box.left) < ($1.box.top, $1.box.left) }
    keepFrames(
      Assignment(
        assignment.free, to: grids.indices.filter { first.filledCells(of: $0) == 1 }.map { grids[$0] }))
  }

  /// Glyphs by the smallest grid, and its cell, that is around them.
  private struct Assignment {
    private struct Owner: Hashable {
      let grid: Int
      let face: Int
    }

    private let grids: [RuledGrid]
    private var contents: [Owner: [Glyph]] = [:]
    private(set) var free: [Glyph] = []

    init(_ glyphs: [Glyph], to grids: [RuledGrid]) {
      self.grids = grids
      let owners = glyphs.map { glyph in
        grids.indices.lazy.compactMap { i in
          grids[i].face(x: glyph.midX, y: glyph.midY).map { Owner(grid: i, face: $0) }
        }.first
      }
      for (glyph, owner) in zip(glyphs, RunVotes.settled(glyphs, owners)) {
        if let owner { contents[owner, default: []].append(glyph) } else { free.append(glyph) }
      }
    }

    /// Each grid with the glyphs of its cells.
    var tables: [(grid: RuledGrid, contents: [[Glyph]])] {
      grids.indices.map { i in
        (grids[i], grids[i].faces.indices.map { contents[Owner(grid: i, face: $0)] ?? [] })
      }
    }

    func filledCells(of grid: Int) -> Int {
      grids[grid].faces.indices.count { contents[Owner(grid: grid, face: $0)] != nil }
    }
  }

  private func table(_ grid: RuledGrid, _ contents: [[Glyph]]) -> PageTable {
    let cells = zip(grid.faces, contents).map { face, glyphs in
      let box = grid.box(of: face)
      return PageCell(
        row: face.row, column: face.column, rowSpan: face.rowSpan, columnSpan: face.columnSpan,
        text: CellText.lines(glyphs), box: box, isFilled: fills.isFilled(box))
    }
    let table = PageTable(layout: .ruled, cells: cells, box: grid.box)
    return UnruledColumns.split(table, contents: contents)
  }

  /// A frame around most of the page arranges nothing.
  private mutating func keepFrames(_ assignment: Assignment) {
    free = assignment.free
    for (grid, contents) in assignment.tables {
      let all = contents.flatMap { $0 }
      if grid.box.area > 0.5 * content.width * content.height {
        free += all
      } else if !all.isEmpty {
        frames.append(all)
      }
    }
  }
}

/// Runs of glyphs that stick out of their cell stay whole.
enum RunVotes {
  /// A figure, or a word of which one or two characters reach over a ruling, belongs where most of it stands; a longer text
  /// that runs on over rulings (out of a narrow cell, along a bar of a schedule) belongs where it begins.
  static func settled<Owner: Hashable>(_ glyphs: [Glyph], _ owners: [Owner?]) -> [Owner?] {
    var owners = owners
    var start = 0
    while start < glyphs.count {
      var end = start + 1
      while end < glyphs.count, follows(glyphs[end - 1], glyphs[end]) { end += 1 }
      if let owner = common(glyphs[start..<end], owners[start..<end]) {
        for i in start..<end { owners[i] = owner }
      }
      start = end
    }
    return owners
  }

  /// The owner of all of a run; nil where each keeps its own.
  private static func common<Owner: Hashable>(
    _ run: ArraySlice<Glyph>, _ owners: ArraySlice<Owner?>
  ) -> Owner?? {
    let votes = Dictionary(grouping: owners.indices) { owners[$0] }
    guard votes.count > 1,
      let most = votes.max(by: { ($0.value.count, -$0.value[0]) < ($1.value.count, -$1.value[0]) })
    else {
      return nil
    }
    let text = String(String.UnicodeScalarView(run.map(\.scalar)))
    let others = run.count - most.value.count
    if FigureText.matches(text) || others <= 2 && most.value.count >= 3 { return .some(most.key) }
    let isFlush = zip(run, run.dropFirst()).allSatisfy { isFlushed($0, $1) }
    return isFlush ? .some(owners[owners.startIndex]) : nil
  }

  private static func follows(_ last: Glyph, _ next: Glyph) -> Bool {
    guard !last.isVertical, abs(next.baseline - last.baseline) < 1 else { return false }
    if isFlushed(last, next) { return true }
    let gap = next.x - last.right
    return last.run == next.run && gap > -1 && gap < 0.35 * last.size
  }

  /// True where no padding of a cell can lie between.
  private static func isFlushed(_ last: Glyph, _ next: Glyph) -> Bool {
    abs(next.x - last.right) < 0.06 * last.size
  }
}

/// Coloured areas, asked by the cells that lie on them.
struct FillIndex {
  private let fills: [Fill]

  init(_ fills: [Fill]) { self.fills = fills }

  /// True where the topmost area under the middle of the box, at least most of it wide, has a colour.
  func isFilled(_ box: Box) -> Bool {
    let top = fills.last { fill in
      fill.box.contains(x: box.midX, y: box.midY) && fill.box.width >= 0.6 * box.width
        && fill.box.height >= 0.5 * box.height
    }
    return top.map { !$0.isWhite } ?? false
  }
}
