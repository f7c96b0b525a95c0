/// A document that a query found.
package struct Hit: Hashable, Sendable {
  package let document: DocID
  /// Falls from hit to hit; comparable within one search only.
  package let score: Double
  /// How much of the query stands in the document.
  package let match: Match

  /// Best last.
  package enum Match: Int, Hashable, Sendable, Comparable {
    /// Words or parts of words.
    case words
    /// The query as a whole, in another spelling or as a part of longer words.
    case folded
    /// The query as a whole, as it was typed, and not as a part of a longer katakana or Latin word.
    case exact

    package static func < (a: Match, b: Match) -> Bool { a.rawValue < b.rawValue }
  }
}
