import SourceFiles
import SystemFiles
import TestSupport

/// Files of every format that were cut, changed and put into each other are read: what comes is a text that fits together, or
/// a failure. A trap ends the run.
package enum ReaderRun: DamageRun {
  package static func failures(seed: UInt64, count: Int) -> [String] {
    var random = SeededRandom(seed: seed)
    let samples = samples
    var failures: [String] = []
    for round in 0..<count {
      var bytes = samples[round % samples.count]
      for _ in 0..<Int.random(in: 1...12, using: &random) { harm(&bytes, samples, &random) }
      guard let text = try? SourceReader().read(bytes, of: FilePath(names[round % names.count])) else {
        continue
      }
      if let fault = fault(text) { failures.append("round \(round): \(fault)") }
    }
    return failures
  }

  private static let names = ["a.txt", "a.csv", "a.html", "a.md", "a.tsv"]

  private static func fault(_ text: SourceText) -> String? {
    if !text.places.isEmpty, text.places.count != text.lines.count { return "places do not fit the lines" }
    if text.lines.contains(where: { $0.utf8.contains(UInt8(ascii: "\n")) }) { return "a line is two" }
    for grid in text.grids {
      var covered: Set<[Int]> = []
      for cell in grid.cells {
        if !cell.lines.allSatisfy({ text.lines.indices.contains($0 - 1) }) {
          return "a cell stands on no line"
        }
        // A wide cell is looked at by its first places: they tell whether two overlap.
        for row in cell.row..<min(cell.row + cell.rowSpan, cell.row + 50) {
          for column in cell.column..<min(cell.column + cell.columnSpan, cell.column + 50)
          where !covered.insert([row, column]).inserted {
            return "two cells cover row \(row), column \(column)"
          }
        }
      }
    }
    return nil
  }

  private static func harm(_ bytes: inout [UInt8], _ samples: [[UInt8]], _ random: inout SeededRandom) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: bytes.indices, using: &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 2: bytes.removeLast(min(bytes.count, Int.random(in: 0..<60, using: &random)))
    case 3: bytes.remove(at: place)
    case 4: bytes.insert(contentsOf: bytes[place...].prefix(40), at: place)
    default:
      let other = samples.randomElement(using: &random) ?? []
      bytes.insert(contentsOf: other.prefix(Int.random(in: 0..<200, using: &random)), at: place)
    }
  }

  private static var samples: [[UInt8]] {
    let row =
      "<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/><w:vMerge/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc/></w:tr>"
    let cell =
      "<table:table-row><table:table-cell table:number-columns-spanned=\"3\"><text:p>乙</text:p></table:table-cell></table:table-row>"
    let sheet =
      "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" s=\"1\"><v>45383</v></c></row>"
      + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>丙</t></is></c><c r=\"B2\"><f>1</f></c></row></sheetData>"
      + "<mergeCells><mergeCell ref=\"A1:B2\"/><mergeCell ref=\"B1:D9\"/></mergeCells></worksheet>"
    return [
      archive([("word/document.xml", "<w:document><w:tbl>\(row)\(row)</w:tbl></w:document>")]),
      archive([
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", "<a><table:table>\(cell)\(cell)</table:table></a>"),
      ]),
      archive([
        ("xl/workbook.xml", "<workbook><sheets><sheet name=\"表\" r:id=\"r\"/></sheets></workbook>"),
        (
          "xl/_rels/workbook.xml.rels",
          "<R><Relationship Id=\"r\" Type=\"x/worksheet\" Target=\"s.xml\"/></R>"
        ),
        ("xl/sharedStrings.xml", "<sst><si><t>名称</t><rPh><t>メイ</t></rPh></si></sst>"), ("xl/s.xml", sheet),
      ]),
      Array(
        "<html><table><tr><td rowspan=3 colspan=2>a<td>b<tr><td>c<table><tr><td>d</table>&amp;<li><ruby>漢<rt>かん"
          .utf8),
      Array("名称,数\n\"中央\n館\",\"1,2\"\"\"\n".utf8), Array("# 題\n- **項**[目](x)\n| a | b |\n".utf8),
    ]
  }

  private static func archive(_ parts: [(name: String, content: String)]) -> [UInt8] {
    var zip = ZipBuilder()
    for part in parts { zip.add(part.name, part.content) }
    return zip.finish()
  }
}
