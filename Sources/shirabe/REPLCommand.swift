import Answers
import JapaneseText
import Phrases
import Rendering

/// A line of the conversation that is no question.
enum REPLCommand: Hashable {
  case help, quit, new, explain, all, more, wide, documents, history, reload
  case why(String)
  case format(OutputFormat)
  case limit(Int)
  /// nil: as each question is asked.
  case lang(Language?)
  case pick(Int)
  case item(Int)
  case source(Int)
  case open(Int)
  case tokens(String)
  case lexicon(String)
  /// The words of questions that no document knows: ask about them, collect them, or stop.
  case unknown(Bool?)
  /// A document; nil for all.
  case unread(String?)
  /// The words behind it; none for head after head.
  case teach([String])
  case timing(Bool)
  case save(String)
  /// The file of a set; empty for the user's own.
  case expect(String)
  case wrong(String)

  /// What is wrong with a line that begins with `:`.
  struct Problem: Error, Hashable {
    let saying: Saying

    init(_ saying: Saying) { self.saying = saying }
    init(_ phrase: Phrase, _ parts: String...) {
      let parts = parts.map { Saying($0) }
      switch parts.count {
      case 0: saying = phrase.with()
      case 1: saying = phrase.with(parts[0])
      default: saying = phrase.with(parts[0], parts[1])
      }
    }
  }

  /// A command's name, what it takes, what it does, and how its line is read; in the order of the help.
  struct Entry: Sendable {
    let name: String
    var others: [String] = []
    var argument = ""
    let meaning: Phrase
    let read: @Sendable (_ argument: String, _ name: String) throws(Problem) -> REPLCommand
  }

  static let list: [Entry] = [
    Entry(name: ":help", others: [":h", ":?"], meaning: .helpMeaning) { _, _ in .help },
    Entry(name: ":pick", argument: "N", meaning: .pickMeaning) { (argument, name) throws(Problem) in
      .pick(try number(argument, of: name))
    },
    Entry(name: ":item", argument: "N", meaning: .itemMeaning) { (argument, name) throws(Problem) in
      .item(try number(argument, of: name))
    },
    Entry(name: ":more", meaning: .moreMeaning) { _, _ in .more },
    Entry(name: ":all", meaning: .allMeaning) { _, _ in .all },
    Entry(name: ":wide", meaning: .wideMeaning) { _, _ in .wide },
    Entry(name: ":source", argument: "N", meaning: .sourceMeaning) { (argument, name) throws(Problem) in
      .source(try number(argument, of: name, otherwise: 1))
    },
    Entry(name: ":open", argument: "N", meaning: .openMeaning) { (argument, name) throws(Problem) in
      .open(try number(argument, of: name, otherwise: 1))
    },
    Entry(name: ":why", argument: "NAME", meaning: .whyMeaning) { (argument, name) throws(Problem) in
      .why(try word(argument, of: name, .needsName))
    },
    Entry(name: ":explain", meaning: .explainMeaning) { _, _ in .explain },
    Entry(name: ":tokens", argument: "TEXT", meaning: .tokensMeaning) { (argument, name) throws(Problem) in
      .tokens(try word(argument, of: name, .needsText))
    },
    Entry(name: ":lexicon", argument: "WORD", meaning: .lexiconMeaning) { (argument, name) throws(Problem) in
      switch argument.split(whereSeparator: \.isWhitespace) {
      case ["unknown"]: .unknown(nil)
      case ["unknown", "on"]: .unknown(true)
      case ["unknown", "off"]: .unknown(false)
      default: .lexicon(try word(argument, of: name, .needsText))
      }
    },
    Entry(name: ":lexicon unknown", argument: "", meaning: .unknownMeaning) { _, _ in .unknown(nil) },
    Entry(name: ":documents", argument: "", meaning: .documentsMeaning) { _, _ in .documents },
    Entry(name: ":unread", argument: "DOCUMENT", meaning: .unreadMeaning) { argument, _ in
      .unread(argument.isEmpty ? nil : argument)
    },
    Entry(name: ":teach", argument: "[table …]", meaning: .teachMeaning) { argument, _ in
      .teach(argument.split(whereSeparator: \.isWhitespace).map(String.init))
    },
    Entry(name: ":format", argument: "F", meaning: .formatMeaning) { (argument, _) throws(Problem) in
      guard let format = OutputFormat(rawValue: argument) else {
        throw Problem(.noFormat, argument, OutputFormat.list)
      }
      return .format(format)
    },
    Entry(name: ":limit", argument: "N", meaning: .limitMeaning) { (argument, name) throws(Problem) in
      .limit(try number(argument, of: name))
    },
    Entry(name: ":lang", argument: "ja|en|auto", meaning: .langMeaning) { (argument, _) throws(Problem) in
      guard argument == "auto" || Language(rawValue: argument) != nil else {
        throw Problem(.needsLanguage)
      }
      return .lang(Language(rawValue: argument))
    },
    Entry(name: ":timing", argument: "on|off", meaning: .timingMeaning) { (argument, _) throws(Problem) in
      guard ["on", "off", ""].contains(argument) else { throw Problem(.needsOnOff) }
      return .timing(argument != "off")
    },
    Entry(name: ":expect", argument: "FILE", meaning: .expectMeaning) { argument, _ in .expect(argument) },
    Entry(name: ":wrong", argument: "NOTE", meaning: .wrongMeaning) { (argument, name) throws(Problem) in
      .wrong(try word(argument, of: name, .needsNote))
    },
    Entry(name: ":save", argument: "FILE", meaning: .saveMeaning) { (argument, name) throws(Problem) in
      .save(try word(argument, of: name, .needsFile))
    },
    Entry(name: ":history", meaning: .historyMeaning) { _, _ in .history },
    Entry(name: ":new", meaning: .newMeaning) { _, _ in .new },
    Entry(name: ":reload", meaning: .reloadMeaning) { _, _ in .reload },
    Entry(name: ":quit", others: [":q", ":exit"], meaning: .quitMeaning) { _, _ in .quit },
  ]

  /// nil where the line is a question. Commands may be typed in full width, as an input method leaves them.
  init?(_ line: String) throws(Problem) {
    let folded = line.hasPrefix("：") ? ":" + line.dropFirst() : line
    let words = folded.split(maxSplits: 1, whereSeparator: { $0 == " " || $0 == "　" }).map(String.init)
    guard let name = words.first, name.hasPrefix(":") else { return nil }
    let argument = words.count > 1 ? String(words[1].reversed().drop(while: \.isWhitespace).reversed()) : ""
    guard let entry = REPLCommand.list.first(where: { $0.name == name || $0.others.contains(name) }) else {
      guard let near = REPLCommand.nearest(to: name) else { throw Problem(.noCommand, name) }
      throw Problem(.noCommandButNear, name, near)
    }
    self = try entry.read(argument, entry.name)
  }

  private static func number(_ text: String, of name: String, otherwise: Int? = nil) throws(Problem) -> Int {
    if text.isEmpty, let otherwise { return otherwise }
    guard let number = Int(text), number >= 1 else { throw Problem(.needsNumber, name) }
    return number
  }

  private static func word(_ text: String, of name: String, _ problem: Phrase) throws(Problem) -> String {
    guard !text.isEmpty else { throw Problem(problem, name) }
    return text
  }

  /// The command whose name is one or two keys away, or that the word begins.
  private static func nearest(to name: String) -> String? {
    let names = list.map(\.name)
    if let longer = names.first(where: { name.count > 1 && $0.hasPrefix(name) }) { return longer }
    let near = names.map { ($0, distance($0, name)) }.min { $0.1 < $1.1 }
    return near.flatMap { $0.1 <= 2 ? $0.0 : nil }
  }

  /// Keys by which two words differ (Levenshtein).
  private static func distance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a), Array(b))
    var row = Array(0...b.count)
    for i in a.indices {
      var before = row[0]
      row[0] = i + 1
      for j in b.indices {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, before + (a[i] == b[j] ? 0 : 1))
        before = above
      }
    }
    return row[b.count]
  }
}
