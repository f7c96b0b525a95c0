import Glibc
import JapaneseText
import SystemFiles

/// Lines of standard input as they come in; a byte order mark before the first is passed over.
struct InputLines {
  /// What ends a line.
  enum End: Hashable {
    /// LF or CRLF.
    case lineFeed
    /// A zero byte, so that a question may have line feeds.
    case null
  }

  private let end: End

  init(endedBy end: End = .lineFeed) { self.end = end }

  /// A line without its end (LF or CRLF).
  struct Line {
    /// 1-based.
    let number: Int
    /// Bytes that are no UTF-8 are U+FFFD.
    let text: String
    /// The offset in the line of the first byte that is no UTF-8.
    let invalidByte: Int?
  }

  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  /// True where C-c came while this waited.
  private(set) var isInterrupted = false
  private var number = 0

  /// The next line; nil at the end. A last line without an end counts.
  mutating func next() -> Line? {
    var searched = start
    while true {
      if let end = end(searched: searched) {
        defer { start = end.upperBound }
        return line(buffer[start..<end.lowerBound])
      }
      searched = buffer.count
      if isAtEnd {
        guard start < buffer.count else { return nil }
        defer { start = buffer.count }
        return line(buffer[start...])
      }
      searched -= start
      fill()
      if isInterrupted { return nil }
    }
  }

  /// The next line, for which this waits, and up to `limit` lines in all that have already come in; empty at the end.
  mutating func some(limit: Int) -> [Line] {
    guard let first = next() else { return [] }
    var lines = [first]
    while lines.count < limit, end(searched: start) != nil,
      let line = next()
    {
      lines.append(line)
    }
    return lines
  }

  private func end(searched: Int) -> Range<Int>? {
    switch end {
    case .lineFeed: TextLines.end(in: buffer, ofLineFrom: start, searched: searched)
    case .null: buffer[max(start, searched)...].firstIndex(of: 0).map { $0..<$0 + 1 }
    }
  }

  private mutating func line(_ bytes: ArraySlice<UInt8>) -> Line {
    number += 1
    let content = number == 1 ? TextLines.withoutByteOrderMark(Array(bytes)) : Array(bytes)
    if let text = String(validating: content, as: UTF8.self) {
      return Line(number: number, text: text, invalidByte: nil)
    }
    return Line(
      number: number, text: String(decoding: content, as: UTF8.self),
      invalidByte: TextValidation.firstInvalidByte(in: content) ?? 0)
  }

  private mutating func fill() {
    buffer.removeFirst(start)
    start = 0
    var block = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(0, &block, block.count)
    if count > 0 {
      buffer.append(contentsOf: block[..<count])
    } else if count == 0 || errno != EINTR {
      isAtEnd = true
    } else if Signals.takeInterrupt() {
      isInterrupted = true
    }
  }
}
