import Glibc
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
  /// The paths hold no text that could be read; what was there before is untouched.
  case nothingToIndex([SourceProblem])
  /// Paths that the index was made of are not there any more; it is untouched.
  case sourcesGone([String], directory: String)
  /// Nothing of this name is in the index.
  case notInIndex(String, directory: String)
}

extension LibraryError: CustomStringConvertible {
  /// Where, what, and the command that mends it.
  package var description: String {
    switch self {
    case .index(.missing, let directory):
      "\(directory): there is no index here; build one: \(mending(directory))"
    case .index(let error, let directory):
      error.description + (remedy(of: error, directory).map { "; \($0)" } ?? "")
    case .otherVersion(let directory, let found):
      "\(directory): \(found.map { "written in format \($0)" } ?? "holds no plans"), this program reads format "
        + "\(LibraryStore.version); rebuild: \(mending(directory))"
    case .damaged(let directory, let part):
      "\(directory): damaged (its \(part) can't be read); rebuild: \(mending(directory))"
    case .nothingToIndex(let problems): problems.map(\.description).joined(separator: "\n")
    case .sourcesGone(let paths, let directory):
      paths.map { "\($0): no longer there, and the index was made of it" }.joined(separator: "\n")
        + "\nleave out what is gone: shirabe index --index \(directory) --prune; or say where it is now: "
        + "shirabe check --index \(directory) --relocate DIR"
    case .notInIndex(let name, let directory):
      "\(name): nothing of this name is in \(directory); name a path it was made of, or a document"
    }
  }

  /// What to do; nil where the error says it.
  private func remedy(of error: IndexError, _ directory: String) -> String? {
    switch error {
    case .occupied, .busy: nil
    case .file(let error, .write):
      switch error.reason {
      case .system(ENOSPC), .system(EDQUOT): "make room on the disk and run this again"
      case .system(EACCES), .system(EPERM), .system(EROFS):
        "name a folder that may be written to: shirabe index --index DIR PATH..."
      case .notADirectory: "name a folder: shirabe index --index DIR PATH..."
      case .system, .notRegular, .tooLarge, .notUTF8: "an index that was there is still whole; run this again"
      }
    case .file(let error, .read) where error.reason == .system(EACCES):
      "ask its owner for the right to read it"
    case .missing, .file, .length, .checksum, .foreign, .version, .malformed, .changed, .behaviour, .fields,
      .tooManyDocuments, .wordBreaker, .lexicons:
      "rebuild: \(mending(directory))"
    }
  }

  private func mending(_ directory: String) -> String { "shirabe index --index \(directory) PATH..." }
}
