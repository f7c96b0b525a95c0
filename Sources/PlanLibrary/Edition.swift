import PlanFacts
import SourceFiles
import SystemFiles

/// Plans as they stood at one time, to be compared with those of another.
package struct Edition: Sendable {
  package let facts: [Fact]
  package let unread: [UnreadRow]
  /// What is missing of it: paths, or sentences on parts of a file.
  package let missing: [String]
  package let places: any SourcePlaces & Sendable

  /// Everything in an index.
  package init(_ library: Library) {
    facts = library.facts
    unread = library.unread
    missing = library.leftOut.map { $0.path }
    places = library
  }

  /// One document of an index.
  package init(_ document: DocumentRecord, of library: Library) {
    facts = library.facts.filter { $0.plan == document.id }
    unread = library.unread.filter { $0.plan == document.id }
    missing = []
    places = library
  }

  /// A file that stands in no index.
  package init(_ file: DocumentFacts) {
    facts = file.facts
    unread = file.unread
    missing = file.losses.map(\.description)
    places = file
  }
}
