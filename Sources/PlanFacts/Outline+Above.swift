import PlanDocuments

extension Outline {
  /// Titles of the headings that line `line` stands under, outermost first; where the line is a heading itself, of
  /// those above it: a fact printed as a heading does not stand under itself.
  func path(above line: Int) -> [String] {
    var titles: [String] = []
    var index = section(at: line)
    if let i = index, sections[i].heading.contains(line) { index = sections[i].parent }
    while let i = index {
      titles.append(sections[i].title)
      index = sections[i].parent
    }
    return titles.reversed()
  }
}
