import Rendering

/// A line of the conversation that is no question.
enum REPLCommand: Hashable {
  case help
  case quit
  case new
  case why(String)
  case explain
  case format(OutputFormat)
  case pick(Int)
  case all
  case more
  case source(Int)
  /// The file of a set; empty for the user's own.
  case expect(String)
  case wrong(String)

  /// What is wrong with a line that begins with `:`.
  struct Problem: Error, Hashable {
    let sentence: String
  }

  /// Name, argument and meaning of every command, in the order of the help.
  static let list: [(name: String, argument: String, meaning: String)] = [
    (":help", "", "this list"),
    (":pick", "N", "show reading N of the last answer"),
    (":all", "", "show everything the last answer cut"),
    (":more", "", "show what else speaks of the words of the last answer"),
    (":source", "N", "show the lines item N stands on"),
    (":why", "NAME", "say why NAME is not in the last answer"),
    (":expect", "FILE", "keep the last answer as right, in a set of questions, after a yes"),
    (":wrong", "NOTE", "keep the last question as an open case"),
    (":explain", "", "show by which rules the question was read"),
    (":format", "F", OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")),
    (":new", "", "forget the questions so far"),
    (":quit", "", "leave (also C-d)"),
  ]

  /// nil where the line is a question.
  init?(_ line: String) throws(Problem) {
    let words = line.split(separator: " ", maxSplits: 1).map(String.init)
    guard let name = words.first, name.hasPrefix(":") else { return nil }
    let argument = words.count > 1 ? words[1] : ""
    switch name {
    case ":help", ":h", ":?": self = .help
    case ":quit", ":q", ":exit": self = .quit
    case ":new": self = .new
    case ":all": self = .all
    case ":explain": self = .explain
    case ":more": self = .more
    case ":expect": self = .expect(argument)
    case ":wrong":
      guard !argument.isEmpty else { throw Problem(sentence: ":wrong needs a note that says what is wrong") }
      self = .wrong(argument)
    case ":pick": self = .pick(try REPLCommand.number(argument, of: ":pick"))
    case ":source": self = .source(argument.isEmpty ? 1 : try REPLCommand.number(argument, of: ":source"))
    case ":why":
      guard !argument.isEmpty else { throw Problem(sentence: ":why needs a name") }
      self = .why(argument)
    case ":format":
      guard let format = OutputFormat(rawValue: argument) else {
        let known = OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")
        throw Problem(sentence: "no format \"\(argument)\"; there are: \(known)")
      }
      self = .format(format)
    default: throw Problem(sentence: "no command \(name); :help lists them")
    }
  }

  private static func number(_ text: String, of name: String) throws(Problem) -> Int {
    guard let number = Int(text), number >= 1 else {
      throw Problem(sentence: "\(name) needs a number from 1 on; for example: \(name) 2")
    }
    return number
  }
}
