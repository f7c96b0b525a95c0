/// A heading of a plan with what stands under it.
package struct Section: Hashable, Sendable {
  /// The printed label alone: `政策１`, `(1)`, `①`, `1.`, `第５章`, `○`; empty where there is none.
  package let label: String
  /// The heading without its label, joined where it was wrapped: `起業の促進`.
  package let name: String
  /// 1 for the outermost headings.
  package let depth: Int
  /// What the document calls headings of this depth, where it says so (`政策`, `基本戦略`, `取組項目`).
  package let rank: String?
  /// Where the heading itself is printed in the body (or in the table of contents, if only there).
  package let heading: LineRange
  /// All lines from the heading to the last line under it.
  package let lines: LineRange
  /// The page the table of contents prints for it.
  package let page: Int?
  /// Where the table of contents prints it, if it does.
  package let contentsLines: LineRange?
  /// Index of the parent in `Outline.sections`; nil at the top.
  package let parent: Int?

  package init(
    label: String, name: String, depth: Int, rank: String?, heading: LineRange, lines: LineRange,
    page: Int?, contentsLines: LineRange?, parent: Int?
  ) {
    self.label = label
    self.name = name
    self.depth = depth
    self.rank = rank
    self.heading = heading
    self.lines = lines
    self.page = page
    self.contentsLines = contentsLines
    self.parent = parent
  }

  /// Label and name as a citation shows them: `(1) 地域の実態`, `政策１ 起業・創業の支援`.
  package var title: String { label.isEmpty ? name : name.isEmpty ? label : "\(label) \(name)" }
}

/// The headings of a plan, in reading order; a parent stands before its children.
package struct Outline: Hashable, Sendable {
  package let sections: [Section]

  package init(sections: [Section]) { self.sections = sections }

  /// Titles from the outermost heading to the innermost one that line `line` stands under.
  package func path(at line: Int) -> [String] {
    var titles: [String] = []
    var index = section(at: line)
    while let i = index {
      titles.append(sections[i].title)
      index = sections[i].parent
    }
    return titles.reversed()
  }

  /// Index of the innermost section that holds line `line`.
  package func section(at line: Int) -> Int? {
    var best: Int?
    for (i, section) in sections.enumerated() where section.lines.contains(line) {
      if best.map({ sections[$0].depth <= section.depth }) ?? true { best = i }
    }
    return best
  }
}
