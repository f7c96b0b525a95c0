/// Lines outside of tables, and tables among them that only white draws.
struct FreeLines {
  /// A piece of a line between wide white.
  struct Segment {
    let glyphs: [Glyph]
    let box: Box
    let text: String

    init(_ glyphs: [Glyph]) {
      self.glyphs = glyphs
      text = RowText.text(glyphs)
      box = Box.around(glyphs.map(\.box)) ?? Box(left: 0, top: 0, right: 0, bottom: 0)
    }

    var baseline: Double { glyphs[0].baseline }
    var size: Double { glyphs.map(\.size).max() ?? 0 }
  }

  /// The items in order of reading.
  static func items(_ glyphs: [Glyph]) -> [PageItem] {
    let (upright, downwards) = DownwardRuns.separated(glyphs)
    let segments = GlyphRows.rows(of: upright).flatMap { GlyphRows.segments(of: $0, ems: 1.4) }.map(
      Segment.init
    )
    .filter { !$0.text.isEmpty }
    let labels = downwards.compactMap { run -> PageItem? in
      guard let box = Box.around(run.map(\.box)) else { return nil }
      return .line(PageLine(text: VerticalText.text(run), box: box, size: run[0].size))
    }
    return labels + ReadingOrder.blocks(segments).flatMap(items(ofBlock:))
  }

  /// The lines of one block, and its tables.
  private static func items(ofBlock segments: [Segment]) -> [PageItem] {
    var items: [PageItem] = []
    var rows = lines(segments)[...]
    while let row = rows.first {
      if let (table, count) = UnruledTables.table(at: rows) {
        items.append(.table(table))
        rows = rows.dropFirst(count)
      } else {
        if let line = line(row) { items.append(.line(line)) }
        rows = rows.dropFirst()
      }
    }
    return items
  }

  private static func line(_ row: [Segment]) -> PageLine? {
    guard let box = Box.around(row.map(\.box)) else { return nil }
    return PageLine(
      text: row.map(\.text).joined(separator: "\u{3000}"), box: box, size: row.map(\.size).max() ?? 0)
  }

  /// Segments on one baseline.
  static func lines(_ segments: [Segment]) -> [[Segment]] {
    var rows: [[Segment]] = []
    for segment in segments.sorted(by: { ($0.baseline, $0.box.left) < ($1.baseline, $1.box.left) }) {
      let place = rows.indices.suffix(3).first { i in
        abs(rows[i][0].baseline - segment.baseline) < 0.42 * max(rows[i][0].size, segment.size)
      }
      if let place { rows[place].append(segment) } else { rows.append([segment]) }
    }
    return rows.map { $0.sorted { $0.box.left < $1.box.left } }
  }
}

/// Text that runs downwards outside of tables: labels in a margin, one character under another.
enum DownwardRuns {
  static func separated(_ glyphs: [Glyph]) -> (upright: [Glyph], runs: [[Glyph]]) {
    var upright: [Glyph] = []
    var runs: [[Glyph]] = []
    var start = 0
    while start < glyphs.count {
      var end = start + 1
      while end < glyphs.count, standsBelow(glyphs[end - 1], glyphs[end]) { end += 1 }
      let run = Array(glyphs[start..<end])
      if run.count >= 3 || run[0].isVertical { runs.append(run) } else { upright += run }
      start = end
    }
    return (upright, runs)
  }

  private static func standsBelow(_ last: Glyph, _ next: Glyph) -> Bool {
    let step = next.baseline - last.baseline
    let isWord = next.isVertical || last.scalar.isWordLetter && next.scalar.isWordLetter
    return isWord && abs(next.midX - last.midX) < 0.3 * last.size && step > 0.7 * last.size
      && step < 2.2 * last.size
  }
}
