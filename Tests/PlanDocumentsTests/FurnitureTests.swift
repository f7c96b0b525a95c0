import PlanDocuments
import Testing

@Suite("Furniture") struct FurnitureTests {
  private func furniture(_ text: String) -> [String] {
    let document = PlanFixtures.document(text)
    return document.furniture.map { document.plan[line: $0] }
  }

  @Test func `vertical margin text, page numbers and fragments of diagrams are set apart`() {
    let found = furniture(PlanFixtures.industry)
    for text in ["政", "策", "１", "12", "つ な ぐ", "み が く", "技 術", "ま も る", "３つの柱に基づく取組 ひらく"] {
      #expect(found.contains(text), "\(text)")
    }
    #expect(found.filter { $0 == "つ な ぐ" }.count == 2)
  }

  @Test func `labels torn from a chart are set apart`() {
    let found = furniture(PlanFixtures.industry)
    #expect(found.contains("58.1%"))
    #expect(found.contains("谷の市"))
  }

  @Test func `figures in a table of indicators are none`() {
    let found = furniture(PlanFixtures.industry)
    #expect(!found.contains("62人"))
    #expect(!found.contains("（2014(平成 26)年度）"))
  }

  @Test("a heading set wide is none", arguments: ["基 本 目 標", "施 策 計 画"])
  func keepsWideHeadings(_ text: String) {
    #expect(furniture("はじめに本市の考え方を示します。\n\n\(text)\n\n次のとおり取組を進めます。\n").isEmpty)
  }

  @Test func `drawn lines are set apart, a dash for no figure is not`() {
    #expect(furniture("| 指標 | 現在 |\n|---|--|\n| 人数 | ― |\n\n────────\n\n―\n") == ["|---|--|", "────────"])
  }

  @Test func `a level alone on its line is no page number`() {
    #expect(furniture("達成状況区分\n\n3\n\n- ・市民と植樹を行いました。\n").isEmpty)
  }

  @Test func `an editor's notes above the text are neither title nor passage`() {
    let document = PlanFixtures.document("〔原典〕みどり市の公開資料\n〔注記〕要約\nみどり市緑の計画\n\n木を植えます。\n")
    #expect(document.furniture == [1, 2])
    #expect(document.title == "みどり市緑の計画")
    #expect(!document.passages.contains { $0.text.contains("原典") })
  }

  @Test func `a head printed beside each page number is set apart`() {
    let page = { (n: Int) in "みどり市緑の計画\n\n\(n)\n\n第\(n)の取組として、市内の公園に木を植え、川を清掃し、道を整えます。\n\n" }
    let found = furniture("緑の計画のあらまし\n\n" + (10...14).map(page).joined())
    #expect(found.filter { $0 == "みどり市緑の計画" }.count == 5)
    #expect(found.filter { $0 == "12" }.count == 1)
  }
}
