import Synchronization

/// Lets one system call fail, for tests: what the program does then is to be known, not hoped for.
///
/// Nothing of the program sets it; it holds for the task that runs inside `InjectedFault.$active.withValue`.
package final class InjectedFault: Sendable {
  @TaskLocal package static var active: InjectedFault?

  private let call: SystemCall
  private let number: Int
  private let code: Int32
  private let calls = Mutex(0)

  /// - Parameters:
  ///   - number: which of the calls of this kind fails, from 1; 0 for none, to count them.
  ///   - code: what it fails with.
  package init(_ call: SystemCall, number: Int, code: Int32) {
    self.call = call
    self.number = number
    self.code = code
  }

  /// The calls of the kind so far.
  package var count: Int { calls.withLock { $0 } }

  func code(for call: SystemCall) -> Int32? {
    guard call == self.call else { return nil }
    return calls.withLock { calls in
      calls += 1
      return calls == number ? code : nil
    }
  }
}
