import Answers
import Glibc
import JapaneseText
import Phrases
import SystemFiles

/// Reads a person's lines: with the editor where the terminal can move its cursor, plainly elsewhere.
struct LineReader {
  private let console: Console
  private let completer: Completer
  private(set) var history: History
  private var keys = TerminalInput()
  private var lines = InputLines()
  private var view: LineView
  private let language: Language
  /// True after a C-c on an empty line.
  private var isLeaving = false
  private static let prompt = "調べ> "
  /// Asks the terminal to mark what is pasted, so that controls in it are no commands.
  private static let (pasteOn, pasteOff) = ("\u{1B}[?2004h", "\u{1B}[?2004l")

  init(completer: Completer, history: History, language: Language, console: Console) {
    self.completer = completer
    self.console = console
    self.history = history
    self.language = language
    view = LineView(prompt: LineReader.prompt, style: console.textStyle())
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
    func fresh() -> LineEditor { LineEditor(history: history.lines) { completer.complete($0) } }
    var editor = fresh()
    while true {
      let columns = console.terminalColumns ?? 80
      try console.steer(view.draw(editor, columns: columns))
      guard let key = keys.next() else { return .end }
      let wasEmpty = editor.buffer.characters.isEmpty
      let outcome = editor.handle(key)
      if outcome != .abandoned { isLeaving = false }
      switch outcome {
      case .edited: break
      case .submitted(let text):
        try leave(editor)
        return .line(text)
      case .abandoned:
        try leave(editor)
        if wasEmpty, isLeaving { return .end }
        isLeaving = wasEmpty
        if wasEmpty { try console.write(Phrase.onceMoreLeaves(language) + "\n") }
        editor = fresh()
      case .ended:
        try leave(editor)
        return .end
      case .clearScreen:
        view.reset()
        try console.steer("\u{1B}[H\u{1B}[2J")
      case .editOutside(let text):
        try leave(editor)
        editor = fresh()
        // what comes back is typed: each of its lines but the last is asked
        keys.type(editedOutside(text) ?? text)
      }
    }
  }

  /// A text after the person's own editor was at it; nil where there is none, or it failed.
  private func editedOutside(_ text: String) -> String? {
    let program = console.variable("VISUAL") ?? console.variable("EDITOR") ?? "vi"
    var name =
      Array((console.variable("TMPDIR") ?? "/tmp").utf8CString.dropLast())
      + Array("/shirabe-XXXXXX".utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { return nil }
    close(descriptor)
    let path = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    defer { unlink(path) }
    guard (try? FileSystem.append(Array((text + "\n").utf8), to: FilePath(path))) != nil,
      TerminalInput.inSavedMode({ ForegroundProgram.run(program, arguments: [path]) }) == 0,
      let bytes = try? FileSystem.read(FilePath(path))
    else { return nil }
    let whole = String(decoding: bytes, as: UTF8.self)
    return whole.hasSuffix("\n") ? String(whole.dropLast()) : whole
  }

  private mutating func leave(_ editor: LineEditor) throws {
    try console.steer(view.leave(editor))
  }
}
