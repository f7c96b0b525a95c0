import JapaneseText

/// How text for people looks. What renderers give goes through `written` on its way out.
package struct TextStyle: Hashable, Sendable {
  package enum Colour: Hashable, Sendable { case none, ansi }

  /// Where the text is read.
  package enum Place: Hashable, Sendable {
    /// The output of one command.
    case output
    /// A conversation, where items and readings can be named by their number.
    case conversation
  }

  /// How much of an item is shown.
  package enum Layout: Hashable, Sendable {
    /// What fits the screen; the rest is named.
    case fitted
    /// Every field, as long as it is.
    case wide
    /// A line a thing, without tables and drawings, as a screen reader reads it.
    case plain
  }

  package var colour: Colour
  package var place: Place
  package var layout: Layout
  /// Columns of the screen; text is laid out for it, not cut at it.
  package var columns: Int
  /// Items of a reading that are printed; nil for all.
  package var itemLimit: Int?
  package var width: DisplayWidth
  /// The language where the question does not tell, or always.
  package var language: Language
  /// True where every question is answered in `language`.
  package var isLanguageChosen: Bool
  /// The folder that cited paths start from, where the terminal can show links to files; nil where it can't.
  package var linkFolder: String?

  package init(
    colour: Colour = .none, place: Place = .output, layout: Layout = .fitted, columns: Int = 100,
    itemLimit: Int? = nil, width: DisplayWidth = DisplayWidth(), language: Language = .english,
    isLanguageChosen: Bool = false, linkFolder: String? = nil
  ) {
    self.colour = colour
    self.place = place
    self.layout = layout
    self.columns = max(20, columns)
    self.itemLimit = itemLimit
    self.width = width
    self.language = language
    self.isLanguageChosen = isLanguageChosen
    self.linkFolder = linkFolder
  }

  /// True where no screen ends lines: nothing is left out for want of room.
  package var isUnbounded: Bool { columns >= TextStyle.unbounded }

  /// As many columns as text has that goes to no screen.
  package static let unbounded = 1_000_000

  /// The same, speaking the language that a question is answered in.
  package func answering(_ question: String) -> TextStyle {
    var style = self
    if !isLanguageChosen, let asked = Language(of: question) { style.language = asked }
    return style
  }

  package func strong(_ text: String) -> String { painted(text, .strong) }
  package func faint(_ text: String) -> String { painted(text, .faint) }
  package func marked(_ text: String) -> String { painted(text, .marked) }
  func wrong(_ text: String) -> String { painted(text, .wrong) }

  private func painted(_ text: String, _ paint: Paint) -> String {
    colour == .none || text.isEmpty ? text : "\(paint.mark)\(text)\(Paint.none.mark)"
  }

  /// The text as a link to a file; as it is where the terminal has no links. Links take no columns: they are put around text
  /// that is laid out.
  func linked(_ text: String, to path: String) -> String {
    guard colour == .ansi, let linkFolder, !text.isEmpty else { return text }
    let whole = path.hasPrefix("/") ? path : "\(linkFolder)/\(path)"
    return
      "\(Paint.link.mark)file://\(TextStyle.escaped(whole))\(Paint.linkText.mark)\(text)\(Paint.linkEnd.mark)"
  }

  /// A path as part of a URL (RFC 3986).
  private static func escaped(_ path: String) -> String {
    var out = ""
    for byte in path.utf8 {
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        scalar.isASCII
        && (scalar.properties.isAlphabetic || "0123456789/-._~".unicodeScalars.contains(scalar))
      if isPlain {
        out.unicodeScalars.append(scalar)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        out += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return out
  }
}
