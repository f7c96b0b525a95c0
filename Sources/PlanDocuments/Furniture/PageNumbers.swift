/// A page's number alone on its line between blank lines: `96`, `12 / 40`; in a frame (`- 12 -`) also under text.
///
/// One digit alone may be a level or a count; it is a page's number only as the last thing of a text.
enum PageNumbers {
  static func find(_ lines: [LineText], _ text: [Int]) -> [Int] {
    text.filter { i in
      let digits = lines[i].scalars.filter(\.isDigit).count
      guard digits > 0, isNumber(lines[i].scalars) else { return false }
      if isFramed(lines[i].scalars) { return true }
      return isAlone(lines, i) && ((2...3).contains(digits) || i == text.last)
    }
  }

  private static func isNumber(_ text: [Unicode.Scalar]) -> Bool {
    text.count <= 9 && text.allSatisfy { $0.isDigit || $0.isBlank || "-‐–—―－/／".unicodeScalars.contains($0) }
      && text.split(whereSeparator: { !$0.isDigit }).allSatisfy { $0.count <= 3 }
      && text.split(whereSeparator: { !$0.isDigit }).count <= 2
      && !text.contains { "%％".unicodeScalars.contains($0) }
  }

  /// `- 12 -`
  private static func isFramed(_ text: [Unicode.Scalar]) -> Bool {
    guard let first = text.first, let last = text.last else { return false }
    return !first.isDigit && !last.isDigit
  }

  private static func isAlone(_ lines: [LineText], _ i: Int) -> Bool {
    (i == 0 || lines[i].opensPage || lines[i - 1].isBlank)
      && (i + 1 == lines.count || lines[i + 1].opensPage || lines[i + 1].isBlank)
  }
}
