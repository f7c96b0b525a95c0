import JapaneseText

/// A JSON value whose objects keep their order and whose numbers are exact.
package indirect enum JSONValue: Hashable, Sendable {
  case null
  case text(String)
  case number(ExactNumber)
  case flag(Bool)
  case list([JSONValue])
  case object([Member])

  /// A name with its value.
  package struct Member: Hashable, Sendable {
    package let name: String
    package let value: JSONValue

    package init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  package static func number(_ value: Int) -> JSONValue { .number(ExactNumber(value)) }

  package enum Layout: Hashable, Sendable {
    /// No white space, no line break inside.
    case line
    /// Two spaces a level; lists of plain values on one line.
    case pretty
  }

  package func encoded(_ layout: Layout) -> String {
    var out = ""
    write(to: &out, layout, indent: 0)
    return out
  }

  private var isPlain: Bool {
    switch self {
    case .null, .text, .number, .flag: true
    case .list(let values): values.isEmpty
    case .object(let members): members.isEmpty
    }
  }

  /// An object that reads best on one line: two members, a word and a pair of numbers.
  private var isShort: Bool {
    guard case .object(let members) = self, members.count == 2, members.contains(where: { !$0.value.isPlain })
    else { return false }
    return members.allSatisfy { member in
      switch member.value {
      case .text, .number, .flag, .null: true
      case .list(let values): values.count <= 2 && values.allSatisfy(\.isNumber)
      case .object: false
      }
    }
  }

  private var isNumber: Bool { if case .number = self { true } else { false } }

  private func write(to out: inout String, _ layout: Layout, indent: Int) {
    switch self {
    case .null: out += "null"
    case .text(let text): JSONValue.write(text, to: &out)
    case .number(let number): out += number.description
    case .flag(let flag): out += flag ? "true" : "false"
    case .list(let values):
      let inLine = layout == .line || values.allSatisfy(\.isPlain)
      JSONValue.write(values, in: ("[", "]"), to: &out, inLine: inLine, layout, indent: indent) {
        $1.write(to: &$0, layout, indent: $2)
      }
    case .object(let members):
      let inLine = layout == .line || isShort
      JSONValue.write(members, in: ("{", "}"), to: &out, inLine: inLine, layout, indent: indent) {
        JSONValue.write($1.name, to: &$0)
        $0 += layout == .line ? ":" : ": "
        $1.value.write(to: &$0, layout, indent: $2)
      }
    }
  }

  private static func write<T>(
    _ parts: [T], in brackets: (String, String), to out: inout String, inLine: Bool, _ layout: Layout,
    indent: Int, _ writePart: (inout String, T, Int) -> Void
  ) {
    out += brackets.0
    for (place, part) in parts.enumerated() {
      if place > 0 { out += inLine && layout == .pretty ? ", " : "," }
      if !inLine { out += "\n" + String(repeating: " ", count: 2 * (indent + 1)) }
      writePart(&out, part, indent + 1)
    }
    if !inLine && !parts.isEmpty { out += "\n" + String(repeating: " ", count: 2 * indent) }
    out += brackets.1
  }

  /// A JSON string in quotes. Everything that some reader takes for a line end, a control or a change of direction is
  /// escaped.
  private static func write(_ text: String, to out: inout String) {
    out += "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: out += "\\\""
      case 0x5C: out += "\\\\"
      case 0x0A: out += "\\n"
      case 0x0D: out += "\\r"
      case 0x09: out += "\\t"
      case 0..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069:
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    out += "\""
  }
}
