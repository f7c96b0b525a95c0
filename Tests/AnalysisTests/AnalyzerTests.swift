import Analysis
import JapaneseText
import TestSupport
import Testing

@Suite("Analyzer") struct AnalyzerTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let words: String
    var testDescription: String { text }
    init(_ text: String, _ words: String) { (self.text, self.words) = (text, words) }
  }

  static let cases = [
    Case("取り組みを行いました", "取組"),
    Case("申し込みの手続き", "申込 手続"),
    Case("カーボンニュートラルへの取組", "かーぼんにゅーとらる 取組"),
    Case("ごみの減量", "ごみ 減量"),
    Case("サーバーとサーバ", "さーば さーば"),
    Case("下限面積はどこまで引き下げられるの？", "下限面積 引下"),
    Case("the projects of 2021", "project 2021"),
    Case("companies in cities", "company city"), Case("branches and taxes", "branch tax"),
    Case("businesses, dishes", "business dish"), Case("caches", "cache"), Case("cases", "case"),
    Case("緑の\nカーテン", "緑 かーてん"),
    Case("", ""),
  ]

  @Test("cuts into words that rank", arguments: cases)
  func cutsIntoWords(_ example: Case) throws {
    let analyzer = try Analyzer(lexicons: .builtIn)
    #expect(
      analyzer.words(example.text).filter { !$0.isPart }.map(\.text).joined(separator: " ") == example.words)
  }

  static let parts = [
    Case("sources.conf", "source conf"), Case("fs_type", "fs type"), Case("libfoo.so.6", "libfoo so"),
    Case("10.2", ""), Case("don't", ""), Case("取り組み", ""),
    Case("言い渡し", "言 渡"), Case("男の子", ""),
  ]

  @Test("names the parts of a word", arguments: parts)
  func namesParts(_ example: Case) throws {
    let words = try Analyzer(lexicons: .builtIn).words(example.text)
    #expect(words.filter(\.isPart).map(\.text).joined(separator: " ") == example.words)
  }

  @Test func `tokens stay inside the text and ascend`() throws {
    let analyzer = try Analyzer(lexicons: .builtIn)
    var random = SeededRandom(seed: 7)
    let alphabet = Array("アｱー-々ヴィヶ所3取り組み緑 \n　・ﾞAé①⾧カタログサーバー。、𠮷の企業事業中小観光".unicodeScalars)
    for _ in 0..<500 {
      let text = random.scalars(of: alphabet, count: 0...30)
      let words = analyzer.words(text.string)
      #expect(
        words.allSatisfy { $0.source.upperBound <= text.count && !$0.source.isEmpty }, "seed \(random.seed)")
      #expect(zip(words, words.dropFirst()).allSatisfy { $0.position <= $1.position }, "seed \(random.seed)")
    }
  }

  @Test func `tokens do not depend on what was cut before`() throws {
    var texts = [
      "ージョン", "ー事業の推進", "川崎の水", "コワーキングスペース", "リポジトリ", "令和5年度の実績は872g以下", "取り組みの推進", "ｰﾊﾞｰ",
    ]
    func hashes(_ texts: [String], fresh: Bool) throws -> [String: UInt64] {
      var shared = try Analyzer(lexicons: .builtIn)
      var result: [String: UInt64] = [:]
      for text in texts {
        if fresh { shared = try Analyzer(lexicons: .builtIn) }
        var hash = StableHash()
        shared.combine(text, into: &hash)
        result[text] = hash.value
      }
      return result
    }
    let cold = try hashes(texts, fresh: true)
    let warm = try hashes(texts, fresh: false)
    var random = SeededRandom(seed: 11)
    texts.shuffle(using: &random)
    let shuffled = try hashes(texts, fresh: false)
    #expect(cold == warm && warm == shuffled)
  }

  @Test func `the fingerprint knows the lexicons`() throws {
    let builtIn = try Analyzer.fingerprint(.builtIn)
    #expect(builtIn == (try Analyzer.fingerprint(.builtIn)))
    #expect(builtIn != (try Analyzer.fingerprint(.empty)))
  }
}
