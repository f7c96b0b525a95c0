import Answers
import PlanDocuments
import PlanLibrary
import TestSupport

/// The plans of an invented city in a new index, opened.
struct MidoriLibrary {
  let library: Library
  private let folder = TemporaryDirectory()

  init() throws {
    let plans = Paths.top + "/Tests/AnswersTests/Plans"
    let texts = TemporaryDirectory.names(in: plans).map { name in
      Plan(id: String(name.dropLast(4)), path: "plans/\(name)", text: Files.text("\(plans)/\(name)"))
    }
    _ = try Library.build(plans: texts, into: folder.path + "/index")
    library = try Library.open(folder.path + "/index")
  }

  func assistant() throws -> Assistant { try Assistant(library: library) }
}
