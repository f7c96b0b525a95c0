import Answers
import Testing

@Suite("How a question was read") struct ExplanationTests {
  private static let shared = Result { try MidoriLibrary() }
  let midori: MidoriLibrary

  init() throws { midori = try Self.shared.get() }

  @Test func `a composed question is explained by its rules, outermost first`() throws {
    var assistant = try midori.assistant()
    let lines = try #require(assistant.explanation(of: assistant.ask("予算上位3事業を除いた事業の予算の合計")))
    #expect(lines.first?.hasPrefix("Q ") == true)
    for rule in ["but these things", "the first of a field", "sum of a field of things"] {
      #expect(lines.contains { $0.hasSuffix(" \(rule)") }, "\(rule)")
    }
  }

  @Test func `a canonical line has no derivation`() throws {
    var assistant = try midori.assistant()
    #expect(assistant.explanation(of: assistant.ask("projects where level = 3")) == nil)
  }

  @Test(
    "every scalar of a question that the chart answers is accounted for",
    arguments: [
      "環境政策局以外の事業の予算の合計は？", "average budget of projects not rated 3", "予算と決算の差が大きい順に3つ教えてください",
    ])
  func accounted(_ question: String) throws {
    var assistant = try midori.assistant()
    let answer = assistant.ask(question)
    #expect(assistant.explanation(of: answer) != nil)
    let scalars = Array(question.unicodeScalars)
    let covered = Set(answer.words.spans.flatMap(\.range))
    for (i, scalar) in scalars.enumerated() where QuestionWords.saysSomething(scalar) {
      #expect(covered.contains(i), "\(question): \(i) \(scalar)")
    }
  }
}
