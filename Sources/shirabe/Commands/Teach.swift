import ArgumentParser
import PlanLibrary
import Rendering

/// `shirabe teach`: heads of tables that nothing is known of, with what they may mean; a yes is kept beside the index.
struct Teach: ShirabeCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what heads of tables mean that could not be read, by yes, no or a choice.",
    discussion: """
      Answers are read a line each: y (yes), n (no: the table stays as it is printed), a number (a choice), an empty line (later), q \
      (enough). What was taught stands in a plain text beside the index, INDEX-taught.txt, and the index is built again.
      With "table N of DOCUMENT", the columns of one table are asked about; with HEAD=FIELD behind it, they are taught at once. \
      Tables are numbered as facts --coverage and :unread have them. With "scales", the grades of evaluations are shown in their order, \
      which can be turned round.
      """)

  @OptionGroup var source: IndexOptions
  @OptionGroup var look: LookOptions

  @Flag(name: .long, help: "List what was taught.")
  var list = false

  @Flag(name: .long, help: "Take back what was taught last.")
  var undo = false

  @Flag(name: .long, help: "Take the meanings given for a table without asking.")
  var yes = false

  @Argument(help: "table N of DOCUMENT [HEAD=FIELD ...], or: scales")
  var words: [String] = []

  func validate() throws {
    if yes, !words.contains(where: { $0.contains("=") }) {
      throw ValidationError("--yes goes with table N of DOCUMENT HEAD=FIELD ...")
    }
  }

  func execute(_ console: Console) throws -> ExitStatus {
    let teaching = Teaching(source: source, console: console, text: TeachText(look.style(console)))
    if list { return try show(teaching, console) }
    if undo { return try teaching.takeBack() }
    let room = try teaching.room(over: try source.open(console))
    var dialogue = try teaching.dialogue(words, room)
    var lines = InputLines()
    try console.write(dialogue.respond(to: nil))
    if yes { try console.write("\n" + dialogue.respond(to: "y")) }
    while !dialogue.isOver {
      guard let line = lines.next() else {
        try console.write("\n")
        break
      }
      try console.write(dialogue.respond(to: line.text))
    }
    guard !dialogue.kept.isEmpty else { return .answered }
    return try teaching.keep(dialogue.kept)
  }

  private func show(_ teaching: Teaching, _ console: Console) throws -> ExitStatus {
    let lexicons = try teaching.lexicons()
    for lesson in lexicons.taught.lessons {
      try console.write(teaching.text.lesson(lesson, in: lexicons.file.path))
    }
    if !lexicons.taught.problems.isEmpty { return .unreadable }
    return lexicons.taught.lessons.isEmpty ? .noMatch : .answered
  }
}
