/// The part of a URL behind `?`: names with values, in order; a name may come several times.
package struct QueryString: Hashable, Sendable {
  package struct Item: Hashable, Sendable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  package var items: [Item]

  package init(_ items: [Item] = []) { self.items = items }

  /// nil where what it encodes is no UTF-8.
  package init?(_ encoded: some StringProtocol) {
    items = []
    for pair in encoded.utf8.split(separator: UInt8(ascii: "&")) {
      let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = QueryString.decoded(parts[0]),
        let value = parts.count > 1 ? QueryString.decoded(parts[1]) : ""
      else { return nil }
      items.append(Item(name, value))
    }
  }

  /// The first value of a name.
  package subscript(_ name: String) -> String? { items.first { $0.name == name }?.value }

  package var encoded: String {
    items.map { "\(QueryString.encoded($0.name))=\(QueryString.encoded($0.value))" }.joined(separator: "&")
  }

  /// `%E8%AA%BF` is 調, `+` a space, `%` without two digits itself.
  private static func decoded(_ bytes: some Sequence<UInt8>) -> String? {
    let bytes = Array(bytes)
    var out: [UInt8] = []
    var i = 0
    while i < bytes.count {
      if bytes[i] == UInt8(ascii: "%"), i + 2 < bytes.count, let high = digit(bytes[i + 1]),
        let low = digit(bytes[i + 2])
      {
        out.append(high << 4 | low)
        i += 3
      } else {
        out.append(bytes[i] == UInt8(ascii: "+") ? UInt8(ascii: " ") : bytes[i])
        i += 1
      }
    }
    return String(validating: out, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  private static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF")
    var out = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
        out.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        out += "%"
        out.append(digits[Int(byte >> 4)])
        out.append(digits[Int(byte & 15)])
      }
    }
    return out
  }
}
