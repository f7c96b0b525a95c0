import Answers
import Glibc
import JapaneseText
import Phrases
import Rendering
import SystemFiles

/// Standard output can't be written to.
struct OutputClosed: Error {
  let code: Int32

  /// A reader that went away has what it wanted; a full disk has not.
  func status(_ console: Console) -> ExitStatus {
    if code == EPIPE { return .answered }
    console.report(Phrase.outputFailed.with(Saying(systemError: code)))
    return .badIndex
  }
}

/// The process's three streams. Answers go to standard output, all else to standard error; nothing is buffered.
struct Console {
  /// What `--lang` says, which help and errors speak, too.
  private let chosenLanguage: Language?
  let isInputTerminal = isatty(0) == 1
  let isOutputTerminal = isatty(1) == 1
  private let isErrorTerminal = isatty(2) == 1

  /// - Parameter arguments: the command line's, of which `--lang` is read before any command is.
  init(_ arguments: [String] = []) {
    let options = arguments.prefix { $0 != "--" }
    let next = options.firstIndex(of: "--lang").map { options[($0 + 1)...].first ?? "" }
    let joined = options.last { $0.hasPrefix("--lang=") }.map { String($0.dropFirst("--lang=".count)) }
    chosenLanguage = (next ?? joined).flatMap { Language(rawValue: $0) }
  }

  /// A variable of the environment; nil where it is unset or empty.
  func variable(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// Writes text for people: nothing in it can steer their terminal.
  func write(_ text: String) throws(OutputClosed) {
    try send(TextStyle(colour: colour).written(text))
  }

  /// Writes what a renderer gave: data as it is, but not to a terminal.
  /// - Parameter isFirst: true where nothing was written in this form before.
  func write(_ text: String, as format: OutputFormat, isFirst: Bool = true) throws(OutputClosed) {
    guard format.isData else { return try write(text) }
    try writeData((isFirst ? format.opening : "") + text)
  }

  /// Writes lines for programs, byte for byte; a terminal gets them as text.
  func writeData(_ text: String) throws(OutputClosed) {
    if isOutputTerminal { try write(text) } else { try send(text) }
  }

  /// Writes text for people through `$PAGER` (else `less -R`, which says by which keys it is left) where it is longer than the
  /// terminal; data as it is.
  func page(_ text: String, as format: OutputFormat = .text) throws(OutputClosed) {
    guard !format.isData, isInputTerminal, hasAbilities, let rows = terminalRows(), rowsNeeded(text) >= rows
    else {
      return try write(text, as: format, isFirst: false)
    }
    let shown = TextStyle(colour: colour).written(text)
    // what is written is UTF-8, whatever the locale; of a prompt less prints ASCII alone as it is
    let command = variable("PAGER") ?? "LESSCHARSET=utf-8 less -R -Ps'space goes on, q goes back'"
    // the shell's word for a program that is not there
    if let status = ForegroundProgram.run(command, input: shown), status != 127 {
      return
    }
    try send(shown)
  }

  private func rowsNeeded(_ text: String) -> Int {
    let columns = max(1, terminalColumns ?? 80)
    let width = textStyle().width
    return TextLines.split(text).reduce(0) { $0 + 1 + max(0, width.columns($1) - 1) / columns }
  }

  /// Writes a sequence that steers the terminal, as the line editor does.
  func steer(_ sequence: String) throws(OutputClosed) { try send(sequence) }

  private func send(_ text: String) throws(OutputClosed) {
    let code = Console.write(Array(text.utf8), to: 1)
    if code != 0 { throw OutputClosed(code: code) }
  }

  /// A message of the program, with its name before it.
  func report(_ message: Saying) {
    for line in TextLines.split(message[language]) { reportPlain("shirabe: \(line)") }
  }

  func reportPlain(_ message: String) {
    _ = Console.write(Array((TextStyle().written(message) + "\n").utf8), to: 2)
  }

  /// Progress, on one line that is written over; nothing where that can't be done.
  func progress(_ message: Saying) {
    guard canWriteOver else { return }
    let said = TextStyle.printable(message[language])
    _ = Console.write(Array("\r\u{1B}[K\(said)".utf8), to: 2)
  }

  func endProgress() {
    if canWriteOver { _ = Console.write(Array("\r\u{1B}[K".utf8), to: 2) }
  }

  /// 0, or the error's number.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        buffer.baseAddress.map { Glibc.write(descriptor, $0 + written, buffer.count - written) } ?? 0
      }
      if count < 0 {
        if errno == EINTR || errno == EAGAIN { continue }
        return errno
      }
      written += count
    }
    return 0
  }

  /// Colours only on a terminal that has them and for a user who wants them (no-color.org, bixense.com/clicolors).
  private var colour: TextStyle.Colour {
    let isForced = variable("CLICOLOR_FORCE").map { $0 != "0" } ?? false
    return variable("NO_COLOR") == nil && (isForced || isOutputTerminal && hasAbilities) ? .ansi : .none
  }

  /// The language of messages: the chosen one, else the locale's.
  var language: Language {
    chosenLanguage
      ?? Language(locale: variable("LC_ALL") ?? variable("LC_MESSAGES") ?? variable("LANG") ?? "")
  }

  /// The folder that paths start from, where the terminal is one that shows links to files (OSC 8).
  private var linkFolder: String? {
    let isKnown =
      variable("VTE_VERSION") != nil || variable("WT_SESSION") != nil
      || ["iTerm.app", "WezTerm", "vscode", "ghostty"].contains(variable("TERM_PROGRAM") ?? "")
      || ["xterm-kitty", "foot", "alacritty", "xterm-ghostty"].contains(variable("TERM") ?? "")
    guard isOutputTerminal, isKnown, let folder = getcwd(nil, 0) else { return nil }
    defer { free(folder) }
    return String(cString: folder)
  }

  /// True where lines can be edited: both ends are a terminal that can move its cursor.
  var canEdit: Bool { isInputTerminal && isOutputTerminal && hasAbilities }

  private var canWriteOver: Bool { isErrorTerminal && hasAbilities }

  private var hasAbilities: Bool { (variable("TERM") ?? "dumb") != "dumb" }

  /// Columns of the terminal; nil where output goes elsewhere.
  var terminalColumns: Int? {
    guard isOutputTerminal else { return nil }
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  private func terminalRows() -> Int? {
    guard isOutputTerminal else { return nil }
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 else { return nil }
    return Int(size.ws_row)
  }

  /// Text for this terminal; elsewhere lines are as long as they are, so that the bytes depend on nothing here.
  func textStyle(itemLimit: Int? = nil) -> TextStyle {
    let ambiguous = variable("SHIRABE_AMBIGUOUS_WIDTH") == "2" ? 2 : 1
    return TextStyle(
      colour: colour, columns: terminalColumns ?? TextStyle.unbounded, itemLimit: itemLimit,
      width: DisplayWidth(ambiguous: ambiguous), language: language,
      isLanguageChosen: chosenLanguage != nil, linkFolder: linkFolder)
  }
}
