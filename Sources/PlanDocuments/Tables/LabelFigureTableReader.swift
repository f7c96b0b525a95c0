import JapaneseText
import SourceFiles

/// Reads lists that give a figure to a few words a line, under a title that says what was counted:
///
///     町別の倉庫数（単位：棟）
///     北町 10
///     西町 －           stated to have no figure; the list goes on
///     合計 10           ends the list, as the line of its source does
///     （出所）みどり市調査
///
/// A list is two columns: the words and their figures. Blank lines may stand between rows. It never takes the title of the next.
package struct LabelFigureTableReader {
  private let lines: [String]
  private let isOpen: (Int) -> Bool
  private let isTitle: (String) -> Bool
  private let units: Set<String>

  private struct Row {
    let line: Int
    let label: String
    let figure: String
  }

  /// - Parameters:
  ///   - isOpen: Whether a line (0-based) may belong to a list.
  ///   - isTitle: Whether a text says what a list counts.
  package static func grids(
    in lines: [String], units: Set<String>, where isOpen: @escaping (Int) -> Bool,
    titled isTitle: @escaping (String) -> Bool
  ) -> [Grid] {
    let reader = LabelFigureTableReader(lines: lines, isOpen: isOpen, isTitle: isTitle, units: units)
    var grids: [Grid] = []
    var i = 0
    while i < lines.count {
      let rows = reader.rows(below: i)
      if reader.isBelievable(rows) { grids.append(LabelFigureTableReader.grid(rows)) }
      i = max(i + 1, (rows.last?.line ?? 0))
    }
    return grids
  }

  /// The rows of the list whose title is line `title`; empty where it is none.
  private func rows(below title: Int) -> [Row] {
    let text = lines[title].unicodeScalars.trimmed
    // few lines have a row below them, and what a title is costs more to find out
    guard (2...60).contains(text.count), isOpen(title), opensRows(below: title), row(title) == nil,
      isTitle(text.text)
    else { return [] }
    var rows: [Row] = []
    var last = title
    for i in lines.indices[(title + 1)...] {
      if lines[i].unicodeScalars.allSatisfy(\.isBlank) {
        if i - last > 2 { break }
        continue
      }
      guard isOpen(i), let row = row(i) else { break }
      rows.append(row)
      last = i
      if CellRoles.isTotal(row.label), !["小計", "中計"].contains(HeadText.folded(row.label).text) { break }
    }
    return rows
  }

  private func opensRows(below title: Int) -> Bool {
    let next = lines.indices[(title + 1)...].prefix(3).first {
      !lines[$0].unicodeScalars.allSatisfy(\.isBlank)
    }
    return next.map { isOpen($0) && row($0) != nil } ?? false
  }

  /// `北町 150,000`, `西町 －`: words, a gap, and one figure or a mark in place of it.
  private func row(_ i: Int) -> Row? {
    let text = lines[i].unicodeScalars.trimmed
    guard (3...60).contains(text.count), !text.contains("|"), !lines[i].unicodeScalars.contains("\t"),
      let gap = text.lastIndex(where: { ScriptClass($0) == .space })
    else { return nil }
    let figure = text[(gap + 1)...].text
    let label = text[..<gap].trimmed
    guard LabelFigureTableReader.isLabel(label), YearMention.all(in: Array(figure.unicodeScalars)).isEmpty,
      CellKind.isNothing(figure) || FigureShape(figure, units: units) != nil
    else { return nil }
    return Row(line: i + 1, label: label.text, figure: figure)
  }

  private static func isLabel(_ label: [Unicode.Scalar]) -> Bool {
    (1...24).contains(label.count) && label.contains { ScriptClass($0).isJapanese }
      && !label.contains { "。:：「」？●○◎※・【】".unicodeScalars.contains($0) }
      && !label.split(whereSeparator: \.isBlank).contains { FigureShape($0.text, units: []) != nil }
      && Set(label.filter { ScriptClass($0) != .space }).count > 0
  }

  /// Parts that come to a printed total, or three figures of one unit or more; each under a name of its own.
  private func isBelievable(_ rows: [Row]) -> Bool {
    guard rows.count > 1,
      Set(rows.map(\.label)).count == rows.count || rows.contains(where: { $0.label.contains("小計") })
    else { return false }
    let shapes = rows.compactMap { FigureShape($0.figure, units: units) }
    guard Set(shapes.map(\.quantity.unit)).count == 1 else { return false }
    if shapes.count > 2 { return true }
    guard let total = rows.last, CellRoles.isTotal(total.label), shapes.count == rows.count else {
      return false
    }
    let sum = shapes.dropLast().reduce(ExactNumber(0)) { $0.adding($1.quantity.value) ?? $0 }
    return sum == shapes.last?.quantity.value
  }

  private static func grid(_ rows: [Row]) -> Grid {
    Grid(
      cells: rows.enumerated().flatMap { r, row in
        [
          GridCell(row: r, column: 0, text: [row.label], lines: [row.line]),
          GridCell(row: r, column: 1, text: [row.figure], lines: [row.line]),
        ]
      })
  }
}
