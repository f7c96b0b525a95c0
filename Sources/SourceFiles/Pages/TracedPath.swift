import PageLayout

/// A path of a trace, from which rulings and coloured areas come.
struct TracedPath {
  private typealias Point = (x: Double, y: Double)

  private let isStroke: Bool
  private let isWhite: Bool
  /// One list of corners for each piece, so that a grid drawn as one path is many lines.
  private var parts: [[Point]] = []
  private var segments: [(from: Point, to: Point)] = []
  private var start: Point?
  private var current: Point?
  private var hasCurves = false

  init(isStroke: Bool, isWhite: Bool) {
    self.isStroke = isStroke
    self.isWhite = isWhite
  }

  mutating func add(_ operation: String, _ reader: MarkupReader, _ matrix: Matrix) {
    if operation == "closepath" {
      if let current, let start { segments.append((current, start)) }
      current = start
      return
    }
    guard let x = reader.number("x3") ?? reader.number("x"), let y = reader.number("y3") ?? reader.number("y")
    else {
      return
    }
    let point = matrix.point(x, y)
    if operation == "moveto" {
      start = point
      parts.append([])
    } else if operation == "curveto" {
      hasCurves = true
    } else if let current {
      segments.append((current, point))
    }
    current = point
    if parts.isEmpty { parts.append([]) }
    parts[parts.count - 1].append(point)
  }

  /// Wider than this, a filled rectangle is an area and no line.
  private static let thickest = 2.5

  func finish(into page: inout PageContent) {
    if isStroke {
      for segment in segments { addRuling(segment.from, segment.to, to: &page) }
      return
    }
    for part in parts where part.count >= 2 {
      let xs = part.map(\.x)
      let ys = part.map(\.y)
      guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max(),
        left > -100_000, right < 100_000, top > -100_000, bottom < 100_000
      else {
        continue
      }
      // a dot of a dotted line runs the way it is longer; a square one may be of either
      let isUpright = right - left < Self.thickest && bottom - top > max(0.3, (right - left) * 0.9)
      let isLevel = bottom - top < Self.thickest && right - left > max(0.3, (bottom - top) * 0.9)
      if isUpright {
        page.rulings.vertical.append(Ruling(position: (left + right) / 2, start: top, end: bottom))
      }
      if isLevel {
        page.rulings.horizontal.append(Ruling(position: (top + bottom) / 2, start: left, end: right))
      }
      if !isUpright, !isLevel, part.count <= 5, !hasCurves {
        page.fills.append(
          Fill(box: Box(left: left, top: top, right: right, bottom: bottom), isWhite: isWhite))
      }
    }
  }

  private func addRuling(_ a: Point, _ b: Point, to page: inout PageContent) {
    guard [a.x, a.y, b.x, b.y].allSatisfy({ $0.magnitude < 100_000 }) else { return }
    if abs(a.x - b.x) < 1, abs(a.y - b.y) > 0.3 {
      page.rulings.vertical.append(Ruling(position: (a.x + b.x) / 2, start: a.y, end: b.y))
    } else if abs(a.y - b.y) < 1, abs(a.x - b.x) > 0.3 {
      page.rulings.horizontal.append(Ruling(position: (a.y + b.y) / 2, start: a.x, end: b.x))
    }
  }
}
