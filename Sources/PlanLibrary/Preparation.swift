import Analysis
import JapaneseText
import PlanFacts

/// What a room above the library prepares for its questions when an index is built, and finds there again.
///
///     x-NAME = the bytes that it made
package struct Preparation: Sendable {
  let name: String
  let make: @Sendable ([Fact], Lexicons) -> [UInt8]

  /// - Parameters:
  ///   - name: letters; no name of another file of the library.
  ///   - make: the same bytes from the same facts, which are in order of document and line, and lexicons.
  package init(_ name: String, _ make: @escaping @Sendable ([Fact], Lexicons) -> [UInt8]) {
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
