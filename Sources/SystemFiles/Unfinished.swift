import Synchronization

/// What this process is writing and is not whole yet, so that whoever ends the process can take it away first.
package enum Unfinished {
  package typealias Undoing = @Sendable () -> Void

  private static let undoings = Mutex<[String: Undoing]>([:])

  /// Runs a step that is done whole or not at all: `end` waits for it, and after `end` none begins.
  package static func step<Value, Failure>(_ body: () throws(Failure) -> Value) throws(Failure) -> Value {
    try undoings.withLock { _ throws(Failure) in Kept(try body()) }.value
  }

  /// Begins what takes several steps.
  /// - Parameters:
  ///   - name: one that nothing else has in the file system.
  ///   - undo: takes away what there is of it; called once, by `end` or `finish`.
  /// - Throws: what `body`, the first step, does; then nothing is begun.
  package static func begin<Value, Failure>(
    _ name: String, _ body: () throws(Failure) -> (value: Value, undo: Undoing)
  ) throws(Failure) -> Value {
    try undoings.withLock { undoings throws(Failure) in
      let (value, undo) = try body()
      undoings[name] = undo
      return Kept(value)
    }.value
  }

  /// Takes away what is left of what was begun.
  package static func finish(_ name: String) {
    undoings.withLock { $0.removeValue(forKey: name)?() }
  }

  /// Takes away all that was begun, and ends the process before anything else can be.
  package static func end(_ last: () -> Never) -> Never {
    undoings.withLock { undoings in
      for undo in undoings.values { undo() }
      last()
    }
  }

  /// Takes a value out of the lock, which guards steps and not what they give.
  private struct Kept<Value>: @unchecked Sendable {
    let value: Value
    init(_ value: Value) { self.value = value }
  }
}
