import Answers
import JapaneseText
import Phrases
import PlanFacts
import Questions

/// An answer for people: one sentence, the reading, what may be missing, the items with their places, and what else it could
/// mean.
package struct TextRenderer: AnswerRenderer {
  package let style: TextStyle

  package init(style: TextStyle) { self.style = style }

  package func render(_ answer: Answer) -> String {
    let page = Page(style: style.answering(answer.question))
    var lines: [String] = []
    if let error = answer.error {
      lines += page.error(answer.question, error)
    } else if let first = answer.readings.first {
      lines += page.reading(first)
      lines += page.otherReadings(answer.readings.dropFirst())
    } else {
      lines.append(TextStyle.printable(answer.sentence[page.language]))
    }
    lines += page.suggestions(answer.suggestions)
    return lines.map { $0 + "\n" }.joined()
  }

  /// One reading alone, as `render` prints the preferred one.
  package func render(_ reading: Reading) -> String {
    Page(style: style).reading(reading).map { $0 + "\n" }.joined()
  }
}

/// The lines of one answer, in its language.
private struct Page {
  let style: TextStyle
  var language: Language { style.language }

  private func said(_ saying: Saying) -> String { TextStyle.printable(saying[language]) }

  /// A sentence on as many lines as the screen needs, none of which breaks a word of letters.
  private func wrapped(_ text: String, _ paint: (String) -> String = { $0 }) -> [String] {
    style.width.wrapped(text, to: style.columns).map(paint)
  }

  func error(_ question: String, _ error: AnswerError) -> [String] {
    let message = said(error.saying)
    let shown = TextStyle.printable(question)
    let count = question.unicodeScalars.count
    let span = error.span.clamped(to: 0..<count)
    // A question longer than the screen would put the caret under another line.
    guard count > 0, count <= 500, style.layout != .plain, style.width.columns(shown) <= style.columns else {
      return [style.wrong(message)]
    }
    let before = style.width.columns(shown, scalars: span.lowerBound)
    let under = max(1, style.width.columns(shown, scalars: span.upperBound) - before)
    return [
      shown,
      String(repeating: " ", count: before)
        + style.wrong(String(repeating: "^", count: under) + " " + message),
    ]
  }

  func reading(_ reading: Reading) -> [String] {
    var lines = wrapped(said(reading.sentence), style.strong)
    lines += canonical(reading.canonical).map { style.faint(TextStyle.printable($0)) }
    // what may be missing is said before what is there
    let gaps = reading.because.map(sentence)
    if !gaps.isEmpty { lines += wrapped(said(Phrase.incomplete.with(gaps.listedApart)), style.wrong) }
    // on a screen the first few: what is there stands below them
    let unread = style.place == .conversation ? reading.unread.prefix(3) : reading.unread[...]
    lines += unread.flatMap { wrapped(said(Phrase.unread.with($0.citationWithReason)), style.wrong) }
    if unread.count < reading.unread.count {
      lines.append(
        style.wrong(
          "  " + said(Phrase.more.with(Saying(reading.unread.count - unread.count), Saying(":unread")))))
    }
    if style.place == .conversation, reading.because.contains(where: \.isOfReading) {
      lines += wrapped("(\(Phrase.seeUnread(language)))", style.faint)
    }
    lines += reading.notes.flatMap { wrapped(said(Phrase.note.with($0.saying))) }
    let shown = reading.items.prefix(style.itemLimit ?? .max).map { $0.only(reading.asked) }
    if !shown.isEmpty {
      lines += [""] + ItemText(style: style, reading: reading).lines(shown, of: reading.items.count)
    }
    if shown.count < reading.items.count {
      let command = style.place == .conversation ? ":more, :all" : "--limit \(reading.total)"
      lines.append(said(Phrase.more.with(Saying(reading.items.count - shown.count), Saying(command))))
    }
    return lines
      + (reading.isComplete ? completeness(reading, shown: shown.count).map { ["", said($0)] } ?? [] : [])
  }

  /// The reading as a line that can be typed: in Japanese, with the English form that every format has below it.
  private func canonical(_ line: String) -> [String] {
    guard Question(canonical: line) != nil else { return [] }
    let own = Saying(canonical: line)
    return own.english == own[language] ? [line] : [own[language], line]
  }

  /// How many of how many; only a complete reading has it.
  private func completeness(_ reading: Reading, shown: Int) -> Saying? {
    let noun = Saying(reading.kind)
    switch reading.kind {
    case _ where reading.total == 0 && reading.items.isEmpty && reading.value == nil:
      return reading.kind == .number ? nil : Phrase.noneOfKind.with(noun)
    case .number: return Phrase.fromAll.with(Saying(max(reading.total, reading.items.count)))
    case .definition, .table, .passages, .documents, .comparison:
      return Phrase.plainOf.with(Saying(shown), Saying(reading.total))
    case .projects, .indicators, .measures, .evaluations, .headings, .organizations, .plans, .figures,
      .tables:
      return Phrase.completeOf.with(Saying(shown), Saying(reading.total), noun)
    }
  }

  private func sentence(_ gap: Gap) -> Saying {
    if style.place == .conversation, case .byName(let more, _) = gap {
      return Phrase.byNameMore.with(Saying(more))
    }
    return gap.saying
  }

  func otherReadings(_ readings: ArraySlice<Reading>) -> [String] {
    guard !readings.isEmpty else { return [] }
    let title = (style.place == .conversation ? Phrase.alsoPick : .also)(language)
    return ["", title]
      + zip(2..., readings).map { number, reading in
        let value = reading.value.map { " = \(FigureText.grouped($0.value))\($0.unit ?? "")" } ?? ""
        return "  \(number)  \(said(Saying(canonical: reading.canonical)))\(value)  (\(reading.total))"
      }
  }

  func suggestions(_ suggestions: [Suggestion]) -> [String] {
    suggestions.isEmpty
      ? []
      : wrapped(said(Phrase.tryInstead.with(suggestions.map { Saying("\($0.text) (\($0.total))") }.listed)))
  }
}

extension [Saying] {
  /// Sentences one behind the other.
  var listedApart: Saying {
    Saying(
      english: map(\.english).joined(separator: "; "), japanese: map(\.japanese).joined(separator: "／"))
  }
}

extension ItemSource {
  /// The place of what was not read, and why it was not.
  package var citationWithReason: Saying {
    guard let reason = reason.map({ Saying(message: $0) }) else { return Saying(citation) }
    return Saying(
      english: "\(citation) (\(reason.english))", japanese: "\(citation)（\(reason.japanese)）")
  }
}

extension Item {
  /// Fields that say more of another.
  private static let companions: [String: [String]] = [
    "level": ["levelText", "levelRevised"], "actual": ["unit", "met"], "target": ["unit", "met"],
    "met": ["points", "actual", "target", "unit"], "grade": ["gradeText"], "direction": ["directionText"],
    "adoptedYear": ["text"], "results": ["measures"], "amount": ["unit", "share", "text"],
    "share": ["amount", "unit", "text"],
  ]

  /// The item with the fields that were asked for; all of them where none were, or where it has none of those.
  package func only(_ asked: [String]) -> Item {
    let wanted = Set(asked + asked.flatMap { Item.companions[$0] ?? [] })
    let kept = liftingColumns(asked).fields.filter { wanted.contains($0.name) }
    return asked.isEmpty || kept.isEmpty
      ? self : Item(type: type, name: name, fields: kept, sources: sources, sameAs: sameAs)
  }

  /// The item with columns that no field claims as fields of their own, where they were asked for by their heads.
  package func liftingColumns(_ asked: [String]) -> Item {
    guard case .object(let members)? = self["attributes"] else { return self }
    var lifted: [ItemField] = []
    var rest: [ItemField] = []
    for member in members {
      if let name = asked.first(where: Attribute(name: member.name, value: "").isCalled) {
        lifted.append(ItemField(name, member.value))
      } else {
        rest.append(member)
      }
    }
    guard !lifted.isEmpty else { return self }
    let kept = fields.filter { $0.name != "attributes" }
    return Item(
      type: type, name: name,
      fields: kept + lifted + (rest.isEmpty ? [] : [ItemField("attributes", .object(rest))]),
      sources: sources, sameAs: sameAs)
  }
}
