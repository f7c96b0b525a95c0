import JapaneseText
import Rendering

/// Draws a line editor on a terminal, over as many rows as it needs, with a hint behind the line and a menu below it.
struct LineView {
  let prompt: String
  let style: TextStyle
  /// What was drawn last before the cursor, by which its row is known again after the terminal was made narrower.
  private var drawnHead: [Character] = []
  /// Candidates of a menu that are shown at once.
  private static let menuRows = 8

  init(prompt: String, style: TextStyle) {
    self.prompt = prompt
    self.style = style
  }

  /// What to write so that the line stands on the screen in place of what was drawn before.
  mutating func draw(_ editor: LineEditor, columns: Int) -> String {
    let (head, tail) = parts(editor)
    // a hint has no room in a full row: it would move the line up
    let hint = shortened(TextStyle.printable(editor.hint), behind: place(head, columns).column, columns)
    let cursor = place(head, columns)
    let end = place(head + tail + Array(hint), columns)
    let menu = menuLines(editor, columns: columns)
    var out = up(place(drawnHead, columns).row)
    out += "\r\u{1B}[J" + String(head + tail) + style.written(style.faint(hint))
    // A terminal keeps the cursor in the last column until something follows.
    if end.column == 0 && end.row > 0 { out += "\n" }
    out += menu.map { "\n\r" + $0 }.joined()
    out += up(end.row - cursor.row + menu.count)
    out += "\r" + (cursor.column > 0 ? "\u{1B}[\(cursor.column)C" : "")
    drawnHead = head
    return out
  }

  /// What to write to go on below the line.
  mutating func leave(_ editor: LineEditor) -> String {
    let (_, tail) = parts(editor)
    drawnHead = []
    // once more without hint and menu
    return String(tail) + "\u{1B}[J\r\n"
  }

  /// Forgets what was drawn, after the screen was cleared.
  mutating func reset() { drawnHead = [] }

  private func up(_ rows: Int) -> String { rows > 0 ? "\u{1B}[\(rows)A" : "" }

  /// The hint as far as it fits the row that the cursor is in.
  private func shortened(_ hint: String, behind column: Int, _ columns: Int) -> String {
    let room = columns - column - 1
    return hint.isEmpty || room < 2 ? "" : style.width.shortened(hint, to: room)
  }

  /// A candidate a row with its meaning, around the one chosen; each shorter than a row.
  private func menuLines(_ editor: LineEditor, columns: Int) -> [String] {
    guard let menu = editor.menu else { return [] }
    let candidates = menu.completion.candidates
    let start = min(
      max(0, (menu.chosen ?? 0) - LineView.menuRows / 2), max(0, candidates.count - LineView.menuRows))
    let shown = candidates[start...].prefix(LineView.menuRows)
    let longest = min(columns / 2, shown.map { style.width.columns(TextStyle.printable($0.text)) }.max() ?? 0)
    let lines = zip(start..., shown).map { place, candidate in
      let mark = place == menu.chosen ? "> " : "  "
      let name = style.width.shortened(TextStyle.printable(candidate.text), to: longest)
      let line = mark + style.width.padded(name, to: longest) + "  " + TextStyle.printable(candidate.meaning)
      let cut = style.width.shortened(line, to: columns - 1)
      return style.written(place == menu.chosen ? style.strong(cut) : style.faint(cut))
    }
    let more = candidates.count - shown.count
    return lines + (more > 0 ? [style.written(style.faint("  … +\(more)"))] : [])
  }

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
      let own = style.width.columns(character)
      if column + own > columns { (row, column) = (row + 1, 0) }
      column += own
    }
    return column >= columns ? (row + 1, 0) : (row, column)
  }
}
