import SystemFiles

/// The files and folders that an index is made of, so that it can be renewed, added to, and taken elsewhere with them.
///
///     x-roots = list of (given:string, location:string), removed: list of string
///
/// `given` is the path as it was named; `location` leads there from the index's folder, whatever folder a program runs in.
/// `removed` are paths of files below them that are left out by request. All in order, each once. The figure by which answers
/// are the same (`Library.fingerprint`) leaves this file out: the same texts elsewhere give the same answers.
struct SourceRoots: Hashable, Sendable {
  struct Root: Hashable, Sendable {
    let given: String
    let location: String
  }

  private(set) var roots: [Root] = []
  private(set) var removed: [String] = []

  init() {}

  init(_ paths: [String], index directory: String) { add(paths, index: directory) }

  /// Adds paths; files below them that were removed come back.
  mutating func add(_ paths: [String], index directory: String) {
    for path in paths {
      let given = Self.tidy(path)
      let location = FilePath(given).location(from: FilePath(directory))
      roots.removeAll { $0.given == given || $0.location == location }
      roots.append(Root(given: given, location: location))
      removed.removeAll { Self.isBelow($0, given) }
    }
    roots.sort { ($0.given, $0.location) < ($1.given, $1.location) }
  }

  /// Takes away a root of this name, or else leaves out the file of this path; false where it is neither.
  mutating func remove(_ path: String) -> Bool {
    let given = Self.tidy(path)
    let before = roots.count
    roots.removeAll { $0.given == given }
    if roots.count < before {
      removed.removeAll { Self.isBelow($0, given) }
      return true
    }
    guard roots.contains(where: { Self.isBelow(given, $0.given) }) else { return false }
    removed = Array(Set(removed + [given])).sorted()
    return true
  }

  /// Those that lead nowhere.
  func gone(index directory: String) -> [String] {
    roots.filter { FileSystem.kind(of: Self.file($0, directory)) == nil }.map(\.given)
  }

  /// Says that what was `given` stands at another path now, under which it is known from now on.
  mutating func relocate(_ given: String, to path: String, index directory: String) {
    let kept = removed.map { Self.isBelow($0, given) ? path + $0.dropFirst(given.count) : $0 }
    roots.removeAll { $0.given == given }
    add([path], index: directory)
    removed = kept.sorted()
  }

  /// What is to be read, with the path as given for each.
  func files(index directory: String) -> [(file: FilePath, given: String)] {
    roots.map { (Self.file($0, directory), $0.given) }
  }

  func isRemoved(_ path: String) -> Bool { removed.contains(path) }

  /// The file that a path of a document means.
  func file(_ path: String, index directory: String) -> FilePath {
    let root = roots.filter { Self.isBelow(path, $0.given) }.max { $0.given.count < $1.given.count }
    guard let root else { return FilePath(path) }
    return FilePath(
      bytes: Self.file(root, directory).bytes + Array(path.utf8.dropFirst(root.given.utf8.count)))
  }

  /// As it was given, where that is the place meant; else from the index's folder.
  private static func file(_ root: Root, _ directory: String) -> FilePath {
    let given = FilePath(root.given)
    if FileSystem.kind(of: given) != nil, given.location(from: FilePath(directory)) == root.location {
      return given
    }
    let there =
      root.location.hasPrefix("/")
      ? FilePath(root.location) : FilePath(directory).appending(FilePath(root.location))
    return FileSystem.kind(of: there) == nil ? given : there
  }

  private static func isBelow(_ path: String, _ root: String) -> Bool {
    path == root || path.hasPrefix(root.hasSuffix("/") ? root : root + "/")
  }

  /// Without slashes at the end.
  private static func tidy(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }

  func encoded() -> [UInt8] {
    var out = ByteEncoder()
    out.list(roots) {
      $0.string($1.given)
      $0.string($1.location)
    }
    out.list(removed) { $0.string($1) }
    return out.bytes
  }

  init(decoding bytes: StoredBytes) throws(DamagedBytes) {
    var decoder = ByteDecoder(bytes)
    roots = try decoder.list { d throws(DamagedBytes) in Root(given: try d.string(), location: try d.string())
    }
    removed = try decoder.list { d throws(DamagedBytes) in try d.string() }
  }
}
