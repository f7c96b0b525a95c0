/// The lines of text in one cell.
enum CellText {
  static func lines(_ glyphs: [Glyph]) -> [String] {
    guard !glyphs.isEmpty else { return [] }
    if let columns = VerticalText.columns(glyphs) { return columns }
    let choices = choices(glyphs)
    if !choices.isEmpty { return choices }
    if let (left, right) = sides(glyphs) { return lines(left) + lines(right) }
    return GlyphRows.rows(of: glyphs).map(RowText.text).filter { !$0.isEmpty }
  }

  /// Two texts side by side in one cell whose lines stand at heights of their own: each is read for itself.
  private static func sides(_ glyphs: [Glyph]) -> ([Glyph], [Glyph])? {
    var end = -Double.infinity
    for glyph in glyphs.sorted(by: { $0.x < $1.x }) {
      if end.isFinite, glyph.x - end > 1.2 * glyph.size {
        let cut = (glyph.x + end) / 2
        let (left, right) = (glyphs.filter { $0.x < cut }, glyphs.filter { $0.x >= cut })
        if min(left.count, right.count) > 3, !sharesRows(left, right) { return (left, right) }
      }
      end = max(end, glyph.right)
    }
    return nil
  }

  /// True where most rows of the shorter side stand on a baseline of the other.
  private static func sharesRows(_ left: [Glyph], _ right: [Glyph]) -> Bool {
    let sides = [GlyphRows.rows(of: left), GlyphRows.rows(of: right)].sorted { $0.count < $1.count }
    let shared = sides[0].count { row in
      sides[1].contains { abs($0[0].baseline - row[0].baseline) < 0.3 * min($0[0].size, row[0].size) }
    }
    return shared * 2 > sides[0].count
  }

  /// Choices in one row of marks, whose words may be wrapped: `■ 継続 □ 見直し`. Each is a line.
  private static func choices(_ glyphs: [Glyph]) -> [String] {
    let marks = glyphs.filter { chosen.contains($0.scalar) || notChosen.contains($0.scalar) }.sorted {
      $0.x < $1.x
    }
    guard marks.count >= 3, marks.contains(where: { chosen.contains($0.scalar) }),
      marks.contains(where: { notChosen.contains($0.scalar) }), let first = marks.first,
      marks.allSatisfy({ abs($0.baseline - first.baseline) < 0.5 * first.size })
    else {
      return []
    }
    let words = glyphs.filter { !chosen.contains($0.scalar) && !notChosen.contains($0.scalar) }
    guard words.allSatisfy({ $0.x > first.x }) else { return [] }
    return marks.indices.map { i in
      let end = i + 1 < marks.count ? marks[i + 1].x : .infinity
      let own = GlyphRows.rows(of: words.filter { $0.x > marks[i].x && $0.x < end }).map(RowText.text)
      return "\(Character(marks[i].scalar)) \(PrintedLines.joined(own))"
    }
  }

  private static let chosen = Set("●■☑◉☒".unicodeScalars)
  private static let notChosen = Set("○□☐".unicodeScalars)
}

/// Text that runs downwards, by its font's writing mode or one character under another.
enum VerticalText {
  /// The columns of a cell from right to left; nil where its text does not run downwards.
  static func columns(_ glyphs: [Glyph]) -> [String]? {
    guard runsDown(glyphs), let size = glyphs.map(\.size).max() else { return nil }
    let places = glyphs.map(\.midX).clustered(within: 0.5 * size)
    var columns = [[Glyph]](repeating: [], count: places.count)
    for glyph in glyphs {
      let nearest = places.indices.min { abs(places[$0] - glyph.midX) < abs(places[$1] - glyph.midX) } ?? 0
      columns[nearest].append(glyph)
    }
    return columns.reversed().map { text($0) }.filter { !$0.isEmpty }
  }

  /// Glyphs of one column from top to bottom.
  static func text(_ column: [Glyph]) -> String {
    var text = String.UnicodeScalarView()
    for glyph in column.sorted(by: { $0.baseline < $1.baseline }) {
      text.append(upright[glyph.scalar] ?? glyph.scalar)
    }
    return PrintedLines.cleaned(text)
  }

  private static func runsDown(_ glyphs: [Glyph]) -> Bool {
    if glyphs.count(where: \.isVertical) * 2 > glyphs.count { return true }
    guard glyphs.count > 1, let left = glyphs.map(\.midX).min(), let right = glyphs.map(\.midX).max(),
      let top = glyphs.map(\.baseline).min(), let bottom = glyphs.map(\.baseline).max()
    else {
      return false
    }
    let size = glyphs[0].size
    guard right - left < 0.6 * size, bottom - top > 0.6 * size * Double(glyphs.count - 1) else {
      return false
    }
    // Figures under each other are a list; letters are a word.
    return glyphs.contains { $0.scalar.isJapaneseLetter } && glyphs.allSatisfy { !$0.scalar.isMark }
  }

  /// The forms of punctuation for vertical lines, and a lying dash, as they are in level ones.
  private static let upright: [Unicode.Scalar: Unicode.Scalar] = [
    "︵": "（", "︶": "）", "﹁": "「", "﹂": "」", "﹃": "『", "﹄": "』", "︱": "ー", "｜": "ー", "︑": "、", "︒": "。",
    "︿": "〈", "﹀": "〉", "︻": "【", "︼": "】",
  ]
}

extension Unicode.Scalar {
  /// What stands in a column of marks: ○ under ○ is no word.
  var isMark: Bool { "○●◎△▲×■□◇◆☆★・－―-".unicodeScalars.contains(self) }
}
