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
    // By bytes: looking for characters takes a fifth of the time in which a small index is opened.
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated().compactMap {
      guard let first = $1.first, first != UInt8(ascii: "#") else { return nil }
      let line = trimmed(Substring($1))
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
      let parts = line.text.split(separator: " = ", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { throw error(line, .noValue(line.text)) }
      let (word, value) = (trimmed(parts[0]), trimmed(parts[1]))
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
      let sides = line.text.split(separator: "=>", omittingEmptySubsequences: false)
      if sides.count > 2 { throw error(line, .tooManySides) }
      let from = try list(sides[0], line)
      let to = sides.count == 2 ? try list(sides[1], line) : from
      if sides.count == 1, from.count < 2 { throw error(line, .singleWord(line.text)) }
      rules.append(SynonymRule(from: from, to: to, line: line.number))
    }
    return rules
  }

  private func list(_ text: Substring, _ line: Line) throws(LexiconError) -> [String] {
    let words = text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "," || $0 == "、" })
      .map { trimmed($0) }
    if words.contains("") { throw error(line, .emptyWord) }
    return words
  }

  private func trimmed(_ text: Substring) -> String {
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(text[first...last])
  }
}
