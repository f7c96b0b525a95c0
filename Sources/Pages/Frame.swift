import JapaneseText

/// The parts that every page has, in the language of its reader.
struct Frame {
  let language: Language
  /// What a link keeps where the reader chose the language; nil where the browser did.
  let chosen: Language?

  func say(_ text: PageText) -> HTML { HTML(text.text(language)) }

  func said(_ text: PageText) -> String { text.text(language) }

  /// Words of a document, whatever the language of the page.
  func japanese(_ text: String) -> HTML {
    language == .japanese ? HTML(text) : HTML("span", ["lang": "ja"], HTML(text))
  }

  /// A line of the canonical language, which is English in every page.
  func canonical(_ text: String) -> HTML { HTML("span", ["class": "canonical", "lang": "en"], HTML(text)) }

  /// An address of this server with the language in it, where the reader chose it.
  func address(_ path: String) -> String { chosen.map { "\(path)?lang=\($0.rawValue)" } ?? path }

  /// - Parameter other: the same page in the other language.
  func page(title: String, other: String, fingerprint: String?, date: String, _ content: [HTML]) -> HTML {
    HTML(
      "html", ["lang": language.rawValue],
      HTML(
        "head", [:], HTML("meta", ["charset": "utf-8"]),
        HTML("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
        HTML("title", [:], HTML(title.isEmpty ? said(.product) : "\(title) – \(said(.product))")),
        HTML("link", ["rel": "icon", "href": "/icon.svg"]),
        HTML("link", ["rel": "stylesheet", "href": "/style.css"]),
        HTML("script", ["src": "/script.js", "defer": ""])),
      HTML(
        "body", [:],
        HTML("a", ["class": "skip", "href": "#main"], say(.skip)), head(other),
        HTML("main", ["id": "main", "tabindex": "-1"], content),
        HTML("p", ["id": "announcer", "class": "unseen", "role": "status", "aria-live": "polite"]),
        foot(fingerprint, date)))
  }

  private func head(_ other: String) -> HTML {
    HTML(
      "header", ["class": "top"],
      HTML("a", ["class": "brand", "href": address("/")], say(.product)),
      HTML(
        "nav", [:],
        HTML("a", ["href": address("/documents")], say(.documents)),
        HTML("a", ["href": address("/help"), "id": "help"], say(.help)),
        HTML(
          "a",
          [
            "href": other, "hreflang": otherLanguage.rawValue, "lang": otherLanguage.rawValue,
            "rel": "alternate",
          ],
          say(.otherLanguage))))
  }

  var otherLanguage: Language { language == .japanese ? .english : .japanese }

  private func foot(_ fingerprint: String?, _ date: String) -> HTML {
    HTML(
      "footer", [:],
      HTML("p", [:], say(.answeredBy(date, fingerprint ?? "–"))),
      HTML("p", ["class": "screen"], say(.offline)))
  }
}
