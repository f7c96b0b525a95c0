import PlanDocuments
import Testing

/// Plans in layouts of other publications, to see that the rules are of forms and not of one city's pages.
@Suite("Other publications") struct ForeignPlanTests {
  static let basicPlan = """
    あおば市環境基本計画
    令和５年３月
    あおば市

    目 次
    第１章 計画の基本的事項 ……………………………… 1
    　第１節 計画策定の背景 …………………………… 2
    　第２節 計画の位置付け …………………………… 4
    第２章 施策の展開 …………………………………… 10
    資料編 ……………………………………………………… 45

    第１章 計画の基本的事項

    第１節 計画策定の背景
    　本市では、平成25年に策定した計画に基づき、環境の保全に関する施策を総合的かつ計画的に推
    進してきました。
    　しかし、近年では気候変動の影響が深刻になっています。

    - 1 -

    第２節 計画の位置付け
    　この計画は、条例第８条の規定に基づいて定めるものです。

    - 2 -

    第２章 施策の展開

    基本方針１ 脱炭素のまちをつくる
    施策の柱(1) 省エネルギーの推進
    ア　住宅の断熱改修を支援します。
    イ　公共施設の照明をＬＥＤに替えます。
    基本方針２ 自然と生きるまちをつくる
    ◆里山の保全
    ・市民とともに里山を手入れします。
    ・外来生物を防除します。

    - 3 -
    """

  @Test func `a basic plan with leaders, chapters and framed page numbers`() {
    let document = PlanFixtures.document(Self.basicPlan)
    #expect(document.title.hasPrefix("あおば市環境基本計画"))
    let sections = document.outline.sections
    #expect(
      sections.map(\.title) == [
        "第１章 計画の基本的事項", "第１節 計画策定の背景", "第２節 計画の位置付け", "第２章 施策の展開", "基本方針１ 脱炭素のまちをつくる",
        "基本方針２ 自然と生きるまちをつくる", "◆ 里山の保全",
      ])
    #expect(sections.map(\.depth) == [1, 2, 2, 1, 2, 2, 3])
    #expect(sections.map(\.page) == [1, 2, 4, 10, nil, nil, nil])
    #expect(document.furniture.map { document.plan[line: $0] } == ["- 1 -", "- 2 -", "- 3 -"])
    #expect(
      document.logicalLines.contains {
        $0.text == "本市では、平成25年に策定した計画に基づき、環境の保全に関する施策を総合的かつ計画的に推進してきました。"
      })
  }

  @Test func `prose without any heading has passages and no outline`() {
    let document = PlanFixtures.document("本市は山に囲まれている。\n\n川が三つ流れている。\n", id: "prose")
    #expect(document.outline.sections.isEmpty)
    #expect(document.passages.map(\.text) == ["本市は山に囲まれている。", "川が三つ流れている。"])
    #expect(document.title == "prose")
  }
}
