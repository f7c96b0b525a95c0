import Answers
import JapaneseText
import Phrases
import PlanFacts

/// Many indicators on a screen: of each the newest figure and the target it is held against, in a row of a table or, where a name would have no
/// room, in a line below the name.
struct IndicatorList {
  private let items: [Item]
  private let first: Int
  private let style: TextStyle
  /// The points that are shown of each.
  private let shown: [[FigureText.PointText]]
  /// Titles of what is not shown.
  private let left: [String]

  /// Fewer are shown one by one, with all their points.
  private static let mostInFull = 4
  /// What a row leaves of a name.
  private static let shortestName = 24

  /// nil where the items are few or no indicators, or nothing cuts them short.
  /// - Parameter first: how many items were shown before.
  init?(_ items: [Item], from first: Int, _ style: TextStyle) {
    guard items.count > IndicatorList.mostInFull, style.layout == .fitted, !style.isUnbounded,
      items.allSatisfy({ $0.type == FactKind.indicator.rawValue && $0[IndicatorList.points] != nil })
    else { return nil }
    let all = items.map { item -> FigureText.PointLine in
      guard case .list(let values)? = item[IndicatorList.points] else { return FigureText.PointLine([]) }
      return FigureText.PointLine(values)
    }
    (self.items, self.first, self.style) = (items, first, style)
    shown = all.map(\.newestBesideTarget.points)
    let more = zip(all, shown).contains { $0.points.count > $1.count } ? [IndicatorList.points] : []
    let others = ItemTable.fieldNames(items).filter { $0 != IndicatorList.points }
    left = (more + others).map { Saying(field: $0)[style.language] }
  }

  private static let points = FieldName.points.rawValue

  var lines: [String] { table?.lines(style) ?? below + TextTable.note(notShown: left, style) }

  private var table: TextTable? {
    let (current, target) = (Point.Role.current.rawValue, Point.Role.target.rawValue)
    func column(_ role: String, _ isOf: (FigureText.PointText) -> Bool) -> TextTable.Column {
      TextTable.Column(
        title: Saying(field: role)[style.language],
        cells: shown.map { points in
          let cells = points.filter(isOf).map { TextStyle.printable($0.under(role)[style.language]) }
          return cells.isEmpty ? "–" : cells.joined(separator: " → ")
        }, side: .behind, isOptional: false)
    }
    let heads = TextTable.heads(items, from: first, style)
    let figures = [column(current) { $0.role != target }, column(target) { $0.role == target }]
      .filter { $0.cells.contains { $0 != "–" } }
    let fixed = (heads.dropLast() + figures).map { TextTable.width($0, style) }
    guard TextTable.total(fixed + [IndicatorList.shortestName]) <= style.columns else { return nil }
    return TextTable(columns: heads + figures + [TextTable.sources(items, style.language)], left: left)
  }

  private var below: [String] {
    zip(items.indices, zip(items, shown)).flatMap { place, of -> [String] in
      let (item, points) = of
      let number = style.place == .conversation ? "\(first + place + 1). " : ""
      let line =
        "    "
        + TextStyle.printable(points.map { $0.saying[style.language] }.joined(separator: " → "))
      let source = TextTable.place(item)
      let name = style.width.shortened(
        TextStyle.printable(item.name), to: style.columns - 2 - style.width.columns(number))
      let isFitting = style.width.columns(line) + 2 + style.width.columns(source) <= style.columns
      let linked = item.sources.first.map { style.linked(style.faint(source), to: $0.path) } ?? ""
      return ["  " + number + style.strong(name)]
        + (isFitting
          ? ["\(line)  \(linked)"] : style.width.wrapped(line, to: style.columns) + ["    \(linked)"])
    }
  }
}

extension FigureText.PointText {
  /// `872g以下（2025年度）`, in a column of one role; another is said.
  fileprivate func under(_ role: String) -> Saying {
    let own = self.role == role ? Saying("") : Saying(field: self.role).followed(by: Saying(" "))
    let what = Saying([label, figure].filter { !$0.isEmpty }.joined(separator: " "))
    let when = Saying(
      english: year.english.isEmpty ? "" : " (\(year.english))",
      japanese: year.japanese.isEmpty ? "" : "（\(year.japanese)）")
    return own.followed(by: what).followed(by: when)
  }
}
