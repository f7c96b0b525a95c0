import PlanDocuments
import Testing

@Suite("Outline") struct OutlineTests {
  /// Sections as an indented list.
  private func tree(_ text: String) -> [String] {
    PlanFixtures.document(text).outline.sections.map {
      String(repeating: "  ", count: $0.depth - 1) + $0.title
    }
  }

  @Test func `forms of labels nest as they first occur`() {
    #expect(
      tree(PlanFixtures.industry) == [
        "第３章 前期実行プログラム", "  政策１ ものづくりの支援", "    （１） 市内工場を元気にする技術の継承", "      ① 若手の育成",
        "        【現状と課題】", "        【主な取組内容】", "      ② 工房の充実", "    （２） 道具の共有", "      ① 共同工房の整備",
        "  政策２ 森の活用", "    （１） 木材の利用", "      ① 木材の利用をすすめるしくみづくり",
      ])
  }

  @Test func `five forms and short marked lines`() {
    #expect(
      tree(PlanFixtures.sdgs) == [
        "1 めざす姿", "  (1) 地域の実態", "    ① 地域特性", "      1. 山と川に囲まれた立地", "      2. 若いまち", "  (2) 取組",
        "    (考え方)", "    ① いのちを守るまちづくり", "      1. 災害に備える取組", "        ○ 防災の推進",
        "        ○ 消防力の強化", "    ② 子どもを育てるまちづくり", "      1. 子育ての取組", "        ○ 保育の推進", "2 推進体制",
        "  (主な主体)", "    ○ みどり市産業協議会（企業、大学）",
      ])
  }

  @Test func `a word over numbered headings names their rank, also where they are printed again`() {
    let sections = PlanFixtures.document(PlanFixtures.actionProgram).outline.sections
    let programs = sections.filter { $0.rank == "アクションプログラム" }
    #expect(programs.map(\.label) == ["1", "2", "アクションプログラム", "アクションプログラム"])
    #expect(programs.map(\.name) == ["国際的な森づくり", "木を活かした産業", "国際的な森づくり", "木を活かした産業"])
    #expect(
      sections.filter { $0.rank == "施策計画" }.map(\.name) == [
        "植樹の推進", "「みどり基準（M K S）」に基づく認証", "木工の振興",
      ])
  }

  @Test func `what can't be placed stands at the top, not under a wrong heading`() {
    #expect(
      tree(PlanFixtures.review) == [
        "(1) プランと総合計画との関係", "第２章 実行プログラムの評価", "２ プランの進行管理と評価", "  (1) 進行管理",
        "基本目標１ 技術で世界とつながるまち", "  取組の方向性１ 海外への発信", "  取組の方向性２ 交流の促進", "  〇 達成状況と今後の方向性",
        "基本目標２ 多様な人が暮らしやすさを感じ、誰もが世界とのつながりを持てることを大切にするまち",
        "  取組の方向性１ 多文化の理解",
      ])
    let document = PlanFixtures.document(PlanFixtures.review)
    let slogan = document.logicalLines.first { $0.text.hasPrefix("「世界と") }
    #expect(slogan.map { document.outline.path(at: $0.range.first) } == [])
  }

  @Test func `pages and ranks come from the table of contents`() {
    let sections = PlanFixtures.document(PlanFixtures.industry).outline.sections
    let printed = sections.filter { $0.contentsLines != nil }
    #expect(printed.map(\.name).count == 9)
    #expect(sections.filter { $0.label == "①" }.map(\.page) == [12, 18, 20])
    #expect(sections.filter { $0.rank == "基本戦略" }.count == 3)
    #expect(sections.filter { $0.rank == "政策" }.map(\.name) == ["ものづくりの支援", "森の活用"])
    let goals = PlanFixtures.document(PlanFixtures.sdgs).outline.sections
    #expect(goals.compactMap(\.page) == [2, 7, 30])
  }

  @Test func `every line knows its innermost heading`() {
    for fixture in [
      PlanFixtures.industry, PlanFixtures.sdgs, PlanFixtures.review, PlanFixtures.actionProgram,
    ] {
      let document = PlanFixtures.document(fixture)
      let sections = document.outline.sections
      for line in 0...(document.plan.lines.count + 1) {
        let holding = sections.indices.filter { sections[$0].lines.contains(line) }
        #expect(document.outline.section(at: line) == holding.max { sections[$0].depth < sections[$1].depth })
      }
      for section in sections {
        guard let parent = section.parent else { continue }
        #expect(sections[parent].lines.first <= section.lines.first)
        #expect(sections[parent].lines.last >= section.lines.last)
        #expect(sections[parent].depth == section.depth - 1)
      }
    }
  }

  @Test(
    "a label is read apart from its name",
    arguments: [
      ("第５章 実行プログラム", "第５章", "実行プログラム"), ("政策１ 起業の支援", "政策１", "起業の支援"),
      ("(1)市内産業", "(1)", "市内産業"), ("（２）様々な主体", "（２）", "様々な主体"), ("①起業の促進", "①", "起業の促進"),
      ("1. 優れた立地", "1.", "優れた立地"), ("２ 評価の概要", "２", "評価の概要"), ("基本目標３：多様性", "基本目標３", "多様性"),
    ])
  func readsLabels(_ text: String, label: String, name: String) {
    let sections = PlanFixtures.document("\(text)\n\n本市の取組を進めます。\n").outline.sections
    #expect(sections.map(\.label) == [label])
    #expect(sections.map(\.name) == [name])
  }

  @Test(
    "what only looks like a label is none",
    arguments: [
      "1 億 4,527万円", "2013(平成 25)年平均", "(2021)年度までとする", "40 の企業が立地している", "3.5倍に増えた", "平成30 年度の取組",
      "令和３(2021)年度",
      "第２期計画の取組", "10 件の相談",
    ])
  func rejects(_ text: String) {
    #expect(PlanFixtures.document("\(text)\n\n本市の取組を進めます。\n").outline.sections.isEmpty)
  }
}
