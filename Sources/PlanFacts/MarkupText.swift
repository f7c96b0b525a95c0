import PlanDocuments

/// Text of a table cell without the tags a conversion left in it (`<p>`, `<ul style="…">`, a nested `<table>`).
enum MarkupText {
  /// The scalars with each tag replaced by a space; as many scalars as before, so that positions hold.
  ///
  /// Only what opens with `<` and a letter or `/` and closes with `>` is a tag: `5<10` stays.
  static func blankingTags(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var clean = scalars
    var i = 0
    while i < clean.count {
      if clean[i] == "<", let end = tagEnd(clean, from: i) {
        for k in i...end { clean[k] = " " }
        i = end
      }
      i += 1
    }
    return clean
  }

  /// A cell as its author wrote it: tags dropped, runs of whitespace made one space.
  static func plain(_ text: String) -> String {
    let clean = blankingTags(Array(text.unicodeScalars))
    return String(String.UnicodeScalarView(clean)).words.joined(separator: " ")
  }

  /// A name put together again where a narrow cell wrapped it.
  ///
  /// Spaces between single Latin capitals go (`K I S`), and those that touch no Latin letter or digit, because Japanese
  /// puts none; a space beside Latin text (`JR 南武線`) is the author's.
  static func joiningWraps(_ text: String) -> String {
    let words = tidyingCapitals(plain(text)).split(separator: " ")
    guard var joined = words.first.map({ String($0) }) else { return "" }
    for word in words.dropFirst() {
      let touchesLatin =
        (joined.unicodeScalars.last.map(isLatinOrDigit) ?? false)
        || (word.unicodeScalars.first.map(isLatinOrDigit) ?? false)
      joined += touchesLatin ? " \(word)" : String(word)
    }
    return joined
  }

  /// `（K I S）` is `（KIS）`: letter-spaced capitals, each a word of its own.
  static func tidyingCapitals(_ text: String) -> String {
    String(String.UnicodeScalarView(joiningSpacedCapitals(Array(text.unicodeScalars))))
  }

  private static func isLatinOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isLatinLetter || (0x30...0x39).contains(scalar.widthFolded.value)
  }

  /// Scalars of a tag with its attributes; what goes on longer without a `>` is text.
  private static let longestTag = 200

  private static func tagEnd(_ scalars: [Unicode.Scalar], from start: Int) -> Int? {
    guard start + 1 < scalars.count, scalars[start + 1] == "/" || scalars[start + 1].isLatinLetter else {
      return nil
    }
    return scalars[start...].prefix(longestTag).firstIndex(of: ">")
  }
}
