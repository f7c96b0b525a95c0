import Answers
import JapaneseText
import PlanFacts
import PlanLibrary
import Questions
import Rendering

/// What `teach` says, in the language of its user.
struct TeachText {
  private let style: TextStyle

  init(_ style: TextStyle) { self.style = style }

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
    return lines.map { TextStyle.printable($0) + "\n" }.joined()
  }

  func prompt(_ question: Lessons.Question) -> String {
    question.isSure
      ? said("y, n, Enter (later), q? ", "はい y・いいえ n・後で Enter・終わり q? ")
      : said("a number, n, Enter (later), q? ", "番号・いいえ n・後で Enter・終わり q? ")
  }

  func notUnderstood(_ question: Lessons.Question) -> String {
    question.isSure
      ? said("please answer y or n\n", "y か n で答えてください\n")
      : said(
        "please answer with a number from 1 to \(question.options.count), or n\n",
        "1から\(question.options.count)の番号か n で答えてください\n")
  }

  func nothingMore(asked: Int) -> String {
    asked == 0
      ? said("no head is left to be taught\n", "教えられる見出しはありません\n")
      : said("that is all\n", "以上です\n")
  }

  var yesOrNo: String { said("keep it, y or n? ", "残しますか。はい y・いいえ n? ") }
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
    TextStyle.printable("\(content)") + "\n    " + TextStyle.printable(change(trial)) + "\n"
  }

  func table(_ table: TableReading, _ number: Int, of document: String) -> String {
    let kind = table.readAs.map(kind)
    var lines = [
      "\(document) \(said("table", "表")) \(number)  \(table.title ?? "")  "
        + said("lines \(table.lines.first)-\(table.lines.last)", "\(table.lines.first)〜\(table.lines.last)行")
        + "  " + (kind ?? said("unread", "読めていません"))
    ]
    for column in table.columns {
      lines.append("    \(column.head)    \(column.samples.joined(separator: " / "))")
    }
    return lines.map { TextStyle.printable($0) + "\n" }.joined()
  }

  /// Why a lesson is kept, for the comment above it.
  func reason(_ question: Lessons.Question, _ option: Int) -> String {
    let english = TeachText(TextStyle())
    return [english.witnesses(question, option), english.counts(question.options[option].trial)]
      .compactMap { $0 }.joined(separator: "; ")
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
      (trial.values, said("values", "値")), (trial.figures, said("plain figures", "表のままの数値")),
      (trial.unread, said("unread rows", "読めない行")),
    ].filter { $0.0 != 0 }.map { "\(signed($0.0)) \($0.1)" }
    return (things + rest).joined(separator: ", ")
  }

  private func kind(_ kind: FactKind) -> String {
    let word = kind == .definition ? kind.rawValue : kind.rawValue + "s"
    return said(word, CanonicalWords.japanese(kind: word))
  }

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
