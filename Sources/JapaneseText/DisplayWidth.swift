import CICU

/// How many columns text takes on a terminal.
///
/// A character is as wide as its widest code point: right for decomposed kana, flags and joined emoji.
package struct DisplayWidth: Hashable, Sendable {
  /// Columns of a character whose East Asian width is ambiguous (①, ○, ▲): 1 or 2, by the terminal's settings.
  package let ambiguous: Int

  package init(ambiguous: Int = 1) { self.ambiguous = ambiguous == 2 ? 2 : 1 }

  /// 0, 1 or 2; control characters take none.
  package func columns(_ character: Character) -> Int {
    if let ascii = character.asciiValue { return ascii < 0x20 || ascii == 0x7F ? 0 : 1 }
    var width = 0
    for scalar in character.unicodeScalars {
      switch scalar.value {
      // VS16 asks for the emoji form, which is wide.
      case 0xFE0F: width = 2
      // Half-width voicing marks belong to the character before them and still take a column.
      case 0xFF9E, 0xFF9F: width += 1
      default: width = max(width, columns(scalar))
      }
    }
    return width
  }

  private func columns(_ scalar: Unicode.Scalar) -> Int {
    Int(max(0, cicu_width(Int32(scalar.value), Int32(ambiguous))))
  }

  package func columns(_ text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + columns($1) }
  }

  /// Columns of the first `count` Unicode scalars of a text.
  package func columns(_ text: String, scalars count: Int) -> Int {
    columns(String(String.UnicodeScalarView(text.unicodeScalars.prefix(count))))
  }

  /// The text with spaces behind it (or before it) so that it takes `width` columns; never cut.
  package func padded(_ text: String, to width: Int, side: Side = .behind) -> String {
    let spaces = String(repeating: " ", count: max(0, width - columns(text)))
    return side == .behind ? text + spaces : spaces + text
  }

  package enum Side: Hashable, Sendable { case before, behind }

  /// The text in at most `width` columns; where it does not fit, cut and with `…` at its end.
  package func shortened(_ text: String, to width: Int) -> String {
    guard columns(text) > width else { return text }
    var kept = ""
    var used = columns("…" as Character)
    for character in text {
      used += columns(character)
      if used > width { break }
      kept.append(character)
    }
    return kept + "…"
  }

  /// The text in lines of at most `width` columns (or one character), cut between any two characters, but not inside a run
  /// of ASCII, with the sign of a figure before it, that fits a line. Spaces at a cut are left out.
  package func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line: [Character] = []
    var used = 0
    for character in text {
      let own = columns(character)
      if used + own > width && !line.isEmpty {
        let word =
          DisplayWidth.isOfWord(character) ? line.reversed().prefix(while: DisplayWidth.isOfWord).count : 0
        let kept = word < line.count ? line.count - word : line.count
        let cut = line[..<kept].reversed().drop { $0 == " " }.reversed()
        if !cut.isEmpty { lines.append(String(cut)) }
        line = Array(line[kept...].drop { $0 == " " })
        used = columns(String(line))
        if line.isEmpty, character == " " { continue }
      }
      line.append(character)
      used += own
    }
    if !line.isEmpty || lines.isEmpty { lines.append(String(line)) }
    return lines
  }

  private static func isOfWord(_ character: Character) -> Bool {
    character.isASCII && character != " " || character == "▲" || character == "△"
  }
}
