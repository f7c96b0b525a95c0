import JapaneseText

/// A line of a page set in columns by spaces: its pieces with the columns they stand on.
struct PositionedLine {
  struct Piece: Hashable {
    var text: String
    var columns: Range<Int>
  }

  /// What a column is: a page set for the eye gives a full-width character two; programs that turn pages into text may give it one.
  enum Measure: CaseIterable { case display, characters }

  /// 1-based.
  let number: Int
  let pieces: [Piece]

  /// Cut at gaps of two columns or more; a full-width space is a gap too.
  init(number: Int, text: String, measure: Measure) {
    self.number = number
    var pieces: [Piece] = []
    var open: [Unicode.Scalar] = []
    var start = 0
    var gap = 0
    var column = 0
    var end = 0
    for scalar in text.unicodeScalars {
      let width = measure == .display ? max(scalar.isBlank ? 1 : 0, scalar.columns) : 1
      if scalar.isBlank {
        gap += scalar.value == 0x3000 ? 2 : 1
      } else {
        if gap > 1 || open.isEmpty {
          if !open.isEmpty { pieces.append(Piece(text: open.text, columns: start..<end)) }
          open = []
          start = column
        } else if gap == 1 {
          open.append(" ")
        }
        open.append(scalar)
        gap = 0
        end = column + width
      }
      column += width
    }
    if !open.isEmpty { pieces.append(Piece(text: open.text, columns: start..<end)) }
    self.pieces = PositionedLine.joiningSpread(pieces)
  }

  /// Letters set apart to fill a cell (`職    員    数`) are one piece; letters that each are a head of their own (款 項 目) are not.
  private static func joiningSpread(_ pieces: [Piece]) -> [Piece] {
    var joined: [Piece] = []
    var isOpen = false
    for piece in pieces {
      let isLetter =
        piece.text.unicodeScalars.count == 1
        && piece.text.unicodeScalars.allSatisfy { ScriptClass($0).isJapanese }
      let isHead = "款項目節国県年月日".unicodeScalars.contains(piece.text.unicodeScalars.first ?? " ")
      if isLetter, isOpen, let last = joined.last, piece.columns.lowerBound - last.columns.upperBound <= 8,
        !(isHead && last.text.count == 1 && "款項目節国県年月日".contains(last.text))
      {
        joined[joined.count - 1].text += piece.text
        joined[joined.count - 1].columns = last.columns.lowerBound..<piece.columns.upperBound
      } else {
        joined.append(piece)
      }
      isOpen = isLetter
    }
    return joined
  }
}
