import Phrases

/// Reads slides (.pptx): a slide is a page, its title a heading.
struct SlidesReader {
  static let main = "ppt/presentation.xml"

  static func read(_ archive: inout ZipArchive) throws(ReadingFailure) -> SourceText {
    let relations = try PackageParts.relations(of: main, in: &archive)
    var slides: [String] = []
    var reader = MarkupReader(try archive.requiredPart(main))
    while let event = reader.next() {
      guard event == .start, reader.name == "sldId", let target = reader.attribute("id", prefixed: true)
      else { continue }
      if let relation = relations[target] { slides.append(relation.target) }
    }
    guard reader.isWhole else { throw .damaged(Saying(main)) }
    var body = BodyWriter(nested: .flattened)
    for (number, slide) in slides.enumerated() {
      guard let bytes = try archive.part(slide) else { continue }
      body.builder.newPage()
      body.page = number + 1
      var reader = MarkupReader(bytes)
      var slide = SlidesReader()
      while let event = reader.next() { slide.take(event, reader, &body) }
      guard reader.isWhole else { throw .damaged(Phrase.slideNumber.with(Saying(number + 1))) }
    }
    return body.finish(.pptx)
  }

  private var text = ""
  private var inText = false
  private var inTitle = false

  private mutating func take(_ event: MarkupReader.Event, _ reader: MarkupReader, _ body: inout BodyWriter) {
    switch event {
    case .text: if inText { text += reader.text }
    case .start: start(reader, &body)
    case .end:
      inText = false
      switch reader.name {
      case "p":
        body.paragraph(text, level: inTitle ? 1 : nil)
        text = ""
      case "sp":
        inTitle = false
        body.builder.blank()
      case "tc": body.endCell()
      case "tbl": body.endTable()
      default: break
      }
    }
  }

  private mutating func start(_ reader: MarkupReader, _ body: inout BodyWriter) {
    inText = false
    switch reader.name {
    case "t": inText = true
    case "br": text += "\n"
    case "ph": inTitle = ["title", "ctrTitle"].contains(reader.attribute("type"))
    case "tbl": body.startTable()
    case "tr": body.startRow()
    case "tc":
      var span = BodyWriter.CellSpan()
      span.rows = reader.attribute("rowSpan").flatMap { Int($0) } ?? 1
      span.columns = reader.attribute("gridSpan").flatMap { Int($0) } ?? 1
      // A cell that another covers is written too, and empty.
      if reader.attribute("hMerge") == nil, reader.attribute("vMerge") == nil { body.startCell(span) }
    default: break
    }
  }
}
