import TestSupport

/// Plan texts cut at blank lines and bullets: passages enough for the index's tests, which know no plans.
struct Paragraph: Sendable {
  let document: String
  let first: Int
  let last: Int
  let text: String
  let heading: String

  /// The paragraphs of all texts in a folder, in order of their names.
  static func all(in folder: String) -> [Paragraph] {
    TemporaryDirectory.names(in: folder).filter { $0.hasSuffix(".txt") }.flatMap {
      split(String($0.dropLast(4)), Files.text("\(folder)/\($0)"))
    }
  }

  static func split(_ document: String, _ text: String) -> [Paragraph] {
    var paragraphs: [Paragraph] = []
    var lines: [String] = []
    var first = 1
    var heading = ""
    func end(_ number: Int) {
      let text = lines.joined(separator: "\n")
      if !lines.isEmpty {
        paragraphs.append(
          Paragraph(document: document, first: first, last: number, text: text, heading: heading))
        if lines.count == 1, text.count < 40 { heading = text }
      }
      lines = []
    }
    for (i, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let isBlank = line.allSatisfy(\.isWhitespace)
      let isBullet = line.drop(while: \.isWhitespace).first.map { "-・●○◎〇|◆■".contains($0) } ?? false
      if isBlank || isBullet || lines.count >= 8 { end(i) }
      if isBlank { continue }
      if lines.isEmpty { first = i + 1 }
      lines.append(String(line))
    }
    end(first + lines.count - 1)
    return paragraphs
  }
}
