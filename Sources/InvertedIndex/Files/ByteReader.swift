/// Reads numbers and bytes one after another; nothing outside the bytes is ever touched.
///
/// The owner of the bytes must outlive the reader.
struct ByteReader {
  let bytes: UnsafeRawBufferPointer
  private(set) var offset: Int
  /// For errors: the file, and the structure in it.
  let path: String
  let part: StaticString

  init(_ bytes: UnsafeRawBufferPointer, at offset: Int = 0, path: String, part: StaticString) {
    self.bytes = bytes
    self.offset = offset
    self.path = path
    self.part = part
  }

  var isAtEnd: Bool { offset >= bytes.count }

  var failure: IndexError { .malformed(path: path, part: "\(part)") }

  mutating func fixed<T: FixedWidthInteger & BitwiseCopyable>(_ type: T.Type) throws(IndexError) -> T {
    let size = MemoryLayout<T>.size
    guard offset >= 0, offset <= bytes.count - size else { throw failure }
    defer { offset += size }
    return T(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: T.self))
  }

  mutating func varint() throws(IndexError) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while shift < 64 {
      guard offset >= 0, offset < bytes.count else { throw failure }
      let byte = bytes[offset]
      offset += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    throw failure
  }

  /// A number that counts or measures something in memory.
  mutating func count() throws(IndexError) -> Int {
    guard let count = Int(exactly: try varint()) else { throw failure }
    return count
  }

  mutating func slice(_ length: Int) throws(IndexError) -> UnsafeRawBufferPointer {
    guard offset >= 0, length >= 0, length <= bytes.count - offset else { throw failure }
    defer { offset += length }
    return UnsafeRawBufferPointer(rebasing: bytes[offset..<(offset + length)])
  }

  /// Bytes with their length before them.
  mutating func block() throws(IndexError) -> UnsafeRawBufferPointer { try slice(try count()) }

  mutating func string() throws(IndexError) -> String {
    guard let string = String(validating: try block(), as: UTF8.self) else { throw failure }
    return string
  }
}

extension [UInt8] {
  mutating func append<T: FixedWidthInteger & BitwiseCopyable>(fixed value: T) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }

  mutating func append(varint value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }

  /// Bytes with their length before them.
  mutating func append(block bytes: some Collection<UInt8>) {
    append(varint: UInt64(bytes.count))
    append(contentsOf: bytes)
  }
}
