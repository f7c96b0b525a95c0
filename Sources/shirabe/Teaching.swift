import Analysis
import Glibc
import JapaneseText
import Phrases
import PlanFacts
import PlanLibrary
import SourceFiles
import SystemFiles

/// A lesson with why it is kept.
struct KeptLesson: Hashable {
  let content: Taught.Content
  let reason: String
}

/// Where lessons are made and kept, for a command and for a conversation.
struct Teaching {
  let source: IndexOptions
  let console: Console
  let text: TeachText

  /// An index as it is with everything that was taught, and the lessons that could be added.
  struct Room {
    let library: Library
    let lexicons: TaughtLexicons
    let lessons: Lessons
  }

  /// The same, speaking a language.
  func speaking(_ language: Language) -> Teaching {
    Teaching(source: source, console: console, text: text.speaking(language))
  }

  private var directory: String { source.directory(console) }

  /// Reports each lesson that can't be read.
  func lexicons() throws -> TaughtLexicons { try TaughtLexicons(source, directory, console) }

  /// - Parameter library: is built again where the text of lessons, or the lexicons, changed since.
  func room(over library: Library) throws -> Room {
    let lexicons = try lexicons()
    var library = library
    if library.lexicons != lexicons.all {
      _ = try source.update(IndexUpdate(), directory, console, lists: false)
      library = try source.open(console)
    }
    let reader = try SourceReader(console)
    do throws(LexiconError) {
      let lessons = try Lessons(library, base: lexicons.base, taught: lexicons.taught, reader: reader)
      return Room(library: library, lexicons: lexicons, lessons: lessons)
    } catch {
      throw Failure(error.saying, .unreadable)
    }
  }

  /// What is asked: head after head, or one table.
  func dialogue(_ words: [String], _ room: Room) throws -> any Dialogue {
    guard !words.isEmpty else { return HeadDialogue(room.lessons, text) }
    if words == ["scales"] {
      let scales = room.library.scales(FieldSchema(valid: room.lexicons.all))
      return ScaleDialogue(scales.flatMap { id, all in all.map { (document: id, scale: $0) } }, text)
    }
    guard words.count >= 4, words[0] == "table", let number = Int(words[1]), words[2] == "of" else {
      throw Failure(Saying(text.howToTeach), .unreadable)
    }
    guard let document = room.library.documents(named: words[3]).first,
      let tables = room.lessons.tables(of: document.id)
    else {
      throw Failure(Saying(text.noDocument(words[3])), .noMatch)
    }
    guard tables.indices.contains(number - 1) else {
      throw Failure(Saying(text.noTable(of: words[3], tables.count)), .noMatch)
    }
    return try TableDialogue(
      tables[number - 1], number, of: document.id, said: Array(words.dropFirst(4)), room, text)
  }

  /// Writes lessons behind those that are there, and builds the index anew.
  func keep(_ lessons: [KeptLesson]) throws -> ExitStatus {
    let file = TaughtFile(beside: directory)
    try writing { () throws(FileError) in
      try file.add(lessons.map { (content: $0.content, reason: "\(Teaching.today) \($0.reason)") })
    }
    try console.write(text.kept(lessons.count, in: file.path))
    return try source.update(IndexUpdate(), directory, console, lists: false)
  }

  /// Takes the last lesson out, and builds the index anew.
  func takeBack() throws -> ExitStatus {
    let lexicons = try lexicons()
    guard let last = lexicons.taught.lessons.last else {
      throw Failure(Phrase.pathAnd.with(Saying(lexicons.file.path), Saying(text.nothingTaught)), .noMatch)
    }
    try writing { () throws(FileError) in try lexicons.file.remove(last) }
    try console.write(text.takenBack(last))
    return try source.update(IndexUpdate(), directory, console, lists: false)
  }

  private func writing(_ work: () throws(FileError) -> Void) throws {
    do throws(FileError) { try work() } catch { throw Failure(error.saying, .badIndex) }
  }

  /// `2026-11-29`, by the clock of the place.
  private static var today: String {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    let two = { (number: Int32) in (number < 10 ? "0" : "") + String(number) }
    return "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
  }
}

extension Library {
  /// Documents whose id, path or file name this is; the id first.
  func documents(named name: String) -> [DocumentRecord] {
    if let document = document(name) { return [document] }
    return documents.filter { $0.path == name || $0.path.hasSuffix("/" + name) }
  }
}
