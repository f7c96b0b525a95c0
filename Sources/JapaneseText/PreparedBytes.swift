/// Bytes that are used as they were written, in memory or in a mapped file: nothing of them is decoded before it is asked for.
///
///     Sections = count:u32, end:u32 × count, bytes      -- numbers lowest byte first, ends counted from the first section's start
///
/// The sections `01 02` and `03`: `02·3·00, 02·3·00, 03·3·00, 01 02, 03`. What lies beyond an end reads as 0 or as nothing, so
/// that bytes that were not written by this program trap nothing.
package struct PreparedBytes: @unchecked Sendable {
  // The owner keeps the bytes where they are, and nobody writes to them.
  private let owner: AnyObject
  private let bytes: UnsafeRawBufferPointer

  /// Valid for as long as this value or a copy of it lives.
  package var raw: UnsafeRawBufferPointer { bytes }

  /// - Parameter bytes: valid and unchanged for as long as the owner lives.
  package init(_ bytes: UnsafeRawBufferPointer, of owner: AnyObject) {
    self.owner = owner
    self.bytes = bytes
  }

  package init(_ bytes: [UInt8]) {
    let copy = Copy(bytes)
    self.init(UnsafeRawBufferPointer(copy.bytes), of: copy)
  }

  private final class Copy {
    let bytes: UnsafeMutableRawBufferPointer

    init(_ bytes: [UInt8]) {
      self.bytes = .allocate(byteCount: bytes.count, alignment: 8)
      self.bytes.copyBytes(from: bytes)
    }

    deinit { bytes.deallocate() }
  }

  package var count: Int { bytes.count }

  /// How many whole numbers there are.
  package var numbers: Int { bytes.count / 4 }

  /// The number in four bytes at place `i`.
  package func number(_ i: Int) -> UInt32 {
    guard i >= 0, i < numbers else { return 0 }
    return UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: i * 4, as: UInt32.self))
  }

  package func part(_ range: Range<Int>) -> PreparedBytes {
    PreparedBytes(UnsafeRawBufferPointer(rebasing: bytes[range.clamped(to: 0..<bytes.count)]), of: owner)
  }

  /// nil where they are no UTF-8.
  package var text: String? { String(validating: bytes, as: UTF8.self) }

  /// A copy.
  package var array: [UInt8] { Array(bytes) }
}

extension PreparedBytes {
  /// Joins sections.
  package static func encode(_ sections: [[UInt8]]) -> [UInt8] {
    var numbers = [UInt32(clamping: sections.count)]
    var end = 0
    for section in sections {
      end += section.count
      numbers.append(UInt32(clamping: end))
    }
    return encode(numbers) + sections.joined()
  }

  package static func encode(_ numbers: [UInt32]) -> [UInt8] {
    numbers.flatMap { number in withUnsafeBytes(of: number.littleEndian) { Array($0) } }
  }

  /// The sections of what `encode` joined; nil where there are not as many.
  package func sections(_ count: Int) -> [PreparedBytes]? {
    guard number(0) == UInt32(clamping: count), count < numbers else { return nil }
    let base = 4 * (count + 1)
    var start = 0
    var sections: [PreparedBytes] = []
    for i in 1...max(1, count) where i <= count {
      let end = Int(number(i))
      guard end >= start, base + end <= self.count else { return nil }
      sections.append(part(base + start..<base + end))
      start = end
    }
    return base + start == self.count ? sections : nil
  }
}

/// Texts, each reached by its place without reading the others.
///
///     TextColumn = count:u32, end:u32 × count, UTF-8
package struct TextColumn: Sendable {
  private let bytes: PreparedBytes
  package let count: Int

  package init(_ texts: [String]) { self.init(unchecked: PreparedBytes(TextColumn.encode(texts))) }

  /// nil where the bytes have not this form.
  package init?(_ bytes: PreparedBytes) {
    let count = Int(bytes.number(0))
    guard count < bytes.numbers, 4 * (count + 1) + (count > 0 ? Int(bytes.number(count)) : 0) == bytes.count
    else { return nil }
    self.init(unchecked: bytes)
  }

  private init(unchecked bytes: PreparedBytes) {
    self.bytes = bytes
    count = Int(bytes.number(0))
  }

  package subscript(_ i: Int) -> String {
    guard i >= 0, i < count else { return "" }
    let base = 4 * (count + 1)
    let start = base + (i == 0 ? 0 : Int(bytes.number(i)))
    return bytes.part(start..<max(start, base + Int(bytes.number(i + 1)))).text ?? ""
  }

  package static func encode(_ texts: [String]) -> [UInt8] {
    PreparedBytes.encode(texts.map { Array($0.utf8) })
  }

  package var encoded: [UInt8] { bytes.array }
}
