import JapaneseText
import Rendering

/// Draws a line editor on a terminal, over as many rows as it needs.
struct LineView {
  let prompt: String
  let width: DisplayWidth
  /// Row of the cursor in what was drawn last, counted from the prompt's row.
  private var cursorRow = 0

  init(prompt: String, width: DisplayWidth) {
    self.prompt = prompt
    self.width = width
  }

  /// What to write so that the line stands on the screen in place of what was drawn before.
  mutating func draw(_ editor: LineEditor, columns: Int) -> String {
    let (head, tail) = parts(editor)
    let cursor = place(head, columns)
    let end = place(head + tail, columns)
    var out = cursorRow > 0 ? "\u{1B}[\(cursorRow)A" : ""
    out += "\r\u{1B}[J" + String(head + tail)
    // A terminal keeps the cursor in the last column until something follows.
    if end.column == 0 && end.row > 0 { out += "\n" }
    if end.row > cursor.row { out += "\u{1B}[\(end.row - cursor.row)A" }
    out += "\r" + (cursor.column > 0 ? "\u{1B}[\(cursor.column)C" : "")
    cursorRow = cursor.row
    return out
  }

  /// What to write to go on below the line.
  mutating func leave(_ editor: LineEditor, columns: Int) -> String {
    let (head, tail) = parts(editor)
    let rows = place(head + tail, columns).row - cursorRow
    cursorRow = 0
    return (rows > 0 ? "\u{1B}[\(rows)B" : "") + "\r\n"
  }

  /// Forgets what was drawn, after the screen was cleared.
  mutating func reset() { cursorRow = 0 }

  /// What stands before and behind the cursor, as a terminal may show it.
  private func parts(_ editor: LineEditor) -> (head: [Character], tail: [Character]) {
    let (head, tail) = content(editor)
    func shown(_ characters: [Character]) -> [Character] { Array(TextStyle.printable(String(characters))) }
    return (shown(head), shown(tail))
  }

  private func content(_ editor: LineEditor) -> (head: [Character], tail: [Character]) {
    if let search = editor.search {
      return (Array("(search) \(search.query)"), Array(": \(search.match ?? "–")"))
    }
    let buffer = editor.buffer
    return (Array(prompt) + buffer.characters[..<buffer.cursor], Array(buffer.characters[buffer.cursor...]))
  }

  /// Row and column behind these characters; a wide character that does not fit moves to the next row whole.
  private func place(_ characters: [Character], _ columns: Int) -> (row: Int, column: Int) {
    var (row, column) = (0, 0)
    for character in characters {
      let own = width.columns(character)
      if column + own > columns { (row, column) = (row + 1, 0) }
      column += own
    }
    return column >= columns ? (row + 1, 0) : (row, column)
  }
}
