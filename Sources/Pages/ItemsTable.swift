import Answers
import JapaneseText
import Phrases
import Rendering

/// Several things of a type, a row each, in the order of the reading or of one column.
struct ItemsTable {
  let view: ReadingView
  let items: [ReadingView.Numbered]

  private var frame: Frame { view.frame }

  /// What only explains another column.
  private static let explaining: Set<String> = [
    "category", "levelText", "levelRevised", "originalLevel", "direction", "directionText", "scale",
    "isTotal",
  ]
  /// Figures that stand for words, which are the field of the same name with `Text` behind it.
  private static let explained = ["level", "grade", "direction"]
  /// Fields that several things can be added up by; what else is a number says which, when or how good.
  private static let sums: Set<String> = ["budget", "settlement", "amount"]
  /// Characters of a text that a column still holds.
  private static let widest = 40

  var html: HTML {
    let (shown, hidden) = fields
    let bars = bars(shown)
    let head =
      [heading("name", isFigure: false)] + shown.map { heading($0, isFigure: isFigure($0)) }
      + (bars == nil ? [] : [HTML("td", ["class": "screen"])])
      + [HTML("th", ["scope": "col"], frame.say(.source))]
    let rows = sorted.map { numbered in
      HTML(
        "tr", ["class": "item", "tabindex": "-1", "id": "i\(numbered.number)"],
        [HTML("th", ["scope": "row"], view.name(numbered.item))] + shown.map { cell(numbered.item, $0) }
          + (bars.map { [HTML("td", ["class": "screen bar-cell"], bar(numbered.item, $0))] } ?? [])
          + [HTML("td", [:], view.citations(numbered, all: false))])
    }
    let note =
      hidden.isEmpty
      ? HTML()
      : HTML(
        "p", ["class": "faint"], frame.say(.pageHiddenFields), HTML(": "),
        HTML(hidden.map(frame.word).joined(separator: frame.language == .japanese ? "、" : ", ")))
    return HTML(
      "div",
      [
        "class": "table", "role": "region", "tabindex": "0",
        "aria-label": Saying(view.reading.kind)[frame.language],
      ],
      HTML(
        "table", [:], HTML("caption", ["class": "unseen"], HTML(caption)),
        HTML("thead", [:], HTML("tr", [:], head)),
        HTML("tbody", [:], rows), foot(shown, hasBars: bars != nil))) + note
  }

  private var caption: String {
    let sort = view.link.sort.map {
      frame.said($0.isDescending ? .pageSortedDown : .pageSortedUp, Saying(field: $0.field))
    }
    return [Saying(view.reading.kind)[frame.language], sort].compactMap { $0 }.joined(separator: " – ")
  }

  // MARK: columns

  /// Fields that fit into a column, and those that do not; what was asked for is always shown.
  private var fields: (shown: [String], hidden: [String]) {
    let all = ItemTable.fieldNames(items.map(\.item))
    let names = all.filter { name in
      // what stands behind the figure it explains has no column of its own
      if ItemsTable.explained.contains(where: { name == $0 + "Text" && all.contains($0) }) { return false }
      // a row of figures is printed as it is read
      if name == "text", items.allSatisfy({ $0.item.type == "figure" }) { return isAsked }
      return isAsked || !ItemsTable.explaining.contains(name)
    }
    let fitting = names.filter { name in isAsked || values(name).allSatisfy { isShort($0) } }
    return (fitting, names.filter { !fitting.contains($0) })
  }

  private var isAsked: Bool { !view.reading.asked.isEmpty }

  private func values(_ name: String) -> [ItemValue] {
    items.compactMap { ItemsTable.value($0.item, name) }
  }

  private static func value(_ item: Item, _ name: String) -> ItemValue? {
    item.fields.first { $0.name == name }?.value
  }

  private func isShort(_ value: ItemValue) -> Bool {
    switch value {
    case .text(let text): text.count <= ItemsTable.widest
    case .number, .flag: true
    case .list, .object: false
    }
  }

  private func isFigure(_ name: String) -> Bool {
    let values = values(name)
    return !values.isEmpty && values.allSatisfy { if case .number = $0 { true } else { false } }
  }

  private func heading(_ name: String, isFigure: Bool) -> HTML {
    let sort = view.link.sort.flatMap { $0.field == name ? $0 : nil }
    // a second click turns the order; the first goes the way that figures are asked for
    let isDescending = sort.map { !$0.isDescending } ?? isFigure
    let target = view.link.with { $0.sort = AskLink.Sort(field: name, isDescending: isDescending) }
    let direction = sort.map { $0.isDescending ? "descending" : "ascending" }
    return HTML(
      "th", ["scope": "col", "aria-sort": direction, "class": isFigure ? "figure" : nil],
      HTML("a", ["href": target.href], HTML(frame.word(name))),
      HTML("span", ["aria-hidden": "true"], HTML(sort.map { $0.isDescending ? " ▼" : " ▲" } ?? "")))
  }

  private func cell(_ item: Item, _ name: String) -> HTML {
    guard let value = ItemsTable.value(item, name) else {
      return HTML("td", ["class": "missing"], frame.say(.pageNotStated))
    }
    let isFigure = if case .number = value { true } else { false }
    let isLong = if case .text(let text) = value { text.count > 16 } else { false }
    return HTML(
      "td", ["class": isFigure ? "figure" : isLong ? "long" : nil],
      ValueView(frame: frame, field: ItemField(name, value)).html, explanation(item, name))
  }

  /// A level or a grade in words.
  private func explanation(_ item: Item, _ name: String) -> HTML {
    guard ItemsTable.explained.contains(name), case .text(let text)? = ItemsTable.value(item, name + "Text")
    else {
      return HTML()
    }
    return HTML("span", ["class": "explained"], HTML(" "), frame.japanese(text))
  }

  // MARK: order

  /// By the link's column, equals in their order; what does not state it stands last either way.
  private var sorted: [ReadingView.Numbered] {
    guard let sort = view.link.sort else { return items }
    func value(_ numbered: ReadingView.Numbered) -> ItemValue? {
      sort.field == "name" ? .text(numbered.item.name) : ItemsTable.value(numbered.item, sort.field)
    }
    return items.sorted { a, b in
      guard let x = value(a) else { return value(b) == nil && a.number < b.number }
      guard let y = value(b) else { return true }
      if ItemsTable.isLess(x, y) { return !sort.isDescending }
      if ItemsTable.isLess(y, x) { return sort.isDescending }
      return a.number < b.number
    }
  }

  private static func isLess(_ a: ItemValue, _ b: ItemValue) -> Bool {
    if case .number(let x) = a, case .number(let y) = b { return x < y }
    return ItemTable.cell(a) < ItemTable.cell(b)
  }

  // MARK: sums and bars

  /// Sums of what can be added up, where all of it is shown, with how many things have no figure.
  private func foot(_ shown: [String], hasBars: Bool) -> HTML {
    let sums = shown.map { sum($0) }
    guard sums.contains(where: { $0 != nil }) else { return HTML() }
    let cells = zip(shown, sums).map { name, sum -> HTML in
      guard let sum else { return HTML("td", [:]) }
      let left = items.count - values(name).count
      return HTML(
        "td", ["class": "figure"], HTML(FigureText.grouped(sum)),
        left > 0
          ? HTML("span", ["class": "explained"], HTML(" ("), frame.say(.pageLeftOut, Saying(left)), HTML(")"))
          : HTML())
    }
    return HTML(
      "tfoot", [:],
      HTML(
        "tr", [:],
        [HTML("th", ["scope": "row"], frame.say(.pageTotal))] + cells
          + (hasBars ? [HTML("td", ["class": "screen"])] : [])
          + [HTML("td", [:])]))
  }

  private func sum(_ name: String) -> ExactNumber? {
    guard ItemsTable.sums.contains(name), items.count > 1, items.count == view.reading.total else {
      return nil
    }
    let stated = items.map(\.item).filter { ItemsTable.value($0, name) != nil }
    // unlike units, parts beside their whole and things of several years come to nothing that means something
    for other in ["unit", "scale", "table", "column", "fiscalYear"] {
      guard Set(stated.map { ItemsTable.value($0, other) }).count == 1 else { return nil }
    }
    guard !stated.contains(where: { ItemsTable.value($0, "isTotal") == .flag(true) }) else { return nil }
    var sum = ExactNumber(0)
    let figures = values(name)
    for value in figures {
      guard case .number(let number) = value, let next = sum.adding(number) else { return nil }
      sum = next
    }
    return figures.count > 1 ? sum : nil
  }

  /// The column that is drawn: the last figure of groups, the amounts of rows; with the largest of its figures.
  private func bars(_ shown: [String]) -> (name: String, largest: Double)? {
    let type = items.first?.item.type
    let name =
      type == "group" ? shown.last { isFigure($0) } : shown.first { type == "figure" && $0 == "amount" }
    guard let name, isFigure(name), items.count > 1,
      Set(items.map { ItemsTable.value($0.item, "unit") }).count == 1
    else { return nil }
    let figures = values(name).compactMap { if case .number(let n) = $0 { Double(n) } else { nil } }
    guard let largest = figures.max(), largest > 0, figures.allSatisfy({ $0 >= 0 }) else { return nil }
    return (name, largest)
  }

  private func bar(_ item: Item, _ bars: (name: String, largest: Double)) -> HTML {
    guard case .number(let number)? = ItemsTable.value(item, bars.name) else { return HTML() }
    return HTML(
      "svg", ["class": "bar", "viewBox": "0 0 100 10", "preserveAspectRatio": "none", "aria-hidden": "true"],
      HTML("rect", ["width": Drawing.number(Double(number) / bars.largest * 100), "height": "10"]))
  }
}
