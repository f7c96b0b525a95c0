import Analysis
import JapaneseText

/// A text to be found in others as a whole, in both foldings, as the index finds it.
package struct FoldedPattern: Sendable {
  private let folder: Folder
  let foldings: [(depth: Folder.Depth, scalars: [Unicode.Scalar])]

  /// White space around the text does not count.
  package init(_ text: String, folder: Folder) {
    self.folder = folder
    foldings = [Folder.Depth.characters, .spellings].map {
      ($0, Self.trimmed(folder.fold(text, depth: $0).scalars))
    }
  }

  private static func trimmed(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard let first = scalars.firstIndex(where: { $0 != " " }),
      let last = scalars.lastIndex(where: { $0 != " " })
    else { return [] }
    return Array(scalars[first...last])
  }

  /// Where it stands, in Unicode scalars of `text`, ascending, without overlap; at one place the longest.
  package func ranges(in text: String) -> [Range<Int>] {
    foldings.flatMap { depth, pattern in
      places(of: pattern, in: folder.fold(text, depth: depth))
    }.withoutOverlap { $0 }
  }

  /// Every place of a folded pattern in a text of the same depth, ascending, overlapping ones too.
  func places(of pattern: [Unicode.Scalar], in text: FoldedText) -> [Range<Int>] {
    text.occurrences(of: pattern).map { text.sourceRange($0..<($0 + pattern.count)) }
  }
}

extension Array {
  /// In order of their ranges, without those that are empty or begin inside one kept before; of those that begin at one
  /// place the longest.
  func withoutOverlap(_ range: (Element) -> Range<Int>) -> [Element] {
    let ordered = sorted {
      let (a, b) = (range($0), range($1))
      return a.lowerBound != b.lowerBound ? a.lowerBound < b.lowerBound : a.upperBound > b.upperBound
    }
    var kept: [Element] = []
    var end = 0
    for element in ordered where !range(element).isEmpty && range(element).lowerBound >= end {
      kept.append(element)
      end = range(element).upperBound
    }
    return kept
  }
}
