import Rendering

/// Hypertext. Every text in it was escaped on its way in, and every name of an element or attribute is a word of this
/// program, so that nothing a document or a question holds can become markup.
package struct HTML: Hashable, Sendable {
  package private(set) var source: String

  package init() { source = "" }

  /// Text as it is read; what could turn the direction of what follows, or is no character of a text, is U+FFFD.
  package init(_ text: String) { source = HTML.escaped(text) }

  /// An element; attributes that are nil are left out, an empty value stands for one that needs none.
  package init(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?>, _ content: HTML...
  ) {
    self.init(name, attributes, content)
  }

  package init(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?>, _ content: [HTML]
  ) {
    source = "<\(name)"
    for case (let name, let value?) in attributes {
      source += value.isEmpty ? " \(name)" : " \(name)=\"\(HTML.escaped(value))\""
    }
    source += ">"
    if HTML.empty.contains("\(name)") { return }
    for part in content { source += part.source }
    source += "</\(name)>"
  }

  /// Elements that have no content and no end.
  private static let empty: Set<String> = ["input", "link", "meta", "br"]

  package static func + (a: HTML, b: HTML) -> HTML {
    var sum = a
    sum += b
    return sum
  }

  package static func += (a: inout HTML, b: HTML) { a.source += b.source }

  private static func escaped(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { needsEscape($0) }) else { return text }
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      case "\n", "\t": out.unicodeScalars.append(scalar)
      default: out.unicodeScalars.append(scalar.steers ? "\u{FFFD}" : scalar)
      }
    }
    return out
  }

  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "&" || scalar == "<" || scalar == ">" || scalar == "\"" || scalar == "'" || scalar.steers
  }
}

extension Sequence<HTML> {
  /// One behind the other.
  package var joined: HTML { reduce(into: HTML()) { $0 += $1 } }
}
