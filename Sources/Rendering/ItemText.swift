import Answers
import JapaneseText
import Phrases
import PlanFacts
import Questions

/// Items as lines of text.
struct ItemText {
  let style: TextStyle
  /// The fields that the question speaks of, by which a table chooses its columns.
  private let mentioned: Set<String>
  private let isCourse: Bool
  private let first: Int
  private let isGrouped: Bool

  /// - Parameter first: how many items were shown before.
  init(style: TextStyle, reading: Reading, first: Int = 0) {
    self.style = style
    self.first = first
    let question = Question(canonical: reading.canonical)
    mentioned = Set(reading.asked + (question?.mentionedFields ?? []))
    if case .course? = question { isCourse = true } else { isCourse = false }
    if case .table? = question { isGrouped = true } else { isGrouped = false }
  }

  /// An item by itself, in full.
  init(style: TextStyle) {
    self.style = style
    first = 0
    mentioned = []
    isCourse = false
    isGrouped = false
  }

  private var width: DisplayWidth { style.width }
  private var language: Language { style.language }

  /// The only item in full; several as a table where their fields are short, else one after another in short form.
  /// - Parameter total: how many items there are, of which these are the first.
  func lines(_ items: [Item], of total: Int) -> [String] {
    let items = items.map { $0.liftingColumns(Array(mentioned)) }
    if style.layout == .plain { return zip((first + 1)..., items).map { plainLine($1, number: $0) } }
    if total == 1, let item = items.first { return full(item) }
    if isCourse { return items.flatMap(full) }
    if let list = IndicatorList(items, from: first, style) { return list.lines }
    if let table = TextTable(items, from: first, asked: mentioned, style: style, bars: isGrouped) {
      return table.lines(style)
    }
    return zip((first + 1)..., items).flatMap { number, item in brief(item, number: number) }
  }

  private func brief(_ item: Item, number: Int) -> [String] {
    if item.type == "passage" {
      return (number > 1 ? [""] : []) + PassageText(style: style).lines(item, head: self.number(number))
    }
    let detail = style.layout == .wide ? Detail.whole : .brief
    return ["  " + self.number(number) + name(item)] + body(item, in: detail)
      + [place(item, all: detail == .whole)]
  }

  /// The number by which a conversation can name an item.
  private func number(_ number: Int) -> String { style.place == .conversation ? "\(number). " : "" }

  private enum Detail { case brief, whole }

  private func name(_ item: Item) -> String { style.strong(TextStyle.printable(item.name)) }

  func full(_ item: Item) -> [String] {
    if item.type == "passage" { return PassageText(style: style).lines(item, head: "") }
    return ["  " + name(item)] + body(item, in: .whole)
      + item.sameAs.map {
        "    " + TextStyle.printable(Phrase.sameMeasure.with(Saying($0.document), Saying($0.name))[language])
      }
      + [place(item, all: true)]
  }

  private func place(_ item: Item, all: Bool) -> String {
    let more = !all && item.sources.count > 1 ? " (+\(item.sources.count - 1))" : ""
    return (all ? item.sources[...] : item.sources.prefix(1)).map { source in
      let citation = TextStyle.printable(source.citation)
      let section = source.section.isEmpty ? "" : "  " + source.section.joined(separator: " › ")
      let rest = TextStyle.printable(source.remark(in: language) + section + more)
      let room = style.layout == .wide ? .max : max(20, style.columns - 4 - width.columns(citation))
      return "    " + style.linked(style.faint(citation), to: source.path)
        + style.faint(width.shortened(rest, to: room))
    }.joined(separator: "\n")
  }

  private func body(_ item: Item, in detail: Detail) -> [String] {
    // a row of figures as printed says what its amount, unit and share say
    let isPrinted = item.type == FactKind.figure.rawValue && item["text"] != nil
    let said =
      (isPrinted ? ["amount", "unit", "share"] : []) + (item["level"] == nil ? [] : ["levelText"])
      + (item.hasUnitOfMoney ? Item.moneyUnitNames : [])
    let fields = item.fields.filter { !said.contains($0.name) }
    return fields.flatMap { field -> [String] in
      let title = Saying(field: field.name)[language]
      switch field.value {
      case .list(let values) where FigureText.PointText.names.contains(field.name):
        return pointLines(values, of: field.name, detail)
      case .list(let values) where field.name == "schedule": return scheduleLines(values)
      case .list(let values):
        let texts = values.map(ItemTable.cell)
        let isTargets = field.name == "sdgTargets"
        return plain(isTargets ? "SDGs" : title, texts.joined(separator: isTargets ? " " : "; "), detail)
      case .text(let text): return plain(title, text, detail)
      case .number, .flag: return plain(title, ItemText.short(field, of: item, language), detail)
      // columns that no field claims, by their own heads
      case .object(let members): return members.flatMap { plain($0.name, ItemTable.cell($0.value), detail) }
      }
    }
  }

  /// A value of a few words: figures with separators, levels with what they mean, points and years one behind the other.
  /// - Parameter hasUnit: false where the head of a column says in what money is counted.
  static func short(_ field: ItemField, of item: Item, _ language: Language, hasUnit: Bool = true) -> String {
    switch field.value {
    case .number(let number):
      let unit = hasUnit ? item.moneyUnit(of: field.name) ?? "" : ""
      let isPercent = field.name == FieldName.share.rawValue
      let figure = FigureText.plain(number, field: field.name) + (isPercent ? "%" : unit)
      guard field.name == FieldName.level.rawValue, case .text(let text)? = item["levelText"] else {
        return figure
      }
      return "\(figure) \(TextStyle.printable(text))"
    case .flag(let flag): return (flag ? Phrase.yes : .no)(language)
    case .list(let values) where FigureText.PointText.names.contains(field.name):
      return TextStyle.printable(FigureText.PointLine(values, of: field.name).saying[language])
    case .text, .list, .object: return TextStyle.printable(ItemTable.cell(field.value))
    }
  }

  private func plain(_ title: String, _ text: String, _ detail: Detail) -> [String] {
    let shown = TextStyle.printable(text)
    let head = "    " + width.padded(title, to: 12) + "  "
    let room = max(20, style.columns - width.columns(head))
    switch detail {
    case .brief: return [head + width.shortened(shown, to: room)]
    case .whole:
      let indent = String(repeating: " ", count: width.columns(head))
      return width.wrapped(shown, to: room).enumerated().map { ($0 == 0 ? head : indent) + $1 }
    }
  }

  /// In short on one line; in full a point a line, or as a chart where three or more share a unit.
  private func pointLines(_ values: [ItemValue], of name: String, _ detail: Detail) -> [String] {
    let line = FigureText.PointLine(values, of: name)
    if detail == .brief, line.points.count <= 4 {
      let text = "    " + TextStyle.printable(line.saying[language])
      if width.columns(text) <= style.columns { return [text] }
    }
    return PointChart(line.points).lines(style).map { "    " + $0 }
  }

  private func scheduleLines(_ values: [ItemValue]) -> [String] {
    values.compactMap { value -> String? in
      guard case .object(let fields) = value, let entry = FigureText.ScheduleText(fields) else { return nil }
      return "    " + width.padded(entry.year[language], to: 12) + "  " + TextStyle.printable(entry.items)
    }
  }

  /// Everything of an item on one line.
  private func plainLine(_ item: Item, number: Int) -> String {
    let fields = item.fields.filter { $0.name != "highlights" }.map { field -> String in
      let text = ItemText.short(field, of: item, language)
      return FigureText.PointText.names.contains(field.name)
        ? text : "\(Saying(field: field.name)[language]) \(text)"
    }
    let sources = item.sources.map { $0.citation + $0.remark(in: language) }.joined(separator: ", ")
    let parts = [item.name] + fields + ["\(Phrase.source(language)) \(sources)"]
    return TextStyle.printable(
      self.number(number) + parts.joined(separator: language == .japanese ? "、" : ", "))
  }
}

/// Items of an answer by themselves, as a conversation shows them after it.
package struct ItemList {
  private let style: TextStyle

  package init(style: TextStyle) { self.style = style }

  /// Some items of a reading, numbered on from `first` (0-based).
  package func lines(_ items: [Item], of reading: Reading, from first: Int) -> [String] {
    ItemText(style: style, reading: reading, first: first).lines(
      items.map { $0.only(reading.asked) }, of: reading.items.count)
  }

  /// One item with everything it has.
  package func whole(_ item: Item) -> [String] { ItemText(style: style).full(item) }
}

extension ItemSource {
  /// What a person should know of the place, behind its citation.
  package func remark(in language: Language) -> String { isChanged ? Phrase.changed(language) : "" }
}
