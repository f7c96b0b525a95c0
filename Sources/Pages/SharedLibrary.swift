import Answers
import Phrases
import PlanLibrary
import Synchronization

/// The library that many ask at once, opened again when another index stands in its folder.
package final class SharedLibrary: Sendable {
  private let directory: String
  private let state = Mutex(State())

  private struct State {
    var library: Library?
    /// Those that nobody asks at the moment.
    var idle: [Lent] = []
  }

  /// An assistant, which one request has at a time.
  private struct Lent: @unchecked Sendable {
    var assistant: Assistant
  }

  /// Why nothing can be answered, in a sentence that says what to do.
  package struct Unavailable: Error, Hashable, Sendable {
    package let reason: Saying
  }

  package init(directory: String) { self.directory = directory }

  /// The library of the index that stands in the folder now.
  package func library() throws(Unavailable) -> Library {
    let result = state.withLock { state -> Result<Library, Unavailable> in
      if let library = state.library, Library.fingerprint(in: directory) == library.fingerprint {
        return .success(library)
      }
      state = State()
      do throws(LibraryError) {
        let library = try Library.open(directory)
        state.library = library
        return .success(library)
      } catch {
        return .failure(Unavailable(reason: error.saying))
      }
    }
    return try result.get()
  }

  /// Asks with an assistant of a library, new or used before.
  package func ask<R>(_ library: Library, _ body: (inout Assistant) -> R) throws(Unavailable) -> R {
    let idle = state.withLock { state in state.library === library ? state.idle.popLast() : nil }
    var assistant: Assistant
    if let idle {
      assistant = idle.assistant
    } else {
      do {
        assistant = try Assistant(library: library)
      } catch {
        throw Unavailable(reason: Saying(error: error))
      }
    }
    let result = body(&assistant)
    do throws(LibraryError) {
      try library.checkFiles()
    } catch {
      state.withLock { $0 = State() }
      throw Unavailable(reason: error.saying)
    }
    let lent = Lent(assistant: assistant)
    state.withLock { state in
      if state.library === library { state.idle.append(lent) }
    }
    return result
  }
}
