import Glibc

/// The lines of a text as `sed -n` and editors number them.
///
/// A line ends at a line feed, alone or behind a carriage return, and nowhere else: form feeds, vertical tabs, NEL,
/// U+2028, U+2029 and a carriage return by itself stand inside a line. Behind the last end no line follows, so that an
/// empty text has no lines. All of it works on UTF-8: "\r\n" is one `Character`, and `isNewline` is true of too many.
package enum TextLines {
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The lines of a text in order, without their ends.
  package static func split(_ text: String) -> [Substring] {
    var text = text
    let ranges = text.withUTF8 { self.ranges(in: $0) }
    let utf8 = text.utf8
    return ranges.map { range in
      let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
      return text[start..<utf8.index(start, offsetBy: range.count)]
    }
  }

  /// The same as places in the text's bytes, which need not be UTF-8.
  package static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
    bytes.withUnsafeBufferPointer { ranges(in: $0) }
  }

  /// Where the end of the line that begins at `start` stands: one byte, or two with the carriage return.
  ///
  /// - Parameter searched: bytes before it are known to hold no line feed; for bytes that come block by block.
  /// - Returns: nil where the line has no end yet.
  package static func end(in bytes: [UInt8], ofLineFrom start: Int, searched: Int) -> Range<Int>? {
    bytes.withUnsafeBufferPointer { end(in: $0, ofLineFrom: start, searched: searched) }
  }

  /// The bytes behind a byte order mark, which is no part of the first line.
  package static func withoutByteOrderMark(_ bytes: [UInt8]) -> [UInt8] {
    bytes.starts(with: byteOrderMark) ? Array(bytes.dropFirst(byteOrderMark.count)) : bytes
  }

  private static func ranges(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      let end = end(in: bytes, ofLineFrom: start, searched: start) ?? bytes.count..<bytes.count
      ranges.append(start..<end.lowerBound)
      start = end.upperBound
    }
    return ranges
  }

  private static func end(
    in bytes: UnsafeBufferPointer<UInt8>, ofLineFrom start: Int, searched: Int
  ) -> Range<Int>? {
    guard let base = bytes.baseAddress, searched < bytes.count,
      let found = memchr(base + searched, Int32(lineFeed), bytes.count - searched)
    else { return nil }
    let feed = UnsafeRawPointer(found) - UnsafeRawPointer(base)
    let isPair = feed > start && bytes[feed - 1] == carriageReturn
    return (isPair ? feed - 1 : feed)..<(feed + 1)
  }
}
