#if Web
  import Dispatch
  import Synchronization

  /// Work that is done by a few threads of its own, each piece by the one with the least to do; what would wait too long is refused.
  final class Lane: Sendable {
    private let workers: [DispatchQueue]
    private let waiting: Int
    /// Pieces of work that each worker has.
    private let taken: Mutex<[Int]>
    private static let clock = DispatchQueue(label: "shirabe.clock")

    enum Outcome<Result: Sendable>: Sendable {
      case done(Result)
      /// There is too much to do.
      case refused
      /// It took too long; it ends by itself where it had begun, and is not begun else.
      case late
    }

    /// - Parameter waiting: Pieces of work that are taken on at most.
    init(workers: Int, waiting: Int) {
      self.workers = (0..<workers).map { DispatchQueue(label: "shirabe.\($0)") }
      self.waiting = waiting
      taken = Mutex(Array(repeating: 0, count: workers))
    }

    func run<R: Sendable>(within seconds: Int, _ work: @Sendable @escaping () -> R) async -> Outcome<R> {
      let worker = taken.withLock { taken -> Int? in
        guard taken.reduce(0, +) < waiting,
          let least = taken.indices.min(by: { taken[$0] < taken[$1] })
        else { return nil }
        taken[least] += 1
        return least
      }
      guard let worker else { return .refused }
      return await withCheckedContinuation { continuation in
        let reply = Reply(continuation)
        workers[worker].async {
          if reply.isAwaited { reply.give(.done(work())) }
          self.taken.withLock { $0[worker] -= 1 }
        }
        Lane.clock.asyncAfter(deadline: .now() + .seconds(seconds)) { reply.give(.late) }
      }
    }

    /// Whoever gives it first ends the wait.
    private final class Reply<R: Sendable>: Sendable {
      private let waiting: Mutex<CheckedContinuation<Outcome<R>, Never>?>

      init(_ continuation: CheckedContinuation<Outcome<R>, Never>) { waiting = Mutex(continuation) }

      var isAwaited: Bool { waiting.withLock { $0 != nil } }

      func give(_ outcome: Outcome<R>) {
        let continuation = waiting.withLock { waiting in
          defer { waiting = nil }
          return waiting
        }
        continuation?.resume(returning: outcome)
      }
    }
  }
#endif
