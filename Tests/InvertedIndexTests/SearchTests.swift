import Analysis
import InvertedIndex
import JapaneseText
import TestSupport
import Testing

@Suite("Search") struct SearchTests {
  struct Query: Sendable, CustomTestStringConvertible {
    let text: String
    let documents: [Int]
    var testDescription: String { text }
    init(_ text: String, _ documents: [Int]) { (self.text, self.documents) = (text, documents) }
  }

  static let substrings = [
    Query("ごみ", [0, 1]), Query("ゴミ", [0, 1]), Query("ｺﾞﾐ", [0, 1]), Query("取組", [0, 1]),
    Query("取り組み", [0, 1]),
    Query("とりくみ", [0, 1]), Query("企業", [5, 10]), Query("中小", [5]), Query("企業の事業", [5]), Query("ニュートラル", [2]),
    Query("サーバ", [3, 4]), Query("サーバー", [3, 4]), Query("サーバー更新", []), Query("箇所", [1, 4]),
    Query("ヶ所", [1, 4]),
    Query("3か所", [1, 4]), Query("時時", [6]), Query("部分部分", [6]), Query("々", [6]), Query("バイオリン", [6]),
    Query("もり", [7]), Query("かわせみ", [7]), Query("m2", [7]), Query("㎡", [7]), Query("2千円", [7]),
    Query("10.2%", [8]),
    Query("国内", [9]), Query("成長", [9]), Query("みどり市", [0]), Query("　みどり市 ", [0]), Query("無い言葉", []),
    Query("", []),
    Query(" ", []), Query("ー", [0, 2, 3, 4]),
  ]

  @Test("finds every place", arguments: substrings)
  func findsEveryPlace(_ query: Query) throws {
    let sample = try SampleIndex.shared.get()
    let found = sample.ids(try sample.reader.matches(substring: query.text))
    if query.text == "ー" {
      #expect(found == [2, 3, 4])
    } else {
      #expect(found == query.documents)
    }
    let hits = try sample.reader.search(query.text, limit: 100)
    #expect(
      Set(query.documents.filter { query.text != "ー" || $0 > 0 }).isSubset(
        of: hits.map { Int($0.document.rawValue) }))
  }

  @Test func `the spelling that was typed comes first`() throws {
    let sample = try SampleIndex.shared.get()
    for (query, first) in [("ゴミ", 1), ("ごみ", 0), ("サーバ", 4), ("サーバー", 3), ("取組", 1), ("取り組み", 0)] {
      let hits = try sample.reader.search(query, limit: 10)
      #expect(hits.first?.document.rawValue == UInt32(first), "\(query)")
      #expect(hits.first?.match == .exact, "\(query)")
    }
  }

  @Test func `a word that stands alone comes before a part of a word`() throws {
    let hits = try SampleIndex.shared.get().reader.search("企業", limit: 10)
    #expect(hits.prefix(2).map(\.document.rawValue) == [10, 5])
  }

  @Test func `fields are kept as folding them gives`() throws {
    let reader = try SampleIndex.shared.get().reader
    for id in 0..<UInt32(SampleIndex.texts.count) {
      let folded = try reader.fields(DocID(id)).map { reader.folder.fold($0).scalars }
      #expect(try reader.folded(DocID(id)) { _ in true } == Array(folded.joined(separator: ["\u{1F}"])))
      #expect(try reader.folded(DocID(id)) { $0 == 1 } == ["\u{1F}"] + folded[1])
    }
  }

  @Test func `English finds Japanese`() throws {
    let reader = try SampleIndex.shared.get().reader
    let waste = try reader.search("waste", limit: 10)
    #expect(Set(waste.map(\.document.rawValue)) == [0, 1])
    #expect(try Set(waste.map(\.document)).isSubset(of: reader.matches(substring: "ごみ")))
    #expect(try reader.search("tourists", limit: 1).first?.document.rawValue == 9)
    let gases = try reader.search("greenhouse gases", limit: 1).map(\.document)
    #expect(try gases.count == 1 && Set(gases).isSubset(of: reader.matches(substring: "温室効果ガス")))
  }

  @Test func `a space between Japanese words is nothing, a rare name is much, a label little`() throws {
    let folder = TemporaryDirectory()
    let writer = try IndexWriter(directory: folder.path, fields: [IndexField("text")], lexicons: .builtIn)
    let texts = [
      "生産緑地下限面積の一覧", "生産緑地の面積には下限があり、市が条例で定めます。", "成果指標", "みどり市の成果指標は、橋の点検率と公園の数とバスの本数です。",
      "設定を保存する場所は、画面の上にある設定の一覧から選びます。", "画面の外からはfoo.confに書いて設定を変えます。",
    ]
    for (i, text) in texts.enumerated() { try writer.add(id: "\(i)", fields: [text]) }
    try writer.commit()
    let reader = try IndexReader(directory: folder.path)
    for (query, first) in [
      ("生産緑地 下限面積", 0), ("生産緑地下限面積", 0), ("みどり市の成果指標", 3), ("conf の設定", 5), ("foo.confの設定の一覧", 5),
    ] {
      #expect(try reader.search(query, limit: 1).first?.document.rawValue == UInt32(first), "\(query)")
    }
    #expect(Set(try reader.search("成果指標", limit: 2).map(\.document.rawValue)) == [2, 3])
  }

  @Test func `a question is ranked by what it is about`() throws {
    let hits = try SampleIndex.shared.get().reader.search("事業承継はどのように支えるのですか？", limit: 3)
    #expect(hits.first?.document.rawValue == 5)
  }

  @Test func `a sentence about all words comes before a heading of one`() throws {
    let folder = TemporaryDirectory()
    let writer = try IndexWriter(directory: folder.path, fields: [IndexField("text")], lexicons: .builtIn)
    let texts = [
      "「みどり橋」の開通", "花火の打上げ", "橋の点検",
      "川の両岸を結ぶみどり橋が令和８年４月に開通し、駅から港まで歩いて渡れるようになりました。", "港の花火を見る人のために臨時のバスを出します。",
    ]
    for (i, text) in texts.enumerated() { try writer.add(id: "\(i)", fields: [text]) }
    try writer.commit()
    let hits = try IndexReader(directory: folder.path).search("みどり橋は駅からいつ開通した？", limit: 2)
    #expect(hits.map(\.document.rawValue) == [3, 0])
  }

  @Test func `scores fall and do not depend on the limit`() throws {
    let reader = try SampleIndex.shared.get().reader
    for query in ["企業の支援", "取組 更新", "の", "3"] {
      let all = try reader.search(query, limit: 100)
      #expect(zip(all, all.dropFirst()).allSatisfy { $0.score >= $1.score })
      for limit in 0...all.count {
        #expect(try reader.search(query, limit: limit) == Array(all.prefix(limit)))
      }
    }
  }

  @Test func `what was given comes back`() throws {
    let sample = try SampleIndex.shared.get()
    let reader = sample.reader
    #expect(reader.count == SampleIndex.texts.count)
    #expect(try reader.id(DocID(3)) == "d3")
    #expect(try reader.stored(DocID(3)) == Array("3".utf8))
    #expect(try reader.fields(DocID(3)) == ["第3章", SampleIndex.texts[3]])
    #expect(reader.attachment("note") == [1, 2, 3])
    #expect(reader.attachment("other") == nil)
    #expect(reader.lexicons == .builtIn)
  }

  @Test func `tokens are shown with their counts`() throws {
    let report = try SampleIndex.shared.get().reader.tokens(of: "ゴミの取り組み")
    #expect(report.spellings == "ごみの取組")
    #expect(report.words.map(\.text) == ["ごみ", "取組"])
    #expect(report.words.map(\.documents) == [2, 2])
  }
}
