import Analysis
import InvertedIndex
import JapaneseText
import TestSupport
import Testing

@Suite("Highlights") struct HighlightTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let query: String
    /// ⟦ and ⟧ stand around what is to be marked.
    let marked: String
    var testDescription: String { "\(query): \(marked)" }
    init(_ query: String, _ marked: String) { (self.query, self.marked) = (query, marked) }
  }

  static let cases = [
    Case("ゴミ", "市の⟦ごみ⟧と⟦ｺﾞﾐ⟧を"), Case("取組", "市の⟦取り組み⟧、⟦取組⟧"), Case("サーバ", "⟦サーバー⟧と⟦サーバ⟧"),
    Case("企業", "中小⟦企業⟧の支援"), Case("企業 支援", "中小⟦企業⟧の⟦支援⟧"), Case("ごみ処理", "⟦ごみ\n処理⟧場"), Case("kbic", "⟦ＫＢＩＣ⟧の"),
    Case("面積を引き下げられる？", "⟦面積⟧を⟦引き下げ⟧た"), Case("株式会社", "⟦㈱⟧みどり"), Case("k", "㎢"), Case("成長", "⟦成⾧⟧産業"),
    Case("無い", "何も有る"),
  ]

  @Test("marks what was found", arguments: cases)
  func marksWhatWasFound(_ example: Case) throws {
    let text = example.marked.filter { $0 != "⟦" && $0 != "⟧" }
    let highlighter = try SampleIndex.shared.get().reader.highlighter(for: example.query)
    var scalars = Array(text.unicodeScalars)
    for mark in highlighter.highlights(in: text).reversed() {
      scalars.insert("⟧", at: mark.range.upperBound)
      scalars.insert("⟦", at: mark.range.lowerBound)
    }
    #expect(scalars.string == example.marked)
  }

  @Test func `what is marked folds to its term`() throws {
    let sample = try SampleIndex.shared.get()
    let analyzer = try Analyzer(lexicons: .builtIn)
    let folder = analyzer.folder
    var random = SeededRandom(seed: 99)
    for _ in 0..<150 {
      let query = OracleTests.query(SampleIndex.texts, &random)
      let highlighter = try sample.reader.highlighter(for: query)
      for text in SampleIndex.texts {
        for mark in highlighter.highlights(in: text) {
          let part = Array(text.unicodeScalars)[mark.range].string
          let isEqual = [Folder.Depth.characters, .spellings].contains {
            folder.fold(string: part, depth: $0) == folder.fold(string: mark.term, depth: $0)
          }
          let form = analyzer.words(part).first?.scalars
          let isForm = form.map { form in analyzer.words(mark.term).contains { $0.scalars == form } }
          #expect(isEqual || isForm == true, "seed \(random.seed): \(query): \(part) for \(mark.term)")
        }
      }
    }
  }

  @Test func `a snippet shows the words and cuts none`() throws {
    let text =
      String(repeating: "産業の振興に関する計画を策定した。", count: 20) + "水素エネルギーの利活用を進める。"
      + String(repeating: "産業の振興に関する計画を策定した。", count: 20)
    let highlighter = try SampleIndex.shared.get().reader.highlighter(for: "水素 利活用")
    let snippet = highlighter.snippet(of: text, length: 40)
    #expect(snippet.text.contains("水素エネルギーの利活用"))
    #expect(snippet.highlights.map { Array(snippet.text.unicodeScalars)[$0.range].string } == ["水素", "利活用"])
    #expect(snippet.text.unicodeScalars.count <= 40)
    let cuts = try Analyzer(lexicons: .builtIn).cuts(in: Array(text.unicodeScalars))
    for edge in [snippet.range.lowerBound, snippet.range.upperBound] {
      #expect(!cuts.contains { $0.lowerBound < edge && edge < $0.upperBound })
    }
  }
}
