import Glibc

/// What the system says of a file without reading it: a file with the same stamp holds the same, as far as one program runs.
package struct FileStamp: Hashable, Sendable {
  package let size: Int
  private let device: UInt64
  private let number: UInt64
  private let modified: [Int]
  private let changed: [Int]

  /// nil where no regular file can be seen.
  package init?(of path: FilePath) {
    var status = stat()
    guard path.withCString({ stat($0, &status) }) == 0, FileSystem.Kind(mode: status.st_mode) == .file else {
      return nil
    }
    size = Int(status.st_size)
    device = UInt64(status.st_dev)
    number = UInt64(status.st_ino)
    modified = [status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
    changed = [status.st_ctim.tv_sec, status.st_ctim.tv_nsec]
  }
}
