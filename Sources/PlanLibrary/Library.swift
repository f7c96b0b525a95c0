import Analysis
import InvertedIndex
import JapaneseText
import PlanDocuments
import PlanFacts

/// Plans, facts, index and lexicons opened together: all that answers stand on.
package struct Library: Sendable {
  /// In order of id.
  package let documents: [DocumentRecord]
  /// In order of document, then of first line.
  package let facts: [Fact]
  package let unread: [UnreadRow]

  package init(documents: [DocumentRecord], facts: [Fact], unread: [UnreadRow]) {
    self.documents = documents
    self.facts = facts
    self.unread = unread
  }

  package func document(_ id: String) -> DocumentRecord? { documents.first { $0.id == id } }
}

/// A plan text that the library holds.
package struct DocumentRecord: Hashable, Sendable {
  package let id: String
  package let path: String
  package let title: String
  package let lineCount: Int

  package init(id: String, path: String, title: String, lineCount: Int) {
    self.id = id
    self.path = path
    self.title = title
    self.lineCount = lineCount
  }
}

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
