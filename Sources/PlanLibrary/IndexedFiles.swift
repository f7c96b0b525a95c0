import Analysis
import Synchronization
import SystemFiles

/// What the files that were indexed held then, so that an answer can say which of them hold something else now.
///
///     x-files = list of (path:string, size:varint, hash:u64)
///
/// In the order in which they were read; no times, so that the same files give the same bytes.
final class IndexedFiles: Sendable {
  struct Entry: Hashable, Sendable {
    let path: String
    let size: Int
    let hash: UInt64

    init(path: String, _ bytes: [UInt8]) {
      self.init(path: path, size: bytes.count, hash: Self.hash(bytes))
    }

    init(path: String, size: Int, hash: UInt64) {
      self.path = path
      self.size = size
      self.hash = hash
    }

    static func hash(_ bytes: [UInt8]) -> UInt64 {
      var hash = StableHash()
      hash.combine(bytes)
      return hash.value
    }
  }

  private let entries: [String: Entry]
  /// What was found of files that had a stamp when they were read again.
  private let known = Mutex<[String: (stamp: FileStamp, isChanged: Bool)]>([:])

  init(_ bytes: StoredBytes) throws(DamagedBytes) {
    var decoder = ByteDecoder(bytes)
    let list = try decoder.list { d throws(DamagedBytes) in
      Entry(path: try d.string(), size: try d.varint(), hash: try d.u64())
    }
    entries = Dictionary(list.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Paths of what was read, sorted.
  var paths: [String] { entries.keys.sorted() }

  static func encode(_ entries: [Entry]) -> [UInt8] {
    var out = ByteEncoder()
    out.list(entries) {
      $0.string($1.path)
      $0.varint($1.size)
      $0.u64($1.hash)
    }
    return out.bytes
  }

  /// True where another content stands under the path now. A file that is gone, or that can't be read here, says nothing.
  /// Costs a look at the file's size, and where that is the same, reading it once.
  /// - Parameter file: where the path leads now.
  func isChanged(_ path: String, at file: FilePath) -> Bool {
    guard let entry = entries[path], let stamp = FileStamp(of: file) else { return false }
    guard stamp.size == entry.size else { return true }
    if let found = known.withLock({ $0[path] }), found.stamp == stamp { return found.isChanged }
    guard let bytes = try? FileSystem.read(file) else { return false }
    let isChanged = Entry.hash(bytes) != entry.hash
    known.withLock { $0[path] = (stamp, isChanged) }
    return isChanged
  }
}
