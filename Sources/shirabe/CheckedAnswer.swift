import Answers
import Phrases
import PlanLibrary

/// An answer that stands on files which are as they were opened; else what became of them, in its place.
struct CheckedAnswer {
  let answer: Answer
  let status: ExitStatus

  init(_ answer: Answer, from library: Library) {
    do throws(LibraryError) {
      try library.checkFiles()
      self.answer = answer
      status = ExitStatus(answer.status)
    } catch {
      self.answer = Answer(
        question: answer.question, status: .invalid,
        error: AnswerError(.index, Saying(error.description), span: 0..<0))
      status = .badIndex
    }
  }
}

extension Library {
  /// Ends a command where a file of the index changed under what it is about to print.
  func check() throws {
    do throws(LibraryError) {
      try checkFiles()
    } catch {
      throw Failure(opening: error)
    }
  }
}
