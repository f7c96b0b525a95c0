import Glibc

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

extension FileError.Reason: CustomStringConvertible {
  package var description: String {
    switch self {
    case .system(let code): String(cString: strerror(code))
    case .notRegular: "Not a regular file"
    case .notADirectory: "Not a directory"
    case .tooLarge(let bytes, let limit): "\(bytes) bytes; files of up to \(limit) bytes are read: split it"
    case .notUTF8(let offset): "not UTF-8 at byte offset \(offset)"
    }
  }
}

extension FileError: CustomStringConvertible {
  package var description: String { "\(path): \(reason)" }
}
