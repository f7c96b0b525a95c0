import Answers
import PlanLibrary

/// What the process ends with; the contract gives the meanings. A batch ends with the highest it met.
enum ExitStatus: Int32, Comparable {
  case answered = 0
  case noMatch = 1
  /// A question, an option or an input.
  case unreadable = 2
  case badIndex = 3

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
  let message: String
  let status: ExitStatus

  init(_ message: String, _ status: ExitStatus) {
    self.message = message
    self.status = status
  }

  /// An index that can't be opened.
  init(opening error: LibraryError) { self.init(error.description, .badIndex) }
}
