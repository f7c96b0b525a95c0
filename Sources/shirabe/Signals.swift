import Glibc
import Synchronization

/// What the terminal told the process, for loops that look at it between two steps.
enum Signals {
  private static let interrupts = Atomic<Int>(0)
  private static let resizes = Atomic<Int>(0)

  /// From now on C-c ends no call of the system by itself: a read that it breaks off fails with `EINTR`.
  static func catchInterrupt() { handle(SIGINT) { _ in Signals.interrupts.add(1, ordering: .relaxed) } }

  static func catchResize() { handle(SIGWINCH) { _ in Signals.resizes.add(1, ordering: .relaxed) } }

  private static func handle(_ signal: Int32, _ work: @escaping @convention(c) (Int32) -> Void) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = work
    sigaction(signal, &action, nil)
  }

  /// True where C-c came since this was asked last.
  static func takeInterrupt() -> Bool { interrupts.exchange(0, ordering: .relaxed) > 0 }

  /// True where the terminal's size changed since this was asked last.
  static func takeResize() -> Bool { resizes.exchange(0, ordering: .relaxed) > 0 }
}
