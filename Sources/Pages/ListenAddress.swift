/// Where a server listens: an address of this machine, by number.
package enum ListenAddress: Hashable, Sendable {
  case version4(String)
  case version6(String)

  package static let loopback = ListenAddress.version4("127.0.0.1")

  /// nil where the text is no address: names lead where somebody says, and are none.
  package init?(_ text: String) {
    if text.contains(":") {
      guard text.allSatisfy({ $0.isHexDigit || $0 == ":" || $0 == "." }) else { return nil }
      self = .version6(text)
    } else {
      let parts = text.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count == 4, parts.allSatisfy({ UInt8($0) != nil }) else { return nil }
      self = .version4(text)
    }
  }

  /// True where this machine alone can connect.
  package var isLoopback: Bool {
    switch self {
    case .version4(let text): text.hasPrefix("127.")
    case .version6(let text): text == "::1"
    }
  }

  /// `http://127.0.0.1:8080/`
  package func url(port: UInt16) -> String {
    switch self {
    case .version4(let text): "http://\(text):\(port)/"
    case .version6(let text): "http://[\(text)]:\(port)/"
    }
  }
}
