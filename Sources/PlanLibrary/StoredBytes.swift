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
    count = attachment.bytes.count
  }

  private func withBytes<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R {
    switch owner {
    case .array(let bytes): bytes.withUnsafeBytes(body)
    case .attachment(let attachment): withExtendedLifetime(attachment) { body(attachment.bytes) }
    }
  }

  /// The byte at `index`; nil outside.
  func byte(_ index: Int) -> UInt8? {
    index >= 0 && index < count ? withBytes { $0[index] } : nil
  }

  /// The u64 (lowest byte first) at `offset`; nil where there are no 8 bytes.
  func u64(at offset: Int) -> UInt64? {
    guard offset >= 0, offset <= count - 8 else { return nil }
    return withBytes { UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) }
  }

  /// The text in a range; nil where it lies outside or is not UTF-8.
  func string(_ range: Range<Int>) -> String? {
    guard range.lowerBound >= 0, range.upperBound <= count else { return nil }
    return withBytes { String(validating: UnsafeRawBufferPointer(rebasing: $0[range]), as: UTF8.self) }
  }
}
