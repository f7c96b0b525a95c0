import PlanDocuments
import Testing

@Suite("Line joining") struct LineJoiningTests {
  private func line(_ text: String, in fixture: String) -> LogicalLine? {
    PlanFixtures.document(fixture).logicalLines.first { $0.text.contains(text) }
  }

  @Test(
    "a word broken by a wrap is whole again",
    arguments: [
      ("みどり医療イノベーション推進事業", PlanFixtures.evaluation),
      ("地域情報化推進事業", PlanFixtures.evaluation),
      ("みどり医療研究センターの運営及び研究活動を支援し、産業の振興に貢献します。", PlanFixtures.evaluation),
      ("（入居率：実績90％、目標：85％）", PlanFixtures.evaluation),
      ("通信の環境を整えます。", PlanFixtures.evaluation),
      ("担い手の掘り起こしや育成の取組を展開しています。", PlanFixtures.industry),
      ("自らが望む場で暮らし続ける", PlanFixtures.sdgs),
      ("「みどり市国際プラン」を策定した。", PlanFixtures.review),
    ])
  func joins(_ text: String, fixture: String) {
    #expect(line(text, in: fixture) != nil)
  }

  @Test func `a name does not run into the category below it`() {
    #expect(line("地域情報化推進事業", in: PlanFixtures.evaluation)?.text == "地域情報化推進事業")
    #expect(line("みどり医療イノベ", in: PlanFixtures.evaluation)?.text == "みどり医療イノベーション推進事業")
  }

  @Test func `a joined line knows its physical lines`() {
    let name = line("みどり医療イノベ", in: PlanFixtures.evaluation)
    #expect(name?.lines == [5, 6])
    let spaced = line("地域情報化推進事業", in: PlanFixtures.evaluation)
    #expect(spaced?.lines.count == 2)
    #expect(spaced.map { $0.range.last - $0.range.first } == 2)
  }

  @Test(
    "rows of tables stay rows",
    arguments: [
      ("304,726 301,002 3 P2", PlanFixtures.evaluation), ("25,113 28,725 4 P●●", PlanFixtures.evaluation),
      ("1 50203020", PlanFixtures.evaluation), ("| 11.5 | 指標：住宅の耐震化率 | |", PlanFixtures.sdgs),
    ])
  func keepsRows(_ text: String, fixture: String) {
    let row = line(text, in: fixture)
    #expect(row?.text == text)
    #expect(row?.kind == .tableRow)
  }

  @Test func `a row of a table printed cell by cell is one line`() {
    let row = line("支援拠点を利用した担い手の年間人数", in: PlanFixtures.industry)
    #expect(row?.kind == .tableRow)
    #expect(
      row?.text
        == "支援拠点を利用した担い手の年間人数 62人（2014(平成 26)年度） 39人（2016(平成 28)年度） 80人以上（2017(平成 29)年度）")
    #expect(
      line("工房の稼働率", in: PlanFixtures.industry)?.text
        == "工房の稼働率 ― ５１％（2016(平成 28)年度） ５５％以上（2017(平成 29)年度）")
  }

  @Test func `items near each other stay apart`() {
    let items = PlanFixtures.document("○防犯灯の設置\n○公園の整備\n○川の清掃\n・草刈り\n・ごみ拾い\n").logicalLines
    #expect(items.map(\.text) == ["○防犯灯の設置", "○公園の整備", "○川の清掃", "・草刈り", "・ごみ拾い"])
  }

  @Test func `a value under its label stays apart`() {
    let lines = PlanFixtures.document("達成状況区分\n3＊\n\n(参考)当初の目標\nに対する達成状況\n").logicalLines
    #expect(lines.map(\.text) == ["達成状況区分", "3＊", "(参考)当初の目標に対する達成状況"])
  }

  @Test(
    "what has come to its end stays apart from what follows",
    arguments: [
      "森の計画（取組期間：2021～2025）では、森を守る活動を市民とともに広げながら、木を使う取組を進めることを明記（2021 年 3 月策定）\n\n"
        + "その他、2021 年度中に改定した「みどり市湖の計画」や「みどり市川の計画」においても、森を踏まえた改定を行っている。",
      "※「里山」とは、市民が手入れをする森をいう。\n\n森を守ります。",
      "登録した店を広く知らせるため、店の名を集めた地図を作り、駅と図書館で配っている。さらに店を結ぶ道も案内している。\n\n"
        + "令和 3 年 12 月 1 日現在、67 店を登録しており、湖の店とともに効果的な運用をめざしている。",
      "みどり森林組合（林業）\nみどり湖漁協（漁業）", "森林専用地域\n森林地域", "       案内人の派遣\n 湖の店の声の把握",
    ])
  func ends(_ text: String) {
    let parts = text.split(separator: "\n").map { $0.drop(while: \.isWhitespace) }
    #expect(PlanFixtures.document(text).logicalLines.map(\.text) == parts.map(String.init))
  }

  @Test func `Latin words keep their space`() {
    let text = "●市民とともにすすめる Green Garden\nProject の実施に向けた準備\n"
    #expect(
      PlanFixtures.document(text).logicalLines.map(\.text) == ["●市民とともにすすめる Green Garden Project の実施に向けた準備"])
  }
}
