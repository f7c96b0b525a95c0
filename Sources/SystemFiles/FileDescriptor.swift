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
        bytes.withUnsafeBytes { Glibc.write(number, $0.baseAddress! + written, $0.count - written) }
      }
    }
  }
}
