import InvertedIndex

/// Bytes of the library, in memory or in a mapped file.
final class StoredBytes: Sendable {
  private enum Owner {
    case array([UInt8])
    case attachment(Attachment)
  }

  private let owner: Owner
  let count: Int

  init(_ bytes: [UInt8]) {
    owner = .array(bytes)
    count = bytes.count
  }

  init(_ attachment: Attachment) {
    owner = .attachment(attachment)
    count = attachment.count
  }

  /// Nil where the range lies outside, or its bytes are damaged.
  private func withBytes<R>(_ range: Range<Int>, _ body: (UnsafeRawBufferPointer) -> R?) -> R? {
    guard range.lowerBound >= 0, range.upperBound <= count else { return nil }
    return switch owner {
    case .array(let bytes): bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[range])) }
    case .attachment(let attachment):
      withExtendedLifetime(attachment) { attachment.bytes(range).flatMap(body) }
    }
  }

  /// The byte at `index`; nil outside.
  func byte(_ index: Int) -> UInt8? {
    index >= 0 && index < count ? withBytes(index..<(index + 1)) { $0[0] } : nil
  }

  /// The u64 (lowest byte first) at `offset`; nil where there are no 8 bytes.
  func u64(at offset: Int) -> UInt64? {
    guard offset >= 0, offset <= count - 8 else { return nil }
    return withBytes(offset..<(offset + 8)) { UInt64(littleEndian: $0.loadUnaligned(as: UInt64.self)) }
  }

  /// The text in a range; nil where it lies outside or is not UTF-8.
  func string(_ range: Range<Int>) -> String? {
    withBytes(range) { String(validating: $0, as: UTF8.self) }
  }
}
