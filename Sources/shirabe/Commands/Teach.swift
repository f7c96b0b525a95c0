import Analysis
import ArgumentParser
import Glibc
import JapaneseText
import PlanFacts
import PlanLibrary
import SourceFiles
import SystemFiles

/// `shirabe teach`: heads of tables that nothing is known of, with what they may mean; a yes is kept beside the index.
struct Teach: ShirabeCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what heads of tables mean that could not be read, by yes, no or a choice.",
    discussion: """
      Answers are read a line each: y (yes), n (no: the table stays as it is printed), a number (a choice), an empty line (later), q \
      (enough). What was taught stands in a plain text beside the index, INDEX-taught.txt, and the index is built again.
      With "table N of DOCUMENT", the columns of a table are shown; with HEAD=FIELD behind it, they are taught.
      """)

  @OptionGroup var source: IndexOptions
  @OptionGroup var look: LookOptions

  @Flag(name: .long, help: "List what was taught.")
  var list = false

  @Flag(name: .long, help: "Take back what was taught last.")
  var undo = false

  @Flag(name: .long, help: "Take the meanings given for a table without asking.")
  var yes = false

  @Argument(help: "table N of DOCUMENT [HEAD=FIELD ...]")
  var words: [String] = []

  func execute(_ console: Console) throws -> ExitStatus {
    let directory = source.directory(console)
    var library = try source.open(console)
    let lexicons = try TaughtLexicons(source, directory, console)
    let text = TeachText(look.style(console))
    if list { return try show(lexicons, text, console) }
    if undo { return try takeBack(library, lexicons, text, console) }
    if library.lexicons != lexicons.all {
      // the text of lessons, or the lexicons, changed since
      _ = try source.update(IndexUpdate(), directory, console)
      library = try source.open(console)
    }
    let reader = try SourceReader(console)
    var lessons: Lessons
    do throws(LexiconError) {
      lessons = try Lessons(library, base: lexicons.base, taught: lexicons.taught, reader: reader)
    } catch {
      throw Failure(error.description, .unreadable)
    }
    let reasons =
      try words.isEmpty
      ? askAll(&lessons, text, console) : teachTable(&lessons, lexicons.schema, text, console)
    guard !reasons.isEmpty else { return .answered }
    try keep(lessons.kept, reasons, in: lexicons.file)
    try console.write(text.kept(reasons.count, in: lexicons.file.path))
    return try source.update(IndexUpdate(), directory, console)
  }

  // MARK: what was taught

  private func show(_ lexicons: TaughtLexicons, _ text: TeachText, _ console: Console) throws -> ExitStatus {
    for lesson in lexicons.taught.lessons { try console.write(text.lesson(lesson, in: lexicons.file.path)) }
    if !lexicons.taught.problems.isEmpty { return .unreadable }
    return lexicons.taught.lessons.isEmpty ? .noMatch : .answered
  }

  private func takeBack(
    _ library: Library, _ lexicons: TaughtLexicons, _ text: TeachText, _ console: Console
  ) throws -> ExitStatus {
    guard let last = lexicons.taught.lessons.last else {
      throw Failure("\(lexicons.file.path): nothing was taught", .noMatch)
    }
    try writing { () throws(FileError) in try lexicons.file.remove(last) }
    try console.write(text.takenBack(last))
    let directory = source.directory(console)
    return try source.update(IndexUpdate(), directory, console)
  }

  private func keep(_ contents: [Taught.Content], _ reasons: [String], in file: TaughtFile) throws {
    let lessons = zip(contents, reasons).map { (content: $0, reason: "\(Teach.today) \($1)") }
    try writing { () throws(FileError) in try file.add(lessons) }
  }

  private func writing(_ work: () throws(FileError) -> Void) throws {
    do throws(FileError) { try work() } catch { throw Failure(error.description, .badIndex) }
  }

  /// `2026-11-29`, by the clock of the place.
  private static var today: String {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    let two = { (number: Int32) in (number < 10 ? "0" : "") + String(number) }
    return "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
  }

  // MARK: asking

  /// Asks head after head; the reason of each lesson that was kept, in order.
  private func askAll(_ lessons: inout Lessons, _ text: TeachText, _ console: Console) throws -> [String] {
    var lines = InputLines()
    var reasons: [String] = []
    var number = 0
    while let question = lessons.next() {
      number += 1
      try console.write(text.question(question, number))
      asking: while true {
        try console.write(text.prompt(question))
        guard let line = lines.next() else {
          try console.write("\n")
          return reasons
        }
        let places = Set(question.proposal.places.map(\.document)).sorted()
        switch TeachAnswer(line.text) {
        case .yes where question.isSure:
          lessons.keep(question.options[0].content, in: places)
          reasons.append(text.reason(question, 0))
        case .choice(let choice) where question.options.indices.contains(choice - 1):
          lessons.keep(question.options[choice - 1].content, in: places)
          reasons.append(text.reason(question, choice - 1))
        case .no:
          lessons.keep(question.proposal.refusal, in: places)
          reasons.append("no")
        case .later: break
        case .end: return reasons
        case .yes, .choice, nil:
          try console.write(text.notUnderstood(question))
          continue asking
        }
        break
      }
    }
    try console.write(text.nothingMore(asked: number))
    return reasons
  }

  // MARK: a table at once

  private func teachTable(
    _ lessons: inout Lessons, _ schema: FieldSchema, _ text: TeachText, _ console: Console
  ) throws -> [String] {
    guard words.count >= 4, words[0] == "table", let number = Int(words[1]), words[2] == "of" else {
      throw Failure("write: shirabe teach table N of DOCUMENT HEAD=FIELD ...", .unreadable)
    }
    guard let tables = lessons.tables(of: words[3]) else {
      throw Failure("no document \"\(words[3])\"; shirabe facts --coverage names them", .noMatch)
    }
    guard tables.indices.contains(number - 1) else {
      throw Failure("\(words[3]) has \(tables.count) tables", .noMatch)
    }
    let table = tables[number - 1]
    let said = words.dropFirst(4)
    guard !said.isEmpty else {
      try console.write(text.table(table, number, of: words[3]))
      return []
    }
    let content = try content(of: table, said: Array(said), schema)
    let trial = lessons.trial(content, in: [words[3]])
    try console.write(text.lesson(content, trial))
    if !yes {
      try console.write(text.yesOrNo)
      var lines = InputLines()
      guard let line = lines.next(), TeachAnswer(line.text) == .yes else {
        try console.write(text.nothingKept)
        return []
      }
    }
    lessons.keep(content, in: [words[3]])
    return ["a table as a whole"]
  }

  /// The lesson that gives heads of a table their meanings.
  private func content(
    of table: TableReading, said: [String], _ schema: FieldSchema
  ) throws -> Taught.Content {
    var fields: [String: String] = [:]
    let names = table.names(schema)
    for word in said {
      guard let equals = word.lastIndex(of: "=") else {
        throw Failure("\"\(word)\" gives no meaning; write: HEAD=FIELD", .unreadable)
      }
      let name = Taught.name(of: String(word[..<equals]), schema)
      guard names.contains(name) else {
        throw Failure(
          "\"\(word[..<equals])\" is no head of it; there are: \(names.joined(separator: ", "))", .unreadable)
      }
      fields[name] = String(word[word.index(after: equals)...])
    }
    let line =
      names.joined(separator: " | ") + " = " + names.map { fields[$0] ?? "-" }.joined(separator: " | ")
    let taught = Taught(line, path: "teach", schema: schema)
    guard let lesson = taught.lessons.first else {
      throw Failure(taught.problems.first?.description ?? "nothing is said", .unreadable)
    }
    return lesson.content
  }
}

/// What a line says to a question of `teach`.
enum TeachAnswer: Hashable {
  case yes, no, later, end
  case choice(Int)

  init?(_ line: String) {
    let word = Folder().fold(string: line, depth: .width).filter { !$0.isWhitespace }
    switch word {
    case "y", "yes", "はい": self = .yes
    case "n", "no", "いいえ": self = .no
    case "": self = .later
    case "q", "quit", "終わり": self = .end
    default:
      guard let number = Int(word) else { return nil }
      self = .choice(number)
    }
  }
}
