import JapaneseText

/// Reads the lines of one lexicon file.
///
/// Blank lines and lines that begin with `#` are comments.
struct LexiconParser {
  /// The name for messages.
  let path: String
  let text: String

  private struct Line {
    let number: Int
    let text: String
  }

  private var lines: [Line] {
    // By bytes, as all of this file: looking for characters takes a fifth of the time to open a small index.
    TextLines.split(text).enumerated().compactMap {
      guard let first = $1.utf8.first, first != UInt8(ascii: "#") else { return nil }
      let line = trimmed($1)
      return line.isEmpty || line.hasPrefix("#") ? nil : Line(number: $0 + 1, text: line)
    }
  }

  private func error(_ line: Line, _ problem: LexiconError.Problem) -> LexiconError {
    .malformed(path: path, line: line.number, problem: problem)
  }

  /// One word a line.
  func words() throws(LexiconError) -> [LexiconEntry] {
    var first: [String: Int] = [:]
    var entries: [LexiconEntry] = []
    for line in lines {
      if let before = first.updateValue(line.number, forKey: line.text) {
        throw error(line, .repeated(word: line.text, first: before))
      }
      entries.append(LexiconEntry(word: line.text, value: "", line: line.number))
    }
    return entries
  }

  /// `word = value`; the first `=` with a space on both sides divides.
  func pairs() throws(LexiconError) -> [LexiconEntry] {
    var entries: [LexiconEntry] = []
    for line in lines {
      guard let sides = halves(line.text[...], around: " = ") else { throw error(line, .noValue(line.text)) }
      let (word, value) = (trimmed(sides.0), trimmed(sides.1))
      if word.isEmpty || value.isEmpty { throw error(line, .emptyWord) }
      entries.append(LexiconEntry(word: word, value: value, line: line.number))
    }
    return entries
  }

  /// `a, b, c`: groups of two words or more.
  func groups() throws(LexiconError) -> [[String]] {
    var groups: [[String]] = []
    var first: [String: Int] = [:]
    for line in lines {
      let group = try list(line.text[...], line)
      if group.count < 2 { throw error(line, .singleWord(line.text)) }
      for word in group {
        if let before = first.updateValue(line.number, forKey: word) {
          throw error(line, .repeated(word: word, first: before))
        }
      }
      groups.append(group)
    }
    return groups
  }

  /// `a, b, c` and `a, b => c`.
  func rules() throws(LexiconError) -> [SynonymRule] {
    var rules: [SynonymRule] = []
    for line in lines {
      if let sides = halves(line.text[...], around: "=>") {
        if halves(sides.1, around: "=>") != nil { throw error(line, .tooManySides) }
        let from = try list(sides.0, line)
        rules.append(SynonymRule(from: from, to: try list(sides.1, line), line: line.number))
      } else {
        let words = try list(line.text[...], line)
        if words.count < 2 { throw error(line, .singleWord(line.text)) }
        rules.append(SynonymRule(from: words, to: words, line: line.number))
      }
    }
    return rules
  }

  private func list(_ text: Substring, _ line: Line) throws(LexiconError) -> [String] {
    let words = text.unicodeScalars.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "、" }
      .map { trimmed(Substring($0)) }
    if words.contains("") { throw error(line, .emptyWord) }
    return words
  }

  /// What stands before and after the first occurrence of an ASCII separator.
  private func halves(_ text: Substring, around separator: String) -> (Substring, Substring)? {
    let (bytes, separator) = (text.utf8, separator.utf8)
    var at = bytes.startIndex
    while let start = bytes[at...].firstIndex(where: { $0 == separator.first }) {
      if bytes[start...].starts(with: separator) {
        return (text[..<start], text[bytes.index(start, offsetBy: separator.count)...])
      }
      at = bytes.index(after: start)
    }
    return nil
  }

  private func trimmed(_ text: Substring) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { ScriptClass($0) != .space }),
      let last = scalars.lastIndex(where: { ScriptClass($0) != .space })
    else { return "" }
    return String(scalars[first...last])
  }
}
