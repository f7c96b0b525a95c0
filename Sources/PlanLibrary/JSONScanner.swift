import Phrases

/// Goes through JSON text (RFC 8259) token by token; never recurses, whatever is nested.
package struct JSONScanner {
  /// What is missing, and before which byte of the text it was looked for.
  package struct Problem: Error, Hashable, Sendable {
    package let saying: Saying
    /// 0-based.
    package let offset: Int
  }

  private let bytes: [UInt8]
  private var at = 0

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The byte to be read next; nil at the end.
  package var next: UInt8? { at < bytes.count ? bytes[at] : nil }

  package func problem(_ what: Saying) -> Problem {
    Problem(saying: what, offset: at)
  }

  package mutating func skipSpace() {
    while let byte = next, byte == 0x20 || (0x09...0x0D).contains(byte) { at += 1 }
  }

  /// Passes over white space and one character of ASCII.
  package mutating func expect(_ character: Character) throws(Problem) {
    skipSpace()
    guard let byte = character.asciiValue, next == byte else {
      throw problem(Phrase.jsonNo.with(Saying("\(character)")))
    }
    at += 1
  }

  /// The letters, digits, signs and points that come next: a number or a bare word; empty where none do.
  package mutating func word() -> String {
    let start = at
    while let byte = next, byte > 0x20, !",:[]{}\"".utf8.contains(byte) { at += 1 }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  /// Passes over a number, a word, a list or an object.
  package mutating func skipValue() throws(Problem) {
    var depth = 0
    let start = at
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""): _ = try string()
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        at += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ","):
        if depth == 0 {
          if at == start { throw problem(Phrase.jsonNoValue.with()) }
          return
        }
        if byte != UInt8(ascii: ",") { depth -= 1 }
        at += 1
      default: at += 1
      }
    }
    throw problem(Phrase.jsonNoEnd.with())
  }

  /// The content of a string, its escapes replaced.
  package mutating func string() throws(Problem) -> String {
    guard next == UInt8(ascii: "\"") else { throw problem(Phrase.jsonNo.with(Saying("\""))) }
    at += 1
    var content: [UInt8] = []
    while let byte = next {
      at += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: content, as: UTF8.self) else {
          throw problem(Phrase.jsonNoUTF8.with())
        }
        return text
      case UInt8(ascii: "\\"): content.append(contentsOf: try escape())
      default: content.append(byte)
      }
    }
    throw problem(Phrase.jsonNoStringEnd.with())
  }

  /// The UTF-8 of an escape whose backslash was read.
  private mutating func escape() throws(Problem) -> [UInt8] {
    guard let byte = next else { throw problem(Phrase.jsonNoStringEnd.with()) }
    at += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"):
      var value = try fourDigits()
      if (0xD800...0xDBFF).contains(value), bytes[at...].starts(with: Array("\\u".utf8)) {
        let mark = at
        at += 2
        let low = try fourDigits()
        if (0xDC00...0xDFFF).contains(low) {
          value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
        } else {
          at = mark
        }
      }
      // Half a surrogate pair is no character; U+FFFD stands for it, as in every decoder.
      return Array(String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8)
    default: throw problem(Phrase.jsonNoEscape.with())
    }
  }

  private mutating func fourDigits() throws(Problem) -> UInt32 {
    guard at + 4 <= bytes.count, let text = String(validating: bytes[at..<(at + 4)], as: UTF8.self),
      text.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
      let value = UInt32(text, radix: 16)
    else { throw problem(Phrase.jsonNoDigits.with()) }
    at += 4
    return value
  }
}
