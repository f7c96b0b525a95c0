/// A report as a page that needs nothing but itself: no script, no picture, no network.
struct ReportPage {
  let title: String
  let summary: String
  let parts: [Part]

  enum Part {
    case table(heading: String, head: [String], rows: [[Cell]])
    /// Texts of several lines.
    case list(heading: String, [String])
  }

  enum Cell {
    case text(String)
    case bars([Bar])
  }

  /// A bar with its figure beside it, so that nothing is said by colour alone.
  struct Bar {
    let label: String
    /// In the width of a letter.
    let width: Double
    /// Which of the colours.
    let colour: Int
  }

  var text: String {
    """
    <!doctype html><html lang="en"><meta charset="utf-8"><title>\(escaped(title))</title>
    <style>\(ReportPage.style)</style>
    <h1>\(escaped(title))</h1><p>\(escaped(summary))</p>
    \(parts.map(html).joined(separator: "\n"))
    </html>

    """
  }

  private static let style = """
    body{font-family:sans-serif;margin:2em;max-width:80em}td,th{text-align:left;padding:.2em .8em;vertical-align:top}
    .bar{display:inline-block;height:1em;vertical-align:middle}.b0{background:#2a7}.b1{background:#9c6}
    .b2{background:#c22}.b3{background:#e90}.b4{background:#999}
    """

  private func html(_ part: Part) -> String {
    switch part {
    case .table(let heading, let head, let rows):
      "<h2>\(escaped(heading))</h2><table><tr>" + head.map { "<th>\(escaped($0))" }.joined()
        + rows.map { "\n<tr>" + $0.map { "<td>\(html($0))" }.joined() }.joined() + "</table>"
    case .list(let heading, let texts):
      "<h2>\(escaped(heading))</h2><ul>" + texts.map { "<li><pre>\(escaped($0))</pre>" }.joined() + "</ul>"
    }
  }

  private func html(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): escaped(text)
    case .bars(let bars):
      bars.filter { $0.width > 0 }.map {
        "<span class=\"bar b\($0.colour)\" style=\"width:\($0.width)em\"></span> \(escaped($0.label)) "
      }.joined()
    }
  }

  private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
