import Answers
import JapaneseText
import Phrases
import PlanFacts
import Rendering

/// A reading's items with all that is to be known of them.
struct ReadingView {
  let frame: Frame
  let link: AskLink
  let reading: Reading
  let documents: Documents

  /// Items of one page; the rest is a link away.
  static let mostItems = 200

  /// What may be missing, before what is there.
  var gaps: HTML {
    guard !reading.isComplete || !reading.unread.isEmpty else { return HTML() }
    let rows = reading.unread.map { source in
      HTML(
        "li", [:], documents.link(source, frame),
        HTML(source.reason.map { " \(Saying(message: $0)[frame.language])" } ?? ""))
    }
    return HTML(
      "section", ["class": "gaps wrong"], HTML("h2", [:], frame.say(.pageIncomplete)),
      HTML("ul", [:], reading.because.map { HTML("li", [:], gap($0)) }),
      rows.isEmpty
        ? HTML()
        : HTML(
          "details", [:], HTML("summary", [:], frame.say(.pageUnreadRows, Saying(rows.count))),
          HTML("ul", [:], rows)))
  }

  /// What leaves things out by their names leads to the question that has them too.
  private func gap(_ gap: Gap) -> HTML {
    guard case .byName(_, let wider) = gap else { return frame.say(gap.saying) }
    return HTML("a", ["href": link.asking(wider).href], frame.say(gap.saying))
  }

  var content: [HTML] {
    let value = reading.value.map { value in
      HTML(
        "p", ["class": "value"], HTML(FigureText.grouped(value.value)),
        HTML("span", ["class": "unit"], HTML(value.unit.map { " \($0)" } ?? "")))
    }
    let notes =
      reading.notes.isEmpty
      ? HTML()
      : HTML(
        "section", ["class": "notes"], HTML("h2", [:], frame.say(.pageNotes)),
        HTML("ul", [:], reading.notes.map { HTML("li", [:], frame.say($0.saying)) }))
    return [value ?? HTML(), notes] + items + [completeness]
  }

  private var completeness: HTML {
    let shown = reading.items.count
    if shown < reading.total, reading.kind != .number, !reading.items.isEmpty {
      let all = link.with { $0.isWhole = true }
      return HTML(
        "p", ["class": "completeness"], frame.say(.pageShown, Saying(shown), Saying(reading.total)),
        HTML(" "),
        shown == ReadingView.mostItems ? HTML("a", ["href": all.href], frame.say(.pageShowAll)) : HTML())
    }
    guard reading.isComplete, !reading.items.isEmpty else { return HTML() }
    return HTML(
      "p", ["class": "completeness"],
      frame.say(.pageComplete, Saying(shown), Saying(max(reading.total, shown))))
  }

  // MARK: items

  /// An item with its number, and the numbers of its citations among those of the reading.
  struct Numbered {
    let number: Int
    let item: Item
    let firstCitation: Int
  }

  private var numbered: [Numbered] {
    var citation = 1
    return zip(1..., reading.items).map { number, item in
      defer { citation += item.sources.count }
      return Numbered(number: number, item: item.only(reading.asked), firstCitation: citation)
    }
  }

  /// A section for each type of item, in order; things of one type stand in a table where they are several.
  private var items: [HTML] {
    let all = numbered
    var types: [String] = []
    for numbered in all where !types.contains(numbered.item.type) { types.append(numbered.item.type) }
    return types.map { type in
      let section = all.filter { $0.item.type == type }
      let head =
        types.count > 1 ? HTML("h2", [:], HTML(frame.kind(type)), HTML(" (\(section.count))")) : HTML()
      return HTML("section", ["class": "items"], [head] + views(section, isOnly: all.count == 1))
    }
  }

  private func views(_ items: [Numbered], isOnly: Bool) -> [HTML] {
    let type = items.first?.item.type
    if type == "passage" || type == "indicator" || isOnly {
      return items.map { ItemView(view: self, numbered: $0).html }
    }
    return [ItemsTable(view: self, items: items).html]
  }

  /// The citations of an item: the first as a link to its lines beside the answer, and how many more there are.
  func citations(_ numbered: Numbered, all: Bool) -> HTML {
    let sources = numbered.item.sources
    let shown = all ? sources.prefix(20) : sources.prefix(1)
    let links = zip(numbered.firstCitation..., shown).map { number, source in
      HTML("li", [:], citation(number, source))
    }
    guard !links.isEmpty else { return frame.say(.pageNotStated) }
    let more = sources.count - shown.count
    return HTML("ul", ["class": "citations"], links)
      + (more > 0 ? HTML("span", ["class": "faint"], HTML(" +\(more)")) : HTML())
  }

  private func citation(_ number: Int, _ source: ItemSource) -> HTML {
    let target = link.with { $0.citation = number }
    return HTML(
      "a",
      [
        "href": target.href + "#source", "class": "citation",
        "aria-current": link.citation == number ? "true" : nil, "title": documents.title(source.document),
      ], HTML(source.citation))
      + (source.isChanged ? HTML("span", ["class": "wrong"], HTML(" ⚠"), frame.say(.pageChanged)) : HTML())
  }

  /// The thing alone, in full.
  func name(_ item: Item) -> HTML {
    let name = item.isUnstatedGroup ? frame.say(.notStatedGroup) : frame.japanese(item.name)
    guard let kind = ItemView.kinds[item.type] else { return name }
    return HTML("a", ["href": link.asking("\(kind) named \(item.name.quoted)").href], name)
  }
}
