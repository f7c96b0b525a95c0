import SourceFiles
import Testing

@testable import PlanDocuments

/// Grids as text: a row a line, cells between `|`, a cell over several columns or rows with `+rows×columns`.
enum GridText {
  static func rows(_ grid: Grid) -> [String] {
    var rows = [String](repeating: "", count: grid.rowCount)
    for cell in grid.cells {
      let span = cell.rowSpan * cell.columnSpan > 1 ? "+\(cell.rowSpan)×\(cell.columnSpan)" : ""
      rows[cell.row] += (rows[cell.row].isEmpty ? "" : " | ") + cell.joined + span
    }
    return rows
  }

  static let words = HeadWords(
    names: ["指標", "重要業績評価指標", "現状値", "目標値", "実績", "事務事業名", "担当課", "所管課", "評価区分", "事業名", "予算額"],
    generic: ["区分", "職員数", "比率", "項目"], units: ["人", "件", "校", "円", "千円", "%", "棟"])
}

@Suite("Readers of layouts") struct TableReaderTests {
  private func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test
  func `rows above the rule are heads, equal ones side by side are one, a gap belongs to the head over it`() {
    let grids = PipeTableReader.grids(
      in: lines(
        """
        | 指標 | 実績 | 実績 | 目標 |
        | | 令和4年度 | 令和5年度 | 令和10年度 |
        |--|--|--|--|
        | 湖を訪れた人 | 1,111人 | 1,234人 | 1,500人 |
        """), where: { _ in true })
    #expect(
      grids.map(GridText.rows) == [
        ["指標+2×1 | 実績+1×2 | 目標", "令和4年度 | 令和5年度 | 令和10年度", "湖を訪れた人 | 1,111人 | 1,234人 | 1,500人"]
      ])
    #expect(grids[0].cells.filter { $0.emphasis == .head }.count == 6)
    #expect(grids[0].cells.last?.lines == [4])
  }

  @Test(
    "a row that is shorter or longer than the head is none",
    arguments: ["| 1,111人 | 9人 |", "| あ | 1人 | 2人 | 3人 |"])
  func ragged(_ row: String) {
    let grids = PipeTableReader.grids(
      in: lines("| 指標 | 現状 | 目標 |\n|--|--|--|\n\(row)\n| 湖 | 1人 | 2人 |\n"), where: { _ in true })
    #expect(grids.map(GridText.rows) == [["指標 | 現状 | 目標", "湖 | 1人 | 2人"]])
  }

  @Test func `a bar behind a backslash is no edge, and br breaks a cell`() {
    let grids = PipeTableReader.grids(
      in: lines("| 名 | 数 |\n|--|--|\n| 湖\\|森 | 1<br>2 |\n"), where: { _ in true })
    #expect(grids[0].cells.suffix(2).map(\.text) == [["湖|森"], ["1", "2"]])
  }

  @Test func `a row that is broken inside a cell is one row, each cell cited with its line`() {
    let grids = PipeTableReader.grids(
      in: lines("| 指標 | 現状 |\n|--|--|\n| 湖を訪れた\n人の数 | 9人 |\n| 湖 | 1人 |\n"), where: { _ in true })
    #expect(grids.map(GridText.rows) == [["指標 | 現状", "湖を訪れた人の数 | 9人", "湖 | 1人"]])
    #expect(grids[0].cells[2...3].map(\.lines) == [[3, 4], [4]])
  }

  @Test func `years over a head that begins before them stand over its last columns`() {
    let grids = TabTableReader.grids(
      in: lines("令和５年度\t令和８年度\n指標\t現状\t目標\n湖\t1人\t2人\n"), words: GridText.words,
      where: { _ in true })
    #expect(grids[0].cells.prefix(2).map(\.column) == [1, 2])
  }

  /// Words of a head as `WordTableReader` asks for them.
  static func form(_ head: HeadText) -> WordTableReader.Form? {
    switch head.names.first {
    case "事業名": .name
    case "担当課": .office
    case "予算額", "決算額": .figure
    case "達成度": .grade
    case "no.": .number
    default: nil
    }
  }

  /// A table of words, and its rows; nil where there is none.
  static let tablesOfWords: [(text: String, rows: [String]?)] = [
    (
      "No. 事業名 担当課 予算額 達成度\n1 湖の学校 湖の課 1,200 B\n2 森のまわりの\n花壇づくり 森の課 － A\n",
      ["No. | 事業名 | 担当課 | 予算額 | 達成度", "1 | 湖の学校 | 湖の課 | 1,200 | B", "2 | 森のまわりの花壇づくり | 森の課 | － | A"]
    ),
    (
      "事業名\n担当課\n予算額\n（千円）\n\n湖の学校\n湖の課\n154\n\n湖の橋の修繕\n事業\n湖の課\n432\n\n本文である。\n",
      ["事業名 | 担当課 | 予算額（千円）", "湖の学校 | 湖の課 | 154", "湖の橋の修繕事業 | 湖の課 | 432"]
    ),
    // which words are the name can't be told: the row stands behind the head
    ("事業名 担当課 予算額\n湖 の 森 湖の課 120\n花壇 湖の課 90\n", ["事業名 | 担当課 | 予算額", "湖 の 森 湖の課 120", "花壇 | 湖の課 | 90"]),
    ("事業名 担当課 予算額\n\n湖の学校を開く。\n", nil),
    ("事業名 担当課 天気\n湖 湖の課 120\n", nil),
    ("事業名 担当課\n湖 湖の課\n", nil),
  ]

  @Test("cells are words between spaces, or lines between blank ones", arguments: tablesOfWords)
  func words(_ table: (text: String, rows: [String]?)) {
    let grids = WordTableReader.grids(
      in: lines(table.text), words: GridText.words, where: { _ in true }, form: Self.form)
    #expect(grids.map(GridText.rows) == (table.rows.map { [$0] } ?? []))
  }

  @Test(
    "a head below other rows opens a table of its own, one of two words only below a blank line",
    arguments: [
      ("指標\t現状値\t目標値\n湖\t1人\t2人\n\n事業名\t予算額\n湖の学校\t12\n", 2),
      ("指標\t現状値\t目標値\n湖\t1人\t2人\n事業名\t担当課\t予算額\n学校\t湖の課\t12\n", 2),
      ("指標\t現状値\t目標値\n\t令和5年度\t令和9年度\n湖\t1人\t2人\n\n森\t1人\t2人\n", 1),
      ("担当課\t湖の課\n事業名\t予算額\n担当課\t森の課\n", 1),
    ])
  func heads(_ table: (text: String, count: Int)) {
    let grids = TabTableReader.grids(in: lines(table.text), words: GridText.words, where: { _ in true })
    #expect(grids.count == table.count)
  }

  @Test func `tabs make rows, over one blank line`() {
    let grids = TabTableReader.grids(
      in: lines("名\t数\n湖\t1\n\n森\t\t2\n\n\n別\t3\n"), words: GridText.words, where: { _ in true })
    #expect(grids.map(GridText.rows) == [["名 | 数", "湖 | 1", "森 | 2"]])
    #expect(grids[0].cells.last?.column == 2)
  }

  @Test func `cells wrapped around the middle of their row are joined, and a head drawn twice is one`() {
    let page = """
      ＜施策の目標＞
          重要業績評価指標
          重要業績評価指標         現状値             目標値
           （ＫＰＩ）        （2014 年度）       （2019 年度）
       湖のまわりで新しく
                                    －       ５年間で１人
       働きはじめた人の数

       湖の学校の数                    ３校           年５校

       ＜主な事業＞
      """
    let grids = PositionedTableReader.grids(in: lines(page), words: GridText.words, where: { _ in true })
    #expect(
      grids.map(GridText.rows) == [
        [
          "重要業績評価指標（ＫＰＩ） | 現状値（2014 年度） | 目標値（2019 年度）", "湖のまわりで新しく働きはじめた人の数 | － | ５年間で１人",
          "湖の学校の数 | ３校 | 年５校",
        ]
      ])
    #expect(grids[0].cells.first { $0.joined.hasPrefix("湖のまわり") }?.lines == [5, 7])
  }

  @Test func `names without a head stand before the years, letters set apart are one word`() {
    let years =
      "               23 年度        24年度   25 年度\n   採用人数          ５         １       ３\n   うち女性          ２         ０       ０\n"
    #expect(
      PositionedTableReader.grids(in: lines(years), words: GridText.words, where: { _ in true }).count == 0,
      "years without an era say nothing until the document counts in one")
    var words = GridText.words
    words.era = 1988
    #expect(
      PositionedTableReader.grids(in: lines(years), words: words, where: { _ in true }).map(GridText.rows)
        == [
          ["23 年度 | 24年度 | 25 年度", "採用人数 | ５ | １ | ３", "うち女性 | ２ | ０ | ０"]
        ])
    let spread = "     職    員   数        比率\n   男性       ３５   81.4％\n   女性       ８    18.6％\n"
    #expect(
      PositionedTableReader.grids(in: lines(spread), words: GridText.words, where: { _ in true }).map(
        GridText.rows) == [
          ["職員数 | 比率", "男性 | ３５ | 81.4％", "女性 | ８ | 18.6％"]
        ])
  }

  @Test(
    "prose set in columns, a novel and a list of figures are no table",
    arguments: [
      "  湖のまわりを歩く人が      増えているという。\n  森は静かである。          鳥が鳴く。\n", "12   34   56\n78   90   12\n",
      "あ   い   う\nえ   お   か\n",
    ])
  func none(_ text: String) {
    #expect(PositionedTableReader.grids(in: lines(text), words: GridText.words, where: { _ in true }).isEmpty)
    #expect(SheetTableReader.grids(in: lines(text), words: GridText.words, where: { _ in true }).isEmpty)
  }

  @Test func `two pairs of label and value on a line are two rows, a colon parts them too`() {
    let grids = SheetTableReader.grids(
      in: lines("  担当課      湖の課        事務事業名     湖の学校事業\n\n  所管課: 総務課　評価区分: C\n"), words: GridText.words,
      where: { _ in true })
    #expect(grids.map(GridText.rows) == [["担当課 | 湖の課", "事務事業名 | 湖の学校事業", "所管課 | 総務課", "評価区分 | C"]])
  }

  private func positioned(_ page: String, _ words: HeadWords = GridText.words) -> [[String]] {
    PositionedTableReader.grids(in: lines(page), words: words, where: { _ in true }).map(GridText.rows)
  }

  @Test func `a head may stand over several columns, and a head wrapped in its column is one`() {
    var words = GridText.words
    words.names.formUnion(["国庫支出金", "一般財源"])
    words.generic.insert("財源内訳")
    let page = """
                             予算額             財源内訳
          事業名            本年度     前年度      国庫    一般財源    担当課
                                         支出金
        湖の学校事業           120     110      40      80    湖の課
        【新規】森の案
                          30       0      10      20    森の課
        内人事業
      """
    #expect(
      positioned(page, words) == [
        [
          "事業名+2×1 | 予算額+1×2 | 財源内訳+1×2 | 担当課+2×1", "本年度 | 前年度 | 国庫支出金 | 一般財源",
          "湖の学校事業 | 120 | 110 | 40 | 80 | 湖の課",
          "【新規】森の案内人事業 | 30 | 0 | 10 | 20 | 森の課",
        ]
      ])
  }

  @Test func `heads set far from their columns are told by their order`() {
    var words = GridText.words
    words.names.formUnion([
      "区分", "国庫支出金", "県支出金", "市債", "一般財源", "比較増減", "事業の概要", "財源内訳",
    ])
    // as pdftotext -layout prints a page: a full-width letter counts one, and heads are set by themselves
    let page = """
                                     令和７年度 令和６年度 比較増減           財 源 内 訳
      区分        事業名           担当課     予算額 予算額                                                                                 事業の概要
                                                      国庫支出金 県支出金 市債     その他                                   一般財源
      継続 内水浸水対策事業（第三排水区ポンプ
         場更新）              下水道課       528,000   361,500   166,500     264,000               237,600            26,400 老朽化した排水ポンプ２基を更新する。２か年継
                                                                                                                      続事業の最終年度。
      拡充 木造住宅耐震改修等補助金      建築指導課       34,800    21,750    13,050         17,400    8,700                       8,700 補助上限額を１戸当たり115万円に引き上げる。
      新規 避難所衛生環境向上事業（トイレカー
         導入）               危機管理課       26,950        －       皆増           13,475                               13,475 災害時に自走できるトイレカー１台を購入する。
      継続 消防団車両更新事業          消防総務課      22,330    21,780      550                             20,000             2,330 第４分団及び第７分団の小型動力ポンプ積載車を
                                                                                                                      更新する。
      """
    #expect(
      positioned(page, words) == [
        [
          "区分+2×1 | 事業名+2×1 | 担当課+2×1 | 令和７年度予算額+2×1 | 令和６年度予算額+2×1 | 比較増減+2×1 | 国庫支出金+2×1 | 財 源 内 訳+1×3 | 一般財源+2×1 | 事業の概要+2×1",
          "県支出金 | 市債 | その他",
          "継続 | 内水浸水対策事業（第三排水区ポンプ場更新） | 下水道課 | 528,000 | 361,500 | 166,500 | 264,000 | 237,600 | 26,400 | 老朽化した排水ポンプ２基を更新する。２か年継続事業の最終年度。",
          "拡充 | 木造住宅耐震改修等補助金 | 建築指導課 | 34,800 | 21,750 | 13,050 | 17,400 | 8,700 | 8,700 | 補助上限額を１戸当たり115万円に引き上げる。",
          "新規 | 避難所衛生環境向上事業（トイレカー導入） | 危機管理課 | 26,950 | － | 皆増 | 13,475 | 13,475 | 災害時に自走できるトイレカー１台を購入する。",
          "継続 | 消防団車両更新事業 | 消防総務課 | 22,330 | 21,780 | 550 | 20,000 | 2,330 | 第４分団及び第７分団の小型動力ポンプ積載車を更新する。",
        ]
      ])
  }

  @Test func `rows of 目標 over 実績 belong to the name between them`() {
    var words = GridText.words
    words.names.formUnion(["No", "指標", "単位", "基準値", "区分", "目標", "実績"])
    let page = """
                             基準値              年 度
       No.    指標      単位   （Ｒ元）  区分
                                     Ｒ２    Ｒ３    Ｒ４
                                目標     6     8    10
        1 湖の学校の数    校        4
                                実績     5     9    12
                                目標    13    15    17
        2 舟着場の利用者数  人       11
                                実績     8    12    15
      """
    let read = positioned(page, words)
    #expect(
      read.first?.suffix(4) == [
        "1 | 湖の学校の数+2×1 | 校+2×1 | 4 | 目標 | 6 | 8 | 10", "実績 | 5 | 9 | 12",
        "2 | 舟着場の利用者数+2×1 | 人+2×1 | 11 | 目標 | 13 | 15 | 17", "実績 | 8 | 12 | 15",
      ])
  }

  @Test func `a table ends where labels stand before their values, and before a section with a number`() {
    let head = "  指標        現状値    目標値\n  湖の数      3件     5件\n"
    for foreign in ["\n  現状値  4件      目標値  6件\n", "\n ２ 湖の課題\n", "  事業名      担当課      予算額\n"] {
      #expect(positioned(head + foreign).first == ["指標 | 現状値 | 目標値", "湖の数 | 3件 | 5件"])
    }
  }

  private func cellPerLine(_ text: String) -> [[String]] {
    CellPerLineTableReader.grids(
      in: lines(text), words: GridText.words, where: { _ in true },
      holdsFigures: { head in head.names.contains { ["現状値", "目標値", "実績", "予算額"].contains($0) } }
    ).map(GridText.rows)
  }

  @Test func `cells between blank lines make rows as long as they are of the kinds of their heads`() {
    #expect(
      cellPerLine(
        "指標\n\n現状値\n（令和４年度）\n\n目標値\n\n担当課\n\n湖の数\n（町内）\n\n3件\n\n5件以上\n\n湖の課\n\n森の数\n\n－\n\n7件\n\n森の課\n\n湖は広い。\n"
      ) == [["指標 | 現状値（令和４年度） | 目標値 | 担当課", "湖の数（町内） | 3件 | 5件以上 | 湖の課", "森の数 | － | 7件 | 森の課"]])
  }

  @Test
  func `a name set beside the heads or below its figures is dealt to its figures, where their units agree`() {
    let head = "指標\n\n現状値\n\n湖の数\n\n目標値\n\n"
    #expect(
      cellPerLine(head + "3件\n\n5件\n\n4人\n\n6人\n\n森の人の数\n\n")
        == [["指標 | 現状値 | 目標値", "湖の数 | 3件 | 5件", "森の人の数 | 4人 | 6人"]])
    // column by column: nobody can say whose they are
    #expect(cellPerLine(head + "3件\n\n4人\n\n5件\n\n6人\n\n森の人の数\n\n") == [])
    #expect(cellPerLine(head + "3件\n\n5件\n\n4人\n\n森の人の数\n\n") == [])
  }

  @Test func `labels above their values are a sheet of three pairs or more`() {
    let sheet = "事業名\n\n湖の学校事業\n\n担当課\n\n湖の課\n\n予算額\n\n120千円\n\n"
    #expect(cellPerLine(sheet) == [["事業名 | 湖の学校事業", "担当課 | 湖の課", "予算額 | 120千円"]])
    #expect(cellPerLine("事業名\n\n湖の学校事業\n\n担当課\n\n湖の課\n\n") == [])
  }

  @Test func `three heads over a row are no labels`() {
    let text = "  事務事業名      担当課        予算額\n  湖の学校事業    湖の課     120\n"
    #expect(SheetTableReader.grids(in: lines(text), words: GridText.words, where: { _ in true }).isEmpty)
  }

  private func list(_ text: String) -> [[String]] {
    LabelFigureTableReader.grids(
      in: lines(text), units: GridText.words.units, where: { _ in true },
      titled: { $0.hasSuffix("数") || $0.contains("単位") }
    ).map(GridText.rows)
  }

  @Test
  func `a list goes on over a row without a figure, ends at its total, and leaves the next title alone`() {
    #expect(
      list(
        "町別の倉庫数\n\n北町 10\n\n東町 －\n\n港町 900\n\n西町 7\n\n合計 917\n\n（出所）みどり市調査\n\n町別の人口数\n\n北町 15\n\n東町 80\n\n合計 95\n"
      ) == [
        ["北町 | 10", "東町 | －", "港町 | 900", "西町 | 7", "合計 | 917"], ["北町 | 15", "東町 | 80", "合計 | 95"],
      ])
  }

  @Test func `several subtotals may stand in a list`() {
    #expect(
      list("町別の倉庫数\n北町 10\n東町 5\n小計 15\n西町 7\n南町 1\n小計 8\n合計 23\n").first?.count == 7)
  }

  @Test(
    "two figures without a total, unlike units and a list without a title are not believed",
    arguments: [
      "町別の倉庫数\n北町 10\n東町 5\n", "町別の倉庫数\n北町 10棟\n東町 5人\n西町 3件\n", "湖のこと\n北町 10\n東町 5\n西町 3\n",
    ])
  func unbelieved(_ text: String) { #expect(list(text) == []) }

  // MARK: ends of pages

  /// A table in pipes, and one set by spaces, that a page cuts within a name; the head is printed again in both.
  @Test(
    "a row that a page's end cuts is one row",
    arguments: [
      (
        """
        | 指標 | 現状値 | 目標値 |
        |--|--|--|
        | 湖を訪れた人の | | |

        - 12 -

        | 指標 | 現状値 | 目標値 |
        |--|--|--|
        | うち泊まった人 | 10人 | 20人 |
        | 乗船者数 | 30人 | 40人 |
        """, [["指標 | 現状値 | 目標値", "湖を訪れた人のうち泊まった人 | 10人 | 20人", "乗船者数 | 30人 | 40人"]]
      ),
      (
        """
            指標                 現状値      目標値
        乗船者数                  30人        40人
        湖を訪れた人の

        - 12 -

            指標                 現状値      目標値
        うち泊まった人            10人        20人
        釣り人の数                50人        60人
        """, [["指標 | 現状値 | 目標値", "乗船者数 | 30人 | 40人", "湖を訪れた人のうち泊まった人 | 10人 | 20人", "釣り人の数 | 50人 | 60人"]]
      ),
      (
        """
        | 指標 | 現状値 | 目標値 |
        |--|--|--|
        | 湖の調査 | 1件 | 2件 |

        - 12 -

        | 指標 | 担当課 | 目標値 |
        |--|--|--|
        | 湖の清掃 | 湖課 | 20人 |
        """,
        [["指標 | 現状値 | 目標値", "湖の調査 | 1件 | 2件"], ["指標 | 担当課 | 目標値", "湖の清掃 | 湖課 | 20人"]]
      ),
    ])
  func cutByPage(_ text: String, _ rows: [[String]]) {
    let document = PlanDocument(reading: Plan(id: "midori", path: "midori.txt", text: text))
    let ends = PageEnds(document)
    let lines = document.plan.lines.enumerated().map { ends.contains($0 + 1) ? "" : $1 }
    let pipes = ContinuedGrids.joined(PipeTableReader.grids(in: lines, where: { _ in true }), at: ends)
    let positioned = PositionedTableReader.grids(
      in: lines, words: GridText.words, where: { _ in true }, pageEndsBetween: ends.isBetween)
    #expect((pipes + positioned).map(GridText.rows) == rows)
  }
}
