import Analysis
import InvertedIndex
import JapaneseText
import PlanDocuments
import PlanFacts
import SourceFiles
import Synchronization
import SystemFiles

/// Plans, facts, index and lexicons opened together: all that answers stand on.
///
/// Opening maps the files and checks them; nothing is decoded before it is asked for.
package final class Library: Sendable {
  /// The lexicons its texts were cut with; questions are read with the same.
  package var lexicons: Lexicons { index.lexicons }
  /// What an analyzer for questions needs.
  package var analyzerTables: AnalyzerTables { index.tables }
  package var synonymFinder: SynonymFinder { index.synonymFinder }
  /// A figure of everything in the index: the same sources, lexicons and program give the same.
  package let fingerprint: UInt64
  /// A fingerprint as people and programs are shown it: 16 hexadecimal digits.
  package static func text(ofFingerprint fingerprint: UInt64) -> String {
    let digits = String(fingerprint, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
  /// The index's folder, as it was opened.
  package var directory: String { index.directory }
  let index: IndexReader
  let store: LibraryStore
  var folder: Folder { index.folder }
  private let decodedDocuments = Mutex<DocumentList?>(nil)
  /// Of passages that were ranked, by their numbers.
  let places = Mutex<[UInt32: PassagePlace]>([:])
  /// Whether texts stand somewhere that were asked for before.
  let standing = Mutex<[String: Bool]>([:])

  private struct DocumentList {
    let records: [DocumentRecord]
    /// By the bytes of the ids: records may have ids that are only spelled differently.
    let places: [[UInt8]: Int]
  }

  init(index: IndexReader, store: LibraryStore, leftOut: [LeftOut], fingerprint: UInt64) {
    self.index = index
    self.store = store
    self.leftOut = leftOut
    self.fingerprint = fingerprint
  }

  /// Texts in order of id; the records of one `.jsonl` file in their order, in the place of the file.
  package var documents: [DocumentRecord] { documentList.records }

  /// In order of document, then of first line.
  package var facts: [Fact] { store.facts.all }

  /// Those of a kind, in the same order; nothing of the others is read.
  package func facts(of kind: FactKind) -> [Fact] { store.facts.facts(of: kind) }

  /// The places of those of a kind among all facts, ascending; none is read for it.
  package func places(of kind: FactKind) -> [Int] { store.facts.places(of: kind) }

  /// Those at some places among all facts, in the order of the places; nothing of the others is read.
  package func facts(at places: [Int]) -> [Fact] { store.facts.facts(at: places) }

  /// Their names; of a fact no more is read.
  package func names(at places: [Int]) -> [String] { store.facts.names(at: places) }

  /// Whether there is a fact of a kind; none is read for it.
  package func hasFacts(of kind: FactKind) -> Bool { store.facts.has(kind) }

  package var factCount: Int { store.facts.count }

  /// Rows of a known form that could not be read, in order of document, then of first line.
  package var unread: [UnreadRow] { store.facts.unread }

  /// Those of a kind, in the same order; none for no kind.
  package func unread(of kind: FactKind?) -> [UnreadRow] { store.facts.unread(of: kind) }

  /// What was to be indexed and is not, in the order `index` named it; while it is not empty, no answer of "all" is
  /// about everything that was given.
  package let leftOut: [LeftOut]

  /// Throws where a file of the index was written to or cut short since the library was opened: what was read of it
  /// before may be wrong, so ask this before an answer is given.
  package func checkFiles() throws(LibraryError) {
    do throws(IndexError) {
      try index.checkFiles()
    } catch {
      throw .index(error, directory: index.directory)
    }
  }

  package func document(_ id: String) -> DocumentRecord? {
    let list = documentList
    return list.places[Array(id.utf8)].map { list.records[$0] }
  }

  /// The id of the document at a place of the store.
  func documentID(_ place: Int) -> String? {
    let records = documentList.records
    return records.indices.contains(place) ? records[place].id : nil
  }

  /// A document with its place in the store.
  func stored(_ id: String) -> (place: Int, document: LibraryStore.Document)? {
    documentList.places[Array(id.utf8)].flatMap { place in store.document(place).map { (place, $0) } }
  }

  private var documentList: DocumentList {
    decodedDocuments.withLock { list in
      if let list { return list }
      let records = (0..<store.documents.count).compactMap { store.document($0)?.record }
      let places = Dictionary(
        records.enumerated().map { (Array($1.id.utf8), $0) }, uniquingKeysWith: { first, _ in first })
      let decoded = DocumentList(records: records, places: places)
      list = decoded
      return decoded
    }
  }

  /// Physical lines of a document as they stand in its file, without line ends; lines beyond its end are left out.
  package func lines(of document: String, in range: LineRange) -> [String] {
    let list = documentList
    guard let place = list.places[Array(document.utf8)], let stored = store.document(place) else { return [] }
    let first = max(1, range.first)
    let last = min(range.last, stored.record.lineCount)
    guard first <= last else { return [] }
    switch stored.record.origin {
    case .text: return (first...last).compactMap { store.lines.string(stored.start &+ $0 &- 1) }
    case .record:
      let text = passageText(DocID(UInt32(clamping: stored.start)))
      return TextLines.split(text).dropFirst(first - 1).prefix(last - first + 1).map(String.init)
    }
  }

  /// Whose plan a document is; nil where it is not sure.
  package func publisher(of document: String) -> String? { self.document(document)?.publisher }

  /// The file that the path of a document means, whatever folder the program runs in.
  package func file(of path: String) -> FilePath { store.roots.file(path, index: index.directory) }

  /// The ledger of a document: every table it holds with what became of it, in order of lines; empty for a record.
  package func tables(of document: String) -> [TableReading] {
    let list = documentList
    guard let place = list.places[Array(document.utf8)], let decoder = store.tables.decoder(place) else {
      return []
    }
    return (try? TableCodec.decode(decoder)) ?? []
  }

  /// True where the document's file holds something else than when it was indexed. Costs reading it, once as long as it
  /// stays as it is.
  package func isChanged(_ document: String) -> Bool {
    self.document(document).map { store.files.isChanged($0.path, at: file(of: $0.path)) } ?? false
  }
}

extension Library: SourcePlaces {
  package func path(of document: String) -> String { self.document(document)?.path ?? document }

  package func place(of document: String, in range: LineRange) -> Place? {
    guard let place = documentList.places[Array(document.utf8)], let decoder = store.places.decoder(place)
    else {
      return nil
    }
    return Place.around(PlaceCodec.places(decoder, in: range))
  }
}
