import Glibc
import SystemFiles

/// Keeps a second build of the same index waiting; a process that ends gives it up.
struct FileLock: ~Copyable {
  private let descriptor: Int32

  init(_ path: String) throws(FileError) {
    descriptor = try Self.acquire(path)
  }

  private static func acquire(_ path: String) throws(FileError) -> Int32 {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .last(FilePath(path)) }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else {
        let error = FileError.last(FilePath(path))
        close(descriptor)
        throw error
      }
    }
    return descriptor
  }

  /// Gives the lock up; so does the end of its life.
  consuming func release() {}

  deinit { close(descriptor) }
}
