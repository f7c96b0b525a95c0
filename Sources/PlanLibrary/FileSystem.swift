import Glibc

/// A file or folder that the system refused; `reason` is the system's sentence.
package struct FileError: Error, Hashable, Sendable {
  package let path: String
  package let reason: String

  package init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  static func last(_ path: String) -> FileError {
    FileError(path: path, reason: String(cString: strerror(errno)))
  }
}

extension FileError: CustomStringConvertible {
  package var description: String { "\(path): \(reason)" }
}

/// The file operations the program needs, over the C library: a command that starts in milliseconds does without
/// Foundation.
package enum FileSystem {
  /// What a path leads to, links followed.
  package enum Kind: Hashable, Sendable { case file, directory, other }

  /// nil where nothing is there, or nothing that may be seen.
  package static func kind(of path: String) -> Kind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .directory
    default: return .other
    }
  }

  /// The whole content of a regular file.
  package static func read(_ path: String) throws(FileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .last(path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileError(path: path, reason: "Not a regular file")
    }
    return try bytes(of: descriptor, path: path, sizeHint: Int(status.st_size))
  }

  private static func bytes(of descriptor: Int32, path: String, sizeHint: Int) throws(FileError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: max(sizeHint, 0) + 1)
    var filled = 0
    while true {
      let wanted = bytes.count - filled
      let count = bytes.withUnsafeMutableBytes { buffer in
        buffer.baseAddress.map { Glibc.read(descriptor, $0 + filled, wanted) } ?? 0
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw .last(path)
      }
      if count == 0 { break }
      filled += count
      if filled == bytes.count { bytes.append(contentsOf: repeatElement(0, count: bytes.count)) }
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }

  /// Writes behind the end of a file, which is made where it is not there, for its owner alone.
  package static func append(_ content: [UInt8], to path: String) throws(FileError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .last(path) }
    defer { close(descriptor) }
    let count = content.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    guard count == content.count else { throw .last(path) }
  }

  /// Names in a folder but `.` and `..`, sorted by their bytes.
  package static func names(in directory: String) throws(FileError) -> [String] {
    guard let handle = opendir(directory) else { throw .last(directory) }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Regular files under a folder, hidden ones and those behind linked folders left out; sorted by path.
  package static func files(under directory: String) throws(FileError) -> [String] {
    var files: [String] = []
    var waiting = [directory]
    while let folder = waiting.popLast() {
      for name in try names(in: folder) where !name.hasPrefix(".") {
        let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
        switch kind(of: path) {
        case .file: files.append(path)
        // A link to a folder may lead back to where it stands.
        case .directory where !isLink(path): waiting.append(path)
        case .directory, .other, nil: break
        }
      }
    }
    return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// Makes a folder and those above it.
  package static func makeDirectory(_ path: String) throws(FileError) {
    var reached = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/") {
      reached += "/" + part
      if mkdir(reached, 0o755) != 0 && errno != EEXIST { throw .last(path) }
    }
    guard kind(of: path) == .directory else { throw FileError(path: path, reason: "Not a directory") }
  }
}
