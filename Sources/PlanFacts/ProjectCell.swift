/// Takes a cell apart that holds a project's name and, behind a space, what it is about.
enum ProjectCell {
  /// `○ 湖の再生 湖の水質を守ります。` → 湖の再生, 湖の水質を守ります。
  ///
  /// The name ends at the first space outside brackets, unless a particle stands before it: then a narrow column
  /// wrapped the name (`湖と森の 再生`).
  static func nameAndOverview(_ cell: String) -> (name: String, overview: String) {
    let text = MarkupText.tidyingCapitals(MarkupText.plain(cell))
    let scalars = Array(text.unicodeScalars.drop { "○〇◯".unicodeScalars.contains($0) || $0.isSpace })
    var depth = 0
    var end = scalars.count
    for (i, scalar) in scalars.enumerated() {
      switch scalar.widthFolded {
      case "(", "「", "『": depth += 1
      case ")", "」", "』": depth -= 1
      case " " where depth <= 0 && !isInsideName(scalars, at: i):
        end = min(end, i)
      default: break
      }
      if end < scalars.count { break }
    }
    let name = String(String.UnicodeScalarView(scalars[..<end]))
    return (
      MarkupText.joiningWraps(name),
      MarkupText.joiningWraps(String(String.UnicodeScalarView(scalars[end...])))
    )
  }

  /// Whether a name can't end before the space at `i`: after a particle or a sign that joins, or between Latin words.
  private static func isInsideName(_ scalars: [Unicode.Scalar], at i: Int) -> Bool {
    guard i > 0, i + 1 < scalars.count else { return false }
    let last = scalars[i - 1]
    return "のにをとやはがでへ・、，,＆&".unicodeScalars.contains(last)
      || last.isLatinLetter && scalars[i + 1].isLatinLetter
  }
}
