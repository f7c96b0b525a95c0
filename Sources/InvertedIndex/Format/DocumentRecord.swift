/// One document as it is kept: what the caller gave, and the folded text that substrings are looked for in.
///
///     Documents  = dictionary, Record × documents
///     Record     = head:varint, spellings:varint, length:varint, Compressed
///     Compressed = Compression of id:Bytes, stored:Bytes, spellings, characters:Bytes, field:Bytes × fields
///
/// `spellings` and `characters` are the fields folded to these depths, `U+001F` between fields. `head` is the length of id
/// and stored bytes as written, `spellings` that of the folded text, `length` that of all. What comes first can be had without
/// the rest, and the three copies of the text cost little more than one. The offsets of the records (u64, one more than there
/// are records) stand in a file of their own; up to the first is the dictionary, folded text of the first documents.
struct DocumentRecord {
  /// Between the folded fields: nothing folds to it.
  static let separator: UInt8 = 0x1F

  /// What the caller calls the document and keeps with it.
  struct Head {
    let id: ArraySlice<UInt8>
    let stored: ArraySlice<UInt8>
  }

  let head: Head
  let spellings: ArraySlice<UInt8>
  let characters: ArraySlice<UInt8>
  let fields: [ArraySlice<UInt8>]
}

/// A record before it is compressed.
struct RawRecord: Sendable {
  let bytes: [UInt8]
  private let head: Int
  private let spellingsLength: Int

  init(id: String, stored: [UInt8], fields: [String], characters: [UInt8], spellings: [UInt8]) {
    var bytes: [UInt8] = []
    bytes.append(block: Array(id.utf8))
    bytes.append(block: stored)
    head = bytes.count
    bytes.append(contentsOf: spellings)
    spellingsLength = spellings.count
    bytes.append(block: characters)
    for field in fields { bytes.append(block: Array(field.utf8)) }
    self.bytes = bytes
  }

  /// The folded text.
  var spellings: ArraySlice<UInt8> { bytes[head..<(head + spellingsLength)] }

  func encoded(_ compressor: Compressor) -> [UInt8] {
    var out: [UInt8] = []
    out.append(varint: UInt64(head))
    out.append(varint: UInt64(spellingsLength))
    out.append(varint: UInt64(bytes.count))
    return out + compressor.compress(bytes)
  }

  /// The folded text of the first records, for all of them to be compressed against.
  static func dictionary(_ records: some Sequence<RawRecord>) -> [UInt8] {
    var bytes: [UInt8] = []
    for record in records where bytes.count < Compression.largestDictionary {
      bytes.append(contentsOf: record.spellings)
    }
    return Array(bytes.prefix(Compression.largestDictionary))
  }
}

/// Reads records by document.
struct DocumentStore: Sendable {
  private let records: SealedFile
  private let offsets: SealedFile
  private let fieldCount: Int
  let count: Int

  init(records: SealedFile, offsets: SealedFile, fieldCount: Int, count: Int) throws(IndexError) {
    self.records = records
    self.offsets = offsets
    self.fieldCount = fieldCount
    self.count = count
    guard offsets.count == (count + 1) * 8 else {
      throw .malformed(path: offsets.path, part: "the list of offsets")
    }
  }

  private func offset(_ i: Int) throws(IndexError) -> Int {
    var reader = ByteReader(
      try offsets.bytes(i * 8..<(i + 1) * 8), path: offsets.path, part: "the list of offsets")
    guard let offset = Int(exactly: try reader.fixed(UInt64.self)) else { throw reader.failure }
    return offset
  }

  private enum Part { case head, spellings, all }

  /// The record's first bytes, and the lengths of its head and its folded text.
  private func decode(
    _ document: DocID, _ part: Part
  ) throws(IndexError) -> (bytes: [UInt8], head: Int, spellings: Int) {
    let number = Int(document.rawValue)
    let (start, end, dictionary) = (try offset(number), try offset(number + 1), try offset(0))
    let malformed = IndexError.malformed(path: records.path, part: "a document")
    guard dictionary >= 0, start >= dictionary, end >= start else { throw malformed }
    var reader = ByteReader(try records.bytes(start..<end), path: records.path, part: "a document")
    let (head, spellings, length) = (try reader.count(), try reader.count(), try reader.count())
    guard length <= 1 << 32, head <= length, spellings <= length - head else { throw malformed }
    let wanted =
      switch part {
      case .head: head
      case .spellings: head + spellings
      case .all: length
      }
    let bytes = try Compression.decompress(
      &reader, dictionary: try records.bytes(0..<dictionary), length: wanted)
    return (bytes, head, spellings)
  }

  func head(_ document: DocID) throws(IndexError) -> DocumentRecord.Head {
    try head(in: try decode(document, .head).bytes)
  }

  private func head(in bytes: [UInt8]) throws(IndexError) -> DocumentRecord.Head {
    var reader = Sections(bytes, at: 0, path: records.path)
    return DocumentRecord.Head(id: try reader.next(), stored: try reader.next())
  }

  /// The text folded as deep as it goes.
  func spellings(_ document: DocID) throws(IndexError) -> ArraySlice<UInt8> {
    let (bytes, head, _) = try decode(document, .spellings)
    return bytes[head...]
  }

  func record(_ document: DocID) throws(IndexError) -> DocumentRecord {
    let (bytes, head, spellings) = try decode(document, .all)
    var reader = Sections(bytes, at: head + spellings, path: records.path)
    let characters = try reader.next()
    var fields: [ArraySlice<UInt8>] = []
    fields.reserveCapacity(fieldCount)
    for _ in 0..<fieldCount { fields.append(try reader.next()) }
    return DocumentRecord(
      head: try self.head(in: bytes), spellings: bytes[head..<(head + spellings)], characters: characters,
      fields: fields)
  }
}

/// Takes bytes with their lengths before them out of others, without a copy.
private struct Sections {
  private let bytes: [UInt8]
  private var offset: Int
  private let path: String

  init(_ bytes: [UInt8], at offset: Int, path: String) {
    self.bytes = bytes
    self.offset = offset
    self.path = path
  }

  mutating func next() throws(IndexError) -> ArraySlice<UInt8> {
    let start = offset
    let (path, all) = (path, bytes)
    let range = try all.withUnsafeBufferPointer { (all: UnsafeBufferPointer<UInt8>) throws(IndexError) in
      var reader = ByteReader(UnsafeRawBufferPointer(all), at: start, path: path, part: "a document")
      let length = try reader.count()
      let first = reader.offset
      _ = try reader.slice(length)
      return first..<reader.offset
    }
    offset = range.upperBound
    return bytes[range]
  }
}
