import JapaneseText

/// Cuts names as machines have them: `sources.list`, `fs_type`.
enum NameParts {
  /// The letters between the marks of a word as ICU cuts it, where they are two or more; empty for a word without marks.
  ///
  /// A mark between digits is part of a number (10.2), an apostrophe part of a word.
  static func ranges(of word: Range<Int>, in text: [Unicode.Scalar]) -> [Range<Int>] {
    guard word.count > 3, ScriptClass(text[word.lowerBound]) != .han else { return [] }
    var parts: [Range<Int>] = []
    var start = word.lowerBound
    for i in word where isMark(i, of: word, in: text) {
      parts.append(start..<i)
      start = i + 1
    }
    parts.append(start..<word.upperBound)
    return parts.filter { $0.count > 1 && $0 != word }
  }

  private static func isMark(_ i: Int, of word: Range<Int>, in text: [Unicode.Scalar]) -> Bool {
    guard "._:".unicodeScalars.contains(text[i]) else { return false }
    guard i > word.lowerBound, i + 1 < word.upperBound else { return true }
    return ScriptClass(text[i - 1]) != .digit || ScriptClass(text[i + 1]) != .digit
  }
}
