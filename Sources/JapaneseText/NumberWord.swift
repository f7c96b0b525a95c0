/// Numbers written as words of everyday language: ゼロ, zero, two to ten. One is a word of many uses, and no number.
enum NumberWord {
  private static let words: [(word: String, value: Int)] = [
    ("ゼロ", 0), ("ぜろ", 0), ("zero", 0), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6),
    ("seven", 7), ("eight", 8), ("nine", 9), ("ten", 10),
  ]

  static func read(_ text: [Unicode.Scalar], at start: Int) -> Numeral? {
    // asked at every scalar of a text: most begin no such word
    guard start < text.count else { return nil }
    switch text[start] {
    case "ゼ", "ぜ", "z", "t", "f", "s", "e", "n": break
    default: return nil
    }
    for (word, value) in words where stands(word, at: start, in: text) {
      let number = ExactNumber(value)
      return Numeral(
        value: number, range: start..<(start + word.unicodeScalars.count), hasDigits: false,
        coefficient: number)
    }
    return nil
  }

  /// The word, with no letter of its own script before or behind it: ゼロカーボン and often hold none.
  static func stands(_ word: String, at start: Int, in text: [Unicode.Scalar]) -> Bool {
    guard Quantity.stands(word, at: start, in: text) else { return false }
    let script = ScriptClass(text[start])
    // folded kana don't show where a word of katakana ends; who folds looks at the printed script
    if script == .hiragana { return true }
    let end = start + word.unicodeScalars.count
    let isOpen = start == 0 || ScriptClass(text[start - 1]) != script
    return isOpen && (end == text.count || ScriptClass(text[end]) != script && text[end] != "・")
  }
}
