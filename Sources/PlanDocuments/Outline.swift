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
  /// Whether the file itself marks it as a heading, by a style or a tag.
  package let isDeclared: Bool

  package init(
    label: String, name: String, depth: Int, rank: String?, heading: LineRange, lines: LineRange,
    page: Int?, contentsLines: LineRange?, parent: Int?, isDeclared: Bool = false
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
    self.isDeclared = isDeclared
  }

  /// Label and name as a citation shows them: `(1) 地域の実態`, `政策１ 起業・創業の支援`.
  package var title: String { label.isEmpty ? name : name.isEmpty ? label : "\(label) \(name)" }
}

/// The headings of a plan, in reading order; a parent stands before its children.
package struct Outline: Hashable, Sendable {
  package let sections: [Section]
  /// For each line from 1 on, one more than the index of the innermost section that holds it; 0 for none.
  private let innermost: [Int]

  package init(sections: [Section]) {
    self.sections = sections
    var innermost = [Int](repeating: 0, count: (sections.map(\.lines.last).max() ?? 0) + 1)
    // A child stands after its parent, so that the innermost is written last.
    for (i, section) in sections.enumerated() where section.lines.first >= 0 {
      for line in section.lines.first...section.lines.last { innermost[line] = i + 1 }
    }
    self.innermost = innermost
  }

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

  /// Index of the innermost section that holds line `line`; found at once, whatever the outline's size.
  package func section(at line: Int) -> Int? {
    guard innermost.indices.contains(line), innermost[line] > 0 else { return nil }
    return innermost[line] - 1
  }
}
