import JapaneseText

/// What a terminal shows after some bytes: rows of cells, a wide character in two. It knows what the program sends, and lines
/// that are longer than the screen.
struct Screen {
  private(set) var cells: [[Character?]]
  private(set) var row = 0
  private(set) var column = 0
  private let columns: Int
  /// True where a full row waits for the next character.
  private var isWaiting = false

  init(_ bytes: [UInt8], columns: Int = 80) {
    self.columns = columns
    cells = [[Character?](repeating: " ", count: columns)]
    var text = String(decoding: bytes, as: UTF8.self)[...]
    while let character = text.popFirst() {
      if character == "\u{1B}" { escape(&text) } else { put(character) }
    }
  }

  /// The rows as text, without the spaces behind.
  var rows: [String] {
    cells.map { row in
      var text = String(row.compactMap(\.self))
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  /// The last row that something stands in.
  var last: String { rows.last { !$0.isEmpty } ?? "" }

  private mutating func put(_ character: Character) {
    switch character {
    case "\r\n":
      (column, isWaiting) = (0, false)
      down()
    case "\r": (column, isWaiting) = (0, false)
    case "\n":
      isWaiting = false
      down()
    default:
      let width = DisplayWidth().columns(character)
      guard width > 0 else { return }
      if isWaiting || column + width > columns {
        (column, isWaiting) = (0, false)
        down()
      }
      cells[row][column] = character
      if width == 2 { cells[row][column + 1] = nil }
      column += width
      if column == columns { (column, isWaiting) = (columns - 1, true) }
    }
  }

  private mutating func down() {
    row += 1
    if row == cells.count { cells.append([Character?](repeating: " ", count: columns)) }
  }

  private mutating func escape(_ text: inout Substring) {
    guard text.popFirst() == "[" else { return }
    var parameters = ""
    while let next = text.popFirst() {
      guard next.isLetter else {
        parameters.append(next)
        continue
      }
      let count = Int(parameters) ?? 1
      isWaiting = false
      switch next {
      case "A": row = max(0, row - count)
      case "B": for _ in 0..<count { down() }
      case "C": column = min(columns - 1, column + count)
      case "D": column = max(0, column - count)
      case "J":
        for place in column..<columns { cells[row][place] = " " }
        for below in cells.indices.dropFirst(row + 1) {
          cells[below] = [Character?](repeating: " ", count: columns)
        }
      case "K": for place in column..<columns { cells[row][place] = " " }
      case "H": (row, column) = (0, 0)
      default: break
      }
      return
    }
  }
}
