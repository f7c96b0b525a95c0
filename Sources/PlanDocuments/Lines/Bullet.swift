/// The mark an item of a list opens with.
///
/// Marks that look alike count as one: `○` and `〇`, `・` and `･`. A hyphen counts only before a space, and swallows the
/// mark after it (`- ・環境技術…`).
struct Bullet: Hashable {
  /// What stands for the mark in comparisons.
  let mark: Unicode.Scalar
  /// How many scalars of the line it takes, with the white space after it.
  let length: Int

  /// The mark at the start of a line's text; nil where there is none.
  init?(_ line: some Collection<Unicode.Scalar>) {
    var rest = line[...]
    guard let first = rest.popFirst(), let mark = Self.marks[first] else { return nil }
    if Self.needsSpace.contains(first) {
      guard let next = rest.first, next.isBlank else { return nil }
    }
    rest = rest.drop { $0.isBlank }
    if mark == "-", let inner = rest.first, Self.marks[inner] != nil, !Self.needsSpace.contains(inner) {
      rest = rest.dropFirst().drop { $0.isBlank }
    }
    self.mark = mark
    length = line.count - rest.count
  }

  private static let needsSpace: Set<Unicode.Scalar> = ["-", "+", "–", "−", "*", "＊"]
  private static let marks: [Unicode.Scalar: Unicode.Scalar] = [
    "○": "○", "〇": "○", "◯": "○", "●": "●", "⚫": "●", "・": "・", "･": "・", "•": "・", "∙": "・",
    "■": "■", "◼": "■", "□": "□", "◆": "◆", "◇": "◇", "▶": "▶", "►": "▶", "➢": "▶", "➤": "▶",
    "✓": "✓", "✔": "✓", "★": "★", "☆": "☆", "◎": "◎", "▪": "▪", "▸": "▶",
    "-": "-", "+": "-", "–": "-", "−": "-", "*": "*", "＊": "*",
  ]
}
