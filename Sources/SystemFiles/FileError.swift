import Glibc
import Phrases

/// A file or folder that was refused.
package struct FileError: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// The system's `errno`.
    case system(Int32)
    /// A folder, pipe, socket or device stands where a file is asked for.
    case notRegular
    case notADirectory
    /// More than `limit` bytes.
    case tooLarge(bytes: Int, limit: Int)
    /// `offset` is the first byte, counted from 0, that belongs to no character.
    case notUTF8(offset: Int)
  }

  /// As it is printed.
  package let path: String
  package let reason: Reason

  package init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  /// What the last system call of this thread said.
  package static func last(_ path: FilePath) -> FileError {
    FileError(path: path.shown, reason: .system(errno))
  }
}

extension FileError.Reason: Said {
  package var saying: Saying {
    switch self {
    case .system(let code): Saying(systemError: code)
    case .notRegular: Phrase.notRegular.with()
    case .notADirectory: Phrase.notADirectory.with()
    case .tooLarge(let bytes, let limit): Phrase.fileTooLarge.with(Saying(bytes), Saying(limit))
    case .notUTF8(let offset): Phrase.fileNotUTF8.with(Saying(offset))
    }
  }
}

extension FileError: Said {
  package var saying: Saying { Phrase.pathAnd.with(Saying(path), reason.saying) }
}

extension Saying {
  /// What an `errno` says: those that people meet in their language, others in the system's words.
  package init(systemError code: Int32) {
    let phrase: Phrase? =
      switch code {
      case ENOENT: .osNotFound
      case EACCES: .osDenied
      case ENOSPC: .osFull
      case EROFS: .osReadOnly
      case EEXIST: .osExists
      case EISDIR: .osIsFolder
      default: nil
      }
    self = phrase?.with() ?? Saying(String(cString: strerror(code)))
  }
}
