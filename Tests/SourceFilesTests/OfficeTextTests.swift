import TestSupport
import Testing

@testable import SourceFiles

@Suite("Word processor texts and slides") struct OfficeTextTests {
  @Test func `Word: headings, ruby, deleted text, a table with spans`() throws {
    let body = """
      <w:p><w:pPr><w:pStyle w:val="a1"/></w:pPr><w:r><w:t>基本目標</w:t></w:r></w:p>
      <w:p><w:r><w:ruby><w:rt><w:r><w:t>みどり</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>緑</w:t></w:r></w:rubyBase></w:ruby>
      <w:t>を守る</w:t></w:r><w:del><w:r><w:delText>消</w:delText><w:t>した</w:t></w:r></w:del></w:p>
      <w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/><w:shd w:fill="DDDDDD"/></w:tcPr><w:p><w:r><w:t>指標</w:t></w:r></w:p></w:tc>
      <w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>値</w:t></w:r></w:p></w:tc></w:tr>
      <w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>R5</w:t></w:r></w:p></w:tc>
      <w:tc><w:p><w:r><w:t>R6</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
      """
    let styles = "<w:style w:type=\"paragraph\" w:styleId=\"a1\"><w:name w:val=\"heading 2\"/></w:style>"
    let text = try OfficeFiles.read(OfficeFiles.word(body, styles: styles))
    #expect(text.lines == ["基本目標", "緑を守る", "", "| 指標 | 値 |  |", "|  | R5 | R6 |"])
    #expect(text.headings == [SourceText.Heading(line: 1, level: 2)])
    let cells = try #require(text.grids.first).cells
    #expect(
      cells.map { [$0.row, $0.column, $0.rowSpan, $0.columnSpan] } == [
        [0, 0, 2, 1], [0, 1, 1, 2], [1, 1, 1, 1], [1, 2, 1, 1],
      ])
    #expect(cells[0].emphasis == .filled)
    #expect(text.places[4] == .element("table[1]/tr[2]"))
  }

  @Test func `a table in a cell is lines of the cell, a frame around a text is no table`() throws {
    let inner = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>内</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    func cell(_ content: String) -> String { "<w:tc>\(content)<w:p><w:r><w:t>外</w:t></w:r></w:p></w:tc>" }
    let deep = (0..<40).reduce(inner) { deeper, _ in "<w:tbl><w:tr>\(cell(deeper))</w:tr></w:tbl>" }
    #expect(try OfficeFiles.read(OfficeFiles.word(deep)).lines.joined().count(where: { $0 == "内" }) == 1)
    let form = "<w:tbl><w:tr>\(cell(inner))\(cell(""))</w:tr></w:tbl>"
    #expect(
      try OfficeFiles.read(OfficeFiles.word(form)).grids.first?.cells.map(\.text) == [["内", "外"], ["外"]])
    #expect(try OfficeFiles.read(OfficeFiles.word(inner)).grids.isEmpty)
  }

  @Test func `slides are pages, their titles headings`() throws {
    var zip = ZipBuilder()
    zip.add(
      "ppt/presentation.xml",
      "<p:presentation><p:sldIdLst><p:sldId id=\"256\" r:id=\"r2\"/></p:sldIdLst></p:presentation>")
    zip.add(
      "ppt/_rels/presentation.xml.rels",
      "<R><Relationship Id=\"r2\" Type=\"x/slide\" Target=\"slides/slide1.xml\"/></R>")
    zip.add(
      "ppt/slides/slide1.xml",
      """
      <p:sld><p:sp><p:nvPr><p:ph type="title"/></p:nvPr><a:p><a:r><a:t>将来像</a:t></a:r></a:p></p:sp>
      <a:tbl><a:tr><a:tc gridSpan="2"><a:p><a:r><a:t>年度</a:t></a:r></a:p></a:tc><a:tc hMerge="1"><a:p/></a:tc></a:tr>
      <a:tr><a:tc><a:p><a:r><a:t>5</a:t></a:r></a:p></a:tc><a:tc><a:p><a:r><a:t>6</a:t></a:r></a:p></a:tc></a:tr></a:tbl></p:sld>
      """)
    let text = try OfficeFiles.read(zip.finish())
    #expect(text.lines == ["将来像", "", "| 年度 |  |", "| 5 | 6 |"])
    #expect(text.headings.count == 1)
    #expect(text.places[3] == .page(1, box: nil))
  }

  @Test func `OpenDocument: repeated cells, covered ones, ruby`() throws {
    let sheet = """
      <office:spreadsheet><table:table table:name="一覧"><table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>
      <table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>年度</text:p></table:table-cell><table:covered-table-cell/>
      <table:table-cell table:number-columns-repeated="2"><text:p>0</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>
      """
    let text = try OfficeFiles.read(OfficeFiles.openDocument("spreadsheet", sheet))
    #expect(text.lines == ["一覧", "", "| 年度 | 0 | 0 |"])
    #expect(text.places[2] == .cells(sheet: "一覧", CellRange(rows: 3...3, columns: 0...3)))
    let words = """
      <office:text><text:h text:outline-level="2">章</text:h><text:p><text:ruby><text:ruby-base>緑</text:ruby-base>
      <text:ruby-text>みどり</text:ruby-text></text:ruby>の<text:s text:c="2"/>街</text:p></office:text>
      """
    #expect(try OfficeFiles.read(OfficeFiles.openDocument("text", words)).lines == ["章", "緑 の 街"])
  }
}
