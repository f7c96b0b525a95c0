import JapaneseText
import TestSupport
import Testing

/// Questions that all mean the same, with the line they mean.
struct Wordings: Sendable, CustomTestStringConvertible {
  let questions: [String]
  /// A canonical line, or `%%FAIL` and an error.
  let canonical: String
  /// `projects.test:12`
  let place: String
  var testDescription: String { canonical }

  /// The blocks of every golden: wordings, one a line, and the canonical line last.
  static let all = blocks(in: "Goldens")
  /// Wordings that only a grammar can read, written before its rules.
  static let composed = blocks(in: "Goldens/Composed")

  private static func blocks(in folder: String) -> [Wordings] {
    let folder = Paths.top + "/Tests/QuestionsTests/" + folder
    return TemporaryDirectory.names(in: folder).filter { $0.hasSuffix(".test") }
      .flatMap { read(Files.text("\(folder)/\($0)"), name: $0) }
  }

  /// True where kana or kanji stand outside the names and values of the canonical line: `湖の透明度の現状`, not
  /// `current value of 湖の透明度`.
  func isJapanese(_ question: String) -> Bool {
    let names = canonical.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map(\.element)
    let own = names.reduce(question) { $0.replacing($1, with: "") }
    return own.unicodeScalars.contains { [.hiragana, .katakana, .han].contains(ScriptClass($0)) }
  }

  private static func read(_ text: String, name: String) -> [Wordings] {
    var blocks: [Wordings] = []
    var lines: [String] = []
    let all = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) + [""]
    for (number, line) in all.enumerated() where !line.hasPrefix("#") {
      if !line.isEmpty {
        lines.append(line)
      } else if let last = lines.last {
        let fails = lines.first == "%%FAIL"
        blocks.append(
          Wordings(
            questions: Array(lines.dropFirst(fails ? 1 : 0).dropLast()),
            canonical: fails ? "%%FAIL \(last)" : last,
            place: "\(name):\(number + 1 - lines.count)"))
        lines = []
      }
    }
    return blocks
  }
}
