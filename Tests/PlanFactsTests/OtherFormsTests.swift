import SourceFiles
import Testing

@testable import PlanFacts

/// Forms of pages that are neither one list nor one sheet, of an invented city.
@Suite("Sheets with tables, items with heads, sentences") struct OtherFormsTests {
  static let read = TableMapperTests.read

  @Test func `a table beside a label of a sheet is read apart, and a label is no indicator`() {
    let grid = CellGrid.grid([
      ["整理番号", "1", "取組名", "湖の学校の充実", "", ""], ["担当課", "湖の課", "", "", "", ""],
      ["取組内容", "湖を学ぶ。", "", "", "", ""], ["年度別計画", "R6", "R7", "R8", "R9", "R10"],
      ["^", "検討", "試行", "実施", "実施", "見直し"], ["数値目標", "指標名", "", "単位", "現状(R5)", "目標(R10)"],
      ["^", "学んだ人", "", "人", "10", "20"], ["5年間の効果額", "14,500千円", "", "", "", ""],
    ])
    #expect(
      Self.read(String(repeating: "1\n", count: 8), [.project, .measure, .indicator], [grid]) == [
        "学んだ人: points=current 2023年度 10 人 [10], target 2028年度 20 人 [20]",
        "湖の学校の充実: number=1; bureau=湖の課; overview=湖を学ぶ。; schedule=5 entries; attributes=5年間の効果額→14,500千円",
      ])
  }

  @Test func `courses one below the other are each read, though their lines run on`() {
    let text = """
      ３．湖を軸とした人の流れ
      湖を訪れる人の数７００人（2014年度）→年1,500人（2019年度）
      湖に移る人の数１人（2014年度）→５年間で５人（2019年度）
      """
    #expect(
      Self.read(text, [.indicator], []) == [
        "湖を訪れる人の数: points=current 2014年度 700 人 [７００人], target 2019年度 1500 人 [年1,500人]",
        "湖に移る人の数: points=current 2014年度 1 人 [１人], target 2019年度 5 人 [５年間で５人]",
      ])
  }

  @Test func `rows that are numbered are named by what tells them apart, and their numbers are no figures`() {
    let grid = CellGrid.grid([
      ["施設類型", "No.", "施設名", "地区", "建築年度", "延床面積（㎡）", "利用者数（人）"],
      ["集会施設", "1", "湖の公民館", "湖", "昭和54", "2,418", "31,240"],
      ["^", "2", "森の集会所", "森", "平成5", "864", "9,812"], ["学校", "3", "湖の学校", "湖", "平成8", "3,000", "－"],
    ])
    #expect(
      Self.read("1\n2\n3\n4\n", [.figure], [grid]).map { String($0.prefix { $0 != ";" }) } == [
        "集会施設 › 湖の公民館: unit=m2", "集会施設 › 湖の公民館: unit=人", "集会施設 › 森の集会所: unit=m2", "集会施設 › 森の集会所: unit=人",
        "学校 › 湖の学校: unit=m2",
      ])
  }

  @Test func `rows of figures show the head above them, though most of its words are unknown`() {
    let text = """
      ４ 施設の一覧
       No.    施設名        地区     階数     広さ        R4        R5        R6
        1     湖の公民館       湖      2     2,418.60   31,240   34,871    28,640
        2     森の集会所       森      1       864.32    9,812   10,455     7,215
        3     岸のホール       湖      3     6,735.44   58,910   71,306   142,870
        4     森の図書室       森      2     2,210.07   102,450  108,233    86,340
      """
    let read = Self.read(text, [.figure], []).map { String($0.prefix { $0 != ":" }) }
    #expect(Set(read) == ["湖の公民館", "森の集会所", "岸のホール", "森の図書室"])
    #expect(read.count == 20)
  }

  @Test func `one head over a name and what tells its rows apart: the name is one indicator`() {
    let grid = CellGrid.grid([
      ["指標", "<", "現状値（令和5年度）", "目標値（令和11年度）"], ["歩いた歩数", "男性", "6,912歩", "8,500歩"],
      ["^", "女性", "6,105歩", "8,000歩"], ["野菜をとる量", "<", "281g", "350g"],
    ])
    #expect(
      Self.read("1\n2\n3\n4\n", [.indicator], [grid]).map { String($0.prefix { $0 != ":" }) } == [
        "歩いた歩数", "野菜をとる量",
      ])
  }

  @Test func `a list of indicators whose names span rows is no sheet`() {
    let grid = CellGrid.grid([
      ["施策", "指標名", "単位", "目標値"], ["湖を守る", "湖の色", "点", "5"], ["^", "湖の深さ", "m", "9"],
    ])
    #expect(Self.read("1\n2\n3\n", [.indicator], [grid]).count == 2)
  }

  @Test func `a project on a line of its own has the figures of the head below it, and its results`() {
    let text = """
      2款 総務費
      1 湖の学校事業費                                      所管 湖の課
        予算現額       決算額       執行率                決算額の財源内訳（千円）
        3,900千円   3,128千円   80.2％ その他 1,000 一般財源 2,128
                 学校を開いた。
      事業の成果      ・学んだ人 16人（前年度 12人）
                 ・案内板を直した。

      2 森の道事業費                                      所管 森の課
        予算現額       決算額       執行率
        千円未定       3,128千円    80.2％
      """
    #expect(
      Self.read(text, [.project, .indicator], []) == [
        "湖の学校事業費: bureau=湖の課; budget=3900; settlement=3128; results=学校を開いた。,学んだ人 16人（前年度 12人）,案内板を直した。; unit=円; scale=1000; attributes=執行率→80.2％, 決算額の財源内訳（千円）›その他→1,000, 決算額の財源内訳（千円）›一般財源→2,128",
        "学んだ人: points=actual 16 人 [16人], actual 前年度 12 人 [12人]; project=湖の学校事業費",
      ])
  }

  @Test func `a mark for the same as above is what stands above`() {
    let text = """
      No\t柱\t取組事項\t所管\t令和6年度の実績\t進捗
      1\t湖を守る\t湖の水を測る\t湖の課\t毎月測った。\t◎
      2\t〃\t湖の岸を直す\t森の課\t岸を直した。\t○
      """
    #expect(
      Self.read(text, [.measure], []) == [
        "湖の水を測る: number=1; bureau=湖の課; grade=◎; attributes=柱→湖を守る, 令和6年度の実績→毎月測った。",
        "湖の岸を直す: number=2; bureau=森の課; grade=○; attributes=柱→湖を守る, 令和6年度の実績→岸を直した。",
      ])
  }

  @Test func `a row number opens each row of wrapped cells, and a word over years is over them alone`() {
    let text = """
                                                            年度計画
      No  柱        取組事項                所管                            令和6年度の実績           進捗
                                                    R5      R6      R7
                    岸辺に住む人による湖の                                  測った人は12人で、場所
      1   湖を守る  水の測定                湖の課  検討    実施    →      を3か所増やした。         ◎
                    森の道を歩く人のための                                  案内板を5枚直した。ほか
      2   〃        案内板の修繕            森の課  準備    実施    →      は次の年に直す。          ○
      3   〃        湖の岸の掃除            湖の課  実施    →      →      34回掃除した。            ○
                                                                            小さな船着場の図を描い
      4   〃        船着場の設計            湖の課  調査    設計    実施    た。                      △
      """
    #expect(
      Self.read(text, [.project], []) == [
        "岸辺に住む人による湖の水の測定: number=1; bureau=湖の課; schedule=3 entries; grade=◎; attributes=柱→湖を守る, 令和6年度の実績→測った人は12人で、場所を3か所増やした。",
        "森の道を歩く人のための案内板の修繕: number=2; bureau=森の課; schedule=3 entries; grade=○; attributes=柱→湖を守る, 令和6年度の実績→案内板を5枚直した。ほかは次の年に直す。",
        "湖の岸の掃除: number=3; bureau=湖の課; schedule=3 entries; grade=○; attributes=柱→湖を守る, 令和6年度の実績→34回掃除した。",
        "船着場の設計: number=4; bureau=湖の課; schedule=3 entries; grade=△; attributes=柱→湖を守る, 令和6年度の実績→小さな船着場の図を描いた。",
      ])
  }

  @Test
  func
    `a budget list has the office, the year before and the description of each project, and no project for a sum`()
  {
    let grid = Grid(
      cells: CellGrid.grid([
        ["区分・事業名（担当課）", "本年度予算額（前年度）", "国庫", "県", "一般財源"], ["２ 総務費", "1,842", "前年度1,790 比較52", "", ""],
        ["【新規】湖の学校事業（湖の課）", "28,600（－）", "14,300", "", "14,300"], ["", "", "", "", ""],
        ["【拡充】森の道事業（森の課・道の室）", "31,200（26,000）", "", "1,200", "30,000"],
      ]).cells.map { cell in
        cell.row == 3 && cell.column == 2
          ? GridCell(row: 3, column: 2, columnSpan: 3, text: ["湖を学ぶ学校を開く。"], lines: [4]) : cell
      }.filter { $0.row != 3 || $0.column < 3 })
    #expect(
      Self.read("1\n2\n3\n4\n5\n", [.project, .figure], [grid]) == [
        "湖の学校事業: bureau=湖の課; overview=湖を学ぶ学校を開く。; budget=28600; attributes=区分→新規, 国庫→14,300, 一般財源→14,300",
        "森の道事業: bureau=森の課・道の室; budget=31200; attributes=区分→拡充, 前年度→26,000, 県→1,200, 一般財源→30,000",
      ])
  }

  @Test func `a mark along a row chooses the text behind it, and a capital in a bracket is no unit`() {
    let sheet = CellGrid.grid([["事務事業名", "湖の学校事業", "担当課", "湖の課"]])
    let choices = CellGrid.grid([["実施方法", "", "直営", "○", "委託", "", "補助"]], from: 2)
    let costs = CellGrid.grid(
      [
        ["区分", "", "R5決算", "R6予算"], ["事業費（Ａ）", "", "3,412", "3,900"], ["財源内訳", "国庫支出金", "400", "410"],
      ], from: 3)
    #expect(
      Self.read("1\n2\n3\n4\n5\n", [.project], [sheet, choices, costs]) == [
        "湖の学校事業: bureau=湖の課; budget=3900; settlement=3412; budgetYear=2024; settlementYear=2023; attributes=実施方法→委託, 財源内訳›国庫支出金› R5決算→400, 財源内訳›国庫支出金› R6予算→410"
      ])
  }

  @Test func `figures of offices stand under the office, not only under its department`() {
    let grid = CellGrid.grid([
      ["部局", "課・室", "令和6年", "令和7年"], ["湖の部", "湖の課", "6", "7"], ["^", "森の課", "24", "23"],
    ])
    #expect(
      Self.read("1\n2\n3\n", [.figure], [grid]).map { $0.prefix { $0 != ":" } } == [
        "湖の部 › 湖の課", "湖の部 › 湖の課", "湖の部 › 森の課", "湖の部 › 森の課",
      ])
  }

  /// A sentence, and the indicators it gives.
  static let courses: [(text: String, reads: [String])] = [
    (
      "湖を訪れる人の数は、令和5年度に延べ842人であり、これを令和11年度までに1,200人に増やします。",
      ["湖を訪れる人の数: points=current 2023年度 842 人 [842人], target 2029年度 1200 人 [1,200人]"]
    ),
    (
      "また、湖の二酸化炭素の排出量は令和4年度の38.6万t-CO2から令和12年度に26.5万t-CO2まで減らします。",
      [
        "湖の二酸化炭素の排出量: points=current 2022年度 386000 t-CO2 [38.6万t-CO2], target 2030年度 265000 t-CO2 [26.5万t-CO2]"
      ]
    ),
    (
      "森のごみの量は、令和5年度の実績で512gでした。令和11年度には460g以下、令和16年度には430g以下とします。",
      [
        "森のごみの量: points=current 2023年度 512 g [512g], target 2029年度 460 g atMost [460g以下], target 2034年度 430 g atMost [430g以下]"
      ]
    ),
    (
      "このため、湖の魚の量を、令和5年度の264gから令和12年度までに350gへ増やすことを目指します。",
      ["湖の魚の量: points=current 2023年度 264 g [264g], target 2030年度 350 g [350g]"]
    ),
    (
      "湖の受診率は41.3％（令和5年度）であり、60％（令和12年度）を目標に掲げます。",
      ["湖の受診率: points=current 2023年度 41.3 % [41.3％], target 2030年度 60 % [60％]"]
    ),
    (
      "湖の認定数は、現在の1か所を令和16年度までに6か所とすることを目標とします。",
      ["湖の認定数: points=current 1 か所 [1か所], target 2034年度 6 か所 [6か所]"]
    ),
    // what is expected, was missed, was decided, or is somebody's is no goal of the plan's
    ("湖の人口は、令和2年度に500人であり、令和12年度に400人まで減少すると見込まれます。", []),
    ("湖の利用者数は、令和5年度に842人で、令和6年度に1,200人とする目標に届きませんでした。", []),
    ("計画期間は、令和7年度から令和16年度までの10年間とし、令和11年度に見直します。", []),
    ("政府は、令和12年度に46％削減することを目指しています。", []),
    ("湖の深さの値は1.8mで、基準の2.0mを下回っており、これを維持します。", []),
  ]

  @Test("a sentence gives the course of an indicator where every figure has its place", arguments: courses)
  func course(_ sentence: (text: String, reads: [String])) {
    #expect(Self.read("第1章 湖\n\n" + sentence.text + "\n", [.indicator], []) == sentence.reads)
  }

  @Test func `measures are quoted with their offices, where a document does so throughout`() {
    let text = "「湖の学校」（湖の課）では、湖を学びます。「森の道」\n（森の課）を直します。また、「岸の会」（湖の課・森の課）を開きます。\n"
    #expect(
      Self.read(text, [.measure, .definition], []) == [
        "湖の学校: bureau=湖の課", "森の道: bureau=森の課", "岸の会: bureau=湖の課・森の課",
      ])
    #expect(Self.read("「湖の学校」（湖の課）では、湖を学びます。\n", [.measure], []).isEmpty)
    let marked = "◆湖の学校（湖の課）\n湖を学びます。\n◆森の道（森の課）\n道を直します。\n◆岸の会（湖の課）\n会を開きます。\n"
    #expect(Self.read(marked, [.measure], []).count == 3)
  }
}
