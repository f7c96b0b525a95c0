import JapaneseText
import PlanDocuments
import SourceFiles
import Testing

@testable import PlanFacts

/// Tables of an invented city in the layouts that cities print, and what is read from them.
@Suite("Tables by the schema") struct TableMapperTests {
  /// `name: field=value; …` of the facts of some kinds, without the tables themselves.
  static func read(
    _ text: String, _ kinds: Set<FactKind> = [.project, .indicator, .measure, .figure], grids: [Grid] = []
  ) -> [String] {
    let plan = Plan(id: "midori", path: "midori.txt", text: text)
    let document = PlanDocument(reading: Plan(id: plan.id, path: plan.path, lines: plan.lines, grids: grids))
    return Extraction(reading: document).facts.filter { kinds.contains($0.kind) }.map(summary)
  }

  static func unread(_ text: String) -> [UnreadRow] {
    Extraction(reading: PlanDocument(reading: Plan(id: "midori", path: "midori.txt", text: text))).unread
  }

  static func summary(_ fact: Fact) -> String {
    let fields = fact.fields.filter { $0.name != .text }.map { field in
      "\(field.name.rawValue)=\(shown(field.value))"
    }
    return "\(fact.name): \(fields.joined(separator: "; "))"
  }

  private static func shown(_ value: FieldValue) -> String {
    switch value {
    case .text(let text): text
    case .number(let number): "\(number)"
    case .flag(let flag): "\(flag)"
    case .list(let texts): texts.joined(separator: ",")
    case .points(let points): points.map(\.summary).joined(separator: ", ")
    case .schedule(let entries): "\(entries.count) entries"
    case .attributes(let attributes): attributes.map { "\($0.name)→\($0.value)" }.joined(separator: ", ")
    }
  }

  @Test
  func `a list of projects keeps its money with unit and scale, and what no field claims as it is printed`() {
    let text = """
      みどり市 主な事業

      （単位：千円）
      番号\t主管課\t款項目\t事業名\tＲ３年度当初予算額\tＲ４年度当初予算額\t増減\t国庫支出金\t主な事業内容\t今後の方向性\t湖の色
      1\t湖の課\t2.1.1\t湖の学校事業\t299,244\t188,089\t△111,155\t10\t湖を学ぶ。\t拡充\t青
      2\t森の課\t2.1.2\t森の案内人事業\t1,000\t2,000\t1,000\t－\t森を歩く。\t維持\t緑
      合計\t\t\t\t300,244\t190,089\t△110,155\t10\t\t\t
      """
    #expect(
      Self.read(text, [.project]) == [
        "湖の学校事業: number=1; category=2.1.1; bureau=湖の課; overview=湖を学ぶ。; budgets=target 2021年度 299244 千円 [299,244], target 2022年度 188089 千円 [188,089]; unit=円; direction=拡充; scale=1000; attributes=増減→△111,155, 国庫支出金→10, 湖の色→青",
        "森の案内人事業: number=2; category=2.1.2; bureau=森の課; overview=森を歩く。; budgets=target 2021年度 1000 千円 [1,000], target 2022年度 2000 千円 [2,000]; unit=円; direction=維持; scale=1000; attributes=増減→1,000, 湖の色→緑",
      ])
  }

  @Test func `indicators under heads of two rows have the role and the year of their column`() {
    let text = """
      | 成果指標名 | 単位 | 目標値 | 目標値 | 目標値 |
      | | | R5年度実績 | R6年度見込 | R9年度 |
      |--|--|--|--|--|
      | 湖を訪れた人 | 人 | 1,234 | 1,300 | 1,500以上 |
      | 森の案内人 | 人 | 5 | － | 9 |
      """
    #expect(
      Self.read(text, [.indicator]) == [
        "湖を訪れた人: points=actual 2023年度 1234 人 [1,234], target 2024年度 R6年度見込 1300 人 [1,300], target 2027年度 1500 人 atLeast [1,500以上]",
        "森の案内人: points=actual 2023年度 5 人 [5], target 2027年度 9 人 [9]",
      ])
  }

  @Test func `a name that spans rows names them all, and its indicators know the project`() {
    let grid = CellGrid.grid([
      ["事業名", "担当課", "指標", "現状値（令和5年度）", "目標値（令和10年度）"], ["湖の学校事業", "湖の課", "学んだ人", "10人", "20人"],
      ["^", "^", "教えた人", "1人", "2人以上"],
    ])
    #expect(
      Self.read("1\n2\n3\n", [.project, .indicator], grids: [grid]) == [
        "湖の学校事業: bureau=湖の課",
        "学んだ人: points=current 2023年度 10 人 [10人], target 2028年度 20 人 [20人]; project=湖の学校事業",
        "教えた人: points=current 2023年度 1 人 [1人], target 2028年度 2 人 atLeast [2人以上]; project=湖の学校事業",
      ])
  }

  @Test func `a second column of grades is kept where it reads the same as the first`() {
    let text = """
      | 事務事業名 | 担当課 | 一次評価 | 二次評価 |
      |--|--|--|--|
      | 湖の学校事業 | 湖の課 | B | B |
      | 森の案内人事業 | 森の課 | A | B |
      """
    #expect(
      Self.read(text, [.project]) == [
        "湖の学校事業: bureau=湖の課; grade=B; attributes=二次評価→B",
        "森の案内人事業: bureau=森の課; grade=A; attributes=二次評価→B",
      ])
  }

  @Test func `a sheet of labels is a project, its marked choice is what it says`() {
    let text = """
                     事務事業評価シート

        担当課      湖の課             事務事業名     湖の学校事業
        根拠法令    湖の条例

        総合評価    ● Ａ ○ Ｂ
      """
    #expect(Self.read(text, [.project]) == ["湖の学校事業: bureau=湖の課; grade=A; attributes=根拠法令→湖の条例"])
  }

  /// Cells of grades, with what is read from each.
  static let grades = [
    ("Ｂ", "grade=B; gradeText=おおむね達成した"), ("Ａ　計画どおり", "grade=A; gradeText=計画どおり"), ("4", "level=4"),
    ("3*", "level=3; levelRevised=true"), ("● Ａ ○ Ｂ", "grade=A; gradeText=達成した"), ("順調", "gradeText=順調"),
    ("◎", "grade=◎"), ("98％", "attributes=総合評価→98％"), ("－", ""),
  ]

  @Test("a cell grades by a level, a letter, a sign or words", arguments: grades)
  func grade(_ cell: (text: String, reads: String)) {
    let text = "Ａ 達成した\nＢ おおむね達成した\n\n事務事業名\t担当課\t総合評価\n湖の学校事業\t湖の課\t\(cell.text)\n"
    #expect(
      Self.read(text, [.project]) == [
        "湖の学校事業: bureau=湖の課" + (cell.reads.isEmpty ? "" : "; \(cell.reads)")
      ])
  }

  /// Tables of how many were given each grade, by cities of different habits.
  static let counts: [(text: String, reads: [String])] = [
    (
      "評価区分\t事業数\t構成比\nＡ 順調\t12事業\t40％\nＢ 遅れ\t18事業\t60％\n計\t30事業\t100％\n",
      [
        "順調: grade=A; gradeText=順調; count=12; share=40", "遅れ: grade=B; gradeText=遅れ; count=18; share=60",
      ]
    ),
    (
      "| 達成状況 | 件数 |\n|--|--|\n| 達成 | 7 |\n| 未達成 | 2 |\n",
      [
        "達成: gradeText=達成; count=7", "未達成: gradeText=未達成; count=2",
      ]
    ),
    ("| 区分 | 件数 |\n|--|--|\n| Ａ | 7 |\n| Ｂ | 2 |\n", ["A: grade=A; count=7", "B: grade=B; count=2"]),
    ("| 区分 | 件数 |\n|--|--|\n| 北町 | 7 |\n| 西町 | 2 |\n", []),
  ]

  @Test("a table counts what was given each grade", arguments: counts)
  func count(_ table: (text: String, reads: [String])) {
    #expect(Self.read("みどり市の評価\n\n" + table.text, [.evaluation]) == table.reads)
  }

  @Test func `a row without a name goes on with the row above, and says what is planned in a year with it`() {
    let text = "取組名\t担当課\t令和6年度\t令和7年度\n湖の学校\t湖の課\t検討\t●開校 ●周知\n\t森の課\t調査\t\n"
    let facts = Extraction(reading: Reading.document(text)).facts.filter { $0.kind == .project }
    #expect(facts.map(\.name) == ["湖の学校"])
    #expect(facts.first?.schedule.map(\.items) == [["検討", "調査"], ["開校", "周知"]])
  }

  @Test(
    "a table is read once, whatever its spaces are",
    arguments: ["番号　事業名　担当課　評価\n1　花のまち　公園課　Ａ\n", "番号 事業名 担当課 評価\n1 花のまち 公園課 Ａ\n"])
  func once(_ text: String) {
    #expect(Self.read(text, [.project]) == ["花のまち: number=1; bureau=公園課; grade=A"])
  }

  @Test func `a table of plans says when each was adopted`() {
    let text =
      "| 計画の名称 | 策定年月 |\n|--|--|\n| みどり市湖計画 | 令和4年3月改定 |\n| みどり市岸計画 | 平成30年3月（令和4年改定） |\n| みどり市森計画 | 令和9年3月策定予定 |\n"
    #expect(
      Self.read(text, [.plan]) == [
        "みどり市湖計画: adoptedYear=2022; adoptedMonth=3; kind=改定",
        "みどり市岸計画: adoptedYear=2018; adoptedMonth=3; kind=策定",
      ])
  }

  @Test func `a table of no known kind is kept under its rows and its columns`() {
    let text = """
      表１ 職員の給料（単位：千円）
      | 区分 | 令和4年度 | 令和5年度 |
      |--|--|--|
      | 市長 | 900 | 910 |
      | 合計 | 900 | 910 |
      """
    #expect(
      Self.read(text, [.figure]) == [
        "市長: unit=円; table=表１ 職員の給料; column=令和4年度; amount=900; scale=1000; fiscalYear=2022",
        "市長: unit=円; table=表１ 職員の給料; column=令和5年度; amount=910; scale=1000; fiscalYear=2023",
        "合計: unit=円; table=表１ 職員の給料; column=令和4年度; amount=900; scale=1000; fiscalYear=2022; isTotal=true",
        "合計: unit=円; table=表１ 職員の給料; column=令和5年度; amount=910; scale=1000; fiscalYear=2023; isTotal=true",
      ])
    #expect(Self.read(text, [.table]) == ["表１ 職員の給料: unit=円; rows=3; columns=3"])
  }

  @Test func `a grid of the file takes the place of what its lines seem to say`() {
    let text = "指標 現状 目標\n湖 森 12\n"
    let grid = CellGrid.grid([["指標", "現状値", "目標値"], ["湖の深さ", "12m", "13m"]])
    #expect(
      Self.read(text, [.indicator], grids: [grid]) == ["湖の深さ: points=current 12 m [12m], target 13 m [13m]"])
  }

  static let inventions = [
    "12 34 56\n78 90 12\n34 56 78\n",
    "第一条　この法律は、湖を守ることを目的とする。\n第二条　湖とは、次の各号に掲げるものをいう。\n一　青い湖\n二　深い湖\n",
    "| | | |\n|--|--|--|\n| | | |\n",
    "指標\t現状値\t目標値\n",
    "| 事業名 | 予算額 |\n|--|--|\n| 合計 | 1,000 |\n| － | － |\n| 1,234 | 5 |\n| 予算額 | 3 |\n",
    "事業名\t担当課\t予算額\n湖を守るため、みんなで水をきれいにすることにした。\t湖の課\t12\n",
    "湖\n は\n 青\n い\n 。\n",
    "目次\n1 湖の姿 ..... 3\n2 森の姿 ..... 5\n3 町の姿 ..... 9\n",
    String(repeating: "（", count: 300) + String(repeating: "）", count: 300),
  ]

  @Test("nothing is invented", arguments: inventions)
  func nothing(_ text: String) { #expect(Self.read(text) == []) }

  @Test func `a table of a thousand columns, and one of many rows, are read`() {
    let wide =
      (0..<1_000).map { "列\($0)" }.joined(separator: "\t") + "\n"
      + (0..<1_000).map { "\($0)" }.joined(separator: "\t") + "\n"
    #expect(Self.read(wide).count <= 1_000)
    let long = "| 事業名 | 予算額 |\n|--|--|\n" + (0..<3_000).map { "| 湖の事業その\($0)の巻 | \($0) |\n" }.joined()
    #expect(Self.read(long, [.project]).count == 3_000)
  }

  @Test func `a course by an arrow needs the years of both figures`() {
    #expect(
      Self.read("①湖を訪れる人：5.5万人（平成25年）→６万人（平成31年）\n", [.indicator]) == [
        "湖を訪れる人: points=current 2013年 55000 人 [5.5万人], target 2019年 60000 人 [６万人]"
      ])
    #expect(Self.read("湖を訪れる人：5.5万人→６万人（平成31年）\n", [.indicator]) == [])
  }

  @Test func `rows of sums in a list of projects are figures, and held against their parts`() {
    let text = """
      （単位：千円、％）

      | 事業名 | 担当課 | 予算額 | 執行率 |
      |--|--|--|--|
      | 湖の学校事業 | 湖の課 | 1,200 | 90.1 |
      | 森の道事業 | 森の課 | 300 | 88.0 |
      | 政策Ⅰ　計 | | 1,500 | 89.7 |
      | 橋の修繕事業 | 道の課 | 700 | 95.0 |
      | 岸の掃除事業 | 湖の課 | 50 | 91.0 |
      | 駅前の整備事業計 | 道の課 | 50 | 92.0 |
      | 政策Ⅱ　計 | | 810 | 94.5 |
      """
    #expect(
      Self.read(text, [.figure]) == [
        "政策Ⅰ計: unit=円; column=予算額; amount=1500; scale=1000; isTotal=true",
        "政策Ⅰ計: unit=%; column=執行率; amount=89.7; isTotal=true",
        "政策Ⅱ計: unit=円; column=予算額; amount=810; scale=1000; isTotal=true",
        "政策Ⅱ計: unit=%; column=執行率; amount=94.5; isTotal=true",
      ])
    #expect(Self.read(text, [.project]).count == 5)
    #expect(Self.unread(text).isEmpty)
  }

  @Test func `what a year is planned to cost is its budget, and no sum of the years`() {
    let text = """
      （単位：百万円）

      | 事業名 | 計画事業費 | | |
      |--|--|--|--|
      | | 令和７年度 | 令和８年度 | 計 |
      | 湖の学校事業 | 8.5 | 96.2 | 104.7 |
      | 森の道事業 | 3.5 | 6.2 | 9.7 |
      """
    #expect(
      Self.read(text, [.project]) == [
        "湖の学校事業: budgets=target 2025年度 8.5 百万円 [8.5], target 2026年度 96.2 百万円 [96.2]; unit=円; scale=1000000; attributes=計画事業費›計→104.7",
        "森の道事業: budgets=target 2025年度 3.5 百万円 [3.5], target 2026年度 6.2 百万円 [6.2]; unit=円; scale=1000000; attributes=計画事業費›計→9.7",
      ])
  }

  @Test func `names in one block and figures in another are one table, also below a head over years`() {
    let text = """
      ３ 施策を構成する事業
      事務事業名
      湖の学校事業
      森の道事業
      橋の修繕事業
      合 計

      事業費
      R5決算
      R6決算
      R7予算
      640
      612
      0
      1,236
      1,874
      2,000
      142,560 148,903 151,200
      144,436 151,389 153,200

      担当課
      湖の課
      湖の課
      道の課
      """
    #expect(
      Self.read(text, [.project]) == [
        "湖の学校事業: bureau=湖の課; budget=0; settlements=actual 2023年度 640 [640], actual 2024年度 612 [612]; budgetYear=2025",
        "森の道事業: bureau=湖の課; budget=2000; settlements=actual 2023年度 1236 [1,236], actual 2024年度 1874 [1,874]; budgetYear=2025",
        "橋の修繕事業: bureau=道の課; budget=151200; settlements=actual 2023年度 142560 [142,560], actual 2024年度 148903 [148,903]; budgetYear=2025",
      ])
  }

  @Test func `a note below a row is said of the row, and no name`() {
    let text = """
      | 指標名 | 番号 | 現状値 | 目標値 |
      |--|--|--|--|
      | 湖を訪れた人 | 1 | 10人 | 20人 |
      | ※祭りの日を除く。 | | | |
      | 森を訪れた人 | 2 | 5人 | 8人 |
      """
    #expect(
      Self.read(text, [.indicator]) == [
        "湖を訪れた人: points=current 10 人 [10人], target 20 人 [20人]; note=※祭りの日を除く。; attributes=番号→1",
        "森を訪れた人: points=current 5 人 [5人], target 8 人 [8人]; attributes=番号→2",
      ])
  }

  @Test
  func `what a plan says a year is to cost is a budget of the year, and what is only said to cost is none`() {
    let rows = """
      | 事業名 | 事業費 | | |
      | | 令和7年度 | 令和8年度 | 令和9年度 |
      |--|--|--|--|
      | 湖の学校事業 | 1,200 | － | 1,400 |
      """
    #expect(
      Self.read("年次計画の事業費\n（単位：千円）\n\n" + rows, [.project]) == [
        "湖の学校事業: budgets=target 2025年度 1200 千円 [1,200], target 2027年度 1400 千円 [1,400]; unit=円; scale=1000"
      ])
    #expect(
      Self.read("事業費のあらまし\n（単位：千円）\n\n" + rows, [.project]) == [
        "湖の学校事業: attributes=事業費›令和7年度→1,200, 事業費›令和9年度→1,400"
      ])
  }

  @Test func `取組の内容 beside 取組名 says what is done`() {
    let text = """
      | 課題 | 番号 | 取組名 | 取組の内容 | 担当課 |
      |--|--|--|--|--|
      | 湖を守る | 1 | 湖の水の検査 | 毎月、三か所で調べる。 | 湖の課 |
      | 湖を守る | 2 | 岸の清掃 | 市民と年2回行う。 | 森の課 |
      """
    #expect(
      Self.read(text, [.measure]) == [
        "湖の水の検査: number=1; bureau=湖の課; overview=毎月、三か所で調べる。; attributes=課題→湖を守る",
        "岸の清掃: number=2; bureau=森の課; overview=市民と年2回行う。; attributes=課題→湖を守る",
      ])
  }

  @Test func `words below a row of heads and over figures are heads of these`() {
    let grid = CellGrid.grid([
      ["会計", "令和8年度", "令和7年度", "比較", "参考"], ["", "予算額", "予算額", "増減額", "町のようす"],
      ["湖の会計", "10", "9", "1", "3"], ["森の会計", "20", "18", "2", "4"],
    ])
    let read = Self.read("1\n2\n3\n4\n", [.figure, .project], grids: [grid])
    #expect(read.contains { $0.contains("増減額") && $0.contains("amount=1") })
    #expect(read.contains { $0.contains("参考›町のようす") || $0.contains("参考 › 町のようす") })
  }

  @Test func `bullets below a line that says so name projects`() {
    let text = "＜主な事業＞\n・湖の学校事業\n・【再掲】森の案内人事業\n・湖のまわりをきれいにします。\n\n湖の話\n・夜の湖事業\n"
    #expect(Self.read(text, [.project]) == ["湖の学校事業: ", "森の案内人事業: repeated=true"])
  }
}

/// Grids for tests: a `^` goes on with the cell above.
enum CellGrid {
  /// `^` goes on with the cell above, `<` with the one to the left.
  ///
  /// - Parameter first: The line of the first row; a cell breaks where its text does.
  static func grid(_ rows: [[String]], from first: Int = 1) -> Grid {
    var cells: [GridCell] = []
    for (r, row) in rows.enumerated() {
      for (c, text) in row.enumerated() where text != "^" && text != "<" {
        var height = 1
        let width = 1 + row[(c + 1)...].prefix { $0 == "<" }.count
        while r + height < rows.count, rows[r + height][c] == "^" { height += 1 }
        let lines = text.split(separator: "\n").map(String.init)
        cells.append(
          GridCell(
            row: r, column: c, rowSpan: height, columnSpan: width, text: lines,
            lines: lines.map { _ in first + r }))
      }
    }
    return Grid(cells: cells)
  }
}

/// Indicators and figures that stand beside tables, or in cells of more than one thing.
@Suite("Lines and cells of several things") struct SeveralThingsTests {
  @Test func `a target in a bracket belongs to the indicator before it, also where the bracket is wrapped`() {
    let text = "・指標：湖を訪れた人の数【数値目標：8,300人（考え方：過去の\n数から）】\n・指標：湖の色【数値目標：青】\n"
    #expect(TableMapperTests.read(text, [.indicator]) == ["湖を訪れた人の数: points=target 8300 人 [8,300人]"])
  }

  @Test func `bold print that is given once a strike is one line`() {
    let text = """
       湖を訪れた人の数１
       湖を訪れた人の数１人（2014
                人（2014 年度）→５年間で
                       年度）→５年間で５人（2019 年度）
      """
    #expect(
      TableMapperTests.read(text, [.indicator]) == [
        "湖を訪れた人の数: points=current 2014年度 1 人 [１人], target 2019年度 5 人 [５年間で５人]"
      ])
  }

  @Test func `a table of costs beside a table of indicators is kept as figures and says nothing of them`() {
    let grid = CellGrid.grid([
      ["区分", "令和4年度 決算", "令和5年度 決算", "成果指標", "単位", "R5年度 実績", "R9年度 見込"],
      ["事業費", "1,130", "1,272", "集めた数", "件", "486", "350"],
      ["燃料費", "416", "377", "集めた量", "㎘", "566", "550"],
    ])
    let facts = TableMapperTests.read("1\n2\n3\n", [.indicator, .figure], grids: [grid])
    #expect(
      facts.suffix(2) == [
        "集めた数: points=actual 2023年度 486 件 [486], target 2027年度 R9年度見込 350 件 [350]",
        "集めた量: points=actual 2023年度 566 ㎘ [566], target 2027年度 R9年度見込 550 ㎘ [550]",
      ])
    #expect(facts.dropLast(2).map { String($0.prefix { $0 != ":" }) } == ["事業費", "事業費", "燃料費", "燃料費"])
  }

  @Test func `a cell may give several figures, each with its word`() {
    let grid = CellGrid.grid([["区分", "令和5年度", "令和6年度"], ["湖の基金", "取崩 △800\n積立 4", "9"]])
    #expect(
      TableMapperTests.read("1\n2\n", [.figure], grids: [grid]).map { String($0.prefix { $0 != ";" }) } == [
        "湖の基金 › 取崩: column=令和5年度", "湖の基金 › 積立: column=令和5年度", "湖の基金: column=令和6年度",
      ])
  }

  @Test func `a sheet's project has the years of its cost, and a name ends where something else opens`() {
    let grids = [
      CellGrid.grid([["事務事業名", "湖の学校事業\n【実施期間】令和5年度～"], ["担当課", "湖の課"]]),
      CellGrid.grid([["区分", "令和4年度 決算", "令和5年度 決算"], ["事業費", "1,130", "1,272"]], from: 3),
    ]
    #expect(
      TableMapperTests.read("1\n2\n3\n4\n", [.project], grids: grids) == [
        "湖の学校事業: bureau=湖の課; settlements=actual 2022年度 1130 [1,130], actual 2023年度 1272 [1,272]"
      ])
  }
}
