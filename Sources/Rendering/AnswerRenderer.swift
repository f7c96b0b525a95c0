import Answers

/// Turns answers into text. What is given back ends with a line feed, or is empty.
package protocol AnswerRenderer: Sendable {
  func render(_ answer: Answer) -> String
}

/// The forms an answer can be printed in; the raw value is the word of `--format`.
package enum OutputFormat: String, Hashable, Sendable, CaseIterable {
  case text, json, jsonl, csv, tsv, markdown

  /// - Parameter style: how text for people looks; the data formats don't depend on it.
  package func renderer(_ style: TextStyle) -> any AnswerRenderer {
    switch self {
    case .text: TextRenderer(style: style)
    case .json: JSONRenderer(layout: .pretty)
    case .jsonl: JSONRenderer(layout: .line)
    case .csv: DelimitedRenderer(dialect: .commas)
    case .tsv: DelimitedRenderer(dialect: .tabs)
    case .markdown: MarkdownRenderer()
    }
  }
}
