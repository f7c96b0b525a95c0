import JapaneseText

/// Reads a page of the web: headings, paragraphs, lists, tables with their spans; ruby and scripts dropped.
struct HTMLReader {
  private var body = BodyWriter(nested: .kept)
  private var text = ""
  private var level: Int?
  private var skipped: String?
  private var skippedDepth = 0
  private var inTitle = false
  private var title = ""
  private var inHead = false
  /// Lists that are open: the number of the last item, nil where they are not numbered.
  private var lists: [Int?] = []

  static func read(_ text: String) -> SourceText {
    var page = HTMLReader()
    var reader = MarkupReader(Array(text.utf8), dialect: .html)
    while let event = reader.next() { page.take(event, reader) }
    page.endBlock()
    return page.body.finish(.html)
  }

  private static let unprinted: Set<String> = [
    "script", "style", "noscript", "template", "rt", "rp", "select", "button", "svg", "iframe",
  ]
  private static let blocks: Set<String> = [
    "p", "div", "section", "article", "main", "header", "footer", "nav", "aside", "ul", "ol", "dl", "dt",
    "dd", "li",
    "blockquote", "pre", "figure", "figcaption", "caption", "address", "form", "fieldset", "hr", "body",
    "table",
    "thead", "tbody", "tfoot", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "details", "summary",
  ]

  private mutating func take(_ event: MarkupReader.Event, _ reader: MarkupReader) {
    switch event {
    case .text: if skipped == nil { add(reader.text) }
    case .start:
      let name = reader.name
      if let skipped {
        if name == skipped { skippedDepth += 1 }
      } else if Self.unprinted.contains(name) {
        (skipped, skippedDepth) = (name, 1)
      } else {
        start(name, reader)
      }
    case .end:
      let name = reader.name
      if let skipped {
        if name == skipped { skippedDepth -= 1 }
        // Ruby text need not be closed; it ends with its ruby.
        if skippedDepth == 0 || name == "ruby" && (skipped == "rt" || skipped == "rp") { self.skipped = nil }
      } else {
        end(name)
      }
    }
  }

  private mutating func add(_ piece: String) {
    if inTitle {
      title += piece
    } else {
      // A line break in the source is a blank, and none between Japanese characters.
      text += piece
    }
  }

  private mutating func start(_ name: String, _ reader: MarkupReader) {
    if Self.blocks.contains(name) { endBlock() }
    switch name {
    case "title": inTitle = true
    case "br": text += "\u{B}"
    case "h1", "h2", "h3", "h4", "h5", "h6": level = name.last?.wholeNumberValue
    case "ul": lists.append(nil)
    case "ol": lists.append(0)
    case "li": startItem()
    case "table": body.startTable()
    case "thead": inHead = true
    case "tr": body.startRow()
    case "td", "th":
      endBlock()
      var span = BodyWriter.CellSpan()
      span.rows = reader.attribute("rowspan").flatMap { Int($0) } ?? 1
      span.columns = reader.attribute("colspan").flatMap { Int($0) } ?? 1
      span.emphasis = name == "th" || inHead ? .head : .none
      body.startCell(span)
    default: break
    }
  }

  private mutating func startItem() {
    guard let last = lists.indices.last, let number = lists[last] else {
      text = "・"
      return
    }
    lists[last] = number + 1
    text = "\(number + 1). "
  }

  private mutating func end(_ name: String) {
    if Self.blocks.contains(name) || name == "td" || name == "th" { endBlock() }
    switch name {
    case "title": inTitle = false
    case "td", "th": body.endCell()
    case "thead": inHead = false
    case "table": body.endTable()
    case "ul", "ol": _ = lists.popLast()
    default: break
    }
  }

  private mutating func endBlock() {
    let lines = text.unicodeScalars.split { $0 == "\u{B}" }.map { Self.collapsed($0) }
    let printed = lines.filter { !$0.isEmpty }.joined(separator: "\n")
    text = ""
    defer { level = nil }
    guard !printed.isEmpty, printed != "・" else { return }
    body.paragraph(printed, level: level)
  }

  /// White space as a browser shows it; a break between two Japanese characters shows as nothing.
  private static func collapsed(_ line: Substring.UnicodeScalarView) -> String {
    var out = String.UnicodeScalarView()
    var blank = false
    var isBreak = false
    for scalar in line {
      if scalar == "\n" || scalar == "\r" || scalar == "\t" || scalar == " " {
        blank = true
        isBreak = isBreak || scalar == "\n" || scalar == "\r"
        continue
      }
      if blank, let last = out.last,
        !(isBreak && ScriptClass(last).isJapanese && ScriptClass(scalar).isJapanese)
      {
        out.append(" ")
      }
      (blank, isBreak) = (false, false)
      out.append(scalar)
    }
    return String(out)
  }
}
