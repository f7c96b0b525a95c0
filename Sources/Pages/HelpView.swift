import Answers
import Phrases

/// How to ask, which keys there are, which addresses.
struct HelpView {
  let frame: Frame
  /// Questions that these documents answer.
  let examples: [String]

  private static let keys: [(keys: String, meaning: Phrase)] = [
    ("/", .pageKeyAsk), ("j k", .pageKeyMove), ("Enter", .pageKeyOpen), ("← →", .pageKeyReadings),
    ("?", .pageKeyHelp),
  ]
  private static let addresses = [
    "/?q=", "/answer.json?q=", "/answer.csv?q=", "/answer.tsv?q=", "/answer.md?q=", "/documents",
  ]

  var content: [HTML] {
    [
      HTML("h1", [:], frame.say(.pageHelp)), HTML("h2", [:], frame.say(.pageExamples)),
      HTML(
        "ul", [:],
        examples.map {
          HTML(
            "li", [:],
            HTML("a", ["href": AskLink($0).with { $0.language = frame.chosen }.href], HTML($0)))
        }),
      HTML("h2", [:], frame.say(.pageKeys)),
      HTML(
        "dl", ["class": "fields"],
        HelpView.keys.map { keys, meaning in
          HTML("div", [:], HTML("dt", [:], HTML("kbd", [:], HTML(keys))), HTML("dd", [:], frame.say(meaning)))
        }),
      HTML(
        "p", ["class": "needs-script", "hidden": ""],
        HTML(
          "label", [:], HTML("input", ["type": "checkbox", "id": "keys"]), HTML(" "), frame.say(.pageKeysOn))),
      HTML("h2", [:], frame.say(.pageAddresses)),
      HTML("ul", [:], HelpView.addresses.map { HTML("li", [:], HTML("code", [:], HTML($0))) }),
      HTML("p", [:], frame.say(.pageIndexHow)),
    ]
  }
}
