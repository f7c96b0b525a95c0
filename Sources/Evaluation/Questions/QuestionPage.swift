/// A report as a page that needs nothing but itself: bars by class, and every question that is not right.
struct QuestionPage {
  let report: QuestionReport

  init(_ report: QuestionReport) { self.report = report }

  var text: String {
    """
    <!doctype html><html lang="en"><meta charset="utf-8"><title>shirabe eval questions</title>
    <style>\(QuestionPage.style)</style>
    <h1>Questions</h1><p>\(QuestionPage.escaped(report.summary))</p>
    <table><tr><th>class<th>outcomes\(report.classes.map(row).joined())</table>
    <h2>Not right</h2><ul>\(report.missed.map(item).joined())</ul></html>

    """
  }

  private static let style = """
    body{font-family:sans-serif;margin:2em;max-width:70em}td,th{text-align:left;padding:.2em .8em}
    .bar{display:inline-block;height:1em;vertical-align:middle}.b0{background:#2a7}.b1{background:#9c6}
    .b2{background:#c22}.b3{background:#e90}.b4{background:#999}
    """

  /// A bar for each outcome, and its count, so that nothing is said by colour alone.
  private func row(_ part: (name: String, outcomes: [Outcome: Int])) -> String {
    let bars = Outcome.allCases.enumerated().map { place, outcome in
      let count = part.outcomes[outcome] ?? 0
      return count == 0
        ? ""
        : "<span class=\"bar b\(place)\" style=\"width:\(count)em\"></span> \(outcome.rawValue) \(count) "
    }
    return "<tr><td>\(QuestionPage.escaped(part.name))<td>\(bars.joined())"
  }

  private func item(_ question: JudgedQuestion) -> String {
    "<li><pre>\(QuestionPage.escaped(question.text))</pre>"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
