import PageLayout

/// Cuts what a program prints into pages as it comes, and reads each.
struct PageStream {
  private var waiting: [UInt8] = []
  /// Bytes of `waiting` in which no page ends.
  private var searched = 0
  private(set) var pages: [LaidOutPage] = []
  private let read: ([UInt8]) -> PageContent

  private static let opening = Array("<page ".utf8)
  private static let closing = Array("</page>".utf8)

  init(_ read: @escaping ([UInt8]) -> PageContent) { self.read = read }

  mutating func take(_ bytes: [UInt8]) {
    waiting += bytes
    while let end = Self.find(Self.closing, in: waiting, from: searched) {
      let start = Self.find(Self.opening, in: waiting, from: 0) ?? 0
      if start < end {
        pages.append(PageReader.layOut(read(Array(waiting[start..<(end + Self.closing.count)]))))
      }
      waiting.removeFirst(end + Self.closing.count)
      searched = 0
    }
    searched = max(0, waiting.count - Self.closing.count)
  }

  private static func find(_ needle: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    var i = start
    while i + needle.count <= bytes.count {
      if bytes[i] == needle[0], bytes[i..<(i + needle.count)].elementsEqual(needle) { return i }
      i += 1
    }
    return nil
  }
}
