import PageLayout
import Phrases
import SystemFiles
import TestSupport
import Testing

@testable import SourceFiles

@Suite("Texts, lists and pages of the web") struct TextReaderTests {
  private func read(_ text: String, _ path: String) throws -> SourceText {
    try SourceReader().read(Array(text.utf8), of: FilePath(path))
  }

  @Test func `a text's lines are its file's`() throws {
    let text = try read("一\r\n\u{C}二\r三\u{2028}\n\n", "plan.txt")
    #expect(text.lines == ["一", "\u{C}二\r三\u{2028}", ""])
    #expect(text.places.isEmpty)
  }

  @Test func `a cell of CSV may hold its delimiter, quotes and line breaks`() throws {
    let text = try read("施設,利用者数\r\n\"中央館\n(本館)\",\"1,234\"\r\n\"みどり\"\"館\"\"\",5\r\n", "a.CSV")
    #expect(text.lines == ["| 施設 | 利用者数 |", "| 中央館(本館) | 1,234 |", "| みどり\"館\" | 5 |"])
    #expect(text.grids.first?.cells[2].text == ["中央館", "(本館)"])
    #expect(text.places[1] == .cells(sheet: nil, CellRange(rows: 1...1, columns: 0...1)))
  }

  @Test func `rows of one text above a table are lines, and an empty row ends it`() throws {
    let text = try read("みどり市の施設\n\n名称\t数\nA\t1\n\n\n名称\t額\nB\t2\n", "a.tsv")
    #expect(
      text.lines == ["みどり市の施設", "", "| 名称 | 数 |", "| A | 1 |", "", "| 名称 | 額 |", "| B | 2 |"])
    #expect(text.grids.map(\.rowCount) == [2, 2])
  }

  @Test func `Markdown keeps its lines and loses its marks`() throws {
    let text = try read("# 計画 #\n\n- **目標**は[指標](a.html)\n| a | b |\n```\n# code\n```\n", "a.md")
    #expect(text.lines == ["計画", "", "・目標は指標", "| a | b |", "", "# code", ""])
    #expect(text.headings == [SourceText.Heading(line: 1, level: 1)])
  }

  @Test func `a page of the web: headings, lists, a table with spans, no furigana`() throws {
    let page = """
      <!DOCTYPE html><html><head><title>みどり市</title><style>p { }</style></head><body>
      <h1>重点<ruby>施策<rp>(</rp><rt>しさく</rt><rp>)</rp></ruby></h1><p>本文は
      ここで折れる。<br>次の行 &amp; 5&lt;10
      <ul><li>一つ目<li>二つ目</ul><ol><li>甲</ol>
      <table><thead><tr><th rowspan=2>指標<th colspan="2">値</tr><tr><th>R5<th>R6</thead>
      <tr><td>利用者<td>10<td>20</table><script>var a = "<p>x</p>";</script>
      """
    let text = try read(page, "a.txt")
    #expect(text.format == .html)
    #expect(
      text.lines == [
        "重点施策", "本文はここで折れる。", "次の行 & 5<10", "・一つ目", "・二つ目", "1. 甲", "", "| 指標 | 値 |  |",
        "|  | R5 | R6 |", "| 利用者 | 10 | 20 |",
      ])
    let cells = try #require(text.grids.first).cells
    #expect(cells.map(\.rowSpan) == [2, 1, 1, 1, 1, 1, 1])
    #expect(cells.map(\.columnSpan) == [1, 2, 1, 1, 1, 1, 1])
    #expect(cells.filter { $0.emphasis == .head }.count == 4)
    #expect(text.places[9] == .element("table[1]/tr[3]"))
  }

  @Test func `a table that arranges a page is none, the one inside is`() throws {
    let text = try read("<html><table><tr><td>左<td><table><tr><td>a<td>b</table><td>右</table>", "a.html")
    #expect(text.lines == ["左", "", "| a | b |", "", "右"])
    #expect(text.grids.count == 1)
  }

  struct Unreadable: CustomTestStringConvertible {
    let bytes: [UInt8]
    let failure: ReadingFailure
    var testDescription: String { failure.description }
  }

  static let unreadable = [
    Unreadable(bytes: [], failure: .empty),
    Unreadable(bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D], failure: .kind(Phrase.aPNG.with())),
    Unreadable(bytes: [0x00, 0x01, 0x02], failure: .kind(Phrase.binaryData.with())),
    Unreadable(bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], failure: .oldOffice),
    Unreadable(bytes: Array("PK\u{3}\u{4}".utf8), failure: .damaged(Phrase.archiveEndMissing.with())),
    Unreadable(bytes: ZipBuilder().finish(), failure: .kind(Phrase.anArchive.with())),
  ]

  @Test("what can't be read says why, whatever its ending", arguments: unreadable)
  func refuses(_ file: Unreadable) {
    #expect(throws: file.failure) { try SourceReader().read(file.bytes, of: FilePath("plan.txt")) }
  }
}
