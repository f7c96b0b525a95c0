import Analysis
import JapaneseText
import PlanDocuments
import PlanFacts

/// What a room above the library prepares for its questions when an index is built, and finds there again.
///
///     x-NAME = the bytes that it made
package struct Preparation: Sendable {
  let name: String
  let make: @Sendable (Material) -> [UInt8]

  /// What an index is made of, as far as preparations look at it.
  package struct Material {
    /// In the order of the library.
    package let documents: [DocumentRecord]
    /// In order of document and line.
    package let facts: [Fact]
    package let lexicons: Lexicons
    /// The physical lines of a document in a range, as `Library.lines` gives them.
    package let lines: (String, LineRange) -> [String]
  }

  /// - Parameters:
  ///   - name: letters; no name of another file of the library.
  ///   - make: the same bytes from the same material.
  package init(_ name: String, _ make: @escaping @Sendable (Material) -> [UInt8]) {
    self.name = name
    self.make = make
  }
}

extension Library {
  /// What was prepared when the index was built; nil where it was built without, or where it can't be read.
  package func prepared(_ preparation: Preparation) -> PreparedBytes? {
    index.mappedAttachment(preparation.name).flatMap { $0.part(0..<$0.count) }
  }
}
