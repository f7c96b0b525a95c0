import Answers
import Evaluation
import JapaneseText
import Phrases
import PlanDocuments
import PlanLibrary
import Rendering

/// A conversation with a person: what is said to each line.
struct REPL {
  private var library: Library
  private var assistant: Assistant
  /// Opens the index again, for `:reload`.
  private let open: () throws -> Library
  private var style: TextStyle
  private var limit: Int?
  private(set) var format: OutputFormat
  private(set) var isTiming = false
  private var last: Answer?
  /// The reading that `:all`, `:item` and `:source` speak of.
  private var shown: Reading?
  /// How many of its items were shown.
  private var shownItems = 0
  /// What is on the screen, for `:save`.
  private var onScreen: Answer?
  /// The questions since the conversation began.
  private var questions: [String] = []
  private let cases: CaseFiles
  private let unknown: UnknownWords
  private let teaching: Teaching?
  /// What is being asked of the person.
  private var dialogue: (any Dialogue)?
  /// What `:expect` asked to be told yes or no of.
  private var unconfirmed: (answer: ConfirmedAnswer, path: String)?
  /// Items of an answer that are shown at once.
  private static let itemLimit = 20

  /// What is said to a line.
  enum Response: Hashable {
    case text(String)
    /// The lines typed before are to be shown; whoever reads them has them.
    case history
    case end
  }

  init(
    library: Library, assistant: Assistant, format: OutputFormat, limit: Int?, style: TextStyle,
    cases: CaseFiles, unknown: UnknownWords = UnknownWords(folder: nil),
    teaching: ((TextStyle) -> Teaching)? = nil, open: @escaping () throws -> Library
  ) {
    self.library = library
    self.assistant = assistant
    self.open = open
    self.format = format
    self.limit = limit
    self.cases = cases
    self.unknown = unknown
    self.style = style
    self.style.place = .conversation
    self.style.itemLimit = limit ?? REPL.itemLimit
    self.teaching = teaching?(self.style)
  }

  var greeting: String {
    said(.greeting, "\(library.documents.count)", "\(library.factCount)")
  }

  var completer: Completer { Completer(library) { [style] in style.language } }

  /// The language of messages that no question tells the language of.
  var language: Language { style.language }

  /// The screen's width, as it is now.
  mutating func take(columns: Int) { style.columns = max(20, columns) }

  mutating func respond(to line: String) -> Response {
    let response = unchecked(line)
    do throws(LibraryError) {
      try library.checkFiles()
      return response
    } catch {
      return response == .end ? .end : .text(error.saying[speech] + "\n")
    }
  }

  /// A conversation that was interrupted goes on with what it was before, and with nothing that the question left half done.
  mutating func recover() throws { try assistant.restart(over: library) }

  private func said(_ phrase: Phrase, _ parts: String...) -> String {
    let parts = parts.map { Saying($0) }
    let saying =
      switch parts.count {
      case 0: phrase.with()
      case 1: phrase.with(parts[0])
      default: phrase.with(parts[0], parts[1])
      }
    return TextStyle.printable(saying[speech]) + "\n"
  }

  /// The language of the last question, unless one was chosen.
  private var speech: Language { style.answering(last?.question ?? "").language }

  private mutating func unchecked(_ line: String) -> Response {
    if let waiting = unconfirmed {
      unconfirmed = nil
      switch REPL.words(line) {
      case "yes", "y", "はい": return .text(keep(waiting.answer, in: waiting.path))
      case "no", "n", "いいえ", "": return .text(said(.nothingKept))
      default: break
      }
    }
    if let text = answerToDialogue(line) { return .text(text) }
    guard line.contains(where: { !$0.isWhitespace }) else { return .text("") }
    do throws(REPLCommand.Problem) {
      switch try REPLCommand(line) {
      case nil: return .text(ask(line))
      case .quit: return .end
      case .history: return .history
      case let command?: return .text(try carryOut(command))
      }
    } catch {
      return .text(TextStyle.printable(error.saying[speech]) + "\n")
    }
  }

  private mutating func ask(_ question: String) -> String {
    // what text shows of it can grow; data is what it is
    let answer = assistant.ask(question, limit: format.isData ? limit : nil)
    questions.append(question)
    unknown.collect(answer.words.unknown)
    last = answer
    shown = answer.readings.first
    return show(answer)
  }

  private mutating func show(_ answer: Answer) -> String {
    shownItems = min(answer.readings.first?.items.count ?? 0, style.itemLimit ?? .max)
    onScreen = answer
    // rows have no place for what is wrong with a question
    if answer.error != nil, [.csv, .csvExcel, .tsv].contains(format) {
      return TextRenderer(style: style).render(answer)
    }
    return format.renderer(style).render(answer)
  }

  private mutating func carryOut(_ command: REPLCommand) throws(REPLCommand.Problem) -> String {
    switch command {
    case .help: return help()
    case .quit, .history: return ""
    case .new:
      let text = said(.begunAnew)
      assistant.forget()
      (last, shown, onScreen, questions) = (nil, nil, nil, [])
      return text
    case .format(let format):
      self.format = format
      return said(.formatSet, format.rawValue)
    case .limit(let limit):
      self.limit = limit
      style.itemLimit = limit
      return said(.limitSet, "\(limit)")
    case .lang(let language):
      style.isLanguageChosen = language != nil
      if let language { style.language = language }
      return said(language == nil ? .languageAsAsked : .languageSet)
    case .timing(let isTiming):
      self.isTiming = isTiming
      return said(isTiming ? .timingOn : .timingOff)
    case .pick(let number): return try pick(number)
    case .all: return render(try current()) { $0.itemLimit = nil }
    case .wide: return render(try current()) { $0.layout = .wide }
    case .item(let number): return try item(number)
    case .more: return try more()
    case .source(let number): return try source(number, context: 0)
    case .open(let number): return try source(number, context: 3)
    case .documents: return ReadingReport(library, style, speech).documents()
    case .unread(let document):
      return try ReadingReport(library, style, speech).unread(of: document)
    case .teach(let words): return try teach(words)
    case .unknown(let isOn): return try unknown(isOn)
    case .tokens(let text): return try tokens(text)
    case .lexicon(let word): return lexicon(word)
    case .explain: return try explain()
    case .expect(let file): return try expect(file)
    case .wrong(let note): return try wrong(note)
    case .save(let file): return try save(file)
    case .reload: return try reload()
    case .why(let name):
      return assistant.why(name).map { TextStyle.printable($0[speech]) + "\n" } ?? said(.nothingKnown, name)
    }
  }

  private func render(_ reading: Reading, _ change: (inout TextStyle) -> Void) -> String {
    var changed = style
    changed.language = speech
    changed.isLanguageChosen = true
    change(&changed)
    return TextRenderer(style: changed).render(reading)
  }

  private static func words(_ line: String) -> String {
    Folder().fold(string: line, depth: .width).filter { !$0.isWhitespace }
  }

  // MARK: what is kept

  /// Shows what the last answer would be expected to say from now on, and asks for a yes.
  private mutating func expect(_ file: String) throws(REPLCommand.Problem) -> String {
    let last = try answer()
    let path: String
    do throws(CaseFiles.Problem) {
      path = try cases.set(named: file)
    } catch {
      throw .init(error.saying)
    }
    let answer = ConfirmedAnswer(questions, last, shown: shown, by: assistant)
    unconfirmed = (answer, path)
    return answer.lines.map { TextStyle.printable($0) + "\n" }.joined() + said(.isThisRight, path)
  }

  private func keep(_ answer: ConfirmedAnswer, in path: String) -> String {
    do throws(CaseFiles.Problem) {
      try cases.add(answer, to: path)
      return said(.keptIn, path)
    } catch {
      return said(.nothingKeptBecause, error.saying[speech])
    }
  }

  private func wrong(_ note: String) throws(REPLCommand.Problem) -> String {
    let last = try answer()
    let open = OpenCase(
      question: last.question, reading: shown?.canonical ?? last.status.rawValue,
      fingerprint: library.fingerprint, note: note)
    do throws(CaseFiles.Problem) {
      return said(.keptAsOpen, try cases.add(open))
    } catch {
      throw .init(error.saying)
    }
  }

  /// Writes what is on the screen to a new file, in the format its name ends with.
  private func save(_ file: String) throws(REPLCommand.Problem) -> String {
    guard let onScreen else { throw .init(.noAnswerYet) }
    let form = OutputFormat(fileName: file) ?? format
    var plain = style
    (plain.colour, plain.columns, plain.itemLimit, plain.linkFolder) = (.none, 100, nil, nil)
    let text = form.opening + TextStyle().written(form.renderer(plain).render(onScreen), as: form)
    do throws(CaseFiles.Problem) {
      try cases.write(text, toNew: file)
      return said(.savedAs, file, form.rawValue)
    } catch {
      throw .init(error.saying)
    }
  }

  private mutating func reload() throws(REPLCommand.Problem) -> String {
    do {
      try take(try open())
    } catch let failure as Failure {
      throw .init(failure.saying)
    } catch {
      throw .init(Saying(error: error))
    }
    return greeting
  }

  /// Goes on over another index.
  private mutating func take(_ library: Library) throws {
    guard library !== self.library else { return }
    self.library = library
    try assistant.restart(over: library)
  }

  // MARK: what is taught

  private mutating func teach(_ words: [String]) throws(REPLCommand.Problem) -> String {
    guard let teaching = teaching?.speaking(speech) else { throw .init(.noTeaching) }
    return try opening { (conversation: inout REPL) in
      let room = try teaching.room(over: conversation.library)
      try conversation.take(room.library)
      return try teaching.dialogue(words, room)
    }
  }

  /// Asks about the words that were collected, or begins or ends collecting them.
  private mutating func unknown(_ isOn: Bool?) throws(REPLCommand.Problem) -> String {
    do throws(CaseFiles.Problem) {
      switch isOn {
      case true?: return said(.unknownOn, try unknown.begin())
      case false?: return said(.unknownGone, try unknown.end())
      case nil: break
      }
    } catch {
      throw .init(error.saying)
    }
    guard let path = unknown.path, let words = unknown.words else { return said(.unknownOff) }
    guard !words.isEmpty else { return said(.unknownKept, path) }
    guard let teaching = teaching?.speaking(speech) else { throw .init(.noTeaching) }
    let unknown = unknown
    return try opening { (conversation: inout REPL) in
      WordDialogue(
        words.map { ($0, conversation.assistant.names(resembling: $0)) }, unknown, teaching.text)
    }
  }

  private mutating func opening(
    _ make: (inout REPL) throws -> any Dialogue
  ) throws(REPLCommand.Problem) -> String {
    do {
      var made = try make(&self)
      let text = made.respond(to: nil)
      dialogue = made.isOver ? nil : made
      return text
    } catch let failure as Failure {
      throw .init(failure.saying)
    } catch {
      throw .init(Saying(error: error))
    }
  }

  /// What is said to a line while something is asked; nil where nothing is, or the line is a command and ends it.
  private mutating func answerToDialogue(_ line: String) -> String? {
    guard var asking = dialogue else { return nil }
    dialogue = nil
    let isCommand = line.hasPrefix(":") || line.hasPrefix("：")
    let text = asking.respond(to: isCommand ? "q" : line)
    guard asking.isOver else {
      dialogue = asking
      return text
    }
    let result = text + keep(asking.kept)
    return isCommand && result.isEmpty ? nil : result
  }

  /// Writes what was taught, and goes on over the index that is built with it.
  private mutating func keep(_ lessons: [KeptLesson]) -> String {
    guard let teaching = teaching?.speaking(speech), !lessons.isEmpty else { return "" }
    do {
      _ = try teaching.keep(lessons)
      return try reload()
    } catch let failure as Failure {
      return TextStyle.printable(failure.saying[speech]) + "\n"
    } catch {
      return TextStyle.printable(Saying(error: error)[speech]) + "\n"
    }
  }

  // MARK: the last answer

  private func answer() throws(REPLCommand.Problem) -> Answer {
    guard let last else { throw .init(.noAnswerYet) }
    return last
  }

  private func current() throws(REPLCommand.Problem) -> Reading {
    guard let shown else { throw .init(.noAnswerYet) }
    return shown
  }

  /// The tree of rules that the last question was read by, and the words that no rule needed.
  private func explain() throws(REPLCommand.Problem) -> String {
    let last = try answer()
    let lines =
      assistant.explanation(of: last).map { $0.map { TextStyle.printable($0) + "\n" }.joined() }
      ?? said(.readWordByWord)
    let readings = last.readings.map { reading in
      let own = Saying(canonical: reading.canonical)
      return TextStyle.printable(own[speech]) + "\n"
        + (own[speech] == own.english ? "" : TextStyle.printable(own.english) + "\n")
    }
    let ignored = last.words.ignored
    return readings.prefix(1).joined() + lines
      + (ignored.isEmpty ? "" : said(.ignoredWords, ignored.joined(separator: ", ")))
  }

  /// The next items of the last answer, or else what its words find in texts too.
  private mutating func more() throws(REPLCommand.Problem) -> String {
    let reading = try current()
    let next = reading.items.dropFirst(shownItems).prefix(style.itemLimit ?? .max)
    if !next.isEmpty {
      let first = shownItems
      shownItems += next.count
      var style = style
      style.language = speech
      let rest = reading.items.count - shownItems
      return ItemList(style: style).lines(Array(next), of: reading, from: first).map { $0 + "\n" }.joined()
        + (rest > 0 ? said(.more, "\(rest)", ":more, :all") : "")
    }
    guard let wider = reading.wider else { throw .init(.nothingMore) }
    let language = speech
    let text = ask(Saying(canonical: wider)[language])
    return text
  }

  private mutating func pick(_ number: Int) throws(REPLCommand.Problem) -> String {
    let readings = last?.readings ?? []
    guard readings.indices.contains(number - 1) else { throw .init(.readingsOfLast, "\(readings.count)") }
    let reading = readings[number - 1]
    shown = reading
    assistant.takeUp(reading)
    return show(
      Answer(question: Saying(canonical: reading.canonical)[speech], status: .answered, readings: [reading]))
  }

  private func chosen(_ number: Int) throws(REPLCommand.Problem) -> Item {
    let items = try current().items
    guard items.indices.contains(number - 1) else { throw .init(.itemsOfLast, "\(items.count)") }
    return items[number - 1]
  }

  /// One item with everything it has, whatever was asked for.
  private func item(_ number: Int) throws(REPLCommand.Problem) -> String {
    var style = style
    style.language = speech
    return ItemList(style: style).whole(try chosen(number)).map { $0 + "\n" }.joined()
  }

  /// The lines an item stands on, as they are printed in its files.
  /// - Parameter context: lines before and behind them that are shown too.
  private func source(_ number: Int, context: Int) throws(REPLCommand.Problem) -> String {
    try chosen(number).sources.map { source in
      let count = library.document(source.document)?.lineCount ?? source.lines.last
      let range = LineRange(max(1, source.lines.first - context), min(count, source.lines.last + context))
      let width = String(range.last).count
      let head = style.strong(
        TextStyle.printable(
          source.place.map { "\(source.path) \($0)" }
            ?? "\(source.path):\(source.lines.first)-\(source.lines.last)") + source.remark(in: speech))
      return head + "\n"
        + zip(range.first..., library.lines(of: source.document, in: range)).map { number, line in
          let digits = String(number)
          let isCited = (source.lines.first...source.lines.last).contains(number)
          let text = TextStyle.printable(line)
          return String(repeating: " ", count: max(0, width - digits.count)) + digits
            + (context > 0 && isCited ? "> " + style.marked(text) : "  " + text) + "\n"
        }.joined()
    }.joined(separator: "\n")
  }

  // MARK: the index

  private func tokens(_ text: String) throws(REPLCommand.Problem) -> String {
    guard let rows = library.tokenRows(of: text) else { throw .init(.indexUnreadable) }
    return rows.map { "  " + $0.map(TextStyle.printable).joined(separator: "  ") + "\n" }.joined()
  }

  /// Lines of the lexicons that hold a word.
  private func lexicon(_ word: String) -> String {
    let lines = library.lexiconLines(holding: word)
    let shown = lines.prefix(REPL.itemLimit).map { "  " + TextStyle.printable($0) + "\n" }.joined()
    if lines.isEmpty { return said(.notInLexicons, word) }
    return shown
      + (lines.count > REPL.itemLimit ? said(.more, "\(lines.count - REPL.itemLimit)", "Lexicons/") : "")
  }

  // MARK: help

  private mutating func help() -> String {
    let commands = REPLCommand.list.map { command in
      "  " + style.width.padded("\(command.name) \(command.argument)", to: 18) + command.meaning(speech)
    }
    let examples = examples().map { "  " + TextStyle.printable($0) }
    return
      ([Phrase.howToAsk(speech)]
      + (examples.isEmpty ? [] : [Phrase.forExample(speech)] + examples) + [Phrase.commands(speech)]
      + commands)
      .map { $0 + "\n" }.joined()
  }

  /// Questions in both languages that these documents answer, each tried.
  func examples() -> [String] {
    Examples(library).tried(by: assistant)
  }
}
