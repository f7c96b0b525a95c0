import SourceFiles

/// Lines that their file marks as headings, with the level it gives them.
struct DeclaredHeadings {
  /// By index of line.
  let levels: [Int: Int]

  /// The one heading of the highest level is the title of the whole where all text stands under it: no part of it.
  ///
  /// - Parameter contents: indexes of the lines of tables of contents, which are read as such.
  init(_ plan: Plan, _ lines: [LineText], besides contents: Set<Int>) {
    let headings = plan.headings.filter {
      lines.indices.contains($0.line - 1) && !lines[$0.line - 1].isBlank && !contents.contains($0.line - 1)
    }
    let first = lines.first { !$0.isBlank }?.number
    let isTitled =
      headings.first.map { title in
        title.line == first && headings.dropFirst().allSatisfy { $0.level > title.level }
      } ?? false
    levels = Dictionary(
      headings.dropFirst(isTitled ? 1 : 0).map { ($0.line - 1, $0.level) }, uniquingKeysWith: min)
  }

  /// Whether one stands between two lines, or is the second.
  func parts(_ above: Int, from below: Int) -> Bool {
    !levels.isEmpty && (above + 1...max(above + 1, below)).contains { levels[$0] != nil }
  }
}
