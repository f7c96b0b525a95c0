import Phrases

/// Reads texts and sheets of OpenDocument (.odt, .ods).
struct OpenDocumentReader {
  static let main = "content.xml"

  private let format: FileFormat
  private var body = BodyWriter(nested: .flattened)
  private var paragraphs: [(text: String, level: Int?)] = []
  private var skippedDepth = 0
  private var open: [String] = []
  private var sheet: OpenDocumentSheet?

  static func read(
    _ archive: inout ZipArchive, format: FileFormat, size: Int
  ) throws(ReadingFailure) -> SourceText {
    let bytes = try archive.requiredPart(main)
    var document = OpenDocumentReader(format: format)
    document.budget = min(100_000 + size / 4, 4_000_000)
    var reader = MarkupReader(bytes)
    while let event = reader.next() {
      document.take(event, reader)
      if document.budget < 0 { throw .tooMuch(.cellsOfFile) }
    }
    guard reader.isWhole else { throw .damaged(Saying(main)) }
    return document.body.finish(format)
  }

  private var budget = 0

  private init(format: FileFormat) { self.format = format }

  private static let unprinted: Set<String> = ["ruby-text", "annotation", "tracked-changes", "note-citation"]

  private mutating func take(_ event: MarkupReader.Event, _ reader: MarkupReader) {
    switch event {
    case .text:
      // A line break of the file is a blank of the text.
      if skippedDepth == 0 { add(String(reader.text.map { $0.isNewline ? " " : $0 })) }
    case .start:
      let name = reader.name
      open.append(name)
      if skippedDepth == 0 {
        if Self.unprinted.contains(name) { skippedDepth = open.count } else { start(name, reader) }
      }
    case .end:
      let name = open.popLast() ?? ""
      if skippedDepth == 0 { end(name) } else if open.count < skippedDepth { skippedDepth = 0 }
    }
  }

  private mutating func start(_ name: String, _ reader: MarkupReader) {
    func number(_ name: StaticString) -> Int { max(1, reader.attribute(name).flatMap { Int($0) } ?? 1) }
    switch name {
    case "p": paragraphs.append(("", nil))
    case "h": paragraphs.append(("", reader.attribute("outline-level").flatMap { Int($0) } ?? 1))
    case "s": add(String(repeating: " ", count: min(number("c"), 100)))
    case "tab": add("\t")
    case "line-break": add("\n")
    case "table":
      if format == .ods {
        sheet = OpenDocumentSheet(name: reader.attribute("name") ?? "")
      } else {
        body.startTable()
      }
    case "table-row":
      sheet?.startRow(repeated: number("number-rows-repeated"))
      if sheet == nil { body.startRow() }
    case "table-cell", "covered-table-cell":
      let isCovered = name == "covered-table-cell"
      if sheet == nil {
        guard !isCovered else { return }
        var span = BodyWriter.CellSpan()
        (span.rows, span.columns) = (number("number-rows-spanned"), number("number-columns-spanned"))
        body.startCell(span)
      } else {
        sheet?.startCell(
          repeated: number("number-columns-repeated"), rows: number("number-rows-spanned"),
          columns: number("number-columns-spanned"), isCovered: isCovered)
      }
    default: break
    }
  }

  private mutating func end(_ name: String) {
    switch name {
    case "p", "h":
      guard let paragraph = paragraphs.popLast() else { return }
      if sheet != nil {
        sheet?.add(paragraph.text)
      } else {
        body.paragraph(paragraph.text, level: paragraph.level)
      }
    case "table-cell", "covered-table-cell":
      if sheet == nil { body.endCell() } else { budget -= sheet?.endCell() ?? 0 }
    case "table":
      if let sheet {
        SheetText.write(sheet.cells, sheet: sheet.name, to: &body.builder, isAlone: false)
        self.sheet = nil
      } else {
        body.endTable()
      }
    default: break
    }
  }

  private mutating func add(_ text: String) {
    if !paragraphs.isEmpty { paragraphs[paragraphs.count - 1].text += text }
  }
}

/// A sheet of OpenDocument, whose rows and cells say how often they are repeated.
private struct OpenDocumentSheet {
  let name: String
  private(set) var cells: [TableCell] = []
  private var row = 0
  private var nextRow = 0
  private var column = 0
  private var text: [String] = []
  private var span = (repeated: 1, rows: 1, columns: 1, isCovered: false)

  init(name: String) { self.name = name }

  mutating func startRow(repeated: Int) {
    row = nextRow
    nextRow = min(row + repeated, 1_048_576)
    column = 0
  }

  mutating func startCell(repeated: Int, rows: Int, columns: Int, isCovered: Bool) {
    text = []
    span = (repeated, rows, columns, isCovered)
  }

  mutating func add(_ paragraph: String) { text += SourceTextBuilder.lines(of: paragraph) }

  /// How many cells were kept.
  mutating func endCell() -> Int {
    defer { column = min(column + span.repeated, TableAssembler.mostColumns) }
    guard !text.isEmpty, !span.isCovered else { return 0 }
    let copies = min(span.repeated, TableAssembler.mostColumns - column)
    for copy in 0..<max(0, copies) {
      cells.append(
        TableCell(
          row: row, column: column + copy, rowSpan: min(span.rows, 65_536),
          columnSpan: min(span.columns, TableAssembler.mostColumns), text: text))
    }
    return copies
  }
}
