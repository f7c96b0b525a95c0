import Analysis
import JapaneseText
import TestSupport
import Testing

@Suite("Lexicons") struct LexiconTests {
  @Test func `the lexicons compiled in are the files of the checkout`() throws {
    let files = try Lexicons(directory: Paths.lexicons)
    #expect(files == .builtIn)
    for file in LexiconFile.allCases {
      let text = Files.text("\(Paths.lexicons)/\(file.fileName)")
      #expect(text.hasPrefix("#") || text.isEmpty, "\(file.fileName) opens with its format")
      #expect(Lexicons.builtInTexts[file]?.drop(while: \.isNewline) ?? "" == text.drop(while: \.isNewline))
    }
  }

  @Test func `they hold as many words as a reader may expect`() {
    #expect(Lexicons.builtIn.synonyms.count >= 150)
    #expect(Lexicons.builtIn.okurigana.count >= 50)
    #expect(Lexicons.builtIn.stopwords.count >= 100)
  }

  @Test func `each spelling folds to the first of its group`() throws {
    let folder = Lexicons.builtIn.folder()
    for group in Lexicons.builtIn.okurigana {
      #expect(Set(group.map { folder.fold(string: $0) }).count == 1, "\(group)")
    }
  }

  @Test func `bytes bring them back, and damaged bytes are an error`() throws {
    let bytes = Lexicons.builtIn.encoded()
    #expect(try Lexicons(decoding: bytes) == .builtIn)
    for length in stride(from: 0, to: bytes.count, by: 997) {
      #expect(throws: LexiconError.self) { try Lexicons(decoding: Array(bytes[..<length])) }
    }
  }

  @Test func `a folder without files is empty lexicons, no folder an error`() throws {
    let folder = TemporaryDirectory()
    #expect(try Lexicons(directory: folder.path) == .empty)
    #expect(throws: LexiconError.self) { try Lexicons(directory: folder.path + "/none") }
  }

  struct Wrong: Sendable, CustomTestStringConvertible {
    let file: LexiconFile
    let text: String
    let message: String
    var testDescription: String { message }
    init(_ file: LexiconFile, _ text: String, _ message: String) {
      (self.file, self.text, self.message) = (file, text, message)
    }
  }

  static let wrong = [
    Wrong(.terms, "# 語\nごみ\n\nごみ\n", "L/terms.txt:4: \"ごみ\" is given twice (first on line 2)"),
    Wrong(.synonyms, "a, , b\n", "L/synonyms.txt:1: a word is missing beside a comma or an arrow"),
    Wrong(.synonyms, "a => b => c\n", "L/synonyms.txt:1: more than one arrow or equals sign"),
    Wrong(.synonyms, "a\n", "L/synonyms.txt:1: \"a\" stands alone; a group needs two words or more"),
    Wrong(.okurigana, "取組, 取り組み\n取組, 取組み", "L/okurigana.txt:2: \"取組\" is given twice (first on line 1)"),
    Wrong(
      .vocabulary, "事業 projects\n", "L/vocabulary.txt:1: \"事業 projects\" has no value; write: word = value"),
  ]

  @Test("an error names file and line", arguments: wrong)
  func namesFileAndLine(_ wrong: Wrong) {
    do throws(LexiconError) {
      _ = try Lexicons(texts: [wrong.file: wrong.text], folder: "L")
      Issue.record("no error")
    } catch {
      #expect("\(error)" == wrong.message)
    }
  }

  @Test func `synonyms are found where words start and end`() throws {
    let lexicons = try Lexicons(texts: [.synonyms: "waste => ごみ, 廃棄物\n市民, 住民\ngreenhouse gas => 温室効果ガス\n"])
    let analyzer = try Analyzer(lexicons: lexicons)
    let finder = AnalyzerTables(analyzer.lexicons).synonyms
    func others(_ text: String) -> [String] { finder.others(for: analyzer.analyze(text)) }
    #expect(others("Waste in the city") == ["ごみ", "廃棄物"])
    #expect(others("wastes") == ["ごみ", "廃棄物"])
    #expect(others("wasteful") == [])
    #expect(others("greenhouse gases") == ["温室効果ガス"])
    #expect(others("市民の声") == ["住民"])
    #expect(others("都市民間") == [])
    #expect(others("ごみ") == [])
  }
}
