import SystemFiles

/// Writes a new file of a folder that nobody else writes into.
final class FileWriter {
  let path: FilePath
  private let file: FileDescriptor
  private var buffer: [UInt8] = []
  /// Of the blocks that are full, and of the one that is not.
  private var sums: [UInt64] = []
  private var checksum = Checksum()
  private(set) var length: UInt64 = 0
  private static let bufferSize = 1 << 16

  /// Makes the file, for its owner alone; nothing may stand there, not even a link.
  init(_ path: FilePath) throws(IndexError) {
    self.path = path
    file = try IndexError.writing { () throws(FileError) in try FileDescriptor(newFile: path) }
  }

  func write(_ bytes: [UInt8]) throws(IndexError) {
    bytes.withUnsafeBytes { sum($0) }
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.bufferSize { try flush() }
  }

  private func sum(_ bytes: UnsafeRawBufferPointer) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let room = Seal.blockSize - Int(length % UInt64(Seal.blockSize))
      let part = rest.prefix(room)
      checksum.update(UnsafeRawBufferPointer(rebasing: part))
      length += UInt64(part.count)
      if part.count == room { endBlock() }
      rest = rest.dropFirst(part.count)
    }
  }

  private func endBlock() {
    sums.append(checksum.value)
    checksum = Checksum()
  }

  /// Ends the content with its seal, and brings the file to the disk.
  /// - Returns: the root of the seal.
  func seal() throws(IndexError) -> UInt64 {
    if length % UInt64(Seal.blockSize) > 0 { endBlock() }
    let (bytes, root) = Seal.encode(sums: sums, length: length)
    buffer.append(contentsOf: bytes)
    length += UInt64(bytes.count)
    try finish()
    return root
  }

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
