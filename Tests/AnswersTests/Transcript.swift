import Answers
import TestSupport

/// Conversations as text: `> ` opens a question, what is answered stands under it, a blank line forgets.
///
/// `#` opens a comment, `? name` asks why a thing is not among the items.
struct Transcript {
  /// Items shown of a reading.
  private static let shown = 6

  /// The transcript with every answer asked anew.
  static func replay(_ text: String, with make: () throws -> Assistant) rethrows -> String {
    var lines: [String] = []
    var assistant = try make()
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("> ") {
        lines += [line] + summary(assistant.ask(String(line.dropFirst(2))))
      } else if line.hasPrefix("? ") {
        lines += [line, "  " + (assistant.why(String(line.dropFirst(2)))?.english ?? "nothing to say")]
      } else if line.isEmpty || line.hasPrefix("#") {
        if line.isEmpty { assistant.forget() }
        lines.append(line)
      }
    }
    return lines.joined(separator: "\n")
  }

  static func questions(_ text: String) -> [[String]] {
    text.split(separator: "\n", omittingEmptySubsequences: false).split(separator: "").map { block in
      block.filter { $0.hasPrefix("> ") }.map { String($0.dropFirst(2)) }
    }
  }

  private static func summary(_ answer: Answer) -> [String] {
    var lines: [String] = answer.status == .answered ? [] : ["  \(answer.status.rawValue)"]
    if let error = answer.error {
      lines.append("  \(error.message) [\(error.span.lowerBound)..<\(error.span.upperBound)]")
    }
    for reading in answer.readings { lines += summary(reading) }
    if !answer.words.unknown.isEmpty {
      lines.append("  unknown: \(answer.words.unknown.joined(separator: " | "))")
    }
    if !answer.suggestions.isEmpty {
      lines.append("  try: \(answer.suggestions.map { "\($0.text) (\($0.total))" }.joined(separator: " | "))")
    }
    return lines
  }

  private static func summary(_ reading: Reading) -> [String] {
    let value = reading.value.map { ", \($0.value)\($0.unit ?? "")" } ?? ""
    let more = reading.items.count > shown ? "; …" : ""
    let names = reading.items.prefix(shown).map { item in
      item.type == "group"
        ? item.name + item.fields.map { " \($0.name) \(text($0.value))" }.joined() : item.name
    }
    return ["  \(reading.canonical) (\(reading.total)\(value))"]
      + (names.isEmpty ? [] : ["    " + names.joined(separator: "; ") + more])
      + reading.notes.map { "    note: \($0.saying.english)" }
      + reading.because.filter { !$0.isOfWords }.map { "    incomplete: \($0.sentence)" }
  }

  private static func text(_ value: ItemValue) -> String {
    switch value {
    case .text(let text): text
    case .number(let number): number.description
    case .flag(let flag): "\(flag)"
    case .list, .object: "…"
    }
  }
}

extension Gap {
  /// Those the transcript gives under `unknown`.
  fileprivate var isOfWords: Bool { if case .wordsNotUnderstood = self { true } else { false } }
}
