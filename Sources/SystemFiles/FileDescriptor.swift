import Glibc

/// An open file; it closes when this goes.
package struct FileDescriptor: ~Copyable {
  package let path: FilePath
  package let number: Int32

  /// Opens a regular file to be read. Opening never waits, whatever stands there.
  package static func reading(_ path: FilePath) throws(FileError) -> FileDescriptor {
    let other = FileError(path: path.shown, reason: .notRegular)
    // to open some devices is to do something with them
    guard FileSystem.kind(of: path) ?? .file == .file else { throw other }
    let file = try FileDescriptor(path, O_RDONLY | O_NONBLOCK | O_NOCTTY)
    guard try file.kind == .file else { throw other }
    return file
  }

  /// Makes a file to be written, for its owner alone; nothing may stand there, not even a link.
  package init(newFile path: FilePath) throws(FileError) {
    try self.init(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW)
  }

  /// - Parameter flags: of `open`; the file is closed in programs that this one starts.
  package init(_ path: FilePath, _ flags: Int32, mode: mode_t = 0o600) throws(FileError) {
    number = try SystemCall.open.run(path) { path.withCString { open($0, flags | O_CLOEXEC, mode) } }
    self.path = path
  }

  deinit { close(number) }

  private var status: stat {
    get throws(FileError) {
      var status = stat()
      guard fstat(number, &status) == 0 else { throw .last(path) }
      return status
    }
  }

  package var kind: FileSystem.Kind { get throws(FileError) { FileSystem.Kind(mode: try status.st_mode) } }

  /// In bytes.
  package var size: Int { get throws(FileError) { try status.st_size } }

  /// What changes when a file is written to.
  package struct State: Hashable, Sendable {
    package let size: Int
    /// In seconds and nanoseconds.
    let modified: [Int]
  }

  package var state: State {
    get throws(FileError) {
      let status = try status
      return State(size: status.st_size, modified: [status.st_mtim.tv_sec, status.st_mtim.tv_nsec])
    }
  }

  /// Names of the file; one that has two may be someone else's.
  package var linkCount: Int { get throws(FileError) { Int(try status.st_nlink) } }

  /// Fills `bytes` from `start` on; the count of bytes read, 0 at the end of the file.
  package borrowing func read(into bytes: inout [UInt8], from start: Int) throws(FileError) -> Int {
    let number = number
    return try SystemCall.read.run(path) {
      bytes.withUnsafeMutableBytes { buffer in
        let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[start...])
        return Glibc.read(number, rest.baseAddress, rest.count)
      }
    }
  }

  /// Writes all of the bytes.
  package borrowing func write(_ bytes: [UInt8]) throws(FileError) {
    let number = number
    var written = 0
    while written < bytes.count {
      written += try SystemCall.write.run(path) {
        bytes.withUnsafeBytes { buffer in
          let rest = UnsafeRawBufferPointer(rebasing: buffer[written...])
          return Glibc.write(number, rest.baseAddress, rest.count)
        }
      }
    }
  }

  /// Puts the bytes in the place of the file's content.
  package borrowing func replaceContent(with bytes: [UInt8]) throws(FileError) {
    let number = number
    guard lseek(number, 0, SEEK_SET) == 0 else { throw .last(path) }
    // the end is cut last: at no time is the file without the one or the other content
    try write(bytes)
    try SystemCall.write.run(path) { ftruncate(number, bytes.count) }
  }

  package borrowing func changeMode(to mode: mode_t) throws(FileError) {
    let number = number
    try SystemCall.changeMode.run(path) { fchmod(number, mode) }
  }

  /// Brings the content to the disk.
  package borrowing func sync() throws(FileError) {
    let number = number
    try SystemCall.sync.run(path) { fsync(number) }
  }
}
