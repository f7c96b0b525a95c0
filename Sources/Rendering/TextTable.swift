import Answers
import JapaneseText
import Phrases
import PlanFacts

/// Columns of text under their titles, as wide as their widest cell, on a screen.
struct TextTable {
  struct Column {
    let title: String
    let cells: [String]
    let side: DisplayWidth.Side
    /// True where the column may be left out, and named below, when the screen is too narrow.
    let isOptional: Bool
    /// Bars have no title.
    var isBar: Bool { isOptional && title.isEmpty }
    /// True where cells may be cut, names first of all.
    var isName = false
    /// The file behind each cell.
    var paths: [String] = []
    /// True for places, which stand below their row where names would be left without room.
    var isSource = false
  }

  private let columns: [Column]
  /// Texts too long for a column, below their row: title and text.
  private let below: [[(title: String, text: String)]]
  /// Titles of fields that no column shows.
  private let left: [String]
  private static let gap = "  "
  /// What is left of a name when others need its room.
  private static let shortestName = 16

  func lines(_ style: TextStyle) -> [String] {
    var shown = columns.map { (column: $0, width: TextTable.width($0, style)) }
    var dropped = left
    if style.layout != .wide { fit(&shown, &dropped, style) }
    let source = shown.contains(where: \.column.isSource) ? nil : columns.first(where: \.isSource)
    let titles = TextTable.line(shown.map { ($0.column, $0.column.title, $0.width, "") }, style)
    let rows = (columns.first?.cells ?? []).indices.flatMap { row in
      [
        TextTable.line(
          shown.map { place in
            let path = place.column.paths.isEmpty ? "" : place.column.paths[row]
            return (place.column, place.column.cells[row], place.width, path)
          }, style)
      ] + (source.map { ["      " + style.linked(style.faint($0.cells[row]), to: $0.paths[row])] } ?? [])
        + (below.isEmpty ? [] : below[row].flatMap { lines(below: $0, style) })
    }
    return [style.faint(titles)] + rows + TextTable.note(notShown: dropped, style)
  }

  /// Names what is not shown, and the command that shows it.
  static func note(notShown fields: [String], _ style: TextStyle) -> [String] {
    guard !fields.isEmpty else { return [] }
    let command = style.place == .conversation ? ":wide" : "--wide"
    let note = Phrase.notShown.with(fields.map { Saying($0) }.listed, Saying(command))[style.language]
    return style.width.wrapped("(\(note))", to: max(20, style.columns - 2)).map {
      style.faint(TextTable.gap + $0)
    }
  }

  /// Cuts names, then drops columns that were not asked for, the last first, then puts places below, then cuts names further.
  private func fit(
    _ shown: inout [(column: Column, width: Int)], _ dropped: inout [String], _ style: TextStyle
  ) {
    func excess() -> Int { TextTable.total(shown.map(\.width)) - style.columns }
    func cutNames(to shortest: Int) {
      for i in shown.indices where shown[i].column.isName && excess() > 0 {
        shown[i].width = min(shown[i].width, max(shortest, shown[i].width - excess()))
      }
    }
    cutNames(to: TextTable.shortestName)
    // bars are of more use beside their figures than places are
    if excess() > 0, shown.contains(where: \.column.isBar),
      let source = shown.firstIndex(where: \.column.isSource)
    {
      shown.remove(at: source)
    }
    // a name is cut only for what then fits
    while excess() > 0, let last = shown.lastIndex(where: \.column.isOptional) {
      let title = shown.remove(at: last).column.title
      if !title.isEmpty { dropped.insert(title, at: 0) }
    }
    if excess() > 0, let source = shown.firstIndex(where: \.column.isSource) { shown.remove(at: source) }
    for i in shown.indices where shown[i].column.isName {
      let whole = TextTable.width(shown[i].column, style)
      shown[i].width = max(min(whole, shown[i].width - excess()), min(whole, TextTable.shortestName / 2))
    }
  }

  private func lines(below text: (title: String, text: String), _ style: TextStyle) -> [String] {
    let head = "      " + (text.title.isEmpty ? "" : text.title + "  ")
    let indent = String(repeating: " ", count: style.width.columns(head))
    return style.width.wrapped(text.text, to: max(20, style.columns - indent.count)).enumerated()
      .map { style.faint(($0 == 0 ? head : indent) + $1) }
  }

  static func width(_ column: Column, _ style: TextStyle) -> Int {
    ([column.title] + column.cells).map { style.width.columns($0) }.max() ?? 0
  }

  static func total(_ widths: [Int]) -> Int { widths.reduce(0) { $0 + $1 + gap.count } }

  /// No line ends with spaces.
  private static func line(
    _ cells: [(column: Column, text: String, width: Int, path: String)], _ style: TextStyle
  ) -> String {
    // a bar has no head, and an empty cell no text
    let last = cells.lastIndex { !$0.text.isEmpty } ?? 0
    return cells.prefix(last + 1).enumerated().map { place, cell in
      let text = style.width.shortened(cell.text, to: cell.width)
      let padded =
        place == last && cell.column.side == .behind
        ? text : style.width.padded(text, to: cell.width, side: cell.column.side)
      return gap + (cell.path.isEmpty ? padded : style.linked(padded, to: cell.path))
    }.joined()
  }
}

extension TextTable {
  /// Items of short fields, a row each; nil where they are better shown one by one.
  /// - Parameter first: how many items were shown before.
  /// - Parameter asked: names of the fields that the question speaks of.
  /// - Parameter bars: whether the last figure of each is drawn, too.
  init?(_ items: [Item], from first: Int = 0, asked: Set<String>, style: TextStyle, bars: Bool) {
    // Passages are prose, and the points of indicators a line of their own.
    guard !items.contains(where: { $0.type == "passage" || $0.type == FactKind.indicator.rawValue }) else {
      return nil
    }
    let names = TextTable.names(items, asked)
    let short = names.filter { name in items.allSatisfy { TextTable.isShort($0[name], style) } }
    let long = names.filter { !short.contains($0) }
    guard !short.isEmpty else { return nil }
    let language = style.language
    var columns = TextTable.heads(items, from: first, style)
    columns += short.map { TextTable.column($0, items, isAsked: asked.contains($0), language) }
    if bars { columns += TextTable.bars(items, short) }
    if items.contains(where: { !$0.sources.isEmpty }) { columns.append(TextTable.sources(items, language)) }
    self.columns = columns
    // what is the same in every row need not stand under each
    func varies(_ name: String) -> Bool { Set(items.map { $0[name] }).count > 1 }
    let told = style.layout == .wide ? long : long.filter { asked.contains($0) && varies($0) }
    below =
      told.isEmpty
      ? []
      : items.map { item in
        told.compactMap { name in
          item.fields.first { $0.name == name }.map {
            // points say themselves what they are
            (
              FigureText.PointText.names.contains(name) ? "" : Saying(field: name)[language],
              ItemText.short($0, of: item, language)
            )
          }
        }
      }
    left = long.filter { !told.contains($0) }.map { Saying(field: $0)[language] }
  }

  init(columns: [Column], left: [String]) {
    (self.columns, self.left, below) = (columns, left, [])
  }

  /// Numbers, by which a conversation names items, and names.
  static func heads(_ items: [Item], from first: Int, _ style: TextStyle) -> [Column] {
    let numbers = Column(
      title: "#", cells: items.indices.map { String($0 + first + 1) }, side: .before, isOptional: false)
    let names = Column(
      title: Phrase.name(style.language),
      cells: items.map {
        TextStyle.printable($0.isUnstatedGroup ? Phrase.notStatedGroup(style.language) : $0.name)
      },
      side: .behind, isOptional: false, isName: true)
    return style.place == .conversation ? [numbers, names] : [names]
  }

  static func sources(_ items: [Item], _ language: Language) -> Column {
    Column(
      title: Phrase.source(language), cells: items.map(TextTable.place), side: .behind, isOptional: false,
      paths: items.map { $0.sources.first?.path ?? "" }, isSource: true)
  }

  /// Fields of the items in the contract's order, but for those that another column says.
  private static func names(_ items: [Item], _ asked: Set<String>) -> [String] {
    let explaining = ["category", "levelText", "levelRevised", "originalLevel", "direction", "directionText"]
    return ItemTable.fieldNames(items).filter { name in
      // a row of figures is printed as it is read
      let isRepeated =
        ["text", "isTotal"].contains(name) && items.allSatisfy { $0.type == FactKind.figure.rawValue }
      // 千円 stands with the amounts
      let isWithAmount =
        Item.moneyUnitNames.contains(name) && items.allSatisfy { $0[name] == nil || $0.hasUnitOfMoney }
      return !isRepeated && !isWithAmount
        && (!explaining.contains(name) || asked.contains(name) && name != "levelText")
    }
  }

  private static func isShort(_ value: ItemValue?, _ style: TextStyle) -> Bool {
    switch value {
    case .text(let text): style.width.columns(text) <= 24
    case .number, .flag, nil: true
    case .list, .object: false
    }
  }

  private static func column(_ name: String, _ items: [Item], isAsked: Bool, _ language: Language) -> Column {
    let fields = items.map { item in item.fields.first { $0.name == name } }
    let isNumeric = fields.allSatisfy { field in
      if case .number? = field?.value { true } else { field == nil }
    }
    let units = zip(items, fields).compactMap { item, field in field.map { item.moneyUnit(of: $0.name) ?? "" }
    }
    .uniqued
    let unit = units.count == 1 ? units[0] : ""
    let cells = zip(items, fields).map { item, field in
      field.map { ItemText.short($0, of: item, language, hasUnit: unit.isEmpty) } ?? "–"
    }
    // a level is a figure with words behind it
    let side: DisplayWidth.Side = isNumeric && name != FieldName.level.rawValue ? .before : .behind
    return Column(
      title: TextStyle.printable(Saying(field: name, in: unit)[language]), cells: cells, side: side,
      isOptional: !isAsked)
  }

  /// The last figure of each group as a bar.
  private static func bars(_ items: [Item], _ fields: [String]) -> [Column] {
    guard items.count > 1, let name = fields.last else { return [] }
    let numbers = items.map { item -> ExactNumber? in
      if case .number(let number)? = item[name] { number } else { nil }
    }
    let known = numbers.compactMap(\.self)
    guard let largest = known.max(), ExactNumber(0) < largest, known.allSatisfy({ !($0 < ExactNumber(0)) })
    else { return [] }
    let cells = numbers.map { $0.map { FigureText.bar($0, of: Double(largest), width: 12) } ?? "" }
    return [Column(title: "", cells: cells, side: .behind, isOptional: true)]
  }

  /// The first place of an item, and how many more there are.
  static func place(_ item: Item) -> String {
    guard let first = item.sources.first else { return "–" }
    let more = item.sources.count > 1 ? " (+\(item.sources.count - 1))" : ""
    return TextStyle.printable(first.citation + more)
  }
}
