import Testing

@testable import PlanDocuments

/// Forms of page that plans of other cities print, on pages of an invented city.
@Suite("Pages of other cities") struct UnseenPagesTests {
  static func document(_ text: String) -> PlanDocument {
    PlanDocument(reading: Plan(id: "midori", path: "midori.txt", text: text))
  }

  /// A heading a line, set in by its depth.
  static func outline(_ text: String) -> [String] {
    document(text).outline.sections.map { String(repeating: "-", count: $0.depth - 1) + $0.title }
  }

  @Test("white space sets a label and a name apart as far as it likes", arguments: ["  ", "　", "　　"])
  func spacedLabels(_ space: String) {
    #expect(
      Self.outline("第１編\(space)総  則\n\n第１章\(space)計画の目的\n\n１　　趣旨\n\nこの計画は、湖のために作る。\n")
        == ["第１編 総則", "-第１章 計画の目的", "--１ 趣旨"])
  }

  @Test func `a part stands under no number, and the first and the last chapter are chapters`() {
    #expect(
      Self.outline(
        """
        序章　計画の策定に当たって

        １　趣旨

        本文である。

        第１部　総論

        第１章　湖の現況

        第１節　水質

        第１  現状

        本文である。

        第２  課題

        本文である。

        終章　おわりに

        附属資料

        １　委員名簿

        以上である。
        """) == [
          "序章 計画の策定に当たって", "-１ 趣旨", "第１部 総論", "-第１章 湖の現況", "--第１節 水質", "---第１ 現状", "---第２ 課題",
          "-終章 おわりに", "附属資料", "-１ 委員名簿",
        ])
  }

  @Test(
    "a heading does not go on with a label or a title",
    arguments: ["担当課：こども課", "評価　Ｂ　おおむね順調", "指　標", "担 当 課：こども課"])
  func labels(_ below: String) {
    #expect(Self.outline("基本目標１　湖を守るまち\n\(below)\n\n本文である。\n").first == "基本目標１ 湖を守るまち")
  }

  @Test func `a table printed a cell a line is text, a chart's labels are not`() {
    let cells = [
      "事業名", "担当課", "達成度", "", "花壇事業", "公園課", "154,320", "98%", "", "木陰事業", "農林課", "88,210", "103%",
    ]
    let table = Self.document("第１章　事業\n\n本文である。\n\n" + cells.joined(separator: "\n") + "\n")
    #expect(table.furniture == [])
    #expect(table.passages.contains { $0.text == "木陰事業" })
    let labels = (1...12).map { "\($0)0%\n" }.joined()
    let chart = Self.document("第１章　事業\n\n本文である。\n\n\(labels)")
    #expect(chart.furniture.count == 12)
  }

  @Test("an entry with a leader is no heading", arguments: ["・・・・・・ 1", "............ 震-1", "…… 12"])
  func leaders(_ leader: String) {
    #expect(Self.outline("Ⅰ 基本姿勢 \(leader)\n(1)位置づけ \(leader)\n\n第１章　総則\n\n本文である。\n") == ["第１章 総則"])
  }

  @Test func `rows whose cells stand in columns are passages of their own`() {
    let rows = [
      "  配備区分      基準                  動員数", "  第１配備      震度４                15名",
      "  第２配備      震度５弱              120名", "  第３配備      震度５強以上          689名",
    ]
    let passages = Self.document("第１章　動員\n\n" + rows.joined(separator: "\n") + "\n").passages
    #expect(passages.dropFirst().map(\.lines) == [3, 4, 5, 6].map { LineRange($0) })
  }

  @Test func `a framed number under text is a page's`() {
    #expect(Self.document("本文である。\n- 13 -\n第２章　推進\n").furniture == [2])
  }

  @Test func `a label with figures is no heading, a number of two levels is one`() {
    #expect(
      Self.outline("第３章　推進\n\n１－１　子育て支援\n\n○満足度：52.3％→60.0％\n・調査による。\n\n1.1 推進体制\n\n体制を整える。\n")
        == ["第３章 推進", "-１－１ 子育て支援", "-1.1 推進体制"])
    #expect(Self.outline("昨年度と比べて\n1.5 倍\n2.3 ポイント\n\n12.5 ha となった。\n") == [])
  }
}
