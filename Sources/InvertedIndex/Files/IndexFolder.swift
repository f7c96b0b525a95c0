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
  private let lock: WriterLock
  /// The writer's own folder.
  private let workshop: Workshop
  /// Those of writers before it that could not be cleared.
  private let left: [String]

  /// Takes the folder, which is made where it is not there, for its owner alone.
  /// - Throws: `.occupied` where the folder is someone else's, `.busy` where another process writes into it.
  init(_ directory: String) throws(IndexError) {
    let path = FilePath(directory)
    self.directory = path
    try IndexError.writing { () throws(FileError) in try FileSystem.makeDirectory(path, mode: 0o700) }
    try Self.checkIsFree(path)
    lock = try WriterLock(path)
    left = lock.workshops.filter { !Workshop(named: $0, in: path).clear() }
    workshop = Workshop(in: path)
    try lock.announce(left + [workshop.name])
    try workshop.make()
  }

  deinit {
    lock.release(left + (workshop.clear() ? [] : [workshop.name]))
  }

  /// A new file, which is named by `publish`, or vanishes with this object.
  func makeFile(_ name: String) throws(IndexError) -> FileWriter {
    try FileWriter(workshop.path.appending(FilePath(name)))
  }

  /// Puts finished files in the place of the index that is there. Until the manifest gets its name, that one stays as it
  /// is; afterwards its files go.
  func publish(_ manifest: Manifest) throws(IndexError) {
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
