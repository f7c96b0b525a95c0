import JapaneseText
import TestSupport
import Testing

@testable import Questions

@Suite("The page of the question language") struct QuestionLanguageTests {
  @Test func `the page lists every rule with its examples`() {
    let path = Paths.top + "/Sources/shirabe/shirabe.docc/QuestionLanguage.md"
    #expect(Golden.difference(Self.page, named: "QuestionLanguage.md", at: path) == nil)
  }

  private static var page: String {
    ([introduction, canonical] + Grammar.themes.map(section)).joined(separator: "\n\n") + "\n"
  }

  private static let introduction = """
    # The question language

    How a question becomes a line of the canonical language, and by which rules.

    ## Overview

    A question is cut into leaves: words of `vocabulary.txt` and `lemmas.txt` in any form that `inflection.txt` knows, figures with \
    their units, years, labels, and the names that the library knows. Leaves may overlap. The rules below combine what stands side \
    by side; between two parts only fillers may stand (particles, politeness, words of asking). A figure, a unit, a comparison, a \
    denial or a name can't be passed over, so that a derivation uses every such word, or there is none. Words that nothing knows \
    are topics, where names and concepts alone give no derivation. Of several derivations the cheapest is the reading; a rule with \
    a price yields to one without.

    A question without a derivation is read word by word, as before there were rules. `:explain` prints the derivation of the last \
    answer.

    This page is written by a test from the rules themselves: `RECORD=1 swift test --filter QuestionLanguageTests`.

    Categories: `S` things, `K` a kind, `F` a field, `FL` fields, `FS` fields of things, `C` a condition, `O` an order, `N` a \
    figure, `NL` figures, `NTH` a place in an order, `Y` a year, `T` a topic, `V` an amount, `Q` a question; the others are words. \
    `F/をに` is a field with one of these particles behind it, `-` none; `|` divides patterns.
    """

  private static var canonical: String {
    "## The canonical language\n\nEvery reading is printed as a line that can be asked again, and to who asks in Japanese in its Japanese form too:\n\n"
      + CanonicalLanguageTests.lines.map { line in
        "    \(line)\n    \(Question(canonical: line)?.canonical(in: .japanese) ?? "")"
      }.joined(separator: "\n\n")
  }

  private static func section(_ theme: (title: String, rules: [Rule])) -> String {
    "## \(theme.title)\n\n| rule | gives | of | reads | not |\n| --- | --- | --- | --- | --- |\n"
      + theme.rules.map(row).joined(separator: "\n")
  }

  private static func row(_ rule: Rule) -> String {
    let price = rule.price == 0 ? "" : " (\(rule.price))"
    let pattern = rule.pattern.split(separator: "|").map {
      "`\($0.split(separator: " ").joined(separator: " "))`"
    }
    return "| \(rule.name)\(price) | `\(rule.result.rawValue)` | \(pattern.joined(separator: ", ")) | "
      + "\(rule.shows.joined(separator: " · ")) | \(rule.rejects) |"
  }
}
