import SystemFiles

/// A folder with a name of its own in an index's folder, where one writer's files come to be.
struct Workshop {
  /// What says which files of the index's folder are a writer's, should it be killed.
  enum Note: String {
    /// The files that are about to be named.
    case manifest
    /// The manifest they take the place of.
    case previous

    var fileName: FilePath { FilePath(rawValue) }
  }

  private static let opening = "build-"

  let name: String
  private let directory: FilePath
  var path: FilePath { directory.appending(FilePath(name)) }

  /// A new one; nobody can know its name before.
  init(in directory: FilePath) {
    self.init(named: Self.opening + Manifest.hex(.random(in: .min ... .max)), in: directory)
  }

  init(named name: String, in directory: FilePath) {
    self.name = name
    self.directory = directory
  }

  /// True for names that `init(in:)` gives.
  static func isName(_ name: Substring) -> Bool {
    name.hasPrefix(opening) && name.utf8.count == opening.utf8.count + 16
      && name.dropFirst(opening.count).allSatisfy { $0.isASCII && ($0.isNumber || ("a"..."f").contains($0)) }
  }

  func make() throws(IndexError) {
    try IndexError.writing { () throws(FileError) in try FileSystem.makePrivateDirectory(path) }
  }

  func keep(_ note: Note, _ bytes: [UInt8]) throws(IndexError) {
    let file = try FileWriter(path.appending(note.fileName))
    try file.write(bytes)
    try file.finish()
  }

  /// Removes the files that the manifests in here name and the index does not, and then this folder with all that a
  /// writer makes in it.
  /// - Returns: false where something could not be removed; the index is whole all the same.
  func clear() -> Bool {
    guard FileSystem.kind(ofEntry: path) == .directory else { return true }
    do throws(FileError) {
      let kept = try names(of: Manifest.ownBytes(in: directory))
      for note in [Note.previous, .manifest] {
        for name in try names(of: Manifest.ownBytes(note.fileName, in: path)).subtracting(kept) {
          try removeIfThere(directory.appending(FilePath(name)))
        }
      }
      for name in try FileSystem.names(in: path) where Self.isOurs(name.shown) {
        try FileSystem.remove(path.appending(name))
      }
      try FileSystem.removeDirectory(path)
      return true
    } catch {
      return false
    }
  }

  private func names(of manifest: [UInt8]?) -> Set<String> { Set(manifest.map(Manifest.fileNames) ?? []) }

  private func removeIfThere(_ file: FilePath) throws(FileError) {
    if FileSystem.kind(ofEntry: file) != nil { try FileSystem.remove(file) }
  }

  private static func isOurs(_ name: String) -> Bool {
    Note(rawValue: name) != nil || Manifest.File.isRole(name) || name.hasPrefix("run-")
  }
}
