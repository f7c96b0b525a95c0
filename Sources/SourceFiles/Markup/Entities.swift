/// Characters written as `&name;` or `&#number;`.
enum Entities {
  /// The text with its entities resolved; what is none stays as it is.
  static func resolve(_ bytes: ArraySlice<UInt8>) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var i = bytes.startIndex
    while i < bytes.endIndex {
      if bytes[i] == UInt8(ascii: "&"), let (scalar, end) = entity(bytes, from: i + 1) {
        out.append(contentsOf: Array(String(Character(scalar)).utf8))
        i = end
      } else {
        out.append(bytes[i])
        i += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static let longestName = 10

  /// The character, and the offset behind its `;`.
  private static func entity(_ bytes: ArraySlice<UInt8>, from start: Int) -> (Unicode.Scalar, Int)? {
    guard let end = bytes[start...].prefix(longestName + 1).firstIndex(of: UInt8(ascii: ";")) else {
      return nil
    }
    let name = String(decoding: bytes[start..<end], as: UTF8.self)
    guard let scalar = name.hasPrefix("#") ? numbered(name.dropFirst()) : named[name] else { return nil }
    return (scalar, end + 1)
  }

  private static func numbered(_ digits: Substring) -> Unicode.Scalar? {
    let value =
      digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }
  }

  /// The five of XML, and those that Japanese pages write.
  private static let named: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "copy": "©", "reg": "®",
    "yen": "¥", "deg": "°", "plusmn": "±", "times": "×", "divide": "÷", "middot": "·", "sup2": "²",
    "sup3": "³",
    "ndash": "–", "mdash": "—", "hellip": "…", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”",
    "laquo": "«", "raquo": "»", "bull": "•", "rarr": "→", "larr": "←", "uarr": "↑", "darr": "↓",
    "emsp": "\u{2003}",
    "ensp": "\u{2002}", "thinsp": "\u{2009}", "euro": "€", "trade": "™", "permil": "‰", "radic": "√",
    "infin": "∞",
  ]
}
