import Answers

/// Turns answers into text. What is given back ends with a line feed, or is empty.
package protocol AnswerRenderer: Sendable {
  func render(_ answer: Answer) -> String
}

/// The forms an answer can be printed in; the raw value is the word of `--format`.
package enum OutputFormat: String, Hashable, Sendable, CaseIterable {
  case text, json, jsonl, csv
  /// CSV for a double click: with a byte order mark, and no cell that is a formula.
  case csvExcel = "csv-excel"
  case tsv, markdown

  /// The words, as a sentence lists them.
  package static var list: String {
    let words = allCases.map(\.rawValue)
    return words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
  }

  /// The form that a file's name ends with; nil where it says none.
  package init?(fileName: String) {
    switch fileName.split(separator: "/").last?.split(separator: ".").dropFirst().last {
    case "txt": self = .text
    case "md": self = .markdown
    case let ending?:
      guard let form = OutputFormat(rawValue: String(ending)) else { return nil }
      self = form
    case nil: return nil
    }
  }

  /// True where programs read it, byte for byte.
  package var isData: Bool {
    switch self {
    case .text, .markdown: false
    case .json, .jsonl, .csv, .csvExcel, .tsv: true
    }
  }

  /// What stands once before everything that is written in this form.
  package var opening: String { self == .csvExcel ? "\u{FEFF}" : "" }

  /// - Parameter style: how text for people looks; the data formats don't depend on it.
  package func renderer(_ style: TextStyle) -> any AnswerRenderer {
    switch self {
    case .text: TextRenderer(style: style)
    case .json: JSONRenderer(layout: .pretty)
    case .jsonl: JSONRenderer(layout: .line)
    case .csv: DelimitedRenderer(dialect: .commas)
    case .csvExcel: DelimitedRenderer(dialect: .spreadsheet)
    case .tsv: DelimitedRenderer(dialect: .tabs)
    case .markdown: MarkdownRenderer(style: style)
    }
  }
}
