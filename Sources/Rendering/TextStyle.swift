import JapaneseText

/// How text for people looks.
package struct TextStyle: Hashable, Sendable {
  package enum Colour: Hashable, Sendable { case none, ansi }

  /// Where the text is read.
  package enum Place: Hashable, Sendable {
    /// The output of one command.
    case output
    /// A conversation, where items and readings can be named by their number.
    case conversation
  }

  package var colour: Colour
  package var place: Place
  /// Columns of the screen; text is laid out for it, not cut at it.
  package var columns: Int
  /// Items of a reading that are printed; nil for all.
  package var itemLimit: Int?
  package var width: DisplayWidth

  package init(
    colour: Colour = .none, place: Place = .output, columns: Int = 100, itemLimit: Int? = nil,
    width: DisplayWidth = DisplayWidth()
  ) {
    self.colour = colour
    self.place = place
    self.columns = max(20, columns)
    self.itemLimit = itemLimit
    self.width = width
  }

  package func strong(_ text: String) -> String { painted(text, "1") }
  func faint(_ text: String) -> String { painted(text, "2") }
  func marked(_ text: String) -> String { painted(text, "1;33") }
  func wrong(_ text: String) -> String { painted(text, "1;31") }

  private func painted(_ text: String, _ code: String) -> String {
    colour == .none || text.isEmpty ? text : "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  /// Text that can't steer a terminal: white space as one space, controls as U+FFFD.
  package static func printable(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09...0x0D, 0x85, 0x2028, 0x2029: out += " "
      case 0..<0x20, 0x7F...0x9F: out += "\u{FFFD}"
      // Marks that turn the direction of what follows.
      case 0x202A...0x202E, 0x2066...0x2069: out += "\u{FFFD}"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
