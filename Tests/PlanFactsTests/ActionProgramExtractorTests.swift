import PlanDocuments
import Testing

@testable import PlanFacts

@Suite("Action programmes") struct ActionProgramExtractorTests {
  /// Tabs are written ⇥ and rows in brackets, so that the columns can be seen.
  static func page(_ text: String) -> PlanDocument {
    Reading.document(String(text.map { $0 == "⇥" ? "\t" : $0 }))
  }

  static let head = "施 策 計 画 名⇥現 状⇥目 標⇥⇥\n⇥⇥2008(平成20)年度⇥2009(平成21)年度⇥2010(平成22)年度以降"

  /// Two programmes; rows that go on, a repeated page head, results in lines, in cells and in tags.
  static let text = """
    施策計画

    \(head)

    アクションプログラム：湖の再生【達成状況区分：3*】

    ○ 「湖の基準（L K S）」の推進 湖の水を守ります。⇥●調査の実施(2回) ●計画の策定 (森の部) ●植樹⇥●調査の充実 ①北岸 ②南岸⇥●計画の見直し⇥事業推進
    ⇥(船の部) ●船の整備⇥⇥●船の更新⇥

    施策計画

    \(head)

    第2期実行計画
    実施結果

    達成状況区分
    ３＊

    (参考)当初の目標
    に対する達成状況

    達成状況区分

    2

    - ・調査を行い、
    結果を公表しました。
     - ・船を更新しました。

    【環境等の変化・課題等】

    - ・水位が下がりました。

    【変更後の目標】

    平成21年度の目標を変更
    ・船の更新は行わない。

    ○ 湖と森の 学校づくり 学校を開きます。⇥●準備⇥●開校⇥●運営⇥事業推進
    第2期実行計画 実施結果 達成状況区分 3⇥⇥・学校を開きました。 ・講師を育てました。【変更後の目標】 ・分校を開く。⇥⇥
    アクションプログラム：森の再生【達成状況区分： 4】⇥⇥⇥⇥
    〇 森の道の整備 道を直します。⇥<ul> ●測量 </ul>⇥●工事⇥⇥事業推進
    <div> <div> 第2期実行計画 実施結果 </div> <div> 達成状況区分 4 * </div> </div> <div> (参考)当初の目標 に対する達成状況 </div> <div> 達成状況区分 3 </div>⇥⇥⇥⇥
    道を直しました。⇥⇥⇥⇥
    """

  static let facts = ActionProgramExtractor().extract(from: page(text)).facts

  @Test func `names stand apart from overviews, also wrapped or letter-spaced`() {
    #expect(Self.facts.map(\.name) == ["「湖の基準（LKS）」の推進", "湖と森の学校づくり", "森の道の整備"])
    #expect(Self.facts.map { $0.text(.overview) } == ["湖の水を守ります。", "学校を開きます。", "道を直します。"])
    #expect(Self.facts.map { $0.text(.parent) } == ["湖の再生", "湖の再生", "森の再生"])
  }

  @Test func `what is done now is a list, heads in brackets kept`() {
    #expect(
      Self.facts.first?.list(.current) == ["調査の実施(2回)", "計画の策定", "(森の部)", "植樹", "(船の部)", "船の整備"])
  }

  @Test func `items stand in the year of their column, rows without a name add to it`() throws {
    let schedule = try #require(Self.facts.first?.schedule)
    #expect(schedule.map(\.fiscalYear) == [2008, 2009, 2010])
    #expect(schedule.map(\.orLater) == [false, false, true])
    #expect(schedule.map(\.items) == [["調査の充実 ①北岸 ②南岸"], ["計画の見直し", "船の更新"], ["事業推進"]])
    #expect(Self.facts[2].schedule.map(\.fiscalYear) == [2008, 2010])
  }

  @Test func `levels are read in lines, in cells and in tags, with their star`() {
    #expect(Self.facts.map { $0.number(.level) } == [3, 3, 4])
    #expect(Self.facts.map { $0.flag(.levelRevised) } == [true, nil, true])
    #expect(Self.facts.map { $0.number(.originalLevel) } == [2, nil, 3])
  }

  @Test func `results and changed targets are lists, changes of circumstance neither`() {
    #expect(
      Self.facts.map { $0.list(.results) } == [
        ["調査を行い、結果を公表しました。", "船を更新しました。"], ["学校を開きました。", "講師を育てました。"], ["道を直しました。"],
      ])
    #expect(
      Self.facts.map { $0.list(.changedTargets) } == [["平成21年度の目標を変更", "船の更新は行わない。"], ["分校を開く。"], nil])
  }

  @Test func `each figure stands in the lines it cites`() {
    let document = Self.page(Self.text)
    for fact in Self.facts { #expect(unsupportedFields(of: fact, in: document.plan).isEmpty) }
  }

  static let steady = (1...3).map { "○ 施策\($0) 概要。⇥●今⇥●初年\($0)⇥●次年\($0)⇥事業推進" }.joined(separator: "\n")

  @Test func `a row that lost a cell keeps its items without a year, in their place`() throws {
    let text = "\(Self.head)\n\(Self.steady)\n○ 橋の修繕 橋を直します。⇥●点検⇥●修繕⇥事業推進"
    let fact = try #require(ActionProgramExtractor().extract(from: Self.page(text)).facts.last)
    #expect(fact.schedule.map(\.fiscalYear) == [nil, 2010])
    #expect(fact.schedule.map(\.items) == [["修繕"], ["事業推進"]])
    #expect(fact.list(.current) == ["点検"])
    let short = "\(Self.head)\n○ 橋の修繕 橋を直します。⇥●点検⇥●修繕⇥事業推進"
    let alone = try #require(ActionProgramExtractor().extract(from: Self.page(short)).facts.last)
    #expect(alone.schedule.map(\.fiscalYear) == [nil])
  }

  @Test func `a whole row is taken at its word, and shows that words don't tell a column`() throws {
    let whole = "○ 橋の修繕 橋を直します。⇥●点検⇥●修繕⇥事業推進⇥"
    let short = "○ 堤の修繕 堤を直します。⇥●点検⇥●測量 ●修繕⇥事業推進"
    let facts = ActionProgramExtractor().extract(
      from: Self.page("\(Self.head)\n\(Self.steady)\n\(whole)\n\(short)")
    ).facts
    let (bridge, bank) = (try #require(facts.dropLast().last), try #require(facts.last))
    #expect(bridge.schedule.map(\.fiscalYear) == [2008, 2009])
    #expect(bridge.schedule.map(\.items) == [["修繕"], ["事業推進"]])
    #expect(bank.schedule.map(\.fiscalYear) == [nil])
    #expect(bank.schedule.map(\.items) == [["測量", "修繕", "事業推進"]])
  }

  @Test func `columns are found by their heads in any order`() throws {
    let text = """
      2009年度⇥２００８年度：⇥事 業 名：⇥現 状
      ●次年⇥●初年⇥○ 橋の修繕 橋を直します。⇥●点検
      """
    let fact = try #require(ActionProgramExtractor().extract(from: Self.page(text)).facts.first)
    #expect(fact.name == "橋の修繕")
    #expect(fact.list(.current) == ["点検"])
    #expect(fact.schedule.map(\.fiscalYear) == [2008, 2009])
    #expect(fact.schedule.map(\.items) == [["初年"], ["次年"]])
  }

  @Test func `a row without a head is unread, other rows of tabs are nothing`() {
    let extraction = ActionProgramExtractor().extract(
      from: Self.page("○ 橋の修繕 橋を直します。⇥●点検⇥●修繕\n区⇥人口\n北区⇥12,345人"))
    #expect(extraction.facts.isEmpty)
    #expect(extraction.unread.map(\.lines) == [LineRange(1)])
  }

  @Test(.enabled(if: Published.isAtHand))
  func `the published programmes hold 18 projects, six of a revised level`() throws {
    let document = try Published.document("action-plan-6-results")
    let extraction = ActionProgramExtractor().extract(from: document)
    #expect(extraction.facts.count == 18)
    #expect(extraction.unread.isEmpty)
    #expect(Set(extraction.facts.compactMap { $0.text(.parent) }).count == 4)
    #expect(extraction.facts.filter { $0.flag(.levelRevised) == true }.count == 6)
    #expect(extraction.facts.compactMap { $0.number(.level) } == Array(repeating: 3, count: 18))
    #expect(extraction.facts.compactMap { $0.number(.originalLevel) }.sorted() == [2, 3, 3, 3, 3, 3])
    #expect(extraction.facts.allSatisfy { $0.list(.results) != nil && $0.list(.current) != nil })
    #expect(extraction.facts.flatMap(\.schedule).filter { $0.fiscalYear == nil }.count == 1)
    #expect(extraction.facts.allSatisfy { unsupportedFields(of: $0, in: document.plan).isEmpty })
  }
}
