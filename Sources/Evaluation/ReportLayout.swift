/// How a report is printed.
package enum ReportLayout: String, Hashable, Sendable, CaseIterable { case text, markdown, json }

/// A table of GitHub's Markdown; what a cell holds steers nothing.
enum MarkdownTable {
  static func text(_ head: [String], _ rows: [[String]]) -> String {
    ([head, head.map { _ in "---" }] + rows.map { $0.map(escaped) })
      .map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }

  static func escaped(_ text: String) -> String {
    text.map { "|*_`<[\\".contains($0) ? "\\\($0)" : $0.isNewline ? " " : String($0) }.joined()
  }
}
