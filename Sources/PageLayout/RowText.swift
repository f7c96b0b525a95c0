/// The text of glyphs that stand in one row.
enum RowText {
  /// - Parameter row: from left to right.
  static func text(_ row: [Glyph]) -> String {
    guard let first = row.first else { return "" }
    var tokens: [Token] = [Token(first)]
    for glyph in row.dropFirst() {
      if belongsTogether(tokens[tokens.count - 1].last, glyph) {
        tokens[tokens.count - 1].append(glyph)
      } else {
        tokens.append(Token(glyph))
      }
    }
    // Characters set apart one by one are a word: 人 件 費.
    if tokens.count > 1, tokens.allSatisfy(\.isSingleLetter) { return tokens.map(\.text).joined() }
    var text = tokens[0].text
    for (token, next) in zip(tokens, tokens.dropFirst()) { text += separator(token, next) + next.text }
    return PrintedLines.cleaned(text.unicodeScalars)
  }

  private struct Token {
    private(set) var text: String
    private(set) var last: Glyph
    let first: Glyph
    private var count = 1

    init(_ glyph: Glyph) {
      text = String(Character(glyph.scalar))
      (first, last) = (glyph, glyph)
    }

    mutating func append(_ glyph: Glyph) {
      text.unicodeScalars.append(glyph.scalar)
      last = glyph
      count += 1
    }

    var isSingleLetter: Bool { count == 1 && first.scalar.isWordLetter }
  }

  private static func belongsTogether(_ last: Glyph, _ next: Glyph) -> Bool {
    let gap = next.x - last.right
    let em = min(last.size, next.size)
    if last.scalar.isJapaneseLetter, next.scalar.isJapaneseLetter { return gap <= 0.45 * em }
    return next.followsBlank ? gap < 0.1 * em : gap <= 0.3 * em
  }

  private static func separator(_ token: Token, _ next: Token) -> String {
    let gap = next.first.x - token.last.right
    let em = token.last.size
    if signs.contains(token.last.scalar), next.first.scalar.isLatinOrDigit, gap < em { return "" }
    if token.isSingleLetter, next.isSingleLetter, gap < 2.6 * em { return "" }
    if token.last.scalar.isJapaneseLetter, next.first.scalar.isJapaneseLetter, gap < 0.9 * em { return "" }
    return gap < 2.6 * em ? " " : "\u{3000}"
  }

  /// Signs of figures, which some tables set apart from them.
  private static let signs = Set("△▲".unicodeScalars)
}
