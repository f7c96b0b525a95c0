import InvertedIndex
import SystemFiles

/// Why an index can't be opened or written.
package enum LibraryError: Error, Hashable, Sendable {
  /// The index itself is missing, damaged or of another version.
  case index(IndexError, directory: String)
  /// The index is whole but holds no library, or one in another format.
  case otherVersion(directory: String, found: Int?)
  /// What the library keeps in the index can't be decoded.
  case damaged(directory: String, part: String)
  /// The system refused a file or folder.
  case file(FileError)
  /// The paths hold no text that could be read; what was there before is untouched.
  case nothingToIndex([SourceProblem])
}

extension LibraryError: CustomStringConvertible {
  /// Where, what, and the command that mends it.
  package var description: String {
    switch self {
    case .index(.missing, let directory):
      "\(directory): there is no index here; build one: \(mending(directory))"
    case .index(let error, let directory): "\(error); rebuild: \(mending(directory))"
    case .otherVersion(let directory, let found):
      "\(directory): \(found.map { "written in format \($0)" } ?? "holds no plans"), this program reads format "
        + "\(LibraryStore.version); rebuild: \(mending(directory))"
    case .damaged(let directory, let part):
      "\(directory): damaged (its \(part) can't be read); rebuild: \(mending(directory))"
    case .file(let error): error.description
    case .nothingToIndex(let problems): problems.map(\.description).joined(separator: "\n")
    }
  }

  private func mending(_ directory: String) -> String { "shirabe index --index \(directory) PATH..." }
}
