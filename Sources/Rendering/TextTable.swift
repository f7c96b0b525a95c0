import Answers
import JapaneseText

/// Columns of text under their titles, as wide as their widest cell.
struct TextTable {
  struct Column {
    let title: String
    let cells: [String]
    let side: DisplayWidth.Side
    /// True where the column is left out, and named below, when the screen is too narrow.
    let isOptional: Bool
  }

  let columns: [Column]
  private static let gap = "  "

  func lines(_ style: TextStyle) -> [String] {
    var shown = columns.map { (column: $0, width: TextTable.width($0, style)) }
    var dropped: [String] = []
    while TextTable.total(shown.map(\.width)) > style.columns,
      let last = shown.lastIndex(where: \.column.isOptional)
    {
      dropped.insert(shown.remove(at: last).column.title, at: 0)
    }
    let titles = TextTable.line(shown.map { ($0.column.title, $0.width, $0.column.side) }, style)
    let rows = (columns.first?.cells ?? []).indices.map { row in
      TextTable.line(shown.map { ($0.column.cells[row], $0.width, $0.column.side) }, style)
    }
    let note =
      dropped.isEmpty
      ? [] : [style.faint(TextTable.gap + "(not shown: " + dropped.joined(separator: ", ") + ")")]
    return [style.faint(titles)] + rows + note
  }

  private static func width(_ column: Column, _ style: TextStyle) -> Int {
    ([column.title] + column.cells).map { style.width.columns($0) }.max() ?? 0
  }

  private static func total(_ widths: [Int]) -> Int { widths.reduce(0) { $0 + $1 + gap.count } }

  /// The last cell is not padded behind: no line ends with spaces.
  private static func line(_ cells: [(text: String, width: Int, side: DisplayWidth.Side)], _ style: TextStyle)
    -> String
  {
    cells.enumerated().map { place, cell in
      place == cells.count - 1 && cell.side == .behind
        ? gap + cell.text : gap + style.width.padded(cell.text, to: cell.width, side: cell.side)
    }.joined()
  }
}

extension TextTable {
  /// Items of short fields, a row each; nil where they are better shown one by one.
  init?(_ items: [Item], style: TextStyle) {
    let fields = TextTable.fields(items, style)
    guard !fields.isEmpty else { return nil }
    var columns: [Column] = []
    if style.place == .conversation {
      columns.append(
        Column(title: "#", cells: items.indices.map { String($0 + 1) }, side: .before, isOptional: false))
    }
    columns.append(
      Column(
        title: "name", cells: items.map { TextStyle.printable($0.name) }, side: .behind, isOptional: false))
    columns += fields.map { TextTable.column($0, items) }
    if items.contains(where: { !$0.sources.isEmpty }) {
      columns.append(
        Column(title: "source", cells: items.map(TextTable.place), side: .behind, isOptional: false))
    }
    self.init(columns: columns)
  }

  /// Fields that are short in every item, in the contract's order.
  private static func fields(_ items: [Item], _ style: TextStyle) -> [String] {
    // Passages are prose, and the points of indicators a table of their own.
    guard !items.contains(where: { $0.type == "passage" || $0.type == "indicator" }) else { return [] }
    // What only explains another column; a single item shows it.
    let explaining = ["category", "levelText", "levelRevised", "originalLevel", "direction", "directionText"]
    return ItemTable.fieldNames(items).filter { name in
      let values = items.compactMap { item in item.fields.first { $0.name == name }?.value }
      // a row of figures is printed as it is read
      let isRepeated = ["text", "isTotal"].contains(name) && items.allSatisfy { $0.type == "figure" }
      return !explaining.contains(name) && !isRepeated && values.allSatisfy { isShort($0, style) }
    }
  }

  private static func isShort(_ value: ItemValue, _ style: TextStyle) -> Bool {
    switch value {
    case .text(let text): style.width.columns(text) <= 24
    case .number, .flag: true
    case .list, .object: false
    }
  }

  private static func column(_ name: String, _ items: [Item]) -> Column {
    let values = items.map { item in item.fields.first { $0.name == name }?.value }
    let isNumeric = values.allSatisfy { value in
      if case .number? = value { true } else { value == nil }
    }
    let cells = values.map { value -> String in
      if case .number(let number)? = value { return FigureText.plain(number, field: name) }
      return value.map { TextStyle.printable(ItemTable.cell($0)) } ?? "–"
    }
    return Column(title: name, cells: cells, side: isNumeric ? .before : .behind, isOptional: true)
  }

  private static func place(_ item: Item) -> String {
    guard let first = item.sources.first else { return "–" }
    let more = item.sources.count > 1 ? " (+\(item.sources.count - 1))" : ""
    return TextStyle.printable(first.citation + more)
  }
}
