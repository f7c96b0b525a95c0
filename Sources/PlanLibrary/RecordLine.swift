/// One line of a `.jsonl` file: an object with the strings `id`, `text` and, where given, `title`; other members are
/// passed over.
struct RecordLine: Hashable, Sendable {
  let id: String
  /// Empty where it is not given or blank.
  let title: String
  let text: String

  /// Why a line is no record, as a message says it.
  struct Problem: Error, Hashable, Sendable {
    let sentence: String
  }

  init(parsing line: some Collection<UInt8>) throws(Problem) {
    var scanner = JSONScanner(Array(line))
    let members = try scanner.stringMembers()
    guard let id = members["id"], !id.isEmpty else { throw Problem(sentence: "has no \"id\"") }
    guard let text = members["text"] else { throw Problem(sentence: "has no \"text\"") }
    guard !id.unicodeScalars.contains(where: { $0.properties.isWhitespace || $0.value < 0x20 }) else {
      throw Problem(sentence: "the \"id\" holds white space")
    }
    self.id = id
    self.text = text
    let title = members["title"] ?? ""
    self.title = title.allSatisfy(\.isWhitespace) ? "" : title
  }
}

/// Reads the string members of one JSON object; never recurses, whatever is nested.
private struct JSONScanner {
  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

  private func problem(_ what: String) -> RecordLine.Problem {
    RecordLine.Problem(sentence: "is not a JSON object: \(what) at byte offset \(at) of the line")
  }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || (0x09...0x0D).contains(byte) { at += 1 }
  }

  private mutating func expect(_ character: Character) throws(RecordLine.Problem) {
    skipSpace()
    guard let byte = character.asciiValue, next == byte else { throw problem("no \(character)") }
    at += 1
  }

  mutating func stringMembers() throws(RecordLine.Problem) -> [String: String] {
    var members: [String: String] = [:]
    try expect("{")
    skipSpace()
    if next == UInt8(ascii: "}") { return members }
    while true {
      skipSpace()
      let name = try string()
      try expect(":")
      skipSpace()
      if next == UInt8(ascii: "\"") {
        members[name] = try string()
      } else {
        try skipValue()
      }
      skipSpace()
      if next == UInt8(ascii: "}") { break }
      try expect(",")
    }
    at += 1
    skipSpace()
    guard next == nil else { throw problem("more text") }
    return members
  }

  /// Passes over a number, a word, a list or an object.
  private mutating func skipValue() throws(RecordLine.Problem) {
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
          if at == start { throw problem("no value") }
          return
        }
        if byte != UInt8(ascii: ",") { depth -= 1 }
        at += 1
      default: at += 1
      }
    }
    throw problem("no end")
  }

  private mutating func string() throws(RecordLine.Problem) -> String {
    guard next == UInt8(ascii: "\"") else { throw problem("no \"") }
    at += 1
    var content: [UInt8] = []
    while let byte = next {
      at += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: content, as: UTF8.self) else { throw problem("no UTF-8") }
        return text
      case UInt8(ascii: "\\"): content.append(contentsOf: try escape())
      default: content.append(byte)
      }
    }
    throw problem("no end of a string")
  }

  /// The UTF-8 of an escape whose backslash was read.
  private mutating func escape() throws(RecordLine.Problem) -> [UInt8] {
    guard let byte = next else { throw problem("no end of a string") }
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
    default: throw problem("no such escape")
    }
  }

  private mutating func fourDigits() throws(RecordLine.Problem) -> UInt32 {
    guard at + 4 <= bytes.count, let text = String(validating: bytes[at..<(at + 4)], as: UTF8.self),
      text.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
      let value = UInt32(text, radix: 16)
    else { throw problem("no four hexadecimal digits") }
    at += 4
    return value
  }
}
