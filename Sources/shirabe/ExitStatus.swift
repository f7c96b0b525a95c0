import Answers
import InvertedIndex
import Phrases
import PlanLibrary

/// What the process ends with; the contract gives the meanings. A batch ends with the highest it met.
enum ExitStatus: Int32, Comparable {
  case answered = 0
  case noMatch = 1
  /// A question, an option or an input.
  case unreadable = 2
  /// The index is missing, damaged, from another version or changed under a question; or a write failed.
  case badIndex = 3
  /// C-c between two questions of a batch.
  case interrupted = 130

  init(_ status: Answer.Status) {
    self =
      switch status {
      case .answered: .answered
      case .noMatch: .noMatch
      case .invalid: .unreadable
      }
  }

  static func < (a: ExitStatus, b: ExitStatus) -> Bool { a.rawValue < b.rawValue }
}

/// Why a command ends early: a sentence for standard error, and the status.
struct Failure: Error {
  let saying: Saying
  let status: ExitStatus

  init(_ saying: Saying, _ status: ExitStatus) {
    self.saying = saying
    self.status = status
  }

  /// An index that can't be opened.
  init(opening error: LibraryError) { self.init(error.saying, .badIndex) }

  /// An index that can't be built: the paths or the folder named are no such thing, or it can't be written.
  init(building error: LibraryError) {
    let status: ExitStatus =
      switch error {
      case .nothingToIndex, .sourcesGone, .notInIndex, .index(.occupied, _): .unreadable
      case .index(.file(let error, _), _) where error.reason == .notADirectory: .unreadable
      case .index, .otherVersion, .damaged: .badIndex
      }
    self.init(error.saying, status)
  }
}
