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
    try self.init(texts)
  }

  /// One text under the name of `plan`.
  init(text: String) throws { try self.init([Plan(id: "plan", path: "plans/plan.txt", text: text)]) }

  private init(_ plans: [Plan]) throws {
    _ = try Library.build(plans: plans, into: folder.path + "/index")
    library = try Library.open(folder.path + "/index")
  }

  func assistant() throws -> Assistant { try Assistant(library: library) }
}
