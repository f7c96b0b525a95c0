import Answers
import Phrases
import PlanDocuments
import SourceFiles

/// The lines of one citation in their context, and the page they stand on where a file has pages.
struct SourcePane {
  let frame: Frame
  let link: AskLink
  let documents: Documents
  let drawings: PageDrawings
  private let citation: Int
  private let item: Item
  private let source: ItemSource
  private let count: Int

  /// Lines before and behind the cited ones.
  private static let context = 4
  /// Cited lines that are shown at most: a long section is better read in its document.
  private static let mostLines = 200

  /// nil where the link names no citation of the reading.
  init?(frame: Frame, link: AskLink, reading: Reading, documents: Documents, drawings: PageDrawings) {
    let all = reading.items.flatMap { item in item.sources.map { (item, $0) } }
    guard let citation = link.citation, all.indices.contains(citation - 1) else { return nil }
    self.frame = frame
    self.link = link
    self.documents = documents
    self.drawings = drawings
    self.citation = citation
    (item, source) = all[citation - 1]
    count = all.count
  }

  var html: HTML {
    HTML(
      "aside", ["class": "source", "id": "source", "tabindex": "-1", "aria-labelledby": "source-head"],
      [
        HTML("h2", ["id": "source-head"], frame.say(.pageSourceOf, Saying(citation), Saying(count))), steps,
        HTML("p", ["class": "of"], frame.japanese(item.name)),
        HTML(
          "p", [:], frame.japanese(documents.title(source.document)), HTML(" "),
          HTML("span", ["class": "faint"], HTML(source.citation))),
        quotation,
      ] + sections + remarks + [page, lines])
  }

  private var steps: HTML {
    func step(_ number: Int?, _ text: Phrase, _ relation: String) -> HTML {
      HTML(
        "a",
        [
          "href": link.with { $0.citation = number }.href + (number == nil ? "" : "#source"), "rel": relation,
        ],
        frame.say(text)) + HTML(" ")
    }
    return HTML(
      "p", ["class": "steps screen"], citation > 1 ? step(citation - 1, .pagePrevious, "prev") : HTML(),
      citation < count ? step(citation + 1, .pageNext, "next") : HTML(), step(nil, .pageClose, "up"),
      HTML(
        "a", ["href": Route.document(source.document, line: source.lines.first, frame.chosen)],
        frame.say(.pageOpenDocument)))
  }

  /// As a text cites it: （計画名, p.12）.
  private var quotation: HTML {
    let place: String
    switch source.place {
    case let place?: return quotation("\(place)")
    case nil where frame.language == .english:
      place =
        source.lines.first == source.lines.last
        ? "line \(source.lines.first)" : "lines \(source.lines.first)–\(source.lines.last)"
    case nil:
      place =
        source.lines.first == source.lines.last
        ? "\(source.lines.first)行" : "\(source.lines.first)–\(source.lines.last)行"
    }
    return quotation(place)
  }

  private func quotation(_ place: String) -> HTML {
    let text = "（\(documents.title(source.document)), \(place)）"
    return HTML(
      "p", ["class": "quotation"], HTML("span", ["id": "quotation", "lang": "ja"], HTML(text)), HTML(" "),
      HTML(
        "button", ["type": "button", "class": "needs-script", "data-copy-text": text, "hidden": ""],
        frame.say(.pageCopy)))
  }

  private var sections: [HTML] {
    guard !source.section.isEmpty else { return [] }
    return [
      HTML(
        "p", ["class": "section"], HTML("span", ["class": "unseen"], frame.say(.pageSection)),
        frame.japanese(source.section.joined(separator: " › ")))
    ]
  }

  private var remarks: [HTML] {
    (source.isChanged ? [HTML("p", ["class": "wrong"], frame.say(.pageChanged))] : [])
      + (source.repeated ? [HTML("p", ["class": "faint"], frame.say(.pageRepeated))] : [])
  }

  private var lines: HTML {
    let cited = LineRange(
      source.lines.first, min(source.lines.last, source.lines.first + SourcePane.mostLines - 1))
    let range = LineRange(max(1, cited.first - SourcePane.context), cited.last + SourcePane.context)
    return documents.lines(of: source.document, range, cited: cited)
  }

  /// The page with a box around what is cited.
  private var page: HTML {
    guard case .page(let number, let box)? = source.place,
      let record = documents.library.document(source.document), record.path.lowercased().hasSuffix(".pdf")
    else { return HTML() }
    guard let drawing = drawings.drawing(of: record.path, page: number) else {
      return HTML("p", ["class": "faint"], frame.say(.pageNotDrawn))
    }
    let picture = HTML(
      "image",
      [
        "href": Route.drawing(source.document, page: number), "width": Drawing.number(drawing.width),
        "height": Drawing.number(drawing.height),
      ])
    let frameAround = box.map { box in
      HTML(
        "rect",
        [
          "class": "cited-box", "x": Drawing.number(box.left - 2), "y": Drawing.number(box.top - 2),
          "width": Drawing.number(box.right - box.left + 4),
          "height": Drawing.number(box.bottom - box.top + 4),
        ])
    }
    return HTML(
      "figure", ["class": "page"],
      HTML(
        "svg",
        [
          "viewBox": "0 0 \(Drawing.number(drawing.width)) \(Drawing.number(drawing.height))", "role": "img",
          "aria-label": frame.said(.pagePageDrawn, Saying(number)),
        ], picture, frameAround ?? HTML()),
      HTML("figcaption", [:], frame.say(.pagePageDrawn, Saying(number))))
  }
}
