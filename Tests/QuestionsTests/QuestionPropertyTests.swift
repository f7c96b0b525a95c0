import Analysis
import TestSupport
import Testing

@testable import Questions

@Suite("Properties of questions") struct QuestionPropertyTests {
  let reader: QuestionReader

  init() throws { reader = try QuestionReader() }

  @Test("what is printed reads back to the same tree", arguments: UInt64(1)...40)
  func roundTrip(_ seed: UInt64) throws {
    var questions = RandomQuestions(seed: seed)
    for _ in 0..<100 {
      let question = questions.question()
      let line = question.description
      let read = Question(canonical: line)
      try #require(read == question, "seed \(seed): \(line)")
      let japanese = question.canonical(in: .japanese)
      try #require(Question(canonical: japanese) == question, "seed \(seed): \(japanese)")
    }
  }

  @Test(
    "a canonical line cut off anywhere, or with a scalar changed, is read or refused",
    arguments: UInt64(1)...10)
  func damaged(_ seed: UInt64) {
    var questions = RandomQuestions(seed: seed)
    for _ in 0..<20 {
      var scalars = Array(questions.question().description.unicodeScalars)
      scalars.removeLast(Int.random(in: 0...scalars.count, using: &questions.random))
      if let i = scalars.indices.randomElement(using: &questions.random) {
        scalars[i] = Array("\"(-9.\u{0}".unicodeScalars).randomElement(using: &questions.random)!
      }
      if let question = Question(canonical: scalars.string) {
        #expect(Question(canonical: question.description) == question, "seed \(seed): \(scalars.string)")
      }
    }
  }

  @Test func `brackets deeper than anyone writes are refused`() {
    let deep = String(repeating: "(", count: 100_000) + "level = 1" + String(repeating: ")", count: 100_000)
    #expect(Question(canonical: "projects where \(deep)") == nil)
    let nots = String(repeating: "not ", count: 100_000)
    #expect(Question(canonical: "projects where \(nots)level = 1") == nil)
  }

  static let alphabet = Array(
    "事業予算達成度指標目標政策④⑳(1)「」『』\"'“”‘’0123456789０９万億十千兆.,，．〜~-–ー年度平成令和HRFY第期%％をがはの のうち以上以下未満超未ない無いではないaAzZ \t\n\u{3000}\u{200B}\u{FEFF}\u{0}ｶﾞがか\u{3099}\u{301}゛🏞👨‍👩‍👧㍻㍿½⾧𠮷"
      .unicodeScalars)

  @Test("strings of any characters are read or refused", arguments: UInt64(1)...20)
  func strings(_ seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<40 { check(random.scalars(of: Self.alphabet, count: 0...40).string, seed) }
  }

  @Test("words of the vocabulary in any order are read or refused", arguments: UInt64(1)...20)
  func soups(_ seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let words =
      try Lexicons(directory: Paths.lexicons).vocabulary
      .flatMap { $0.word.split(separator: ",").map { $0.drop { $0 == " " }.description } } + [
        "3", "10万", "1億2千万", "2020年度", "令和7年", "R7", "11.7", "12.a", "51204020", "政策4", "④", "(2)", "2番目",
        "第1期",
        "「以下」", "「湖」", "森の案内人育成事業", "環境政策局", "湖の透明度", "取組項目", "みどり環境計画", "オーロラ", "80%",
        "999999999999999999999",
      ]
    for _ in 0..<40 {
      let separator = ["", " ", "の", "、", "が"].randomElement(using: &random) ?? ""
      let soup = (0..<Int.random(in: 1...9, using: &random)).map { _ in
        words.randomElement(using: &random) ?? ""
      }
      check(soup.joined(separator: separator), seed)
    }
  }

  /// Whatever comes of it can be printed and asked again.
  private func check(_ text: String, _ seed: UInt64) {
    for question in reader.derivation(text)?.inquiry.questions ?? [] {
      let line = question.description
      #expect(Question(canonical: line) == question, "seed \(seed): \(text.debugDescription): \(line)")
    }
    guard let frame = try? reader.frame(text) else { return }
    for question in reader.questions(frame) {
      let line = question.description
      #expect(Question(canonical: line) == question, "seed \(seed): \(text.debugDescription): \(line)")
    }
  }
}
