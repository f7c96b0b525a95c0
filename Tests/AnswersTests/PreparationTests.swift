import Analysis
import JapaneseText
import PlanDocuments
import PlanFacts
import PlanLibrary
import Questions
import TestSupport
import Testing

@testable import Answers

@Suite("What an index has prepared for questions") struct PreparationTests {
  /// The questions of the goldens, as they were first asked.
  private static var questions: [String] {
    let folder = Paths.top + "/Tests/AnswersTests/Goldens"
    return TemporaryDirectory.names(in: folder).flatMap { name in
      Files.text("\(folder)/\(name)").split(separator: "\n").filter { $0.hasPrefix("> ") }
        .map { String($0.dropFirst(2)) }
    }
  }

  private static func answers(_ midori: MidoriLibrary) throws -> [Answer] {
    var assistant = try midori.assistant()
    return questions.map { question in
      assistant.forget()
      return assistant.ask(question)
    }
  }

  @Test func `an index without it, or with bytes that are none of it, gives the same answers`() throws {
    let midori = try MidoriLibrary()
    #expect(midori.library.prepared(.questions).flatMap(QuestionLexicon.init(decoding:)) != nil)
    #expect(midori.library.prepared(.names).flatMap(Gazetteer.init(decoding:)) != nil)
    let expected = try Self.answers(midori)
    #expect(expected.count > 100)
    let bare = try MidoriLibrary(preparing: [])
    #expect(bare.library.prepared(.questions) == nil)
    #expect(try Self.answers(bare) == expected)
    let stale = [
      Preparation("questions") { _ in [1, 2, 3] }, Preparation("names") { _ in [] },
      Preparation("lookup") { _ in [4] },
    ]
    let other = try MidoriLibrary(preparing: stale)
    #expect(try Self.answers(other).prefix(40) == expected.prefix(40))
  }

  @Test func `what is read back is written as it was`() throws {
    let lexicon = try QuestionLexicon(.builtIn)
    let bytes = PreparedBytes(lexicon.encoded)
    #expect(try #require(QuestionLexicon(decoding: bytes)).encoded == bytes.array)
    let midori = try MidoriLibrary()
    let names = try #require(midori.library.prepared(.names))
    #expect(try #require(Gazetteer(decoding: names)).encoded == names.array)
    let facts = try #require(midori.library.prepared(.facts))
    #expect(try #require(FactLookup(decoding: facts)).encoded == facts.array)
    for length in stride(from: 0, to: facts.count, by: 997) {
      #expect(FactLookup(decoding: facts.part(0..<length)) == nil)
    }
    for length in stride(from: 0, to: bytes.count, by: 997) {
      #expect(QuestionLexicon(decoding: bytes.part(0..<length)) == nil)
    }
    for length in stride(from: 0, to: names.count, by: 97) {
      #expect(Gazetteer(decoding: names.part(0..<length)) == nil)
    }
  }

  /// Where this fails, the same line or fact is made into other bytes: an index that was built before would be read as if they were
  /// the same. Raise the version, and put the new figure here.
  @Test func `another form has another version`() throws {
    let lexicons = try Lexicons(texts: [
      .okurigana: "取組, 取り組み", .vocabulary: "事業, 取組事業 = kind projects\n計画している = dropped\nません = negated",
      .lemmas: "超える/ru = compare >\n上 = compare >=", .inflection: "ru = る, て\nru not = ない",
      .units: "メートル/m = length\n円 = money",
    ])
    let lexicon = try QuestionLexicon(lexicons)
    let facts = [
      Fact(
        kind: .project, name: "湖の水質を浄化する事業（第１期）", plan: "p",
        fields: [Field(.bureau, .text("環境局"), lines: LineRange(1))],
        sources: [FactSource(lines: LineRange(1), section: [])]),
      Fact(
        kind: .definition, name: "KBC", plan: "p",
        fields: [Field(.summary, .text("湖の研究所"), lines: LineRange(2))],
        sources: [FactSource(lines: LineRange(2), section: [])]),
    ]
    let gazetteer = Gazetteer(
      facts, vocabulary: lexicon.vocabulary, terms: ["創造のもり"], folder: lexicons.folder())
    func figure(_ bytes: [UInt8]) -> String {
      var hash = StableHash()
      hash.combine(bytes)
      return String(hash.value, radix: 16)
    }
    #expect([figure(lexicon.encoded), "\(QuestionLexicon.version)"] == ["8e30fa5230888314", "1"])
    let lookup = FactLookup(facts, folder: lexicons.folder()) { _, lines in ["湖の\(lines.first)行目"] }
    #expect([figure(lookup.encoded), "\(FactLookup.version)"] == ["56d8d9cc798a585e", "2"])
    #expect([figure(gazetteer.encoded), "\(Gazetteer.version)"] == ["ecc150b9029d2c69", "3"])
  }
}
