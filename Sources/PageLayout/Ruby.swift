/// Furigana: small kana above the characters they spell.
enum Ruby {
  /// The glyphs without furigana, and the furigana.
  static func separated(_ glyphs: [Glyph]) -> (text: [Glyph], ruby: [[Glyph]]) {
    let largest = glyphs.map(\.size).max() ?? 0
    let small = glyphs.filter { $0.size <= 0.7 * largest && $0.scalar.isKana && !$0.isVertical }
    guard let smallest = small.map(\.size).min() else { return (glyphs, []) }
    let index = RowIndex(glyphs.filter { $0.size >= 1.4 * smallest })
    var ruby: [[Glyph]] = []
    for run in GlyphRows.rows(of: small).flatMap({ GlyphRows.segments(of: $0, ems: 2) })
    where index.standsAbove(run) {
      ruby.append(run)
    }
    let found = Set(ruby.joined())
    return (glyphs.filter { !found.contains($0) }, ruby)
  }

  /// Glyphs by the heights of their baselines.
  private struct RowIndex {
    private var rows: [Int: [Glyph]] = [:]

    init(_ glyphs: [Glyph]) {
      for glyph in glyphs { rows[Int(glyph.baseline / 4), default: []].append(glyph) }
    }

    /// True where characters at least 1.4 times as high stand directly below the run.
    func standsAbove(_ run: [Glyph]) -> Bool {
      guard let first = run.first, let last = run.last else { return false }
      let (low, high) = (first.baseline, first.baseline + 4 * first.size)
      return (Int(low / 4)...Int(high / 4)).contains { row in
        (rows[row] ?? []).contains { base in
          base.size >= 1.4 * first.size && base.x < last.right && base.right > first.x
            && base.baseline - first.baseline > 0.55 * base.size
            && base.baseline - first.baseline < 1.6 * base.size
            && base.scalar.isJapaneseLetter
        }
      }
    }
  }
}
