/// Records of any length, each reached without reading the others.
///
///     RecordTable = count:u64, end:u64 × count, records
///
/// Record i goes from end[i - 1] (0 for the first) to end[i], counted from the first record's first byte.
/// The lines "川" and "": `02·7 00, 03·7 00, 03·7 00, E5 B7 9D`.
struct RecordTableWriter {
  private var ends: [UInt64] = []
  private var records: [UInt8] = []

  var count: Int { ends.count }

  mutating func append(_ record: some Sequence<UInt8>) {
    records.append(contentsOf: record)
    ends.append(UInt64(records.count))
  }

  /// The text of a record; nil where there is no such record.
  func string(_ index: Int) -> String? {
    guard ends.indices.contains(index) else { return nil }
    let start = index == 0 ? 0 : Int(ends[index - 1])
    return String(validating: records[start..<Int(ends[index])], as: UTF8.self)
  }

  func finish() -> [UInt8] {
    var out = ByteEncoder()
    out.u64(UInt64(ends.count))
    for end in ends { out.u64(end) }
    out.raw(records)
    return out.bytes
  }
}

/// Reads records by their number.
struct RecordTable: Sendable {
  private let bytes: StoredBytes
  let count: Int

  init(_ bytes: StoredBytes) throws(DamagedBytes) {
    guard let count = bytes.u64(at: 0), count <= UInt64(bytes.count / 8 - 1) else { throw DamagedBytes() }
    self.bytes = bytes
    self.count = Int(count)
  }

  /// The bytes of record `index`; nil where there is no such record.
  func range(_ index: Int) -> Range<Int>? {
    guard index >= 0, index < count, let end = bytes.u64(at: 8 * (index + 1)) else { return nil }
    let start = index == 0 ? 0 : bytes.u64(at: 8 * index) ?? 0
    let base = 8 * (count + 1)
    guard start <= end, end <= UInt64(bytes.count - base) else { return nil }
    return base + Int(start)..<base + Int(end)
  }

  func decoder(_ index: Int) -> ByteDecoder? { range(index).map { ByteDecoder(bytes, $0) } }
  func string(_ index: Int) -> String? { range(index).flatMap { bytes.string($0) } }
}
