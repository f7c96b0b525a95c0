import Answers
import JapaneseText

/// Items as lines of text.
struct ItemText {
  let style: TextStyle

  private var width: DisplayWidth { style.width }

  /// The only item in full; several as a table where their fields are short, else one after another in short form.
  /// - Parameter total: how many items there are, of which these are the first.
  func lines(_ items: [Item], of total: Int) -> [String] {
    if total == 1, let item = items.first { return full(item) }
    if let table = TextTable(items, style: style) { return table.lines(style) }
    return zip(1..., items).flatMap { number, item in brief(item, number: number) }
  }

  private func brief(_ item: Item, number: Int) -> [String] {
    if item.type == "passage" {
      return (number > 1 ? [""] : []) + PassageText(style: style).lines(item, head: self.number(number))
    }
    return ["  " + self.number(number) + name(item)] + body(item, in: .brief) + [place(item, all: false)]
  }

  /// The number by which a conversation can name an item.
  private func number(_ number: Int) -> String { style.place == .conversation ? "\(number). " : "" }

  private enum Detail { case brief, whole }

  private func name(_ item: Item) -> String { style.strong(TextStyle.printable(item.name)) }

  private func full(_ item: Item) -> [String] {
    if item.type == "passage" { return PassageText(style: style).lines(item, head: "") }
    return ["  " + name(item)] + body(item, in: .whole)
      + item.sameAs.map {
        "    same measure: \(TextStyle.printable($0.document)): \(TextStyle.printable($0.name))"
      }
      + [place(item, all: true)]
  }

  private func place(_ item: Item, all: Bool) -> String {
    var places = item.sources.map { source in
      source.citation + source.remark
        + (source.section.isEmpty ? "" : "  " + source.section.joined(separator: " › "))
    }
    if !all && places.count > 1 { places = [places[0] + " (+\(places.count - 1))"] }
    return places.map { style.faint("    " + TextStyle.printable($0)) }.joined(separator: "\n")
  }

  private func body(_ item: Item, in detail: Detail) -> [String] {
    // a row of figures as printed says what its amount, unit and share say
    let isPrinted = item.type == "figure" && item.fields.contains { $0.name == "text" }
    let fields = item.fields.filter { !isPrinted || !["amount", "unit", "share"].contains($0.name) }
    return fields.flatMap { field -> [String] in
      switch field.value {
      case .list(let values) where ["points", "budgets", "settlements"].contains(field.name):
        return pointLines(values)
      case .list(let values) where field.name == "schedule": return scheduleLines(values)
      case .list(let values):
        let texts = values.map(ItemTable.cell)
        let joined = texts.joined(separator: field.name == "sdgTargets" ? " " : "; ")
        return plain(field.name == "sdgTargets" ? "SDGs" : field.name, joined, detail)
      case .text(let text): return plain(field.name, text, detail)
      case .number(let number): return plain(field.name, FigureText.plain(number, field: field.name), detail)
      case .flag(let flag): return plain(field.name, flag ? "yes" : "no", detail)
      // columns that no field claims, by their own heads
      case .object(let members): return members.flatMap { plain($0.name, ItemTable.cell($0.value), detail) }
      }
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

  /// A point a line, with bars where three or more share a unit.
  private func pointLines(_ values: [ItemValue]) -> [String] {
    let points = values.compactMap { value -> FigureText.PointText? in
      if case .object(let fields) = value { FigureText.PointText(fields) } else { nil }
    }
    let numbers = points.compactMap(\.value).map(Double.init)
    let isCourse = numbers.count >= 3 && Set(points.map(\.unit)).count == 1 && numbers.allSatisfy { $0 >= 0 }
    let largest = numbers.max() ?? 0
    let cells = points.map {
      [$0.role, $0.year, TextStyle.printable($0.label), TextStyle.printable($0.figure)]
    }
    let widths = (0..<4).map { column in cells.map { width.columns($0[column]) }.max() ?? 0 }
    return zip(points, cells).map { point, cell in
      var line = "   "
      for column in 0..<4 where widths[column] > 0 {
        line += " " + width.padded(cell[column], to: widths[column], side: column == 3 ? .before : .behind)
        line += column < 3 ? " " : ""
      }
      let bar = isCourse ? point.value.map { FigureText.bar($0, of: largest, width: 20) } ?? "" : ""
      return bar.isEmpty ? line : line + "  " + bar
    }
  }

  private func scheduleLines(_ values: [ItemValue]) -> [String] {
    values.compactMap { value -> String? in
      guard case .object(let fields) = value, let entry = FigureText.ScheduleText(fields) else { return nil }
      return "    " + width.padded(entry.year, to: 12) + "  " + TextStyle.printable(entry.items)
    }
  }
}
