import JapaneseText
import PlanDocuments
import Testing

@testable import PlanFacts

/// What a document's ledger says of its tables, on pages of an invented city.
@Suite("The ledger of tables") struct LedgerTests {
  static func read(_ text: String) -> Extraction {
    Extraction(reading: PlanDocument(reading: Plan(id: "midori", path: "midori.txt", text: text)))
  }

  @Test func `each table stands in it with what it was read as, its heads and first cells`() throws {
    let extraction = Self.read(
      """
      みどり市の計画

      表１ 湖の指標

      | 指標 | 現状値（令和4年度） | 目標値（令和9年度） |
      |--|--|--|
      | 湖を訪れた人の数 | 1,234人 | 1,500人 |
      | 船小屋の数 | 12棟 | 15棟 |

      表２ 職員の給料

      | 区分 | 令和4年度 | 令和5年度 |
      |--|--|--|
      | 一般職 | 500 | 510 |
      | 特別職 | 400 | 400 |
      | 合計 | 900 | 920 |

      表３ 分担

      | 役 | 人 |
      |--|--|
      | 舟を出す人 | 北村 |
      | 網を引く人 | 南村 |
      """)
    try #require(extraction.tables.count == 3)
    #expect(extraction.tables.map(\.title) == ["表１ 湖の指標", "表２ 職員の給料", "表３ 分担"])
    #expect(extraction.tables.map(\.readAs) == [.indicator, .figure, nil])
    #expect(extraction.tables.map(\.reason) == [nil, nil, .unknownHeads])
    #expect(extraction.tables.map(\.lines) == [LineRange(5, 8), LineRange(12, 16), LineRange(20, 23)])
    #expect(extraction.tables[1].columns.map(\.head) == ["区分", "令和4年度", "令和5年度"])
    #expect(extraction.tables[1].columns[1].samples == ["500", "400", "900"])
    // 510 and 400 come to 910
    #expect(
      extraction.tables[1].totals.map { "\($0.column): \($0.printed) \($0.sum)" }
        == ["令和4年度: 900 900", "令和5年度: 920 910"])
    let clash = extraction.facts.filter { $0[.partsSum] != nil }
    #expect(
      clash.map { "\($0.name) \($0.text(.column) ?? "") \($0.number(.partsSum) ?? 0)" } == ["合計 令和5年度 910"])
  }

  @Test func `what a form of page of its own gave stands in it too`() {
    let extraction = Self.read(
      """
      １ 図書館

      指標名　貸出冊数
      基準値（令和３年度）　１２万冊
      目標値（令和９年度）　１５万冊
      """)
    #expect(extraction.facts.map(\.kind).contains(.indicator))
    #expect(
      extraction.tables.contains {
        $0.readAs == .indicator && $0.lines.overlaps(LineRange(3, 5))
      })
  }

  struct Totals: CustomTestStringConvertible {
    let testDescription: String
    let rows: String
    /// Column, printed, sum; of those that are checked.
    let checks: [String]
  }

  static let totals = [
    Totals(
      testDescription: "what is counted in thousands may be rounded",
      rows: "| 北 | 10 | 5 |\n| 南 | 20 | 6 |\n| 計 | 31 | 11 |", checks: ["令和4年度（千円）: 31 31", "令和5年度: 11 11"]),
    Totals(
      testDescription: "subtotals are not added twice",
      rows: "| 北 | 1 | 5 |\n| 南 | 2 | 6 |\n| 小計 | 3 | 11 |\n| 東 | 4 | 7 |\n| 合計 | 7 | 18 |",
      checks: ["令和4年度（千円）: 3 3", "令和5年度: 11 11", "令和4年度（千円）: 7 7", "令和5年度: 18 18"]),
    Totals(
      testDescription: "a subtotal of one row that prints a figure is that figure",
      rows: "| 北 | 1 | 5 |\n| 南 | 2 | 6 |\n| 小計 | 3 | 11 |\n| 東 | 4 | － |\n| 西 | 5 | 7 |\n| 小計 | 9 | 7 |",
      checks: ["令和4年度（千円）: 3 3", "令和5年度: 11 11", "令和4年度（千円）: 9 9", "令和5年度: 7 7"]),
    Totals(
      testDescription: "a part of the row above is counted there",
      rows: "| 北 | 100 | 5 |\n| うち港 | 50 | 3 |\n| 南 | 200 | 6 |\n| 計 | 300 | 11 |",
      checks: ["令和4年度（千円）: 300 300", "令和5年度: 11 11"]),
    Totals(
      testDescription: "where no column comes out, nobody knows what the total is made of",
      rows: "| 北 | 100 | 500 |\n| 南 | 200 | 600 |\n| 計 | 900 | 9,000 |", checks: []),
    Totals(
      testDescription: "an inexact part makes the sum unsure",
      rows: "| 北 | 100 | 約五百 |\n| 南 | 200 | 600 |\n| 計 | 300 | 9,000 |", checks: ["令和4年度（千円）: 300 300"]),
  ]

  @Test(arguments: totals) func `totals are held against their parts`(_ example: Totals) {
    let extraction = Self.read(
      "表１ 町の費用\n\n| 区分 | 令和4年度（千円） | 令和5年度 |\n|--|--|--|\n\(example.rows)\n")
    #expect(
      extraction.tables.flatMap(\.totals).map { "\($0.column): \($0.printed) \($0.sum)" } == example.checks)
  }

  @Test(
    "a row that has not the cells of its head is unread, in the ledger and of its kind",
    arguments: [
      ("事業名 | 予算額（千円） | 決算額（千円）", FactKind.project),
      ("指標 | 現状（令和4年度） | 目標（令和8年度）", .indicator),
      ("区分 | 令和4年度（千円） | 令和5年度（千円）", .figure),
    ])
  func shortRows(_ heads: String, _ kind: FactKind) {
    let extraction = Self.read(
      """
      表１ 町の費用

      | \(heads) |
      |--|--|--|
      | 灯籠流し | 300 | 280 |
      | 花火大会 | 4,000 |
      | 山車保存 | 900 | 910 | 920 |
      | 盆踊り | 900 | 900 |
      """)
    #expect(extraction.unread.map(\.lines) == [LineRange(6), LineRange(7)])
    #expect(extraction.unread.map(\.kind) == [kind, kind])
    #expect(extraction.tables.map(\.unread) == [[LineRange(6), LineRange(7)]])
  }

  /// Figures of two columns in one cell, figures cut in two, a name with half a bracket: a table whose cells can't be told apart.
  @Test func `a table whose cells run together gives no fact, and its rows are unread`() {
    let extraction = Self.read(
      """
      表１ 町の費用

              区分                  令和4年度       令和5年度
      北の港（         100 200     300
      南の港           400 500     600
      東の港           700 800     00
      """)
    #expect(extraction.facts.filter { $0.kind == .figure || $0.kind == .table } == [])
    #expect(extraction.tables.map(\.reason) == [.doubtfulCells])
    #expect(extraction.tables.flatMap(\.unread) == [LineRange(4), LineRange(5), LineRange(6)])
    #expect(extraction.unread.map(\.lines) == [LineRange(4), LineRange(5), LineRange(6)])
  }
}
