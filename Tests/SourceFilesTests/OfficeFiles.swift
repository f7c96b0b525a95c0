import SystemFiles
import TestSupport

@testable import SourceFiles

/// Small files of office programs, made part by part.
enum OfficeFiles {
  /// A workbook of sheets given as the XML of their rows.
  static func workbook(
    _ sheets: [(name: String, attributes: String, rows: String)], strings: [String] = [], styles: String = ""
  ) -> [UInt8] {
    var zip = ZipBuilder()
    let list = sheets.enumerated().map {
      "<sheet name=\"\($1.name)\" sheetId=\"\($0 + 1)\" r:id=\"rId\($0 + 1)\" \($1.attributes)/>"
    }
    zip.add(
      "xl/workbook.xml", "<?xml version=\"1.0\"?><workbook><sheets>\(list.joined())</sheets></workbook>")
    let relations = sheets.indices.map {
      "<Relationship Id=\"rId\($0 + 1)\" Type=\"http://x/worksheet\" Target=\"worksheets/sheet\($0 + 1).xml\"/>"
    }
    zip.add("xl/_rels/workbook.xml.rels", "<Relationships>\(relations.joined())</Relationships>")
    zip.add("xl/sharedStrings.xml", "<sst>\(strings.map { "<si>\($0)</si>" }.joined())</sst>")
    if !styles.isEmpty { zip.add("xl/styles.xml", styles) }
    for (i, sheet) in sheets.enumerated() {
      zip.add("xl/worksheets/sheet\(i + 1).xml", "<worksheet>\(sheet.rows)</worksheet>")
    }
    return zip.finish()
  }

  static func word(_ body: String, styles: String = "") -> [UInt8] {
    var zip = ZipBuilder()
    zip.add("word/document.xml", "<w:document xmlns:w=\"w\"><w:body>\(body)</w:body></w:document>")
    if !styles.isEmpty { zip.add("word/styles.xml", "<w:styles>\(styles)</w:styles>") }
    return zip.finish()
  }

  static func openDocument(_ kind: String, _ body: String) -> [UInt8] {
    var zip = ZipBuilder()
    zip.add("mimetype", "application/vnd.oasis.opendocument.\(kind)")
    zip.add(
      "content.xml", "<office:document-content><office:body>\(body)</office:body></office:document-content>")
    return zip.finish()
  }

  static func read(_ bytes: [UInt8], path: String = "file") throws -> SourceText {
    try SourceReader().read(bytes, of: FilePath(path))
  }
}
