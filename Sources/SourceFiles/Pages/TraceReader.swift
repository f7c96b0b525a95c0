import PageLayout

/// Reads a page of the trace that `mutool draw -F trace` prints: what is drawn, in the order in which it is drawn.
///
/// The trace is a debugging format that may change; what is not known in it is passed over.
struct TraceReader {
  private var page = PageContent(width: 595, height: 842)
  /// Turns the whole page, where its text stands on its side.
  private var turn = Matrix()
  private var matrix = Matrix()
  private var span: TextSpan?
  private var path: TracedPath?
  private var runs = 0
  private var directions: [Direction: Int] = [:]
  /// Text that is there to be found, not seen: the layer that text recognition puts under a scan.
  private var hidden: [Glyph] = []

  /// - Parameter bytes: from `<page` to `</page>`.
  static func page(_ bytes: [UInt8]) -> PageContent {
    let read = TraceReader(bytes, reading: .right)
    let most =
      read.directions.max { ($0.value, $0.key.rawValue) < ($1.value, $1.key.rawValue) }?.key ?? .right
    return (most == .right ? read : TraceReader(bytes, reading: most)).content
  }

  private var content: PageContent {
    var content = page
    if content.glyphs.isEmpty { content.glyphs = hidden }
    return content
  }

  /// Where the lines of a text run to.
  private enum Direction: Int, Hashable {
    case right
    case down
    case left
    case up

    init(_ vector: (x: Double, y: Double)) {
      if abs(vector.x) >= abs(vector.y) {
        self = vector.x >= 0 ? .right : .left
      } else {
        self = vector.y >= 0 ? .down : .up
      }
    }

    /// Turns a page of this size so that these lines run to the right.
    func turn(width: Double, height: Double) -> Matrix {
      switch self {
      case .right: Matrix()
      case .down: Matrix(a: 0, b: -1, c: 1, d: 0, e: 0, f: width)
      case .left: Matrix(a: -1, b: 0, c: 0, d: -1, e: width, f: height)
      case .up: Matrix(a: 0, b: 1, c: -1, d: 0, e: height, f: 0)
      }
    }
  }

  private struct TextSpan {
    let isHidden: Bool
    let isVertical: Bool
    let isTurned: Bool
    let size: Double
    let width: Double
    var followsBlank = false
  }

  private init(_ bytes: [UInt8], reading direction: Direction) {
    var element = ""
    var reader = MarkupReader(bytes)
    while let event = reader.next() {
      switch event {
      case .start:
        let name = reader.name
        switch name {
        case "g": addGlyph(reader)
        case "moveto", "lineto", "curveto", "closepath": path?.add(name, reader, matrix)
        case "span": startSpan(reader, isHidden: element == "ignore_text")
        case "page": setPage(reader, direction)
        default:
          element = name
          start(name, reader)
        }
      case .end: if reader.name == "fill_path" || reader.name == "stroke_path" { endPath() }
      case .text: break
      }
    }
  }

  private mutating func setPage(_ reader: MarkupReader, _ direction: Direction) {
    guard let box = reader.numbers("mediabox"), box.count == 4 else { return }
    let (width, height) = (abs(box[2] - box[0]), abs(box[3] - box[1]))
    turn = direction.turn(width: width, height: height)
    switch direction {
    case .right, .left: page = PageContent(width: width, height: height)
    case .up, .down: page = PageContent(width: height, height: width)
    }
  }

  private mutating func start(_ name: String, _ reader: MarkupReader) {
    path = nil
    matrix = (reader.numbers("transform").flatMap { Matrix($0) } ?? Matrix()).followed(by: turn)
    switch name {
    case "fill_path", "stroke_path":
      page.drawingCount += 1
      path = TracedPath(isStroke: name == "stroke_path", isWhite: Self.isWhite(reader))
    case "fill_image", "fill_image_mask": page.drawingCount += 1
    default: break
    }
  }

  private static func isWhite(_ reader: MarkupReader) -> Bool {
    guard let color = reader.numbers("color"), !color.isEmpty else { return false }
    // Four inks: none of them is paper.
    return color.count == 4 ? color.allSatisfy { $0 < 0.01 } : color.allSatisfy { $0 > 0.99 }
  }

  private mutating func startSpan(_ reader: MarkupReader, isHidden: Bool) {
    guard let map = reader.numbers("trm").flatMap({ Matrix($0) }) else {
      span = nil
      return
    }
    let (x, y) = (map.vector(1, 0), map.vector(0, 1))
    let (across, up) = (matrix.vector(x.x, x.y), matrix.vector(y.x, y.y))
    let direction = Direction(across)
    runs += 1
    span = TextSpan(
      isHidden: isHidden, isVertical: (reader.number("wmode") ?? 0) == 1, isTurned: direction != .right,
      size: (up.x * up.x + up.y * up.y).squareRoot(),
      width: (across.x * across.x + across.y * across.y).squareRoot())
    self.direction = direction
  }

  private var direction = Direction.right

  private mutating func addGlyph(_ reader: MarkupReader) {
    guard let span, span.size > 0.1, span.size < 2000, let x = reader.number("x"), let y = reader.number("y")
    else { return }
    let text = reader.attribute("unicode") ?? ""
    let scalars = text.unicodeScalars.filter { $0 != "\u{FFFD}" && $0.value >= 0x20 }
    if scalars.allSatisfy({ $0 == " " || $0 == "\u{A0}" || $0 == "\u{3000}" }) {
      self.span?.followsBlank = true
      return
    }
    let place = matrix.point(x, y)
    guard place.x.magnitude < 100_000, place.y.magnitude < 100_000 else { return }
    directions[direction, default: 0] += 1
    let advance = (reader.number("adv") ?? 1) * span.width / Double(scalars.count)
    for (i, scalar) in scalars.enumerated() {
      let glyph = Glyph(
        scalar, x: place.x + Double(i) * advance, baseline: place.y, size: span.size,
        advance: span.isVertical || span.isTurned ? span.size : advance,
        isVertical: span.isVertical || span.isTurned,
        followsBlank: span.followsBlank && i == 0, run: runs)
      if span.isHidden { hidden.append(glyph) } else { page.glyphs.append(glyph) }
    }
    self.span?.followsBlank = false
  }

  private mutating func endPath() {
    path?.finish(into: &page)
    path = nil
  }
}
