import Answers
import TestSupport
import Testing

@testable import Questions

/// Which levels there are is what the documents say: 5 is the most in many cities, not in all.
@Suite("Levels") struct LevelTests {
  @Test(arguments: [
    ("達成度9の事業", 3..<4), ("projects with level 0", 20..<21), ("達成度が300,000以上の事業は？", 4..<11),
    ("level 6 projects", 6..<7),
  ]) func `a level that no legend explains and no thing has is pointed at`(question: String, span: Range<Int>)
    throws
  {
    var assistant = try MidoriLibrary().assistant()
    let answer = assistant.ask(question)
    #expect(answer.status == .invalid)
    #expect(answer.error?.code == .levelOutOfRange)
    #expect(answer.error?.span == span)
    #expect(answer.error?.message.contains("1 to 5") == true)
  }

  @Test(arguments: [
    ("事務事業の達成度「４」って何を意味する？", ["definition"]), ("達成度3の意味", ["definition"]),
    ("達成度2と4はどういう意味？", ["definition", "definition"]), ("達成度4の事業とは", ["projects"]),
    ("What are the level 3 projects?", ["projects"]),
  ]) func `a level is asked for what it means, or for the things that have it`(
    question: String, kinds: [String]
  ) throws {
    var assistant = try MidoriLibrary().assistant()
    #expect(assistant.ask(question).readings.map(\.kind.rawValue).prefix(kinds.count) == kinds[...])
  }

  @Test(arguments: ["達成度1から5の意味", "達成度の1から5はそれぞれ何を意味するの？"])
  func `all levels of a legend are one answer`(question: String) throws {
    var assistant = try MidoriLibrary().assistant()
    let reading = try #require(assistant.ask(question).readings.first)
    #expect(reading.kind == .definition)
    #expect(reading.items.count == 5)
  }

  @Test func `levels without a legend are those that things have`() throws {
    let plan = """
      みどり市 事務事業の点検

      | 事業名 | 担当課 | 達成度 |
      | --- | --- | --- |
      | 湖の学校事業 | 湖の課 | 8 |
      | 森の学校事業 | 森の課 | 10 |

      """
    var assistant = try MidoriLibrary(text: plan).assistant()
    #expect(assistant.ask("達成度8の事業").readings.first?.items.map(\.name) == ["湖の学校事業"])
    #expect(assistant.ask("達成度が9以上の事業は？").readings.first?.items.map(\.name) == ["森の学校事業"])
    #expect(assistant.ask("達成度7の事業").status == .noMatch)
  }

  @Test func `a number under which things are may be a level, and that comes before headings`() throws {
    var assistant = try MidoriLibrary().assistant()
    let kinds = assistant.ask("which projects under 3?").readings.map(\.kind)
    let projects = kinds.filter { $0 == .projects }.count
    #expect(projects > 0)
    #expect(kinds.prefix(projects).allSatisfy { $0 == .projects })
  }
}
