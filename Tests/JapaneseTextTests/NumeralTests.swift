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
    Figure("万", reads: nil),
    Figure("件", reads: nil),
    Figure("99999999999999999999", reads: nil),
  ]
  @Test("reads a printed number", arguments: figures) func reads(_ figure: Figure) {
    #expect(Numeral.read(Array(figure.text.unicodeScalars), at: 0)?.value.description == figure.reads)
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
