import SystemFiles

/// One document as it is kept: what the caller gave, and the folded text that substrings are looked for in.
///
///     Record     = id:Bytes, stored:Bytes, field:Bytes × fields, characters:Bytes, spellings:Bytes
///
/// `characters` and `spellings` are the fields folded to these depths, `U+001F` between fields; `spellings` is empty
/// where it would be the same. Records stand one after another; their offsets (u64, one more than there are records)
/// in a file of their own.
struct DocumentRecord {
  /// Between the folded fields: nothing folds to it.
  static let separator: UInt8 = 0x1F

  let id: UnsafeRawBufferPointer
  let stored: UnsafeRawBufferPointer
  let fields: [UnsafeRawBufferPointer]
  let characters: UnsafeRawBufferPointer
  /// The text of the third depth, also where it equals the second.
  let spellings: UnsafeRawBufferPointer

  init(_ reader: inout ByteReader, fields count: Int) throws(IndexError) {
    id = try reader.block()
    stored = try reader.block()
    var fields: [UnsafeRawBufferPointer] = []
    fields.reserveCapacity(count)
    for _ in 0..<count { fields.append(try reader.block()) }
    self.fields = fields
    characters = try reader.block()
    let deep = try reader.block()
    spellings = deep.isEmpty ? characters : deep
  }

  static func encode(
    id: String, stored: [UInt8], fields: [String], characters: [UInt8], spellings: [UInt8]
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(block: Array(id.utf8))
    bytes.append(block: stored)
    for field in fields { bytes.append(block: Array(field.utf8)) }
    bytes.append(block: characters)
    bytes.append(block: spellings == characters ? [] : spellings)
    return bytes
  }
}

/// Reads records by document.
struct DocumentStore: Sendable {
  private let records: MappedFile
  private let offsets: MappedFile
  private let fieldCount: Int
  let count: Int

  init(records: MappedFile, offsets: MappedFile, fieldCount: Int, count: Int) throws(IndexError) {
    self.records = records
    self.offsets = offsets
    self.fieldCount = fieldCount
    self.count = count
    guard offsets.bytes.count == (count + 1) * 8 else {
      throw .malformed(path: offsets.path, part: "the list of offsets")
    }
  }

  /// The owner of the record's bytes is this store.
  func record(_ document: DocID) throws(IndexError) -> DocumentRecord {
    var offsets = ByteReader(
      offsets.bytes, at: Int(document.rawValue) * 8, path: offsets.path, part: "the list of offsets")
    guard let offset = Int(exactly: try offsets.fixed(UInt64.self)) else { throw offsets.failure }
    var reader = ByteReader(records.bytes, at: offset, path: records.path, part: "a document")
    return try DocumentRecord(&reader, fields: fieldCount)
  }
}
