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

  @Test func `a heading that ends in a bracket is not joined with the sentence below it`() {
    #expect(
      tree(
        """
        4 湖の事業

        （1）湖の支援拠点
        集まり、交流できる場を設けます。

        （2）一時預かり事業（学校型）
        在園の子どもを対象とする預かりです。

        （3）病児の保育
        病気の間の子どもを専用の場所で預かります。
        """) == ["4 湖の事業", "  （1） 湖の支援拠点", "  （2） 一時預かり事業（学校型）", "  （3） 病児の保育"])
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
        "植樹の推進", "「みどり基準（MKS）」に基づく認証", "木工の振興",
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

  /// Four items of one form; `second` and `third` are what is printed under the second and the third.
  private func program(_ second: String, _ third: String, _ fourth: String = parts) -> String {
    let items = [Self.parts, second, third, fourth].enumerated().map { i, text in
      "（\(i + 1)）取組の柱\n\n①\(["森", "湖", "川", "里"][i])の取組\n\n市民と進めます。\n\n\(text)"
    }
    return "1 実行計画\n\n" + items.joined(separator: "\n")
  }

  private static let now = "【現状と課題】\n\n○担い手が減っており、育てることが必要です。\n\n"
  private static let work = "【主な取組内容】\n\n○担い手を育てる講座を市民とともに開きます。\n\n"
  private static let parts = now + work

  /// The items that parts of a name stand under, in order of line.
  private func items(of name: String, _ text: String) -> [String] {
    let sections = PlanFixtures.document(text).outline.sections
    let parts = sections.filter { $0.name == name }.sorted { $0.lines.first < $1.lines.first }
    return parts.map { $0.parent.map { sections[$0].name } ?? "" }
  }

  @Test func `a part printed before the one that leads to it is the item's before`() {
    let text = program(Self.now, Self.work + Self.now + Self.work)
    #expect(items(of: "【主な取組内容】", text) == ["森の取組", "湖の取組", "川の取組", "里の取組"])
    #expect(items(of: "【現状と課題】", text) == ["森の取組", "湖の取組", "川の取組", "里の取組"])
    #expect(items(of: "【主な取組内容】", program(Self.parts, Self.work + Self.now))[2] == "川の取組")
  }

  @Test func `of two parts of a name one is the item's before or after, if that lacks it`() {
    let twice = Self.now + Self.work + Self.work
    #expect(items(of: "【主な取組内容】", program(Self.now, twice)) == ["森の取組", "湖の取組", "川の取組", "里の取組"])
    #expect(
      items(of: "【主な取組内容】", program(Self.parts, twice, Self.now)) == ["森の取組", "湖の取組", "川の取組", "里の取組"])
    #expect(
      items(of: "【主な取組内容】", program(Self.parts, twice)) == ["森の取組", "湖の取組", "川の取組", "川の取組", "里の取組"])
  }

  @Test func `a part that went to another item ends with its own, and its parent stands before it`() {
    let text = program(Self.parts, Self.now + Self.work + Self.work + "成果指標\n\n", Self.now)
    let document = PlanFixtures.document(text)
    let label = document.logicalLines.first { $0.text == "成果指標" }
    #expect(label.map { document.outline.path(at: $0.range.first).last } == "① 川の取組")
    for (i, section) in document.outline.sections.enumerated() { #expect((section.parent ?? -1) < i) }
    let work = document.outline.sections.filter { $0.name == "【主な取組内容】" }.map(\.depth)
    #expect(Set(work).count == 1)
  }

  @Test func `a bracket that stands once and over no items is a caption`() {
    let text =
      "1 森の計画\n\n【現状と課題】\n\n○木が減っています。\n\n【森の仲間】\n（令和５年現在）\n\nみどり森林組合\n\n"
      + "2 湖の計画\n\n【現状と課題】\n\n○水が減っています。\n\n【区分】\nＡ　増えた\nＢ　減った\n\n【目的】\n\n・水を守る\n"
    #expect(
      tree(text) == [
        "1 森の計画", "  【現状と課題】", "2 湖の計画", "  【現状と課題】", "  【区分】", "  【目的】",
      ])
    let document = PlanFixtures.document(text)
    let caption = document.logicalLines.first { $0.text == "【森の仲間】" }
    #expect(caption.map { document.outline.path(at: $0.range.first) } == ["1 森の計画", "【現状と課題】"])
  }

  @Test func `a heading alone on its line may be long`() {
    let text =
      "1 推進体制\n\n(みどり市総合計画第3期実施計画に基づいた SDGs を強く意識した政策推進)\n\n総合計画に基づいて、市民とともに進める。\n\n"
      + "○みどり市 SDGs 登録・認証制度「みどり SDGs パートナー」の効果的な運用\n\n市内で活動する店の見える化と、互いのつながりづくりと、湖や森の魅力の発信を目的に、令和 3\n\n"
      + "（2021）年 3 月に「みどり SDGs パートナー」制度を構築した。本制度では、市内で活動を行う店を対象として、まずは取り組むことを宣言する登録と、"
      + "さらに取組を自己評価する認証の 2 段階のしくみとして運用している。\n"
    #expect(
      tree(text) == [
        "1 推進体制", "  (みどり市総合計画第3期実施計画に基づいた SDGs を強く意識した政策推進)",
        "    ○ みどり市 SDGs 登録・認証制度「みどり SDGs パートナー」の効果的な運用",
      ])
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
