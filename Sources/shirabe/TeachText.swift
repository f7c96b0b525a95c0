import Answers
import JapaneseText
import Phrases
import PlanFacts
import PlanLibrary
import Questions
import Rendering

/// What `teach` says, in the language of its user.
struct TeachText {
  private var style: TextStyle

  init(_ style: TextStyle) { self.style = style }

  /// The same in a language.
  func speaking(_ language: Language) -> TeachText {
    var text = self
    text.style.language = language
    return text
  }

  var language: Language { style.language }

  private func said(_ english: String, _ japanese: String) -> String {
    Saying(english: english, japanese: japanese)[style.language]
  }

  /// The head, three cells, the heads around it, and each meaning with what it would change.
  func question(_ question: Lessons.Question, _ number: Int) -> String {
    let proposal = question.proposal
    let places = proposal.places.prefix(3).map { "\($0.document) \(said("table", "表")) \($0.table)" }
    let more = proposal.places.count > 3 ? ", …" : ""
    var lines = [
      "[\(number)] " + style.strong(proposal.head) + "  "
        + said(
          "\(proposal.places.count) tables, \(proposal.rows) rows: ",
          "表\(proposal.places.count)、\(proposal.rows)行: ")
        + places.joined(separator: ", ") + more,
      "    " + said("cells: ", "セル: ") + proposal.samples.joined(separator: " / "),
      "    " + said("heads: ", "見出し: ") + proposal.heads.joined(separator: " | "),
    ]
    for (i, option) in question.options.enumerated() {
      let mark = question.isSure && i == 0 ? "" : "\(i + 1)  "
      lines.append("  " + mark + "\(option.content)")
      lines.append("      " + change(option.trial))
      if let like = witnesses(question, i) { lines.append("      " + said("because ", "理由: ") + like) }
      if question.isSure { break }
    }
    return lines.map(wrapped).joined()
  }

  /// A line on as many as the screen needs, all as far in as it is.
  private func wrapped(_ line: String) -> String {
    let indent = String(repeating: " ", count: line.prefix { $0 == " " }.count)
    let room = max(20, style.columns - indent.count)
    return style.width.wrapped(TextStyle.printable(String(line.dropFirst(indent.count))), to: room)
      .map { "\(indent)\($0)\n" }.joined()
  }

  func prompt(isSure: Bool) -> String {
    isSure
      ? prompt("y, n, Enter (later), q?", "はい y・いいえ n・後で Enter・終わり q?")
      : prompt("a number, n, Enter (later), q?", "番号・いいえ n・後で Enter・終わり q?")
  }

  /// In a conversation the answer is typed at its own prompt, on the next line.
  private func prompt(_ english: String, _ japanese: String) -> String {
    said(english, japanese) + (style.place == .conversation ? "\n" : " ")
  }

  /// - Parameter choices: 0 where yes or no was asked for.
  func notUnderstood(choices: Int) -> String {
    choices == 0
      ? said("please answer y or n\n", "y か n で答えてください\n")
      : said(
        "please answer with a number from 1 to \(choices), or n\n", "1から\(choices)の番号か n で答えてください\n")
  }

  /// A field by its own name, with a head that means it; by that alone where people have no word for it.
  private func name(_ field: FieldSchema.Field, _ schema: FieldSchema) -> String {
    let word = Saying(field: field.name)
    let own = style.language == .japanese && word.japanese == word.english ? "" : word[style.language]
    guard let example = schema.example(of: field), example != own else { return own }
    return own.isEmpty ? example : own + said(" (\(example))", "（\(example)）")
  }

  /// Entries side by side as far as the screen goes.
  private func rows(of entries: [String]) -> [String] {
    entries.reduce(into: [String]()) { rows, entry in
      let joined = rows.last.map { "\($0)  \(entry)" }
      if let joined, style.width.columns(joined) <= style.columns - 4 {
        rows[rows.count - 1] = joined
      } else {
        rows.append(entry)
      }
    }
  }

  // MARK: scales

  /// A scale on a line or more: where it is from, and its grades, the best first, with how many things have each.
  func scale(_ scale: Scale, of document: String, number: Int) -> String {
    let name = scale.name.map { Saying(field: $0)[style.language] } ?? said("a legend", "凡例")
    let basis =
      switch scale.basis {
      case .taught: said("as taught", "教えられた順")
      case .legend: said("by its legend", "凡例による")
      case .custom: said("as such grades mostly go", "通例による")
      }
    let place = scale.lines.map { ":\($0.first)-\($0.last)" } ?? ""
    let grades = scale.grades.map { grade in
      grade.label + (grade.words.map { " \($0)" } ?? "") + (grade.count > 0 ? " (\(grade.count))" : "")
    }
    let indent = "    "
    return TextStyle.printable("[\(number)] \(document)\(place)  \(name)  ") + said("best first", "良い順")
      + said(", ", "・") + basis + "\n"
      + style.width.wrapped(
        TextStyle.printable(grades.joined(separator: " > ")), to: max(20, style.columns - indent.count)
      ).map { "\(indent)\($0)\n" }.joined()
  }

  var whichScale: String {
    prompt("turn which round: a number, or q?", "順を逆にするもの：番号・終わり q?")
  }

  var noScales: String { said("no scale of grades was found\n", "評価の段階は見つかりませんでした\n") }

  // MARK: words

  /// A word that no document knows, with names that it resembles.
  func word(_ word: String, _ names: [String], _ number: Int) -> String {
    TextStyle.printable("[\(number)] ") + style.strong(TextStyle.printable(word)) + "\n"
      + names.enumerated().map { TextStyle.printable("  \($0 + 1)  \($1)") + "\n" }.joined()
      + prompt(
        "a number, =WORD (the same as that), n (forget it), Enter (later), q?",
        "番号・＝語（それと同じ）・忘れる n・後で Enter・終わり q?")
  }

  // MARK: one table

  func kinds(_ kinds: [FieldSchema.Kind]) -> String {
    let list = kinds.enumerated().map { i, kind in
      "\(i + 1) "
        + (FactKind(rawValue: kind.rawValue).map { Saying(kindOf: $0)[style.language] } ?? kind.rawValue)
    }
    return said("What is in its rows?  ", "各行は何ですか。  ") + list.joined(separator: "  ") + "\n"
      + prompt("a number, or Enter to leave it?", "番号（やめるときは Enter）?")
  }

  func whichNames(_ table: TableReading) -> String {
    prompt(
      "Which column has their names, 1 to \(table.columns.count)?", "名前はどの列ですか。1から\(table.columns.count)?")
  }

  var noHead: String { said("that column has no head\n", "その列には見出しがありません\n") }

  /// What a column may say, each with a head that says so elsewhere.
  func column(
    _ column: TableReading.Column, _ choices: [FieldSchema.Field], _ schema: FieldSchema
  ) -> String {
    let cells = column.samples.isEmpty ? "" : "  (\(column.samples.joined(separator: " / ")))"
    let list = choices.enumerated().map { i, field in "\(i + 1) \(name(field, schema))" }
    return style.width.shortened(TextStyle.printable("\(column.head)\(cells)"), to: style.columns) + "\n"
      + rows(of: list).map { "    \($0)\n" }.joined()
      + prompt("a number, or Enter for none?", "番号（どれでもなければ Enter）?")
  }

  func nothingMore(asked: Int) -> String {
    asked == 0
      ? said("no head is left to be taught\n", "教えられる見出しはありません\n")
      : said("that is all\n", "以上です\n")
  }

  var yesOrNo: String { prompt("keep it, y or n?", "残しますか。はい y・いいえ n?") }
  var nothingKept: String { said("nothing was kept\n", "何も残しませんでした\n") }

  func kept(_ count: Int, in path: String) -> String {
    TextStyle.printable(
      said("\(count) lessons were added to \(path)", "\(path) に\(count)行を加えました")) + "\n"
  }

  func takenBack(_ lesson: Taught.Lesson) -> String {
    TextStyle.printable(said("taken back: \(lesson.content)", "取り消しました: \(lesson.content)")) + "\n"
  }

  /// As compilers name a place.
  func lesson(_ lesson: Taught.Lesson, in path: String) -> String {
    TextStyle.printable(
      "\(path):\(lesson.line): \(lesson.content)" + (lesson.reason.map { "  # \($0)" } ?? ""))
      + "\n"
  }

  func lesson(_ content: Taught.Content, _ trial: LessonTrial) -> String {
    wrapped("\(content)") + wrapped("    " + change(trial))
  }

  func table(_ table: TableReading, _ number: Int, of document: String) -> String {
    let kind = table.readAs.map(kind)
    var lines = [
      "\(document) \(said("table", "表")) \(number)  \(table.title ?? "")  "
        + said("lines \(table.lines.first)-\(table.lines.last)", "\(table.lines.first)〜\(table.lines.last)行")
        + "  " + (kind ?? said("unread", "読めていません"))
    ]
    for (i, column) in table.columns.enumerated() {
      lines.append("  \(i + 1)  \(column.head)  (\(column.samples.joined(separator: " / ")))")
    }
    return lines.map { style.width.shortened(TextStyle.printable($0), to: style.columns) + "\n" }.joined()
  }

  /// Why a lesson is kept, for the comment above it.
  func reason(_ question: Lessons.Question, _ option: Int) -> String {
    let english = TeachText(TextStyle())
    return [english.witnesses(question, option), english.counts(question.options[option].trial)]
      .compactMap { $0 }.joined(separator: "; ")
  }

  // MARK: what can't be done

  var howToTeach: String {
    said(
      "write: teach table N of DOCUMENT HEAD=FIELD ..., or: teach scales",
      "teach table 番号 of 文書 見出し=項目 …、または teach scales と書いてください")
  }

  func noDocument(_ name: String) -> String {
    said(
      "no document \"\(name)\"; shirabe facts --coverage names them",
      "「\(name)」という文書はありません。文書の名は shirabe facts --coverage で見られます")
  }

  func noTable(of document: String, _ count: Int) -> String {
    said("\(document) has \(count) tables", "\(document) の表は\(count)個です")
  }

  var nothingTaught: String { said("nothing was taught", "教えたものはありません") }

  func noMeaning(_ word: String) -> String {
    said(
      "\"\(word)\" gives no meaning; write: HEAD=FIELD", "「\(word)」からは意味が読み取れません。見出し=項目 と書いてください")
  }

  func noHeads(of document: String, _ table: Int) -> String {
    said(
      "table \(table) of \(document) has no heads to teach", "\(document) の表\(table)には教えられる見出しがありません")
  }

  func noHead(_ word: String, among heads: [String]) -> String {
    said(
      "\"\(word)\" is no head of it; there are: \(heads.joined(separator: ", "))",
      "「\(word)」という見出しはありません。見出しは \(heads.joined(separator: "、")) です")
  }

  // MARK: parts

  private func witnesses(_ question: Lessons.Question, _ option: Int) -> String? {
    let content = question.options[option].content
    let all = question.proposal.options.first { $0.content == content }?.witnesses ?? []
    let parts = all.map { witness in
      switch witness {
      case .endsLike(let word): said("it ends like \(word)", "末尾が「\(word)」と同じ")
      case .holds(let word): said("it holds \(word)", "「\(word)」を含む")
      case .cells: said("the cells end as such names do", "セルの末尾がその種の名前と同じ")
      case .beside(let heads):
        said("beside \(heads.joined(separator: ", "))", "並ぶ見出し \(heads.joined(separator: "、"))")
      }
    }
    return parts.isEmpty ? nil : parts.joined(separator: said("; ", "、"))
  }

  private func change(_ trial: LessonTrial) -> String {
    let examples = trial.examples.map { "\($0.name)" + values($0) }
    return said("reads ", "読めるもの: ") + counts(trial)
      + (examples.isEmpty ? "" : said("; for example ", "。例: ") + examples.joined(separator: "; "))
  }

  private func counts(_ trial: LessonTrial) -> String {
    let things = trial.things.sorted { $0.key.rawValue < $1.key.rawValue }.map {
      "\(signed($0.value)) \(kind($0.key))"
    }
    let rest = [
      (trial.values, said("values", "値")), (trial.fields, said("fields", "項目の値")),
      (trial.figures, said("plain figures", "表のままの数値")),
      (trial.unread, said("unread rows", "読めない行")),
    ].filter { $0.0 != 0 }.map { "\(signed($0.0)) \($0.1)" }
    return (things + rest).joined(separator: ", ")
  }

  private func kind(_ kind: FactKind) -> String { Saying(kindOf: kind)[style.language] }

  private func signed(_ number: Int) -> String { number < 0 ? String(number) : "+\(number)" }

  /// The first two values of a thing.
  private func values(_ fact: Fact) -> String {
    let all = fact.fields.flatMap { field -> [String] in
      switch field.value {
      case .points(let points):
        points.map { point in
          "\(point.role.rawValue) \(point.fiscalYear.map { "FY\($0) " } ?? "")\(point.text)"
        }
      case .attributes(let attributes): attributes.map { "\($0.name) \($0.value)" }
      case .text(let text): ["\(field.name.rawValue) \(text)"]
      case .number(let number): ["\(field.name.rawValue) \(number)"]
      case .flag, .list, .schedule: []
      }
    }
    return all.isEmpty ? "" : " (" + all.prefix(2).joined(separator: ", ") + ")"
  }
}
