import PlanDocuments
import Testing

@testable import PlanFacts

@Suite("Partners") struct OrganizationExtractorTests {
  static let page = """
    | (3) ステークホルダーとの連携..... | 12 |

    (2) 執行体制

    ○庁内の会議

    庁内に会議を置く。

    （３）ステークホルダーとの連携

    (域内外の主体)

    (主に経済面)

    - みどり湖ビジネスネットワーク（企業、金融、経済・産業団体等）
    湖を活かした事業を広げるため、「湖。森」の技術を持ち寄っている。会員を募っている。（２０１２年４月設立）

    - 国立湖沼研究機構（NLI）

    湖の調査を、2009年から行っている。

    （主に環境面）

    ○森と湖の会（もりの会）（市民、
    学校、企業など）

    2008年に設立。湖の水をきれいにする活動を進め、市民と歩んで

    きた。

    ○みどり山地の自治体との連携

    ・森の学校

    山地の町と森の学校を開いている。

    （４）自律的好循環の形成

    ○湖パートナー制度

    湖に取り組む事業者を登録する。
    """

  static let facts = Reading.facts(OrganizationExtractor(), in: page)

  @Test func `each bullet under the heading is a partner, none before or after it`() {
    #expect(
      Self.facts.map(\.name) == [
        "みどり湖ビジネスネットワーク", "国立湖沼研究機構（NLI）", "森と湖の会（もりの会）", "みどり山地の自治体との連携",
      ])
  }

  @Test func `the bracket of members is split, a bracket with a short name stays`() {
    #expect(
      Self.facts.map { $0.list(.members) }
        == [["企業", "金融", "経済・産業団体等"], nil, ["市民", "学校", "企業など"], nil])
  }

  @Test func `only a year of founding is one`() {
    #expect(Self.facts.map { $0.number(.foundedYear) } == [2012, nil, 2008, nil])
  }

  @Test func `areas are the heads in brackets`() {
    #expect(Self.facts.map { $0.text(.area) } == ["経済面", "経済面", "環境面", "環境面"])
  }

  @Test func `the summary is all that is printed about it, over a page break too`() {
    #expect(
      Self.facts.map { $0.text(.summary) } == [
        "湖を活かした事業を広げるため、「湖。森」の技術を持ち寄っている。会員を募っている。（２０１２年４月設立）", "湖の調査を、2009年から行っている。",
        "2008年に設立。湖の水をきれいにする活動を進め、市民と歩んできた。", "・森の学校 山地の町と森の学校を開いている。",
      ])
  }

  @Test func `each partner is cited with its text`() {
    #expect(
      Self.facts.map { $0.sources.map(\.lines) } == [
        [LineRange(15, 16)], [LineRange(18, 20)], [LineRange(24, 29)], [LineRange(31, 35)],
      ])
  }

  @Test(.enabled(if: Published.isAtHand))
  func `the published plan has 29 partners, seven with a founding year`() throws {
    let document = try Published.document("sdgs-future-city-plan")
    let facts = OrganizationExtractor().extract(from: document).facts
    #expect(facts.count == 29)
    #expect(facts.compactMap { $0.number(.foundedYear) }.count == 7)
    #expect(facts.allSatisfy { $0.text(.area) != nil && $0.text(.summary) != nil })
    #expect(facts.allSatisfy { unsupportedFields(of: $0, in: document.plan).isEmpty })
  }
}
