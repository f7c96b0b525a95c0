/// What a browser asks for: the head of a request of HTTP/1.1. What may follow the head is not read.
package struct PageRequest: Hashable, Sendable {
  package let method: String
  /// As it was sent, without the query.
  package let path: String
  package let query: QueryString
  /// By name in lower case; of a name that comes several times, all values with commas between them.
  package let headers: [String: String]

  package init(
    method: String = "GET", path: String, query: QueryString = QueryString(), headers: [String: String] = [:]
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.headers = headers
  }

  /// Why a head is not read further.
  package enum Fault: Error, Hashable, Sendable {
    case malformed
    /// The path and the query have more bytes than `longestTarget`.
    case targetTooLong
    /// The head has more bytes than `longestHead`.
    case headTooLong
  }

  /// In bytes: a question of 2,000 characters has up to 18,000, and earlier ones may come with it.
  package static let longestTarget = 32_000
  package static let longestHead = 48_000

  /// Reads the first bytes of a connection; nil where the head is not whole yet.
  package init?(_ bytes: [UInt8]) throws(Fault) {
    let lineEnd = bytes.firstIndex(of: 0x0A)
    if lineEnd ?? bytes.count > PageRequest.longestTarget { throw .targetTooLong }
    guard let end = PageRequest.end(of: bytes) else {
      if bytes.count > PageRequest.longestHead { throw .headTooLong }
      return nil
    }
    if end > PageRequest.longestHead { throw .headTooLong }
    let lines = bytes[..<end].split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      line.last == 0x0D ? line.dropLast() : line
    }
    let words = lines[0].split(separator: 0x20, omittingEmptySubsequences: false)
    guard words.count == 3,
      words[2].elementsEqual("HTTP/1.1".utf8) || words[2].elementsEqual("HTTP/1.0".utf8),
      words[0].allSatisfy(PageRequest.isUpperCase), !words[0].isEmpty, words[1].first == UInt8(ascii: "/"),
      words[1].allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { throw .malformed }
    let target = words[1].split(
      separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
    guard let query = QueryString(String(decoding: target.count > 1 ? target[1] : [], as: UTF8.self)) else {
      throw .malformed
    }
    method = String(decoding: words[0], as: UTF8.self)
    path = String(decoding: target[0], as: UTF8.self)
    self.query = query
    headers = try PageRequest.headers(lines.dropFirst())
  }

  private static func isUpperCase(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }

  /// Where the blank line begins.
  private static func end(of bytes: [UInt8]) -> Int? {
    var i = bytes.startIndex
    while let end = bytes[i...].firstIndex(of: 0x0A) {
      let rest = bytes[(end + 1)...].prefix(2)
      if rest.first == 0x0A || rest.elementsEqual([0x0D, 0x0A]) { return end }
      i = end + 1
    }
    return nil
  }

  private static func headers(_ lines: some Sequence<ArraySlice<UInt8>>) throws(Fault) -> [String: String] {
    var headers: [String: String] = [:]
    for line in lines where !line.isEmpty {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
        line[..<colon].allSatisfy({ $0 > 0x20 && $0 < 0x7F })
      else { throw .malformed }
      let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
      let value = String(decoding: line[(colon + 1)...], as: UTF8.self).drop { $0 == " " || $0 == "\t" }
      // two hosts are a way to be taken for another
      if name == "host", headers[name] != nil { throw .malformed }
      headers[name] = headers[name].map { "\($0), \(value)" } ?? String(value)
    }
    return headers
  }
}
