import PageLayout
import PlanDocuments
import SourceFiles
import SystemFiles
import TestSupport
import Testing

@testable import PlanLibrary

@Suite("Files that are no text") struct OtherFormatsTests {
  private let folder = TemporaryDirectory()
  private var index: String { folder.path + "/i" }

  private static func workbook(_ figure: String) -> [UInt8] {
    var zip = ZipBuilder()
    zip.add("xl/workbook.xml", "<workbook><sheets><sheet name=\"施設\" r:id=\"r\"/></sheets></workbook>")
    zip.add(
      "xl/_rels/workbook.xml.rels",
      "<R><Relationship Id=\"r\" Type=\"x/worksheet\" Target=\"worksheets/s.xml\"/></R>")
    func cell(_ place: String, _ text: String) -> String {
      "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
    }
    let rows = [("B2", "指標", "C2", "目標値"), ("B3", "緑地の面積", "C3", figure)].enumerated().map {
      "<row r=\"\($0 + 2)\">\(cell($1.0, $1.1))\(cell($1.2, $1.3))</row>"
    }
    zip.add("xl/worksheets/s.xml", "<worksheet><sheetData>\(rows.joined())</sheetData></worksheet>")
    return zip.finish()
  }

  private func build() throws -> BuildReport {
    try Library.build(paths: [folder.path + "/t"], into: index, lexicons: .builtIn)
  }

  @Test func `a citation is read again from the index and names the cells`() throws {
    try folder.write("t/list.xlsx", Self.workbook("12ha"))
    _ = try build()
    let library = try Library.open(index)
    #expect(library.lines(of: "list", in: LineRange(3, 4)) == ["| 指標 | 目標値 |", "| 緑地の面積 | 12ha |"])
    #expect(library.place(of: "list", in: LineRange(4))?.description == "施設!B3:C3")
    #expect(library.place(of: "list", in: LineRange(3, 4))?.description == "施設!B2:C3")
    #expect(library.place(of: "list", in: LineRange(2)) == nil)
    #expect(library.place(of: "other", in: LineRange(1)) == nil)
  }

  @Test func `a file that did not change is taken from the index, one that did is read`() throws {
    let bytes = Self.workbook("12ha")
    try folder.write("t/list.xlsx", bytes)
    _ = try build()
    let first = try folder.contents(of: "i")
    let reader = SourceReader()
    let key = SourceKey(bytes, reader: try #require(reader.name(for: bytes)))
    let known = KnownSources(in: index)
    #expect(try known[key] == reader.read(bytes, of: FilePath("list.xlsx")))
    #expect(known[SourceKey(bytes, reader: "another")] == nil)
    _ = try build()
    #expect(try folder.contents(of: "i") == first)
    try folder.write("t/list.xlsx", Self.workbook("15ha"))
    _ = try build()
    #expect(try Library.open(index).lines(of: "list", in: LineRange(4)) == ["| 緑地の面積 | 15ha |"])
  }

  @Test func `texts in several encodings and formats are one index, and another encoding is said`() throws {
    try folder.write("t/a.txt", [0x97, 0xCE, 0x82, 0xCC, 0x8A, 0x58, 0x0A])
    try folder.write("t/b.html", "<html><h1>公園</h1><p>広場</p>")
    try folder.write("t/c.csv", "名称,数\n中央館,3\n")
    let report = try build()
    #expect(report.problems == [])
    #expect(report.remarks.map(\.remark) == [.encoding(.shiftJIS)])
    let library = try Library.open(index)
    #expect(
      library.documents.map { library.lines(of: $0.id, in: LineRange(1)) } == [
        ["緑の街"], ["公園"], ["| 名称 | 数 |"],
      ])
    #expect(library.place(of: "b", in: LineRange(2))?.description == "p[2]")
    #expect(library.place(of: "c", in: LineRange(2))?.description == "A2:B2")
  }

  static let places: [Place?] = [
    nil, .page(3, box: nil), .page(120, box: Box(left: -1.5, top: 0, right: 595.3, bottom: 841.9)),
    .cells(sheet: nil, CellRange(rows: 0...0, columns: 0...4)),
    .cells(sheet: "表 1", CellRange(rows: 1_048_575...1_048_575, columns: 26...16_383)),
    .element("table[2]/tr[3]"),
  ]

  @Test func `places come back as they were written, and no damage traps`() throws {
    let bytes = PlaceCodec.encode(Self.places)
    #expect(try PlaceCodec.all(ByteDecoder(StoredBytes(bytes))) == Self.places)
    for (i, place) in Self.places.enumerated() {
      let found = PlaceCodec.places(ByteDecoder(StoredBytes(bytes)), in: LineRange(i + 1))
      #expect(found == [place].compactMap { $0 })
    }
    for end in bytes.indices {
      _ = PlaceCodec.places(ByteDecoder(StoredBytes(Array(bytes[..<end]))), in: LineRange(1, 9))
      for bit in 0..<8 {
        var changed = bytes
        changed[end] ^= 1 << bit
        _ = PlaceCodec.places(ByteDecoder(StoredBytes(changed)), in: LineRange(1, 9))
      }
    }
  }

  @Test func `what was kept of a file comes back as it was written, and no damage traps`() throws {
    let cells = [
      GridCell(row: 0, column: 0, rowSpan: 2, text: ["指標", "（案）"], lines: [2, 2], emphasis: .head),
      GridCell(row: 0, column: 1, columnSpan: 3, text: [], lines: [], emphasis: .filled),
    ]
    let source = SourceText(
      format: .pdf, lines: ["一", "| 指標（案） |  |"], places: [.page(1, box: nil), .page(1, box: nil)],
      headings: [SourceText.Heading(line: 1, level: 2)], grids: [Grid(cells: cells)],
      remarks: [
        .pagesWithoutText([2, 4]), .hiddenSheet("案"), .tablesUnsure(program: "pdftotext"),
        .formulasWithoutValue(3),
        .furigana(["まな"]),
      ])
    // a page that is only drawn counts, also the last
    let pages = try #require(DocumentReading.Pages(source))
    #expect(pages.count == 4 && pages.withoutText == 3)
    let key = SourceKey([1, 2, 3], reader: "r")
    let bytes = SourceCodec.encode(source, key: key)
    let decoder = ByteDecoder(StoredBytes(bytes))
    #expect(SourceCodec.key(decoder) == key)
    #expect(try SourceCodec.decode(decoder, lines: source.lines, places: source.places) == source)
    #expect(SourceCodec.encode(source, key: nil) == SourceCodec.nothing)
    for end in bytes.indices {
      var changed = bytes
      changed[end] ^= 0x81
      for damaged in [Array(bytes[..<end]), changed] {
        _ = try? SourceCodec.decode(
          ByteDecoder(StoredBytes(damaged)), lines: source.lines, places: source.places)
      }
    }
  }
}
