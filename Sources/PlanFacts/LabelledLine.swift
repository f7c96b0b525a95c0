import JapaneseText
import PlanDocuments

/// A line that opens with a label and goes on with what it names: `担当課：企画政策課`, `担 当 課　財政課`.
struct LabelledLine: Sendable {
  /// Squeezed: `担当課`.
  let label: String
  let value: LinedText
  /// True where a colon stands between.
  let hasColon: Bool

  /// Looks for one of `labels` at the start of a line, letter-spaced or not, behind a mark (`◎`, `■`) or not; the longest
  /// label counts.
  init?(_ line: NumberedLine, isLabel: (String) -> Bool) {
    let scalars = line.scalars
    var start = 0
    if let first = scalars.first, TextBlock.marks.contains(first) {
      start = first == "【" ? 0 : YearMention.skipped(scalars, 1)
    }
    var found: (label: String, end: Int, hasColon: Bool)?
    var label = ""
    var i = start
    // counted in bytes first: marks that combine lengthen no label, but take as long to count
    while i < scalars.count, label.utf8.count <= 100, label.count <= 12 {
      let scalar = scalars[i].widthFolded
      let ends = scalar == ":" || scalar.isSpace
      if ends, isLabel(label) { found = (label, i, scalar == ":") }
      if scalar == ":" { break }
      if !scalars[i].isSpace { label.unicodeScalars.append(scalar) }
      i += 1
    }
    guard let label = found?.label, var end = found?.end, var hasColon = found?.hasColon else { return nil }
    end = YearMention.skipped(scalars, end)
    if end < scalars.count, scalars[end].widthFolded == ":" {
      hasColon = true
      end = YearMention.skipped(scalars, end + 1)
    }
    guard end < scalars.count else { return nil }
    self.label = label
    self.hasColon = hasColon
    var text = LinedText(joining: CollectionOfOne(line))
    text.removeFirst(end)
    value = text
  }
}
