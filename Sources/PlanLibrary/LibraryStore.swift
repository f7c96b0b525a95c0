import InvertedIndex
import JapaneseText
import PlanDocuments

/// What the library keeps in the index besides what the index is for.
///
///     x-library   = version:varint
///     x-documents = RecordTable of Document
///     Document    = id:string, path:string, title:string, names:list of string, origin:varint, start:varint, lineCount:varint,
///                   publisher:string (empty: none), year:varint (0: none)
///     x-lines     = RecordTable of the physical lines of all text files, one file after another
///     x-places    = RecordTable, for each document the places of its lines (PlaceCodec)
///     x-sources   = RecordTable, for each document what its reader gave besides (SourceCodec)
///     x-tables    = RecordTable, for each document the ledger of its tables (TableCodec)
///     x-files     = list of what each file held (IndexedFiles)
///     x-roots     = what these were found by (SourceRoots)
///     x-strings, x-facts, x-kinds, x-unread = what was read of the texts (FactCodec)
///     x-leftout   = list of LeftOut
///     stored with a passage = document:varint, first:varint, (last - first):varint, section:list(string), furniture:varint
///
/// `start` is the place of a text's line 1 in the table of lines, or the number of a record's passage, whose lines are
/// the record's.
struct LibraryStore: Sendable {
  /// Goes up with every change of one of these forms.
  static let version = 11

  /// The attachments' names.
  enum Part: String, CaseIterable {
    case library, documents, lines, places, sources, tables, files, roots, strings, facts, kinds, unread
    case leftOut = "leftout"
  }

  let documents: RecordTable
  let lines: RecordTable
  let places: RecordTable
  let sources: RecordTable
  let tables: RecordTable
  let files: IndexedFiles
  let roots: SourceRoots
  let facts: FactStore

  struct Document: Sendable {
    let record: DocumentRecord
    let start: Int
  }

  func document(_ place: Int) -> Document? {
    guard var decoder = documents.decoder(place) else { return nil }
    return try? Document(decoding: &decoder)
  }
}

extension LibraryStore.Document {
  fileprivate init(decoding decoder: inout ByteDecoder) throws(DamagedBytes) {
    let id = try decoder.string()
    let path = try decoder.string()
    let title = try decoder.string()
    let names = try decoder.list { (decoder) throws(DamagedBytes) in try decoder.string() }
    guard let origin = DocumentRecord.Origin(rawValue: try decoder.varint()) else { throw DamagedBytes() }
    start = try decoder.varint()
    let lineCount = try decoder.varint()
    let publisher = try decoder.string()
    let year = try decoder.varint()
    record = DocumentRecord(
      id: id, path: path, title: title, names: names, lineCount: lineCount, origin: origin,
      publisher: publisher.isEmpty ? nil : publisher, year: year == 0 ? nil : year)
  }

  func encoded() -> [UInt8] {
    var out = ByteEncoder()
    out.string(record.id)
    out.string(record.path)
    out.string(record.title)
    out.list(record.names) { $0.string($1) }
    out.varint(record.origin.rawValue)
    out.varint(start)
    out.varint(record.lineCount)
    out.string(record.publisher ?? "")
    out.varint(record.year ?? 0)
    return out.bytes
  }
}

/// Where a passage stands; its text is a field of the index.
struct PassagePlace: Hashable, Sendable {
  /// Place in the table of documents.
  let document: Int
  let lines: LineRange
  let section: [String]
  /// Printed beside the text, and found behind all that is text.
  let isFurniture: Bool

  /// What a passage is named by: the pieces of one long line have one name.
  var line: Line { Line(document: document, first: lines.first, last: lines.last) }

  struct Line: Hashable {
    let document: Int
    let first: Int
    let last: Int
  }

  init(document: Int, lines: LineRange, section: [String], isFurniture: Bool) {
    self.document = document
    self.lines = lines
    self.section = section
    self.isFurniture = isFurniture
  }

  init(decoding bytes: [UInt8]) throws(DamagedBytes) {
    var decoder = ByteDecoder(PreparedBytes(bytes))
    document = try decoder.varint()
    let first = try decoder.varint()
    let (last, overflow) = first.addingReportingOverflow(try decoder.varint())
    guard !overflow else { throw DamagedBytes() }
    lines = LineRange(first, last)
    section = try decoder.list { d throws(DamagedBytes) in try d.string() }
    isFurniture = try decoder.varint() != 0
  }

  func encoded() -> [UInt8] {
    var out = ByteEncoder()
    out.varint(document)
    out.varint(lines.first)
    out.varint(lines.last - lines.first)
    out.list(section) { $0.string($1) }
    out.varint(isFurniture ? 1 : 0)
    return out.bytes
  }
}
