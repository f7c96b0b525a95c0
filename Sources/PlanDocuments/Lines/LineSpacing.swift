/// How far apart the lines of a text stand, and where every line is set off from the next by a blank one.
struct LineSpacing {
  private let gaps: [Int]
  private let spaced: [Bool]

  /// `text` are the indexes of the lines that count.
  init(_ lines: [LineText], _ text: [Int]) {
    gaps = text.indices.map { position in
      guard position > 0 else { return 0 }
      let between = lines[(text[position - 1] + 1)..<text[position]]
      // a line drawn across parts as a blank one does
      let blanks = between.filter { $0.isBlank || $0.scalars.isDrawn }.count
      let hasFurniture = blanks < between.count
      let pages = lines[(text[position - 1] + 1)...text[position]].filter(\.opensPage).count
      // Furniture between two lines is a page's edge: the text may go on as if it stood on the next line.
      return hasFurniture ? min(1, blanks + pages) : blanks + pages
    }
    spaced = Self.spaced(lines, text, gaps)
  }

  /// Blank lines before the line at a position in the text.
  func gap(before position: Int) -> Int { gaps.indices.contains(position) ? gaps[position] : 0 }

  /// True where the lines around are wrapped with a blank line after each.
  func isSpaced(at position: Int) -> Bool { spaced.indices.contains(position) && spaced[position] }

  /// True where no gap of three blank lines or more lies between two positions.
  func isNear(_ a: Int, _ b: Int) -> Bool {
    guard a != b else { return true }
    return !gaps[(min(a, b) + 1)...max(a, b)].contains { $0 >= 3 }
  }

  /// Lines of one width follow each other with a blank one between; or most lines around stand alone, and none is so
  /// long that the text can't have been wrapped at all.
  private static func spaced(_ lines: [LineText], _ text: [Int], _ gaps: [Int]) -> [Bool] {
    text.indices.map { position in
      guard position > 0 else { return false }
      if position + 1 < text.count, gaps[position] == 1, gaps[position + 1] == 1 {
        let widths = [lines[text[position - 1]].width, lines[text[position]].width]
        if widths[0] >= 24, widths[0] <= 110, abs(widths[0] - widths[1]) <= 6 { return true }
      }
      let window = max(1, position - 6)..<min(text.count, position + 7)
      guard window.count > 1 else { return false }
      let apart = window.filter { gaps[$0] > 0 }.count
      guard apart * 10 >= window.count * 6 else { return false }
      return !window.contains { lines[text[$0]].width > 110 }
    }
  }
}
