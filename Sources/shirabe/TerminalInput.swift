import Glibc

/// Keys from the terminal, in raw mode while a line is edited and as it was before between lines.
struct TerminalInput {
  private var decoder = KeyDecoder()
  private var waiting: [Key] = []
  /// How long an ESC may stand alone before it is a key of its own, in milliseconds.
  private static let escapeTime: Int32 = 50
  /// How long a change of size may wait to be seen, in milliseconds.
  private static let resizeTime: Int32 = 250

  /// Runs `body` with the terminal in raw mode; nil where its mode can't be set.
  static func inRawMode<R>(_ body: () throws -> R) rethrows -> R? {
    var before = termios()
    guard tcgetattr(0, &before) == 0 else { return nil }
    var raw = before
    cfmakeraw(&raw)
    // Line feeds of output still go to the start of the line.
    raw.c_oflag |= tcflag_t(OPOST)
    guard tcsetattr(0, TCSADRAIN, &raw) == 0 else { return nil }
    defer { tcsetattr(0, TCSADRAIN, &before) }
    return try body()
  }

  /// Runs `body` with the terminal as it was before raw mode: a program of others has it meanwhile.
  static func inSavedMode<R>(_ body: () -> R) -> R {
    var raw = termios()
    guard tcgetattr(0, &raw) == 0 else { return body() }
    var cooked = raw
    cooked.c_iflag |= tcflag_t(ICRNL | IXON | BRKINT)
    cooked.c_oflag |= tcflag_t(OPOST)
    cooked.c_lflag |= tcflag_t(ICANON | ECHO | ISIG | IEXTEN)
    tcsetattr(0, TCSADRAIN, &cooked)
    defer { tcsetattr(0, TCSADRAIN, &raw) }
    return body()
  }

  /// Puts text before what was typed, as if it had been pasted.
  mutating func type(_ text: String) { waiting = Key.paste(text).typed + waiting }

  /// The next key; nil where the terminal is gone. Keys typed ahead wait for the next line.
  mutating func next() -> Key? {
    while waiting.isEmpty {
      if decoder.isWaitingAfterEscape && !isReady(within: TerminalInput.escapeTime) {
        if let key = decoder.timeOut() { return key }
      }
      // a signal that comes right before a read would wait for the next key; so the read begins where there is one
      while !isReady(within: TerminalInput.resizeTime) {
        if Signals.takeResize() { return .resized }
      }
      var block = [UInt8](repeating: 0, count: 1024)
      let count = read(0, &block, block.count)
      if count < 0 && errno == EINTR {
        if Signals.takeResize() { return .resized }
        continue
      }
      guard count > 0 else { return nil }
      for byte in block[..<count] {
        if let key = decoder.decode(byte) { waiting += key.typed }
      }
    }
    return waiting.removeFirst()
  }

  /// True where something can be read within so many milliseconds, if only that the terminal is gone.
  private func isReady(within time: Int32) -> Bool {
    var descriptor = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
    return poll(&descriptor, 1, time) > 0
  }
}
