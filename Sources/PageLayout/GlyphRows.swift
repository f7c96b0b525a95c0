/// Glyphs put into rows by their baselines.
enum GlyphRows {
  /// Rows from top to bottom, each from left to right.
  static func rows(of glyphs: [Glyph]) -> [[Glyph]] {
    var rows: [[Glyph]] = []
    for glyph in glyphs.sorted(by: { ($0.baseline, $0.x) < ($1.baseline, $1.x) }) {
      let place = rows.indices.suffix(3).first { i in
        abs(rows[i][0].baseline - glyph.baseline) < 0.42 * max(rows[i][0].size, glyph.size)
      }
      if let place { rows[place].append(glyph) } else { rows.append([glyph]) }
    }
    return rows.map { $0.sorted { $0.x < $1.x } }
  }

  /// A row cut where white wider than `ems` stands; evenly set single characters (名　　称) stay together.
  static func segments(of row: [Glyph], ems: Double) -> [[Glyph]] {
    var parts: [[Glyph]] = []
    for glyph in row {
      if let last = parts.last?.last, glyph.x - last.right <= ems * max(last.size, glyph.size) {
        parts[parts.count - 1].append(glyph)
      } else {
        parts.append([glyph])
      }
    }
    return parts.reduce(into: []) { segments, part in
      if let last = segments.last, isEvenlySet(last, before: part) {
        segments[segments.count - 1] += part
      } else {
        segments.append(part)
      }
    }
  }

  private static func isEvenlySet(_ word: [Glyph], before part: [Glyph]) -> Bool {
    guard part.count == 1, word.count <= 5, let next = part.first, let last = word.last,
      next.scalar.isWordLetter, word.allSatisfy({ $0.scalar.isWordLetter })
    else {
      return false
    }
    let step = next.x - last.x
    guard step < 4.5 * next.size else { return false }
    return word.count == 1 || abs(step - (last.x - word[word.count - 2].x)) < 3
  }
}

extension Unicode.Scalar {
  /// Han or kana: what words are made of that are set with even gaps. Marks (○) are none.
  var isWordLetter: Bool { value == 0x30FC || isJapaneseLetter }
}
