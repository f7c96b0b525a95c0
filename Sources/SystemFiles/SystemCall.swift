import Glibc

/// The kinds of calls to the system by which the program touches files.
package enum SystemCall: String, CaseIterable, Hashable, Sendable {
  case open, read, write, sync, rename, remove, makeDirectory, changeMode, list, map, lock

  /// Runs a call again for as long as signals interrupt it; its result, which is not negative.
  ///
  /// All calls go through here, so that a test can let any one of them fail.
  package func run(_ path: FilePath, _ body: () -> Int) throws(FileError) -> Int {
    if let code = InjectedFault.active?.code(for: self) {
      throw FileError(path: path.shown, reason: .system(code))
    }
    while true {
      let result = body()
      if result >= 0 { return result }
      if errno != EINTR { throw .last(path) }
    }
  }

  /// The same for a call that returns an `Int32`.
  @discardableResult
  package func run(_ path: FilePath, _ body: () -> Int32) throws(FileError) -> Int32 {
    Int32(truncatingIfNeeded: try run(path) { Int(body()) })
  }
}
