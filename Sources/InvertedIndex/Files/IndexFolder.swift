import SystemFiles

/// A folder of an index, held by its one writer until this object goes.
///
///     manifest               names the files of the index
///     documents-0123…, …     the files it names
///     lock                   empty while nobody writes; else `WriterLock`
///     build-0123456789abcdef the writer's own folder, with files that are not whole yet
///
/// Nothing in it is touched but by these rules: it is a folder that an index made, or an empty one; a file is removed
/// only where a manifest of the index named it, or in the writer's own folder; what a writer that was killed left behind
/// is found by the lock, which names its folder, and by the manifests in there.
final class IndexFolder {
  let directory: FilePath
  /// The writer's own folder.
  private let workshop: Workshop

  /// Takes the folder, which is made where it is not there, for its owner alone.
  /// - Throws: `.occupied` where the folder is someone else's, `.busy` where another process writes into it.
  init(_ directory: String) throws(IndexError) {
    let path = FilePath(directory)
    let workshop = Workshop(in: path)
    try Unfinished.begin(workshop.name) { () throws(IndexError) in
      let isNew = FileSystem.kind(ofEntry: path) == nil
      try IndexError.writing { () throws(FileError) in try FileSystem.makeDirectory(path, mode: 0o700) }
      try Self.checkIsFree(path)
      let lock = try WriterLock(path)
      // those of writers before it that could not be cleared
      let left = lock.workshops.filter { !Workshop(named: $0, in: path).clear() }
      try lock.announce(left + [workshop.name])
      let undo: Unfinished.Undoing = {
        lock.release(left + (workshop.clear() ? [] : [workshop.name]))
        if isNew { Self.removeIfNeverUsed(path, lock) }
      }
      do throws(IndexError) {
        try workshop.make()
      } catch {
        undo()
        throw error
      }
      return ((), undo)
    }
    self.directory = path
    self.workshop = workshop
  }

  deinit { Unfinished.finish(workshop.name) }

  /// A folder that was made for an index which never came to be goes again.
  private static func removeIfNeverUsed(_ directory: FilePath, _ lock: WriterLock) {
    guard let names = try? FileSystem.names(in: directory), names == [WriterLock.name] else { return }
    lock.removeFile()
    try? FileSystem.removeDirectory(directory)
  }

  /// A new file, which is named by `publish`, or vanishes with this object.
  func makeFile(_ name: String) throws(IndexError) -> FileWriter {
    try Unfinished.step { () throws(IndexError) in
      try FileWriter(workshop.path.appending(FilePath(name)))
    }
  }

  /// Puts finished files in the place of the index that is there. Until the manifest gets its name, that one stays as it
  /// is; afterwards its files go.
  func publish(_ manifest: Manifest) throws(IndexError) {
    try Unfinished.step { () throws(IndexError) in try rename(manifest) }
  }

  private func rename(_ manifest: Manifest) throws(IndexError) {
    let previous = try IndexError.reading { () throws(FileError) in try Manifest.ownBytes(in: directory) }
    try workshop.keep(.previous, previous ?? [])
    try workshop.keep(.manifest, manifest.encoded)
    try IndexError.writing { () throws(FileError) in
      try FileSystem.sync(workshop.path)
      for file in manifest.files {
        try FileSystem.rename(
          workshop.path.appending(FilePath(file.role)), to: directory.appending(FilePath(file.name)))
      }
      try FileSystem.sync(directory)
      try FileSystem.rename(
        workshop.path.appending(Workshop.Note.manifest.fileName), to: directory.appending(Manifest.name))
      try FileSystem.sync(directory)
    }
    _ = workshop.clear()
  }

  /// A folder may be written into where it is empty, or where something in it can only have been made by an index.
  private static func checkIsFree(_ directory: FilePath) throws(IndexError) {
    let names = try IndexError.writing { () throws(FileError) in try FileSystem.names(in: directory) }
    let manifest = try IndexError.reading { () throws(FileError) in try Manifest.ownBytes(in: directory) }
    let isOurs =
      names.isEmpty || manifest != nil || WriterLock.isOurs(in: directory, names)
      || names.contains { Manifest.isCertified($0, in: directory) }
    guard isOurs else { throw .occupied(directory: directory.shown, names: names.map(\.shown)) }
  }
}
