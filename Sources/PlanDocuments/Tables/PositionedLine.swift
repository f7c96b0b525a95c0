import JapaneseText

/// A line of a page set in columns by spaces: its pieces with the columns they stand on.
struct PositionedLine {
  struct Piece: Hashable {
    var text: String
    var columns: Range<Int>
    /// What single spaces part within it: cells that all but touch, or words of one cell.
    var words: [Word]
  }

  struct Word: Hashable {
    let text: String
    let columns: Range<Int>
  }

  /// What a column is: a page set for the eye gives a full-width character two; programs that turn pages into text may give it one.
  enum Measure: CaseIterable { case display, characters }

  /// 1-based.
  let number: Int
  let pieces: [Piece]

  /// Cut at gaps of two columns or more; a full-width space is a gap too.
  init(number: Int, text: String, measure: Measure) {
    self.number = number
    var words: [(word: Word, gap: Int)] = []
    var open: [Unicode.Scalar] = []
    var start = 0
    var gap = 0
    var column = 0
    var end = 0
    var before = 0
    for scalar in text.unicodeScalars {
      let width = measure == .display ? max(scalar.isBlank ? 1 : 0, scalar.columns) : 1
      if scalar.isBlank {
        gap += scalar.value == 0x3000 ? 2 : 1
      } else {
        if gap > 0 || open.isEmpty {
          if !open.isEmpty { words.append((Word(text: open.text, columns: start..<end), before)) }
          open = []
          start = column
          before = gap
        }
        open.append(scalar)
        gap = 0
        end = column + width
      }
      column += width
    }
    if !open.isEmpty { words.append((Word(text: open.text, columns: start..<end), before)) }
    var pieces: [Piece] = []
    for (word, gap) in words {
      if gap == 1, var last = pieces.last {
        last.text += " " + word.text
        last.columns = last.columns.lowerBound..<word.columns.upperBound
        last.words.append(word)
        pieces[pieces.count - 1] = last
      } else {
        pieces.append(Piece(text: word.text, columns: word.columns, words: [word]))
      }
    }
    self.pieces = PositionedLine.joiningSpread(PositionedLine.joiningName(pieces))
  }

  /// From the left.
  var words: [Word] { pieces.flatMap(\.words) }

  private init(number: Int, pieces: [Piece]) {
    self.number = number
    self.pieces = pieces
  }

  /// With heads that only a single space parts (`予算額 前年度予算額`) as pieces of their own: words, most of them known, and no figure.
  /// One piece alone is a title, but where all of it are years, or three of it, set in from the margin.
  func partingHeads(_ words: HeadWords) -> PositionedLine {
    let parted = pieces.flatMap { piece -> [Piece] in
      guard piece.words.count > 1, piece.words.allSatisfy({ $0.text.count <= 10 }) else { return [piece] }
      let kinds = piece.words.map { CellKind($0.text, words: words) }
      guard kinds.allSatisfy({ $0 == .word || $0 == .period || $0 == .text }),
        kinds.count(where: { $0 != .text }) * 2 >= kinds.count,
        pieces.count > 1 || kinds.allSatisfy({ $0 == .period })
          || kinds.count(where: { $0 == .period }) > 2 && piece.columns.lowerBound > 8
      else { return [piece] }
      return piece.words.map { Piece(text: $0.text, columns: $0.columns, words: [$0]) }
    }
    return PositionedLine(number: number, pieces: parted)
  }

  /// `(1) 総      務      322,848,942   105,800,000`: letters before the figures of a row are its name, however far apart they are set.
  private static func joiningName(_ pieces: [Piece]) -> [Piece] {
    guard let figure = pieces.firstIndex(where: isFigure), figure > 1,
      pieces[figure...].count(where: isFigure) > 1, let first = pieces.first
    else { return pieces }
    let label = first.text.unicodeScalars.prefix { !ScriptClass($0).isJapanese }
    guard first.text.unicodeScalars.count - label.count == 1, !label.contains("○"),
      pieces[1..<figure].allSatisfy({
        $0.text.unicodeScalars.count == 1 && $0.text.unicodeScalars.allSatisfy { ScriptClass($0).isJapanese }
      })
    else { return pieces }
    let text = pieces[..<figure].map(\.text).joined()
    let columns = first.columns.lowerBound..<pieces[figure - 1].columns.upperBound
    return [Piece(text: text, columns: columns, words: [Word(text: text, columns: columns)])]
      + pieces[figure...]
  }

  private static func isFigure(_ piece: Piece) -> Bool {
    piece.text.unicodeScalars.contains(where: \.isDigit)
      && piece.text.unicodeScalars.allSatisfy { $0.isDigit || ",，.．△▲-−%％".unicodeScalars.contains($0) }
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
        let text = last.text + piece.text
        let columns = last.columns.lowerBound..<piece.columns.upperBound
        joined[joined.count - 1] = Piece(
          text: text, columns: columns, words: [Word(text: text, columns: columns)])
      } else {
        joined.append(piece)
      }
      isOpen = isLetter
    }
    return joined
  }
}

extension Range<Int> {
  /// The least range that holds both.
  func hull(with other: Range<Int>) -> Range<Int> {
    Swift.min(lowerBound, other.lowerBound)..<Swift.max(upperBound, other.upperBound)
  }
}
