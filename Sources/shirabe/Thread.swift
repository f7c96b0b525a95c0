import Glibc

/// A thread of the system's, as deep as the main one.
enum Thread {
  private final class Job: @unchecked Sendable {
    let work: () -> Void
    init(_ work: @escaping () -> Void) { self.work = work }
  }

  /// Runs `work` on a thread that nobody waits for; false where there can be none.
  static func start(_ work: @escaping () -> Void) -> Bool {
    var thread = pthread_t()
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, 8 << 20)
    defer { pthread_attr_destroy(&attributes) }
    let context = Unmanaged.passRetained(Job(work)).toOpaque()
    let run: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { context in
      context.map { Unmanaged<Job>.fromOpaque($0).takeRetainedValue().work() }
      return nil
    }
    guard pthread_create(&thread, &attributes, run, context) == 0 else {
      Unmanaged<Job>.fromOpaque(context).release()
      return false
    }
    pthread_detach(thread)
    return true
  }
}
