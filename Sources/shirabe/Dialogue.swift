import JapaneseText
import Phrases
import PlanFacts
import PlanLibrary

/// Questions of the program that a person answers with yes, no or a choice, a line each.
protocol Dialogue {
  /// True where nothing more is asked.
  var isOver: Bool { get }
  /// What the answers so far teach.
  var kept: [KeptLesson] { get }

  /// What is said to a line, and asked next.
  /// - Parameter line: nil opens it.
  mutating func respond(to line: String?) -> String
}

/// What a line says to a question of the program.
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

/// Asks head after head what it means.
struct HeadDialogue: Dialogue {
  private var lessons: Lessons
  private let text: TeachText
  private var question: Lessons.Question?
  private var number = 0
  private(set) var kept: [KeptLesson] = []
  private(set) var isOver = false

  init(_ lessons: Lessons, _ text: TeachText) {
    self.lessons = lessons
    self.text = text
  }

  mutating func respond(to line: String?) -> String {
    guard let line, let question else { return ask() }
    switch TeachAnswer(line) {
    case .yes where question.isSure: keep(question.options[0].content, text.reason(question, 0), question)
    case .choice(let choice) where question.options.indices.contains(choice - 1):
      keep(question.options[choice - 1].content, text.reason(question, choice - 1), question)
    case .no: keep(question.proposal.refusal, "no", question)
    case .later: break
    case .end:
      isOver = true
      return ""
    case .yes, .choice, nil:
      return text.notUnderstood(choices: question.isSure ? 0 : question.options.count)
        + text.prompt(isSure: question.isSure)
    }
    return ask()
  }

  private mutating func keep(_ content: Taught.Content, _ reason: String, _ question: Lessons.Question) {
    lessons.keep(content, in: Set(question.proposal.places.map(\.document)).sorted())
    kept.append(KeptLesson(content: content, reason: reason))
  }

  private mutating func ask() -> String {
    question = lessons.next()
    guard let question else {
      isOver = true
      return text.nothingMore(asked: number)
    }
    number += 1
    return text.question(question, number) + text.prompt(isSure: question.isSure)
  }
}

/// Shows the scales of evaluation, and turns those round that are chosen.
struct ScaleDialogue: Dialogue {
  private var scales: [(document: String, scale: Scale)]
  private let text: TeachText
  private(set) var kept: [KeptLesson] = []
  private(set) var isOver: Bool

  init(_ scales: [(document: String, scale: Scale)], _ text: TeachText) {
    self.scales = scales
    self.text = text
    isOver = scales.isEmpty
  }

  mutating func respond(to line: String?) -> String {
    guard let line else {
      return zip(1..., scales).map { text.scale($1.scale, of: $1.document, number: $0) }.joined()
        + (scales.isEmpty ? text.noScales : text.whichScale)
    }
    switch TeachAnswer(line) {
    case .choice(let choice) where scales.indices.contains(choice - 1):
      let (document, scale) = scales[choice - 1]
      let turned = Scale(
        name: scale.name, grades: scale.grades.reversed(), basis: .taught, lines: scale.lines)
      scales[choice - 1].scale = turned
      let lesson = Taught.Content.scale(document: document, turned.grades.map(\.label))
      // what was turned twice stands as it was
      let before = kept.count
      kept.removeAll { $0.content == .scale(document: document, scale.grades.map(\.label)) }
      if kept.count == before { kept.append(KeptLesson(content: lesson, reason: "turned round")) }
      return text.scale(turned, of: document, number: choice) + text.whichScale
    case .end, .later, .no:
      isOver = true
      return ""
    case .yes, .choice, nil: return text.notUnderstood(choices: scales.count) + text.whichScale
    }
  }
}

/// Asks about one table: what its rows are, which column names them, and what the others say.
struct TableDialogue: Dialogue {
  private enum Step {
    case kind
    case names
    case column(Int)
    case confirmation
  }

  private let table: TableReading
  private let document: String
  private let number: Int
  private let schema: FieldSchema
  private let text: TeachText
  private let heads: [String]
  private var lessons: Lessons
  private var kind: FieldSchema.Kind?
  private var fields: [String: FieldSchema.Field] = [:]
  private var step = Step.kind
  private(set) var kept: [KeptLesson] = []
  private(set) var isOver = false

  /// Kinds of rows that can be asked for, in the order in which they are offered.
  static let kinds: [FieldSchema.Kind] = [.project, .indicator, .measure, .organization, .definition]

  /// - Parameters:
  ///   - number: The table's among those of the document, from 1.
  ///   - said: `HEAD=FIELD` each; empty to be asked.
  init(
    _ table: TableReading, _ number: Int, of document: String, said: [String], _ room: Teaching.Room,
    _ text: TeachText
  ) throws {
    self.table = table
    self.number = number
    self.document = document
    self.text = text
    lessons = room.lessons
    schema = room.lexicons.schema
    heads = table.names(schema)
    guard !heads.isEmpty else {
      throw Failure(Saying(text.noHeads(of: document, number)), .noMatch)
    }
    guard !said.isEmpty else { return }
    for word in said {
      guard let equals = word.lastIndex(of: "=") else {
        throw Failure(Saying(text.noMeaning(word)), .unreadable)
      }
      let head = Taught.name(of: String(word[..<equals]), schema)
      guard heads.contains(head) else {
        throw Failure(Saying(text.noHead(String(word[..<equals]), among: heads)), .unreadable)
      }
      let line = "\(head) = \(word[word.index(after: equals)...])"
      let taught = Taught(line, path: "teach", schema: schema, beside: kind)
      guard case .heads(_, let meanings)? = taught.lessons.first?.content, let field = meanings[0] else {
        throw Failure(taught.problems.first?.problem ?? Saying(text.noMeaning(word)), .unreadable)
      }
      fields[head] = field
      kind = field.kind
    }
    step = .confirmation
  }

  private var content: Taught.Content { .heads(heads, heads.map { fields[$0] }) }

  mutating func respond(to line: String?) -> String {
    guard let line else {
      if case .confirmation = step { return confirmation() }
      return text.table(table, number, of: document) + question()
    }
    switch (step, TeachAnswer(line)) {
    case (_, .end), (.kind, .no), (.names, .no), (.kind, .later), (.names, .later):
      isOver = true
      return text.nothingKept
    case (.kind, .choice(let choice)) where TableDialogue.kinds.indices.contains(choice - 1):
      kind = TableDialogue.kinds[choice - 1]
      step = .names
      return question()
    case (.names, .choice(let choice)) where table.columns.indices.contains(choice - 1):
      guard let head = table.name(ofColumn: choice - 1, schema), let name = field(named: "name") else {
        return text.noHead + question()
      }
      fields[head] = name
      return next(after: -1)
    case (.column(let column), .choice(let choice)):
      let choices = self.choices(column)
      guard choices.indices.contains(choice - 1), let head = table.name(ofColumn: column, schema) else {
        return text.notUnderstood(choices: choices.count) + question()
      }
      fields[head] = choices[choice - 1]
      return next(after: column)
    case (.column(let column), .later), (.column(let column), .no): return next(after: column)
    case (.confirmation, .yes):
      kept = [KeptLesson(content: content, reason: "a table as a whole")]
      isOver = true
      return ""
    case (.confirmation, .no), (.confirmation, .later):
      isOver = true
      return text.nothingKept
    case (.confirmation, _): return text.notUnderstood(choices: 0) + text.yesOrNo
    case (.kind, _): return text.notUnderstood(choices: TableDialogue.kinds.count) + question()
    case (.names, _): return text.notUnderstood(choices: table.columns.count) + question()
    case (.column(let column), _): return text.notUnderstood(choices: choices(column).count) + question()
    }
  }

  private func field(named name: String) -> FieldSchema.Field? {
    schema.known.first { $0.kind == kind && $0.name == name }
  }

  private func question() -> String {
    switch step {
    case .kind: text.kinds(TableDialogue.kinds)
    case .names: text.whichNames(table)
    case .column(let column): text.column(table.columns[column], choices(column), schema)
    case .confirmation: text.yesOrNo
    }
  }

  /// On to the next column whose head could mean something.
  private mutating func next(after column: Int) -> String {
    let next = table.columns.indices.dropFirst(column + 1).first { i in
      guard let head = table.name(ofColumn: i, schema) else { return false }
      return fields[head] == nil && !choices(i).isEmpty
    }
    guard let next else {
      step = .confirmation
      return confirmation()
    }
    step = .column(next)
    return question()
  }

  /// What a column may hold, by its cells; a head that means such a field already is not asked about.
  private func choices(_ column: Int) -> [FieldSchema.Field] {
    guard let head = table.name(ofColumn: column, schema), let kind,
      schema.fields(of: schema.head(head)).allSatisfy({ $0.kind != kind || $0.type == .name }),
      schema.role(of: schema.head(head)) == nil
    else { return [] }
    let isFigures = table.isOfFigures(column, schema)
    return schema.known.filter { field in
      guard field.kind == kind else { return false }
      return switch field.type {
      case .money, .figure, .number, .quantity: isFigures
      case .text, .unit, .attribute, .choice, .list, .targets: !isFigures
      case .grade, .year, .date: true
      case .name, .label: false
      }
    }
  }

  private mutating func confirmation() -> String {
    text.lesson(content, lessons.trial(content, in: [document])) + text.yesOrNo
  }
}
