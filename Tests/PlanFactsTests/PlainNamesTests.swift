import Foundation
import PlanDocuments
import Testing

@testable import PlanFacts

/// What names the rows of a table that is kept plain, and what only says something of them.
@Suite("Names of plain rows")
struct PlainNamesTests {
  private static func figures(_ text: String) -> [String] {
    Extraction(reading: Reading.document(text)).facts.filter { $0.kind == .figure }.map { fact in
      let said = fact.fields.compactMap { field -> [Attribute]? in
        if case .attributes(let all) = field.value { all } else { nil }
      }.joined().map { "\($0.name)=\($0.value)" }
      return ([fact.name, fact.text(.column) ?? "", fact.text(.text) ?? "", fact.text(.unit) ?? ""] + said)
        .joined(separator: " | ")
    }
  }

  @Test func `the fewest columns that tell all rows apart name them`() {
    let rows = Self.figures(
      """
      施設の一覧

      | 群 | 施設名 | 構造 | 建築年度 | 延床面積（㎡） | 方針 |
      |---|---|---|---|---|---|
      | 集会施設 | 湖の公民館 | RC造 | S57 | 2,418 | 長寿命化 |
      | 集会施設 | 森の集会所 | 木造 | H3 | 864 | 維持 |
      | 学校 | 湖の学校 | RC造 | S57 | 6,310 | 建替え |
      """)
    #expect(
      rows == [
        "集会施設 › 湖の公民館 | 延床面積（㎡） | 2,418 | m2 | 構造=RC造 | 建築年度=S57 | 方針=長寿命化",
        "集会施設 › 森の集会所 | 延床面積（㎡） | 864 | m2 | 構造=木造 | 建築年度=H3 | 方針=維持",
        "学校 › 湖の学校 | 延床面積（㎡） | 6,310 | m2 | 構造=RC造 | 建築年度=S57 | 方針=建替え",
      ])
  }

  @Test func `a column of units is what figures are counted in, and a group with its parts is a name`() {
    #expect(
      Self.figures(
        """
        水道の経営

        | 経営の姿 | 単位 | R5 | R9 |
        |---|---|---|---|
        | 有収の割合 | ％ | 84.9 | 87.0 |
        | 湖の取水 | 千㎥ | 120 | 130 |
        | 森の浄水 | 千㎥ | 80 | 90 |
        """
      ).suffix(2) == ["森の浄水 | R5 | 80 | 千㎥", "森の浄水 | R9 | 90 | 千㎥"])
    let parts = Self.figures(
      """
      量の見込み

      | 認定 | 区分 | R7 | R8 |
      |---|---|---|---|
      | １号 | 見込み | 402 | 398 |
      | １号 | 確保 | 520 | 520 |
      | ２号 | 見込み | 705 | 700 |
      | ２号 | 確保 | 702 | 702 |
      """)
    #expect(parts.count == 8)
    #expect(parts.first?.hasPrefix("１号 › 見込み | R7 | 402") ?? false)
  }

  @Test func `a row in which no word stands where names do is unread, and not named by another word`() {
    let extraction = Extraction(
      reading: Reading.document(
        """
        施設の一覧

        | 施設名 | 構造 | 延床面積（㎡） |
        |---|---|---|
        | 湖の公民館 | 木造 | 2,418 |
        | 森の集会所 | 木造 | 864 |
        | | 石造 | 578 |
        | 湖の学校 | 木造 | 6,310 |
        | 丘の学校 | 木造 | 310 |
        | 海の学校 | 木造 | 410 |
        | 川の学校 | 木造 | 510 |
        | 谷の学校 | 木造 | 610 |
        """))
    let names = extraction.facts.filter { $0.kind == .figure }.map(\.name)
    #expect(names == ["湖の公民館", "森の集会所", "湖の学校", "丘の学校", "海の学校", "川の学校", "谷の学校"])
    #expect(extraction.unread.map(\.lines) == [LineRange(7)])
  }

  @Test func `ages name rows`() {
    let rows = Self.figures(
      """
      子どもの人数（単位：人）

      | 年齢 | 令和7年度 | 令和8年度 |
      |---|---|---|
      | 0～2歳 | 1,012 | 988 |
      | 3～5歳 | 1,147 | 1,109 |
      """)
    #expect(rows.count == 4)
    #expect(rows.first == "0～2歳 | 令和7年度 | 1,012 | 人")
  }

  @Test func `characters set downwards beside a table are in no name`() {
    let rows = Self.figures(
      """
      収支の計画
                       区 分               R5           R6           R7
             給水収益                812,430      806,120      799,800
         収  他会計補助金             18,300       17,900       17,400
         入  長期前受金戻入           96,720       95,300       93,850
             職員給与費               92,840       95,410       96,300
         支  動力費                   58,920       63,100       64,400
         出  委託料                  123,650      131,200      134,500
      """)
    let names = Set(rows.compactMap { $0.components(separatedBy: " | ").first })
    #expect(names.isSuperset(of: ["他会計補助金", "長期前受金戻入", "動力費"]))
    #expect(names.isSubset(of: ["給水収益", "他会計補助金", "長期前受金戻入", "職員給与費", "動力費", "委託料"]))
  }
}
