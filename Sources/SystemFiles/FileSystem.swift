import Glibc

/// The file operations the program needs, over the C library: a command that starts in milliseconds does without
/// Foundation.
package enum FileSystem {
  /// What a path leads to, links followed.
  package enum Kind: String, Hashable, Sendable { case file, directory, link, pipe, socket, device }

  /// The largest file that is read whole: a text of more is refused before memory ends.
  package static let largestText = 1 << 30

  /// nil where nothing is there, or nothing that may be seen.
  package static func kind(of path: FilePath) -> Kind? {
    var status = stat()
    guard path.withCString({ stat($0, &status) }) == 0 else { return nil }
    return Kind(mode: status.st_mode)
  }

  /// In bytes; 0 where nothing is there, or nothing that may be seen.
  package static func size(of path: FilePath) -> Int {
    var status = stat()
    return path.withCString({ stat($0, &status) }) == 0 ? status.st_size : 0
  }

  /// What stands under a name itself, be it a link; nil where nothing does.
  package static func kind(ofEntry path: FilePath) -> Kind? {
    var status = stat()
    guard path.withCString({ lstat($0, &status) }) == 0 else { return nil }
    return Kind(mode: status.st_mode)
  }

  /// What a link says, which need not be there.
  package static func target(ofLink path: FilePath) throws(FileError) -> FilePath {
    var characters = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = try SystemCall.read.run(path) {
      path.withCString { readlink($0, &characters, characters.count) }
    }
    return FilePath(bytes: characters[..<count].map { UInt8(bitPattern: $0) })
  }

  /// The whole content of a regular file of no more than `limit` bytes. Nothing else is opened: a pipe could block.
  package static func read(_ path: FilePath, limit: Int = largestText) throws(FileError) -> [UInt8] {
    let file = try FileDescriptor.reading(path)
    let size = try file.size
    guard size <= limit else {
      throw FileError(path: path.shown, reason: .tooLarge(bytes: size, limit: limit))
    }
    var bytes = [UInt8](repeating: 0, count: size + 1)
    var filled = 0
    while true {
      let count = try file.read(into: &bytes, from: filled)
      if count == 0 { break }
      filled += count
      // a file that grows while it is read
      guard filled <= limit else {
        throw FileError(path: path.shown, reason: .tooLarge(bytes: filled, limit: limit))
      }
      if filled == bytes.count { bytes.append(contentsOf: repeatElement(0, count: bytes.count)) }
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }

  /// Writes behind the end of a file of the owner's alone, which is made where it is not there; never through a link.
  package static func append(_ content: [UInt8], to path: FilePath) throws(FileError) {
    let file = try FileDescriptor(path, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_NONBLOCK)
    guard try file.kind == .file else { throw FileError(path: path.shown, reason: .notRegular) }
    try file.changeMode(to: 0o600)
    try file.write(content)
  }

  /// Makes a folder and those above it, where they are not there; folders above are as the umask says.
  package static func makeDirectory(_ path: FilePath, mode: mode_t = 0o777) throws(FileError) {
    let slash = UInt8(ascii: "/")
    let parts = path.normalized.bytes.split(separator: slash)
    var above = path.bytes.first == slash ? FilePath("/") : nil
    for (number, part) in zip(1..., parts) {
      let name = FilePath(bytes: Array(part))
      let reached = above?.appending(name) ?? name
      above = reached
      let mode = number == parts.count ? mode : 0o777
      do throws(FileError) {
        try SystemCall.makeDirectory.run(reached) { reached.withCString { mkdir($0, mode) } }
      } catch {
        guard error.reason == .system(EEXIST) else { throw error }
      }
    }
    guard kind(of: path) == .directory else { throw FileError(path: path.shown, reason: .notADirectory) }
  }
}

extension FileSystem.Kind {
  init(mode: mode_t) {
    self =
      switch mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .directory
      case S_IFLNK: .link
      case S_IFIFO: .pipe
      case S_IFSOCK: .socket
      default: .device
      }
  }
}
