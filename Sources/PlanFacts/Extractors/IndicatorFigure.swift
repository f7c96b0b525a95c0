import JapaneseText

/// A figure taken from words that a page set apart more than its author did: `1 億 4,527万円`, `151,433t 以上`, `11 か所`.
struct IndicatorFigure: Hashable, Sendable {
  let quantity: Quantity
  /// As printed, with single spaces.
  let text: String

  /// Targets that are told in a word.
  static let toldInWords: Set<String> = ["増加", "減少", "維持", "向上", "現状維持", "増", "減", "改善"]
  /// The ends of what a cell says instead of a figure.
  static let noFigure = [
    "新たに設定", "新規設定", "新規に設定", "未設定", "設定なし", "未実施", "集計中", "調査中", "未公表", "算出中", "公表前",
  ]

  /// Takes the figure that `words` start with, and gives what is left; nil where they start with none.
  ///
  /// Two numbers are never pushed together: after a space only a scale, a unit or a bound goes on.
  static func take(from words: ArraySlice<String>) -> (figure: IndicatorFigure, rest: ArraySlice<String>)? {
    guard let first = words.first, startsFigure(first) else { return nil }
    var rest = words.dropFirst()
    var (text, behind) = cutBracket(first)
    if let behind {
      rest = [behind] + rest
    } else {
      while let next = rest.first, goesOn(text, next) {
        let (piece, behind) = cutBracket(next)
        text += " " + piece
        rest.removeFirst()
        if let behind {
          rest = [behind] + rest
          break
        }
      }
    }
    while let last = text.last, "※*＊".contains(last) { text.removeLast() }
    guard let quantity = Quantity(parsing: text) else { return nil }
    return (IndicatorFigure(quantity: quantity, text: text), rest)
  }

  private static func startsFigure(_ word: String) -> Bool {
    var scalars = Array(word.unicodeScalars)
    for prefix in ["約", "概ね", "およそ"] where word.hasPrefix(prefix) {
      scalars.removeFirst(prefix.unicodeScalars.count)
    }
    return Numeral.read(scalars, at: 0)?.hasDigits ?? false
  }

  /// `62件（2014年度）` is a figure and a bracket.
  private static func cutBracket(_ word: String) -> (String, String?) {
    guard let open = word.firstIndex(where: { $0 == "(" || $0 == "（" }), open > word.startIndex else {
      return (word, nil)
    }
    return (String(word[..<open]), String(word[open...]))
  }

  private static func goesOn(_ text: String, _ next: String) -> Bool {
    guard let last = text.unicodeScalars.last, let first = next.unicodeScalars.first else { return false }
    let isScale = "千万億兆".unicodeScalars.contains
    if isScale(last) {
      return first.decimalDigit != nil || Quantity(parsing: text + next) != nil && next.count <= 6
    }
    if Quantity.boundWords.contains(where: { $0.0 == next }) { return true }
    guard last.decimalDigit != nil, first.decimalDigit == nil, next.count <= 8 else { return false }
    return IndicatorLinesReader.dash(next) == nil && first.widthFolded != "("
      && Quantity(parsing: cutBracket(text + next).0) != nil
  }
}
