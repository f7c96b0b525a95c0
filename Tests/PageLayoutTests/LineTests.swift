import Testing

@testable import PageLayout

@Suite("Lines of a page") struct LineTests {
  @Test func `a glyph drawn four times is one, the two 8 of 188 are two`() {
    var page = DrawnPage()
    for (dx, dy) in [(0, 0), (0.25, 0), (0, 0.25), (0.25, 0.25)] { page.text("目標188", 50 + dx, 100 + dy) }
    #expect(page.lines == ["目標188"])
  }

  @Test func `furigana is left out and known, small print is kept`() {
    var page = DrawnPage()
    page.text("学びの場を増やす", 50, 100)
    page.text("まな", 50, 91, size: 5)
    page.text("これはちいさなじ", 50, 200, size: 6)
    let read = page.read()
    #expect(page.lines == ["学びの場を増やす", "これはちいさなじ"])
    #expect(read.ruby == ["まな"])
  }

  struct Spacing: CustomTestStringConvertible {
    let printed: String
    let step: Double?
    let text: String
    var testDescription: String { text }
  }

  static let spacings = [
    Spacing(printed: "人件費", step: 30, text: "人件費"),
    Spacing(printed: "人件費", step: 12, text: "人件費"),
    Spacing(printed: "New York", step: nil, text: "New York"),
    Spacing(printed: "(1) 学校の施設", step: nil, text: "(1) 学校の施設"),
    Spacing(printed: "令和5年度", step: nil, text: "令和5年度"),
    Spacing(printed: "△ 1,200", step: nil, text: "△1,200"),
    Spacing(printed: "第３章　目標", step: nil, text: "第３章 目標"),
    Spacing(printed: "⽇程と⼈数", step: nil, text: "日程と人数"),
  ]

  @Test("blanks are those a reader sees", arguments: spacings)
  func blanks(_ sample: Spacing) {
    var page = DrawnPage()
    page.text(sample.printed, 50, 100, step: sample.step)
    #expect(page.lines == [sample.text])
  }

  @Test func `columns of prose are read one after the other, a title above and a number below by themselves`()
  {
    var page = DrawnPage()
    page.text("二段に組んだ頁の題", 200, 50)
    for i in 0..<5 {
      page.text("左の段の文が続いて\(i)", 50, 100 + 16 * Double(i))
      page.text("右の段の文が続いて\(i)", 320, 100 + 16 * Double(i))
    }
    page.text("12", 295, 780)
    #expect(
      page.lines == ["二段に組んだ頁の題"] + (0..<5).map { "左の段の文が続いて\($0)" } + (0..<5).map { "右の段の文が続いて\($0)" }
        + ["12"])
  }

  @Test func `labels beside texts stay on their lines`() {
    var page = DrawnPage()
    for i in 0..<6 {
      page.text("項目\(i)", 50, 100 + 16 * Double(i))
      page.text("その説明がここに長く書かれている", 200, 100 + 16 * Double(i))
    }
    #expect(page.lines.first == "項目0\u{3000}その説明がここに長く書かれている")
    #expect(page.lines.count == 6)
  }

  @Test func `a label that runs down the margin is one line`() {
    var page = DrawnPage()
    page.text("本文はここから始まり", 50, 100)
    page.text("次の行に続いている。", 50, 116)
    page.column("第三章", 560, 95)
    #expect(Set(page.lines) == ["本文はここから始まり", "次の行に続いている。", "第三章"])
  }

  @Test func `running heads and page numbers are marked`() {
    let pages = (1...3).map { number -> LaidOutPage in
      var page = DrawnPage()
      page.text("みどり市の計画", 50, 30)
      page.text("頁ごとに違う文\(number)", 50, 400)
      page.text("- \(number) -", 290, 785)
      return page.read()
    }
    let marks = PageReader.marked(pages).map { page in
      page.items.map { item -> Bool in if case .line(let line) = item { line.isFurniture } else { false } }
    }
    #expect(marks == [[true, false, true], [true, false, true], [true, false, true]])
  }
}
