import JapaneseText

/// Reads Markdown: its lines are those of the file, the marks of headings, emphasis and links taken out; tables of pipes
/// stay as they are.
enum MarkdownReader {
  static func read(_ text: String) -> SourceText {
    var headings: [SourceText.Heading] = []
    var isCode = false
    let lines = TextLines.split(text).enumerated().map { i, line -> String in
      let trimmed = line.drop { $0 == " " }
      if trimmed.hasPrefix("```") || trimmed.hasPrefix("~~~") {
        isCode.toggle()
        return ""
      }
      guard !isCode else { return String(line) }
      let marks = trimmed.prefix { $0 == "#" }
      if (1...6).contains(marks.count), trimmed.dropFirst(marks.count).first == " " {
        headings.append(SourceText.Heading(line: i + 1, level: marks.count))
        var title = trimmed.dropFirst(marks.count).drop { $0 == " " }
        while let last = title.last, last == "#" || last == " " { title.removeLast() }
        return plain(String(title))
      }
      return plain(item(line))
    }
    return SourceText(format: .markdown, lines: lines, headings: headings)
  }

  /// `- 項目` and `* 項目` with the mark of Japanese lists.
  private static func item(_ line: Substring) -> String {
    let indent = line.prefix { $0 == " " || $0 == "\t" }
    let rest = line.dropFirst(indent.count)
    guard let mark = rest.first, "-*+".contains(mark), rest.dropFirst().first == " " else {
      return String(line)
    }
    return indent + "・" + rest.dropFirst(2).drop { $0 == " " }
  }

  /// Without `**`, and `[text](address)` as its text.
  private static func plain(_ line: String) -> String {
    guard line.contains("**") || line.contains("](") else { return line }
    var out = ""
    var rest = Substring(line)
    while let character = rest.first {
      if rest.hasPrefix("**") {
        rest = rest.dropFirst(2)
      } else if character == "[", let (text, after) = link(rest) {
        out += text
        rest = after
      } else {
        out.append(character)
        rest = rest.dropFirst()
      }
    }
    return out
  }

  private static func link(_ text: Substring) -> (text: Substring, rest: Substring)? {
    let inner = text.dropFirst().prefix { $0 != "]" && $0 != "[" }
    let behind = text.dropFirst(inner.count + 1)
    guard behind.hasPrefix("]("), let end = behind.firstIndex(of: ")") else { return nil }
    return (inner, behind[behind.index(after: end)...])
  }
}
