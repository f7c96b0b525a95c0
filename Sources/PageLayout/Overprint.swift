/// Bold that is made by drawing the same glyph again a little beside itself.
enum Overprint {
  /// The glyphs, each once.
  ///
  /// Two are one by their true distance: rounded places would swallow the second 8 of 188, whose digits stand half an em
  /// apart.
  static func removed(from glyphs: [Glyph]) -> [Glyph] {
    var kept: [Glyph] = []
    kept.reserveCapacity(glyphs.count)
    var seen: [Key: [(x: Double, y: Double)]] = [:]
    for glyph in glyphs {
      let nearX = 0.3 * max(min(glyph.advance, glyph.size), 0.1)
      let nearY = 0.25 * glyph.size
      let (column, row) = (Int(glyph.x / 4), Int(glyph.baseline / 4))
      let isSeen = (-1...1).contains { i in
        (-1...1).contains { k in
          (seen[Key(scalar: glyph.scalar, column: column + i, row: row + k)] ?? []).contains {
            abs($0.x - glyph.x) < nearX && abs($0.y - glyph.baseline) < nearY
          }
        }
      }
      if isSeen { continue }
      kept.append(glyph)
      seen[Key(scalar: glyph.scalar, column: column, row: row), default: []].append((glyph.x, glyph.baseline))
    }
    return kept
  }

  private struct Key: Hashable {
    let scalar: Unicode.Scalar
    let column: Int
    let row: Int
  }
}
