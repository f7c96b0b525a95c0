import JapaneseText

/// Bytes that were not written by this program, or were changed since.
struct DamagedBytes: Error, Hashable, Sendable {}

/// Writes the elements that the library's files are made of.
///
///     varint = 7 bits a byte, lowest first, the high bit set on all but the last
///     signed = varint of (value << 1) ^ (value >> 63)
///     string = length:varint, UTF-8
///     u64    = 8 bytes, lowest first
///
/// 300 is `AC 02`; -1 is `01`; "川" is `03 E5 B7 9D`.
struct ByteEncoder {
  private(set) var bytes: [UInt8] = []

  mutating func varint(_ value: Int) { varint(UInt64(bitPattern: Int64(value))) }

  private mutating func varint(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func signed(_ value: Int) { varint(UInt64(bitPattern: Int64((value << 1) ^ (value >> 63)))) }

  mutating func string(_ text: String) {
    varint(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func u64(_ value: UInt64) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func raw(_ content: [UInt8]) { bytes.append(contentsOf: content) }

  mutating func list<T>(_ values: [T], _ encode: (inout ByteEncoder, T) -> Void) {
    varint(values.count)
    for value in values { encode(&self, value) }
  }
}

/// Reads what `ByteEncoder` wrote, and throws where it finds anything else.
struct ByteDecoder {
  private let bytes: PreparedBytes
  /// The same, which `bytes` keeps where they are.
  private let raw: UnsafeRawBufferPointer
  private var position = 0

  init(_ bytes: PreparedBytes) {
    self.bytes = bytes
    raw = bytes.raw
  }

  /// - Parameter range: cut to the bytes there are; nothing of them where they are damaged.
  init(_ bytes: StoredBytes, _ range: Range<Int>? = nil) {
    let range = (range ?? 0..<bytes.count).clamped(to: 0..<bytes.count)
    self.init(bytes.part(range) ?? PreparedBytes([]))
  }

  var isAtEnd: Bool { position == raw.count }
  var remaining: Int { raw.count - position }

  mutating func byte() throws(DamagedBytes) -> UInt8 {
    guard position < raw.count else { throw DamagedBytes() }
    defer { position += 1 }
    return raw[position]
  }

  private mutating func varint64() throws(DamagedBytes) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = try byte()
      guard shift < 63 || byte <= 1 else { throw DamagedBytes() }
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
      guard shift <= 63 else { throw DamagedBytes() }
    }
  }

  /// A value that is never negative where this program wrote it.
  mutating func varint() throws(DamagedBytes) -> Int {
    guard let value = Int(exactly: try varint64()) else { throw DamagedBytes() }
    return value
  }

  mutating func signed() throws(DamagedBytes) -> Int {
    let value = try varint64()
    return Int(bitPattern: UInt(value >> 1)) ^ -Int(value & 1)
  }

  mutating func u64() throws(DamagedBytes) -> UInt64 {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 8) { value |= UInt64(try byte()) << shift }
    return value
  }

  mutating func string() throws(DamagedBytes) -> String {
    let length = try varint()
    guard length <= remaining, let text = bytes.part(position..<(position + length)).text else {
      throw DamagedBytes()
    }
    position += length
    return text
  }

  /// - Parameter decode: reads one value, of at least one byte; a count beyond the bytes left is damage.
  mutating func list<T>(_ decode: (inout ByteDecoder) throws(DamagedBytes) -> T) throws(DamagedBytes) -> [T] {
    let count = try varint()
    guard count <= remaining else { throw DamagedBytes() }
    var values: [T] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try decode(&self)) }
    return values
  }
}
