import JapaneseText

/// Reads a person's lines: with the editor where the terminal can move its cursor, plainly elsewhere.
struct LineReader {
  private let console: Console
  private let completer: Completer
  private var history: History
  private var keys = TerminalInput()
  private var lines = InputLines()
  private var view: LineView
  private static let prompt = "調べ> "
  /// Asks the terminal to mark what is pasted, so that controls in it are no commands.
  private static let (pasteOn, pasteOff) = ("\u{1B}[?2004h", "\u{1B}[?2004l")

  init(completer: Completer, history: History, console: Console) {
    self.completer = completer
    self.console = console
    self.history = history
    view = LineView(prompt: LineReader.prompt, width: console.textStyle().width)
  }

  /// The next line; nil where the person is done.
  mutating func next() throws -> String? {
    if console.canEdit, let line = try edited() {
      switch line {
      case .line(let text):
        history.append(text)
        return text
      case .end: return nil
      }
    }
    if console.isOutputTerminal { try console.write(LineReader.prompt) }
    return lines.next()?.text
  }

  private enum Line {
    case line(String)
    case end
  }

  /// nil where the terminal's mode can't be set.
  private mutating func edited() throws -> Line? {
    try TerminalInput.inRawMode {
      try console.steer(LineReader.pasteOn)
      defer { try? console.steer(LineReader.pasteOff) }
      return try edit()
    }
  }

  private mutating func edit() throws -> Line {
    let completer = self.completer
    var editor = LineEditor(history: history.lines) { completer.complete($0) }
    while true {
      let columns = console.terminalColumns ?? 80
      try console.steer(view.draw(editor, columns: columns))
      guard let key = keys.next() else { return .end }
      switch editor.handle(key) {
      case .edited: break
      case .submitted(let text):
        try leave(editor, columns)
        return .line(text)
      case .abandoned:
        try leave(editor, columns)
        editor = LineEditor(history: history.lines) { completer.complete($0) }
      case .ended:
        try leave(editor, columns)
        return .end
      case .clearScreen:
        view.reset()
        try console.steer("\u{1B}[H\u{1B}[2J")
      case .candidates(let names):
        try leave(editor, columns)
        try console.write(names.map { $0 + "\n" }.joined())
      }
    }
  }

  private mutating func leave(_ editor: LineEditor, _ columns: Int) throws {
    try console.steer(view.leave(editor, columns: columns))
  }
}
