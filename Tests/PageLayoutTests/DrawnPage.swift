@testable import PageLayout

/// A page drawn by hand for a test: text by its left end and baseline, rulings by their ends.
struct DrawnPage {
  var content = PageContent(width: 600, height: 800)
  private var runs = 0

  /// Full-width characters are as wide as the font is high, ASCII half as wide.
  mutating func text(_ text: String, _ x: Double, _ y: Double, size: Double = 10, step: Double? = nil) {
    var place = x
    var followsBlank = false
    runs += 1
    for scalar in text.unicodeScalars {
      let advance = scalar.value < 0x80 ? size / 2 : size
      if scalar == " " || scalar == "\u{3000}" {
        followsBlank = true
      } else {
        content.glyphs.append(
          Glyph(
            scalar, x: place, baseline: y, size: size, advance: advance, followsBlank: followsBlank, run: runs
          ))
        followsBlank = false
      }
      place += step ?? advance
    }
  }

  /// One character under the other.
  mutating func column(_ text: String, _ x: Double, _ y: Double, size: Double = 10) {
    runs += 1
    for (i, scalar) in text.unicodeScalars.enumerated() {
      content.glyphs.append(
        Glyph(scalar, x: x, baseline: y + Double(i) * size * 1.2, size: size, advance: size, run: runs))
    }
  }

  mutating func level(_ y: Double, _ x0: Double, _ x1: Double) {
    content.rulings.horizontal.append(Ruling(position: y, start: x0, end: x1))
  }

  mutating func upright(_ x: Double, _ y0: Double, _ y1: Double) {
    content.rulings.vertical.append(Ruling(position: x, start: y0, end: y1))
  }

  /// A grid of rulings at these places.
  mutating func grid(xs: [Double], ys: [Double]) {
    for y in ys { level(y, xs[0], xs[xs.count - 1]) }
    for x in xs { upright(x, ys[0], ys[ys.count - 1]) }
  }

  func read() -> LaidOutPage { PageReader.layOut(content) }

  /// Lines, and rows of tables with bars between the cells.
  var lines: [String] { read().items.flatMap(Self.lines) }

  private static func lines(_ item: PageItem) -> [String] {
    switch item {
    case .line(let line): return [line.text]
    case .table(let table):
      return Dictionary(grouping: table.cells, by: \.row).sorted { $0.key < $1.key }.map { _, cells in
        cells.map { cell in
          let span = cell.rowSpan * cell.columnSpan > 1 ? "{\(cell.rowSpan)×\(cell.columnSpan)}" : ""
          return cell.text.joined(separator: "/") + span
        }.joined(separator: "|")
      }
    }
  }
}
