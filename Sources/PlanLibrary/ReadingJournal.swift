import Analysis
import InvertedIndex
import PlanDocuments
import SourceFiles
import Synchronization
import SystemFiles

/// What was read of files by a run that is not at its end: `<index>-reading` beside the index's folder. A run that was broken off, by
/// C-c or a crash, leaves it behind, and the next goes on from it; one that comes to its end removes it.
///
///     Journal = "shirabe reading 1\n", Entry × n
///     Entry   = length:u64, hash:u64 of the rest, rest
///     rest    = Source (`SourceCodec`):list of bytes, lines:list(string), places:list of bytes
///
/// Entries stand in the order in which files came to be read. A file of another beginning is someone else's: it is left alone, and nothing
/// is kept.
final class ReadingJournal: Sendable {
  private static let opening = Array("shirabe reading 1\n".utf8)

  private let path: FilePath
  private let known: [SourceKey: SourceText]
  /// False where the file is someone else's, or could not be written to.
  private let isKept: Mutex<Bool>

  /// - Parameter directory: the index's, held by the one writer of it.
  init(beside directory: String) {
    path = Self.path(beside: directory)
    guard FileSystem.kind(ofEntry: path) != nil else {
      known = [:]
      isKept = Mutex(true)
      return
    }
    guard FileSystem.kind(ofEntry: path) == .file, let bytes = try? FileSystem.read(path),
      bytes.starts(with: Self.opening)
    else {
      known = [:]
      isKept = Mutex(false)
      return
    }
    let (texts, end) = Self.entries(of: bytes)
    known = texts
    // behind an entry that is cut short no other would be found
    isKept = Mutex(end == bytes.count || Self.rewrite(Array(bytes[..<end]), at: path))
  }

  private static func path(beside directory: String) -> FilePath {
    FilePath(FilePath(directory).normalized.shown + "-reading")
  }

  /// True where a run that is not at its end has kept something.
  static func exists(beside directory: String) -> Bool {
    FileSystem.kind(of: path(beside: directory)) == .file
  }

  var count: Int { known.count }

  /// The text as it was read from the same bytes by the same reader; nil where it was not.
  subscript(key: SourceKey) -> SourceText? { known[key] }

  /// Keeps what was read of a file. Where it can't be written, the run goes on without.
  func keep(_ source: SourceText, key: SourceKey) {
    let head = SourceCodec.encode(source, key: key)
    guard head != SourceCodec.nothing else { return }
    var rest = ByteEncoder()
    rest.list(head) { $0.raw([$1]) }
    rest.list(source.lines) { $0.string($1) }
    rest.list(PlaceCodec.encode(source.places)) { $0.raw([$1]) }
    var entry = ByteEncoder()
    entry.u64(UInt64(rest.bytes.count))
    entry.u64(IndexedFiles.Entry.hash(rest.bytes))
    entry.raw(rest.bytes)
    isKept.withLock { isKept in
      guard isKept else { return }
      let isNew = FileSystem.kind(ofEntry: path) == nil
      do throws(FileError) {
        try FileSystem.append((isNew ? Self.opening : []) + entry.bytes, to: path)
      } catch {
        isKept = false
      }
    }
  }

  /// Removes the file: the index holds all of it.
  func finish() {
    guard FileSystem.kind(ofEntry: path) == .file, let bytes = try? FileSystem.read(path),
      bytes.starts(with: Self.opening)
    else { return }
    try? FileSystem.remove(path)
  }

  private static func rewrite(_ bytes: [UInt8], at path: FilePath) -> Bool {
    do throws(FileError) {
      try FileSystem.remove(path)
      try FileSystem.append(bytes, to: path)
      return true
    } catch {
      return false
    }
  }

  /// What the entries hold, and where the last whole one ends.
  private static func entries(of bytes: [UInt8]) -> ([SourceKey: SourceText], end: Int) {
    var texts: [SourceKey: SourceText] = [:]
    var end = opening.count
    let stored = StoredBytes(bytes)
    while let length = stored.u64(at: end).flatMap({ Int(exactly: $0) }), let hash = stored.u64(at: end + 8),
      length <= bytes.count - end - 16
    {
      let range = end + 16..<end + 16 + length
      guard IndexedFiles.Entry.hash(Array(bytes[range])) == hash else { break }
      if let (key, text) = (try? decode(ByteDecoder(stored, range))) ?? nil { texts[key] = text }
      end = range.upperBound
    }
    return (texts, end)
  }

  private static func decode(_ entry: ByteDecoder) throws(DamagedBytes) -> (SourceKey, SourceText)? {
    var decoder = entry
    func bytes(_ d: inout ByteDecoder) throws(DamagedBytes) -> ByteDecoder {
      ByteDecoder(StoredBytes(try d.list { d throws(DamagedBytes) in try d.byte() }))
    }
    let head = try bytes(&decoder)
    let lines = try decoder.list { d throws(DamagedBytes) in try d.string() }
    let places = try PlaceCodec.all(try bytes(&decoder))
    guard let key = SourceCodec.key(head), places.count == lines.count,
      let text = try SourceCodec.decode(head, lines: lines, places: places)
    else { return nil }
    return (key, text)
  }
}
