import Foundation
import Glibc

/// The built program on a terminal of its own (a pseudo-terminal), which a test types on and reads.
package final class PseudoTerminal {
  /// Which of the program's streams the terminal is; standard output and standard error are pipes else.
  package struct Streams: OptionSet, Sendable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }
    package static let output = Streams(rawValue: 1)
    package static let error = Streams(rawValue: 2)
  }

  private let master: Int32
  private var child = pid_t()
  private var pipes: (output: Int32, error: Int32) = (-1, -1)
  /// Everything the terminal was sent so far.
  package private(set) var bytes: [UInt8] = []
  /// Long enough for a busy machine; a test that waits so long has failed.
  private static let patience = 120

  package init(
    _ arguments: [String], columns: Int = 80, rows: Int = 24, streams: Streams = [.output, .error],
    environment: [String: String] = [:]
  ) throws {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    // unlocks the other end and asks for its number (pts(4)); Swift's Glibc has no `unlockpt`
    var lock: Int32 = 0
    var number: Int32 = 0
    guard master >= 0, ioctl(master, 0x4004_5431, &lock) == 0, ioctl(master, 0x8004_5430, &number) == 0 else {
      throw POSIXError(.ENXIO)
    }
    let path = "/dev/pts/\(number)"
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // the first terminal that the leader of a new session opens is its own
    posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
    let (outputRead, outputWrite) = try PseudoTerminal.stream(streams.contains(.output), 1, path, &actions)
    let (errorRead, errorWrite) = try PseudoTerminal.stream(streams.contains(.error), 2, path, &actions)
    pipes = (outputRead, errorRead)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // the thread of a test may hold signals back
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    // POSIX_SPAWN_SETSID
    posix_spawnattr_setflags(&attributes, 0x80 | Int16(POSIX_SPAWN_SETSIGMASK))
    var all = [
      "TERM": "xterm", "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8",
      "LD_LIBRARY_PATH": ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] ?? "",
      "SWIFT_BACKTRACE": "enable=no",
    ]
    all.merge(environment) { $1 }
    var words: [UnsafeMutablePointer<CChar>?] = ([ShirabeProcess.path] + arguments).map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = all.map { strdup("\($0)=\($1)") } + [nil]
    defer { for word in words + variables { free(word) } }
    resize(columns: columns, rows: rows)
    guard posix_spawn(&child, ShirabeProcess.path, &actions, &attributes, &words, &variables) == 0 else {
      throw POSIXError(.ENOEXEC)
    }
    for end in [outputWrite, errorWrite] where end >= 0 { close(end) }
  }

  private static func stream(
    _ isTerminal: Bool, _ descriptor: Int32, _ path: String, _ actions: inout posix_spawn_file_actions_t
  ) throws -> (read: Int32, write: Int32) {
    if isTerminal {
      posix_spawn_file_actions_addopen(&actions, descriptor, path, O_RDWR, 0)
      return (-1, -1)
    }
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw POSIXError(.EMFILE) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], descriptor)
    return (ends[0], ends[1])
  }

  deinit {
    if child > 0 {
      kill(child, SIGKILL)
      waitpid(child, nil, 0)
    }
    for end in [master, pipes.output, pipes.error] where end >= 0 { close(end) }
  }

  package func type(_ keys: String) {
    let bytes = Array(keys.utf8)
    _ = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
  }

  package func resize(columns: Int, rows: Int) {
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Reads until what came holds a text, or satisfies a condition; false where the program ends first, or nothing comes for
  /// very long.
  @discardableResult
  package func wait(until condition: ([UInt8]) -> Bool) -> Bool {
    while !condition(bytes) {
      var poll = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      guard Glibc.poll(&poll, 1, Int32(PseudoTerminal.patience * 1000)) > 0 else { return false }
      var block = [UInt8](repeating: 0, count: 4096)
      let count = read(master, &block, block.count)
      guard count > 0 else { return condition(bytes) }
      bytes += block[..<count]
    }
    return true
  }

  @discardableResult
  package func wait(for text: String) -> Bool {
    wait { String(decoding: $0, as: UTF8.self).contains(text) }
  }

  /// Reads to the program's end: its exit status (128 and more for a signal), and what came through the pipes.
  package func end() -> (status: Int32, output: String, errors: String) {
    func all(_ descriptor: Int32) -> String {
      guard descriptor >= 0 else { return "" }
      return String(
        decoding: FileHandle(fileDescriptor: descriptor, closeOnDealloc: false).readDataToEndOfFile(),
        as: UTF8.self)
    }
    let (output, errors) = (all(pipes.output), all(pipes.error))
    wait { _ in false }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    child = 0
    return (status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F, output, errors)
  }
}
