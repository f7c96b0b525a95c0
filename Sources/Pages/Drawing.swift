/// Figures drawn as SVG. What is drawn stands beside it as text, and nothing is told by a colour alone: a target is a ring,
/// what was reached a dot.
enum Drawing {
  struct Point {
    let year: Int
    let value: Double
    /// As printed.
    let figure: String
    let isTarget: Bool
  }

  private static let width = 360.0
  private static let height = 150.0
  private static let margin = (side: 48.0, top: 28.0, bottom: 24.0)

  /// The points from the earliest year on, over an axis that begins at zero; nothing for fewer than two.
  static func course(_ points: [Point], title: String) -> HTML {
    guard let first = points.first, let last = points.last, first.year < last.year else { return HTML() }
    let least = min(0, points.map(\.value).min() ?? 0)
    let most = max(0, points.map(\.value).max() ?? 0)
    guard most > least, (most - least).isFinite else { return HTML() }
    func x(_ point: Point) -> Double {
      margin.side + (width - 2 * margin.side) * Double(point.year - first.year)
        / Double(last.year - first.year)
    }
    func y(_ value: Double) -> Double {
      margin.top + (height - margin.top - margin.bottom) * (most - value) / (most - least)
    }
    let axis = HTML(
      "line",
      ["class": "axis", "x1": "8", "x2": number(width - 8), "y1": number(y(0)), "y2": number(y(0))])
    let lines = zip(points, points.dropFirst()).map { a, b in
      HTML(
        "line",
        [
          "class": b.isTarget ? "hope" : "course", "x1": number(x(a)), "y1": number(y(a.value)),
          "x2": number(x(b)),
          "y2": number(y(b.value)),
        ])
    }
    let marks = points.map { point in
      HTML(
        "circle",
        [
          "class": point.isTarget ? "target" : "reached", "cx": number(x(point)),
          "cy": number(y(point.value)), "r": "4",
        ])
        + label(point.figure, x(point), y(point.value) - 9) + label(String(point.year), x(point), height - 6)
    }
    return HTML(
      "svg",
      [
        "class": "chart", "viewBox": "0 0 \(number(width)) \(number(height))", "role": "img",
        "aria-label": title,
      ], [axis] + lines + marks)
  }

  private static func label(_ text: String, _ x: Double, _ y: Double) -> HTML {
    HTML("text", ["x": number(x), "y": number(y), "text-anchor": "middle"], HTML(text))
  }

  /// The mark of these pages: a line that was found among others.
  static let icon = HTML(
    "svg", ["xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 16 16"],
    HTML("rect", ["width": "16", "height": "16", "rx": "3", "fill": "#1d6b4f"]),
    HTML("path", ["d": "M3 4h10M3 12h10", "stroke": "#fff", "stroke-opacity": ".5", "stroke-width": "1.5"]),
    HTML("path", ["d": "M3 8h7", "stroke": "#ffe58a", "stroke-width": "2.5"]))

  /// To a tenth, without an exponent.
  static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0
      ? String(tenths / 10) : "\(value < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}
