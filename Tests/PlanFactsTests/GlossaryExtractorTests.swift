import PlanDocuments
import Testing

@testable import PlanFacts

@Suite("Terms explained in notes") struct GlossaryExtractorTests {
  struct Note: CustomTestStringConvertible {
    let text: String
    /// `term = explanation`; nil for a note that explains none.
    let reads: String?
    var testDescription: String { text }
  }

  static let notes = [
    Note(
      text: "*小さな店：みどり市の要綱においては、売り場が 30 ㎡以下の店をいいます。",
      reads: "小さな店 = みどり市の要綱においては、売り場が 30 ㎡以下の店をいいます。"),
    Note(text: "※「里山」とは、市民が手入れをする森をいう。", reads: "里山 = 市民が手入れをする森をいう。"),
    Note(text: "※１「湖の駅」とは船着き場と売店をあわせた施設です。", reads: "湖の駅 = 船着き場と売店をあわせた施設です。"),
    Note(text: "※「湖笑」には、湖のまちで笑って暮らす願いを込めた。", reads: "湖笑 = 湖のまちで笑って暮らす願いを込めた。"),
    Note(text: "※「湖の駅」の利用者を含みます。", reads: nil),
    Note(text: "＊２ ＮＰＯ法人：特定非営利活動法人のことです。", reads: "ＮＰＯ法人 = 特定非営利活動法人のことです。"),
    Note(text: "※第２期計画から新たに設定した指標です。", reads: nil),
    Note(text: "※算定方法：利用者数を定員で割ったもの。", reads: nil),
    Note(text: "※調査は、次の日に行いました：四月三日と五月十日。", reads: nil),
    Note(text: "※湖の会計への繰出金（単位：千円）※予算額の推移", reads: nil),
    Note(text: "※湖の駅とは：船着き場と売店をあわせた施設です。", reads: "湖の駅 = 船着き場と売店をあわせた施設です。"),
    Note(text: "○里山：市民が手入れをする森です。", reads: nil),
    Note(text: "*2018（平成 30）年４月供用開始予定", reads: nil),
  ]

  @Test("reads a term with its explanation", arguments: notes) func reads(_ note: Note) {
    let facts = Reading.facts(GlossaryExtractor(), in: "1 湖のまち\n\n湖を守ります。\n\n\(note.text)\n\n森を守ります。\n")
    #expect(facts.map { "\($0.name) = \($0.text(.summary) ?? "")" } == (note.reads.map { [$0] } ?? []))
    #expect(facts.allSatisfy { $0.kind == .definition && $0.sources.map(\.lines) == [LineRange(5)] })
  }

  @Test func `an explanation over several lines is cited with all of them`() {
    let text = """
      湖畔の店を支えます。

      *小さな店：みどり市の要綱においては売り場が 30 ㎡以下の店を指しますが、広い売り場を要する店もある

      ことから、木工品と苗木を扱う店に限っては 80 ㎡以下の店を「小さな店」としています。
      """
    let facts = Reading.facts(GlossaryExtractor(), in: text)
    #expect(facts.map(\.name) == ["小さな店"])
    #expect(
      facts.first?.text(.summary)?.hasSuffix("広い売り場を要する店もあることから、木工品と苗木を扱う店に限っては 80 ㎡以下の店を「小さな店」としています。")
        == true)
    #expect(facts.first?.sources.map(\.lines) == [LineRange(3, 5)])
  }
}
