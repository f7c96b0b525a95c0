import Glibc
import Synchronization

/// Work that a person may give up waiting for.
enum Interruptible {
  /// What a thread works on and leaves; only one of the two sides looks at it at a time, told by `isDone`.
  private final class Box<Value>: @unchecked Sendable {
    var value: Value?
    let isDone = Atomic<Bool>(false)
  }

  /// Runs `work` on a thread of its own until it is done or C-c comes; nil where it was given up. What was given up goes on
  /// by itself to its end, so it may share nothing that changes with what comes after it.
  static func run<Value>(_ work: @escaping () -> Value) -> Value? {
    let box = Box<Value>()
    _ = Signals.takeInterrupt()
    let hasBegun = Thread.start {
      box.value = work()
      box.isDone.store(true, ordering: .releasing)
    }
    guard hasBegun else { return work() }
    while !box.isDone.load(ordering: .acquiring) {
      if Signals.takeInterrupt() { return nil }
      usleep(500)
    }
    return box.value
  }
}
