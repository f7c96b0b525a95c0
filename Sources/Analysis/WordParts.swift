import JapaneseText

/// Cuts what ICU takes for one word: names as machines have them (`sources.list`, `fs_type`) and verbs of two (言い渡し).
enum WordParts {
  /// The words inside a word as ICU cuts it; empty where it is one.
  static func ranges(of word: Range<Int>, in text: [Unicode.Scalar]) -> [Range<Int>] {
    guard word.count > 2 else { return [] }
    return ScriptClass(text[word.lowerBound]) == .han ? stems(of: word, in: text) : names(of: word, in: text)
  }

  /// 言い and 渡し of 言い渡し, since 言渡し is two words to ICU; nothing of words with a particle inside (男の子).
  private static func stems(of word: Range<Int>, in text: [Unicode.Scalar]) -> [Range<Int>] {
    var starts: [Int] = []
    for i in word {
      switch ScriptClass(text[i]) {
      case .han where i == word.lowerBound || ScriptClass(text[i - 1]) == .hiragana: starts.append(i)
      case .han: break
      case .hiragana where !Inflection.particles.contains(text[i]): break
      default: return []
      }
    }
    guard starts.count > 1 else { return [] }
    return zip(starts, starts.dropFirst() + [word.upperBound]).map { $0..<$1 }
  }

  /// The letters between the marks, where they are two or more.
  ///
  /// A mark between digits is part of a number (10.2), an apostrophe part of a word.
  private static func names(of word: Range<Int>, in text: [Unicode.Scalar]) -> [Range<Int>] {
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
