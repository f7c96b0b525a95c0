import JapaneseText
import Phrases
import PlanLibrary
import Rendering

extension JSONValue {
  /// How deep lists and objects may stand in each other.
  private static let deepest = 64

  /// Reads one JSON value (RFC 8259) with nothing behind it; a number that can't be held exactly is a problem.
  package init(parsing bytes: [UInt8]) throws(JSONScanner.Problem) {
    var scanner = JSONScanner(bytes)
    self = try JSONValue.read(&scanner, depth: 0)
    scanner.skipSpace()
    guard scanner.next == nil else { throw scanner.problem(Phrase.jsonMore.with()) }
  }

  /// The value of a member of an object; nil where there is none.
  package subscript(_ name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  package var string: String? { if case .text(let text) = self { text } else { nil } }
  package var number: ExactNumber? { if case .number(let number) = self { number } else { nil } }
  package var isTrue: Bool { self == .flag(true) }
  /// The values of a list; nil for what is none.
  package var values: [JSONValue]? { if case .list(let values) = self { values } else { nil } }
  /// The values of a list, else the value alone.
  var listed: [JSONValue] { values ?? [self] }
  package var members: [Member]? { if case .object(let members) = self { members } else { nil } }

  private static func read(_ scanner: inout JSONScanner, depth: Int) throws(JSONScanner.Problem) -> JSONValue
  {
    guard depth <= deepest else { throw scanner.problem(Phrase.jsonTooDeep.with(Saying(deepest))) }
    scanner.skipSpace()
    switch scanner.next {
    case UInt8(ascii: "\""): return .text(try scanner.string())
    case UInt8(ascii: "["):
      var values: [JSONValue] = []
      try elements(&scanner, in: ("[", "]")) { scanner throws(JSONScanner.Problem) in
        values.append(try read(&scanner, depth: depth + 1))
      }
      return .list(values)
    case UInt8(ascii: "{"):
      var members: [Member] = []
      try elements(&scanner, in: ("{", "}")) { scanner throws(JSONScanner.Problem) in
        scanner.skipSpace()
        let name = try scanner.string()
        try scanner.expect(":")
        members.append(Member(name, try read(&scanner, depth: depth + 1)))
      }
      return .object(members)
    default: return try word(&scanner)
    }
  }

  /// What stands between two brackets, at commas.
  private static func elements(
    _ scanner: inout JSONScanner, in brackets: (Character, Character),
    _ element: (inout JSONScanner) throws(JSONScanner.Problem) -> Void
  ) throws(JSONScanner.Problem) {
    try scanner.expect(brackets.0)
    scanner.skipSpace()
    if scanner.next != brackets.1.asciiValue {
      while true {
        try element(&scanner)
        scanner.skipSpace()
        if scanner.next == brackets.1.asciiValue { break }
        try scanner.expect(",")
      }
    }
    try scanner.expect(brackets.1)
  }

  private static func word(_ scanner: inout JSONScanner) throws(JSONScanner.Problem) -> JSONValue {
    let mark = scanner
    let text = scanner.word()
    switch text {
    case "true": return .flag(true)
    case "false": return .flag(false)
    case "null": return .null
    default:
      guard let number = ExactNumber(json: text) else { throw mark.problem(Phrase.jsonNoValue.with()) }
      return .number(number)
    }
  }
}

extension ExactNumber {
  /// `-12.50`; nil for a form that JSON does not have, an exponent, and more digits than can be held.
  fileprivate init?(json text: String) {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count),
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      parts[0] == "0" || parts[0].first != "0"
    else { return nil }
    let fraction = parts.count == 2 ? parts[1] : ""
    guard fraction.utf8.count <= 18, let value = Int(parts[0] + fraction) else { return nil }
    self.init(digits: text.hasPrefix("-") ? -value : value, scale: fraction.utf8.count)
  }
}
