import Glibc
import InvertedIndex
import Phrases
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

extension LibraryError: Said {
  /// Where, what, and the command that mends it.
  package var saying: Saying {
    switch self {
    case .index(.missing, let directory):
      Phrase.noIndexBuildOne.with(Saying(directory), mending(directory))
    case .index(let error, let directory):
      remedy(of: error, directory).map { Phrase.andRemedy.with(error.saying, $0) } ?? error.saying
    case .otherVersion(let directory, let found):
      Phrase.otherFormat.with(
        Saying(directory),
        found.map { Phrase.writtenInFormat.with(Saying($0)) } ?? Phrase.holdsNoPlans.with(),
        Saying(LibraryStore.version), mending(directory))
    case .damaged(let directory, let part):
      Phrase.damagedPart.with(Saying(directory), Saying(part), mending(directory))
    case .nothingToIndex(let problems): problems.map(\.saying).lines
    case .sourcesGone(let paths, let directory):
      (paths.map { Phrase.sourceGone.with(Saying($0)) }
        + [
          Phrase.goneRemedy.with(
            Saying("shirabe index --index \(directory) --prune"),
            Saying("shirabe check --index \(directory) --relocate DIR"))
        ]).lines
    case .notInIndex(let name, let directory): Phrase.notInIndex.with(Saying(name), Saying(directory))
    }
  }

  /// What to do; nil where the error says it.
  private func remedy(of error: IndexError, _ directory: String) -> Saying? {
    let another = Saying("shirabe index --index DIR PATH...")
    return switch error {
    case .occupied, .busy: nil
    case .file(let error, .write):
      switch error.reason {
      case .system(ENOSPC), .system(EDQUOT): Phrase.makeRoom.with()
      case .system(EACCES), .system(EPERM), .system(EROFS): Phrase.nameWritable.with(another)
      case .notADirectory: Phrase.nameFolder.with(another)
      case .system, .notRegular, .tooLarge, .notUTF8: Phrase.stillWhole.with()
      }
    case .file(let error, .read) where error.reason == .system(EACCES): Phrase.askOwner.with()
    case .missing, .file, .length, .checksum, .foreign, .version, .malformed, .changed, .behaviour, .fields,
      .tooManyDocuments, .wordBreaker, .lexicons:
      Phrase.rebuild.with(mending(directory))
    }
  }

  private func mending(_ directory: String) -> Saying { Saying("shirabe index --index \(directory) PATH...") }
}
