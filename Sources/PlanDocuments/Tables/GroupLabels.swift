import JapaneseText
import SourceFiles

/// The labels of a first column that stand beside several rows, each around the middle of its rows:
///
///                 10101   湖の学校事業    8.5
///     １－１      10102   森の道事業     14.4
///     子育て支援   10103   橋の修繕事業     2.0
///                          小 計        24.9
///                 10201   舟着場の改修    3.0
///     １－２
///                 10202   岸の掃除事業    1.0
///
/// Where one label's rows end, those of the next begin, from the first row to the last: few ways to part them agree with all labels.
struct GroupLabels {
  struct Group: Hashable {
    /// Line by line.
    var text: [String] = []
    /// Numbers of the lines that it stands on.
    var lines: [Int] = []
    /// Numbers of the first and the last line of its rows.
    var range = 0...0
  }

  /// From the top; empty where the first column is one like the others.
  let groups: [Group]

  /// - Parameter lines: Of a table, from the top.
  init(in lines: [WrappedRows.Line]) {
    groups = GroupLabels.groups(in: lines) ?? []
  }

  private static func groups(in lines: [WrappedRows.Line]) -> [Group]? {
    let rows = lines.filter { line in line.cells.count { $0.key > 0 } > 1 }
    // most rows have a name of their own, and none of theirs in the first column
    let named = Dictionary(
      rows.flatMap { row in row.cells.keys.filter { $0 > 0 && !row.figures.contains($0) }.map { ($0, 1) } },
      uniquingKeysWith: +)
    guard
      named.values.contains(where: { $0 * 10 >= rows.count * 7 }),
      rows.count(where: { $0.cells[0] == nil }) * 5 >= rows.count * 2
    else { return nil }
    var labels: [Group] = []
    for (i, line) in lines.enumerated() {
      guard let text = line.cells[0] else { continue }
      if i > 0, lines[i - 1].cells[0] != nil {
        labels[labels.count - 1].text.append(text)
        labels[labels.count - 1].lines.append(line.number)
      } else {
        labels.append(Group(text: [text], lines: [line.number]))
      }
    }
    let isFigure = { (label: Group) in
      lines.allSatisfy { !label.lines.contains($0.number) || $0.figures.contains(0) }
    }
    guard !labels.isEmpty, labels.count * 2 <= rows.count, !labels.contains(where: isFigure) else {
      return nil
    }
    // the cheapest ways to part the first rows between the labels so far, by how many rows these are
    var ways = [0: (price: 0, ends: [Int]())]
    for label in labels {
      let middle = label.lines[0] + label.lines[label.lines.count - 1]
      var next: [Int: (price: Int, ends: [Int])] = [:]
      for (start, way) in ways where start < rows.count {
        // rows by their last line
        let first = rows[(start + 1)...].partitioningIndex {
          rows[start].number + $0.number - middle >= -farthest
        }
        for end in max(start + 1, first)...rows.count {
          let apart = rows[start].number + rows[end - 1].number - middle
          if apart > farthest { break }
          let price = way.price + abs(apart)
          if apart >= -farthest, next[end].map({ price < $0.price }) ?? true {
            next[end] = (price, way.ends + [end])
          }
        }
      }
      ways = next
    }
    guard let ends = ways[rows.count]?.ends else { return nil }
    return zip(labels, zip([0] + ends, ends)).map { label, own in
      Group(text: label.text, lines: label.lines, range: rows[own.0].number...rows[own.1 - 1].number)
    }
  }

  /// By how much the sum of the first and the last line of rows may differ from that of their label: a line and a half.
  private static let farthest = 3

  /// The cells of the labels beside rows that begin on some lines.
  ///
  /// - Parameters:
  ///   - starts: The first line of each row, from the top.
  ///   - firstRow: The number of the first of them in the grid.
  func cells(besides starts: [Int], from firstRow: Int) -> [GridCell] {
    groups.compactMap { group in
      // the first line of a row may stand above that of its figures
      let before = groups.last { $0.range.upperBound < group.range.lowerBound }?.range.upperBound ?? 0
      let rows = starts.indices.filter { before < starts[$0] && starts[$0] <= group.range.upperBound }
      guard let first = rows.first, let last = rows.last else { return nil }
      return GridCell(
        row: firstRow + first, column: 0, rowSpan: last - first + 1, text: group.text, lines: group.lines)
    }
  }
}
