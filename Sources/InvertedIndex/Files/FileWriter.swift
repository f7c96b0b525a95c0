import SystemFiles

/// Writes a new file of a folder that nobody else writes into.
final class FileWriter {
  let path: FilePath
  private let file: FileDescriptor
  private var buffer: [UInt8] = []
  private var checksum = Checksum()
  private(set) var length: UInt64 = 0
  private static let bufferSize = 1 << 16

  /// Makes the file, for its owner alone; nothing may stand there, not even a link.
  init(_ path: FilePath) throws(IndexError) {
    self.path = path
    file = try IndexError.writing { () throws(FileError) in try FileDescriptor(newFile: path) }
  }

  func write(_ bytes: [UInt8]) throws(IndexError) {
    bytes.withUnsafeBytes { checksum.update($0) }
    length += UInt64(bytes.count)
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Of what was written so far.
  var checksumValue: UInt64 { checksum.value }

  /// Gives what waits to the system.
  func flush() throws(IndexError) {
    try IndexError.writing { () throws(FileError) in try file.write(buffer) }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Brings the whole file to the disk and lets others read it as far as the umask does; where it stands, nobody can
  /// reach it yet.
  func finish() throws(IndexError) {
    try flush()
    try IndexError.writing { () throws(FileError) in
      try file.changeMode(to: FileSystem.sharedMode)
      try file.sync()
    }
  }
}
