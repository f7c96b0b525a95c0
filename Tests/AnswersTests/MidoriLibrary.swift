import Answers
import PlanDocuments
import PlanLibrary
import TestSupport

/// The plans of an invented city in a new index, opened.
struct MidoriLibrary {
  let library: Library
  private let folder = TemporaryDirectory()

  init() throws { try self.init(Self.plans) }

  private static var plans: [Plan] {
    let plans = Paths.top + "/Tests/AnswersTests/Plans"
    return TemporaryDirectory.names(in: plans).map { name in
      Plan(id: String(name.dropLast(4)), path: "plans/\(name)", text: Files.text("\(plans)/\(name)"))
    }
  }

  /// One text under the name of `plan`.
  init(text: String) throws { try self.init([Plan(id: "plan", path: "plans/plan.txt", text: text)]) }

  /// - Parameter preparations: what the index is built with; without any, questions make it themselves.
  init(preparing preparations: [Preparation]) throws { try self.init(Self.plans, preparing: preparations) }

  private init(_ plans: [Plan], preparing preparations: [Preparation] = Preparation.forAnswers) throws {
    _ = try Library.build(plans: plans, into: folder.path + "/index", preparing: preparations)
    library = try Library.open(folder.path + "/index")
  }

  func assistant() throws -> Assistant { try Assistant(library: library) }
}
