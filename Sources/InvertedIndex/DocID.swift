/// The number of a document in an index: 0-based, in the order the documents were added.
package struct DocID: Hashable, Sendable, Comparable {
  package let rawValue: UInt32

  package init(_ rawValue: UInt32) { self.rawValue = rawValue }

  package static func < (a: DocID, b: DocID) -> Bool { a.rawValue < b.rawValue }
}
