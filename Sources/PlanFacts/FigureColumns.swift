import JapaneseText
import PlanDocuments

/// A chart whose figures and labels were torn apart: a column of shares, then a column of as many labels.
///
///     48.5%         人手不足
///     31.3%         設備の不足
///      8.8%   and   その他
///      2.0%         無回答
///
/// They are put together only where the figures are in order, as charts of answers are: then a line that were missing or
/// wrapped would show in the counts, and figures of another chart in the order. What is always drawn last (その他) may break it.
struct FigureColumns: Sendable {
  struct Row: Sendable {
    let label: String
    let cell: FigureCell
    let labelLine: Int
    let figureLine: Int
  }

  let rows: [Row]
  /// From its first line to behind its last, as indices of the lines it was found in.
  let start: Int
  let end: Int

  /// 1-based, in its plan.
  var lastLine: Int { rows.last?.labelLine ?? 0 }

  /// All of some lines, in order. `nil` stands for lines no column goes on over.
  static func all(of lines: [NumberedLine?]) -> [FigureColumns] {
    var found: [FigureColumns] = []
    var i = 0
    while i < lines.count {
      if let columns = FigureColumns(lines, at: i) {
        found.append(columns)
        i = columns.end
      } else {
        i += 1
      }
    }
    return found
  }

  private init?(_ lines: [NumberedLine?], at start: Int) {
    // the first of its column
    if start > 0, let before = lines[start - 1], FigureColumns.share(before) != nil { return nil }
    let figures = lines[start...].prefix { $0.map { FigureColumns.share($0) != nil } ?? false }.compactMap(
      \.self)
    guard figures.count > 3 else { return nil }
    let labels = lines[(start + figures.count)...].prefix(figures.count + 1).prefix {
      $0.map { FigureColumns.isLabel($0) } ?? false
    }.compactMap(\.self)
    guard labels.count >= figures.count else { return nil }
    self.start = start
    end = start + figures.count * 2
    // one label more: which of them is none of the chart can't be told
    guard labels.count == figures.count || FigureColumns.isTitle(labels[figures.count]) else { return nil }
    rows = zip(figures, labels).compactMap { figure, label in
      FigureColumns.share(figure).map {
        Row(
          label: FigureLine.withoutBullet(label).closedUp, cell: $0, labelLine: label.number,
          figureLine: figure.number)
      }
    }
    guard FigureColumns.isOrdered(rows), Set(rows.map(\.label)).count == rows.count else { return nil }
  }

  private static func share(_ line: NumberedLine) -> FigureCell? {
    guard case .figure(let cell) = FigureLine(line), cell.amount == nil else { return nil }
    return cell
  }

  private static func isLabel(_ line: NumberedLine) -> Bool {
    if case .label = FigureLine(line) { line.scalars.count > 1 } else { false }
  }

  private static func isTitle(_ line: NumberedLine) -> Bool { FigureTitle.isTitle(line.text) }

  private static func isOrdered(_ rows: [Row]) -> Bool {
    let shares = rows.filter { !Fact.restNames.contains($0.label) }.compactMap(\.cell.share)
    return zip(shares, shares.dropFirst()).allSatisfy { !($0 < $1) }
  }
}
