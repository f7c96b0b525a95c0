import Answers
import JapaneseText
import TestSupport
import Testing

@Suite("Completeness that is true") struct CompletenessTests {
  /// Every question of the conversations, each as the first of its own.
  private static let questions = ConversationTests.goldens.flatMap { golden in
    Transcript.questions(Files.text(Paths.top + "/Tests/AnswersTests/Goldens/" + golden)).compactMap(\.first)
  }

  private static let midori = Result { try MidoriLibrary() }

  @Test func `every character of a question that is no space or punctuation has its use`() throws {
    var assistant = try Self.midori.get().assistant()
    let odd = ["⑦ ~ ３割＋α", "projects where name = \"a\\\"b c\"", "予算＞100の事業", "か\u{3099}ん、ｶﾞﾝ 2020～2021年"]
    for question in Self.questions + odd {
      assistant.forget()
      let answer = assistant.ask(question)
      guard answer.status != .invalid else { continue }
      for words in [answer.words] + answer.readings.map(\.words) {
        let spans = words.spans.map(\.range)
        #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound }, "\(question)")
        let bare = question.unicodeScalars.enumerated().filter { i, scalar in
          QuestionWords.saysSomething(scalar) && !spans.contains { $0.contains(i) }
        }
        #expect(bare.isEmpty, "\(question): \(bare.map(\.element))")
      }
    }
  }

  @Test func `a reading with a word that it does not use is not complete`() throws {
    var assistant = try Self.midori.get().assistant()
    for question in Self.questions {
      assistant.forget()
      let answer = assistant.ask(question)
      for reading in answer.readings {
        #expect(reading.isComplete ? reading.words.unknown.isEmpty : !reading.because.isEmpty, "\(question)")
        let isMarked = reading.words.spans.contains { $0.use == .unknown }
        #expect(isMarked == !reading.words.unknown.isEmpty, "\(question): \(reading.words)")
      }
    }
  }

  @Test(
    "what no document has is not counted as 0",
    arguments: [
      "指標はいくつ？", "count of indicators", "予算の合計は？", "KPI", "sum of budget of projects",
    ])
  func nothingRead(_ question: String) throws {
    var assistant = try MidoriLibrary(text: "みどり市 緑の基本計画\n\n　駅前の広場に樹木を植えます。\n").assistant()
    let answer = assistant.ask(question)
    #expect(answer.status == .noMatch)
    let reading = try #require(answer.readings.first)
    #expect(reading.because.contains { if case .noneRead = $0 { true } else { false } }, "\(reading.because)")
  }

  @Test func `0 is how many there are where everything was read and none meets the conditions`() throws {
    var assistant = try Self.midori.get().assistant()
    let reading = try #require(assistant.ask("達成度1の事業は何件？").readings.first)
    #expect(reading.value == NumberValue(value: ExactNumber(0), unit: "件"))
    #expect(reading.isComplete)
  }
}
