import Answers
import JapaneseText
import Phrases
import Rendering

/// The parts of a help message.
struct HelpText {
  /// So wide that the message breaks no line of its own.
  static let columns = 10_000

  var overview: [String] = []
  var usage: [String] = []
  /// Arguments and options, in the order of the message.
  var entries: [(label: String, meaning: String)] = []
  var subcommands: [(label: String, meaning: String)] = []
  /// How to see more of the subcommands.
  var more = ""

  init(_ message: String) {
    var part = ""
    for line in message.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      let head = line.prefix { $0.isUppercase || $0 == " " }
      if line.dropFirst(head.count).first == ":", head.first?.isUppercase == true {
        part = String(head)
        if case let rest = line.dropFirst(head.count + 2), !rest.isEmpty {
          if part == "OVERVIEW" { overview.append(String(rest)) } else { usage.append(String(rest)) }
        }
      } else if part == "OVERVIEW" {
        overview.append(line)
      } else if part == "USAGE", !line.isEmpty {
        usage.append(line)
      } else if part == "ARGUMENTS" || part == "OPTIONS", !line.isEmpty {
        HelpText.add(line, to: &entries)
      } else if line.hasPrefix("  See '") {
        more = String(line.dropFirst(2))
      } else if part == "SUBCOMMANDS", line.hasPrefix("  ") {
        HelpText.add(line, to: &subcommands)
      }
    }
    if overview.last == "" { overview.removeLast() }
  }

  /// A line is a label of two columns' indent and its meaning behind two spaces, or the meaning of the label before it.
  private static func add(_ line: String, to entries: inout [(label: String, meaning: String)]) {
    let text = line.drop { $0 == " " }
    guard line.count - text.count == 2 else {
      if let last = entries.indices.last { entries[last].meaning += text }
      return
    }
    let label = text.firstRange(of: "  ").map { text[..<$0.lowerBound] } ?? text
    entries.append((String(label), String(text.dropFirst(label.count).drop { $0 == " " })))
  }

  /// The message in Japanese, as wide as a screen.
  func inJapanese(_ style: TextStyle, columns: Int) -> String {
    func japanese(_ text: String) -> String { Saying(message: text).japanese }
    func block(_ text: String, indent: Int = 0) -> [String] {
      style.width.wrapped(text, to: max(20, columns - indent))
        .map { $0.isEmpty ? "" : String(repeating: " ", count: indent) + $0 }
    }
    func list(_ title: String, _ entries: [(label: String, meaning: String)]) -> [String] {
      entries.isEmpty
        ? []
        : ["", title]
          + entries.flatMap { label, meaning in
            ["  " + japanese(label)] + (meaning.isEmpty ? [] : block(japanese(meaning), indent: 6))
          }
    }
    let lines =
      overview.flatMap { block(japanese($0)) } + ["", "使い方："]
      + usage.flatMap { block($0, indent: 2) } + list("引数とオプション：", entries)
      + list("コマンド：", subcommands)
      + (more.isEmpty ? [] : ["", "  " + japanese(more)])
    return lines.joined(separator: "\n")
  }
}
