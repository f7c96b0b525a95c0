import Answers
import Evaluation
import PlanDocuments
import PlanLibrary
import TestSupport
import Testing

/// A fault put into each room in turn, over the plans of an invented city.
@Suite("Blame")
struct BlameTests {
  static let faults: [(room: Blame.Room, question: String, expect: String)] = [
    // no fact has the name
    (.reading, "達成度4の事業は？", "{\"names\": [\"影も形もない事業\"]}"),
    // the thing is known, another was answered
    (.understanding, "達成度2の事業は？", "{\"names\": [\"湖畔の遊歩道整備事業\"]}"),
    // the lines are blank, so that nothing finds them
    (
      .retrieval, "緑地 保全",
      "{\"sourceOverlaps\": [{\"document\": \"midori-project-evaluation\", \"lines\": [9999, 9999]}]}"
    ),
  ]

  @Test("falls on the room with the fault, once", arguments: faults)
  func blames(_ room: Blame.Room, _ question: String, _ expect: String) throws {
    let set = "[{\"id\": \"1\", \"question\": \"\(question)\", \"class\": \"a\", \"expect\": \(expect)}]"
    let report = try Self.report(set)
    #expect(report.questions.map(\.blame?.room) == [room])
  }

  static func report(_ set: String) throws -> QuestionReport {
    let folder = TemporaryDirectory()
    let plans = Paths.top + "/Tests/AnswersTests/Plans"
    let texts = TemporaryDirectory.names(in: plans).map { name in
      Plan(id: String(name.dropLast(4)), path: "plans/\(name)", text: Files.text("\(plans)/\(name)"))
    }
    _ = try Library.build(plans: texts, into: folder.path + "/index")
    let library = try Library.open(folder.path + "/index")
    return try QuestionEvaluation(library).report(on: QuestionSet(parsing: Array(set.utf8), name: "s"))
  }
}
