import JapaneseText

/// A text to be found in others as a whole, in both foldings, as the index finds it.
struct FoldedPattern: Sendable {
  private let folder: Folder
  private let foldings: [(depth: Folder.Depth, scalars: [Unicode.Scalar])]

  /// White space around the text does not count.
  init(_ text: String, folder: Folder) {
    self.folder = folder
    foldings = [Folder.Depth.characters, .spellings].compactMap { depth in
      let scalars = folder.fold(text, depth: depth).scalars
      guard let first = scalars.firstIndex(where: { $0 != " " }),
        let last = scalars.lastIndex(where: { $0 != " " })
      else { return nil }
      return (depth, Array(scalars[first...last]))
    }
  }

  /// Where it stands, in Unicode scalars of `text`, ascending, without overlap.
  func ranges(in text: String) -> [Range<Int>] {
    let found = foldings.flatMap { depth, pattern in
      let folded = folder.fold(text, depth: depth)
      return folded.occurrences(of: pattern).map { folded.sourceRange($0..<($0 + pattern.count)) }
    }
    var kept: [Range<Int>] = []
    for range in found.sorted(by: { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) })
    where !range.isEmpty && range.lowerBound >= kept.last?.upperBound ?? 0 {
      kept.append(range)
    }
    return kept
  }
}
