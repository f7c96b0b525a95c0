import Answers
import JapaneseText

/// Items as lines of text.
struct ItemText {
  let style: TextStyle

  private var width: DisplayWidth { style.width }

  /// One item in full; several as a table where their fields are short, else one after another in short form.
  func lines(_ items: [Item]) -> [String] {
    if items.count == 1, let item = items.first { return full(item) }
    let columns = tableColumns(items)
    if !columns.isEmpty { return table(items, columns) }
    return zip(1..., items).flatMap { number, item in
      item.type == "passage"
        ? passage(item, number: number)
        : ["  " + self.number(number) + name(item)] + body(item, in: .brief) + [place(item, all: false)]
    }
  }

  /// The number by which a conversation can name an item.
  private func number(_ number: Int) -> String { style.place == .conversation ? "\(number). " : "" }

  private enum Detail { case brief, whole }

  private func name(_ item: Item) -> String { style.strong(TextStyle.printable(item.name)) }

  private func full(_ item: Item) -> [String] {
    if item.type == "passage" { return passage(item, number: nil) }
    return ["  " + name(item)] + body(item, in: .whole)
      + item.sameAs.map {
        "    same measure: \(TextStyle.printable($0.document)): \(TextStyle.printable($0.name))"
      }
      + [place(item, all: true)]
  }

  // Places

  private func place(_ item: Item, all: Bool) -> String {
    var places = item.sources.map { source in
      source.citation + (source.section.isEmpty ? "" : "  " + source.section.joined(separator: " › "))
    }
    if !all && places.count > 1 { places = [places[0] + " (+\(places.count - 1))"] }
    return places.map { style.faint("    " + TextStyle.printable($0)) }.joined(separator: "\n")
  }

  // Passages

  private func passage(_ item: Item, number: Int?) -> [String] {
    guard case .text(let text)? = item.fields.first(where: { $0.name == "text" })?.value else { return [] }
    let place = [item.sources.first?.citation, item.sources.first?.section.last].compactMap { $0 }
    let head = "  " + (number.map(self.number) ?? "") + TextStyle.printable(place.joined(separator: "  "))
    return [style.faint(head)] + wrapped(marked(text, item), indent: 4) + [""]
  }

  /// The text's characters, each with whether it is marked.
  private func marked(_ text: String, _ item: Item) -> [(Character, Bool)] {
    var isMarked = Array(repeating: false, count: text.unicodeScalars.count)
    if case .list(let ranges)? = item.fields.first(where: { $0.name == "highlights" })?.value {
      for case .list(let bounds) in ranges {
        let ends = bounds.compactMap { if case .number(let n) = $0 { n.wholeNumber } else { nil } }
        guard ends.count == 2, ends[0] <= ends[1] else { continue }
        for place in (ends[0]..<ends[1]).clamped(to: isMarked.indices) { isMarked[place] = true }
      }
    }
    var place = 0
    return text.map { character in
      defer { place += character.unicodeScalars.count }
      return (character, place < isMarked.count && isMarked[place])
    }
  }

  private func wrapped(_ characters: [(Character, Bool)], indent: Int) -> [String] {
    let room = max(10, style.columns - indent)
    var lines: [[(Character, Bool)]] = [[]]
    var used = 0
    for (character, isMarked) in characters {
      let shown = Character(TextStyle.printable(String(character)).first.map(String.init) ?? " ")
      let own = width.columns(shown)
      if used + own > room {
        lines.append([])
        used = 0
      }
      lines[lines.count - 1].append((shown, isMarked))
      used += own
    }
    return lines.map { String(repeating: " ", count: indent) + painted($0) }
  }

  private func painted(_ line: [(Character, Bool)]) -> String {
    var out = ""
    var run = ""
    var isMarked = false
    for (character, marked) in line {
      if marked != isMarked {
        out += isMarked ? style.marked(run) : run
        (run, isMarked) = ("", marked)
      }
      run.append(character)
    }
    return out + (isMarked ? style.marked(run) : run)
  }

  // Fields

  private func body(_ item: Item, in detail: Detail) -> [String] {
    item.fields.flatMap { field -> [String] in
      switch field.value {
      case .list(let values) where field.name == "points": return pointLines(values)
      case .list(let values) where field.name == "schedule": return scheduleLines(values)
      case .list(let values):
        let texts = values.map(ItemTable.cell)
        let joined = texts.joined(separator: field.name == "sdgTargets" ? " " : "; ")
        return plain(field.name == "sdgTargets" ? "SDGs" : field.name, joined, detail)
      case .text(let text): return plain(field.name, text, detail)
      case .number(let number): return plain(field.name, plainNumber(number, field.name), detail)
      case .flag(let flag): return plain(field.name, flag ? "yes" : "no", detail)
      case .object: return plain(field.name, ItemTable.cell(field.value), detail)
      }
    }
  }

  /// Years, pages and codes are no amounts and keep their digits together.
  private func plainNumber(_ number: ExactNumber, _ field: String) -> String {
    field.hasSuffix("Year") || field == "page" || field == "code"
      ? number.description : FigureText.grouped(number)
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
      guard case .object(let fields) = value else { return nil }
      var year = "year unknown"
      var items: [String] = []
      for field in fields {
        switch (field.name, field.value) {
        case ("fiscalYear", .number(let number)): year = "FY\(number)"
        case ("orLater", .flag(true)): year += "+"
        case ("items", .list(let list)): items = list.map(ItemTable.cell)
        default: break
        }
      }
      return "    " + width.padded(year, to: 12) + "  " + TextStyle.printable(items.joined(separator: "; "))
    }
  }

  // Tables

  /// Fields that are short in every item; none where the items are better shown one by one.
  private func tableColumns(_ items: [Item]) -> [String] {
    guard !items.contains(where: { $0.type == "passage" || $0.type == "indicator" }) else { return [] }
    let names = ItemTable.fieldNames(items).filter { name in
      let values = items.compactMap { item in item.fields.first { $0.name == name }?.value }
      return values.allSatisfy { isShort($0) }
    }
    // What only explains another column; a single item shows it.
    let explaining = ["category", "levelText", "levelRevised", "originalLevel", "direction", "directionText"]
    return names.filter { !explaining.contains($0) }
  }

  private func isShort(_ value: ItemValue) -> Bool {
    switch value {
    case .text(let text): width.columns(text) <= 24
    case .number, .flag: true
    case .list, .object: false
    }
  }

  private func table(_ items: [Item], _ columns: [String]) -> [String] {
    let hasSources = items.contains { !$0.sources.isEmpty }
    let numbers = style.place == .conversation
    var rows = [(numbers ? ["#"] : []) + ["name"] + columns + (hasSources ? ["source"] : [])]
    let before = numbers ? 2 : 1
    var numeric = Set(columns.indices.map { $0 + before })
    for (number, item) in zip(1..., items) {
      var row = (numbers ? [String(number)] : []) + [TextStyle.printable(item.name)]
      for (place, column) in columns.enumerated() {
        let value = item.fields.first { $0.name == column }?.value
        if case .number(let number)? = value {
          row.append(plainNumber(number, column))
        } else {
          if value != nil { numeric.remove(place + before) }
          row.append(value.map { TextStyle.printable(ItemTable.cell($0)) } ?? "–")
        }
      }
      let more = item.sources.count > 1 ? " (+\(item.sources.count - 1))" : ""
      if hasSources { row.append(TextStyle.printable((item.sources.first?.citation ?? "–") + more)) }
      rows.append(row)
    }
    let widths = rows[0].indices.map { column in rows.map { width.columns($0[column]) }.max() ?? 0 }
    return rows.enumerated().map { number, row in
      let cells = row.enumerated().map { column, cell in
        column == row.count - 1
          ? cell : width.padded(cell, to: widths[column], side: numeric.contains(column) ? .before : .behind)
      }
      let line = "  " + cells.joined(separator: "  ")
      return number == 0 ? style.faint(line) : line
    }
  }
}
