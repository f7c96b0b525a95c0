import InvertedIndex
import SystemFiles

/// A source that is not as it was when it was indexed.
package struct SourceFault: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    /// The file holds something else now.
    case changed
    /// It is not there, or can't be seen.
    case gone
    /// It was to be in the index and is not, for this reason.
    case leftOut
  }

  package let kind: Kind
  /// As it was given.
  package let path: String
  package let reason: String?
}

extension Library {
  /// Checks every byte of the index, and each file that was read into it. Costs reading all of them.
  ///
  /// - Returns: what is wrong with the sources, in order of kind and path.
  /// - Throws: where the index itself is damaged.
  package func sourceFaults() throws(LibraryError) -> [SourceFault] {
    do throws(IndexError) {
      try index.checkWhole()
    } catch {
      throw .index(error, directory: index.directory)
    }
    let paths = store.files.paths
    let gone = Set(paths.filter { FileSystem.kind(of: file(of: $0)) == nil })
    let there = paths.filter { !gone.contains($0) }
    return there.filter { store.files.isChanged($0, at: file(of: $0)) }
      .map { SourceFault(kind: .changed, path: $0, reason: nil) }
      + gone.sorted().map { SourceFault(kind: .gone, path: $0, reason: nil) }
      + leftOut.map { SourceFault(kind: .leftOut, path: $0.path, reason: $0.reason) }
  }
}
