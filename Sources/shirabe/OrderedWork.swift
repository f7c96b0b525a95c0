import Dispatch
import Synchronization

/// Work on elements as they come, on some threads at once; what comes of them is written in the elements' order, each as
/// soon as all before it were.
struct OrderedWork<Element: Sendable> {
  /// How many are worked on at the same time.
  let jobs: Int
  let work: @Sendable (Element) -> String
  let write: @Sendable (String) throws(OutputClosed) -> Void

  private struct State {
    var done: [Int: String] = [:]
    var next = 0
    var failure: OutputClosed?
  }

  /// Returns when all was written. Reads no more elements once writing failed.
  func run(_ next: () -> Element?) throws(OutputClosed) {
    let state = Mutex(State())
    let threads = DispatchSemaphore(value: jobs)
    // what waits for a slow one before it is kept in memory: so many and no more
    let waiting = DispatchSemaphore(value: 8 * jobs)
    let queue = DispatchQueue(label: "ordered work", attributes: .concurrent)
    let group = DispatchGroup()
    var number = 0
    while state.withLock({ $0.failure == nil }), let element = next() {
      let own = number
      number += 1
      waiting.wait()
      threads.wait()
      queue.async(group: group) {
        let result = work(element)
        threads.signal()
        let written = state.withLock { finish(own, result, &$0) }
        for _ in 0..<written { waiting.signal() }
      }
    }
    group.wait()
    if let failure = state.withLock({ $0.failure }) { throw failure }
  }

  /// Writes what can be written now; how many were.
  private func finish(_ number: Int, _ result: String, _ state: inout State) -> Int {
    state.done[number] = result
    var written = 0
    while let text = state.done.removeValue(forKey: state.next) {
      state.next += 1
      written += 1
      guard state.failure == nil, !text.isEmpty else { continue }
      do throws(OutputClosed) { try write(text) } catch { state.failure = error }
    }
    return written
  }
}
