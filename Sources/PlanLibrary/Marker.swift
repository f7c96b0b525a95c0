import Analysis
import JapaneseText
import Synchronization

/// Finds the words of a query in a text, to mark them.
struct Marker: Sendable {
  private let analyzer: SharedAnalyzer
  private let folder: Folder
  /// The query as a whole, in both foldings.
  private let patterns: [(depth: Folder.Depth, scalars: [Unicode.Scalar])]
  private let words: Set<[Unicode.Scalar]>

  init(_ query: String, analyzer: SharedAnalyzer) {
    self.analyzer = analyzer
    folder = analyzer.folder
    patterns = Marker.patterns(query, folder)
    words = Set(analyzer.words(query).map(\.scalars))
  }

  private static func patterns(
    _ text: String, _ folder: Folder
  ) -> [(depth: Folder.Depth, scalars: [Unicode.Scalar])] {
    [Folder.Depth.characters, .spellings].compactMap { depth in
      let scalars = folder.fold(text, depth: depth).scalars
      guard let first = scalars.firstIndex(where: { $0 != " " }),
        let last = scalars.lastIndex(where: { $0 != " " })
      else { return nil }
      return (depth, Array(scalars[first...last]))
    }
  }

  /// Where the query stands as a whole, in Unicode scalars of `text`, ascending, without overlap.
  func wholeRanges(in text: String) -> [Range<Int>] { ranges(of: patterns, in: text) }

  private func ranges(
    of patterns: [(depth: Folder.Depth, scalars: [Unicode.Scalar])], in text: String
  ) -> [Range<Int>] {
    Marker.joined(
      patterns.flatMap { pattern in
        let folded = folder.fold(text, depth: pattern.depth)
        return folded.occurrences(of: pattern.scalars).map {
          folded.sourceRange($0..<($0 + pattern.scalars.count))
        }
      })
  }

  /// The whole query, or else its words and the words found in their place.
  func ranges(in text: String, synonyms: [String]) -> [Range<Int>] {
    let whole = wholeRanges(in: text)
    if !whole.isEmpty { return whole }
    let own = analyzer.words(text).filter { words.contains($0.scalars) }.map(\.source)
    return Marker.joined(own + synonyms.flatMap { ranges(of: Marker.patterns($0, folder), in: text) })
  }

  private static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for range in ranges.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
      if let last = result.last, range.lowerBound < last.upperBound {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else if !range.isEmpty {
        result.append(range)
      }
    }
    return result
  }
}

/// An analyzer that threads take turns with; opened at its first use.
final class SharedAnalyzer: Sendable {
  private let lexicons: Lexicons
  private let opened = Mutex<Analyzer?>(nil)
  let folder: Folder

  init(_ lexicons: Lexicons) {
    self.lexicons = lexicons
    folder = lexicons.folder()
  }

  /// The words of a text that rank; none where ICU can't be opened (then no index opens either).
  func words(_ text: String) -> [Token] {
    opened.withLock { analyzer in
      if analyzer == nil { analyzer = try? Analyzer(lexicons: lexicons) }
      return analyzer?.words(text) ?? []
    }
  }
}
