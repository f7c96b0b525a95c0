import Answers
import TestSupport
import Testing

@Suite("Conversations") struct ConversationTests {
  static let goldens = [
    "lists.golden", "follow-ups.golden", "reckoning.golden", "honesty.golden", "combinations.golden",
    "figures.golden", "completeness.golden", "algebra.golden", "guards.golden", "values.golden",
  ]
  private static func text(_ golden: String) -> String {
    Files.text(Paths.top + "/Tests/AnswersTests/Goldens/" + golden)
  }

  let midori: MidoriLibrary

  private static let shared = Result { try MidoriLibrary() }

  init() throws { midori = try Self.shared.get() }

  @Test("a conversation goes as it is written down", arguments: goldens)
  func conversation(_ golden: String) throws {
    let text = try Transcript.replay(Self.text(golden), with: midori.assistant)
    #expect(Golden.difference(text, golden) == nil)
  }

  @Test("the canonical line of every reading, asked again, gives the same items", arguments: goldens)
  func canonical(_ golden: String) throws {
    var assistant = try midori.assistant()
    var other = try midori.assistant()
    for block in Transcript.questions(Self.text(golden)) {
      assistant.forget()
      for question in block {
        for reading in assistant.ask(question).readings where reading.total > 0 {
          other.forget()
          let again = other.ask(reading.canonical)
          #expect(
            again.readings.contains { $0.canonical == reading.canonical }, "\(question): \(reading.canonical)"
          )
          #expect(again.readings.first?.items == reading.items, "\(question): \(reading.canonical)")
          #expect(again.readings.first?.value == reading.value, "\(question): \(reading.canonical)")
        }
      }
    }
  }

  @Test("the same question gives the same answer, cold or warm", arguments: goldens)
  func same(_ golden: String) throws {
    var warm = try midori.assistant()
    for question in Transcript.questions(Self.text(golden)).compactMap(\.first) {
      warm.forget()
      let first = warm.ask(question)
      warm.forget()
      #expect(warm.ask(question) == first)
    }
  }

  @Test("every item of every answer stands where it says", arguments: goldens)
  func cited(_ golden: String) throws {
    var assistant = try midori.assistant()
    for question in Transcript.questions(Self.text(golden)).compactMap(\.first) {
      assistant.forget()
      for item in assistant.ask(question).readings.flatMap(\.items) {
        #expect(!item.sources.isEmpty, "\(question): \(item.name)")
        for source in item.sources {
          #expect(
            !midori.library.lines(of: source.document, in: source.lines).isEmpty, "\(question): \(item.name)")
        }
      }
    }
  }

  @Test func `a limit cuts the items and not the total`() throws {
    var assistant = try midori.assistant()
    let reading = try #require(assistant.ask("達成度3の事業", limit: 1).readings.first)
    #expect(reading.items.count == 1)
    #expect(reading.total == 3)
  }
}
