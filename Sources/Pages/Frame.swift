import Answers
import JapaneseText
import Phrases

/// The parts that every page has, in the language of its reader.
struct Frame {
  let language: Language
  /// What a link keeps where the reader chose the language; nil where the browser did.
  let chosen: Language?

  func say(_ phrase: Phrase, _ parts: Saying...) -> HTML { HTML(phrase.with(parts)[language]) }

  func said(_ phrase: Phrase, _ parts: Saying...) -> String { phrase.with(parts)[language] }

  func say(_ saying: Saying) -> HTML { HTML(saying[language]) }

  /// Words of a document, whatever the language of the page.
  func japanese(_ text: String) -> HTML {
    language == .japanese ? HTML(text) : HTML("span", ["lang": "ja"], HTML(text))
  }

  /// A line of the canonical language, in the form that the reader can type back.
  func canonical(_ line: String) -> HTML {
    HTML("span", ["class": "canonical"], say(Saying(canonical: line)))
  }

  /// A field as the reader's language names it.
  func word(_ field: String) -> String { Saying(field: field)[language] }

  /// A kind of things as the reader's language names it; an item's `type` is the singular of its kind.
  func kind(_ name: String) -> String {
    ReadingKind(rawValue: name + "s").map { Saying($0)[language] } ?? word(name)
  }

  /// An address of this server with the language in it, where the reader chose it.
  func address(_ path: String) -> String { chosen.map { "\(path)?lang=\($0.rawValue)" } ?? path }

  /// - Parameter other: the same page in the other language.
  func page(title: String, other: String, fingerprint: String?, date: String, _ content: [HTML]) -> HTML {
    HTML(
      "html", ["lang": language.rawValue],
      HTML(
        "head", [:], HTML("meta", ["charset": "utf-8"]),
        HTML("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
        HTML("title", [:], HTML(title.isEmpty ? said(.pageProduct) : "\(title) – \(said(.pageProduct))")),
        HTML("link", ["rel": "icon", "href": "/icon.svg"]),
        HTML("link", ["rel": "stylesheet", "href": "/style.css"]),
        HTML("script", ["src": "/script.js", "defer": ""])),
      HTML(
        "body", [:],
        HTML("a", ["class": "skip", "href": "#main"], say(.pageSkip)), head(other),
        HTML("main", ["id": "main", "tabindex": "-1"], content),
        HTML(
          "p",
          [
            "id": "announcer", "class": "unseen", "role": "status", "aria-live": "polite",
            "data-copied": said(.pageCopied),
          ]),
        foot(fingerprint, date)))
  }

  private func head(_ other: String) -> HTML {
    HTML(
      "header", ["class": "top"],
      HTML("a", ["class": "brand", "href": address("/")], say(.pageProduct)),
      HTML(
        "nav", [:],
        HTML("a", ["href": address("/documents")], say(.pageDocuments)),
        HTML("a", ["href": address("/help"), "id": "help"], say(.pageHelp)),
        HTML(
          "a",
          [
            "href": other, "hreflang": otherLanguage.rawValue, "lang": otherLanguage.rawValue,
            "rel": "alternate",
          ],
          say(.pageOtherLanguage))))
  }

  var otherLanguage: Language { language == .japanese ? .english : .japanese }

  private func foot(_ fingerprint: String?, _ date: String) -> HTML {
    HTML(
      "footer", [:],
      HTML("p", [:], say(.pageAnsweredBy, Saying(date), Saying(fingerprint ?? "–"))),
      HTML("p", ["class": "screen"], say(.pageOffline)))
  }
}
