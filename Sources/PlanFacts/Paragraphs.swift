import PlanDocuments

/// Running text put together across the lines of a page, for what is searched inside sentences.
///
/// A line goes on into the next unless it ends a sentence, the next opens something new (a bullet, a label, a table's
/// cell), or what follows would have had room behind it. A bracket at the start of a line always belongs to the line
/// before: a name and its short form are often broken there.
enum Paragraphs {
  static func all(in plan: Plan) -> [LinedText] {
    let lines = NumberedLine.all(in: plan)
    var found: [LinedText] = []
    for (i, line) in lines.enumerated() {
      if i > 0, let last = found.indices.last, goesOn(lines[i - 1], line, width: width(around: i, in: lines))
      {
        found[last].append(line, columnWidth: 0)
      } else {
        found.append(LinedText(joining: CollectionOfOne(line)))
      }
    }
    return found
  }

  private static func goesOn(_ line: NumberedLine, _ next: NumberedLine, width: Int) -> Bool {
    guard let last = line.scalars.last, let first = next.scalars.first else { return false }
    if last == "。" || isTableRow(line) || isTableRow(next) { return false }
    if first.widthFolded == "(" { return true }
    if "○〇●■◆◎□◇・-【※*".unicodeScalars.contains(first) || (0x2460...0x2473).contains(first.value) {
      return false
    }
    return !NumberedLine.wouldFit(next.scalars, after: line.columns, in: width)
  }

  private static func isTableRow(_ line: NumberedLine) -> Bool {
    line.scalars.contains { $0 == "|" || $0 == "\t" }
  }

  /// The widest of the lines near by that are no rows of a table: how wide the column is that line `index` stands in.
  private static func width(around index: Int, in lines: [NumberedLine]) -> Int {
    lines[max(0, index - 4)..<min(lines.count, index + 4)].filter { !isTableRow($0) }.map(\.columns).max()
      ?? 0
  }
}
