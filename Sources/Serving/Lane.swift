#if Web
  import Dispatch
  import Synchronization

  /// Work that is done by a few threads of its own, in the order it comes; what would wait too long is refused.
  final class Lane: Sendable {
    private let workers: [DispatchQueue]
    private let waiting: Int
    private let taken = Mutex<(next: Int, count: Int)>((0, 0))

    /// - Parameter waiting: Pieces of work that are taken on at most.
    init(workers: Int, waiting: Int) {
      self.workers = (0..<workers).map { DispatchQueue(label: "shirabe.\($0)") }
      self.waiting = waiting
    }

    /// nil where there is too much to do.
    func run<R: Sendable>(_ work: @Sendable @escaping () -> R) async -> R? {
      let worker = taken.withLock { taken -> DispatchQueue? in
        guard taken.count < waiting else { return nil }
        taken.count += 1
        taken.next = (taken.next + 1) % workers.count
        return workers[taken.next]
      }
      guard let worker else { return nil }
      return await withCheckedContinuation { continuation in
        worker.async {
          let result = work()
          self.taken.withLock { $0.count -= 1 }
          continuation.resume(returning: result)
        }
      }
    }
  }
#endif
