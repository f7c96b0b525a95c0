import Glibc

extension FileSystem {
  /// What a name in a folder stands for.
  package enum Entry: Hashable, Sendable {
    case file
    /// A link that leads nowhere, or in a circle.
    case deadLink
    /// A link to a folder: it is not gone into, since it may lead back to where it stands.
    case linkedFolder
    case special(Kind)
    /// It can't be looked at, or it is a folder and can't be listed.
    case unreadable(FileError)
  }

  /// Names in a folder but `.` and `..`, sorted by their bytes.
  package static func names(in directory: FilePath) throws(FileError) -> [FilePath] {
    var handle: OpaquePointer?
    try SystemCall.list.run(directory) {
      handle = directory.withCString { opendir($0) }
      return handle == nil ? Int32(-1) : 0
    }
    guard let handle else { throw .last(directory) }
    defer { closedir(handle) }
    var names: [FilePath] = []
    while true {
      errno = 0
      guard let entry = readdir(handle) else { break }
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { start in
          FilePath(bytes: UnsafeRawBufferPointer(start: start, count: strlen(start)).map { $0 })
        }
      }
      if name.bytes != [0x2E], name.bytes != [0x2E, 0x2E] { names.append(name) }
    }
    guard errno == 0 else { throw .last(directory) }
    return names.sorted()
  }

  /// Everything at any depth under a folder but folders that can be listed; hidden names are passed over. Sorted by
  /// path.
  /// - Parameter isPassedOver: true for folders below it that are not gone into.
  package static func entries(
    under directory: FilePath, passingOver isPassedOver: (FilePath) -> Bool = { _ in false }
  ) -> [(path: FilePath, entry: Entry)] {
    var entries: [(path: FilePath, entry: Entry)] = []
    var waiting = [directory]
    while let folder = waiting.popLast() {
      let names: [FilePath]
      do throws(FileError) {
        names = try FileSystem.names(in: folder)
      } catch {
        entries.append((folder, .unreadable(error)))
        continue
      }
      for name in names where name.bytes.first != UInt8(ascii: ".") {
        let path = folder.appending(name)
        if let entry = entry(path) {
          entries.append((path, entry))
        } else if !isPassedOver(path) {
          waiting.append(path)
        }
      }
    }
    return entries.sorted { $0.path < $1.path }
  }

  /// nil for a folder that is no link.
  private static func entry(_ path: FilePath) -> Entry? {
    var status = stat()
    guard path.withCString({ lstat($0, &status) }) == 0 else { return .unreadable(.last(path)) }
    let isLink = status.st_mode & S_IFMT == S_IFLNK
    guard path.withCString({ stat($0, &status) }) == 0 else {
      return isLink && [ENOENT, ENOTDIR, ELOOP].contains(errno) ? .deadLink : .unreadable(.last(path))
    }
    switch Kind(mode: status.st_mode) {
    case .file: return .file
    case .directory: return isLink ? .linkedFolder : nil
    case let kind: return .special(kind)
    }
  }
}
