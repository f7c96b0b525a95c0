import Analysis
import PlanFacts
import SourceFiles
import TestSupport
import Testing

@testable import PlanLibrary

@Suite("Lessons for a library") struct LessonsTests {
  private let folder = TemporaryDirectory()
  private var index: String { folder.path + "/i" }

  private func library() throws -> Library {
    try folder.write(
      "t/m.csv", "項目,単位,現状（令和5年度）,実績（令和6年度）\n湖を訪れた人,人,1234,1500\n船小屋,棟,12,15\n"
    )
    try folder.write("t/k.bin", "\u{1}\n")
    _ = try Library.build(paths: [folder.path + "/t"], into: index, lexicons: .builtIn)
    return try Library.open(index)
  }

  @Test func `a lesson is asked with what it would read, and nothing is asked again once it holds`() throws {
    var lessons = try Lessons(library(), base: .builtIn, taught: .none, reader: SourceReader())
    let first = lessons.next()
    let question = try #require(first)
    #expect(question.isSure && question.options.count == 1)
    let trial = question.options[0].trial
    #expect(trial.things == [.indicator: 2] && trial.figures == -4 && trial.unread == 0)
    #expect(trial.examples.map(\.name) == ["湖を訪れた人", "船小屋"])
    lessons.keep(question.options[0].content, in: ["m"])
    #expect(lessons.tables(of: "m")?.map(\.readAs) == [.indicator])
    let next = lessons.next()
    #expect(next == nil)
  }

  @Test func `what was taught outlives the index, holds when it is built again, and can be taken back`()
    throws
  {
    let library = try library()
    let file = TaughtFile(beside: index)
    #expect(file.path == folder.path + "/i-taught.txt")
    #expect(try file.read(.builtIn) == .none)
    let lesson = Taught("項目 | 単位 | 現状 | 実績 = indicator name | - | - | -", path: "", schema: .builtIn).lessons[
      0]
    try file.add([(lesson.content, "2026-11-29 a test")])
    try file.add([(.synonyms("湖, みずうみ"), "2026-11-29 another")])
    let taught = try file.read(.builtIn)
    #expect(
      taught.lessons.map(\.content) == [lesson.content, .synonyms("湖, みずうみ")] && taught.problems.isEmpty)
    #expect(taught.lessons.map(\.reason) == ["2026-11-29 a test", "2026-11-29 another"])
    let report = try Library.update(IndexUpdate(), in: index, lexicons: taught.lexicons(over: .builtIn))
    #expect(report.documents == 1)
    let again = try Library.open(index)
    #expect(again.facts.filter { $0.kind == .indicator }.map(\.name) == ["湖を訪れた人", "船小屋"])
    #expect(again.leftOut == library.leftOut && !again.leftOut.isEmpty)
    try file.remove(try #require(taught.lessons.first))
    #expect(try file.read(.builtIn).lessons.map(\.content) == [.synonyms("湖, みずうみ")])
  }

  @Test func `a text of lessons that is no UTF-8 is an error that names it`() throws {
    Files.write([0xFF, 0xFE, 0x41], to: folder.path + "/i-taught.txt")
    #expect(throws: LexiconError.notUTF8(path: folder.path + "/i-taught.txt")) {
      try TaughtFile(beside: index).read(.builtIn)
    }
  }
}
