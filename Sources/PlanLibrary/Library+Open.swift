import Analysis
import InvertedIndex
import PlanDocuments
import SystemFiles

extension Library {
  /// The form of an index: of its files, then of what they hold of plans. One of another form is not opened.
  package static var format: String { "\(IndexReader.formatVersion).\(LibraryStore.version)" }

  /// True where an index, whole or not, stands in the folder.
  package static func exists(in directory: String) -> Bool { FileSystem.kind(of: manifest(directory)) != nil }

  static func manifest(_ directory: String) -> FilePath {
    FilePath("\(directory)/\(IndexReader.manifestName)")
  }

  /// The fingerprint of the index that stands in the folder now, whole or not; nil where none does.
  package static func fingerprint(in directory: String) -> UInt64? {
    (try? FileSystem.read(manifest(directory))).map(fingerprint)
  }

  private static func fingerprint(_ manifest: [UInt8]) -> UInt64 {
    var hash = StableHash()
    // where the texts stand changes no answer, nor does the manifest's own checksum add anything
    let ignored = ["file x-roots ", "end "].map { Array($0.utf8) }
    for entry in manifest.split(separator: UInt8(ascii: "\n"))
    where !ignored.contains(where: { entry.starts(with: $0) }) {
      hash.combine(Array(entry))
    }
    return hash.value
  }

  /// Opens the index in a folder.
  ///
  /// The cost is a map and a checksum over its files. What is damaged, missing or of another version is an error.
  package static func open(_ directory: String) throws(LibraryError) -> Library {
    while true {
      let before = try? FileSystem.read(manifest(directory))
      do throws(LibraryError) {
        return try Library(opening: directory, fingerprint: before ?? [])
      } catch {
        // A build that ended meanwhile took the files away and named new ones.
        guard let after = try? FileSystem.read(manifest(directory)), after != before else { throw error }
      }
    }
  }

  private convenience init(opening directory: String, fingerprint: [UInt8]) throws(LibraryError) {
    func damaged(_ part: LibraryStore.Part) -> LibraryError {
      .damaged(directory: directory, part: part.rawValue)
    }
    let index: IndexReader
    var parts: [LibraryStore.Part: StoredBytes] = [:]
    do throws(IndexError) {
      index = try IndexReader(directory: directory)
      for part in LibraryStore.Part.allCases {
        if let attachment = index.mappedAttachment(part.rawValue) {
          parts[part] = StoredBytes(attachment)
        }
      }
    } catch {
      throw .index(error, directory: directory)
    }
    var version = ByteDecoder(parts[.library] ?? StoredBytes([]))
    let found = try? version.varint()
    guard found == LibraryStore.version else { throw .otherVersion(directory: directory, found: found) }
    guard let documents = try? RecordTable(parts[.documents] ?? StoredBytes([])) else {
      throw damaged(.documents)
    }
    guard let lines = try? RecordTable(parts[.lines] ?? StoredBytes([])) else { throw damaged(.lines) }
    guard let places = try? RecordTable(parts[.places] ?? StoredBytes([])) else { throw damaged(.places) }
    guard let sources = try? RecordTable(parts[.sources] ?? StoredBytes([])) else { throw damaged(.sources) }
    guard let tables = try? RecordTable(parts[.tables] ?? StoredBytes([])) else { throw damaged(.tables) }
    guard let files = try? IndexedFiles(parts[.files] ?? StoredBytes([])) else { throw damaged(.files) }
    guard let roots = try? SourceRoots(decoding: parts[.roots] ?? StoredBytes([])) else {
      throw damaged(.roots)
    }
    guard
      let facts = try? FactStore(
        strings: RecordTable(parts[.strings] ?? StoredBytes([])),
        facts: RecordTable(parts[.facts] ?? StoredBytes([])), kinds: parts[.kinds] ?? StoredBytes([]),
        unread: RecordTable(parts[.unread] ?? StoredBytes([])))
    else { throw damaged(.facts) }
    guard let leftOut = try? LeftOut.decode(parts[.leftOut] ?? StoredBytes([])) else {
      throw damaged(.leftOut)
    }
    self.init(
      index: index,
      store: LibraryStore(
        documents: documents, lines: lines, places: places, sources: sources, tables: tables, files: files,
        roots: roots,
        facts: facts),
      leftOut: leftOut,
      fingerprint: Library.fingerprint(fingerprint))
  }
}
