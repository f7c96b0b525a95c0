import JapaneseText
import SourceFiles
import TestSupport
import Testing

@testable import PlanDocuments

@Suite("Headings that the file marks") struct DeclaredHeadingsTests {
  /// `# ` and more before a line mark it as a heading of that level.
  private func document(_ text: String) -> PlanDocument {
    var headings: [SourceText.Heading] = []
    let lines = TextLines.split(text).enumerated().map { i, line -> String in
      let level = line.prefix { $0 == "#" }.count
      if level > 0 { headings.append(SourceText.Heading(line: i + 1, level: level)) }
      return String(line.drop { $0 == "#" || $0 == " " })
    }
    return PlanDocument(reading: Plan(id: "midori", path: "midori.md", lines: lines, headings: headings))
  }

  private func path(of text: String, in document: PlanDocument) -> String? {
    document.passages.first { $0.text.contains(text) }?.section.joined(separator: " > ")
  }

  @Test func `they nest by their levels, with a label or without, and by nothing else`() {
    let document = document(
      """
      # 第１章 緑の現状
      樹木は減っています。
      ## 公園
      公園は十か所です。
      ### 駅前の公園
      駅前には広場があります。
      ## 街路樹
      並木を守ります。
      # これからの取組
      苗木を植えます。
      """)
    #expect(path(of: "減って", in: document) == "第１章 緑の現状")
    #expect(path(of: "十か所", in: document) == "第１章 緑の現状 > 公園")
    #expect(path(of: "広場が", in: document) == "第１章 緑の現状 > 公園 > 駅前の公園")
    #expect(path(of: "並木", in: document) == "第１章 緑の現状 > 街路樹")
    #expect(path(of: "苗木", in: document) == "これからの取組")
    #expect(document.outline.sections.map(\.depth) == [1, 2, 3, 2, 1])
    #expect(document.outline.sections.map(\.label) == ["第１章", "", "", "", ""])
    #expect(document.outline.sections.map(\.isDeclared) == Array(repeating: true, count: 5))
  }

  @Test func `the one highest heading, above all text, is the title`() {
    let document = document("# みどり市 緑の計画\n\n## 公園\n公園は十か所です。\n## 街路樹\n並木を守ります。\n")
    #expect(document.title == "みどり市 緑の計画")
    #expect(path(of: "十か所", in: document) == "公園")
    #expect(path(of: "並木", in: document) == "街路樹")
  }

  @Test func `nothing goes on across them`() {
    let document = document("樹木を植え、並木をつくり、広場を緑で\n# 公園\n囲みます。\n")
    #expect(document.logicalLines.map(\.text) == ["樹木を植え、並木をつくり、広場を緑で", "公園", "囲みます。"])
  }

  @Test func `headings by their form stand under them`() {
    let document = document(
      """
      ## 緑の現状

      (1) 公園の数

      　公園は十か所です。公園は市の東に集まっています。

      (2) 公園の広さ

      　公園は市の百分の一です。広い公園は市の西にあります。

      ## 取組

      　苗木を植えます。
      """)
    #expect(path(of: "十か所", in: document) == "緑の現状 > (1) 公園の数")
    #expect(path(of: "百分の一", in: document) == "緑の現状 > (2) 公園の広さ")
    #expect(path(of: "苗木", in: document) == "取組")
  }

  @Test func `a text without any is read as ever`() {
    let text = "みどり市 計画\n\n第１章 川\n\n　川を守ります。\n"
    #expect(
      PlanDocument(reading: Plan(id: "a", path: "a.txt", text: text)).outline.sections.map(\.title) == [
        "第１章 川"
      ])
  }
}
