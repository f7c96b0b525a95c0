/// Cuts logical lines into passages of one idea each.
///
/// A line is a passage as it stands; a long one (a table's cell, a page of prose) is cut where an item opens or a
/// sentence ends, and its pieces keep all its lines.
enum PassageCutter {
  /// Scalars above which a line is cut.
  static let longest = 300

  static func passages(_ lines: [LogicalLine], outline: Outline) -> [Passage] {
    lines.flatMap { line in
      let path = outline.path(at: line.range.first)
      return pieces(Array(line.text.unicodeScalars)).map { piece in
        Passage(text: piece.text, lines: line.range, section: path)
      }
    }
  }

  private static func pieces(_ text: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    guard text.count > longest else { return [text] }
    var pieces: [[Unicode.Scalar]] = []
    var start = 0
    var depth = 0
    for i in text.indices {
      if text[i].isOpening { depth += 1 } else if text[i].isClosing, depth > 0 { depth -= 1 }
      let opensItem = i > start && isItem(text, at: i)
      let endsSentence = text[i] == "。" && depth == 0 && i - start >= longest / 3
      if opensItem {
        pieces.append(text[start..<i].trimmed)
        start = i
        depth = 0
      } else if endsSentence || i - start >= longest * 2 {
        pieces.append(text[start...i].trimmed)
        start = i + 1
        depth = 0
      }
    }
    if start < text.count { pieces.append(text[start...].trimmed) }
    return pieces.filter { !$0.isEmpty }
  }

  /// `●` and `○`; `・` after white space (elsewhere it joins words); the edge of a cell.
  private static func isItem(_ text: [Unicode.Scalar], at i: Int) -> Bool {
    switch text[i] {
    case "●", "○", "〇", "\t": true
    case "・": text[i - 1].isBlank || text[i - 1] == ">"
    default: false
    }
  }
}
