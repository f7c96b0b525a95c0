import PlanDocuments
import Testing

@Suite("Passages and titles") struct PassageTests {
  @Test(
    "the title is what is printed",
    arguments: [
      (PlanFixtures.industry, "第３章 前期実行プログラム"), (PlanFixtures.sdgs, "みどり市 第1期SDGs推進計画 (2023～2026)"),
      (PlanFixtures.evaluation, "令和６年度の事業の評価結果一覧"),
      (PlanFixtures.actionProgram, "プラン2 みどり市の活力を生み出す森づくり"),
      (PlanFixtures.review, "みどり市国際プラン実行プログラム評価について（概要）"),
    ])
  func readsTitle(_ fixture: String, title: String) {
    #expect(PlanFixtures.document(fixture).title == title)
  }

  @Test("a text without a name is called by its id", arguments: ["", "\n\n", "12\n", "これは文である。\n"])
  func fallsBack(_ text: String) {
    #expect(PlanFixtures.document(text, id: "a").title == "a")
  }

  @Test func `a plan is known by its other names too`() {
    #expect(PlanFixtures.document(PlanFixtures.actionProgram).titles.last == "みどり市の活力を生み出す森づくり")
    #expect(PlanFixtures.document(PlanFixtures.evaluation).titles.last == "令和６年度の事業の評価結果一覧（みどり政策局）")
    #expect(PlanFixtures.document(PlanFixtures.sdgs).titles.contains("みどり市 第1期SDGs推進計画"))
  }

  @Test func `a passage knows its headings`() {
    let document = PlanFixtures.document(PlanFixtures.sdgs)
    let passage = document.passages.first { $0.text.contains("消防団の充実") }
    #expect(
      passage?.section == ["1 めざす姿", "(2) 取組", "① いのちを守るまちづくり", "1. 災害に備える取組", "○ 消防力の強化"])
  }

  @Test func `a long cell is cut where items open and sentences end`() {
    let sentence = "市内の公園に木を植え、川を清掃し、道を整え、市民とともにまちの緑を守り育てる取組を進めました。"
    let cell = (1...6).map { "・\($0)回目に、\(sentence)\(sentence)" }.joined(separator: " ")
    let passages = PlanFixtures.document("結果\t\(cell)\t終わり\n").passages
    #expect(passages.count >= 6)
    #expect(passages.allSatisfy { $0.lines == LineRange(1) && $0.text.count <= 600 })
    #expect(passages.dropFirst().allSatisfy { $0.text.hasPrefix("・") || $0.text == "終わり" })
  }

  @Test(
    "every line with a letter is in a passage",
    arguments: [
      PlanFixtures.industry, PlanFixtures.sdgs, PlanFixtures.evaluation, PlanFixtures.actionProgram,
      PlanFixtures.review, "みどり市\n\n政\n策\n１\n\n- 3 -\n\n第１章 森\n\n本文である。\n",
    ])
  func holdsEveryLine(_ text: String) {
    let document = PlanFixtures.document(text)
    let passages = document.passages + document.furniturePassages
    for (i, line) in document.plan.lines.enumerated()
    where line.unicodeScalars.contains(where: \.properties.isAlphabetic) {
      #expect(
        passages.contains { $0.lines.first <= i + 1 && i + 1 <= $0.lines.last }, "line \(i + 1): \(line)")
    }
  }

  @Test func `a character a line is one passage, a page number none`() {
    let document = PlanFixtures.document("みどり市 計画\n\n政\n策\n１\n\n本文である。\n\n- 3 -\n")
    #expect(document.furniturePassages.map(\.text) == ["政策１"])
  }
}
