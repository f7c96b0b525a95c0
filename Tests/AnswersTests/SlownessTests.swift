import PlanDocuments
import PlanFacts
import PlanLibrary
import Questions
import TestSupport
import Testing

@testable import Answers

@Suite("Nothing slow by accident") struct SlownessTests {
  private let folder = TemporaryDirectory()

  private func assistant(_ text: String) throws -> Assistant {
    _ = try Library.build(
      plans: [Plan(id: "slow", path: "slow.txt", text: text)], into: folder.path + "/index")
    return try Assistant(library: Library.open(folder.path + "/index"))
  }

  @Test("a text made to be slow is read, and answers", arguments: SlowText.allCases)
  func reads(_ kind: SlowText) throws {
    var assistant = try assistant(kind.text(min(300, kind.size)) + "\n第９章 樹木\n\n　駅前の広場に樹木を植えます。\n")
    #expect(assistant.ask("駅前の広場の樹木").status == .answered)
  }

  /// Sizes of both sides of what readers take for many; the sentence behind it is found where `sed -n` finds it.
  @Test func `a text made to be slow at random is read, and cites its lines`() throws {
    var random = SeededRandom(seed: .random(in: .min ... .max))
    let seed = random.seed
    for _ in 0..<6 {
      let slow = RandomSlowText(using: &random)
      let text = slow.text(Int.random(in: 10...200, using: &random)) + "\n第９章 樹木\n\n　駅前の広場に樹木を植えます。\n"
      let lines = text.replacing("\r\n", with: "\n").unicodeScalars.split(
        separator: "\n", omittingEmptySubsequences: false)
      var assistant = try assistant(text)
      let library = try Library.open(folder.path + "/index")
      let place = LineRange(lines.count - 1)
      let hits = assistant.ask("駅前の広場の樹木").readings.first?.items ?? []
      #expect(hits.contains { $0.sources.contains { $0.lines == place } }, "\(slow), seed \(seed)")
      let cited = library.facts.flatMap { $0.sources.map(\.lines) + $0.fields.map(\.lines) }
      #expect(cited.allSatisfy { $0.first >= 1 && $0.last <= lines.count }, "\(slow), seed \(seed)")
    }
  }

  @Test("a question made to be slow gets an answer", arguments: SlowQuestion.allCases)
  func answers(_ kind: SlowQuestion) throws {
    var assistant = try assistant("みどり市 計画\n\n第１章 川\n\n　川の計画を3以上つくります。\n")
    let answer = assistant.ask(kind.text(200), limit: 5)
    #expect(answer.readings.allSatisfy { $0.items.count <= 5 })
    #expect(answer.status != .invalid || answer.error?.message.isEmpty == false)
  }

  @Test func `a question of words at random gets an answer`() throws {
    var random = SeededRandom(seed: .random(in: .min ... .max))
    let seed = random.seed
    var assistant = try assistant("みどり市 計画\n\n第１章 川\n\n　川の計画を3以上つくります。\n")
    for _ in 0..<8 {
      let question = SlowQuestion.random(200, using: &random)
      let answer = assistant.ask(question, limit: 5)
      #expect(answer.readings.allSatisfy { $0.items.count <= 5 }, "\(question), seed \(seed)")
      #expect(
        answer.status != .invalid || answer.error?.message.isEmpty == false, "\(question), seed \(seed)")
    }
  }

  @Test func `a question too long is refused, in the canonical language too`() throws {
    var assistant = try assistant("みどり市 計画\n")
    let conditions = Array(repeating: "level = 1", count: 250).joined(separator: " or ")
    for question in ["projects where \(conditions)", String(repeating: "緑", count: 2_001)] {
      #expect(assistant.ask(question).status == .invalid)
      #expect(assistant.ask(question).error?.message.contains("2000 are read at most") == true)
    }
    #expect(assistant.ask("projects where level = 1 or level = 2").status == .noMatch)
  }

  /// Facts times headings were compared: twice as many of both cost four times as much.
  @Test func `a heading that does not exist is looked for once, not once a fact`() throws {
    func comparisons(_ count: Int) throws -> Int {
      let text = (0..<count).map { "(\($0 % 9 + 1)) 見出し\($0)\n\n　本文です。\n\n" }.joined()
      let plan = Plan(id: "slow", path: "slow.txt", text: "みどり市 計画\n\n" + text)
      _ = try Library.build(plans: [plan], into: folder.path + "/index")
      let engine = try AnswerEngine(library: Library.open(folder.path + "/index"))
      let answer = engine.answer("headings under \"ありもしない見出しの名\"", after: nil, limit: nil, suggests: false).0
      #expect(answer.status == .noMatch)
      return engine.headingComparisons
    }
    let (half, whole) = (try comparisons(40), try comparisons(80))
    #expect(half > 0 && whole <= half * 2 + 2, "\(half), \(whole)")
  }
}
