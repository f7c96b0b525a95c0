import PlanDocuments

/// A passage that a search found.
package struct PassageHit: Hashable, Sendable {
  package let document: String
  package let lines: LineRange
  package let section: [String]
  package let text: String
  package let score: Double
  /// Marked words, in Unicode scalars of `text`, ascending, without overlap.
  package let highlights: [Range<Int>]

  package init(
    document: String, lines: LineRange, section: [String], text: String, score: Double,
    highlights: [Range<Int>]
  ) {
    self.document = document
    self.lines = lines
    self.section = section
    self.text = text
    self.score = score
    self.highlights = highlights
  }
}
