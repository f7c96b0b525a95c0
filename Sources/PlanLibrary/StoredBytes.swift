import InvertedIndex
import JapaneseText

/// Bytes of the library, in memory or in a mapped file of which a part is checked when it is first asked for.
final class StoredBytes: Sendable {
  private enum Owner {
    case memory(PreparedBytes)
    case attachment(Attachment)
  }

  private let owner: Owner
  let count: Int

  init(_ bytes: [UInt8]) {
    owner = .memory(PreparedBytes(bytes))
    count = bytes.count
  }

  init(_ attachment: Attachment) {
    owner = .attachment(attachment)
    count = attachment.count
  }

  /// Nil where the range lies outside, or its bytes are damaged.
  func part(_ range: Range<Int>) -> PreparedBytes? {
    guard range.lowerBound >= 0, range.upperBound <= count else { return nil }
    return switch owner {
    case .memory(let bytes): bytes.part(range)
    case .attachment(let attachment): attachment.part(range)
    }
  }

  /// The u64 (lowest byte first) at `offset`; nil where there are no 8 bytes.
  func u64(at offset: Int) -> UInt64? {
    guard offset >= 0, offset <= count - 8, let bytes = part(offset..<(offset + 8)) else { return nil }
    return UInt64(bytes.number(1)) << 32 | UInt64(bytes.number(0))
  }

  /// The text in a range; nil where it lies outside or is not UTF-8.
  func string(_ range: Range<Int>) -> String? { part(range)?.text }
}
