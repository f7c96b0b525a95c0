import Phrases
import TestSupport
import Testing

@testable import SourceFiles

@Suite("Workbooks") struct WorkbookTests {
  @Test func `a sheet's title, table, merged cells and places`() throws {
    let rows = """
      <sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row>
      <row r="3"><c r="B3" t="s"><v>1</v></c><c r="C3" t="inlineStr"><is><t>R5</t></is></c><c r="D3"/></row>
      <row r="4"><c r="B4" t="str"><f>A1</f><v>中央館</v></c><c r="C4"><v>1234.5</v></c><c r="D4"><v>7</v></c></row>
      </sheetData><mergeCells><mergeCell ref="C3:D3"/></mergeCells>
      """
    let strings = ["<t>みどり市の</t><rPh><t>シセツ</t></rPh><r><t>施設</t></r>", "<t>名称\n（略）</t>"]
    let text = try OfficeFiles.read(OfficeFiles.workbook([("施設", "", rows)], strings: strings))
    #expect(text.lines == ["施設", "みどり市の施設", "", "| 名称（略） | R5 |  |", "| 中央館 | 1234.5 | 7 |"])
    #expect(text.headings == [SourceText.Heading(line: 1, level: 1)])
    #expect(text.places[4] == .cells(sheet: "施設", CellRange(rows: 3...3, columns: 1...3)))
    let cells = try #require(text.grids.first).cells
    #expect(cells.map(\.columnSpan) == [1, 2, 1, 1, 1])
    #expect(cells.map(\.lines) == [[4, 4], [4], [5], [5], [5]])
  }

  @Test func `a hidden sheet is read and said, a formula without its value is said`() throws {
    let rows = "<sheetData><row r=\"1\"><c r=\"A1\"><f>B1</f></c><c r=\"B1\"><v>1</v></c></row></sheetData>"
    let text = try OfficeFiles.read(
      OfficeFiles.workbook([("Sheet1", "", rows), ("案", "state=\"hidden\"", rows)]))
    #expect(text.remarks == [.hiddenSheet("案"), .formulasWithoutValue(2)])
    #expect(text.remarks.map(\.isLoss) == [false, true])
  }

  @Test func `a sheet that is cut is left out, the others are read`() throws {
    let whole = "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>"
    let text = try OfficeFiles.read(OfficeFiles.workbook([("甲", "", whole), ("乙", "", "<sheetData><row>")]))
    #expect(text.lines == ["甲", "1"])
    #expect(text.remarks == [.partLeftOut(name: Saying("乙"), .damaged(Phrase.aSheet.with()))])
  }

  @Test func `more cells than the file's size can mean are refused`() throws {
    let row = "<row>" + String(repeating: "<c><v>1</v></c>", count: 1000) + "</row>"
    var zip = ZipBuilder()
    zip.add("xl/workbook.xml", "<workbook><sheets><sheet name=\"a\" r:id=\"r\"/></sheets></workbook>")
    zip.add(
      "xl/_rels/workbook.xml.rels",
      "<R><Relationship Id=\"r\" Type=\"x/worksheet\" Target=\"worksheets/s.xml\"/></R>")
    zip.add("xl/worksheets/s.xml", "<worksheet>" + String(repeating: row, count: 3) + "</worksheet>")
    var archive = try ZipArchive(zip.finish())
    #expect(throws: ReadingFailure.tooMuch(.cellsOfFile)) {
      try WorkbookReader.read(&archive, size: -392_000)
    }
  }

  struct Printed: CustomTestStringConvertible {
    let code: String
    let stored: String
    let text: String
    var testDescription: String { "\(code) \(stored)" }

    init(_ code: String, _ stored: String, _ text: String) {
      self.code = code
      self.stored = stored
      self.text = text
    }
  }

  static let printed = [
    Printed("General", "1234.5", "1234.5"),
    Printed("General", "0.28999999999999998", "0.29"),
    Printed("General", "1.2E-3", "0.0012"),
    Printed("General", "0.333333333333333", "0.333333333"),
    Printed("General", "-12", "-12"),
    Printed("General", "abc", "abc"),
    Printed("#,##0", "1234567.5", "1,234,568"),
    Printed("#,##0,", "1234567", "1,235"),
    Printed("#,##0.0", "0.25", "0.3"),
    Printed("0.0%", "0.1234", "12.3%"),
    Printed("0%", "1", "100%"),
    Printed("#,##0;\"▲\"#,##0", "-1500", "▲1,500"),
    Printed("#,##0_);(#,##0)", "-5", "(5)"),
    Printed("#,##0_ ;[Red]\\-#,##0\\ ", "-5", "-5 "),
    Printed("#,##0\"人\"", "40", "40人"),
    Printed("[$¥-411]#,##0", "-40", "-¥40"),
    Printed("0;-0;\"－\"", "0", "－"),
    Printed("000", "7", "007"),
    Printed("yyyy/m/d", "45383", "2024/4/1"),
    Printed("[$-411]ggge\"年\"m\"月\"d\"日\"", "45383", "令和6年4月1日"),
    Printed("[$-411]ge.m.d", "43585", "H31.4.30"),
    Printed("h:mm", "0.5", "12:00"),
    Printed("yyyy\"年度\"", "61", "1900年度"),
  ]

  @Test("a number prints as its cell shows it", arguments: printed)
  func prints(_ sample: Printed) {
    #expect(NumberFormat(code: sample.code).text(sample.stored) == sample.text)
  }

  @Test func `a file that counts from 1904 is four years on`() {
    #expect(NumberFormat(builtIn: 14).text("0", from1904: true) == "1904/1/1")
  }
}
