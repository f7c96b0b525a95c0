import PlanFacts
import TestSupport
import Testing

@testable import Questions

@Suite("Wordings") struct WordingTests {
  let reader: QuestionReader

  init() throws { reader = try QuestionReader() }

  /// What the chart reads otherwise than the others are read stands in `chart.golden`.
  @Test("all wordings of a question that the chart does not read have one reading", arguments: Wordings.all)
  func oneReading(_ wordings: Wordings) {
    for (i, question) in wordings.questions.enumerated() where reader.derivation(question) == nil {
      let canonical = reader.canonical(question)
      if canonical != wordings.canonical {
        Issue.record("\(wordings.place)+\(i) \(question)\n- \(wordings.canonical)\n+ \(canonical)")
      }
    }
  }

  @Test(
    "a question has at least ten wordings, each another, and three or more in either language",
    arguments: Wordings.all)
  func enough(_ wordings: Wordings) {
    let questions = Set(wordings.questions)
    #expect(questions.count == wordings.questions.count)
    #expect(questions.count >= 10)
    // a question without a word is of no language
    let worded = questions.filter { $0.contains { $0.isLetter } }
    guard !worded.isEmpty else { return }
    let japanese = worded.filter(wordings.isJapanese).count
    #expect(japanese >= 3)
    #expect(worded.count - japanese >= 3)
  }

  @Test(
    "the reading is in the canonical language",
    arguments: Wordings.all.filter { !$0.canonical.hasPrefix("%%") })
  func canonical(_ wordings: Wordings) {
    #expect(Question(canonical: wordings.canonical)?.description == wordings.canonical)
  }

  @Test(
    "marks that no one sees change nothing",
    arguments: ["\u{200B}", "\u{FEFF}", "\u{200E}", "\u{0}", "\u{AD}"])
  func invisible(_ mark: String) {
    for wordings in Wordings.all {
      guard let question = wordings.questions.last else { continue }
      let marked = mark + question.split(separator: " ").joined(separator: " \(mark)") + mark
      #expect(reader.reading(marked) == reader.reading(question))
    }
  }

  @Test func `every scalar that is no punctuation is accounted for, once and in order`() throws {
    for question in Wordings.all.flatMap(\.questions) {
      guard let frame = try? reader.frame(question) else { continue }
      let text = reader.text(question)
      var end = 0
      for use in frame.uses {
        #expect(use.range.lowerBound >= end)
        #expect(use.range.upperBound <= text.scalars.count)
        #expect(
          text.scalars[end..<max(end, use.range.lowerBound)].allSatisfy { !$0.properties.isAlphabetic },
          "\(question)")
        end = use.range.upperBound
      }
      #expect(text.scalars[end...].allSatisfy { !$0.properties.isAlphabetic }, "\(question)")
    }
  }

  @Test func `a question longer than the limit is refused`() {
    #expect(reader.canonical(String(repeating: "予", count: QuestionParser.longest + 1)) == "%%FAIL tooLong")
  }
}
