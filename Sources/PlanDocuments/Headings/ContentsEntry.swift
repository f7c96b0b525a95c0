/// An entry of a table of contents.
struct ContentsEntry: Hashable {
  let mark: HeadingMark
  let page: Int?
  let lines: LineRange
  /// What the table's header calls entries of this column; nil where it has no header.
  let rank: String?
  /// Index of the entry it stands under.
  let parent: Int?
}

/// A table of contents as it was read: its entries, and the lines it takes.
struct Contents {
  var entries: [ContentsEntry] = []
  /// The lines of the table with its header, grouped as entries are printed; ascending.
  var rows: [[Int]] = []

  /// The table of contents of a plan, whichever form it has; empty where there is none.
  static func read(_ lines: [LineText]) -> Contents {
    var contents = LeaderContents.read(lines)
    if contents.entries.isEmpty { contents = ColumnContents.read(lines) }
    return contents
  }
}

/// A heading's name for comparisons: without white space, brackets of either width alike.
func nameKey(_ name: String) -> [Unicode.Scalar] {
  name.unicodeScalars.filter { !$0.isBlank }.map { scalar in
    // Full-width ASCII.
    (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
  }
}
