import Answers
import JapaneseText
import Phrases

/// The figures of a measure, a line each; in order of year with bars, an axis and a line at the target where they can be
/// compared.
struct PointChart {
  private let points: [FigureText.PointText]
  /// The largest figure; nil where figures of unlike units, too few or negative ones make no chart.
  private let largest: ExactNumber?
  /// The longest bar, in columns.
  private static let length = 20

  init(_ points: [FigureText.PointText]) {
    let numbers = points.compactMap(\.value)
    let isComparable =
      numbers.count >= 3 && Set(points.map(\.unit)).count == 1
      && numbers.allSatisfy { !($0 < ExactNumber(0)) }
    largest = isComparable ? numbers.max() : nil
    // what has no year stays where it is printed, behind what has
    self.points =
      largest == nil
      ? points
      : points.enumerated().sorted { a, b in
        (a.element.lastYear ?? .max, a.offset) < (b.element.lastYear ?? .max, b.offset)
      }.map(\.element)
  }

  func lines(_ style: TextStyle) -> [String] {
    let cells = points.map { point in
      [Saying(field: point.role)[style.language], point.year[style.language], point.label, point.figure]
        .map(TextStyle.printable)
    }
    let widths = (0..<4).map { column in cells.map { style.width.columns($0[column]) }.max() ?? 0 }
    let rows = cells.map { cell in
      (0..<4).filter { widths[$0] > 0 }.map { column in
        style.width.padded(cell[column], to: widths[column], side: column == 3 ? .before : .behind)
      }.joined(separator: "  ")
    }
    guard let largest, Double(largest) > 0 else { return rows }
    let indent = rows.first.map(style.width.columns) ?? 0
    let mark = targetColumn(Double(largest))
    return zip(rows, points).map { row, point in
      let bar = point.value.map { FigureText.bar($0, of: Double(largest), width: PointChart.length) } ?? ""
      return (row + "  " + PointChart.marked(bar, at: mark)).trimmedBehind
    } + [String(repeating: " ", count: indent + 2) + axis(largest, mark)]
  }

  /// Where the last target stands, in columns from the axis's start.
  private func targetColumn(_ largest: Double) -> Int? {
    points.last { $0.role == "target" && $0.value != nil }?.value
      .map { Int((Double($0) / largest * Double(PointChart.length)).rounded()) }
  }

  /// The target's line goes on behind bars that end before it.
  private static func marked(_ bar: String, at mark: Int?) -> String {
    guard let mark, bar.count <= mark else { return bar }
    return bar + String(repeating: " ", count: mark - bar.count) + "┊"
  }

  /// `0 └───┴── 160`
  private func axis(_ largest: ExactNumber, _ mark: Int?) -> String {
    let line = (0...PointChart.length).map { $0 == 0 ? "└" : $0 == mark ? "┴" : "─" }.joined()
    return "\(line) \(FigureText.grouped(largest))\(TextStyle.printable(points.first?.unit ?? ""))"
  }
}

extension String {
  fileprivate var trimmedBehind: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
