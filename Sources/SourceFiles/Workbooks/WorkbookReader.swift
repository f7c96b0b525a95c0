import Phrases

/// Reads a workbook (.xlsx): sheets as sections, each with its lines and tables as they are printed.
enum WorkbookReader {
  static let main = "xl/workbook.xml"

  private struct Sheet {
    let name: String
    let part: String
    let isHidden: Bool
  }

  /// - Parameter size: bytes of the file, by which the number of cells is bounded.
  static func read(_ archive: inout ZipArchive, size: Int) throws(ReadingFailure) -> SourceText {
    let (sheets, from1904) = try sheets(&archive)
    let strings = try archive.part("xl/sharedStrings.xml").map(SharedStrings.read) ?? []
    let styles = try archive.part("xl/styles.xml").map { WorkbookStyles($0) } ?? WorkbookStyles()
    var reader = SheetReader(
      strings: strings, styles: styles, from1904: from1904, budget: min(100_000 + size / 4, 4_000_000))
    var builder = SourceTextBuilder()
    for sheet in sheets {
      guard let bytes = try archive.part(sheet.part) else { continue }
      do throws(ReadingFailure) {
        write(try reader.cells(bytes), of: sheet, to: &builder, isAlone: sheets.count == 1)
      } catch {
        guard sheets.count > 1 else { throw error }
        builder.remarks.append(.partLeftOut(name: Saying(sheet.name), error))
      }
      if sheet.isHidden { builder.remarks.append(.hiddenSheet(sheet.name)) }
    }
    if reader.formulasWithoutValue > 0 {
      builder.remarks.append(.formulasWithoutValue(reader.formulasWithoutValue))
    }
    return builder.finish(.xlsx)
  }

  private static func write(
    _ cells: [TableCell], of sheet: Sheet, to builder: inout SourceTextBuilder, isAlone: Bool
  ) {
    SheetText.write(cells, sheet: sheet.name, to: &builder, isAlone: isAlone)
  }

  private static func sheets(_ archive: inout ZipArchive) throws(ReadingFailure) -> ([Sheet], from1904: Bool)
  {
    let relations = try PackageParts.relations(of: main, in: &archive)
    var sheets: [Sheet] = []
    var from1904 = false
    var reader = MarkupReader(try archive.requiredPart(main))
    while let event = reader.next() {
      guard event == .start else { continue }
      if reader.name == "workbookPr", let value = reader.attribute("date1904") {
        from1904 = value != "0" && value != "false"
      }
      guard reader.name == "sheet", let name = reader.attribute("name"),
        let relation = reader.attribute("id").flatMap({ relations[$0] }), relation.kind == "worksheet"
      else {
        continue
      }
      sheets.append(
        Sheet(
          name: name, part: relation.target, isHidden: (reader.attribute("state") ?? "visible") != "visible"))
    }
    guard reader.isWhole else { throw .damaged(Saying(main)) }
    return (sheets, from1904)
  }
}

/// A sheet of any format as text.
enum SheetText {
  static func write(
    _ cells: [TableCell], sheet: String, to builder: inout SourceTextBuilder, isAlone: Bool
  ) {
    let blocks = SheetBlocks.split(cells)
    guard !blocks.isEmpty else { return }
    // A name that nobody gave says nothing: Sheet1.
    if !isAlone || !(sheet.hasPrefix("Sheet") || sheet.hasPrefix("シート")) {
      let corner = CellRange(rows: 0...0, columns: 0...0)
      builder.heading(sheet, level: 1, at: .cells(sheet: sheet, corner))
    }
    for block in blocks {
      block.write(to: &builder, sheet: sheet)
      builder.blank()
    }
  }
}
