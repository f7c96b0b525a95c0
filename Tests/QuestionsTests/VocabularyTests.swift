import Analysis
import JapaneseText
import TestSupport
import Testing

@testable import Questions

@Suite("The vocabulary") struct VocabularyTests {
  let lines: [LexiconEntry]

  init() throws { lines = try Lexicons(directory: Paths.lexicons).vocabulary }

  private func words() -> [(word: String, line: LexiconEntry)] {
    lines.flatMap { line in line.word.split(separator: ",").map { (fold(String($0)), line) } }
  }

  private func fold(_ word: String) -> String {
    Folder().fold(string: word, depth: .characters).split(whereSeparator: \.isWhitespace).joined(
      separator: " ")
  }

  @Test func `every line names a concept`() {
    for line in lines { #expect(Concept(line.value) != nil, "vocabulary.txt:\(line.line): \(line.value)") }
  }

  @Test func `an unknown concept is told with its line`() throws {
    let lexicons = try Lexicons(texts: [.vocabulary: "事業 = kind projects\n湖 = kind lakes\n"])
    let error = #expect(throws: VocabularyError.self) { try Vocabulary(lexicons) }
    #expect(error?.description.hasPrefix("vocabulary.txt:2: \"kind lakes\"") == true)
  }

  /// Words on two lines with two meanings, and why.
  static let ambiguous: [String: String] = [
    "and": "goes on from the question before where it opens a question, joins two conditions inside one",
    "mean": "an average, and the end of \"what does … mean\"",
    "いい": "good behind 一番 or より, where it orders; elsewhere politeness",
    "よい": "good behind 一番 or より, where it orders; elsewhere politeness",
    "but": "leaves out behind all of something, joins two conditions elsewhere",
    "without": "leaves out a name or a value; beside a field it asks for what has none",
    "なし": "leaves out a name or a value; beside a field it asks for what has none",
    "無し": "leaves out a name or a value; beside a field it asks for what has none",
    "うち": "points back where it opens a question, as そのうち does; behind a noun it only says among",
    "評価": "evaluations as things of their own; of another thing, how it was graded",
    "評価結果": "evaluations as things of their own; of another thing, how it was graded",
    "cost": "of a budget or of what was spent: both are answered",
    "costs": "of a budget or of what was spent: both are answered",
    "こすと": "of a budget or of what was spent: both are answered",
    "経費": "of a budget or of what was spent: both are answered",
    "事業費": "of a budget or of what was spent: both are answered",
    "総事業費": "of a budget or of what was spent: both are answered",
    "費用": "of a budget or of what was spent: both are answered",
    "上位": "the first few beside a number, else what stands above",
  ]

  /// Words for what things are called: dropped in a whole question, and what is asked for after another.
  static let names = [
    "name", "names", "名前", "名称", "一覧", "一覧で", "list", "事業名", "事務事業名",
  ]

  @Test func `no word has two meanings but those listed here with a reason`() {
    var meanings: [String: Set<String>] = [:]
    for (word, line) in words() { meanings[word, default: []].insert(line.value) }
    let found = meanings.filter { $0.value.count > 1 }
    for (word, values) in found.sorted(by: { $0.key < $1.key })
    where Self.ambiguous[word] == nil && !Self.names.contains(word) {
      Issue.record("\(word): \(values.sorted().joined(separator: " | "))")
    }
    for word in Self.ambiguous.keys.sorted() where found[word] == nil {
      Issue.record("\(word) has one meaning")
    }
  }

  @Test func `words are words, not questions`() {
    for (word, line) in words() {
      let count = word.split(separator: " ").count
      let isShort = word.unicodeScalars.count <= (word.utf8.allSatisfy { $0 < 0x80 } ? 28 : 16) && count <= 4
      #expect(isShort, "vocabulary.txt:\(line.line): \(word)")
      #expect(!word.contains { "?？。「」".contains($0) }, "vocabulary.txt:\(line.line): \(word)")
      #expect(!word.isEmpty, "vocabulary.txt:\(line.line)")
    }
  }

  @Test func `a word of a user's own names a kind without a change to the code`() throws {
    let text = Files.text(Paths.lexicons + "/vocabulary.txt") + "\nぎょうむ = kind projects\n"
    let units = Files.text(Paths.lexicons + "/units.txt")
    let parser = QuestionParser(
      vocabulary: try Vocabulary(Lexicons(texts: [.vocabulary: text, .units: units])))
    let frame = try parser.frame(of: QuestionText("達成度4のぎょうむ", breaker: WordBreaker()), entities: [])
    #expect(frame.question(about: .projects)?.description == "projects where level = 4")
    #expect(frame.candidateKinds == [.projects])
  }
}
