import SourceFiles
import Testing

@testable import PlanDocuments

@Suite("What cells are for") struct CellRoleTests {
  /// A grid from rows of texts; a `^` goes on with the cell above, a `<` with the one to the left.
  static func grid(_ rows: [[String]], heads: Int = 0) -> Grid {
    var cells: [GridCell] = []
    for (r, row) in rows.enumerated() {
      for (c, text) in row.enumerated() where text != "^" && text != "<" {
        var width = 1
        while c + width < row.count, row[c + width] == "<" { width += 1 }
        var height = 1
        while r + height < rows.count, rows[r + height][c] == "^" { height += 1 }
        cells.append(
          GridCell(
            row: r, column: c, rowSpan: height, columnSpan: width, text: text.isEmpty ? [] : [text],
            lines: text.isEmpty ? [] : [r + 1],
            emphasis: r < heads ? .head : .none))
      }
    }
    return Grid(cells: cells)
  }

  private func table(_ rows: [[String]], heads: Int = 0) throws -> Table {
    try #require(Table(Self.grid(rows, heads: heads), words: GridText.words))
  }

  @Test
  func `heads over one row of figures in a sheet are labels of these, in a table of one row they are not`() {
    let sheet = Self.grid([
      ["担当課", "湖の課", "<", "<"],
      ["事業名", "湖の学校事業", "<", "<"],
      ["予算額", "決算額", "財源の内訳", "<"],
      ["^", "^", "国庫支出金", "一般財源"],
      ["26,480", "25,913", "－", "25,913"],
      ["事業内容", "三つの学校で学んだ。", "<", "<"],
    ])
    let paired = sheet.pairingBands(Self.sheetWords)
    let rows = Dictionary(grouping: paired.cells, by: \.row).sorted { $0.key < $1.key }
      .map { $0.value.sorted { $0.column < $1.column }.map(\.joined).joined(separator: "=") }
    #expect(
      rows == [
        "担当課=湖の課", "事業名=湖の学校事業", "予算額=26,480", "決算額=25,913", "国庫支出金=－", "一般財源=25,913",
        "事業内容=三つの学校で学んだ。",
      ])
    let list = Self.grid([["事業名", "予算額", "決算額"], ["湖の学校事業", "1,200", "1,100"]])
    #expect(list.pairingBands(Self.sheetWords) == list)
    let figures = Self.grid([["予算額", "決算額"], ["1,200", "1,100"]])
    #expect(figures.pairingBands(Self.sheetWords) == figures)
  }

  private static let sheetWords = HeadWords(
    names: ["担当課", "事業名", "予算額", "決算額", "国庫支出金", "一般財源", "事業内容"], units: ["円"])

  /// `row › row / column › column` of each value, in order.
  private func paths(_ table: Table) -> [String] {
    table.grid.cells.indices.filter { table.roles[$0] == .value && table.kinds[$0] == .figure }.map { i in
      let path = table.path(of: i)
      return path.rows.map(table.text).joined(separator: " › ") + " / "
        + path.columns.map(table.text).joined(separator: " › ") + " = " + table.text(i)
    }
  }

  @Test func `a value has the heads over it and beside it, spans and all`() throws {
    let table = try table([
      ["区分", "<", "令和5年度", "<"], ["^", "^", "予算額", "実績"], ["湖", "北側", "1", "2"], ["^", "南側", "3", "4"],
      ["合計", "<", "4", "6"],
    ])
    #expect(
      paths(table) == [
        "湖 › 北側 / 令和5年度 › 予算額 = 1", "湖 › 北側 / 令和5年度 › 実績 = 2", "湖 › 南側 / 令和5年度 › 予算額 = 3",
        "湖 › 南側 / 令和5年度 › 実績 = 4", "合計 / 令和5年度 › 予算額 = 4", "合計 / 令和5年度 › 実績 = 6",
      ])
    #expect(table.roles.filter { $0 == .total }.count == 1)
  }

  @Test func `without any known word, short texts over columns of figures are heads`() throws {
    let table = try table([["ほし", "みずうみ", "もり"], ["きた", "1", "2"], ["みなみ", "3", "4"]])
    #expect(paths(table) == ["きた / みずうみ = 1", "きた / もり = 2", "みなみ / みずうみ = 3", "みなみ / もり = 4"])
  }

  @Test func `a text over the whole width is a section of what stands below`() throws {
    let table = try table([
      ["区分", "令和5年度", "令和6年度"], ["湖の部", "<", "<"], ["北側", "1", "2"], ["森の部", "<", "<"], ["南側", "3", "4"],
    ])
    #expect(paths(table).first == "湖の部 › 北側 / 令和5年度 = 1")
    #expect(paths(table).last == "森の部 › 南側 / 令和6年度 = 4")
  }

  @Test func `a text beside a mark is chosen, one beside none is not`() throws {
    let table = try table([["○", "拡充する", "", "縮小する"], ["", "続ける", "○", "見直す"], ["", "やめる", "", "休む"]])
    let chosen = table.grid.cells.indices.filter { table.roles[$0] == .chosen }.map(table.text)
    #expect(chosen == ["拡充する", "見直す"])
  }

  @Test func `one text repeated over a row is furniture`() throws {
    let table = try table([
      ["注意", "注意", "注意", "注意", "注意"], ["事業名", "担当課", "予算額", "実績", "指標"], ["湖の学校", "湖の課", "1", "2", "数"],
    ])
    #expect(table.roles.prefix(5).allSatisfy { $0 == .furniture })
    #expect(table.roles[5] == .columnHead)
  }

  @Test(
    "the name of a sum",
    arguments: [
      "合計", "小 計", "計(A)", "第２款 計", "政策Ⅰ　計", "柱１   小計", "教育委員会　計", "総務部計", "施策計", "事業計",
    ])
  func total(_ text: String) { #expect(Table.isTotal(text)) }

  @Test("no name of a sum", arguments: ["会計", "企業会計", "設　計", "統 計", "都市計画", "計画課", "水道事業会計"])
  func noTotal(_ text: String) { #expect(!Table.isTotal(text)) }

  @Test("what is said of what stands above", arguments: ["※数は延べ", "（注）毎月の平均", "(注１) 湖だけ", "注１：湖だけ"])
  func note(_ text: String) { #expect(CellKind.isNote(text)) }

  @Test("no note", arguments: ["注文の数", "（注文書）", "湖※", "※"])
  func noNote(_ text: String) { #expect(!CellKind.isNote(text)) }

  @Test func `of several units a figure has the one that its heads speak of`() {
    let unit = TableUnit(printed: "千円、％、人", lines: LineRange(1))
    #expect(unit.among(["決算額"]).printed == "千円" && unit.among(["決算額"]).scale == 1_000)
    #expect(unit.among(["執行率"]).printed == "％")
    #expect(unit.among(["令和5年度", "従事職員数"]).printed == "人")
    #expect(TableUnit(printed: "千円", lines: LineRange(1)).among(["執行率"]).printed == "千円")
  }

  @Test func `a unit in thousands is the unit and its scale`() {
    let unit = TableUnit(printed: "千円", lines: LineRange(1))
    #expect(unit.unit == "円" && unit.scale == 1_000 && unit.printed == "千円")
    #expect(TableUnit(printed: "百人", lines: LineRange(1)).scale == 100)
    #expect(TableUnit(printed: "人", lines: LineRange(1)).scale == 1)
  }

  @Test func `a grid too large to look into is no table`() {
    let cell = GridCell(row: 0, column: 0, rowSpan: 100_000, columnSpan: 1_000, text: ["湖"], lines: [1])
    #expect(Table(Grid(cells: [cell]), words: GridText.words) == nil)
  }
}
