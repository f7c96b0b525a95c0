import JapaneseText
import Phrases
import Testing

@testable import Answers

@Suite("What is said to people") struct PhraseTests {
  private static func blanks(_ text: String) -> Set<Substring> {
    Set(
      text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap {
        $0.split(separator: "}").first
      }.filter { !$0.hasSuffix("s") })
  }

  @Test("every phrase stands in both languages, with the same blanks", arguments: Phrase.allCases)
  func isComplete(_ phrase: Phrase) {
    let (english, japanese) = phrase.both
    #expect(!english.isEmpty && !japanese.isEmpty)
    #expect(Self.blanks(english) == Self.blanks(japanese))
    #expect(english != japanese || !english.contains { $0.isLetter })
  }

  @Test func `blanks are filled in the order of the language`() {
    let said = Phrase.leftOutOfOrder.with(Saying("3"), Saying(english: "budget", japanese: "予算"))
    #expect(said[.english] == "3 without budget left out of the order")
    #expect(said[.japanese] == "予算の書かれていない3件は並べていません")
  }

  @Test func `one thing has no plural`() {
    let said = { (count: Int) in Phrase.documentCount.with(Saying(count))[.english] }
    #expect(said(1) == "1 document" && said(2) == "2 documents" && said(0) == "0 documents")
  }

  @Test func `what fills a blank is no phrase itself`() {
    #expect(Phrase.wordNotUnderstood.with(Saying("{1}{2}"))[.english] == "{1}{2} was not understood")
  }
}

@Suite("The language of a question") struct LanguageTests {
  static let questions: [(String, Language?)] = [
    ("達成度4の事業は？", .japanese), ("which projects under 4?", .english), ("KPI for ごみ排出量", .english),
    ("KOBSとは何の略？", .japanese), ("KPIは？", .japanese), ("projects where bureau = \"総務企画局\"", .english),
    ("樹木", .japanese), ("KPI", nil), ("2025", nil), ("", nil), ("ＫＰＩ一覧", .japanese),
  ]
  @Test("is told by its words, not by the names it quotes", arguments: questions)
  func isTold(_ question: String, _ language: Language?) { #expect(Language(of: question) == language) }

  @Test func `a locale tells it where the question does not`() {
    #expect(Language(locale: "ja_JP.UTF-8") == .japanese)
    #expect(Language(locale: "C") == .english)
  }
}
