import Answers
import Foundation
import JapaneseText
import Rendering
import TestSupport
import Testing

@Suite("Rendered answers")
struct RenderingTests {
  @Test("whole outputs", arguments: OutputFormat.allCases)
  func goldens(_ format: OutputFormat) {
    let renderer = format.renderer(TextStyle(columns: 80))
    let text = SampleAnswers.all.map { "== \($0.name)\n" + renderer.render($0.answer) }.joined()
    #expect(Golden.difference(text, "answers.\(format.rawValue)") == nil)
  }

  @Test func `a conversation numbers items and says how to see more`() {
    let style = TextStyle(colour: .ansi, place: .conversation, columns: 60, itemLimit: 1)
    let text = SampleAnswers.all.map { TextRenderer(style: style).render($0.answer) }.joined(
      separator: "----\n")
    #expect(Golden.difference(style.written(text), "conversation.text") == nil)
  }

  @Test("every format ends with a line feed", arguments: OutputFormat.allCases)
  func lineFeeds(_ format: OutputFormat) {
    for (_, answer) in SampleAnswers.all {
      #expect(format.renderer(TextStyle()).render(answer).hasSuffix("\n"))
    }
  }

  @Test func `one answer is one line of JSON for every reader of lines`() throws {
    let strange = "a\u{85}b\u{2028}c\u{2029}d\u{0B}e\u{0C}f\u{1C}g\r\nh\u{0}i\u{7F}\"\\"
    let line = JSONRenderer(layout: .line).render(Answer(question: strange, status: .noMatch))
    let ends: Set<Unicode.Scalar> = [
      "\n", "\r", "\u{0B}", "\u{0C}", "\u{1C}", "\u{85}", "\u{2028}", "\u{2029}",
    ]
    #expect(line.dropLast().unicodeScalars.allSatisfy { !ends.contains($0) })
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    #expect(object?["question"] as? String == strange)
  }

  @Test func `both layouts of JSON say the same`() throws {
    for (_, answer) in SampleAnswers.all {
      let objects = try [JSONValue.Layout.line, .pretty].map {
        try JSONSerialization.jsonObject(with: Data(JSONRenderer(layout: $0).render(answer).utf8))
          as? NSDictionary
      }
      #expect(objects[0] != nil && objects[0] == objects[1])
    }
  }

  @Test func `text for people can't steer their terminal`() {
    let text = TextRenderer(style: TextStyle()).render(SampleAnswers.passages)
    #expect(!text.contains("\u{1B}"))
  }
}

@Suite("Display width")
struct DisplayWidthTests {
  static let widths = [
    ("abc", 3), ("川崎", 4), ("ｶﾞ", 2), ("か\u{3099}", 2), ("👨‍👩‍👧", 2), ("①▲", 2), ("", 0), ("a\tb", 2), ("１", 2),
  ]

  @Test("columns on a terminal", arguments: widths)
  func columns(_ text: String, _ columns: Int) { #expect(DisplayWidth().columns(text) == columns) }

  @Test func `ambiguous characters are as wide as the setting says`() {
    #expect(DisplayWidth(ambiguous: 2).columns("①▲a") == 5)
  }

  @Test func `shortened text fits, and is the whole where it fits`() {
    let width = DisplayWidth()
    for columns in 1...12 {
      let text = width.shortened("川崎市abc計画", to: columns)
      #expect(width.columns(text) <= columns || text == "…")
    }
    #expect(width.shortened("川崎", to: 4) == "川崎")
  }

  @Test func `wrapped lines joined are the text`() {
    let width = DisplayWidth()
    for columns in 1...9 {
      let lines = width.wrapped("川崎市abc計画\u{3099}x", to: columns)
      #expect(lines.joined() == "川崎市abc計画\u{3099}x")
      #expect(lines.allSatisfy { width.columns($0) <= max(2, columns) })
    }
  }

  @Test func `a word of ASCII is cut only where it is longer than a line`() {
    let width = DisplayWidth()
    #expect(width.wrapped("two projects read", to: 8) == ["two", "projects", "read"])
    #expect(width.wrapped("a projection", to: 6) == ["a", "projec", "tion"])
    #expect(width.wrapped("指標KPI計画", to: 6) == ["指標", "KPI計", "画"])
    #expect(width.wrapped("削減は▲50%", to: 8) == ["削減は", "▲50%"])
  }
}

@Suite("Tables on a screen")
struct TableWidthTests {
  private static let sort = "projects sort by level ascending"

  /// The rows of a table of the sample's projects on a screen, under another canonical line.
  private func table(_ columns: Int, _ canonical: String, layout: TextStyle.Layout = .fitted) -> [Substring] {
    var reading = SampleAnswers.projects.readings[0]
    reading.canonical = canonical
    let answer = Answer(question: "a list of projects", status: .answered, readings: [reading])
    let style = TextStyle(layout: layout, columns: columns)
    return TextRenderer(style: style).render(answer).split(separator: "\n").filter { $0.hasPrefix("  ") }
  }

  @Test("what was asked for is shown on every screen, within its width", arguments: [60, 80, 160])
  func narrow(_ columns: Int) {
    let rows = table(columns, Self.sort)
    #expect(rows.allSatisfy { DisplayWidth().columns($0) <= columns })
    #expect(rows.first?.contains("level") == true && rows.first?.contains("source") == true)
    #expect(rows.filter { $0.contains("midori-green-plan:") }.count == 2)
  }

  @Test func `names are cut before a column goes, and what goes is named with the command that shows it`() {
    #expect(table(66, "projects").first?.contains("budget") == true)
    #expect(table(66, "projects").contains { $0.contains("…") })
    #expect(table(50, Self.sort).first?.contains("budget") == false)
    #expect(table(50, Self.sort).last == "  (not shown: budget, overview: --wide)")
  }

  @Test func `a wide table shows every field, long texts below their row`() {
    let rows = table(50, "projects", layout: .wide)
    #expect(rows.first?.contains("budget") == true && !rows.contains { $0.contains("not shown") })
    #expect(rows.filter { $0.contains("      overview  長い説明") }.count == 2)
  }

  @Test func `a long text that is the same in every row is not repeated under each`() {
    let rows = table(80, "projects where overview contains \"長い\"", layout: .fitted)
    #expect(!rows.contains { $0.contains("      overview  長い説明") })
  }
}
