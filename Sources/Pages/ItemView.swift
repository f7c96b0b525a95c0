import Answers
import JapaneseText
import Phrases
import Questions
import Rendering

/// One item in full.
struct ItemView {
  let view: ReadingView
  let numbered: ReadingView.Numbered

  private var frame: Frame { view.frame }
  private var item: Item { numbered.item }

  /// The kinds that the canonical language names, by type of item.
  static let kinds = [
    "project": "projects", "indicator": "indicators", "measure": "measures", "evaluation": "evaluations",
    "organization": "organizations", "plan": "plans",
  ]

  var html: HTML {
    if item.type == "passage" { return passage }
    let points = item.fields.filter { FigureText.PointText.names.contains($0.name) }
    return HTML(
      "article", ["class": "item", "tabindex": "-1", "id": "i\(numbered.number)"],
      [HTML("h3", [:], view.name(item))]
        + points.map { PointsView(frame: frame, item: item, field: $0).html }
        + [fields(item.fields.filter { !FigureText.PointText.names.contains($0.name) }), links, sources])
  }

  private func fields(_ fields: [ItemField]) -> HTML {
    guard !fields.isEmpty else { return HTML() }
    return HTML(
      "dl", ["class": "fields"],
      fields.map { field in
        HTML(
          "div", [:], HTML("dt", [:], HTML(frame.word(field.name))),
          HTML("dd", [:], ValueView(frame: frame, field: field).html))
      })
  }

  private var links: HTML {
    item.sameAs.map { same in
      HTML(
        "p", ["class": "faint"],
        frame.say(.sameMeasure, Saying(view.documents.title(same.document)), Saying(same.name)))
    }.joined
  }

  private var sources: HTML {
    HTML("div", ["class": "sources"], view.citations(numbered, all: true))
  }

  private var passage: HTML {
    guard case .text(let text)? = item.fields.first(where: { $0.name == "text" })?.value else {
      return HTML()
    }
    return HTML(
      "article", ["class": "item passage", "tabindex": "-1", "id": "i\(numbered.number)"],
      HTML("h3", [:], frame.japanese(item.name)),
      HTML("blockquote", ["lang": "ja"], marked(text)), sources)
  }

  /// The passage with the words that were looked for marked.
  private func marked(_ text: String) -> HTML {
    let scalars = Array(text.unicodeScalars)
    func piece(_ range: Range<Int>) -> HTML {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[range])
      return HTML(String(view))
    }
    var out = HTML()
    var end = 0
    if case .list(let ranges)? = item.fields.first(where: { $0.name == "highlights" })?.value {
      for case .list(let bounds) in ranges {
        let ends = bounds.compactMap { if case .number(let n) = $0 { n.wholeNumber } else { nil } }
        guard ends.count == 2, ends[0] >= end, ends[0] < ends[1], ends[1] <= scalars.count else { continue }
        out += piece(end..<ends[0]) + HTML("mark", [:], piece(ends[0]..<ends[1]))
        end = ends[1]
      }
    }
    return out + piece(end..<scalars.count)
  }
}

/// The value of a field, as a person reads it.
struct ValueView {
  let frame: Frame
  let field: ItemField

  var html: HTML { view(field.value) }

  private func view(_ value: ItemValue) -> HTML {
    switch value {
    case .text(let text): return frame.japanese(text)
    case .number(let number): return HTML(FigureText.plain(number, field: field.name))
    case .flag(let flag): return frame.say(flag ? .yes : .no)
    case .object(let members):
      return HTML(
        "ul", [:],
        members.map {
          HTML("li", [:], frame.japanese("\($0.name): "), ValueView(frame: frame, field: $0).html)
        })
    case .list(let values): return list(values)
    }
  }

  private func list(_ values: [ItemValue]) -> HTML {
    if field.name == "sdgTargets" { return HTML(values.map(ItemTable.cell).joined(separator: " ")) }
    return HTML(
      "ul", [:],
      values.map { value in
        guard case .object(let members) = value else { return HTML("li", [:], view(value)) }
        if let entry = FigureText.ScheduleText(members) {
          return HTML("li", [:], frame.say(entry.year), HTML(" "), frame.japanese(entry.items))
        }
        return HTML("li", [:], frame.say(FigureText.PointText(members, of: field.name).saying))
      })
  }
}
