import JapaneseText
import Testing

struct Figure: Sendable, CustomTestStringConvertible {
  let text: String
  let reads: String?
  init(_ text: String, reads: String?) {
    self.text = text
    self.reads = reads
  }
  var testDescription: String { text }
}

@Suite("Numerals") struct NumeralTests {
  static let figures = [
    Figure("1億4,500万", reads: "145000000"),
    Figure("４兆2,968億", reads: "4296800000000"),
    Figure("▲10.2", reads: "-10.2"),
    Figure("△10.7", reads: "-10.7"),
    Figure("12,345", reads: "12345"),
    Figure("15,7", reads: "15"),  // not a group of three
    Figure("1234,567", reads: "1234"),
    Figure("十万", reads: "100000"),
    Figure("1億2千万", reads: "120000000"),
    Figure("３０万", reads: "300000"),
    Figure("１０百", reads: "1000"),  // strange, but unambiguous
    Figure("二〇二一", reads: "2021"),
    Figure("3.5倍", reads: "3.5"),
    Figure("0.50", reads: "0.5"),
    Figure("-5", reads: "-5"),
    Figure("−5.5%", reads: "-5.5"),
    Figure("－３", reads: "-3"),
    Figure("マイナス5%", reads: "-5"),
    Figure("マイナス五十", reads: "-50"),
    Figure("マイナス面", reads: nil),
    Figure("ゼロ", reads: "0"),
    Figure("零円", reads: "0"),
    Figure("ゼロカーボン", reads: nil),
    Figure("ゼロ・エミッション", reads: nil),
    Figure("three", reads: "3"),
    Figure("tens", reads: nil),
    Figure("1.5 million", reads: "1500000"),
    Figure("2 millions", reads: "2"),
    Figure("三十二十", reads: nil),  // no part of it is taken for the whole
    Figure("5十二十", reads: nil),
    Figure("万", reads: nil),
    Figure("件", reads: nil),
    Figure("99999999999999999999", reads: nil),
  ]
  @Test("reads a printed number", arguments: figures) func reads(_ figure: Figure) {
    #expect(Numeral.read(Array(figure.text.unicodeScalars), at: 0)?.value.description == figure.reads)
  }
}

@Suite("Numbers that are none, and two at once") struct NumeralRangeTests {
  static let unreadable = [
    Figure("三十二十円", reads: "三十二十"), Figure("99999999999999999999件", reads: "99999999999999999999"),
    Figure("万一", reads: nil), Figure("三十二円", reads: nil), Figure("一番", reads: nil),
  ]
  @Test("what looks like a number and is none is told", arguments: unreadable)
  func tells(_ figure: Figure) {
    let text = Array(figure.text.unicodeScalars)
    let range = Numeral.unreadable(text, at: 0)
    #expect(range.map { String(String.UnicodeScalarView(text[$0])) } == figure.reads)
  }

  static let ranges = [
    Figure("2〜3万", reads: "20000 30000"),
    Figure("2-3万円", reads: "20000 30000"),
    Figure("二、三万", reads: "20000 30000"),
    Figure("1,000―3,000", reads: "1000 3000"),
    Figure("5万-10万", reads: "50000 100000"),
    Figure("2から3万", reads: "20000 30000"),
    Figure("30-10", reads: "30 10"),  // as printed: who reads it says that it bounds nothing
    Figure("1,000〜10万", reads: "1000 100000"),
    Figure("2、3", reads: nil),  // a list
    Figure("二、五万", reads: nil),
    Figure("5万から10万", reads: nil),  // the words say it
    Figure("1万円-3万円", reads: nil),
    Figure("3", reads: nil),
  ]
  @Test("reads two bounds", arguments: ranges) func bounds(_ figure: Figure) {
    let range = NumeralRange.read(Array(figure.text.unicodeScalars), at: 0)
    #expect(range.map { "\($0.first) \($0.second)" } == figure.reads)
  }

  @Test func `a dash between two figures is no sign`() {
    let numbers = Numeral.all(in: Array("2014-2016年、-5%、3–4".unicodeScalars)).map(\.value.description)
    #expect(numbers == ["2014", "2016", "-5", "3", "4"])
  }
}

@Suite("Quantities") struct QuantityTests {
  static let figures = [
    Figure("872g以下", reads: "872 g atMost"),
    Figure("1億4,500万円", reads: "145000000 円"),
    Figure("▲10.2%(暫定値)", reads: "-10.2 %"),
    Figure("▲50%以上", reads: "-50 % atLeast"),
    Figure("300ha 以上", reads: "300 ha atLeast"),
    Figure("1,276万人", reads: "12760000 人"),
    Figure("54", reads: "54"),
    Figure("約10割", reads: "10 割"),
    Figure("90％ 以上", reads: "90 % atLeast"),
    Figure("2021年度から新たに実施", reads: nil),
    Figure("―", reads: nil),
    Figure("", reads: nil),
  ]
  @Test("reads a printed figure", arguments: figures) func reads(_ figure: Figure) {
    let quantity = Quantity(parsing: figure.text)
    let parts = quantity.map { [$0.value.description, $0.unit, $0.bound?.rawValue].compactMap { $0 } }
    #expect(parts?.joined(separator: " ") == figure.reads)
  }
}

@Suite("Years") struct YearMentionTests {
  static let mentions = [
    Figure("平成33年度", reads: "2021 fiscal"),
    Figure("2021（平成33）年度", reads: "2021 fiscal"),
    Figure("令和３ (2021)年度", reads: "2021 fiscal"),
    Figure("2014(平成 26)年度", reads: "2014 fiscal"),
    Figure("2011(平成23)年度以降", reads: "2011 fiscal+"),
    Figure("令和元年", reads: "2019 calendar"),
    Figure("2020 年度", reads: "2020 fiscal"),
    Figure("H22年度", reads: "2010 fiscal"),
    Figure("R3", reads: "2021 bare"),
    Figure("FY2021", reads: "2021 fiscal"),
    Figure("2012（平成24）-2014（平成 26）年", reads: "2012-2014 calendar"),
    Figure("2018（平成 30）～2021（平成 33）年度", reads: "2018-2021 fiscal"),
    Figure("平成21、22年度", reads: "2009 bare"),
    Figure("2,021年度", reads: nil),
    Figure("12021年度", reads: nil),
    Figure("KR3", reads: nil),
  ]
  @Test("reads a printed year", arguments: mentions) func reads(_ figure: Figure) {
    let mention = YearMention.all(in: Array(figure.text.unicodeScalars)).first
    let text = mention.map {
      ($0.isRange ? "\($0.first)-\($0.last)" : "\($0.first)") + " \($0.form)" + ($0.orLater ? "+" : "")
    }
    #expect(text == figure.reads)
  }

  @Test("a bare year counts only in questions") func bareYears() {
    let text = Array("and in 2010?".unicodeScalars)
    #expect(YearMention.all(in: text).isEmpty)
    #expect(YearMention.all(in: text, bareYears: true).map(\.first) == [2010])
  }
}
