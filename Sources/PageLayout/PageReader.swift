import JapaneseText

/// Reads pages from what is drawn on them.
package enum PageReader {
  /// One page by itself; `marked` finds afterwards what pages share.
  package static func layOut(_ content: PageContent) -> LaidOutPage {
    let (glyphs, ruby) = Ruby.separated(Overprint.removed(from: content.glyphs))
    let ruled = RuledTables(content, glyphs: glyphs)
    let tables = SideBySide.split(ruled.tables, titles: ruled.free)
    let titles = Set(tables.joined().flatMap(\.title))
    let free = ruled.free.filter { !titles.contains($0) }
    var items = bands(free, between: ruled.tables, of: content).flatMap(FreeLines.items)
    for frame in ruled.frames { insert(FreeLines.items(frame), into: &items) }
    for parts in tables {
      insert(parts.flatMap { FreeLines.items($0.title) + [.table($0.table)] }, into: &items)
    }
    return LaidOutPage(
      width: content.width, height: content.height, items: items, ruby: ruby.map(RowText.text),
      drawingCount: content.drawingCount)
  }

  /// What stands above, between and below the tables that are as wide as the page's text: columns end there.
  private static func bands(
    _ glyphs: [Glyph], between tables: [PageTable], of content: PageContent
  ) -> [[Glyph]] {
    let left = content.glyphs.map(\.x).min() ?? 0
    let right = content.glyphs.map(\.right).max() ?? 0
    let edges = tables.filter { $0.box.width > 0.6 * (right - left) }.map(\.box.midY).sorted()
    var bands = [[Glyph]](repeating: [], count: edges.count + 1)
    for glyph in glyphs { bands[edges.partitioningIndex { $0 > glyph.midY }].append(glyph) }
    return bands
  }

  package static func marked(_ pages: [LaidOutPage]) -> [LaidOutPage] { Furniture.marked(pages) }

  /// Puts what belongs together before the first item that begins below its top and stands in the same column, else behind
  /// the last above it or at its left.
  private static func insert(_ block: [PageItem], into items: inout [PageItem]) {
    guard let box = Box.around(block.map(\.box)) else { return }
    func sharesColumn(_ other: Box) -> Bool { other.left < box.right && other.right > box.left }
    let below = items.firstIndex { $0.box.top > box.top && sharesColumn($0.box) }
    let before = items.lastIndex { item in
      item.box.midY < box.top && sharesColumn(item.box)
        || abs(item.box.top - box.top) < 3 && item.box.right <= box.left + 3
    }
    let place = below ?? before.map { $0 + 1 } ?? items.firstIndex { $0.box.top > box.top } ?? items.endIndex
    items.insert(contentsOf: block, at: place)
  }
}
