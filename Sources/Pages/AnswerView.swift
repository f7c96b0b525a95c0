import Answers
import JapaneseText
import Phrases
import Questions
import Rendering

/// The page of a conversation: the field, what was asked, what is answered and what it stands on.
struct AnswerView {
  let frame: Frame
  let link: AskLink
  let turns: [AskedTurn]
  let documents: Documents
  /// Questions that these documents answer, for a page on which none was asked.
  let examples: [String]

  private var last: AskedTurn? { turns.last }

  var title: String { last?.question ?? "" }

  /// - Parameter pane: the lines of the citation that is open.
  func content(pane: HTML?) -> [HTML] {
    guard let last else { return [form, HTML("div", ["id": "result"], welcome)] }
    return [
      form,
      HTML(
        "div", ["id": "result"], thread,
        HTML(
          "div", ["class": pane == nil ? nil : "with-source"],
          HTML("div", ["class": "answer"], answer(last)), pane ?? HTML())),
    ]
  }

  // MARK: asking

  private var form: HTML {
    let before = link.turns.dropLast(last == nil ? 0 : 1).flatMap { turn in
      [hidden("q", turn.question)] + (turn.reading.map { [hidden("as", $0)] } ?? [])
    }
    // a new question goes on from the one that is answered
    let shown = link.turns.last.map { turn in
      [hidden("q", turn.question)] + (turn.reading.map { [hidden("as", $0)] } ?? [])
    }
    return HTML(
      "form", ["class": "ask", "role": "search", "action": "/", "method": "get"],
      (before + (shown ?? [])).joined + (link.language.map { hidden("lang", $0.rawValue) } ?? HTML()),
      HTML("label", ["for": "q"], frame.say(.pageQuestion)),
      HTML(
        "div", ["class": "field"],
        HTML(
          "input",
          [
            "id": "q", "name": "q", "type": "search", "autocomplete": "off", "list": "names",
            "maxlength": "2000",
            "required": "", "placeholder": frame.said(.pageQuestionHint), "autofocus": last == nil ? "" : nil,
          ]),
        HTML("button", ["type": "submit"], frame.say(.pageAsk))),
      HTML("datalist", ["id": "names"]))
  }

  private func hidden(_ name: String, _ value: String) -> HTML {
    HTML("input", ["type": "hidden", "name": name, "value": value])
  }

  private var welcome: HTML {
    HTML(
      "section", ["class": "welcome"], HTML("h1", [:], frame.say(.pageTagline)),
      HTML("h2", [:], frame.say(.pageExamples)),
      HTML(
        "ul", [:],
        examples.map { example in
          HTML("li", [:], HTML("a", ["href": link.asking(example).href], HTML(example)))
        }))
  }

  /// The questions before the last one, each a link back to where it was asked.
  private var thread: HTML {
    guard turns.count > 1 else { return HTML() }
    let earlier = turns.dropLast().enumerated().map { place, turn in
      let back = AskLink(turns: Array(link.turns.prefix(place + 1)), language: link.language)
      return HTML(
        "li", [:], HTML("a", ["href": back.href], frame.japanese(turn.question)), HTML(" "),
        HTML("span", ["class": "faint"], frame.say(turn.sentence)))
    }
    return HTML(
      "nav", ["class": "thread", "aria-label": frame.said(.pageEarlier)], HTML("ol", [:], earlier),
      HTML("a", ["href": frame.address("/")], frame.say(.pageBegin)))
  }

  // MARK: answering

  private func answer(_ turn: AskedTurn) -> [HTML] {
    let head = HTML("h1", ["class": "asked"], WordsView(frame: frame, turn: turn).question)
    if let error = turn.answer.error {
      return [
        head, HTML("p", ["class": "wrong", "id": "sentence"], frame.say(error.saying)), suggestions(turn),
      ]
    }
    let sentence = HTML("p", ["class": "sentence", "id": "sentence"], frame.say(turn.sentence))
    let words = WordsView(frame: frame, turn: turn).legend
    guard let reading = turn.reading else { return [head, sentence, words, suggestions(turn)] }
    let view = ReadingView(frame: frame, link: link, reading: reading, documents: documents)
    return [head, sentence, words, view.gaps, chips(turn.answer, reading), canonical(reading)]
      + view.content + [copies, suggestions(turn)]
  }

  /// The readings with their counts, the shown one marked.
  private func chips(_ answer: Answer, _ shown: Reading) -> HTML {
    guard answer.readings.count > 1 else { return HTML() }
    let chips = answer.readings.enumerated().map { place, reading in
      let isShown = reading.canonical == shown.canonical
      return HTML(
        "li", [:],
        HTML(
          "a",
          [
            "href": link.reading(place == 0 ? nil : reading.canonical).href, "class": "chip",
            "aria-current": isShown ? "true" : nil,
          ], frame.canonical(reading.canonical), HTML(" "),
          HTML("span", ["class": "count"], HTML(count(reading)))))
    }
    return HTML(
      "nav", ["class": "readings", "aria-label": frame.said(.pageReadings)],
      HTML("ul", [:], chips))
  }

  private func count(_ reading: Reading) -> String {
    reading.value.map { FigureText.grouped($0.value) + ($0.unit ?? "") }
      ?? FigureText.grouped(ExactNumber(reading.total))
  }

  /// The reading as a question, to be asked again with something changed.
  private func canonical(_ reading: Reading) -> HTML {
    HTML(
      "details", ["class": "reading"],
      HTML(
        "summary", [:], frame.say(.pageReading), HTML(": "), frame.canonical(reading.canonical)),
      HTML(
        "form", ["action": "/", "method": "get"],
        link.language.map { hidden("lang", $0.rawValue) } ?? HTML(),
        HTML("label", ["for": "canonical"], frame.say(.pageEditReading)),
        HTML(
          "div", ["class": "field"],
          HTML(
            "input",
            [
              "id": "canonical", "name": "q", "value": Saying(canonical: reading.canonical)[frame.language],
              "maxlength": "2000",
            ]),
          HTML("button", ["type": "submit"], frame.say(.pageAskThis)))))
  }

  /// The same answer in forms to paste elsewhere.
  private var copies: HTML {
    let forms = [
      ("CSV", "/answer.csv", false), ("TSV", "/answer.tsv", true), ("Markdown", "/answer.md", true),
      ("JSON", "/answer.json", false),
    ]
    let bare = link.with {
      $0.citation = nil
      $0.isWhole = false
      $0.sort = nil
    }
    return HTML(
      "p", ["class": "copies screen"], frame.say(.pageCopyAs), HTML(": "),
      forms.map { name, path, isPasted in
        HTML(
          "a",
          [
            "href": bare.href(of: path), "data-copy": isPasted ? "" : nil,
            "download": isPasted ? nil : String(path.dropFirst()),
          ], HTML(name)) + HTML(" ")
      }.joined)
  }

  private func suggestions(_ turn: AskedTurn) -> HTML {
    let suggestions = turn.answer.suggestions
    guard !suggestions.isEmpty else { return HTML() }
    return HTML(
      "section", ["class": "suggestions"], HTML("h2", [:], frame.say(.pageSuggestions)),
      HTML(
        "ul", [:],
        suggestions.map { suggestion in
          HTML(
            "li", [:],
            HTML("a", ["href": link.asking(suggestion.text).href], frame.japanese(suggestion.text)),
            HTML(" "), HTML("span", ["class": "count"], frame.say(.pageTryThese, Saying(suggestion.total))))
        }))
  }
}

extension AskedTurn {
  /// The answer in a sentence: that of the reading which is shown.
  var sentence: Saying { answer.error == nil ? reading?.sentence ?? answer.sentence : answer.sentence }
}
