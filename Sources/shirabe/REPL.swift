import Answers
import Evaluation
import JapaneseText
import PlanLibrary
import Rendering

/// A conversation with a person: what is said to each line.
struct REPL {
  private let library: Library
  private let limit: Int?
  private var style: TextStyle
  private var assistant: Assistant
  private(set) var format: OutputFormat
  private var last: Answer?
  /// The reading that `:all` and `:source` speak of.
  private var shown: Reading?
  /// The questions since the conversation began.
  private var questions: [String] = []
  private let cases: CaseFiles
  /// What `:expect` asked to be told yes or no of.
  private var unconfirmed: (answer: ConfirmedAnswer, path: String)?
  /// Items of an answer that are shown before `:all`.
  private static let itemLimit = 20

  /// What is said to a line; nil ends the conversation.
  enum Response: Hashable {
    case text(String)
    case end
  }

  init(
    library: Library, assistant: Assistant, format: OutputFormat, limit: Int?, style: TextStyle,
    cases: CaseFiles
  ) {
    self.library = library
    self.assistant = assistant
    self.format = format
    self.limit = limit
    self.cases = cases
    self.style = style
    self.style.place = .conversation
    self.style.itemLimit = limit ?? REPL.itemLimit
  }

  var greeting: String {
    "\(library.documents.count) documents, \(library.facts.count) facts. Ask, or type :help; :quit leaves.\n"
  }

  var completer: Completer {
    Completer(names: library.facts.map(\.name), folder: library.lexicons.folder())
  }

  mutating func respond(to line: String) -> Response {
    let response = unchecked(line)
    do throws(LibraryError) {
      try library.checkFiles()
      return response
    } catch {
      return response == .end ? .end : .text(error.description + "\n")
    }
  }

  private mutating func unchecked(_ line: String) -> Response {
    if let waiting = unconfirmed {
      unconfirmed = nil
      switch REPL.words(line) {
      case "yes", "y", "はい": return .text(keep(waiting.answer, in: waiting.path))
      case "no", "n", "いいえ", "": return .text("Nothing was kept.\n")
      default: break
      }
    }
    guard line.contains(where: { !$0.isWhitespace }) else { return .text("") }
    do throws(REPLCommand.Problem) {
      guard let command = try REPLCommand(line) else { return .text(ask(line)) }
      return command == .quit ? .end : .text(try carryOut(command))
    } catch {
      return .text(error.sentence + "\n")
    }
  }

  private mutating func ask(_ question: String) -> String {
    let answer = assistant.ask(question, limit: limit)
    questions.append(question)
    last = answer
    shown = answer.readings.first
    return format.renderer(style).render(answer)
  }

  private mutating func carryOut(_ command: REPLCommand) throws(REPLCommand.Problem) -> String {
    switch command {
    case .help: return help()
    case .quit: return ""
    case .new:
      assistant.forget()
      (last, shown, questions) = (nil, nil, [])
      return "The conversation begins anew.\n"
    case .format(let format):
      self.format = format
      return "Answers are printed as \(format.rawValue).\n"
    case .pick(let number): return try pick(number)
    case .all:
      var whole = style
      whole.itemLimit = nil
      return TextRenderer(style: whole).render(try current())
    case .more:
      guard let wider = try current().wider else {
        throw .init(sentence: "the last answer has all that was found by name and text")
      }
      return ask(wider)
    case .source(let number): return try source(number)
    case .explain: return try explain()
    case .expect(let file): return try expect(file)
    case .wrong(let note): return try wrong(note)
    case .why(let name):
      return (assistant.why(name) ?? "Nothing is known of \"\(TextStyle.printable(name))\" here.") + "\n"
    }
  }

  private static func words(_ line: String) -> String {
    Folder().fold(string: line, depth: .width).filter { !$0.isWhitespace }
  }

  /// Shows what the last answer would be expected to say from now on, and asks for a yes.
  private mutating func expect(_ file: String) throws(REPLCommand.Problem) -> String {
    guard let last else { throw .init(sentence: "there is no answer yet") }
    let path: String
    do throws(CaseFiles.Problem) {
      path = try cases.set(named: file)
    } catch {
      throw .init(sentence: error.sentence)
    }
    let answer = ConfirmedAnswer(questions, last, shown: shown, by: assistant)
    unconfirmed = (answer, path)
    return answer.lines.map { TextStyle.printable($0) + "\n" }.joined()
      + "Is this right, and to be kept in \(TextStyle.printable(path))? yes or no\n"
  }

  private func keep(_ answer: ConfirmedAnswer, in path: String) -> String {
    do throws(CaseFiles.Problem) {
      try cases.add(answer, to: path)
      return "Kept in \(TextStyle.printable(path)).\n"
    } catch {
      return "Nothing was kept: \(TextStyle.printable(error.sentence))\n"
    }
  }

  private func wrong(_ note: String) throws(REPLCommand.Problem) -> String {
    guard let last else { throw .init(sentence: "there is no answer yet") }
    let open = OpenCase(
      question: last.question, reading: shown?.canonical ?? last.status.rawValue,
      fingerprint: library.fingerprint, note: note)
    do throws(CaseFiles.Problem) {
      return "Kept as an open case in \(TextStyle.printable(try cases.add(open))).\n"
    } catch {
      throw .init(sentence: error.sentence)
    }
  }

  /// The tree of rules that the last question was read by.
  private func explain() throws(REPLCommand.Problem) -> String {
    guard let last else { throw .init(sentence: "there is no answer yet") }
    guard let lines = assistant.explanation(of: last) else {
      return "The question was read word by word, not by the rules of the grammar.\n"
    }
    return lines.map { TextStyle.printable($0) + "\n" }.joined()
  }

  private func current() throws(REPLCommand.Problem) -> Reading {
    guard let shown else { throw .init(sentence: "there is no answer yet") }
    return shown
  }

  private mutating func pick(_ number: Int) throws(REPLCommand.Problem) -> String {
    let readings = last?.readings ?? []
    guard readings.indices.contains(number - 1) else {
      throw .init(sentence: "the last answer has \(readings.count) readings")
    }
    let reading = readings[number - 1]
    shown = reading
    assistant.takeUp(reading)
    return format.renderer(style).render(
      Answer(question: reading.canonical, status: .answered, readings: [reading]))
  }

  /// The lines an item stands on, as they are printed in its files.
  private func source(_ number: Int) throws(REPLCommand.Problem) -> String {
    let items = try current().items
    guard items.indices.contains(number - 1) else {
      throw .init(sentence: "the last answer has \(items.count) items")
    }
    return items[number - 1].sources.map { source in
      let lines = library.lines(of: source.document, in: source.lines)
      let width = String(source.lines.last).count
      let head = style.strong(
        TextStyle.printable(
          source.place.map { "\(source.path) \($0)" }
            ?? "\(source.path):\(source.lines.first)-\(source.lines.last)")
          + source.remark(in: style.language))
      return head + "\n"
        + zip(source.lines.first..., lines).map { number, line in
          let digits = String(number)
          return String(repeating: " ", count: max(0, width - digits.count)) + digits + "  "
            + TextStyle.printable(line) + "\n"
        }.joined()
    }.joined(separator: "\n")
  }

  private func help() -> String {
    let commands = REPLCommand.list.map { command in
      "  " + style.width.padded("\(command.name) \(command.argument)", to: 14) + command.meaning
    }
    let examples = REPL.examples(library).map { "  " + $0 }
    return
      (["Ask in Japanese or English; a question may follow up on the one before."]
      + (examples.isEmpty ? [] : ["For example:"] + examples) + ["Commands:"] + commands)
      .map { $0 + "\n" }.joined()
  }

  /// Questions that these documents answer: one for each kind of fact they hold.
  private static func examples(_ library: Library) -> [String] {
    func first(_ kind: String) -> String? { library.facts.first { $0.kind.rawValue == kind }?.name }
    return [
      first("indicator").map { "indicators named \"\($0)\"" },
      first("project").map { _ in "count of projects" },
      first("evaluation").map { _ in "evaluations" },
      first("definition").map { "definition of \"\($0)\"" },
    ].compactMap { $0 }.filter { !$0.contains("\\") }
  }
}
