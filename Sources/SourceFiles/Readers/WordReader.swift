import Phrases

/// Reads a text of a word processor (.docx): paragraphs, headings by their styles, tables; ruby and deleted text dropped.
struct WordReader {
  static let main = "word/document.xml"

  private let levels: [String: Int]
  private var body = BodyWriter(nested: .flattened)
  /// The paragraphs that are open; a text box stands inside another paragraph.
  private var paragraphs: [(text: String, level: Int?)] = []
  private var skipped: String?
  private var skippedDepth = 0
  private var open: [String] = []

  static func read(_ archive: inout ZipArchive) throws(ReadingFailure) -> SourceText {
    let styles = try archive.part("word/styles.xml").map(headingStyles) ?? [:]
    var word = WordReader(levels: styles)
    var reader = MarkupReader(try archive.requiredPart(main))
    while let event = reader.next() { word.take(event, reader) }
    guard reader.isWhole else { throw .damaged(Saying(main)) }
    return word.body.finish(.docx)
  }

  private init(levels: [String: Int]) { self.levels = levels }

  /// Elements whose text is not printed: furigana, what was deleted or moved away, the copy for old programs.
  private static let unprinted: Set<String> = ["rt", "del", "moveFrom", "Fallback", "delText", "instrText"]

  private mutating func take(_ event: MarkupReader.Event, _ reader: MarkupReader) {
    switch event {
    case .text:
      if open.last == "t", skipped == nil, !paragraphs.isEmpty {
        paragraphs[paragraphs.count - 1].text += reader.text
      }
    case .start:
      let name = reader.name
      open.append(name)
      if skipped != nil { return }
      if Self.unprinted.contains(name) {
        (skipped, skippedDepth) = (name, open.count)
      } else {
        start(name, reader)
      }
    case .end:
      let name = open.popLast() ?? ""
      if skipped != nil {
        if open.count < skippedDepth { skipped = nil }
        return
      }
      end(name)
    }
  }

  private mutating func start(_ name: String, _ reader: MarkupReader) {
    switch name {
    case "p": paragraphs.append(("", nil))
    case "pStyle": setLevel(reader.attribute("val").flatMap { levels[$0] })
    case "outlineLvl": setLevel(Self.level(reader.attribute("val")))
    case "tab", "ptab": if open.dropLast().last == "r" { add("\t") }
    case "br", "cr": add("\n")
    case "noBreakHyphen": add("-")
    case "tbl": body.startTable()
    case "tr": body.startRow()
    case "tc": body.startCell()
    case "gridSpan":
      let columns = reader.attribute("val").flatMap { Int($0) } ?? 1
      body.changeCell { $0.columns = columns }
    case "vMerge":
      let restarts = reader.attribute("val") == "restart"
      body.changeCell { $0.continuesAbove = !restarts }
    case "shd" where open.dropLast().last == "tcPr":
      let fill = reader.attribute("fill")?.uppercased() ?? "AUTO"
      if fill != "AUTO", fill != "FFFFFF" { body.changeCell { $0.emphasis = .filled } }
    default: break
    }
  }

  private mutating func end(_ name: String) {
    switch name {
    case "p":
      guard let paragraph = paragraphs.popLast() else { return }
      body.paragraph(paragraph.text, level: paragraph.level)
    case "tc": body.endCell()
    case "tbl": body.endTable()
    default: break
    }
  }

  private mutating func add(_ text: String) {
    if !paragraphs.isEmpty { paragraphs[paragraphs.count - 1].text += text }
  }

  private mutating func setLevel(_ level: Int?) {
    if let level, !paragraphs.isEmpty { paragraphs[paragraphs.count - 1].level = level }
  }

  /// Outline levels count from 0; 9 is body text.
  private static func level(_ text: String?) -> Int? {
    text.flatMap { Int($0) }.flatMap { (0...8).contains($0) ? $0 + 1 : nil }
  }

  /// Levels of the styles that are headings, by the styles' ids.
  private static func headingStyles(_ bytes: [UInt8]) -> [String: Int] {
    var levels: [String: Int] = [:]
    var style: String?
    var reader = MarkupReader(bytes)
    while let event = reader.next() {
      guard event == .start else { continue }
      switch reader.name {
      case "style": style = reader.attribute("type") == "paragraph" ? reader.attribute("styleId") : nil
      case "name":
        let name = reader.attribute("val")?.lowercased() ?? ""
        if let style, name.hasPrefix("heading "), let level = Int(name.dropFirst(8)) { levels[style] = level }
        if let style, name == "title" { levels[style] = 1 }
      case "outlineLvl": if let style, let level = level(reader.attribute("val")) { levels[style] = level }
      default: break
      }
    }
    return levels
  }
}
