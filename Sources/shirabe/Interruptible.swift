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
    let job = Job {
      box.value = work()
      box.isDone.store(true, ordering: .releasing)
    }
    var thread = pthread_t()
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    // as deep as the main thread's
    pthread_attr_setstacksize(&attributes, 8 << 20)
    defer { pthread_attr_destroy(&attributes) }
    let context = Unmanaged.passRetained(job).toOpaque()
    let start: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { context in
      context.map { Unmanaged<Job>.fromOpaque($0).takeRetainedValue().work() }
      return nil
    }
    _ = Signals.takeInterrupt()
    guard pthread_create(&thread, &attributes, start, context) == 0 else {
      Unmanaged<Job>.fromOpaque(context).release()
      return work()
    }
    pthread_detach(thread)
    while !box.isDone.load(ordering: .acquiring) {
      if Signals.takeInterrupt() { return nil }
      usleep(500)
    }
    return box.value
  }

  private final class Job: @unchecked Sendable {
    let work: () -> Void
    init(_ work: @escaping () -> Void) { self.work = work }
  }
}
