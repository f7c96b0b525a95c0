import Glibc

extension FileSystem {
  /// The mode a file has that everyone may read and write but for the process's umask.
  package static let sharedMode: mode_t = {
    // the mask can only be read by setting it; for that moment it lets nobody in
    let mask = umask(0o077)
    umask(mask)
    return 0o666 & ~mask
  }()

  /// Gives a file another name in the same file system; a file that has it is replaced.
  package static func rename(_ old: FilePath, to new: FilePath) throws(FileError) {
    try SystemCall.rename.run(new) { old.withCString { old in new.withCString { Glibc.rename(old, $0) } } }
  }

  /// Removes a file, or a link itself.
  package static func remove(_ path: FilePath) throws(FileError) {
    try SystemCall.remove.run(path) { path.withCString { unlink($0) } }
  }

  /// Removes a folder with nothing in it.
  package static func removeDirectory(_ path: FilePath) throws(FileError) {
    try SystemCall.remove.run(path) { path.withCString { rmdir($0) } }
  }

  /// Makes a folder for its owner alone, which must not be there.
  package static func makePrivateDirectory(_ path: FilePath) throws(FileError) {
    try SystemCall.makeDirectory.run(path) { path.withCString { mkdir($0, 0o700) } }
  }

  /// Brings the names in a folder to the disk.
  package static func sync(_ directory: FilePath) throws(FileError) {
    let folder = try FileDescriptor(directory, O_RDONLY | O_DIRECTORY)
    do throws(FileError) {
      try folder.sync()
    } catch {
      // a file system that keeps no names to be brought anywhere says so
      guard error.reason == .system(EINVAL) else { throw error }
    }
  }
}
