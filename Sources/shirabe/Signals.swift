import Glibc
import Synchronization
import SystemFiles

/// What the terminal told the process, for loops that look at it between two steps.
enum Signals {
  private static let interrupts = Atomic<Int>(0)
  private static let resizes = Atomic<Int>(0)

  /// From now on C-c ends no call of the system by itself: a read that it breaks off fails with `EINTR`.
  static func catchInterrupt() { handle(SIGINT) { _ in Signals.interrupts.add(1, ordering: .relaxed) } }

  static func catchResize() { handle(SIGWINCH) { _ in Signals.resizes.add(1, ordering: .relaxed) } }

  /// Where a signal that ends the process is told; below 0 while nobody listens.
  private static let told = Atomic<Int32>(-1)

  /// Runs work that makes files. Where C-c, `kill` or a terminal that goes ends the process meanwhile, what is not whole is taken away
  /// first, and `last` has the last word; the process ends as the shell counts signals, with 128 and the signal's number.
  static func takingAwayUnfinished<Value>(
    last: @escaping @Sendable () -> Void, _ work: () throws -> Value
  ) rethrows -> Value {
    var pipe: [Int32] = [-1, -1]
    guard Glibc.pipe(&pipe) == 0 else { return try work() }
    for end in pipe { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let (listening, telling) = (pipe[0], pipe[1])
    let hasBegun = Thread.start {
      var signal: UInt8 = 0
      var count = 0
      repeat { count = read(listening, &signal, 1) } while count < 0 && errno == EINTR
      close(listening)
      guard count > 0 else { return }
      Unfinished.end {
        last()
        _exit(128 + Int32(signal))
      }
    }
    let before = told.exchange(telling, ordering: .sequentiallyConsistent)
    let handlers = hasBegun ? [SIGINT, SIGTERM, SIGHUP].map { ($0, tell($0)) } : []
    defer {
      for (signal, handler) in handlers { restore(handler, of: signal) }
      told.store(before, ordering: .sequentiallyConsistent)
      close(telling)
      if !hasBegun { close(listening) }
    }
    return try work()
  }

  /// Lets a signal be told, unless the process was started to pass it over; what was done with it before.
  private static func tell(_ signal: Int32) -> sigaction {
    var before = sigaction()
    sigaction(signal, nil, &before)
    guard unsafeBitCast(before.__sigaction_handler.sa_handler, to: Int.self) != 1 else { return before }
    handle(signal, flags: SA_RESTART) { signal in
      var number = UInt8(truncatingIfNeeded: signal)
      _ = write(Signals.told.load(ordering: .sequentiallyConsistent), &number, 1)
    }
    return before
  }

  private static func restore(_ handler: sigaction, of signal: Int32) {
    var handler = handler
    sigaction(signal, &handler, nil)
  }

  private static func handle(
    _ signal: Int32, flags: Int32 = 0, _ work: @escaping @convention(c) (Int32) -> Void
  ) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = work
    action.sa_flags = flags
    sigaction(signal, &action, nil)
  }

  /// True where C-c came since this was asked last.
  static func takeInterrupt() -> Bool { interrupts.exchange(0, ordering: .relaxed) > 0 }

  /// True where the terminal's size changed since this was asked last.
  static func takeResize() -> Bool { resizes.exchange(0, ordering: .relaxed) > 0 }
}
