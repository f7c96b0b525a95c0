import TestSupport
import Testing

@testable import PageLayout

@Suite("Tables of a page") struct TableTests {
  @Test func `cells lie between rulings, stacked heads have spans`() {
    var page = DrawnPage()
    for y in [100.0, 140, 160] { page.level(y, 50, 350) }
    page.level(120, 150, 350)
    for x in [50.0, 150, 350] { page.upright(x, 100, 160) }
    page.upright(250, 120, 160)
    page.text("指標", 60, 125)
    page.text("数値", 230, 114)
    page.text("現状", 170, 134)
    page.text("目標", 270, 134)
    page.text("貸出冊数", 60, 154)
    page.text("1,200", 170, 154)
    page.text("1,500以上", 270, 154)
    #expect(page.lines == ["指標{2×1}|数値{1×2}", "現状|目標", "貸出冊数|1,200|1,500以上"])
  }

  @Test func `a cell's lines are kept apart, its evenly set label is a word`() {
    var page = DrawnPage()
    page.grid(xs: [50, 150, 350], ys: [100, 140, 160])
    page.text("人件費", 55, 124, step: 35)
    page.text("学校の職員に払う", 160, 115)
    page.text("給与と手当", 160, 131)
    page.text("計", 90, 154)
    page.text("12", 160, 154)
    #expect(page.lines == ["人件費|学校の職員に払う/給与と手当", "計|12"])
  }

  @Test func `two texts in one cell are read one after the other where their lines do not match`() {
    var page = DrawnPage()
    page.grid(xs: [50, 120, 400], ys: [100, 140, 160])
    page.text("事業名", 60, 124)
    page.text("学校図書館の充実", 130, 124)
    page.text("実施の期間", 300, 117, size: 8)
    page.text("五年の間", 300, 131, size: 8)
    page.text("備考", 60, 154)
    #expect(page.lines.first == "事業名|学校図書館の充実/実施の期間/五年の間")
  }

  @Test func `small print beside a name is no line of it, also near its height`() {
    var page = DrawnPage()
    page.grid(xs: [50, 120, 400], ys: [100, 140, 160])
    page.text("事業名", 60, 122, size: 11)
    page.text("学校図書館の充実", 130, 122, size: 11)
    page.text("実施の期間", 300, 117, size: 7)
    page.text("五年の間", 300, 125, size: 7)
    page.text("備考", 60, 154)
    #expect(page.lines.first == "事業名|学校図書館の充実/実施の期間/五年の間")
  }

  @Test func `a column of characters in a cell is a word, a column of figures is a list`() {
    var page = DrawnPage()
    page.grid(xs: [50, 80, 150], ys: [100, 160])
    page.column("歳出", 60, 120)
    page.column("12", 100, 120)
    #expect(page.lines == ["歳出|1/2"])
  }

  @Test func `a table of level rulings alone has columns where no row prints`() {
    var page = DrawnPage()
    for y in [100.0, 120, 140, 160] { page.level(y, 50, 400) }
    for (i, row) in [("施設", "数", "額"), ("公園", "12", "3,400"), ("広場", "5", "800")].enumerated() {
      page.text(row.0, 60, 114 + 20 * Double(i))
      page.text(row.1, 180, 114 + 20 * Double(i))
      page.text(row.2, 300, 114 + 20 * Double(i))
    }
    #expect(page.lines == ["施設|数|額", "公園|12|3,400", "広場|5|800"])
  }

  @Test func `rows of figures without any ruling are a table`() {
    var page = DrawnPage()
    for (i, name) in ["北区", "中央区", "南区"].enumerated() {
      page.text(name, 60, 100 + 16 * Double(i))
      page.text("1\(i),200", 200, 100 + 16 * Double(i))
      page.text("2\(i)%", 320, 100 + 16 * Double(i))
    }
    #expect(page.lines == ["北区|10,200|20%", "中央区|11,200|21%", "南区|12,200|22%"])
  }

  @Test func `two tables that share a border are two where each has a title`() {
    var page = DrawnPage()
    page.grid(xs: [50, 100, 200, 260, 400], ys: [100, 120, 140])
    for (i, row) in [("区分", "額", "指標", "値"), ("物件費", "12", "利用者", "30")].enumerated() {
      for (x, text) in zip([55.0, 105, 205, 265], [row.0, row.1, row.2, row.3]) {
        page.text(text, x, 114 + 20 * Double(i))
      }
    }
    #expect(page.lines == ["区分|額|指標|値", "物件費|12|利用者|30"])
    page.text("(1)費用", 50, 95)
    page.text("(2)成果", 202, 95)
    #expect(page.lines == ["(1)費用", "区分|額", "物件費|12", "(2)成果", "指標|値", "利用者|30"])
  }

  @Test func `a title above another one of the table does not cut it`() {
    var page = DrawnPage()
    page.grid(xs: [50, 100, 200, 260, 400], ys: [100, 120])
    for (x, text) in zip([55.0, 105, 205, 265], ["担当", "湖の課", "事業名", "湖の学校"]) { page.text(text, x, 114) }
    page.text("設定シート", 202, 86)
    page.text("(1)事業名", 50, 97)
    #expect(page.lines == ["設定シート", "(1)事業名", "担当|湖の課|事業名|湖の学校"])
  }

  @Test func `a frame around one text is no table`() {
    var page = DrawnPage()
    page.grid(xs: [50, 300], ys: [100, 140])
    page.text("囲みの中の文", 60, 124)
    page.text("囲みの下の文", 60, 200)
    #expect(page.lines == ["囲みの中の文", "囲みの下の文"])
  }

  @Test func `a figure that reaches over a ruling stays whole`() {
    var page = DrawnPage()
    page.grid(xs: [50, 100, 200], ys: [100, 120])
    page.text("12,345,678", 70, 114)
    page.text("右", 150, 114)
    #expect(page.lines == ["12,345,678|右"])
  }

  @Test func `choices with marks are a line each`() {
    var page = DrawnPage()
    page.grid(xs: [50, 120, 400], ys: [100, 120])
    page.text("評価", 60, 114)
    page.text("● 達成  ○ 未達成  ○ その他", 130, 114)
    #expect(page.lines == ["評価|● 達成/○ 未達成/○ その他"])
  }

  @Test func `a table that goes on over the page repeats its head`() {
    func table(_ rows: [(String, String)], xs: [Double] = [50, 150, 350]) -> PageTable? {
      var page = DrawnPage()
      page.grid(xs: xs, ys: (0...rows.count).map { 100 + 20 * Double($0) })
      for (i, row) in rows.enumerated() {
        page.text(row.0, xs[0] + 5, 114 + 20 * Double(i))
        page.text(row.1, xs[1] + 5, 114 + 20 * Double(i))
      }
      if case .table(let table)? = page.read().items.first { return table }
      return nil
    }
    guard let first = table([("番号", "事業"), ("1", "植樹")]), let next = table([("番号", "事業"), ("2", "清掃")]),
      let bare = table([("3", "点検")]), let other = table([("番号", "事業")], xs: [50, 200, 350])
    else {
      Issue.record("no table was read")
      return
    }
    #expect(ContinuedTable(next, after: first) == ContinuedTable(repeatedHead: 1, joinsLastRow: false))
    #expect(ContinuedTable(bare, after: first) == ContinuedTable(repeatedHead: 0, joinsLastRow: false))
    #expect(ContinuedTable(other, after: first) == nil)
    let sheets = [("植樹", "3"), ("清掃", "4")].compactMap { name, budget in
      table([("名称", name), ("所管", "公園課"), ("予算", budget)])
    }
    #expect(ContinuedTable(sheets[1], after: sheets[0]) == nil)
  }

  @Test("no two cells of any drawing cover the same place, and no glyph is lost", arguments: 0..<60)
  func properties(_ round: Int) {
    var random = SeededRandom(seed: UInt64(round))
    var page = DrawnPage()
    func place() -> Double { Double(Int.random(in: 2...58, using: &random)) * 10 }
    for _ in 0..<Int.random(in: 4...30, using: &random) {
      if Bool.random(using: &random) {
        page.level(place(), place(), place())
      } else {
        page.upright(place(), place(), place())
      }
    }
    for number in 0..<Int.random(in: 1...30, using: &random) { page.text("語\(number)尾", place(), place()) }
    let glyphs = Overprint.removed(from: page.content.glyphs).map(\.scalar).sorted()
    let printed = page.read().items.flatMap { item -> [String] in
      switch item {
      case .line(let line): return [line.text]
      case .table(let table):
        var covered: Set<[Int]> = []
        for cell in table.cells {
          for row in cell.row..<(cell.row + cell.rowSpan) {
            for column in cell.column..<(cell.column + cell.columnSpan) {
              #expect(covered.insert([row, column]).inserted, "seed \(random.seed)")
            }
          }
        }
        return table.cells.flatMap(\.text)
      }
    }
    let read = printed.joined().unicodeScalars.filter { $0 != " " && $0 != "\u{3000}" }.sorted()
    #expect(read == glyphs, "seed \(random.seed)")
  }
}
