import PageLayout

/// Reads a page of what `pdftotext -bbox` prints: words with their boxes, and no lines.
enum WordBoxReader {
  /// - Parameter bytes: from `<page` to `</page>`.
  static func page(_ bytes: [UInt8]) -> PageContent {
    var page = PageContent(width: 595, height: 842)
    var box: Box?
    var run = 0
    var reader = MarkupReader(bytes)
    while let event = reader.next() {
      switch event {
      case .start:
        if reader.name == "page", let width = reader.number("width"), let height = reader.number("height") {
          page = PageContent(width: width, height: height)
        } else if reader.name == "word" {
          box = self.box(reader)
        }
      case .text: if let box { add(reader.text, box, run: run, to: &page) }
      case .end:
        box = nil
        run += 1
      }
    }
    return page
  }

  private static func box(_ reader: MarkupReader) -> Box? {
    guard let left = reader.number("xMin"), let right = reader.number("xMax"),
      let top = reader.number("yMin"),
      let bottom = reader.number("yMax"), right > left, bottom > top,
      [left, right, top, bottom].allSatisfy({ $0.magnitude < 100_000 })
    else {
      return nil
    }
    return Box(left: left, top: top, right: right, bottom: bottom)
  }

  /// The word's characters side by side in its box, or one under the other where it stands upright.
  private static func add(_ word: String, _ box: Box, run: Int, to page: inout PageContent) {
    let scalars = word.unicodeScalars.filter { $0.value > 0x20 && $0 != "\u{3000}" }
    guard !scalars.isEmpty else { return }
    let count = Double(scalars.count)
    let isVertical = scalars.count > 1 && box.height > 1.5 * box.width
    let widths = scalars.map { $0.value < 0x80 ? 0.5 : 1.0 }
    let unit = box.width / widths.reduce(0, +)
    var x = box.left
    for (i, scalar) in scalars.enumerated() {
      let size = isVertical ? min(box.width, box.height / count) : box.height
      page.glyphs.append(
        Glyph(
          scalar, x: x,
          baseline: isVertical ? box.top + Double(i + 1) * box.height / count : box.bottom - 0.15 * size,
          size: size, advance: isVertical ? box.width : unit * widths[i], isVertical: isVertical,
          followsBlank: i == 0, run: run))
      if !isVertical { x += unit * widths[i] }
    }
  }
}
