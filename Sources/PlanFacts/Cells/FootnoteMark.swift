import JapaneseText

/// The numbered mark of a note behind a name or a figure: `※1`, `*1`, `注1)`, ` 1)`.
enum FootnoteMark {
  /// The text without the mark at its end; a bracket alone is one only behind a space, since 第１期１） closes what was opened.
  static func removed(from text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var end = scalars.count
    let isClosed = scalars.last.map { $0 == ")" || $0 == "）" } ?? false
    if isClosed { end -= 1 }
    let last = end
    while end > 0, scalars[end - 1].decimalDigit != nil { end -= 1 }
    guard (1...2).contains(last - end), end > 0 else { return text }
    if "※*＊注".unicodeScalars.contains(scalars[end - 1]) {
      end -= 1
    } else if !isClosed || !scalars[end - 1].isSpace {
      return text
    }
    let bare = String(String.UnicodeScalarView(scalars[..<end])).trimmed
    return bare.isEmpty ? text : bare
  }
}
